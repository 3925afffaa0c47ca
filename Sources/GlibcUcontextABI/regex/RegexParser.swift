// From tokens to operators. An explicit stack of open groups stands in for recursion, which a hostile pattern would exhaust.

struct RegexParser {
  /// A group that is open, or the whole pattern at the bottom.
  private struct Frame: BitwiseCopyable {
    var group: Int32
    /// Where the operators of the group and of the branch being read start, in the tree.
    var start: Int
    var branchStart: Int
    var branches = 0
    /// Whether what the earlier branches yielded is more than nothing.
    var hasEarlier = false
    /// Groups that were closed before the group's first branch, and behind any of its branches.
    var closedBefore: UInt32
    var closedInBranches: UInt32 = 0
  }

  var tree = RegexTree()
  private var lexer: RegexLexer
  private let syntax: RegexSyntax
  private var token = RegexToken(kind: .end)
  private var frames = RegexArray<Frame>()
  /// Groups from 0 to 8 that are closed: a back-reference may name them.
  private var closed: UInt32 = 0

  init(text: RegexText, syntax: RegexSyntax) {
    self.syntax = syntax
    lexer = RegexLexer(text: text, ignoreCase: syntax.contains(.ignoreCase))
  }

  mutating func free() {
    frames.free()
  }

  /// Read the whole pattern into `tree`.
  mutating func parse() throws(RegexError) {
    token = lexer.fetch(syntax.union(.caretAnchorsHere))
    try openFrame(group: -1)
    while true {
      let nested = frames.count > 1
      if token.kind == .end {
        if nested { throw .parenthesis }
        try closeBranch()
        return
      }
      if token.kind == .alternation {
        try closeBranch()
        token = lexer.fetch(syntax.union(.caretAnchorsHere))
        reopenBranch()
      } else if nested && token.kind == .groupClose {
        try closeGroup()
      } else {
        try readExpression()
      }
    }
  }

  // MARK: - Groups and branches

  private mutating func openFrame(group: Int32) throws(RegexError) {
    let here = tree.ops.count
    try frames.append(Frame(group: group, start: here, branchStart: here, closedBefore: closed))
  }

  /// The branch being read ends: join it to the earlier ones.
  private mutating func closeBranch() throws(RegexError) {
    var frame = frames.last
    let isEmpty = tree.ops.count == frame.branchStart
    if frame.branches == 0 {
      frame.hasEarlier = !isEmpty
    } else {
      try tree.emit(.alternation, flag: (frame.hasEarlier ? 1 : 0) | (isEmpty ? 0 : 2))
      frame.hasEarlier = true
    }
    frame.branches &+= 1
    closed |= frame.closedInBranches
    frames[frames.count &- 1] = frame
  }

  /// The next branch starts. It cannot refer to groups that only the others have.
  private mutating func reopenBranch() {
    var frame = frames.last
    frame.closedInBranches = closed
    closed = frame.closedBefore
    frame.branchStart = tree.ops.count
    frames[frames.count &- 1] = frame
  }

  private mutating func openGroup() throws(RegexError) {
    let group = Int32(tree.groupMap.count)
    try tree.groupMap.append(group)
    token = lexer.fetch(syntax.union(.caretAnchorsHere))
    try openFrame(group: group)
  }

  private mutating func closeGroup() throws(RegexError) {
    try closeBranch()
    let frame = frames.removeLast()
    if frame.group <= 8 { closed |= 1 << UInt32(frame.group) }
    if frame.hasEarlier && tree.ops.last.kind == .group {
      // A group directly inside a group: one match for both.
      let inner = tree.ops.removeLast()
      tree.groupMap[Int(inner.argument)] = frame.group
      try tree.emit(.group, flag: inner.flag & 1, argument: frame.group)
    } else {
      try tree.emit(.group, flag: frame.hasEarlier ? 1 : 0, argument: frame.group)
    }
    token = lexer.fetch(syntax)
    try readRepeats(from: frame.start)
  }

  // MARK: - Expressions

