import ABIComparison
import CTables

/// A table that the tool carries: what a known libc exports.
///
/// musl has one for each version. glibc has one for all: it never takes a name away, so a version is what stands under the nodes up to
/// its own.
public struct ExportTable: Sendable {
  /// "glibc" or "musl".
  public var libc: String
  /// As the libc writes it: "2.36".
  public var version: String
  /// As the folder under abi/ names it: "x86_64".
  public var machine: String
  /// The file's path under abi/, by which the tool finds the bytes.
  let file: String

  /// "musl-1.2.5", as --target takes it.
  public var name: String { "\(libc)-\(version)" }

  /// glibc's oldest version that a name may ask for: the tables hold what is older, but nobody has tried it.
  public static let oldestGlibc = GlibcVersion("2.17")!

  /// One for each file; glibc's bears its newest version.
  public static let all: [ExportTable] = (0..<Int(abi_check_table_count())).compactMap { index in
    let file = String(cString: abi_check_table_name(Int32(index)))
    let path = file.dropLast(4).split(separator: "/")
    guard path.count >= 2, let name = path.last else { return nil }
    guard let dash = name.lastIndex(of: "-") else {
      // The first line ends in the versions that the table was made from: "…: 2.23 2.27 2.43. Made by …".
      let line = head(of: file)
      guard let versions = line.split(separator: ":").last?.split(separator: " ") else { return nil }
      let newest = versions.compactMap { GlibcVersion(String($0.last == "." ? $0.dropLast() : $0)) }.max()
      return newest.map {
        ExportTable(libc: String(name), version: $0.description, machine: String(path[0]), file: file)
      }
    }
    return ExportTable(
      libc: String(name[..<dash]), version: String(name[name.index(after: dash)...]), machine: String(path[0]),
      file: file)
  }

  /// The newest table of a libc for a machine, nil where there is none.
  public static func newest(_ libc: String, machine: Machine = .x86_64) -> ExportTable? {
    all.filter { $0.libc == libc && $0.machine == machine.tableName }
      .max { GlibcVersion($0.version)! < GlibcVersion($1.version)! }
  }

  /// `musl-1.2.5`, or any glibc from 2.17 to the newest that is known: `glibc-2.28`.
  public static func named(_ name: String, machine: Machine = .x86_64) -> ExportTable? {
    if let exact = all.first(where: { $0.name == name && $0.machine == machine.tableName }) { return exact }
    guard name.hasPrefix("glibc-"), let version = GlibcVersion(String(name.dropFirst(6))), version >= oldestGlibc,
      version.numbers.count == 2, var table = newest("glibc", machine: machine), version < GlibcVersion(table.version)!
    else { return nil }
    table.version = version.description
    return table
  }

  /// What `--version` and error messages list: "glibc-2.17 … glibc-2.43 (x86_64)".
  public static var inventory: [String] {
    all.map { $0.libc == "glibc" ? "glibc-\(oldestGlibc) … \($0.name) (\($0.machine))" : "\($0.name) (\($0.machine))" }
  }

  private static func head(of file: String) -> Substring {
    var size = 0
    guard let start = abi_check_table(file, &size) else { return "" }
    let bytes = UnsafeRawBufferPointer(start: start, count: min(size, 1024))
    return String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)[...]
  }

  /// The rows as a symbol table.
  public func symbols() -> SymbolTable { rows.symbols }
  /// The version nodes that this version has, those without a number in their name (GLIBC_ABI_DT_RELR) too.
  public func nodes() -> Set<String> { rows.nodes }

  private var rows: (symbols: SymbolTable, nodes: Set<String>) {
    var size = 0
    guard let start = abi_check_table(file, &size) else { return (SymbolTable(), []) }
    var parser = TableParser(
      bytes: UnsafeRawBufferPointer(start: start, count: size), maximum: libc == "glibc" ? GlibcVersion(version) : nil)
    parser.parse()
    return (parser.table(), parser.nodes)
  }
}

extension Machine {
  /// The name of its folder under abi/.
  public var tableName: String {
    switch (number, is64) {
    case (62, true): "x86_64"
    case (3, _): "x86"
    case (183, true): "aarch64"
    case (40, _): "arm"
    case (243, true): "riscv64"
    case (22, true): "s390x"
    case (21, _): isBigEndian ? "ppc64" : "ppc64le"
    case (258, _): "loongarch64"
    default: "unknown"
    }
  }
}

