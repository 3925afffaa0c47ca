// The dynamic section: from tags to an object's tables. Every table must lie within the part of a segment that comes
// from the file, and remembers how far it can be read.

enum Dynamic {
  /// End of what the file backs around `address`, 0 where nothing readable holds it. Files are mapped by pages, and programs that tools have
  /// patched have tables behind a segment, in the rest of its last page, or on into the first page of the next: what follows without a gap counts.
  static func fileEnd(_ object: ObjectRef, _ address: UInt) -> UInt {
    var end: UInt = 0
    for index in 0..<Int(bitPattern: object.pointee.headerCount) {
      let segment = object.pointee.headers[index]
      if segment.type != SegmentType.load || segment.memorySize == 0 { continue }  // an empty one has no page
      let start = pageFloor(object.pointee.at(segment.address))
      if end != 0 && start > end { break }
      if segment.flags & SegmentFlag.read == 0 {
        if end > start { end = start }
        continue
      }
      // Behind a part that is zeroed there is nothing of the file.
      let isWhole = segment.memorySize == segment.fileSize
      let filed = object.pointee.at(segment.address) &+ segment.fileSize
      let stop = isWhole ? pageCeiling(filed) : filed
      if end != 0 || (address >= start && address < stop) { end = stop }
      if end != 0 && !isWhole { break }
    }
    return address < end ? end : 0
  }

  /// End of the memory of the segment that holds `address`, zeroed part included.
  static func memoryEnd(_ object: ObjectRef, _ address: UInt, writable: Bool = false) -> UInt {
    for index in 0..<Int(bitPattern: object.pointee.headerCount) {
      let segment = object.pointee.headers[index]
      if segment.type != SegmentType.load { continue }
      if writable && segment.flags & SegmentFlag.write == 0 { continue }
      let start = object.pointee.at(segment.address)
      if address >= start && address &- start < segment.memorySize { return start &+ segment.memorySize }
    }
    return 0
  }

  /// Reads headers and dynamic section of a mapped object.
  static func parse(_ object: ObjectRef) -> LoadError? {
    var dynamicEnd: UInt = 0
    for index in 0..<Int(bitPattern: object.pointee.headerCount) {
      let segment = object.pointee.headers[index]
      switch segment.type {
      case SegmentType.dynamic:
        object.pointee.dynamic = object.pointee.at(segment.address)
        dynamicEnd = object.pointee.dynamic &+ segment.memorySize
      case SegmentType.relro:
        object.pointee.relroStart = pageFloor(object.pointee.at(segment.address))
        object.pointee.relroEnd = pageFloor(object.pointee.at(segment.address &+ segment.memorySize))
      case SegmentType.tls:
        if segment.memorySize > 0 {
          object.pointee.tlsImage = object.pointee.at(segment.address)
          object.pointee.tlsFileSize = segment.fileSize
          object.pointee.tlsMemorySize = segment.memorySize
          object.pointee.tlsAlignment = segment.alignment == 0 ? 1 : segment.alignment
        }
      default: break
      }
    }
    if object.pointee.kind != ObjectKind.vdso && object.pointee.relroEnd > object.pointee.mapEnd {
      object.pointee.relroEnd = 0
    }
    if object.pointee.tlsMemorySize > 0 {
      let alignment = object.pointee.tlsAlignment
      if alignment & (alignment &- 1) != 0 || alignment > 65536
        || object.pointee.tlsFileSize > object.pointee.tlsMemorySize
        || object.pointee.tlsMemorySize > 1 << 32
        || (object.pointee.tlsFileSize > 0
          && !fits(
            object.pointee.tlsImage, object.pointee.tlsFileSize, from: 0, to: fileEnd(object, object.pointee.tlsImage)))
      {
        return LoadError(reason: "cannot handle TLS data")
      }
    }
    let readable = fileEnd(object, object.pointee.dynamic)
    if dynamicEnd > readable { dynamicEnd = readable }
    if readable == 0 || object.pointee.dynamic == 0 || dynamicEnd < object.pointee.dynamic &+ 16 {
      return LoadError(reason: "object file has no dynamic section")
    }
    return readTags(object, dynamicEnd)
  }

