// Matching with back-references: a walk over all ways through the pattern, the preferred first, that never takes one twice.
import CGlibcABI
import CMusl

struct RegexWalk {
  /// Beyond it a search is given up with REG_ESPACE: with back-references the ways can multiply without end.
  private static let maximumSteps = 40_000_000

  private struct Choice: BitwiseCopyable {
    var node: Int32
    var index: Int
    var trail: Int
  }
  private struct Change: BitwiseCopyable {
    var group: Int
    var match: RegexMatch
    var previous: RegexMatch
  }

  private let program: UnsafeMutablePointer<RegexProgram>
  private var subject: RegexSubject
  private var registers = RegexArray<RegexMatch>()
  private var previous = RegexArray<RegexMatch>()
  private var best = RegexArray<RegexMatch>()
  private var choices = RegexArray<Choice>()
  private var trail = RegexArray<Change>()
  /// Hashes of (node, place, what the referenced groups hold) that were met: meeting one again cannot find more.
  private var met = RegexArray<UInt64>()
  private var metCount = 0
  /// Part of every hash: another for each start, so that the table need not be cleared between them.
  private var generation: UInt64 = 0
  private var steps = 0

  init(program: UnsafeMutablePointer<RegexProgram>, subject: RegexSubject) throws(RegexError) {
    self.program = program
    self.subject = subject
    let groups = program.pointee.groupMap.count &+ 1
    do {
      try registers.append(RegexMatch(), times: groups)
      try previous.append(RegexMatch(), times: groups)
      try best.append(RegexMatch(), times: groups)
      try met.append(0, times: 256)
    } catch {
      free()
      throw error
    }
  }

  /// The walk that an earlier search left in the program, or a new one: its memory serves line after line.
  static func take(_ program: UnsafeMutablePointer<RegexProgram>, _ subject: RegexSubject) throws(RegexError)
    -> UnsafeMutablePointer<RegexWalk>
  {
    if let kept = glibc_compat_swap_pointer(&program.pointee.cache, nil) {
      let walk = kept.assumingMemoryBound(to: RegexWalk.self)
      walk.pointee.subject = subject
      walk.pointee.steps = 0
      return walk
    }
    guard let memory = malloc(MemoryLayout<RegexWalk>.size) else { throw .outOfMemory }
    let walk = memory.assumingMemoryBound(to: RegexWalk.self)
    do { walk.initialize(to: try RegexWalk(program: program, subject: subject)) } catch {
      CMusl.free(memory)
      throw error
    }
    return walk
  }

  /// Leave the walk for the next search; of two, one is kept.
  static func put(_ walk: UnsafeMutablePointer<RegexWalk>, _ program: UnsafeMutablePointer<RegexProgram>) {
    release(glibc_compat_swap_pointer(&program.pointee.cache, walk))
  }

  static func release(_ memory: UnsafeMutableRawPointer?) {
    guard let memory else { return }
    memory.assumingMemoryBound(to: RegexWalk.self).pointee.free()
    CMusl.free(memory)
  }

  mutating func free() {
    registers.free()
    previous.free()
    best.free()
    choices.free()
    trail.free()
    met.free()
  }

  /// What the groups of the last match held, into `target`.
  func copyRegisters(_ target: RegexArray<RegexMatch>) {
    if target.count == 0 { return }
    target.fill(RegexMatch())
    for group in 0..<min(target.count, best.count) { target[group] = best[group] }
    regexShareGroups(target, program)
  }

  /// The longest match that starts at `start`.
  mutating func longest(from start: Int) throws(RegexError) -> RegexMatch {
    registers.fill(RegexMatch())
    previous.fill(RegexMatch())
    best[0] = RegexMatch()
    choices.shrink(to: 0)
    trail.shrink(to: 0)
    generation &+= 0x9e37_79b9_7f4a_7c15
    if metCount &* 4 > met.count {
      met.fill(0)
      metCount = 0
    }
    try choices.append(Choice(node: program.pointee.plainStart, index: start, trail: 0))
    while choices.count > 0 {
      let choice = choices.removeLast()
      undo(to: choice.trail)
      try follow(choice.node, choice.index, start)
      if best[0].end == subject.text.length { break }
    }
    return best[0]
  }

