/// One thing that can go wrong, and how to see it in a file. A rule is a file in Rules/ and a row in `Rule.all`.
public struct Rule: Sendable {
  /// The name in reports: `relr`, `missing-symbol`.
  public var id: String
  /// What it is, in a few words.
  public var title: String
  /// What happens and why, for `abi-check explain`.
  public var why: String
  /// What a user can do; empty where nothing but another libc helps.
  public var fix: String
  /// The names that it looks for among an object's references; it sees those in `ObjectView.watched`.
  public var names: Set<String>
  /// What it says about one object, whoever loads it.
  public var object: @Sendable (ObjectView) -> [Finding]
  /// What it says about a file together with the libraries it needs.
  public var link: @Sendable (LinkView) -> [Finding]

  /// All parts at once.
  public init(
    _ id: String, title: String, why: String, fix: String = "", names: Set<String> = [],
    object: @escaping @Sendable (ObjectView) -> [Finding] = { _ in [] },
    link: @escaping @Sendable (LinkView) -> [Finding] = { _ in [] }
  ) {
    self.id = id
    self.title = title
    self.why = why
    self.fix = fix
    self.names = names
    self.object = object
    self.link = link
  }

  /// A finding of this rule, with its fix.
  public func finding(
    _ severity: Severity, _ when: Moment, _ evidence: Evidence, _ message: String, symbol: String? = nil,
    version: String? = nil, in object: ElfObject, provider: String? = nil, fix: String? = nil
  ) -> Finding {
    Finding(
      rule: id, severity: severity, when: when, evidence: evidence, symbol: symbol, version: version,
      requiredBy: [LinkSet.shortName(object.path)], provider: provider, message: message,
      fix: fix ?? (self.fix.isEmpty ? nil : self.fix))
  }

  /// All rules, in the order of the report.
  public static let all: [Rule] = [
    .interp, .missingLibrary, .missingVersion, .missingSymbol, .private, .unresolvedSymbol, .glibcVersion,
    .startCode, .irelative, .relr, .otherReloc, .textrel, .execstack, .searchPath, .isaLevel,
    .sanitizer, .tlsIE, .dlopen, .deepbind, .dlFlags, .oldVersion, .stub, .copySize, .threadStack, .cxxRuntime,
    .layout, .offT, .time64, .fpErrno, .sigRt, .constFtw, .regexGnu, .hooks, .nss, .gconv, .locale, .lfs64,
    .privateStructure, .lazy, .mutexRecursiveInit,
  ]

  /// All names that any rule looks for.
  static let watchedNames = NameSet(all.reduce(into: Set()) { $0.formUnion($1.names) })

  /// The rule with an id, or with one of the other names that people look for it under.
  public static func named(_ id: String) -> Rule? {
    let own = otherNames[id] ?? id
    return all.first { $0.id == own }
  }

  private static let otherNames = [
    "df-1-now": "df-1", "df-1-noopen": "df-1", "df-1-initfirst": "df-1", "origin": "search-path",
    "rpath": "search-path", "ld.so.conf": "search-path", "data-symbol": "private-object", "printf-hooks": "hooks",
    "malloc-hooks": "hooks", "fp-exceptions": "fp-errno", "math_errhandling": "fp-errno",
  ]
}

/// How the libc's side of the target answers one reference.
public enum LibcAnswer: Sendable {
  case provided(Provider.Kind, Symbol)
  /// musl's loader answers `name64` with `name` from a fixed list.
  case alias(Provider.Kind)
  case absent
}

/// A reference of one object, with the libc's answer.
public struct LibcReference: Sendable {
  /// The symbol's number in the table.
  public var index: Int
  /// The reference.
  public var symbol: Symbol
  /// Who answers it.
  public var answer: LibcAnswer
}

/// One object before one target: what an object rule sees.
public struct ObjectView: Sendable {
  /// The object that is judged.
  public let object: ElfObject
  /// What it is judged against.
  public let target: Target
  /// Its references to libc.
  public let references: [LibcReference]
  /// Those to names that a rule looks for: few, while a large library refers to thousands.
  public let watched: [(name: String, reference: LibcReference)]
  /// The object is the file that was asked about, not a library of it.
  public let isRoot: Bool

  /// Gathers what the rules for a single object ask about.
  public init(object: ElfObject, target: Target, isRoot: Bool) {
    self.object = object
    self.target = target
    self.isRoot = isRoot
    references = Self.bind(object, to: target)
    let table = object.symbols
    watched = references.compactMap { reference in
      Rule.watchedNames.name(of: reference.symbol, in: table).map { ($0, reference) }
    }
  }

  private static func bind(_ object: ElfObject, to target: Target) -> [LibcReference] {
    let table = object.symbols
    var bound: [LibcReference] = []
    let copies = object.contents.relocations.copies
    let providers = target.providers
    let probes = providers.map(\.symbols.probe)
    for (index, symbol) in table.symbols.enumerated()
    // A copied object is defined in the program, but its contents come from the library that must have it.
    where symbol.nameLength > 0 && symbol.binding != .local && (!symbol.isDefined || copies.contains(UInt32(index))) {
      bound.append(
        LibcReference(index: index, symbol: symbol, answer: answer(to: symbol, of: table, providers, probes, target)))
    }
    return bound
  }

