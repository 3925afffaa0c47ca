/// A machine as ELF names it, with the word size, byte order and calling convention that go with it.
public struct Machine: Sendable, Hashable, CustomStringConvertible {
  /// Calling conventions of one machine that exclude each other, by `e_flags`.
  public enum Variant: String, Sendable {
    /// The one that Debian's port of that name has (hard float on arm).
    case usual = ""
    case softFloat = "soft-float"
    case singleFloat = "single-float"
    /// mips with 32-bit pointers in 64-bit registers.
    case n32 = "n32"
    /// mips with IEEE 754-2008's encoding of NaN.
    case nan2008 = "nan2008"
    /// mips, release 6.
    case release6 = "r6"
    /// powerpc64, ABI version 2 in big-endian.
    case elfV2 = "elfv2"
  }

  /// The number of the ELF header, `e_machine`.
  public var number: UInt16
  /// Whether the file is of the 64-bit class; x32 is not.
  public var is64: Bool
  /// The byte order of the file.
  public var isBigEndian: Bool
  /// The calling convention, where there are several.
  public var variant: Variant

  /// A machine as the ELF header says it.
  public init(number: UInt16, is64: Bool, isBigEndian: Bool, variant: Variant = .usual) {
    self.number = number
    self.is64 = is64
    self.isBigEndian = isBigEndian
    self.variant = variant
  }

  /// The machine with the convention that its header's flags say.
  public init(number: UInt16, is64: Bool, isBigEndian: Bool, flags: UInt32) {
    self.init(number: number, is64: is64, isBigEndian: isBigEndian)
    switch number {
    case 40: if flags & 0x600 == 0x200 { variant = .softFloat }
    case 8:
      if [9, 10].contains(flags >> 28) {
        variant = .release6
      } else if flags & 0x20 != 0 {
        variant = .n32
      } else if flags & 0x400 != 0 {
        variant = .nan2008
      }
    case 21: if isBigEndian, flags & 3 == 2 { variant = .elfV2 }
    case 243: variant = flags & 6 == 4 ? .usual : flags & 6 == 2 ? .singleFloat : .softFloat
    case 258: variant = flags & 7 == 3 ? .usual : flags & 7 == 2 ? .singleFloat : .softFloat
    default: break
    }
  }

  /// What the shim and the loader are made for.
  public static let x86_64 = Machine(number: 62, is64: true, isBigEndian: false)

  /// The name used in messages: "x86_64", "32-bit x86", "soft-float 32-bit arm".
  public var description: String { (variant == .usual ? "" : variant.rawValue + " ") + plainDescription }

  private var plainDescription: String {
    switch (number, is64) {
    case (62, true): "x86_64"
    case (62, false): "x32 (32-bit pointers on x86_64)"
    case (3, _): "32-bit x86"
    case (183, true): isBigEndian ? "big-endian aarch64" : "aarch64"
    case (40, _): isBigEndian ? "big-endian 32-bit arm" : "32-bit arm"
    case (243, true): "riscv64"
    case (243, false): "riscv32"
    case (22, true): "s390x"
    case (22, false): "31-bit s390"
    case (20, _): "32-bit powerpc"
    case (21, _): isBigEndian ? "powerpc64" : "powerpc64le"
    case (8, true): isBigEndian ? "mips64" : "mips64el"
    case (8, false): isBigEndian ? "32-bit mips" : "32-bit mipsel"
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