  private mutating func follow(_ from: Int32, _ place: Int, _ start: Int) throws(RegexError) {
    var number = from
    var index = place
    while number >= 0 {
      steps &+= 1
      if steps > Self.maximumSteps { throw .outOfMemory }
      let node = program.pointee.nodes[Int(number)]
      if node.kind != .split { if try !enter(number, index) { return } }
      switch node.kind {
      case .character:
        if index >= subject.text.length { return }
        let (unit, size) = program.folded(subject.text, index)
        let matcher = program.pointee.matchers[Int(node.argument)]
        if !matcher.accepts(unit, utf8: program.pointee.utf8, wide: program.pointee.wide) { return }
        index &+= size
        number = node.first
      case .backReference:
        let group = registers[Int(node.argument) &+ 1]
        guard group.end >= 0, let next = repeated(group, at: index) else { return }
        index = next
        number = node.first
      case .split:
        if node.second < 0 {
          number = node.first
        } else if node.first < 0 || contains(key(node.first, index)) {
          number = node.second
        } else {
          try choices.append(Choice(node: node.second, index: index, trail: trail.count))
          number = node.first
        }
      case .groupStart, .groupEnd:
        try passGroup(node, index)
        number = node.first
      case .anchor:
        let demand = UInt8(truncatingIfNeeded: node.argument)
        if !RegexContext.previous(subject.previousContext(index, program), satisfies: demand)
          || !RegexContext.next(subject.nextContext(index, program), satisfies: demand)
        {
          return
        }
        number = node.first
      case .accept:
        if index > best[0].end {
          for group in 0..<registers.count { best[group] = registers[group] }
          best[0] = RegexMatch(start: start, end: index)
        }
        return
      }
    }
  }

  /// Where the text that `group` matched ends when it is repeated at `index`, or nil.
  private func repeated(_ group: RegexMatch, at index: Int) -> Int? {
    let count = group.end &- group.start
    if count > subject.text.length &- index { return nil }
    var (left, right) = (group.start, index)
    while left < group.end {
      let first = program.folded(subject.text, left)
      let second = program.folded(subject.text, right)
      if first.value != second.value || first.size != second.size { return nil }
      left &+= first.size
      right &+= second.size
    }
    return right
  }

  // MARK: - Groups, with a way back

  private mutating func passGroup(_ node: RegexNode, _ index: Int) throws(RegexError) {
    for group in 1..<registers.count {
      try trail.append(Change(group: group, match: registers[group], previous: previous[group]))
    }
    regexPassGroup(node, index, registers, previous)
  }

  private mutating func undo(to count: Int) {
    while trail.count > count {
      let change = trail.removeLast()
      registers[change.group] = change.match
      previous[change.group] = change.previous
    }
  }

  // MARK: - What was met

  /// One value after the other goes through the mixer: sums or exclusive ors of multiples would let different states meet.
  @inline(__always)
  private func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    let product = (hash ^ value) &* 0xbf58_476d_1ce4_e5b9
    return (product ^ product >> 31) &* 0x94d0_49bb_1331_11eb
  }

  private func key(_ node: Int32, _ index: Int) -> UInt64 {
    var hash = mix(mix(generation, UInt64(UInt32(bitPattern: node))), UInt64(UInt(bitPattern: index)))
    for group in 1..<registers.count where group > 32 || program.pointee.referencedGroups >> UInt32(group &- 1) & 1 != 0 {
      hash = mix(mix(hash, UInt64(UInt(bitPattern: registers[group].start))), UInt64(UInt(bitPattern: registers[group].end)))
    }
    hash ^= hash >> 32
    return hash == 0 ? 1 : hash
  }

  private func slot(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key &* 0x9e37_79b9_7f4a_7c15 >> 20) & (met.count &- 1)
    while met[slot] != 0 && met[slot] != key { slot = (slot &+ 1) & (met.count &- 1) }
    return slot
  }

  private func contains(_ key: UInt64) -> Bool { met[slot(key)] != 0 }

  /// Note that `node` is met at `index`; false where it was before.
  private mutating func enter(_ node: Int32, _ index: Int) throws(RegexError) -> Bool {
    let key = key(node, index)
    let place = slot(key)
    if met[place] != 0 { return false }
    met[place] = key
    metCount &+= 1
    if metCount &* 2 > met.count { try grow() }
    return true
  }

  private mutating func grow() throws(RegexError) {
    var old = met
    var wider = RegexArray<UInt64>()
    try wider.append(0, times: old.count &* 2)
    met = wider
    for entry in 0..<old.count where old[entry] != 0 { met[slot(old[entry])] = old[entry] }
    old.free()
  }
}
