/// A file's dynamic symbols with an index by name. Names stay the bytes of the string table: a scan of thousands of
/// libraries makes no String but for what it reports. A class, so that passing it on counts one reference, not four.
public final class SymbolTable: @unchecked Sendable {
  /// The file's names, ended by zeros.
  public let strings: [UInt8]
  /// In the order of the file.
  public let symbols: [Symbol]
  /// By index; nil where the file has no such version.
  public let versions: [SymbolVersion?]
  /// By hash: the hash in the upper half, the symbol's place plus one in the lower. A wrong name is passed over without
  /// a look at it.
  private let slots: UnsafeMutableBufferPointer<UInt64>
  /// How far from its slot a name may stand. Half of the slots are free, so a name that finds no place there is one of
  /// hundreds with the same hash, made to cost time; it is left out.
  fileprivate static let reach = 512

  /// All parts at once.
  public init(strings: [UInt8] = [], symbols: [Symbol] = [], versions: [SymbolVersion?] = []) {
    self.strings = strings
    self.symbols = symbols
    self.versions = versions
    let exported = symbols.lazy.filter(\.isExported).count
    var capacity = 8
    while capacity < exported * 2 { capacity *= 2 }
    slots = .allocate(capacity: exported == 0 ? 0 : capacity)
    slots.initialize(repeating: 0)
    // Hashes that have no free slot within reach: the next name with one of them is not tried again.
    var full: Set<UInt32> = []
    for (index, symbol) in symbols.enumerated() where symbol.isExported && !full.contains(symbol.hash) {
      var slot = Int(symbol.hash) & (capacity - 1)
      var left = Self.reach
      while left > 0, slots[slot] != 0 {
        slot = (slot + 1) & (capacity - 1)
        left -= 1
      }
      if left == 0 {
        full.insert(symbol.hash)
      } else {
        slots[slot] = UInt64(symbol.hash) << 32 | UInt64(index + 1)
      }
    }
  }

  deinit { slots.deallocate() }

  /// Looks for hashes alone, and counts no reference: what asks thousands of names of dozens of libraries. Only while
  /// the table lives.
  struct Probe {
    fileprivate let slots: UnsafeMutableBufferPointer<UInt64>

    func mayDefine(_ hash: UInt32) -> Bool {
      guard !slots.isEmpty else { return false }
      let mask = slots.count - 1
      var slot = Int(hash) & mask
      var left = SymbolTable.reach
      while slots[slot] != 0, left > 0 {
        if UInt32(truncatingIfNeeded: slots[slot] >> 32) == hash { return true }
        slot = (slot + 1) & mask
        left -= 1
      }
      return false
    }
  }
  var probe: Probe { Probe(slots: slots) }
  /// Whether a name of that hash is exported, as far as hashes tell.
  func mayExport(_ hash: UInt32) -> Bool { probe.mayDefine(hash) }

