import ABIComparison
import Glibc

/// What `abi-check dump` wrote: the exports of libraries that need not be here any more.
///
/// Rows are tab-separated: library, name, version, `default` or `compat`, type, size, binding. Before them stand
/// `#library` with the soname, the machine, the libc and its version, and `#node` for each version node, because some
/// nodes have no names.
public struct ExportSnapshot: Sendable {
  /// The exports of one library.
  public struct Library: Sendable {
    /// Its soname.
    public var name: String
    /// As the tables name it: "x86_64"; empty where the file does not say.
    public var machine = ""
    /// "glibc" or "musl", where the library is a libc.
    public var libc: String?
    /// Of that libc, as it says itself.
    public var version: String?
    /// The version nodes that it defines.
    public var nodes: Set<String> = []
    /// What it exports.
    public var symbols = SymbolTable()
    /// Names at GLIBC_PRIVATE are in it.
    public var hasPrivate = false
  }

  /// The file that was read.
  public private(set) var path: String
  /// In the order of the file.
  public private(set) var libraries: [Library] = []

  /// What such a file begins with.
  public static let firstLine = "#abi-check dump"
  private static let maximumSize = 256 << 20

  /// Nil where the file is no such table: then it is something else, or nothing.
  public init?(path: String) {
    guard let (fd, size) = try? openRegularFile(path) else { return nil }
    defer { close(fd) }
    guard size <= UInt64(Self.maximumSize) else { return nil }
    var start = [UInt8](repeating: 0, count: 1024)
    let count = pread(fd, &start, start.count, 0)
    guard count > 0, Self.isTable(start.prefix(count)) else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { read(fd, $0.baseAddress! + done, $0.count - done) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      done += count
    }
    self.path = path
    guard parse(bytes) else { return nil }
  }

  /// Its first line says so, or is a row.
  private static func isTable(_ head: ArraySlice<UInt8>) -> Bool {
    if head.starts(with: firstLine.utf8) { return true }
    let fields = head.prefix { $0 != 0x0A }.split(separator: 0x09, omittingEmptySubsequences: false)
    return fields.count == 7 && (fields[3].elementsEqual("default".utf8) || fields[3].elementsEqual("compat".utf8))
  }

  private struct Rows {
    var library: Library
    var symbols: [Symbol] = []
    var versions: [SymbolVersion?] = [nil, nil]
    var indices: [String: UInt16] = [:]
  }

  /// False for a row that is not one: a damaged table answers nothing.
  private mutating func parse(_ bytes: [UInt8]) -> Bool {
    var order: [String] = []
    var rows: [String: Rows] = [:]
    func text(_ field: ArraySlice<UInt8>) -> String { String(decoding: field, as: UTF8.self) }
    var total = 0
    for line in bytes.split(separator: 0x0A) {
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      if fields[0].first == UInt8(ascii: "#") {
        guard fields.count >= 3, ["#library", "#node"].contains(text(fields[0])) else { continue }
      } else {
        guard fields.count == 7, !fields[1].isEmpty else { return false }
      }
      let isMark = fields[0].first == UInt8(ascii: "#")
      let name = text(isMark ? fields[1] : fields[0])
      if rows[name] == nil { order.append(name) }
      var own = rows.removeValue(forKey: name) ?? Rows(library: Library(name: name))
      defer { rows[name] = own }
      if isMark {
        if fields[0].elementsEqual("#node".utf8) {
          own.library.nodes.insert(text(fields[2]))
        } else {
          own.library.machine = text(fields[2])
          if fields.count > 4, !fields[3].isEmpty { own.library.libc = text(fields[3]) }
          if fields.count > 4, !fields[4].isEmpty { own.library.version = text(fields[4]) }
        }
        continue
      }
      total += 1
      guard total <= ElfReader.maximumSymbols, let symbol = Self.symbol(fields, &own) else { return false }
      own.symbols.append(symbol)
    }
    libraries = order.compactMap { name in
      guard var own = rows[name] else { return nil }
      own.library.symbols = SymbolTable(strings: bytes, symbols: own.symbols, versions: own.versions)
      return own.library
    }
    return true
  }

  private static func symbol(_ fields: [ArraySlice<UInt8>], _ own: inout Rows) -> Symbol? {
    guard let size = UInt64(String(decoding: fields[5], as: UTF8.self)) else { return nil }
    var index: UInt16 = 1
    if !fields[2].isEmpty {
      let version = String(decoding: fields[2], as: UTF8.self)
      if let known = own.indices[version] {
        index = known
      } else {
        guard own.versions.count < 0x7FFF else { return nil }
        index = UInt16(own.versions.count)
        own.indices[version] = index
        own.versions.append(SymbolVersion(name: version))
        own.library.nodes.insert(version)
        if version == "GLIBC_PRIVATE" { own.library.hasPrivate = true }
      }
    }
    let kind: Symbol.Kind
    switch String(decoding: fields[4], as: UTF8.self) {
    case "FUNC": kind = .function
    case "IFUNC": kind = .indirectFunction
    case "OBJECT": kind = .object
    case "TLS": kind = .tls
    case "NOTYPE": kind = .none
    default: return nil
    }
    let binding: Symbol.Binding =
      fields[6].elementsEqual("WEAK".utf8) ? .weak : fields[6].elementsEqual("UNIQUE".utf8) ? .unique : .global
    return Symbol(
      nameOffset: UInt32(fields[1].startIndex), nameLength: UInt32(fields[1].count), hash: SymbolTable.hash(fields[1]),
      value: 0, size: size, versionIndex: index, isHidden: fields[3].elementsEqual("compat".utf8), binding: binding,
      kind: kind, isDefined: true, isPrivate: false)
  }
}

extension ExportSnapshot {
  /// The target that it is a picture of: glibc with its libraries.
  func glibc() -> Target? {
    guard let libc = libraries.first(where: { $0.symbols.export(named: "gnu_get_libc_version") != nil }),
      let machine = libc.machine.isEmpty ? .x86_64 : Machine(tableName: libc.machine)
    else { return nil }
    let nodes = libraries.reduce(into: Set<String>()) { $0.formUnion($1.nodes) }
    let version = nodes.compactMap { GlibcVersion($0) }.max()
    let providers = libraries.map {
      Provider(kind: .glibc, path: path, version: version?.description, symbols: $0.symbols)
    }
    var target = Target(
      machine: machine, loader: .glibc, version: version?.description, providers: providers, maximumGlibc: version,
      nodes: nodes)
    target.knowsPrivateNames = libraries.contains(where: \.hasPrivate)
    return target
  }
}

/// What a library says about the libc that it is.
public struct LibcIdentity: Sendable {
  /// "glibc" or "musl".
  public var libc: String
  /// Of that libc, as it says itself.
  public var version: String?

  /// Nil for a library that is no libc.
  public init?(_ object: ElfObject) {
    if object.symbols.export(named: "gnu_get_libc_version") != nil {
      libc = "glibc"
      version = object.contents.definedVersions.compactMap { GlibcVersion($0) }.max()?.description
    } else if object.symbols.export(named: "__libc_start_main") != nil, object.symbols.export(named: "printf") != nil {
      libc = "musl"
      version = (try? ElfFile(path: object.path)).flatMap { MuslVersion.find(in: $0) }
    } else {
      return nil
    }
  }
}
