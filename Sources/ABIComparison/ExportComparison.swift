/// One exported name with all that a program can see of it.
public struct Export: Sendable, Hashable {
  /// The symbol's name without its version.
  public var name: String
  /// Empty where it has none.
  public var version: String
  /// Whether a new program binds to this version.
  public var isDefault: Bool
  /// Function, data, thread-local.
  public var kind: Symbol.Kind
  /// In bytes; of functions it means nothing to a program.
  public var size: UInt64
  /// Global or weak.
  public var binding: Symbol.Binding

  /// A row for one symbol of a table.
  public init(_ symbol: Symbol, in table: SymbolTable) {
    name = table.name(symbol)
    version = table.version(symbol)?.name ?? ""
    isDefault = !symbol.isHidden
    kind = symbol.kind
    size = symbol.size
    binding = symbol.binding
  }

  /// "name@@VERSION", as readelf writes it.
  public var text: String { version.isEmpty ? name : "\(name)\(isDefault ? "@@" : "@")\(version)" }

  /// What tables and messages call the type: as readelf does.
  public var kindText: String {
    switch kind {
    case .function: "FUNC"
    case .indirectFunction: "IFUNC"
    case .object, .common: "OBJECT"
    case .tls: "TLS"
    default: "NOTYPE"
    }
  }

  /// As readelf writes it.
  public var bindingText: String { binding == .weak ? "WEAK" : binding == .unique ? "UNIQUE" : "GLOBAL" }
}

/// How the exports of one set of libraries compare with those of another, name by name and version by version.
public struct ExportComparison: Sendable {
  /// In what an export is not like the reference.
  public enum Difference: Sendable {
    /// The reference has it, the provider does not.
    case missing
    /// The provider has the name, but not at this version; the versions it has.
    case otherVersion([String])
    /// Function here, data there.
    case otherKind(String, String)
    /// Data of another size, which COPY relocations would cut.
    case otherSize(UInt64, UInt64)
    /// The default version here is an old one there, or the reverse.
    case otherDefault
  }

  /// An export that is not like the reference.
  public struct Mismatch: Sendable {
    /// The reference's row.
    public var export: Export
    /// What is wrong with the other.
    public var difference: Difference
  }

  /// In the order of the reference.
  public var mismatches: [Mismatch] = []
  /// By version: how many of the reference's names the provider has, and how many there are.
  public var coverage: [String: (have: Int, all: Int)] = [:]
  /// How many of the reference's exports were looked for.
  public var compared = 0
  /// How many of them were found as they are.
  public var matched = 0
  /// Names of the provider at versions of the reference that the reference does not have.
  public var extra: [Export] = []

  /// - Parameter isWanted: which names to compare; GLIBC_PRIVATE never is.
  public init(provider: [Export], reference: [Export], isWanted: (String) -> Bool) {
    var byName: [String: [Export]] = [:]
    for export in provider { byName[export.name, default: []].append(export) }
    var seen: Set<String> = []
    let wanted = reference.filter { isWanted($0.name) && $0.version != "GLIBC_PRIVATE" && !Self.isVersionNode($0) }
    for export in wanted where seen.insert(export.name + "@" + export.version).inserted {
      compared += 1
      coverage[export.version, default: (0, 0)].all += 1
      if let difference = Self.compare(export, with: byName[export.name] ?? []) {
        mismatches.append(Mismatch(export: export, difference: difference))
        if case .missing = difference { continue }
        if case .otherVersion = difference { continue }
        coverage[export.version, default: (0, 0)].have += 1
      } else {
        coverage[export.version, default: (0, 0)].have += 1
        matched += 1
      }
    }
    let known = Set(reference.map(\.name))
    extra = provider.filter { isWanted($0.name) && !known.contains($0.name) && !Self.isVersionNode($0) }
    mismatches.sort { ($0.export.version, $0.export.name) < ($1.export.version, $1.export.name) }
  }

  /// The absolute symbol that linkers make for a version node itself.
  private static func isVersionNode(_ export: Export) -> Bool { export.name == export.version }

  private static func compare(_ export: Export, with candidates: [Export]) -> Difference? {
    guard !candidates.isEmpty else { return .missing }
    // A provider without versions is matched by name.
    let same = candidates.first { $0.version == export.version } ?? candidates.first { $0.version.isEmpty }
    guard let same else { return .otherVersion(candidates.map(\.version)) }
    let isFunction = export.kind == .function || export.kind == .indirectFunction
    let isAlsoFunction = same.kind == .function || same.kind == .indirectFunction
    if isFunction != isAlsoFunction || !isFunction && same.kind != export.kind {
      return .otherKind(same.kindText, export.kindText)
    }
    if !isFunction, same.size != export.size { return .otherSize(same.size, export.size) }
    if !same.version.isEmpty, same.isDefault != export.isDefault { return .otherDefault }
    return nil
  }
}
