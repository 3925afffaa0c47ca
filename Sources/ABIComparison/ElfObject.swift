import Synchronization

/// What a relocation does, in terms that are the same on every architecture.
public struct RelocationSummary: Sendable {
  /// How many relocations there are.
  public var total = 0
  /// How often each type occurs, by the psABI's number.
  public var types: [UInt32: Int] = [:]
  /// Symbols that a PLT slot names: bound at the first call where binding is lazy.
  public var calls = SymbolSet()
  /// Symbols that data or the GOT names: bound before the program starts.
  public var data = SymbolSet()
  /// Symbols whose object is copied into the program.
  public var copies: Set<UInt32> = []
  /// Symbols (0: the module itself) whose offset from the thread pointer is fixed at load.
  public var staticTLS: Set<UInt32> = []
  /// Whether a function of the file itself chooses an implementation at the start.
  public var hasIRelative = false

  /// Nothing filled in.
  public init() {}
}

/// An ELF file: what of it decides whether it loads and runs.
public final class ElfObject: Sendable {
  /// What a reader fills in.
  public struct Contents: Sendable {
    /// The path that the file was opened by.
    public var path = ""
    /// What it is made for.
    public var machine = Machine.x86_64
    /// ET_REL 1, ET_EXEC 2, ET_DYN 3, ET_CORE 4.
    public var type: UInt16 = 3
    /// The loader that the program asks for; libraries have none.
    public var interpreter: String?
    /// DT_SONAME.
    public var soname: String?
    /// DT_NEEDED, in order.
    public var needed: [String] = []
    /// DT_RPATH, split at the colons.
    public var rpath: [String] = []
    /// DT_RUNPATH, split at the colons.
    public var runpath: [String] = []
    /// The dynamic symbols with their versions.
    public var symbols = SymbolTable()
    /// The versions that it asks of its libraries.
    public var neededVersions: [SymbolVersion] = []
    /// The versions that it defines.
    public var definedVersions: [String] = []
    /// What its relocations do.
    public var relocations = RelocationSummary()
    /// In hexadecimal.
    public var buildID: String?
    /// DT_FLAGS.
    public var flags: UInt64 = 0
    /// DT_FLAGS_1.
    public var flags1: UInt64 = 0
    /// Whether there is a dynamic section: a static program has none.
    public var hasDynamic = false
    /// Whether relocations are packed (DT_RELR).
    public var hasRelr = false
    /// Whether relocations change code (DT_TEXTREL).
    public var hasTextRelocations = false
    /// Whether the stack is asked to be executable.
    public var hasExecutableStack = false
    /// Whether PT_GNU_STACK is there at all; without it the kernel makes the stack executable.
    public var hasStackHeader = false
    /// The size of the stack that the program asks for, 0 for the default.
    public var stackSize: UInt64 = 0
    /// Of the thread-local segment, in bytes.
    public var tlsSize: UInt64 = 0
    /// Of the thread-local segment, in bytes.
    public var tlsAlignment: UInt64 = 0
    /// GNU_PROPERTY_X86_ISA_1_NEEDED, 0 where the file has none.
    public var isaNeeded: UInt32 = 0
    /// The JSON of `.note.dlopen`: libraries the file says it opens.
    public var dlopenNotes: [String] = []
    /// It imports dlopen.
    public var opensLibraries = false
    /// Strings of the form lib*.so* in its constants, where the file imports dlopen.
    public var dlopenStrings: [String] = []
    /// A static program that has glibc's reader of nsswitch.conf in it, which opens libraries of that glibc.
    public var opensNameServices = false
    /// Mutexes in its data that are not of the normal kind.
    public var staticMutexes: [StaticMutex] = []
    /// Bytes in its data look like such mutexes, and it has no debug information that could tell.
    public var hasUnprovedMutexes = false
    /// A separate debug file: headers without contents.
    public var isDebugFile = false
    /// What of the file could not be read, in plain words.
    public var notRead: [String] = []

    /// Nothing filled in.
    public init() {}
  }

  /// What was read.
  public let contents: Contents
  /// No other object of this run has or had it.
  let number: UInt64
  private static let count = Atomic<UInt64>(0)
  /// The versions that it must have of libraries other than glibc's.
  let versionsOfLibraries: [SymbolVersion]
  /// An object with these contents.
  public init(_ contents: Contents) {
    self.contents = contents
    versionsOfLibraries = contents.neededVersions.filter { !$0.isWeak && !PseudoLibc.isGlibcPart($0.library) }
    number = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
  }

  /// The path that the file was opened by.
  public var path: String { contents.path }
  /// The dynamic symbols with their versions.
  public var symbols: SymbolTable { contents.symbols }
  /// Whether it is started, not loaded by others.
  public var isProgram: Bool { contents.interpreter != nil || contents.type == 2 }
  /// DF_BIND_NOW or DF_1_NOW: every function is bound before the program starts.
  public var bindsNow: Bool { contents.flags & 0x8 != 0 || contents.flags1 & 0x1 != 0 }
  /// Whether what it exports by that name is its copy of a library's object.
  public func copies(_ name: String) -> Bool {
    contents.relocations.copies.contains { index in
      Int(index) < symbols.symbols.count && symbols.nameBytes(symbols.symbols[Int(index)]).elementsEqual(name.utf8)
    }
  }

  /// DF_STATIC_TLS: its thread-locals must be there from the start.
  public var hasStaticTLSFlag: Bool { contents.flags & 0x10 != 0 }

  /// The newest `GLIBC_x.y` it asks for, without the prefix.
  public var minimumGlibc: String? {
    // The node that packed relocations ask for came with 2.36, its name does not say so.
    contents.neededVersions.compactMap { GlibcVersion($0.name == "GLIBC_ABI_DT_RELR" ? "2.36" : $0.name) }.max()?
      .description
  }

  /// Linked against musl: by its interpreter, or by the name of musl's libc.
  public var isMuslLinked: Bool {
    if let interpreter = contents.interpreter { return interpreter.includes("/ld-musl-") }
    return contents.needed.contains(where: PseudoLibc.isMuslLibc)
  }

  /// No interpreter and no library: needs nothing of any libc's loader.
  public var isStatic: Bool {
    guard contents.interpreter == nil, contents.needed.isEmpty else { return false }
    return contents.type == 2 || contents.flags1 & 0x0800_0000 != 0
  }
}

/// A version of the form GLIBC_2.17 or 2.17, ordered by its numbers.
public struct GlibcVersion: Comparable, Sendable, Hashable, CustomStringConvertible {
  /// The parts: 2, 36.
  public let numbers: [Int]

  /// Nil where the text is not numbers with dots.
  public init?(_ text: String) {
    let digits = text.hasPrefix("GLIBC_") ? text.dropFirst(6) : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard !parts.isEmpty, !parts.contains(nil) else { return nil }
    numbers = parts.compactMap(\.self)
  }

  public static func < (a: Self, b: Self) -> Bool { a.numbers.lexicographicallyPrecedes(b.numbers) }
  public var description: String { numbers.map(String.init).joined(separator: ".") }
}
