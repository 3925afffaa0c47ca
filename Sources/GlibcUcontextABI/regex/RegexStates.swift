// Sets of positions as numbered states: the same set always has the same number.

/// State 0 is the empty set.
struct RegexStates {
  private var begin = RegexArray<Int32>()
  private(set) var items = RegexArray<Int32>()
  private var table = RegexArray<Int32>()

  var count: Int { begin.count &- 1 }

  /// Forget all states but the empty one.
  mutating func reset() throws(RegexError) {
    begin.shrink(to: 0)
    items.shrink(to: 0)
    try begin.append(0)
    try begin.append(0)
    if table.count == 0 { try table.append(-1, times: 64) }
    table.fill(-1)
  }

  @inline(__always)
  func range(_ state: Int) -> Range<Int> { Int(begin[state])..<Int(begin[state &+ 1]) }

  /// The state of the set that `bits` holds.
  mutating func intern(_ bits: RegexBits) throws(RegexError) -> Int {
    let start = items.count
    var hash: UInt64 = 0
    for index in 0..<bits.words.count {
      var word = bits.words[index]
      while word != 0 {
        let item = Int32(index &* 64 &+ word.trailingZeroBitCount)
        try items.append(item)
        hash = (hash &+ UInt64(UInt32(bitPattern: item)) &+ 1) &* 0x9e37_79b9_7f4a_7c15
        hash ^= hash >> 29
        word &= word &- 1
      }
    }
    if items.count == start { return 0 }
    var slot = Int(truncatingIfNeeded: hash) & (table.count &- 1)
    while table[slot] >= 0 {
      if equals(Int(table[slot]), from: start) {
        items.shrink(to: start)
        return Int(table[slot])
      }
      slot = (slot &+ 1) & (table.count &- 1)
    }
    let state = count
    try begin.append(Int32(items.count))
    table[slot] = Int32(state)
    if state &* 2 > table.count { try grow() }
    return state
  }

  private func equals(_ state: Int, from start: Int) -> Bool {
    let known = range(state)
    if known.count != items.count &- start { return false }
    for offset in 0..<known.count where items[known.lowerBound &+ offset] != items[start &+ offset] { return false }
    return true
  }

  private mutating func grow() throws(RegexError) {
    try table.append(-1, times: table.count)
    table.fill(-1)
    for state in 1..<count {
      var hash: UInt64 = 0
      for index in range(state) {
        hash = (hash &+ UInt64(UInt32(bitPattern: items[index])) &+ 1) &* 0x9e37_79b9_7f4a_7c15
        hash ^= hash >> 29
      }
      var slot = Int(truncatingIfNeeded: hash) & (table.count &- 1)
      while table[slot] >= 0 { slot = (slot &+ 1) & (table.count &- 1) }
      table[slot] = Int32(state)
    }
  }

  mutating func free() {
    begin.free()
    items.free()
    table.free()
  }
}
