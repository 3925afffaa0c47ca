import ABIComparison
import CTables

/// A table that the tool carries: what a known libc exports on one machine.
///
/// There is one file for each libc, abi/glibc.tsv and abi/musl.tsv, for all machines and versions: most names have the
/// same history everywhere.
public struct ExportTable: Sendable {
  /// "glibc" or "musl".
  public var libc: String
  /// As the libc writes it: "2.36".
  public var version: String
  /// As the table names it: "x86_64", see ``ABIComparison/Machine/tableName``.
  public var machine: String
  /// The oldest version that a name may ask for.
  public var oldest: String

  /// "musl-1.2.5", as --target takes it.
  public var name: String { "\(libc)-\(version)" }

  /// glibc's oldest version that a name may ask for: the tables hold what is older, but nobody has tried it.
  private static let oldestGlibc = GlibcVersion("2.17")!

  /// musl's has one for each version; glibc's bears the newest.
  public static let all: [ExportTable] = ["glibc", "musl"].flatMap { libc -> [ExportTable] in
    TableFile(libc).machines.flatMap { row -> [ExportTable] in
      let versions = row.versions.split(separator: " ").map(String.init)
      guard let newest = versions.last else { return [] }
      // The first version with the machine, where it is newer than what anybody still uses.
      guard libc == "glibc" else {
        return versions.map { ExportTable(libc: libc, version: $0, machine: row.machine, oldest: $0) }
      }
      let oldest = max(GlibcVersion(row.oldest) ?? oldestGlibc, oldestGlibc)
      return [ExportTable(libc: libc, version: newest, machine: row.machine, oldest: oldest.description)]
    }
  }

  /// The newest table of a libc for a machine, nil where there is none.
  public static func newest(_ libc: String, machine: Machine = .x86_64) -> ExportTable? {
    all.filter { $0.libc == libc && $0.machine == machine.tableName }
      .max { GlibcVersion($0.version)! < GlibcVersion($1.version)! }
  }

  /// `musl-1.2.5`, or any glibc from the machine's oldest (2.17 on most) to the newest that is known: `glibc-2.28`.
  public static func named(_ name: String, machine: Machine = .x86_64) -> ExportTable? {
    if let exact = all.first(where: { $0.name == name && $0.machine == machine.tableName }) { return exact }
    guard name.hasPrefix("glibc-"), let version = GlibcVersion(String(name.dropFirst(6))), version.numbers.count == 2,
      var table = newest("glibc", machine: machine), version < GlibcVersion(table.version)!,
      version >= GlibcVersion(table.oldest)!
    else { return nil }
    table.version = version.description
    return table
  }

  /// Whether there is a table of that name for any machine.
  public static func isKnown(_ name: String) -> Bool {
    all.contains { $0.name == name } || machines.contains { named(name, machine: $0) != nil }
  }

  /// The machines that any table is for.
  public static let machines: [Machine] = all.reduce(into: [String]()) { names, table in
    if !names.contains(table.machine) { names.append(table.machine) }
  }.compactMap { Machine(tableName: $0) }

  /// "glibc-2.17 … glibc-2.43, musl-1.2.3, musl-1.2.4": what there is for a machine.
  public static func inventory(of machine: Machine) -> String {
    let own = all.filter { $0.machine == machine.tableName }
    return own.map { $0.libc == "glibc" ? "glibc-\($0.oldest) … \($0.name)" : $0.name }.joined(separator: ", ")
  }

  /// A line for each machine, for `--version`.
  public static var inventory: [String] {
    machines.map { "\($0.tableName): \(inventory(of: $0))" }
  }

  /// The rows as a symbol table.
  public func symbols() -> SymbolTable { rows.symbols }
  /// The version nodes that this version has, those without a number in their name (GLIBC_ABI_DT_RELR) too.
  public func nodes() -> Set<String> { rows.nodes }

  /// Both at once: the file is read one time.
  public var rows: (symbols: SymbolTable, nodes: Set<String>) {
    let file = TableFile(libc)
    guard let column = file.machines.firstIndex(where: { $0.machine == machine }),
      let version = GlibcVersion(version)
    else { return (SymbolTable(), []) }
    var parser = TableParser(bytes: file.bytes, column: column, version: version, hasNodes: libc == "glibc")
    parser.parse()
    return (parser.table(), parser.nodes)
  }
}

/// The bytes of one of the two files, as they stand under abi/, and their first lines.
struct TableFile {
  let bytes: UnsafeRawBufferPointer

  init(_ libc: String) {
    var size = 0
    let start = abi_check_table(libc + ".tsv", &size)
    bytes = UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : size)
  }

  /// The lines `#machine NAME OLDEST VERSIONS`, in the order of the columns.
  var machines: [(machine: String, oldest: String, versions: String)] {
    var rows: [(machine: String, oldest: String, versions: String)] = []
    var line = 0
    while line < bytes.count, bytes[line] == UInt8(ascii: "#") {
      let rest = bytes[line...]
      let end = rest.firstIndex(of: 0x0A) ?? bytes.count
      let fields = bytes[line..<end].split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      if fields.count == 4, fields[0] == "#machine" { rows.append((fields[1], fields[2], fields[3])) }
      line = end + 1
    }
    return rows
  }
}
