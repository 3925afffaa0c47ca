// The automaton of a pattern. Nodes are those of a Thompson construction; what stands behind an anchor is copied for the
// anchor's constraint, so that which nodes follow which does not depend on the text.
import CMusl

/// One state of the automaton.
struct RegexNode: BitwiseCopyable {
  enum Kind: UInt8 {
    /// Takes one character that matcher `argument` accepts.
    case character
    /// Takes what group `argument` matched.
    case backReference
    /// Goes to `first`, and with lower priority to `second`.
    case split
    case groupStart
    case groupEnd
    /// Goes to `first` where constraint `argument` holds.
    case anchor
    case accept
  }
  var kind: Kind
  /// What all anchors passed since the last character demand.
  var constraint: UInt8 = 0
  /// The group may be left out, as in `(x)*`.
  var optional = false
  var argument: Int32 = 0
  /// Where it goes on, after its character where it takes one.
  var first: Int32 = -1
  /// A split's other way; behind an anchor or a back-reference, where it goes without taking a character.
  var second: Int32 = -1
  /// The node this is a copy of, or itself.
  var origin: Int32 = -1
}

/// A compiled pattern. Searches only read it, apart from `cache`, which one of them at a time owns.
struct RegexProgram {
  var nodes = RegexArray<RegexNode>()
  var start: Int32 = 0
  /// The nodes as built, which the search with back-references walks: `nodes` before anchors were resolved.
  var plainCount = 0
  var plainStart: Int32 = 0
  var matchers = RegexArray<RegexMatcher>()
  var wide = RegexArray<UInt32>()
  var groupMap = RegexArray<Int32>()

  /// Nodes that take characters or accept, and for each where in `follow` are those that can come next.
  var positions = RegexArray<Int32>()
  var positionOfNode = RegexArray<Int32>()
  var followStart = RegexArray<Int32>()
  var followEnd = RegexArray<Int32>()
  var follow = RegexArray<Int32>()
  /// The positions that can come first; the pattern matches the empty text if one of them accepts.
  var initial = RegexArray<Int32>()
  /// For each node, the nodes that lead to it without a character: `sources` from one `sourceStart` to the next.
  var sourceStart = RegexArray<Int32>()
  var sources = RegexArray<Int32>()

  /// Characters that the pattern treats alike share a class; this is the class of each byte, or of ASCII in UTF-8.
  var classes = RegexClassTable()
  var byteClass: UnsafeMutablePointer<UInt16>! = nil
  /// Bytes a match can start with.
  var firstBytes = RegexByteSet()
  var firstByteCount = 0
  var singleFirstByte: UInt8 = 0
  /// The first bytes of every match, as they lie in memory, where these are known and more than one; otherwise none.
  var prefix: UInt64 = 0
  var prefixCount = 0

  var utf8 = false
  var lax = false
  var ignoreCase = false
  var hasBackReference = false
  var hasConstraints = false
  var usesWordAnchors = false
  var newlineAnchor = false
  var canBeEmpty = false
  /// Every match starts where the text starts.
  var anchoredAtStart = false
  /// Every match starts where the text or a line starts.
  var anchoredAtLines = false
  var referencedGroups: UInt32 = 0

  /// What earlier searches learned; taken out by the search that uses it.
  var cache: UnsafeMutableRawPointer?

  mutating func free() {
    nodes.free()
    matchers.free()
    wide.free()
    groupMap.free()
    positions.free()
    positionOfNode.free()
    followStart.free()
    followEnd.free()
    follow.free()
    initial.free()
    sourceStart.free()
    sources.free()
    classes.free()
    CMusl.free(byteClass)
    byteClass = nil
  }
}
