// Which characters one place of a pattern accepts.
import CMusl

/// The POSIX classes that a bracket names, in the C and C.UTF-8 locales.
enum RegexClass: UInt8 {
  case alpha, upper, lower, digit, xdigit, alnum, space, blank, punct, print, graph, cntrl

  /// The class called `name`, or nil.
  static func named(_ name: UnsafePointer<UInt8>, count: Int) -> RegexClass? {
    let names: StaticString = "alpha upper lower digit xdigit alnum space blank punct print graph cntrl "
    var text = names.utf8Start
    for number: UInt8 in 0..<12 {
      var length = 0
      while text[length] != 0x20 { length &+= 1 }
      if length == count && memcmp(text, name, count) == 0 { return RegexClass(rawValue: number) }
      text += length &+ 1
    }
    return nil
  }

  /// Membership of an ASCII byte.
  func contains(ascii byte: UInt8) -> Bool {
    let upper = byte >= 0x41 && byte <= 0x5a
    let lower = byte >= 0x61 && byte <= 0x7a
    let digit = byte >= 0x30 && byte <= 0x39
    switch self {
    case .alpha: return upper || lower
    case .upper: return upper
    case .lower: return lower
    case .digit: return digit
    case .xdigit: return digit || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66)
    case .alnum: return upper || lower || digit
    case .space: return byte == 0x20 || (byte >= 9 && byte <= 13)
    case .blank: return byte == 0x20 || byte == 9
    case .punct: return byte > 0x20 && byte < 0x7f && !(upper || lower || digit)
    case .print: return byte >= 0x20 && byte < 0x7f
    case .graph: return byte > 0x20 && byte < 0x7f
    case .cntrl: return byte < 0x20 || byte == 0x7f
    }
  }

  /// Membership of a character beyond ASCII.
  func contains(wide character: UInt32) -> Bool {
    let value = wint_t(character)
    switch self {
    case .alpha: return iswalpha(value) != 0
    case .upper: return iswupper(value) != 0
    case .lower: return iswlower(value) != 0
    case .digit: return iswdigit(value) != 0
    case .xdigit: return iswxdigit(value) != 0
    case .alnum: return iswalnum(value) != 0
    case .space: return iswspace(value) != 0
    case .blank: return iswblank(value) != 0
    case .punct: return iswpunct(value) != 0
    case .print: return iswprint(value) != 0
    case .graph: return iswgraph(value) != 0
    case .cntrl: return iswcntrl(value) != 0
    }
  }
}

/// 256 bits: what a set accepts among single bytes.
struct RegexByteSet: BitwiseCopyable {
  var low: (UInt64, UInt64) = (0, 0)
  var high: (UInt64, UInt64) = (0, 0)

  func contains(_ byte: UInt8) -> Bool {
    let bit = UInt64(byte & 63)
    switch byte >> 6 {
    case 0: return low.0 >> bit & 1 != 0
    case 1: return low.1 >> bit & 1 != 0
    case 2: return high.0 >> bit & 1 != 0
    default: return high.1 >> bit & 1 != 0
    }
  }

  mutating func insert(_ byte: UInt8) {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: low.0 |= bit
    case 1: low.1 |= bit
    case 2: high.0 |= bit
    default: high.1 |= bit
    }
  }

  mutating func invert() {
    low = (~low.0, ~low.1)
    high = (~high.0, ~high.1)
  }
}

/// What one place of a pattern accepts.
struct RegexMatcher: BitwiseCopyable {
  enum Kind: UInt8 {
    case literal
    /// `.`: every character but those excluded in `bytes`.
    case any
    case set
    /// Every unit at all, invalid bytes included: how the filter reads a back-reference.
    case everything
  }
  var kind: Kind
  /// A set that accepts what it does not list. `bytes` is inverted already; this is about wide characters.
  var negated = false
  var literal: UInt32 = 0
  var bytes = RegexByteSet()
  /// Classes by number, as bits, and where the listed wide characters are in the program's array.
  var classes: UInt16 = 0
  var wideStart: Int32 = 0
  var wideCount: Int32 = 0

  /// Whether `unit`, as folded for the pattern, is accepted.
  func accepts(_ unit: UInt32, utf8: Bool, wide: RegexArray<UInt32>) -> Bool {
    switch kind {
    case .everything: return true
    case .literal: return unit == literal
    case .any, .set:
      if !utf8 || unit < 0x80 { return unit < 0x100 && bytes.contains(UInt8(truncatingIfNeeded: unit)) }
      if unit & RegexUnit.invalid != 0 { return false }
      if kind == .any { return true }
      return listsWide(unit, wide) != negated
    }
  }

  private func listsWide(_ unit: UInt32, _ wide: RegexArray<UInt32>) -> Bool {
    for index in 0..<Int(wideCount) where wide[Int(wideStart) &+ index] == unit { return true }
    if classes == 0 { return false }
    for number: UInt8 in 0..<12 where classes >> UInt16(number) & 1 != 0 {
      if let named = RegexClass(rawValue: number), named.contains(wide: unit) { return true }
    }
    // \w is alnum and the underscore, which is ASCII.
    return false
  }

  /// Whether any character of more than one byte may be accepted.
  var acceptsWide: Bool {
    switch kind {
    case .literal: return literal >= 0x80
    case .any, .everything: return true
    case .set: return negated || wideCount > 0 || classes != 0
    }
  }
}

/// A word character, for anchors: alphanumeric or the underscore. glibc reads an invalid byte as the character of that number.
func regexIsWord(_ unit: UInt32, utf8: Bool) -> Bool {
  if unit < 0x80 { return unit == 0x5f || RegexClass.alnum.contains(ascii: UInt8(unit)) }
  if !utf8 { return false }
  return RegexClass.alnum.contains(wide: unit & ~RegexUnit.invalid)
}