  private static func answer(
    to symbol: Symbol, of table: SymbolTable, _ providers: [Provider], _ probes: [SymbolTable.Probe], _ target: Target
  ) -> LibcAnswer {
    for place in probes.indices where probes[place].mayDefine(symbol.hash) {
      let provider = providers[place]
      let name = table.nameBytes(symbol)
      let version = table.version(symbol)?.name
      var exact: Symbol?
      var any: Symbol?
      provider.symbols.forEachExport(of: name, hash: symbol.hash) { candidate in
        if any == nil || !candidate.isHidden { any = candidate }
        guard version == nil || provider.symbols.version(candidate)?.name == version else { return false }
        exact = candidate
        return version != nil
      }
      if let found = exact ?? any, target.loader != .glibc || exact != nil || provider.symbols.versions.isEmpty {
        return .provided(provider.kind, found)
      }
    }
    return LargeFileNames.isAnswered(table.nameBytes(symbol), by: target) ? .alias(.musl) : .absent
  }

  /// A reference's name.
  public func name(_ reference: LibcReference) -> String { object.symbols.name(reference.symbol) }
  /// The version that a reference asks for.
  public func version(_ reference: LibcReference) -> String? { object.symbols.version(reference.symbol)?.name }

  /// The references to watched names that musl itself answers: what a table of musl's behaviour applies to.
  public func answeredByMusl() -> [(name: String, reference: LibcReference)] {
    watched.filter { _, reference in
      switch reference.answer {
      case .provided(.musl, _), .alias(.musl): true
      default: false
      }
    }
  }

  /// Whether it refers to a watched name.
  public func imports(_ name: String) -> Bool { watched.contains { $0.name == name } }
}

/// Names by their hash, to find a few among many symbols without making a String of each.
struct NameSet: Sendable {
  private let byHash: [UInt32: [String]]
  /// One bit for each value of a hash's low bits: nearly all other names end here.
  private let bits: [UInt64]

  init(_ names: Set<String>) {
    byHash = Dictionary(grouping: names) { SymbolTable.hash($0.utf8) }
    var bits = [UInt64](repeating: 0, count: 1024)
    for hash in byHash.keys { bits[Int(hash >> 6 & 1023)] |= 1 << UInt64(hash & 63) }
    self.bits = bits
  }

  func name(of symbol: Symbol, in table: SymbolTable) -> String? {
    guard bits[Int(symbol.hash >> 6 & 1023)] >> UInt64(symbol.hash & 63) & 1 == 1, let names = byHash[symbol.hash]
    else { return nil }
    let bytes = table.nameBytes(symbol)
    return names.first { bytes.elementsEqual($0.utf8) }
  }
}

/// A reference that nothing in the link answers.
public struct MissingReference: Sendable {
  /// Who asks.
  public var object: ElfObject
  /// The reference.
  public var symbol: Symbol
  /// The symbol's number in the table.
  public var index: UInt32

  /// The name that nothing defines. Made when asked for: a plugin leaves thousands to its program, and no report speaks
  /// of them.
  public var name: String { object.symbols.name(symbol) }
  /// The version that was asked for.
  public var version: SymbolVersion? { object.symbols.version(symbol) }

  /// Whether glibc is who should define it: by the version it asks for, or because glibc exports the name.
  func isGlibcs(_ names: GlibcNames?) -> Bool {
    if let version { return PseudoLibc.isGlibcPart(version.library) || version.name.hasPrefix("GLIBC_") }
    return names.map { $0.table.hasExport(of: object.symbols.nameBytes(symbol), hash: symbol.hash) } ?? true
  }
}

/// A file with its libraries before one target: what a link rule sees.
public struct LinkView: Sendable {
  /// The file with all that it needs.
  public let link: LinkSet
  /// What it is judged against.
  public let target: Target
  /// What nothing answers.
  public let missing: [MissingReference]
  /// Those of them that glibc should define.
  let missingOfGlibc: [MissingReference]
  /// The others: a program's own, or a library's that is not there.
  let missingElsewhere: [MissingReference]
  /// Whether the loader is where the program wants it.
  public let interpreter: InterpreterState
  /// All names of glibc, to tell a missing one from a program's own.
  public let glibcNames: GlibcNames?

  /// All parts at once.
  public init(
    link: LinkSet, target: Target, missing: [MissingReference], interpreter: InterpreterState, glibcNames: GlibcNames?
  ) {
    self.link = link
    self.target = target
    self.missing = missing
    var ofGlibc: [MissingReference] = []
    var elsewhere: [MissingReference] = []
    for reference in missing {
      if reference.isGlibcs(glibcNames) { ofGlibc.append(reference) } else { elsewhere.append(reference) }
    }
    (missingOfGlibc, missingElsewhere) = (ofGlibc, elsewhere)
    self.interpreter = interpreter
    self.glibcNames = glibcNames
  }

  /// The file itself.
  public var root: ElfObject { link.root }
}

/// What stands where the program's interpreter path points.
public enum InterpreterState: Sendable {
  case notAsked
  case present
  case absent(path: String, sysroot: String)
  case other(path: String, what: String)
}

/// Names that glibc exports, to tell what is the libc's to define.
public struct GlibcNames: Sendable {
  /// The exports.
  public let table: SymbolTable
  /// The names of a table.
  public init(_ table: SymbolTable) { self.table = table }
  /// Whether glibc exports the name in any version.
  public func contains(_ name: String) -> Bool { table.export(named: name) != nil }
}
