// What the groups of a pattern matched, where a match is known: a walk through the nodes from which its end can be reached.

enum RegexGroups {
  /// Beyond it a search is given up with REG_ESPACE: bits for each node at each place of the match.
  private static let maximumWords = 1 << 25

  /// Fill `registers` for `match`, the whole match first. `accepting` is the node that accepted, of several copies the one that glibc picks; or -1.
  static func fill(_ registers: RegexArray<RegexMatch>, _ match: RegexMatch, accepting: Int32, _ subject: borrowing RegexSubject,
    _ program: UnsafeMutablePointer<RegexProgram>) throws(RegexError)
  {
    let words = (program.pointee.nodes.count &+ 63) / 64
    let places = match.end &- match.start &+ 1
    guard places <= maximumWords / words else { throw .outOfMemory }
    var reach = RegexArray<UInt64>()
    var stack = RegexArray<Int32>()
    var previous = RegexArray<RegexMatch>()
    defer {
      reach.free()
      stack.free()
      previous.free()
    }
    try reach.append(0, times: places &* words)
    for offset in 0..<places {
      try mark(match.end &- offset, match, accepting, words, reach, &stack, subject, program)
    }
    registers.fill(RegexMatch())
    registers[0] = match
    try previous.append(RegexMatch(), times: registers.count)
    walk(registers, previous, match, words, reach, &stack, subject, program)
    regexShareGroups(registers, program)
  }

  /// Mark the nodes at `index` from which the end of the match can be reached; those at later places are marked already.
  private static func mark(_ index: Int, _ match: RegexMatch, _ accepting: Int32, _ words: Int, _ reach: RegexArray<UInt64>,
    _ stack: inout RegexArray<Int32>, _ subject: borrowing RegexSubject, _ program: UnsafeMutablePointer<RegexProgram>)
    throws(RegexError)
  {
    let row = (index &- match.start) &* words
    let before = subject.previousContext(index, program)
    let after = subject.nextContext(index, program)
    let character = index < match.end ? program.folded(subject.text, index) : (value: 0, size: 0)
    for position in 0..<program.pointee.positions.count {
      let node = program.node(position)
      if !RegexContext.previous(before, satisfies: node.constraint) || !RegexContext.next(after, satisfies: node.constraint) {
        continue
      }
      switch node.kind {
      case .accept:
        if index != match.end || (accepting >= 0 && program.pointee.positions[position] != accepting) { continue }
      case .character:
        let next = index &+ character.size
        if character.size == 0 || next > match.end { continue }
        let target = (next &- match.start) &* words &+ Int(node.first >> 6)
        if reach[target] >> UInt64(node.first & 63) & 1 == 0 { continue }
        let matcher = program.pointee.matchers[Int(node.argument)]
        if !matcher.accepts(character.value, utf8: program.pointee.utf8, wide: program.pointee.wide) { continue }
      default: continue
      }
      try stack.append(program.pointee.positions[position])
    }
    while stack.count > 0 {
      let node = stack.removeLast()
      let word = row &+ Int(node >> 6)
      let bit: UInt64 = 1 << UInt64(node & 63)
      if reach[word] & bit != 0 { continue }
      reach[word] |= bit
      for source in Int(program.pointee.sourceStart[Int(node)])..<Int(program.pointee.sourceStart[Int(node) &+ 1]) {
        try stack.append(program.pointee.sources[source])
      }
    }
  }

  /// Follow first choices. As in glibc, a choice that was taken since the last character gives way to the other: `(a*)*` ends.
  private static func walk(_ registers: RegexArray<RegexMatch>, _ previous: RegexArray<RegexMatch>, _ match: RegexMatch,
    _ words: Int, _ reach: RegexArray<UInt64>, _ passed: inout RegexArray<Int32>, _ subject: borrowing RegexSubject,
    _ program: UnsafeMutablePointer<RegexProgram>)
  {
    var node = program.pointee.start
    var index = match.start
    var steps = 0
    func canReach(_ node: Int32) -> Bool {
      node >= 0 && reach[(index &- match.start) &* words &+ Int(node >> 6)] >> UInt64(node & 63) & 1 != 0
    }
    func wasPassed(_ node: Int32) -> Bool {
      for entry in 0..<passed.count where passed[entry] == node { return true }
      return false
    }
    while node >= 0 && steps <= program.pointee.nodes.count &* 2 {
      let found = program.pointee.nodes[Int(node)]
      steps &+= 1
      if found.kind != .character { guard (try? passed.append(node)) != nil else { return } }
      switch found.kind {
      case .accept: return
      case .character:
        index &+= program.folded(subject.text, index).size
        if index > match.end { return }
        node = found.first
        passed.shrink(to: 0)
        steps = 0
      case .split:
        let (first, second) = (canReach(found.first), canReach(found.second))
        node = first && !(second && wasPassed(found.first)) ? found.first : second ? found.second : -1
      case .groupStart, .groupEnd:
        regexPassGroup(found, index, registers, previous)
        node = found.first
      case .anchor, .backReference: node = found.second
      }
    }
  }
}

/// A group begins or ends at `index`. A group that may be left out and matches nothing keeps what it matched before.
func regexPassGroup(_ node: RegexNode, _ index: Int, _ registers: RegexArray<RegexMatch>, _ previous: RegexArray<RegexMatch>) {
  let number = Int(node.argument) &+ 1
  if number >= registers.count { return }
  if node.kind == .groupStart {
    registers[number] = RegexMatch(start: index, end: -1)
    return
  }
  let start = registers[number].start
  if start < index {
    registers[number] = RegexMatch(start: start, end: index)
    for group in 0..<registers.count { previous[group] = registers[group] }
  } else if node.optional && previous[number].start != -1 {
    for group in 0..<registers.count { registers[group] = previous[group] }
  } else {
    registers[number] = RegexMatch(start: start, end: index)
  }
}

/// Groups that are one group with several numbers report one match; a group that was entered and never left reports none.
func regexShareGroups(_ registers: RegexArray<RegexMatch>, _ program: UnsafeMutablePointer<RegexProgram>) {
  for group in 0..<program.pointee.groupMap.count where group &+ 1 < registers.count {
    let shared = Int(program.pointee.groupMap[group])
    if shared != group && shared &+ 1 < registers.count { registers[group &+ 1] = registers[shared &+ 1] }
  }
  for group in 1..<max(1, registers.count) where registers[group].end < 0 { registers[group] = RegexMatch() }
}
