// A pattern as tokens, under a set of RE_* syntax bits.
import CMusl

/// What the next piece of a pattern means outside brackets.
struct RegexToken {
  enum Kind {
    case end, character, backslash, alternation, groupOpen, groupClose, bracketOpen
    case star, plus, question, braceOpen, braceClose, period, anchor, wordBoundary, notWordBoundary
    case wordCharacter, notWordCharacter, spaceCharacter, notSpaceCharacter, backReference
  }
  var kind: Kind
  /// The character, as text is folded before it is compared with it.
  var unit: UInt32 = 0
  /// The first byte, for the places that compare with an ASCII character.
  var byte: UInt8 = 0
  var size = 0
  var constraint: UInt8 = 0
}

struct RegexLexer {
  let text: RegexText
  let ignoreCase: Bool
  var index = 0

  var isAtEnd: Bool { index >= text.length }

  /// As glibc does: both sides are upper-cased, so a character matches where the upper-case forms are equal.
  static func fold(_ unit: UInt32, ignoreCase: Bool) -> UInt32 {
    if !ignoreCase || unit & RegexUnit.invalid != 0 { return unit }
    if unit < 0x80 { return unit >= 0x61 && unit <= 0x7a ? unit &- 32 : unit }
    return unit > 0x10_ffff ? unit : UInt32(towupper(wint_t(unit)))
  }

  /// The folded character at `position`. In a single-byte locale only ASCII has cases.
  func unit(at position: Int) -> (value: UInt32, size: Int) {
    let found = text.unit(at: position)
    if !text.utf8 && found.value >= 0x80 { return found }
    return (Self.fold(found.value, ignoreCase: ignoreCase), found.size)
  }

  func foldedByte(at position: Int) -> UInt8 {
    let byte = text.byte(position)
    return byte < 0x80 ? UInt8(truncatingIfNeeded: Self.fold(UInt32(byte), ignoreCase: ignoreCase)) : byte
  }

  /// The token at the current place, which stays the current place.
  func peek(_ syntax: RegexSyntax) -> RegexToken {
    if isAtEnd { return RegexToken(kind: .end) }
    let found = unit(at: index)
    let byte = foldedByte(at: index)
    if byte == 0x5c { return escaped(syntax) }
    var token = RegexToken(kind: .character, unit: found.value, byte: byte, size: found.size)
    switch byte {
    case 0x0a where syntax.contains(.newlineAlternates): token.kind = .alternation
    case 0x7c where !syntax.contains(.limitedOperators) && syntax.contains(.bareBar): token.kind = .alternation
    case 0x2a: token.kind = .star
    case 0x2b where !syntax.contains(.limitedOperators) && !syntax.contains(.backslashPlusQuestion):
      token.kind = .plus
    case 0x3f where !syntax.contains(.limitedOperators) && !syntax.contains(.backslashPlusQuestion):
      token.kind = .question
    case 0x7b where syntax.contains(.intervals) && syntax.contains(.bareBraces): token.kind = .braceOpen
    case 0x7d where syntax.contains(.intervals) && syntax.contains(.bareBraces): token.kind = .braceClose
    case 0x28 where syntax.contains(.bareParentheses): token.kind = .groupOpen
    case 0x29 where syntax.contains(.bareParentheses): token.kind = .groupClose
    case 0x5b: token.kind = .bracketOpen
    case 0x2e: token.kind = .period
    case 0x5e where caretIsAnchor(syntax):
      token.kind = .anchor
      token.constraint = RegexConstraint.previousNewline
    case 0x24 where dollarIsAnchor(syntax):
      token.kind = .anchor
      token.constraint = RegexConstraint.nextNewline
    default: break
    }
    return token
  }

  private func caretIsAnchor(_ syntax: RegexSyntax) -> Bool {
    if syntax.contains(.contextIndependentAnchors) || syntax.contains(.caretAnchorsHere) || index == 0 { return true }
    return syntax.contains(.newlineAlternates) && foldedByte(at: index &- 1) == 0x0a
  }

  private func dollarIsAnchor(_ syntax: RegexSyntax) -> Bool {
    if syntax.contains(.contextIndependentAnchors) || index &+ 1 == text.length { return true }
    var ahead = self
    ahead.index &+= 1
    // A run of dollars asks each of the next: only the last can be followed by an operator.
    if ahead.foldedByte(at: ahead.index) == 0x24 { return false }
    let next = ahead.peek(syntax).kind
    return next == .alternation || next == .groupClose
  }

  private func escaped(_ syntax: RegexSyntax) -> RegexToken {
    if index &+ 1 >= text.length { return RegexToken(kind: .backslash, size: 1) }
    // glibc takes an escaped byte as it stands in the pattern, neither translated nor folded.
    let byte = text.base[index &+ 1]
    var token = RegexToken(kind: .character, unit: UInt32(byte), byte: byte, size: 2)
    if byte >= 0x80 {
      let found = unit(at: index &+ 1)
      token.unit = found.value
      token.size = 1 &+ found.size
      return token
    }
    switch byte {
    case 0x7c where !syntax.contains(.limitedOperators) && !syntax.contains(.bareBar): token.kind = .alternation
    case 0x31...0x39 where !syntax.contains(.noBackReferences): token.kind = .backReference
    case 0x28 where !syntax.contains(.bareParentheses): token.kind = .groupOpen
    case 0x29 where !syntax.contains(.bareParentheses): token.kind = .groupClose
    case 0x2b where !syntax.contains(.limitedOperators) && syntax.contains(.backslashPlusQuestion):
      token.kind = .plus
    case 0x3f where !syntax.contains(.limitedOperators) && syntax.contains(.backslashPlusQuestion):
      token.kind = .question
    case 0x7b where syntax.contains(.intervals) && !syntax.contains(.bareBraces): token.kind = .braceOpen
    case 0x7d where syntax.contains(.intervals) && !syntax.contains(.bareBraces): token.kind = .braceClose
    default:
      if !syntax.contains(.noGNUOperators) { gnuOperator(byte, &token) }
    }
    return token
  }

  private func gnuOperator(_ byte: UInt8, _ token: inout RegexToken) {
    func anchor(_ constraint: UInt8) {
      token.kind = .anchor
      token.constraint = constraint
    }
    switch byte {
    case 0x3c: anchor(RegexConstraint.previousNotWord | RegexConstraint.nextWord)
    case 0x3e: anchor(RegexConstraint.previousWord | RegexConstraint.nextNotWord)
    case 0x60: anchor(RegexConstraint.previousBegin)
    case 0x27: anchor(RegexConstraint.nextEnd)
    case 0x62: token.kind = .wordBoundary
    case 0x42: token.kind = .notWordBoundary
    case 0x77: token.kind = .wordCharacter
    case 0x57: token.kind = .notWordCharacter
    case 0x73: token.kind = .spaceCharacter
    case 0x53: token.kind = .notSpaceCharacter
    default: break
    }
  }

  /// The next token; the current place moves behind it.
  mutating func fetch(_ syntax: RegexSyntax) -> RegexToken {
    let token = peek(syntax)
    index &+= token.size
    return token
  }
}
