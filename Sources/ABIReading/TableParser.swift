import ABIComparison

/// Reads the histories of one machine up to one version: `@ LIBRARY CELL...` with a cell for each machine, and under it
/// the names that have that history.
///
/// A cell is the version that brought the name (a version node without GLIBC_, or a node's whole name), then marks: +
/// and the first release where the version's name does not say it, O and T with a size for data and thread-locals, N
/// for no type, - and the release from which on only old programs find it, ~ and the release from which on it is
/// gone. tools/join-tables.awk writes them.
struct TableParser {
  let bytes: UnsafeRawBufferPointer
  /// Which of the cells is the machine's, from 0.
  let column: Int
  let version: GlibcVersion
  /// musl has no version nodes: there the cell's version says only since when.
  let hasNodes: Bool

  private(set) var nodes: Set<String> = []
  private var versions: [SymbolVersion?] = [nil, nil]
  private var indices: [String: UInt16] = [:]
  private var numbers: [GlibcVersion?] = [nil, nil]
  private var symbols: [Symbol] = []

  /// What a history says of each name under it.
  private struct History {
    var index: UInt16 = 1
    var kind = Symbol.Kind.function
    var size: UInt64 = 0
    var isHidden = false
  }

  init(bytes: UnsafeRawBufferPointer, column: Int, version: GlibcVersion, hasNodes: Bool) {
    self.bytes = bytes
    self.column = column
    self.version = version
    self.hasNodes = hasNodes
    symbols.reserveCapacity(4096)
  }

  mutating func parse() {
    var line = 0
    var history: History?
    while line < bytes.count, symbols.count < ElfReader.maximumSymbols {
      let start = line
      var hash: UInt32 = 5381
      while line < bytes.count, bytes[line] != 0x0A {
        hash = hash &* 33 &+ UInt32(bytes[line])
        line += 1
      }
      defer { line += 1 }
      guard line > start, bytes[start] != UInt8(ascii: "#") else { continue }
      if bytes[start] == UInt8(ascii: "@") {
        history = open(start, line)
      } else if let history {
        symbols.append(
          Symbol(
            nameOffset: UInt32(start), nameLength: UInt32(line - start), hash: hash, value: 0, size: history.size,
            versionIndex: history.index, isHidden: history.isHidden, binding: .global, kind: history.kind,
            isDefined: true, isPrivate: false))
      }
    }
  }

  /// The machine's cell of a history; nil where it has none, or not in this version.
  private mutating func open(_ start: Int, _ end: Int) -> History? {
    let fields = bytes[start..<end].split(separator: 0x09, omittingEmptySubsequences: false)
    guard fields.count > column + 2, !fields[column + 2].isEmpty else { return nil }
    let words = fields[column + 2].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    var history = History()
    var since = GlibcVersion(words[0])
    for word in words.dropFirst() {
      let value = String(word.dropFirst())
      switch word.utf8.first {
      case UInt8(ascii: "O"): (history.kind, history.size) = (.object, UInt64(value) ?? 0)
      case UInt8(ascii: "T"): (history.kind, history.size) = (.tls, UInt64(value) ?? 0)
      case UInt8(ascii: "N"): history.kind = .none
      case UInt8(ascii: "+"): since = GlibcVersion(value)
      case UInt8(ascii: "-"): if let first = GlibcVersion(value), first <= version { history.isHidden = true }
      case UInt8(ascii: "~"): if let first = GlibcVersion(value), first <= version { return nil }
      default: break
      }
    }
    if let since, since > version { return nil }
    if hasNodes { history.index = index(of: words[0], since: since) }
    return history
  }

  private mutating func index(of word: String, since: GlibcVersion?) -> UInt16 {
    let name = word.utf8.first.map { (0x30...0x39).contains($0) } == true ? "GLIBC_" + word : word
    nodes.insert(name)
    if let known = indices[name] { return known }
    let index = UInt16(truncatingIfNeeded: versions.count)
    indices[name] = index
    versions.append(SymbolVersion(name: name))
    // Nodes of another kind (GCC_3.0) hold what is for old programs, where GLIBC has the name too.
    numbers.append(name.hasPrefix("GLIBC_") ? since : GlibcVersion("0"))
    return index
  }

  /// The newest node of a name that is for new programs is its default; the others are for old ones.
  func table() -> SymbolTable {
    let strings = Array(bytes)
    let table = SymbolTable(strings: strings, symbols: symbols, versions: versions)
    guard hasNodes else { return table }
    var marked = symbols
    for (index, symbol) in symbols.enumerated() where !symbol.isHidden {
      let own = numbers[Int(symbol.versionIndex)]
      table.forEachExport(of: table.nameBytes(symbol), hash: symbol.hash) { other in
        guard !other.isHidden, let newer = numbers[Int(other.versionIndex)], let own, newer > own else { return false }
        marked[index].isHidden = true
        return true
      }
    }
    return SymbolTable(strings: strings, symbols: marked, versions: versions)
  }
}