  private static func readTags(_ object: ObjectRef, _ end: UInt) -> LoadError? {
    var soname: UInt = .max, rpath: UInt = .max, runpath: UInt = .max
    var strings: UInt = 0, stringsSize: UInt = 0, symbols: UInt = 0, needs: UInt = 0, definitions: UInt = 0
    var relaSize: UInt = 0, jumpSize: UInt = 0, relrSize: UInt = 0, needCount: UInt = 0, definitionCount: UInt = 0
    var cursor = object.pointee.dynamic
    // All of it: it may go on into the next segment.
    let writable = pageCeiling(memoryEnd(object, cursor, writable: true)) >= end
    while cursor &+ 16 <= end {
      let entry = read(cursor, as: DynamicEntry.self)
      let value = entry.value
      cursor = cursor &+ 16
      switch entry.tag {
      case Tag.null: cursor = end
      case Tag.strings: strings = object.pointee.at(value)
      case Tag.stringsSize: stringsSize = value
      case Tag.symbols: symbols = object.pointee.at(value)
      case Tag.hash: object.pointee.sysvTable = object.pointee.at(value)
      case Tag.gnuHash: object.pointee.gnuTable = object.pointee.at(value)
      case Tag.rela: object.pointee.rela = object.pointee.at(value)
      case Tag.relaSize: relaSize = value
      case Tag.jmpRel: object.pointee.jumpRela = object.pointee.at(value)
      case Tag.pltRelSize: jumpSize = value
      case Tag.relr: object.pointee.relr = object.pointee.at(value)
      case Tag.relrSize: relrSize = value
      case Tag.pltGot: object.pointee.globalOffsets = object.pointee.at(value)
      case Tag.soname: soname = value
      case Tag.rpath: rpath = value
      case Tag.runpath: runpath = value
      case Tag.initialize: object.pointee.initialize = object.pointee.at(value)
      case Tag.finalize: object.pointee.finalize = object.pointee.at(value)
      case Tag.initArray: object.pointee.initArray = object.pointee.at(value)
      case Tag.initArraySize: object.pointee.initArrayCount = value / 8
      case Tag.finiArray: object.pointee.finiArray = object.pointee.at(value)
      case Tag.finiArraySize: object.pointee.finiArrayCount = value / 8
      case Tag.preinitArray: object.pointee.preinitArray = object.pointee.at(value)
      case Tag.preinitArraySize: object.pointee.preinitArrayCount = value / 8
      case Tag.versionIndexes: object.pointee.versionIndexes = object.pointee.at(value)
      case Tag.versionNeeds: needs = object.pointee.at(value)
      case Tag.versionNeedCount: needCount = value
      case Tag.versionDefinitions: definitions = object.pointee.at(value)
      case Tag.versionDefinitionCount: definitionCount = value
      case Tag.symbolic: object.pointee.symbolic = true
      case Tag.textRel: object.pointee.hasTextRelocations = true
      case Tag.bindNow: object.pointee.bindNow = true
      case Tag.flags:
        if value & DynamicFlag.symbolic != 0 { object.pointee.symbolic = true }
        if value & DynamicFlag.textRel != 0 { object.pointee.hasTextRelocations = true }
        if value & DynamicFlag.bindNow != 0 { object.pointee.bindNow = true }
      case Tag.flags1:
        if value & DynamicFlag1.now != 0 { object.pointee.bindNow = true }
        if value & DynamicFlag1.noDelete != 0 { object.pointee.noDelete = true }
        if value & DynamicFlag1.pie != 0 { object.pointee.isProgramFile = true }
        if value & DynamicFlag1.noDefaultLib != 0 { object.pointee.noDefaultLibraries = true }
      default: break
      }
    }
    // Strings: the table must end with a terminator, then every name that starts in it ends in it.
    let stringsEnd = fileEnd(object, strings)
    if strings == 0 || stringsSize == 0 || !fits(strings, stringsSize, from: 0, to: stringsEnd)
      || read(strings &+ stringsSize &- 1, as: UInt8.self) != 0
    {
      return LoadError(reason: "invalid string table")
    }
    object.pointee.strings = UnsafePointer(pointer(strings))
    object.pointee.stringsSize = stringsSize
    if let error = checkTables(object, symbols, relaSize, jumpSize, relrSize) { return error }
    if soname < stringsSize { object.pointee.soname = object.pointee.strings + Int(bitPattern: soname) }
    if Search.isWithoutOwnFolders(object) { rpath = .max; runpath = .max }
    if rpath < stringsSize { object.pointee.rpath = object.pointee.strings + Int(bitPattern: rpath) }
    if runpath < stringsSize { object.pointee.runpath = object.pointee.strings + Int(bitPattern: runpath) }
    if let error = Versions.read(object, needs, needCount, definitions, definitionCount) { return error }
    // The linker that programs know adds the base to these in place, and programs that walk link_map rely on it.
    if writable && object.pointee.kind <= ObjectKind.library && object.pointee.base != 0 { makeAbsolute(object, end) }
    return nil
  }

