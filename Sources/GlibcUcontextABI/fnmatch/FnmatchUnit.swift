// The characters that fnmatch compares: bytes, or wide characters of the locale.
import CMusl

protocol FnmatchUnit: FixedWidthInteger, UnsignedInteger, BitwiseCopyable {
  /// The lower case of a character.
  static func lowered(_ unit: UInt32) -> UInt32
  static func belongs(_ unit: UInt32, to named: RegexClass) -> Bool
}

extension UInt8: FnmatchUnit {
  static func lowered(_ unit: UInt32) -> UInt32 { unit &- 0x41 < 26 ? unit | 0x20 : unit }
  // No byte beyond ASCII is a character by itself in any locale that there is.
  static func belongs(_ unit: UInt32, to named: RegexClass) -> Bool { unit < 0x80 && named.contains(ascii: UInt8(unit)) }
}

extension UInt32: FnmatchUnit {
  static func lowered(_ unit: UInt32) -> UInt32 { unit < 0x80 ? UInt8.lowered(unit) : UInt32(towlower(wint_t(unit))) }
  static func belongs(_ unit: UInt32, to named: RegexClass) -> Bool {
    unit < 0x80 ? UInt8.belongs(unit, to: named) : named.contains(wide: unit)
  }
}

/// The characters with a meaning.
enum FnmatchSign {
  static let exclamation: UInt32 = 0x21
  static let open: UInt32 = 0x28
  static let close: UInt32 = 0x29
  static let star: UInt32 = 0x2a
  static let plus: UInt32 = 0x2b
  static let minus: UInt32 = 0x2d
  static let dot: UInt32 = 0x2e
  static let slash: UInt32 = 0x2f
  static let colon: UInt32 = 0x3a
  static let equals: UInt32 = 0x3d
  static let question: UInt32 = 0x3f
  static let at: UInt32 = 0x40
  static let bracket: UInt32 = 0x5b
  static let backslash: UInt32 = 0x5c
  static let bracketEnd: UInt32 = 0x5d
  static let caret: UInt32 = 0x5e
  static let bar: UInt32 = 0x7c

  /// Whether a parenthesis behind it opens a group.
  static func opensGroup(_ unit: UInt32) -> Bool {
    unit == question || unit == star || unit == plus || unit == at || unit == exclamation
  }
}

/// 1: POSIXLY_CORRECT is set and `^` negates no bracket; -1: it is not; 0: not asked yet. As on glibc it is asked once.
nonisolated(unsafe) private var posixlyCorrect: Int32 = 0

func fnmatchCaretNegates() -> Bool {
  if posixlyCorrect == 0 {
    let name: StaticString = "POSIXLY_CORRECT"
    posixlyCorrect = getenv(constText(name)) == nil ? -1 : 1
  }
  return posixlyCorrect < 0
}
