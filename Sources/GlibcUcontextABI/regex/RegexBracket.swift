// Bracket expressions: `[a-z[:digit:]]`.
import CMusl

struct RegexBracket {
  /// What one element of a list is.
  private enum Element {
    case byte(UInt8)
    case wide(UInt32)
    case named(RegexClass)
    case unknownClass
    /// `[.x.]` or `[=x=]`: glibc's C locales know those of one byte; nil is any other.
    case collating(UInt8?)
    case equivalent(UInt8?)
  }
  private enum Kind { case end, character, openCollating, openEquivalence, openClass, range, close, hat }
  private struct Token {
    var kind: Kind
    var byte: UInt8 = 0
    var size = 1
  }

  var lexer: RegexLexer
  private let syntax: RegexSyntax
  private var matcher = RegexMatcher(kind: .set)
  private var complex = false

  init(lexer: RegexLexer, syntax: RegexSyntax) {
    self.lexer = lexer
    self.syntax = syntax
  }

  /// The bytes of a class, as they look after translation.
  static func bytes(of named: RegexClass, text: RegexText) -> RegexByteSet {
    var set = RegexByteSet()
    for byte: UInt8 in 0..<0x80 where named.contains(ascii: byte) {
      set.insert(text.translate.map { $0[Int(byte)] } ?? byte)
    }
    return set
  }

  /// Read what follows the opening bracket, up to and with the closing one, and add its matcher to the tree.
  mutating func read(_ tree: inout RegexTree) throws(RegexError) -> Int32 {
    matcher.wideStart = Int32(tree.wide.count)
    var token = peek()
    if token.kind == .end { throw .badPattern }
    if token.kind == .hat {
      matcher.negated = true
      if syntax.contains(.hatListsNotNewline) { matcher.bytes.insert(0x0a) }
      skip(&token)
      token = peek()
      if token.kind == .end { throw .badPattern }
    }
    if token.kind == .close { token.kind = .character }
    var isFirst = true
    while true {
      try readItem(&token, isFirst: isFirst, &tree)
      isFirst = false
      if token.kind == .end { throw .bracket }
      if token.kind == .close { break }
    }
    lexer.index &+= token.size
    if matcher.negated { matcher.bytes.invert() }
    if lexer.text.utf8 {
      matcher.bytes.high = (0, 0)
      if complex || matcher.negated { tree.needsCharacters = true }
    }
    matcher.wideCount = Int32(tree.wide.count) &- matcher.wideStart
    return try tree.add(matcher)
  }

  /// One element or range; leaves the token behind it in `token`.
  private mutating func readItem(_ token: inout Token, isFirst: Bool, _ tree: inout RegexTree) throws(RegexError) {
    let first = try readElement(token, acceptHyphen: isFirst)
    token = peek()
    var rangeEnd: Token?
    switch first {
    case .named, .unknownClass, .equivalent: break
    default:
      if token.kind == .end { throw .bracket }
      if token.kind == .range {
        let hyphen = lexer.index
        lexer.index &+= token.size
        let next = peek()
        if next.kind == .end { throw .bracket }
        if next.kind == .close {
          lexer.index = hyphen
          token.kind = .character
        } else {
          rangeEnd = next
        }
      }
    }
    if let rangeEnd {
      let last = try readElement(rangeEnd, acceptHyphen: true)
      token = peek()
      try addRange(first, last)
    } else {
      try add(first, &tree)
    }
  }

  private mutating func addRange(_ first: Element, _ last: Element) throws(RegexError) {
    let low = try rangeEdge(first)
    let high = try rangeEdge(last)
    if isClass(first) || isClass(last) { throw .range }
    guard let low, let high else { throw .collation }
    if low > high {
      if syntax.contains(.noEmptyRanges) { throw .range }
    } else {
      for byte in low...high { matcher.bytes.insert(byte) }
    }
    complex = true
  }

  private func isClass(_ element: Element) -> Bool {
    switch element {
    case .named, .unknownClass, .equivalent: return true
    default: return false
    }
  }

