import ABIComparison
import CTables

/// The tables that the tool carries: what each known libc exports.
public struct ExportTable: Sendable {
  /// "glibc" or "musl".
  public var libc: String
  public var version: String
  public var machine: String
  /// The file's path under abi/, by which the tool finds the bytes.
  let file: String

  public var name: String { "\(libc)-\(version)" }

  public static let all: [ExportTable] = (0..<Int(abi_check_table_count())).compactMap { index in
    let file = String(cString: abi_check_table_name(Int32(index)))
    let path = file.dropLast(4).split(separator: "/")
    guard path.count >= 2, let name = path.last, let dash = name.lastIndex(of: "-") else { return nil }
    return ExportTable(
      libc: String(name[..<dash]), version: String(name[name.index(after: dash)...]), machine: String(path[0]),
      file: file)
  }

  public static func newest(_ libc: String) -> ExportTable? {
    all.filter { $0.libc == libc }.max { GlibcVersion($0.version)! < GlibcVersion($1.version)! }
  }

  /// The rows as a symbol table. Columns: library, name, version, default|compat, type, size, binding.
  public func symbols(upTo maximum: GlibcVersion? = nil) -> SymbolTable {
    var size = 0
    guard let start = abi_check_table(file, &size) else { return SymbolTable() }
    return Self.parse(UnsafeRawBufferPointer(start: start, count: size), upTo: maximum)
  }

  static func parse(_ bytes: UnsafeRawBufferPointer, upTo maximum: GlibcVersion?) -> SymbolTable {
    var versions: [SymbolVersion?] = [nil, nil]
    var indices: [String: UInt16] = [:]
    var symbols: [Symbol] = []
    var line = 0
    while line < bytes.count {
      let end = bytes[line...].firstIndex(of: 0x0A) ?? bytes.count
      let fields = bytes[line..<end].split(separator: 0x09, maxSplits: 8, omittingEmptySubsequences: false)
      line = end + 1
      guard fields.count >= 7, !fields[1].isEmpty, symbols.count < ElfReader.maximumSymbols else { continue }
      var version: UInt16 = 1
      if !fields[2].isEmpty {
        let text = String(decoding: fields[2], as: UTF8.self)
        if let maximum, let own = GlibcVersion(text), own > maximum { continue }
        version = indices[text] ?? UInt16(truncatingIfNeeded: versions.count)
        if indices[text] == nil {
          indices[text] = version
          versions.append(SymbolVersion(name: text))
        }
      }
      symbols.append(
        Symbol(
          nameOffset: UInt32(fields[1].startIndex), nameLength: UInt32(fields[1].count),
          hash: SymbolTable.hash(fields[1]), value: 0, size: UInt64(String(decoding: fields[5], as: UTF8.self)) ?? 0,
          versionIndex: version, isHidden: fields[3].elementsEqual("compat".utf8),
          binding: fields[6].elementsEqual("WEAK".utf8) ? .weak : .global, kind: kind(fields[4]), isDefined: true,
          isPrivate: false))
    }
    return SymbolTable(strings: Array(bytes), symbols: symbols, versions: versions)
  }

  private static func kind(_ field: Slice<UnsafeRawBufferPointer>) -> Symbol.Kind {
    switch String(decoding: field, as: UTF8.self) {
    case "FUNC": .function
    case "IFUNC": .indirectFunction
    case "OBJECT": .object
    case "TLS": .tls
    default: .none
    }
  }
}