  /// One expression with what repeats it.
  private mutating func readExpression() throws(RegexError) {
    let start = tree.ops.count
    while true {
      switch token.kind {
      case .groupOpen:
        try openGroup()
        return
      case .character: try tree.emit(.character, argument: tree.literal(token.unit))
      case .bracketOpen:
        var bracket = RegexBracket(lexer: lexer, syntax: syntax)
        let matcher = try bracket.read(&tree)
        lexer.index = bracket.lexer.index
        try tree.emit(.character, argument: matcher)
      case .backReference: try readBackReference()
      case .star, .plus, .question, .braceOpen:
        if token.kind == .braceOpen && syntax.contains(.contextInvalidInterval) { throw .badRepeat }
        if syntax.contains(.contextInvalidOperators) { throw .badRepeat }
        if syntax.contains(.contextIndependentOperators) {
          // An operator with nothing before it counts for nothing, and what follows is read in its place.
          token = lexer.fetch(syntax)
          if token.kind == .end || token.kind == .alternation { return }
          continue
        }
        try tree.emit(.character, argument: tree.literal(token.unit))
      case .groupClose:
        if !syntax.contains(.unmatchedRightParenthesisOrdinary) { throw .rightParenthesis }
        try tree.emit(.character, argument: tree.literal(token.unit))
      case .braceClose: try tree.emit(.character, argument: tree.literal(token.unit))
      case .anchor, .wordBoundary, .notWordBoundary:
        try readAnchor()
        // Nothing repeats an anchor: a star behind it is what stands at the start of an expression.
        token = lexer.fetch(syntax)
        try join(from: start)
        return
      case .period: try tree.emit(.character, argument: tree.add(periodMatcher()))
      case .wordCharacter, .notWordCharacter: try readClass(.alnum, negated: token.kind == .notWordCharacter)
      case .spaceCharacter, .notSpaceCharacter: try readClass(.space, negated: token.kind == .notSpaceCharacter)
      case .backslash: throw .trailingBackslash
      case .end, .alternation: return
      }
      break
    }
    token = lexer.fetch(syntax)
    try readRepeats(from: start)
  }

  private mutating func readBackReference() throws(RegexError) {
    let group = UInt32(token.byte &- 0x31)
    if closed >> group & 1 == 0 { throw .backReference }
    tree.referencedGroups |= 1 << group
    tree.hasBackReference = true
    try tree.emit(.backReference, argument: Int32(group))
  }

  private mutating func readAnchor() throws(RegexError) {
    let before = RegexConstraint.previousWord
    let after = RegexConstraint.nextWord
    switch token.kind {
    case .wordBoundary:
      try tree.emit(.anchor, argument: Int32(RegexConstraint.previousNotWord | after))
      try tree.emit(.anchor, argument: Int32(before | RegexConstraint.nextNotWord))
      try tree.emit(.alternation, flag: 3)
    case .notWordBoundary:
      try tree.emit(.anchor, argument: Int32(before | after))
      try tree.emit(.anchor, argument: Int32(RegexConstraint.previousNotWord | RegexConstraint.nextNotWord))
      try tree.emit(.alternation, flag: 3)
    default:
      try tree.emit(.anchor, argument: Int32(token.constraint))
      let lines = RegexConstraint.previousNewline | RegexConstraint.nextNewline
      if token.constraint & lines != 0 { tree.usesLineAnchors = true }
      if token.constraint & (before | after) == 0 { return }
    }
    tree.usesWordAnchors = true
    tree.needsCharacters = true
  }

  private func periodMatcher() -> RegexMatcher {
    var matcher = RegexMatcher(kind: .any)
    matcher.bytes.invert()
    if lexer.text.utf8 { matcher.bytes.high = (0, 0) }
    var excluded = RegexByteSet()
    if !syntax.contains(.dotNewline) { excluded.insert(0x0a) }
    if syntax.contains(.dotNotNull) { excluded.insert(0) }
    matcher.bytes.low.0 &= ~excluded.low.0
    return matcher
  }

  private mutating func readClass(_ named: RegexClass, negated: Bool) throws(RegexError) {
    var matcher = RegexMatcher(kind: .set, negated: negated, classes: 1 << UInt16(named.rawValue))
    matcher.bytes = RegexBracket.bytes(of: named, text: lexer.text)
    if named == .alnum {
      let underscore = lexer.text.translate.map { $0[0x5f] } ?? 0x5f
      matcher.bytes.insert(underscore)
    }
    if negated { matcher.bytes.invert() }
    if lexer.text.utf8 {
      matcher.bytes.high = (0, 0)
      tree.needsCharacters = true
    }
    try tree.emit(.character, argument: tree.add(matcher))
  }

