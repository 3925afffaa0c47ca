// A deterministic automaton, built state by state as texts need it.

/// The automaton of a pattern: with `unanchored` set, of the pattern at any place from the first on.
struct RegexAutomaton {
  /// When states take more than this many words, all are forgotten and built anew: memory stays bounded.
  private static let memoryLimit = 1 << 19

  let unanchored: Bool
  private var states = RegexStates()
  /// For each state and class, the next state times two, plus one if the pattern matched before the character; or -1.
  private var table = RegexArray<Int32>()
  private var bits = RegexBits()
  private var stride = 0
  /// The first state in each context, or -1.
  private var first = RegexArray<Int32>()

  init(unanchored: Bool) { self.unanchored = unanchored }

  mutating func free() {
    states.free()
    table.free()
    bits.free()
    first.free()
  }

  mutating func prepare(_ search: borrowing RegexCache, _ program: UnsafeMutablePointer<RegexProgram>)
    throws(RegexError)
  {
    if first.count > 0 { return }
    stride = max(16, search.classes.count &+ 4)
    try bits.resize(program.pointee.positions.count)
    try reset()
    try first.append(-1, times: RegexContext.count)
  }

  private mutating func reset() throws(RegexError) {
    try states.reset()
    table.shrink(to: 0)
    try table.append(-1, times: stride)
    if first.count > 0 { first.fill(-1) }
  }

  /// The state before any character, behind what `context` says.
  mutating func initialState(_ context: UInt8, _ program: UnsafeMutablePointer<RegexProgram>) throws(RegexError) -> Int {
    let known = Int(first[Int(context)])
    if known >= 0 { return known }
    bits.clear()
    addInitial(context, program)
    let state = try enter()
    first[Int(context)] = Int32(state)
    return state
  }

  private func addInitial(_ context: UInt8, _ program: UnsafeMutablePointer<RegexProgram>) {
    let initial = program.pointee.initial
    for index in 0..<initial.count {
      let position = Int(initial[index])
      if RegexContext.previous(context, satisfies: program.constraint(position)) { bits.insert(position) }
    }
  }

  private mutating func enter() throws(RegexError) -> Int {
    let state = try states.intern(bits)
    let wanted = states.count &* stride
    if wanted > table.count { try table.append(-1, times: wanted &- table.count) }
    return state
  }

  /// The entry for `state` and class `row`, computed. State numbers from before are void if it answers with `true`.
  private mutating func step(_ state: Int, _ row: Int, _ cache: borrowing RegexCache,
    _ program: UnsafeMutablePointer<RegexProgram>) throws(RegexError) -> Int32
  {
    let context = cache.classes.contexts[row]
    bits.clear()
    var accepts = false
    for index in states.range(state) {
      let position = Int(states.items[index])
      let node = program.node(position)
      if !RegexContext.next(context, satisfies: node.constraint) { continue }
      switch node.kind {
      case .accept:
        accepts = true
        continue
      case .character where !cache.classes.accepts(node.argument, row): continue
      default: break
      }
      for successor in program.successors(position) {
        let next = Int(program.pointee.follow[successor])
        if RegexContext.previous(context, satisfies: program.constraint(next)) { bits.insert(next) }
      }
    }
    if unanchored { addInitial(context, program) }
    let flag: Int32 = accepts ? 1 : 0
    if states.items.count &+ table.count > Self.memoryLimit &+ program.pointee.positions.count &* 16 {
      try reset()
      return Int32(try enter()) << 1 | flag
    }
    let entry = Int32(try enter()) << 1 | flag
    table[state &* stride &+ row] = entry
    return entry
  }

  /// A class that searching met only now needs wider rows.
  private mutating func widen(_ classes: Int) throws(RegexError) {
    let old = stride
    let wider = classes &* 2
    var moved = RegexArray<Int32>()
    do { try moved.append(-1, times: states.count &* wider) } catch {
      moved.free()
      throw error
    }
    for state in 0..<states.count {
      for row in 0..<old { moved[state &* wider &+ row] = table[state &* old &+ row] }
    }
    table.free()
    table = moved
    stride = wider
  }

  /// The node that accepts in `state` before what `context` says: the first one, as glibc picks.
  private func acceptingNode(_ state: Int, _ context: UInt8, _ program: UnsafeMutablePointer<RegexProgram>) -> Int32 {
    for index in states.range(state) {
      let position = Int(states.items[index])
      let node = program.node(position)
      if node.kind == .accept && RegexContext.next(context, satisfies: node.constraint) {
        return program.pointee.positions[position]
      }
    }
    return -1
  }

  /// Where a match ends and which node accepts there; `end` -1 for none.
  struct Found {
    var end = -1
    var node: Int32 = -1
    /// Where reading stopped: what the search cost.
    var read = 0
  }

  /// Run from `start`, behind `context`: to the end of the longest match there, or with `earliest` to the first end met.
  mutating func run(from start: Int, context: UInt8, earliest: Bool, _ cache: inout RegexCache,
    _ subject: borrowing RegexSubject, _ program: UnsafeMutablePointer<RegexProgram>) throws(RegexError) -> Found
  {
    var found = Found()
    var state = try initialState(context, program)
    let idle = unanchored && !program.pointee.hasConstraints && !program.pointee.canBeEmpty ? state : -1
    let base = subject.text.base
    let byteClass = program.pointee.byteClass!
    let stop = subject.text.length
    let constrained = program.pointee.hasConstraints
    var rows = table.base!
    var index = start
    while index < stop {
      if state == idle {
        index = subject.nextStart(from: index, program)
        if index == stop { break }
      }
      var row = Int(byteClass[Int(base[index])])
      var size = 1
      if row == RegexCache.wideMark {
        (row, size) = try cache.wideClass(at: index, subject, program)
        if row >= stride { try widen(row &+ 1) }
        rows = table.base!
      }
      var entry = rows[state &* stride &+ row]
      if entry < 0 {
        entry = try step(state, row, cache, program)
        rows = table.base!
      }
      if entry & 1 != 0 {
        found.end = index
        if constrained && !earliest { found.node = acceptingNode(state, cache.classes.contexts[row], program) }
        if earliest { break }
      }
      state = Int(entry >> 1)
      if state == 0 && !unanchored { break }
      index &+= size
    }
    found.read = index
    if index >= stop && (state != 0 || stop == start) && !(earliest && found.end >= 0) {
      let last = acceptingNode(state, subject.endContext, program)
      if last >= 0 {
        found.end = stop
        found.node = last
      }
    }
    return found
  }
}

extension UnsafeMutablePointer where Pointee == RegexProgram {
  @inline(__always)
  func node(_ position: Int) -> RegexNode { pointee.nodes[Int(pointee.positions[position])] }
  @inline(__always)
  func constraint(_ position: Int) -> UInt8 {
    pointee.hasConstraints ? pointee.nodes[Int(pointee.positions[position])].constraint : 0
  }
  @inline(__always)
  func successors(_ position: Int) -> Range<Int> {
    Int(pointee.followStart[position])..<Int(pointee.followEnd[position])
  }
}
