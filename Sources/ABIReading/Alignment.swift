import ABIComparison

/// The alignment of types inside structures, by each psABI. DWARF writes an alignment only where the source asks for
/// one.
struct AlignmentRules {
  let machine: Machine

  /// The most that a scalar of the machine is aligned to inside a structure, where its size asks for more.
  private var scalarLimit: UInt64 {
    switch machine.number {
    case 4: 2  // m68k
    case 3: 4  // 32-bit x86
    case 42, 92: 4  // sh, openrisc
    case 22, 40, 15: 8  // s390 and s390x, 32-bit arm, parisc
    case 2, 18: 8  // 32-bit sparc
    default: 16
    }
  }

  /// The most that a vector register's type is aligned to.
  private var vectorLimit: UInt64 {
    switch machine.number {
    case 3, 62: 64  // x86 with AVX-512
    case 40: 8
    default: 16
    }
  }

  /// A number, a pointer, an enumeration. Sizes such as x86's 12-byte long double are made of smaller words.
  func scalar(size: UInt64) -> UInt64 {
    // Binary128 on 32-bit x86 came later than the psABI and kept its size's alignment.
    if machine.number == 3, size == 16 { return 16 }
    return min(Self.largestPower(in: size), scalarLimit)
  }

  /// A complex number is two of its parts.
  func complex(size: UInt64) -> UInt64 { scalar(size: size / 2) }

  func vector(size: UInt64) -> UInt64 { min(Self.largestPower(in: size), vectorLimit) }

  /// `_Atomic` objects are aligned to their size wherever a processor could then access them at once.
  func atomic(size: UInt64, plain: UInt64) -> UInt64 {
    guard size > 0, size & (size - 1) == 0, size <= (machine.is64 ? 16 : 8) else { return plain }
    return max(plain, min(size, machine.number == 4 || machine.number == 42 ? 4 : size))
  }

  private static func largestPower(in size: UInt64) -> UInt64 { size == 0 ? 1 : size & (~size &+ 1) }
}
