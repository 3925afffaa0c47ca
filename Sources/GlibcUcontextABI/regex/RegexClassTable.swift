// Classes of characters that no part of a pattern tells apart.

/// A table of classes; each is a row of bits: which matchers accept it, then whether it is a word character and a newline.
struct RegexClassTable {
  private(set) var rows = RegexArray<UInt64>()
  /// What a position before a character of the class sees as its next context, and one behind it as its previous.
  private(set) var contexts = RegexArray<UInt8>()
  private var scratch = RegexArray<UInt64>()
  private var words = 0

  var count: Int { contexts.count }

  mutating func prepare(matchers: Int) throws(RegexError) {
    words = (matchers &+ 63) / 64
    try scratch.append(0, times: words)
  }

  @inline(__always)
  func accepts(_ matcher: Int32, _ row: Int) -> Bool {
    rows[row &* words &+ Int(matcher >> 6)] >> UInt64(matcher & 63) & 1 != 0
  }

  /// The class of `unit`, a folded character, entered if it is new.
  mutating func find(_ unit: UInt32, context: UInt8, _ program: UnsafeMutablePointer<RegexProgram>) throws(RegexError) -> Int {
    scratch.fill(0)
    let utf8 = program.pointee.utf8
    let wide = program.pointee.wide
    let matchers = program.pointee.matchers
    for index in 0..<matchers.count {
      if matchers[index].accepts(unit, utf8: utf8, wide: wide) {
        scratch[index >> 6] |= 1 << UInt64(index & 63)
      }
    }
    return try find(context: context)
  }

  /// Whether all matchers that accept a character fit a word.
  var fitsWord: Bool { words == 1 }

  /// The class of a character that `accepting`, a bit for each matcher, accept; only where these fit a word.
  mutating func find(accepting: UInt64, context: UInt8) throws(RegexError) -> Int {
    scratch[0] = accepting
    return try find(context: context)
  }

  /// The class of what `scratch` says, entered if it is new.
  private mutating func find(context: UInt8) throws(RegexError) -> Int {
    for row in 0..<count where contexts[row] == context {
      var index = 0
      while index < words && rows[row &* words &+ index] == scratch[index] { index &+= 1 }
      if index == words { return row }
    }
    for index in 0..<words { try rows.append(scratch[index]) }
    try contexts.append(context)
    return count &- 1
  }

  /// A table of its own with the same classes.
  func copy() throws(RegexError) -> RegexClassTable {
    var copied = RegexClassTable()
    copied.words = words
    do {
      try copied.scratch.append(0, times: words)
      try copied.rows.reserve(rows.count &+ 8)
      for index in 0..<rows.count { try copied.rows.append(rows[index]) }
      try copied.contexts.reserve(contexts.count &+ 8)
      for index in 0..<contexts.count { try copied.contexts.append(contexts[index]) }
    } catch {
      copied.free()
      throw error
    }
    return copied
  }

  mutating func free() {
    rows.free()
    contexts.free()
    scratch.free()
  }
}
