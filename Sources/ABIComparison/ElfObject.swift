/// A machine as ELF names it, and the word size and byte order that go with it.
public struct Machine: Sendable, Hashable, CustomStringConvertible {
  public var number: UInt16
  public var is64: Bool
  public var isBigEndian: Bool

  public init(number: UInt16, is64: Bool, isBigEndian: Bool) {
    self.number = number
    self.is64 = is64
    self.isBigEndian = isBigEndian
  }

  public static let x86_64 = Machine(number: 62, is64: true, isBigEndian: false)

  /// The name used in messages: "x86_64", "32-bit x86", "aarch64".
  public var description: String {
    switch (number, is64) {
    case (62, true): "x86_64"
    case (62, false): "x32 (32-bit pointers on x86_64)"
    case (3, _): "32-bit x86"
    case (183, true): isBigEndian ? "big-endian aarch64" : "aarch64"
    case (40, _): "32-bit arm"
    case (243, true): "riscv64"
    case (243, false): "riscv32"
    case (22, true): "s390x"
    case (22, false): "31-bit s390"
    case (20, _): "32-bit powerpc"
    case (21, _): isBigEndian ? "powerpc64" : "powerpc64le"
    case (8, true): "mips64"
    case (8, false): "32-bit mips"
    case (4, _): "m68k"
    case (258, _): "loongarch64"
    case (42, _): "sh"
    case (92, _): "openrisc"
    case (43, _): "sparc64"
    case (36902, _): "alpha"
    case (15, _): "parisc"
    default: "machine \(number), \(is64 ? 64 : 32)-bit"
    }
  }
}

/// What a relocation does, in terms that are the same on every architecture.
public struct RelocationSummary: Sendable {
  public var total = 0
  /// How often each type occurs, by the psABI's number.
  public var types: [UInt32: Int] = [:]
  /// Symbols that a PLT slot names: bound at the first call where binding is lazy.
  public var calls: Set<UInt32> = []
  /// Symbols that data or the GOT names: bound before the program starts.
  public var data: Set<UInt32> = []
  /// Symbols whose object is copied into the program.
  public var copies: Set<UInt32> = []
  /// Symbols (0: the module itself) whose offset from the thread pointer is fixed at load.
  public var staticTLS: Set<UInt32> = []
  public var hasIRelative = false

  public init() {}
}

/// An ELF file: what of it decides whether it loads and runs.
public final class ElfObject: Sendable {
  public struct Contents: Sendable {
    public var path = ""
    public var machine = Machine.x86_64
    /// ET_REL 1, ET_EXEC 2, ET_DYN 3, ET_CORE 4.
    public var type: UInt16 = 3
    public var interpreter: String?
    public var soname: String?
    public var needed: [String] = []
    public var rpath: [String] = []
    public var runpath: [String] = []
    public var symbols = SymbolTable()
    public var neededVersions: [SymbolVersion] = []
    public var definedVersions: [String] = []
    public var relocations = RelocationSummary()
    public var buildID: String?
    public var flags: UInt64 = 0
    public var flags1: UInt64 = 0
    public var hasDynamic = false
    public var hasRelr = false
    public var hasTextRelocations = false
    public var hasExecutableStack = false
    public var hasStackHeader = false
    public var stackSize: UInt64 = 0
    public var tlsSize: UInt64 = 0
    public var tlsAlignment: UInt64 = 0
    /// GNU_PROPERTY_X86_ISA_1_NEEDED, 0 where the file has none.
    public var isaNeeded: UInt32 = 0
    /// The JSON of `.note.dlopen`: libraries the file says it opens.
    public var dlopenNotes: [String] = []
    /// It imports dlopen.
    public var opensLibraries = false
    /// Strings of the form lib*.so* in its constants, where the file imports dlopen.
    public var dlopenStrings: [String] = []
    /// Mutexes in its data that are not of the normal kind.
    public var staticMutexes: [StaticMutex] = []
    /// A separate debug file: headers without contents.
    public var isDebugFile = false
    /// What of the file could not be read, in plain words.
    public var notRead: [String] = []

    public init() {}
  }

  public let contents: Contents
  public init(_ contents: Contents) { self.contents = contents }

  public var path: String { contents.path }
  public var symbols: SymbolTable { contents.symbols }
  public var isProgram: Bool { contents.interpreter != nil || contents.type == 2 }
  /// DF_BIND_NOW or DF_1_NOW: every function is bound before the program starts.
  public var bindsNow: Bool { contents.flags & 0x8 != 0 || contents.flags1 & 0x1 != 0 }
  /// Whether what it exports by that name is its copy of a library's object.
  public func copies(_ name: String) -> Bool {
    contents.relocations.copies.contains { index in
      Int(index) < symbols.symbols.count && symbols.nameBytes(symbols.symbols[Int(index)]).elementsEqual(name.utf8)
    }
  }

  public var hasStaticTLSFlag: Bool { contents.flags & 0x10 != 0 }

  /// The newest `GLIBC_x.y` it asks for, without the prefix.
  public var minimumGlibc: String? {
    // The node that packed relocations ask for came with 2.36, its name does not say so.
    contents.neededVersions.compactMap { GlibcVersion($0.name == "GLIBC_ABI_DT_RELR" ? "2.36" : $0.name) }.max()?
      .description
  }

  /// Linked against musl: by its interpreter, or by the name of musl's libc.
  public var isMuslLinked: Bool {
    if let interpreter = contents.interpreter { return interpreter.contains("/ld-musl-") }
    return contents.needed.contains { $0 == "libc.so" || $0.hasPrefix("libc.musl-") }
  }

  /// No interpreter and no library: needs nothing of any libc's loader.
  public var isStatic: Bool {
    guard contents.interpreter == nil, contents.needed.isEmpty else { return false }
    return contents.type == 2 || contents.flags1 & 0x0800_0000 != 0
  }
}

/// A version of the form GLIBC_2.17 or 2.17, ordered by its numbers.
public struct GlibcVersion: Comparable, Sendable, Hashable, CustomStringConvertible {
  public let numbers: [Int]

  public init?(_ text: String) {
    let digits = text.hasPrefix("GLIBC_") ? text.dropFirst(6) : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard !parts.isEmpty, !parts.contains(nil) else { return nil }
    numbers = parts.compactMap(\.self)
  }

  public static func < (a: Self, b: Self) -> Bool { a.numbers.lexicographicallyPrecedes(b.numbers) }
  public var description: String { numbers.map(String.init).joined(separator: ".") }
}
