// Whether the libraries that an object needs have the versions that it was linked against. glibc's own are not checked:
// what the pseudo-libc lacks is missed when it is called.

enum VersionCheck {
  private static let weak: UInt16 = 2

  /// Checks every version that `object` needs. At the start each missing one is a line on standard error, and the
  /// answer is false; afterwards the first one is put into `LastError`.
  static func check(_ object: ObjectRef) -> Bool {
    var complete = true
    var need = object.pointee.versionNeeds
    var left = object.pointee.versionNeedCount
    while need != 0 && left > 0 {  // Versions.read has walked these records: they are in bounds
      let record = read(need, as: VersionNeed.self)
      let file = object.pointee.strings + Int(record.file)
      if !PseudoLibc.isMember(file), let provider = provider(object, file) {
        var entry = need &+ UInt(record.first)
        for _ in 0..<Int(record.count) {
          let item = read(entry, as: VersionNeedEntry.self)
          let name = object.pointee.strings + Int(item.name)
          if Trace.shows(Trace.Kind.versions) { Trace.version(name, provider, object) }
          if !has(provider, name, item.hash) {
            if item.flags & weak == 0 && provider.pointee.definesVersions {
              complete = false
              if !explain(object, provider, name) { return false }
            } else if !provider.pointee.definesVersions {
              warn(object, provider)
              break
            }
          }
          if item.next == 0 { break }
          entry = entry &+ UInt(item.next)
        }
      }
      if record.next == 0 { break }
      need = need &+ UInt(record.next)
      left = left &- 1
    }
    return complete
  }

  /// Shows `use` every version that `object` needs, with the file that it is needed of.
  static func visit(_ object: ObjectRef, _ use: (Text, Text) -> Void) {
    var need = object.pointee.versionNeeds
    var left = object.pointee.versionNeedCount
    while need != 0 && left > 0 {
      let record = read(need, as: VersionNeed.self)
      var entry = need &+ UInt(record.first)
      for _ in 0..<Int(record.count) {
        let item = read(entry, as: VersionNeedEntry.self)
        use(object.pointee.strings + Int(record.file), object.pointee.strings + Int(item.name))
        if item.next == 0 { break }
        entry = entry &+ UInt(item.next)
      }
      if record.next == 0 { return }
      need = need &+ UInt(record.next)
      left = left &- 1
    }
  }

  static func provider(_ object: ObjectRef, _ file: Text) -> ObjectRef? {
    var index: UInt = 0
    while index < object.pointee.needed.count {
      if Objects.isNamed(object.pointee.needed[index], file) { return object.pointee.needed[index] }
      index = index &+ 1
    }
    return Libraries.find(named: file)
  }

  private static func has(_ object: ObjectRef, _ name: Text, _ hash: UInt32) -> Bool {
    guard let versions = object.pointee.versions else { return false }
    var index = 2
    while index < Int(bitPattern: object.pointee.versionCount) {
      let version = versions[index]
      if version.hash == hash, version.file == nil, let its = version.name, equal(its, name) { return true }
      index &+= 1
    }
    return false
  }

  /// False where the caller gets the error instead of a line on standard error.
  private static func explain(_ object: ObjectRef, _ provider: ObjectRef, _ name: Text) -> Bool {
    LastError.build { line in
      line.append(provider.pointee.shownName)
      line.add(": version `")
      line.append(name)
      line.add("' not found (required by ")
      line.append(object.pointee.shownName)
      line.add(")")
    }
    if Process.running { return false }
    print(LastError.text)
    return true
  }

  private static func warn(_ object: ObjectRef, _ provider: ObjectRef) {
    LastError.build { line in
      line.append(provider.pointee.shownName)
      line.add(": no version information available (required by ")
      line.append(object.pointee.shownName)
      line.add(")")
    }
    print(LastError.text)
  }

  private static func print(_ reason: Text) {
    withScratch(4096) { buffer in
      var line = Message(in: buffer, capacity: 4096)
      line.append(Process.name)
      line.add(": ")
      line.append(reason)
      line.add("\n")
      line.write(to: 2)
    }
  }
}
