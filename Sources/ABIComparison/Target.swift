/// A libc's side of the link: one file or table that defines names.
public struct Provider: Sendable {
  /// What a provider is.
  public enum Kind: String, Sendable { case loader, shim, musl, glibc }

  /// What it is.
  public var kind: Kind
  /// Its file, or the table's name.
  public var path: String
  /// As it says itself.
  public var version: String?
  /// What it exports.
  public var symbols: SymbolTable

  /// A provider with its exports.
  public init(kind: Kind, path: String, version: String?, symbols: SymbolTable) {
    self.kind = kind
    self.path = path
    self.version = version
    self.symbols = symbols
  }
}

/// Where a program is meant to run: the libc, what stands in front of it, and whose loader links.
public struct Target: Sendable {
  /// Whose rules bind the program.
  public enum Loader: String, Sendable {
    /// ld-linux of this project: glibc's rules on musl.
    case compat
    /// musl's own.
    case musl
    /// glibc's.
    case glibc
  }

  /// What programs are made for.
  public var machine: Machine
  /// Whose rules hold when a program is loaded.
  public var loader: Loader
  /// The libc's version: musl's or glibc's.
  public var version: String? { didSet { libcVersion = Self.number(version) } }
  /// In the order in which they are asked.
  public var providers: [Provider]
  /// The newest glibc whose version nodes may be asked for; nil where versions do not limit.
  public var maximumGlibc: GlibcVersion?
  /// The version nodes of glibc that may be asked for; nil where versions do not limit.
  public var nodes: Set<String>?
  /// Whether the providers say what stands at GLIBC_PRIVATE: real libraries do, tables do not.
  public var knowsPrivateNames = true

  /// All parts at once.
  public init(
    machine: Machine, loader: Loader, version: String?, providers: [Provider], maximumGlibc: GlibcVersion? = nil,
    nodes: Set<String>? = nil
  ) {
    self.nodes = nodes
    self.machine = machine
    self.loader = loader
    self.version = version
    libcVersion = Self.number(version)
    self.providers = providers
    self.maximumGlibc = maximumGlibc
  }

  /// The provider of a kind, nil where the target has none.
  public func provider(_ kind: Provider.Kind) -> Provider? { providers.first { $0.kind == kind } }

  /// musl's version as numbers; an unknown one counts as the oldest, so that nothing is promised.
  public private(set) var libcVersion: GlibcVersion
  /// Whether the libc is of this version or newer.
  public func isAtLeast(_ version: String) -> Bool { libcVersion >= GlibcVersion(version)! }
  private static func number(_ text: String?) -> GlibcVersion {
    text.flatMap { GlibcVersion($0) } ?? GlibcVersion("0")!
  }
}

/// What a report says of the target for one machine.
public struct JudgedTarget: Sendable, Equatable {
  /// "musl" or "glibc".
  public var libc: String
  /// As the libc says itself.
  public var version: String?
  /// The machine in words.
  public var machine: String
  /// The libc's file, or the name of the table that stands for it.
  public var path: String?

  /// All parts at once.
  public init(libc: String, version: String?, machine: String, path: String?) {
    self.libc = libc
    self.version = version
    self.machine = machine
    self.path = path
  }

  /// What is told of a target.
  public init(_ target: Target) {
    self.init(
      libc: target.loader == .glibc ? "glibc" : "musl", version: target.version, machine: "\(target.machine)",
      path: target.providers.last?.path)
  }
}

/// The libraries that a libc is made of, by the name in DT_NEEDED.
public enum PseudoLibc {
  private static let glibcStems: Set<String> = [
    "libc", "libm", "libpthread", "libdl", "librt", "libutil", "libresolv", "libanl", "libnsl", "libmvec",
    "libBrokenLocale",
  ]
  private static let glibcSonames: Set<String> = [
    "libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "librt.so.1", "libutil.so.1", "libresolv.so.2",
    "libanl.so.1", "libnsl.so.1", "libmvec.so.1", "libBrokenLocale.so.1", "libc_malloc_debug.so.0", "libthread_db.so.1",
  ]
  /// musl's loader answers for these by itself, whatever follows the dot.
  private static let muslStems: Set<String> = ["libc", "libpthread", "librt", "libm", "libdl", "libutil", "libxnet"]

  /// A library of glibc's own, which our loader and glibc's answer for.
  public static func isGlibcPart(_ soname: String) -> Bool {
    glibcSonames.contains(soname) || soname.hasPrefix("ld-linux") || soname.hasPrefix("ld64.so") || soname == "ld.so.1"
  }

  /// Whether the loader answers for a library itself, without a file.
  public static func isAnswered(_ soname: String, by loader: Target.Loader) -> Bool {
    switch loader {
    case .compat where isMuslLibc(soname) || soname == "libglibc-compat.so.1": true
    case .compat, .glibc:
      // The two debugging libraries are files of their own even in glibc.
      isGlibcPart(soname) && !soname.hasPrefix("libc_malloc_debug") && !soname.hasPrefix("libthread_db")
    case .musl:
      muslStems.contains(String(soname.prefix { $0 != "." })) || isMuslLibc(soname)
    }
  }

  /// musl's libc under the names that musl's linkers write into DT_NEEDED.
  static func isMuslLibc(_ soname: String) -> Bool {
    soname == "libc.so" || soname.hasPrefix("libc.musl-") || soname.hasPrefix("ld-musl-")
  }
}
