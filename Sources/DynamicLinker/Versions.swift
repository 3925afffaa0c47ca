// Symbol versions: DT_VERNEED and DT_VERDEF become one array that DT_VERSYM indexes.

enum Versions {
  static func read(
    _ object: ObjectRef, _ needs: UInt, _ needCount: UInt, _ definitions: UInt, _ definitionCount: UInt
  ) -> LoadError? {
    if object.pointee.versionIndexes == 0 { return nil }
    let bad = LoadError(reason: "invalid version section")
    var highest: UInt = 1
    if !walk(
      object, needs, needCount, definitions, definitionCount,
      { index, _, _, _, _ in
        if index > highest { highest = index }
      })
    {
      return bad
    }
    let table = Arena.allocate(Version.self, highest &+ 1)
    object.pointee.versions = table
    object.pointee.versionCount = highest &+ 1
    object.pointee.definesVersions = definitions != 0
    object.pointee.versionNeeds = needs
    object.pointee.versionNeedCount = needCount
    _ = walk(object, needs, needCount, definitions, definitionCount) { index, name, hash, file, hidden in
      if index < 2 { return }
      table[Int(bitPattern: index)] = Version(
        name: name, file: file, hash: hash, hidden: hidden, isLibc: hasPrefix(name, "GLIBC_"))
    }
    return nil
  }

  /// Visits every version: index, name, hash, file it is needed from, hidden. False where a record leaves its segment.
  private static func walk(
    _ object: ObjectRef, _ needs: UInt, _ needCount: UInt, _ definitions: UInt, _ definitionCount: UInt,
    _ visit: (UInt, Text, UInt32, Text?, Bool) -> Void
  ) -> Bool {
    let strings = object.pointee.strings
    let size = object.pointee.stringsSize
    var need = needs
    var left = needCount
    while need != 0 && left > 0 {
      if !fits(need, 16, from: 0, to: Dynamic.fileEnd(object, need)) { return false }
      let record = DynamicLinker.read(need, as: VersionNeed.self)
      if UInt(record.file) >= size { return false }
      var entry = need &+ UInt(record.first)
      for _ in 0..<Int(record.count) {
        if !fits(entry, 16, from: 0, to: Dynamic.fileEnd(object, entry)) { return false }
        let item = DynamicLinker.read(entry, as: VersionNeedEntry.self)
        if UInt(item.name) >= size { return false }
        visit(
          UInt(item.index & 0x7fff), strings + Int(item.name), item.hash, strings + Int(record.file),
          item.index & 0x8000 != 0)
        if item.next == 0 { break }
        entry = entry &+ UInt(item.next)
      }
      if record.next == 0 { break }
      need = need &+ UInt(record.next)
      left = left &- 1
    }
    var definition = definitions
    left = definitionCount
    while definition != 0 && left > 0 {
      if !fits(definition, 20, from: 0, to: Dynamic.fileEnd(object, definition)) { return false }
      let record = DynamicLinker.read(definition, as: VersionDefinition.self)
      let entry = definition &+ UInt(record.first)
      if !fits(entry, 8, from: 0, to: Dynamic.fileEnd(object, entry)) { return false }
      let item = DynamicLinker.read(entry, as: VersionDefinitionName.self)
      if UInt(item.name) >= size { return false }
      if record.flags & 1 == 0 {  // the base definition names the file, not a version
        visit(UInt(record.index & 0x7fff), strings + Int(item.name), record.hash, nil, false)
      }
      if record.next == 0 { break }
      definition = definition &+ UInt(record.next)
      left = left &- 1
    }
    return true
  }

  /// The version that a reference of `object` through symbol `index` asks for; nil where it asks for none.
  static func needed(_ object: ObjectRef, _ index: UInt) -> UnsafeMutablePointer<Version>? {
    guard object.pointee.versionIndexes != 0, let versions = object.pointee.versions else { return nil }
    let number = UInt(DynamicLinker.read(object.pointee.versionIndexes &+ index &* 2, as: UInt16.self) & 0x7fff)
    if number >= object.pointee.versionCount { return nil }
    let version = versions + Int(bitPattern: number)
    return version.pointee.hash == 0 ? nil : version
  }
}
