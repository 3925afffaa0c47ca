// Growing memory for the regex engine, from the program's malloc.
import CMusl

/// Why a pattern is refused or a search gives up: glibc's reg_errcode_t. Source: regex.h.
enum RegexError: Int32, Error {
  case noMatch = 1
  case badPattern = 2
  case collation = 3
  case characterClass = 4
  case trailingBackslash = 5
  case backReference = 6
  case bracket = 7
  case parenthesis = 8
  case brace = 9
  case badBrace = 10
  case range = 11
  case outOfMemory = 12
  case badRepeat = 13
  case tooBig = 15
  case rightParenthesis = 16
}

/// An array on malloc. Embedded Swift without a runtime has none; it is never copied implicitly and freed by hand.
struct RegexArray<Element: BitwiseCopyable> {
  private(set) var base: UnsafeMutablePointer<Element>! = nil
  private(set) var count = 0
  private(set) var capacity = 0

  /// Elements outside `0..<count` stop the program: an index error must never become a write into its memory.
  subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count)
      return base[index]
    }
    nonmutating set {
      precondition(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  mutating func reserve(_ wanted: Int) throws(RegexError) {
    if wanted <= capacity { return }
    var room = capacity < 8 ? 8 : capacity
    while room < wanted { room = room &* 2 }
    guard room <= Int.max / 16 / MemoryLayout<Element>.stride,
      let moved = realloc(base, room &* MemoryLayout<Element>.stride)
    else { throw .outOfMemory }
    base = moved.assumingMemoryBound(to: Element.self)
    capacity = room
  }

  mutating func append(_ element: Element) throws(RegexError) {
    if count == capacity { try reserve(count &+ 1) }
    base[count] = element
    count &+= 1
  }

  /// Append copies of the elements in `range`, which may be the array's own.
  mutating func appendOwn(_ range: Range<Int>) throws(RegexError) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    try reserve(count &+ range.count)
    for index in range {
      base[count] = base[index]
      count &+= 1
    }
  }

  mutating func append(_ element: Element, times: Int) throws(RegexError) {
    try reserve(count &+ times)
    for _ in 0..<times {
      base[count] = element
      count &+= 1
    }
  }

  mutating func removeLast() -> Element {
    precondition(count > 0)
    count &-= 1
    return base[count]
  }

  mutating func shrink(to wanted: Int) {
    precondition(wanted >= 0 && wanted <= count)
    count = wanted
  }

  var last: Element { self[count &- 1] }

  func fill(_ element: Element) {
    for index in 0..<count { base[index] = element }
  }

  mutating func free() {
    CMusl.free(base)
    base = nil
    count = 0
    capacity = 0
  }
}

/// One bit per element: membership of positions, nodes and matchers.
struct RegexBits {
  private(set) var words = RegexArray<UInt64>()

  mutating func resize(_ bits: Int) throws(RegexError) {
    let wanted = (bits &+ 63) / 64
    if wanted > words.count { try words.append(0, times: wanted &- words.count) }
  }

  func contains(_ bit: Int) -> Bool { words[bit >> 6] >> UInt64(bit & 63) & 1 != 0 }
  func insert(_ bit: Int) { words[bit >> 6] |= 1 << UInt64(bit & 63) }
  func clear() { words.fill(0) }
  mutating func free() { words.free() }
}