/// Reads the rows: `@ LIBRARY NODE [FIRST]` opens a version node, each further line is a name with marks: O and T with
/// a size for data and thread-locals, N for no type, and -VERSION where from then on only old programs find it.
/// tools/make-tables writes them.
struct TableParser {
  let bytes: UnsafeRawBufferPointer
  let maximum: GlibcVersion?
  private(set) var nodes: Set<String> = []
  private var versions: [SymbolVersion?] = [nil, nil]
  private var indices: [String: UInt16] = [:]
  private var numbers: [GlibcVersion?] = [nil, nil]
  private var symbols: [Symbol] = []

  init(bytes: UnsafeRawBufferPointer, maximum: GlibcVersion?) {
    self.bytes = bytes
    self.maximum = maximum
    symbols.reserveCapacity(8192)
  }

  mutating func parse() {
    var line = 0
    var node: UInt16? = 1
    while line < bytes.count, symbols.count < ElfReader.maximumSymbols {
      var end = line
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      defer { line = end + 1 }
      guard end > line, bytes[line] != UInt8(ascii: "#") else { continue }
      if bytes[line] == UInt8(ascii: "@") {
        node = open(String(decoding: bytes[line..<end], as: UTF8.self).split(separator: "\t"))
      } else if let node {
        add(line, end, node)
      }
    }
  }

  /// The index of a node that this version has; nil for one that is newer.
  private mutating func open(_ fields: [Substring]) -> UInt16? {
    guard fields.count >= 3, !fields[2].isEmpty else { return 1 }
    let name = String(fields[2])
    let own = GlibcVersion(name) ?? fields.dropFirst(3).first.flatMap { GlibcVersion(String($0)) }
    if let maximum, let own, own > maximum { return nil }
    nodes.insert(name)
    if let known = indices[name] { return known }
    let index = UInt16(truncatingIfNeeded: versions.count)
    indices[name] = index
    versions.append(SymbolVersion(name: name))
    numbers.append(own)
    return index
  }

  private mutating func add(_ line: Int, _ end: Int, _ node: UInt16) {
    var hash: UInt32 = 5381
    var tab = line
    while tab < end, bytes[tab] != 0x09 {
      hash = hash &* 33 &+ UInt32(bytes[tab])
      tab += 1
    }
    var kind = Symbol.Kind.function
    var size: UInt64 = 0
    var isHidden = false
    let length = UInt32(tab - line)
    while tab < end {
      let start = tab + 1
      tab = start
      while tab < end, bytes[tab] != 0x09 { tab += 1 }
      guard tab > start else { continue }
      let text = String(decoding: bytes[(start + 1)..<tab], as: UTF8.self)
      switch bytes[start] {
      case UInt8(ascii: "O"): (kind, size) = (.object, UInt64(text) ?? 0)
      case UInt8(ascii: "T"): (kind, size) = (.tls, UInt64(text) ?? 0)
      case UInt8(ascii: "N"): kind = .none
      case UInt8(ascii: "-"): isHidden = maximum.map { $0 >= GlibcVersion(text) ?? $0 } ?? true
      default: break
      }
    }
    symbols.append(
      Symbol(
        nameOffset: UInt32(line), nameLength: length, hash: hash, value: 0, size: size, versionIndex: node,
        isHidden: isHidden, binding: .global, kind: kind, isDefined: true, isPrivate: false))
  }

  /// The newest node of a name is its default, the others are for old programs.
  func table() -> SymbolTable {
    var table = SymbolTable(strings: Array(bytes), symbols: symbols, versions: versions)
    guard maximum != nil else { return table }
    var marked = symbols
    for (index, symbol) in symbols.enumerated() where !symbol.isHidden {
      let own = numbers[Int(symbol.versionIndex)]
      table.forEachExport(of: table.nameBytes(symbol), hash: symbol.hash) { other in
        guard let newer = numbers[Int(other.versionIndex)], let own, newer > own else { return false }
        marked[index].isHidden = true
        return true
      }
    }
    table = SymbolTable(strings: table.strings, symbols: marked, versions: versions)
    return table
  }
}