  /// The expression from `start` on is complete: append it to its branch.
  private mutating func join(from start: Int) throws(RegexError) {
    let frame = frames.last
    if start > frame.branchStart && tree.ops.count > start { try tree.emit(.concatenation) }
  }

  // MARK: - Repeats

  private mutating func readRepeats(from start: Int) throws(RegexError) {
    while token.kind == .star || token.kind == .plus || token.kind == .question || token.kind == .braceOpen {
      try readRepeat(from: start)
      // A basic expression cannot be repeated twice.
      if syntax.contains(.contextInvalidInterval) && (token.kind == .star || token.kind == .braceOpen) {
        throw .badRepeat
      }
    }
    try join(from: start)
  }

  private mutating func readRepeat(from start: Int) throws(RegexError) {
    var least = 0
    var most = -1
    switch token.kind {
    case .plus: least = 1
    case .question: most = 1
    case .braceOpen:
      guard let bounds = try readInterval() else { return }
      (least, most) = bounds
    default: break
    }
    token = lexer.fetch(syntax)
    if tree.ops.count == start { return }
    if most == 0 {
      tree.ops.shrink(to: start)
      return
    }
    try expand(from: start, least: least, most: most)
  }

  /// `x{n,m}` is n times x, then m - n nested optional ones: `(((x)?x)?x)?`, as glibc nests them.
  private mutating func expand(from start: Int, least: Int, most: Int) throws(RegexError) {
    let element = start..<tree.ops.count
    var optional = element
    if least > 0 {
      if least > 1 {
        for _ in 2...least {
          try tree.emit(copyOf: element)
          try tree.emit(.concatenation)
        }
      }
      if least == most { return }
      let copied = tree.ops.count
      try tree.emit(copyOf: element)
      optional = copied..<tree.ops.count
    }
    if tree.ops.last.kind == .group {
      var group = tree.ops.last
      group.flag |= 2
      tree.ops[tree.ops.count &- 1] = group
    }
    if most < 0 { try tree.emit(.star) } else { try tree.emit(.alternation, flag: 1) }
    var count = least &+ 2
    while count <= most {
      try tree.emit(copyOf: optional)
      try tree.emit(.concatenation)
      try tree.emit(.alternation, flag: 1)
      count &+= 1
    }
    if least > 0 { try tree.emit(.concatenation) }
  }

  /// The bounds, -1 standing for no upper one; nil where the syntax reads a malformed interval as characters.
  private mutating func readInterval() throws(RegexError) -> (Int, Int)? {
    let opening = token
    let resume = lexer.index
    var most = 0
    var least = readNumber()
    if least == -1 {
      if token.kind != .character || token.byte != 0x2c { throw .badBrace }
      least = 0
    }
    if least != -2 {
      if token.kind == .braceClose {
        most = least
      } else {
        most = token.kind == .character && token.byte == 0x2c ? readNumber() : -2
      }
    }
    if least == -2 || most == -2 {
      if !syntax.contains(.invalidIntervalOrdinary) { throw token.kind == .end ? .brace : .badBrace }
      lexer.index = resume
      token = opening
      token.kind = .character
      return nil
    }
    if (most != -1 && least > most) || token.kind != .braceClose { throw .badBrace }
    if (most == -1 ? least : most) > regexRepeatMaximum { throw .tooBig }
    return (least, most)
  }

  /// A number up to a comma or the closing brace: -1 for none, -2 for something else.
  private mutating func readNumber() -> Int {
    var number = -1
    while true {
      token = lexer.fetch(syntax)
      if token.kind == .end { return -2 }
      if token.kind == .braceClose || token.byte == 0x2c { return number }
      if token.kind != .character || token.byte < 0x30 || token.byte > 0x39 || number == -2 {
        number = -2
      } else {
        let digit = Int(token.byte &- 0x30)
        number = number == -1 ? digit : min(regexRepeatMaximum &+ 1, number &* 10 &+ digit)
      }
    }
  }
}