  /// glibc's C locales order single bytes only: a longer character as an edge has no place (REG_ECOLLATE).
  private func rangeEdge(_ element: Element) throws(RegexError) -> UInt8? {
    switch element {
    case .byte(let byte): return byte
    case .collating(let byte): return byte
    default: return nil
    }
  }

  private mutating func add(_ element: Element, _ tree: inout RegexTree) throws(RegexError) {
    switch element {
    case .byte(let byte): matcher.bytes.insert(byte)
    case .wide(let unit):
      try tree.wide.append(unit)
      complex = true
    case .collating(let byte), .equivalent(let byte):
      guard let byte else { throw .collation }
      matcher.bytes.insert(byte)
    case .unknownClass: throw .characterClass
    case .named(var named):
      if syntax.contains(.ignoreCase) && (named == .upper || named == .lower) { named = .alpha }
      let bytes = Self.bytes(of: named, text: lexer.text)
      matcher.bytes.low = (matcher.bytes.low.0 | bytes.low.0, matcher.bytes.low.1 | bytes.low.1)
      matcher.bytes.high = (matcher.bytes.high.0 | bytes.high.0, matcher.bytes.high.1 | bytes.high.1)
      matcher.classes |= 1 << UInt16(named.rawValue)
      complex = true
    }
  }

  // MARK: - Tokens inside a bracket

  private mutating func skip(_ token: inout Token) { lexer.index &+= token.size }

  private mutating func peek() -> Token {
    if lexer.isAtEnd { return Token(kind: .end, size: 0) }
    let index = lexer.index
    let byte = lexer.foldedByte(at: index)
    let hasNext = index &+ 1 < lexer.text.length
    switch byte {
    case 0x5c where syntax.contains(.backslashEscapesInLists) && hasNext:
      lexer.index &+= 1
      return Token(kind: .character, byte: lexer.foldedByte(at: index &+ 1))
    case 0x5b:
      let next = hasNext ? lexer.foldedByte(at: index &+ 1) : 0
      switch next {
      case 0x2e: return Token(kind: .openCollating, byte: next, size: 2)
      case 0x3d: return Token(kind: .openEquivalence, byte: next, size: 2)
      case 0x3a where syntax.contains(.characterClasses): return Token(kind: .openClass, byte: next, size: 2)
      default: return Token(kind: .character, byte: byte)
      }
    case 0x2d: return Token(kind: .range, byte: byte)
    case 0x5d: return Token(kind: .close, byte: byte)
    case 0x5e: return Token(kind: .hat, byte: byte)
    default: return Token(kind: .character, byte: byte)
    }
  }

  private mutating func readElement(_ token: Token, acceptHyphen: Bool) throws(RegexError) -> Element {
    let found = lexer.unit(at: lexer.index)
    if found.size > 1 {
      lexer.index &+= found.size
      return .wide(found.value)
    }
    lexer.index &+= token.size
    switch token.kind {
    case .openCollating, .openEquivalence, .openClass: return try readSymbol(token)
    case .range where !acceptHyphen:
      // Elsewhere than first, last or as a range's edge a hyphen means nothing.
      if peek().kind != .close { throw .range }
    default: break
    }
    return .byte(token.byte)
  }

  /// The name between `[:` and `:]`, `[.` and `.]`, `[=` and `=]`: at most 31 bytes.
  private mutating func readSymbol(_ token: Token) throws(RegexError) -> Element {
    let limit = 32
    let start = lexer.index
    var count = 0
    if lexer.isAtEnd { throw .bracket }
    while true {
      if count >= limit { throw .bracket }
      let byte = lexer.foldedByte(at: lexer.index)
      lexer.index &+= 1
      if lexer.isAtEnd { throw .bracket }
      if byte == token.byte && lexer.foldedByte(at: lexer.index) == 0x5d { break }
      count &+= 1
    }
    lexer.index &+= 1
    if token.kind == .openClass {
      return RegexClass.named(lexer.text.base + start, count: count).map { .named($0) } ?? .unknownClass
    }
    let single: UInt8? = count == 1 ? lexer.foldedByte(at: start) : nil
    return token.kind == .openCollating ? .collating(single) : .equivalent(single)
  }
}