  private static func checkTables(
    _ object: ObjectRef, _ symbols: UInt, _ relaSize: UInt, _ jumpSize: UInt, _ relrSize: UInt
  ) -> LoadError? {
    let bad = LoadError(reason: "invalid dynamic section")
    let symbolsEnd = fileEnd(object, symbols)
    if symbols == 0 || symbolsEnd == 0 || symbols & 7 != 0 { return bad }
    object.pointee.symbols = pointer(symbols)
    object.pointee.symbolLimit = (symbolsEnd &- symbols) / 24
    if object.pointee.gnuTable != 0 {
      object.pointee.gnuTableEnd = fileEnd(object, object.pointee.gnuTable)
      if !HashTables.checkGNU(object) { return bad }
    }
    if object.pointee.sysvTable != 0 {
      object.pointee.sysvTableEnd = fileEnd(object, object.pointee.sysvTable)
      if !HashTables.checkSystemV(object) { return bad }
    }
    if object.pointee.versionIndexes != 0 {
      let end = fileEnd(object, object.pointee.versionIndexes)
      if end == 0 || object.pointee.versionIndexes & 1 != 0 { return bad }
      // A symbol without a version index cannot be looked at, so it bounds the symbol table.
      let count = (end &- object.pointee.versionIndexes) / 2
      if count < object.pointee.symbolLimit { object.pointee.symbolLimit = count }
    }
    if object.pointee.rela != 0 {
      if !fits(object.pointee.rela, relaSize, from: 0, to: fileEnd(object, object.pointee.rela)) && relaSize != 0 {
        return bad
      }
      object.pointee.relaCount = relaSize / 24
    }
    if object.pointee.jumpRela != 0 {
      if !fits(object.pointee.jumpRela, jumpSize, from: 0, to: fileEnd(object, object.pointee.jumpRela))
        && jumpSize != 0
      {
        return bad
      }
      object.pointee.jumpRelaCount = jumpSize / 24
      // DT_RELA may include the PLT's relocations; they are applied once.
      let end = object.pointee.rela &+ object.pointee.relaCount &* 24
      if object.pointee.jumpRela >= object.pointee.rela && object.pointee.jumpRela < end {
        object.pointee.relaCount = (object.pointee.jumpRela &- object.pointee.rela) / 24
      }
    }
    if object.pointee.relr != 0 {
      if !fits(object.pointee.relr, relrSize, from: 0, to: fileEnd(object, object.pointee.relr)) && relrSize != 0 {
        return bad
      }
      object.pointee.relrCount = relrSize / 8
    }
    if !checkArray(object, object.pointee.initArray, object.pointee.initArrayCount)
      || !checkArray(object, object.pointee.finiArray, object.pointee.finiArrayCount)
      || !checkArray(object, object.pointee.preinitArray, object.pointee.preinitArrayCount)
    {
      return bad
    }
    if object.pointee.kind != ObjectKind.vdso {  // a value of 0, the base, says that there is none
      if object.pointee.initialize > object.pointee.base && !isCode(object, object.pointee.initialize) { return bad }
      if object.pointee.finalize > object.pointee.base && !isCode(object, object.pointee.finalize) { return bad }
    }
    let offsets = object.pointee.globalOffsets
    if offsets != 0 && !fits(offsets, 24, from: 0, to: memoryEnd(object, offsets, writable: true)) {
      object.pointee.globalOffsets = 0
    }
    return nil
  }

  /// Whether `address` lies in an executable segment.
  static func isCode(_ object: ObjectRef, _ address: UInt) -> Bool {
    for index in 0..<Int(bitPattern: object.pointee.headerCount) {
      let segment = object.pointee.headers[index]
      if segment.type == SegmentType.load && segment.flags & SegmentFlag.execute != 0
        && address &- object.pointee.at(segment.address) < segment.memorySize
      {
        return true
      }
    }
    return false
  }

  private static func checkArray(_ object: ObjectRef, _ start: UInt, _ count: UInt) -> Bool {
    count == 0 || (start & 7 == 0 && fits(start, count &* 8, from: 0, to: memoryEnd(object, start)))
  }

  private static func makeAbsolute(_ object: ObjectRef, _ end: UInt) {
    var cursor = object.pointee.dynamic
    while cursor &+ 16 <= end {
      let entry = read(cursor, as: DynamicEntry.self)
      switch entry.tag {
      case Tag.null: return
      case Tag.hash, Tag.pltGot, Tag.strings, Tag.symbols, Tag.rela, Tag.jmpRel, Tag.versionIndexes, Tag.gnuHash:
        write(object.pointee.at(entry.value), at: cursor &+ 8)
      default: break
      }
      cursor = cursor &+ 16
    }
  }
}
