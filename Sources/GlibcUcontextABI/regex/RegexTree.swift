// A parsed pattern: operators behind their operands, so that a part is a contiguous run and copying it is copying the run.

/// One operator or operand.
struct RegexOp: BitwiseCopyable {
  enum Kind: UInt8 {
    /// `argument` is a matcher.
    case character
    /// `argument` is a constraint.
    case anchor
    /// `argument` is the group's number from 0.
    case backReference
    case concatenation
    /// Two branches; `flag` says which of them are not empty (bit 0 the left, bit 1 the right).
    case alternation
    case star
    /// `argument` is the number from 0; `flag` bit 0: it has contents, bit 1: it may be left out, as in `(x)*`.
    case group
  }
  var kind: Kind
  var flag: UInt8 = 0
  var argument: Int32 = 0
}

/// What parsing yields; the automaton is built from it.
struct RegexTree {
  /// Beyond it a pattern is refused with REG_ESPACE: intervals multiply.
  static let maximumOps = 1 << 21

  var ops = RegexArray<RegexOp>()
  var matchers = RegexArray<RegexMatcher>()
  var wide = RegexArray<UInt32>()
  /// Which group a group shares its match with, `((x))` being one group with two numbers.
  var groupMap = RegexArray<Int32>()
  /// Groups below 32 that a back-reference names.
  var referencedGroups: UInt32 = 0
  var hasBackReference = false
  /// What glibc's byte-wise treatment of UTF-8 excludes: word anchors and brackets with more than ASCII.
  var needsCharacters = false
  var usesWordAnchors = false
  var usesLineAnchors = false

  mutating func emit(_ kind: RegexOp.Kind, flag: UInt8 = 0, argument: Int32 = 0) throws(RegexError) {
    if ops.count >= Self.maximumOps { throw .outOfMemory }
    try ops.append(RegexOp(kind: kind, flag: flag, argument: argument))
  }

  mutating func emit(copyOf range: Range<Int>) throws(RegexError) {
    if range.count > Self.maximumOps &- ops.count { throw .outOfMemory }
    try ops.appendOwn(range)
  }

  /// The matcher for one character, shared with an earlier one where that is cheap to find.
  mutating func literal(_ unit: UInt32) throws(RegexError) -> Int32 {
    let newest = matchers.count &- 1
    var index = newest
    while index >= 0 && index > newest &- 300 {
      let matcher = matchers[index]
      if matcher.kind == .literal && matcher.literal == unit { return Int32(index) }
      index &-= 1
    }
    return try add(RegexMatcher(kind: .literal, literal: unit))
  }

  mutating func add(_ matcher: RegexMatcher) throws(RegexError) -> Int32 {
    try matchers.append(matcher)
    return Int32(matchers.count &- 1)
  }

  mutating func free() {
    ops.free()
    matchers.free()
    wide.free()
    groupMap.free()
  }
}
