// The RE_* syntax bits and the flags of regcomp and regexec. Source: regex.h of glibc.

/// A set of RE_* bits.
///
/// Not an OptionSet: that conformance brings array literals with it, which need an allocator.
struct RegexSyntax {
  var rawValue: UInt

  func contains(_ other: RegexSyntax) -> Bool { rawValue & other.rawValue == other.rawValue }
  func union(_ other: RegexSyntax) -> RegexSyntax { RegexSyntax(rawValue: rawValue | other.rawValue) }
  mutating func insert(_ other: RegexSyntax) { rawValue |= other.rawValue }
  mutating func remove(_ other: RegexSyntax) { rawValue &= ~other.rawValue }

  static let backslashEscapesInLists = RegexSyntax(rawValue: 1 << 0)
  static let backslashPlusQuestion = RegexSyntax(rawValue: 1 << 1)
  static let characterClasses = RegexSyntax(rawValue: 1 << 2)
  static let contextIndependentAnchors = RegexSyntax(rawValue: 1 << 3)
  static let contextIndependentOperators = RegexSyntax(rawValue: 1 << 4)
  static let contextInvalidOperators = RegexSyntax(rawValue: 1 << 5)
  static let dotNewline = RegexSyntax(rawValue: 1 << 6)
  static let dotNotNull = RegexSyntax(rawValue: 1 << 7)
  static let hatListsNotNewline = RegexSyntax(rawValue: 1 << 8)
  static let intervals = RegexSyntax(rawValue: 1 << 9)
  static let limitedOperators = RegexSyntax(rawValue: 1 << 10)
  static let newlineAlternates = RegexSyntax(rawValue: 1 << 11)
  static let bareBraces = RegexSyntax(rawValue: 1 << 12)
  static let bareParentheses = RegexSyntax(rawValue: 1 << 13)
  static let noBackReferences = RegexSyntax(rawValue: 1 << 14)
  static let bareBar = RegexSyntax(rawValue: 1 << 15)
  static let noEmptyRanges = RegexSyntax(rawValue: 1 << 16)
  static let unmatchedRightParenthesisOrdinary = RegexSyntax(rawValue: 1 << 17)
  static let noGNUOperators = RegexSyntax(rawValue: 1 << 19)
  static let invalidIntervalOrdinary = RegexSyntax(rawValue: 1 << 21)
  static let ignoreCase = RegexSyntax(rawValue: 1 << 22)
  static let caretAnchorsHere = RegexSyntax(rawValue: 1 << 23)
  static let contextInvalidInterval = RegexSyntax(rawValue: 1 << 24)
  static let noSubexpressions = RegexSyntax(rawValue: 1 << 25)

  // Unions of raw values and no array literals: those would allocate.
  private static let posixCommon = RegexSyntax(
    rawValue: characterClasses.rawValue | dotNewline.rawValue | dotNotNull.rawValue | intervals.rawValue
      | noEmptyRanges.rawValue)
  static let posixBasic = RegexSyntax(
    rawValue: posixCommon.rawValue | backslashPlusQuestion.rawValue | contextInvalidInterval.rawValue)
  static let posixExtended = RegexSyntax(
    rawValue: posixCommon.rawValue | contextIndependentAnchors.rawValue | contextIndependentOperators.rawValue
      | bareBraces.rawValue | bareParentheses.rawValue | bareBar.rawValue | contextInvalidOperators.rawValue
      | unmatchedRightParenthesisOrdinary.rawValue)
}

/// The flags of regcomp and of regexec.
enum RegexFlag {
  static let extended: Int32 = 1
  static let ignoreCase: Int32 = 2
  static let newline: Int32 = 4
  static let noSubexpressions: Int32 = 8

  static let notBeginningOfLine: Int32 = 1
  static let notEndOfLine: Int32 = 2
  static let startEnd: Int32 = 4
}

/// The largest repeat count, RE_DUP_MAX.
let regexRepeatMaximum = 0x7fff

/// What an anchor demands of the characters before and after a position.
struct RegexConstraint {
  static let previousWord: UInt8 = 1
  static let previousNotWord: UInt8 = 2
  static let previousNewline: UInt8 = 4
  static let previousBegin: UInt8 = 8
  static let nextWord: UInt8 = 16
  static let nextNotWord: UInt8 = 32
  static let nextNewline: UInt8 = 64
  static let nextEnd: UInt8 = 128
}

/// What stands before or after a position: a word character, a newline that anchors see, the edge of the text.
struct RegexContext {
  static let word: UInt8 = 1
  static let newline: UInt8 = 2
  static let edge: UInt8 = 4
  /// Number of different contexts: three bits.
  static let count = 8

  /// Whether what stands before a position satisfies an anchor.
  @inline(__always)
  static func previous(_ context: UInt8, satisfies constraint: UInt8) -> Bool {
    if constraint & 0x0f == 0 { return true }
    return (constraint & RegexConstraint.previousWord == 0 || context & word != 0)
      && (constraint & RegexConstraint.previousNotWord == 0 || context & word == 0)
      && (constraint & RegexConstraint.previousNewline == 0 || context & newline != 0)
      && (constraint & RegexConstraint.previousBegin == 0 || context & edge != 0)
  }

  /// Whether what stands after a position satisfies an anchor.
  @inline(__always)
  static func next(_ context: UInt8, satisfies constraint: UInt8) -> Bool {
    previous(context, satisfies: constraint >> 4)
  }
}
