/// A dynamic symbol, as the file has it.
public struct Symbol: Sendable {
  /// The symbol's binding, STB_*.
  public enum Binding: UInt8, Sendable { case local = 0, global = 1, weak = 2, unique = 10, other = 255 }
  /// The symbol's type, STT_*.
  public enum Kind: UInt8, Sendable {
    case none = 0, object = 1, function = 2, section = 3, file = 4, common = 5, tls = 6, indirectFunction = 10, other =
      255
  }

  /// Where the name stands in the file's strings.
  public var nameOffset: UInt32
  /// In bytes.
  public var nameLength: UInt32
  /// The GNU hash of the name.
  public var hash: UInt32
  /// The address in the image.
  public var value: UInt64
  /// In bytes.
  public var size: UInt64
  /// The index into the file's version table, without the hidden bit. 0 is local, 1 is global without a version.
  public var versionIndex: UInt16
  /// The hidden bit: the definition is for old programs that ask for this version only (`name@VERSION`).
  public var isHidden: Bool
  /// Local, global, weak.
  public var binding: Binding
  /// Function, data, thread-local.
  public var kind: Kind
  /// Whether it is here, not asked of others.
  public var isDefined: Bool
  /// STV_HIDDEN or STV_INTERNAL: not for others, whatever the binding.
  public var isPrivate: Bool

  /// All parts at once.
  public init(
    nameOffset: UInt32, nameLength: UInt32, hash: UInt32, value: UInt64, size: UInt64, versionIndex: UInt16,
    isHidden: Bool, binding: Binding, kind: Kind, isDefined: Bool, isPrivate: Bool
  ) {
    self.nameOffset = nameOffset
    self.nameLength = nameLength
    self.hash = hash
    self.value = value
    self.size = size
    self.versionIndex = versionIndex
    self.isHidden = isHidden
    self.binding = binding
    self.kind = kind
    self.isDefined = isDefined
    self.isPrivate = isPrivate
  }

  /// Whether others can bind to it.
  public var isExported: Bool { isDefined && binding != .local && !isPrivate && versionIndex != 0 }
  /// Whether it is called; one that chooses its implementation too.
  public var isFunction: Bool { kind == .function || kind == .indirectFunction }
}

/// A version that a file asks of a library (verneed) or defines (verdef).
public struct SymbolVersion: Sendable, Hashable {
  /// "GLIBC_2.17".
  public var name: String
  /// The library it is asked of; empty in a definition.
  public var library: String
  /// VER_FLG_WEAK: a missing version is not an error.
  public var isWeak: Bool

  /// A version by name.
  public init(name: String, library: String = "", isWeak: Bool = false) {
    self.name = name
    self.library = library
    self.isWeak = isWeak
  }
}