  /// The hash of DT_GNU_HASH, which tables of names and files share here.
  public static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt32 = 5381
    for byte in bytes { hash = hash &* 33 &+ UInt32(byte) }
    return hash
  }

  /// The same of a name in memory, four bytes at a time: each step would wait for the multiplication before it.
  public static func hash(ofName name: UnsafeRawBufferPointer) -> UInt32 {
    var hash: UInt32 = 5381
    var rest = name
    while rest.count >= 4 {
      let (a, b, c, d) = (UInt32(rest[0]), UInt32(rest[1]), UInt32(rest[2]), UInt32(rest[3]))
      hash = hash &* 1_185_921 &+ (a &* 35937 &+ b &* 1089) &+ (c &* 33 &+ d)
      rest = UnsafeRawBufferPointer(rebasing: rest[4...])
    }
    for byte in rest { hash = hash &* 33 &+ UInt32(byte) }
    return hash
  }

  /// The name as text.
  public func name(_ symbol: Symbol) -> String {
    String(decoding: nameBytes(symbol), as: UTF8.self)
  }

  /// The name's bytes, without a copy.
  public func nameBytes(_ symbol: Symbol) -> ArraySlice<UInt8> {
    let start = Int(symbol.nameOffset)
    let end = start + Int(symbol.nameLength)
    return start <= end && end <= strings.count ? strings[start..<end] : []
  }

  /// The version that a symbol has, nil where it has none.
  public func version(_ symbol: Symbol) -> SymbolVersion? {
    let index = Int(symbol.versionIndex)
    return index >= 2 && index < versions.count ? versions[index] : nil
  }

  /// What others can bind to.
  public var exports: some Sequence<Symbol> { symbols.lazy.filter(\.isExported) }
  /// What is asked of others.
  public var references: some Sequence<Symbol> {
    symbols.lazy.filter { !$0.isDefined && $0.binding != .local && $0.nameLength > 0 }
  }

  /// Whether the file asks others for the name.
  public func refers(to name: String) -> Bool {
    let bytes = Array(name.utf8)
    let hash = Self.hash(bytes)
    return symbols.contains { $0.hash == hash && !$0.isDefined && nameBytes($0).elementsEqual(bytes) }
  }

  /// Calls `body` with each exported definition of the name until it returns true.
  @inline(__always)
  public func forEachExport(of name: ArraySlice<UInt8>, hash: UInt32, _ body: (Symbol) -> Bool) {
    guard !slots.isEmpty else { return }
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    var left = Self.reach
    while slots[slot] != 0, left > 0 {
      if UInt32(truncatingIfNeeded: slots[slot] >> 32) == hash {
        let symbol = symbols[Int(UInt32(truncatingIfNeeded: slots[slot])) - 1]
        if isNamed(symbol, name), body(symbol) { return }
      }
      slot = (slot + 1) & mask
      left -= 1
    }
  }

  /// Whether it exports a name at all.
  func hasExport(of name: ArraySlice<UInt8>, hash: UInt32) -> Bool {
    var found = false
    forEachExport(of: name, hash: hash) { _ in
      found = true
      return true
    }
    return found
  }

  /// Compares bytes in place.
  private func isNamed(_ symbol: Symbol, _ name: ArraySlice<UInt8>) -> Bool {
    let start = Int(symbol.nameOffset)
    let count = Int(symbol.nameLength)
    guard count == name.count, start <= strings.count - count else { return false }
    return strings.withUnsafeBufferPointer { own in
      name.withUnsafeBufferPointer { other in
        for index in 0..<count where own[start + index] != other[index] { return false }
        return true
      }
    }
  }

  /// The definition a new link would take: one that is not hidden, else any.
  public func export(named name: String) -> Symbol? {
    let bytes = Array(name.utf8)
    var found: Symbol?
    forEachExport(of: bytes[...], hash: Self.hash(bytes)) { symbol in
      if found == nil || !symbol.isHidden { found = symbol }
      return !symbol.isHidden
    }
    return found
  }

  /// Whether it defines what another file refers to. With versions, by glibc's rule: a library without versions answers
  /// by name, one with versions must have the one that is asked for. Without, as musl does: never by a hidden
  /// definition, nor by a function chosen at start.
  func answers(_ name: ArraySlice<UInt8>, hash: UInt32, version: String?, byVersion: Bool) -> Bool {
    var found = false
    forEachExport(of: name, hash: hash) { definition in
      if !byVersion {
        found = !definition.isHidden && definition.kind != .indirectFunction
      } else if definition.versionIndex < 2 || Int(definition.versionIndex) >= versions.count {
        found = true
      } else if let version {
        found = versions[Int(definition.versionIndex)].map { $0.name == version } ?? true
      } else {
        found = !definition.isHidden
      }
      return found
    }
    return found
  }

  /// Whether a name is exported in a version.
  public func exports(_ name: String, version: String) -> Bool {
    let bytes = Array(name.utf8)
    var found = false
    forEachExport(of: bytes[...], hash: Self.hash(bytes)) { symbol in
      found = self.version(symbol)?.name == version
      return found
    }
    return found
  }
}
