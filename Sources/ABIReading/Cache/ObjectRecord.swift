import ABIComparison

/// A program or library as a record: all that ``ElfReader`` found in it, but its path.
extension RecordWriter {
  func object(_ object: ElfObject.Contents) {
    integer(object.machine.number)
    flag(object.machine.is64)
    flag(object.machine.isBigEndian)
    text(object.machine.variant.rawValue)
    integer(object.type)
    optional(object.interpreter, text)
    optional(object.soname, text)
    texts(object.needed)
    texts(object.rpath)
    texts(object.runpath)
    table(object.symbols)
    list(object.neededVersions, version)
    texts(object.definedVersions)
    relocations(object.relocations)
    optional(object.buildID, text)
    for number in [object.flags, object.flags1, object.stackSize, object.tlsSize, object.tlsAlignment] {
      integer(number)
    }
    integer(object.isaNeeded)
    for mark in [
      object.hasDynamic, object.hasRelr, object.hasTextRelocations, object.hasExecutableStack, object.hasStackHeader,
      object.opensLibraries, object.opensNameServices, object.isDebugFile, object.hasUnprovedMutexes,
    ] { flag(mark) }
    texts(object.dlopenNotes)
    texts(object.dlopenStrings)
    texts(object.notRead)
    list(object.staticMutexes) { mutex in
      integer(mutex.kind.rawValue)
      optional(mutex.name, text)
      flag(mutex.isProved)
    }
  }

  private func version(_ version: SymbolVersion) {
    text(version.name)
    text(version.library)
    flag(version.isWeak)
  }

  private func table(_ table: SymbolTable) {
    length(table.strings.count)
    bytes(table.strings)
    list(table.versions) { optional($0, version) }
    list(table.symbols) { symbol in
      integer(symbol.nameOffset)
      integer(symbol.nameLength)
      integer(symbol.hash)
      integer(symbol.value)
      integer(symbol.size)
      integer(symbol.versionIndex)
      integer(symbol.binding.rawValue)
      integer(symbol.kind.rawValue)
      integer(UInt8((symbol.isHidden ? 1 : 0) | (symbol.isDefined ? 2 : 0) | (symbol.isPrivate ? 4 : 0)))
    }
  }

  private func relocations(_ summary: RelocationSummary) {
    integer(UInt64(summary.total))
    list(summary.types) { type, count in
      integer(type)
      integer(UInt64(count))
    }
    for set in [summary.calls, summary.data] { list(set.words, integer) }
    for set in [summary.copies, summary.staticTLS] { list(set, integer) }
    flag(summary.hasIRelative)
  }
}

extension RecordReader {
  mutating func object(path: String) throws(RecordError) -> ElfObject {
    var object = ElfObject.Contents()
    object.path = path
    object.machine.number = try integer()
    object.machine.is64 = try flag()
    object.machine.isBigEndian = try flag()
    guard let variant = Machine.Variant(rawValue: try text()) else { throw RecordError() }
    object.machine.variant = variant
    object.type = try integer()
    object.interpreter = try optionalText()
    object.soname = try optionalText()
    object.needed = try texts()
    object.rpath = try texts()
    object.runpath = try texts()
    object.symbols = try table()
    object.neededVersions = try list(each: 9) { reader throws(RecordError) in try reader.version() }
    object.definedVersions = try texts()
    object.relocations = try relocations()
    object.buildID = try optionalText()
    object.flags = try integer()
    object.flags1 = try integer()
    object.stackSize = try integer()
    object.tlsSize = try integer()
    object.tlsAlignment = try integer()
    object.isaNeeded = try integer()
    object.hasDynamic = try flag()
    object.hasRelr = try flag()
    object.hasTextRelocations = try flag()
    object.hasExecutableStack = try flag()
    object.hasStackHeader = try flag()
    object.opensLibraries = try flag()
    object.opensNameServices = try flag()
    object.isDebugFile = try flag()
    object.hasUnprovedMutexes = try flag()
    object.dlopenNotes = try texts()
    object.dlopenStrings = try texts()
    object.notRead = try texts()
    object.staticMutexes = try list(each: 6) { reader throws(RecordError) in
      guard let kind = StaticMutex.Kind(rawValue: try reader.integer()) else { throw RecordError() }
      return StaticMutex(kind: kind, name: try reader.optionalText(), isProved: try reader.flag())
    }
    return ElfObject(object)
  }

  mutating func optionalText() throws(RecordError) -> String? {
    try optional { reader throws(RecordError) in try reader.text() }
  }

  private mutating func version() throws(RecordError) -> SymbolVersion {
    SymbolVersion(name: try text(), library: try text(), isWeak: try flag())
  }

  private static let symbolSize = 33

  private mutating func table() throws(RecordError) -> SymbolTable {
    let strings = [UInt8](try bytes(length(each: 1)))
    let versions = try list { reader throws(RecordError) in
      try reader.optional { reader throws(RecordError) in try reader.version() }
    }
    let symbols = try list(each: Self.symbolSize) { reader throws(RecordError) in try reader.symbol() }
    guard symbols.count <= ElfReader.maximumSymbols else { throw RecordError() }
    return SymbolTable(strings: strings, symbols: symbols, versions: versions)
  }

  private mutating func symbol() throws(RecordError) -> Symbol {
    var raw = RecordReader(try bytes(Self.symbolSize))
    let (name, length, hash): (UInt32, UInt32, UInt32) = (try raw.integer(), try raw.integer(), try raw.integer())
    let (value, size): (UInt64, UInt64) = (try raw.integer(), try raw.integer())
    let version: UInt16 = try raw.integer()
    guard let binding = Symbol.Binding(rawValue: try raw.integer()), let kind = Symbol.Kind(rawValue: try raw.integer())
    else { throw RecordError() }
    let marks: UInt8 = try raw.integer()
    return Symbol(
      nameOffset: name, nameLength: length, hash: hash, value: value, size: size, versionIndex: version,
      isHidden: marks & 1 != 0, binding: binding, kind: kind, isDefined: marks & 2 != 0, isPrivate: marks & 4 != 0)
  }

  private mutating func relocations() throws(RecordError) -> RelocationSummary {
    var summary = RelocationSummary()
    summary.total = try count()
    for (type, count) in try list(
      each: 12,
      { reader throws(RecordError) in (try reader.integer(UInt32.self), try reader.count()) })
    { summary.types[type] = count }
    func numbers<T: FixedWidthInteger & UnsignedInteger>(_ reader: inout RecordReader) throws(RecordError) -> [T] {
      try reader.list(each: MemoryLayout<T>.size) { reader throws(RecordError) in try reader.integer() }
    }
    guard let calls = SymbolSet(words: try numbers(&self)), let data = SymbolSet(words: try numbers(&self)) else {
      throw RecordError()
    }
    (summary.calls, summary.data) = (calls, data)
    summary.copies = Set(try numbers(&self))
    summary.staticTLS = Set(try numbers(&self))
    summary.hasIRelative = try flag()
    return summary
  }

  /// A number of relocations.
  private mutating func count() throws(RecordError) -> Int {
    let count = try integer(UInt64.self)
    guard count <= UInt64(ElfReader.maximumRelocations) * 4 else { throw RecordError() }
    return Int(count)
  }
}
