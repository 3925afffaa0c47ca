// Finding the leftmost longest match.
import CMusl

/// Where a match is: byte offsets; `start` -1 for none.
struct RegexMatch: BitwiseCopyable {
  var start = -1
  var end = -1
}

struct RegexSearcher {
  let program: UnsafeMutablePointer<RegexProgram>
  let subject: RegexSubject

  /// The match that starts first between `from` and `last`, both allowed, tried downwards where `last` is the smaller. `registers` (one more than the pattern has groups,
  /// or none) is filled where there is one.
  func search(from: Int, to last: Int, existenceOnly: Bool, registers: RegexArray<RegexMatch>) throws(RegexError) -> RegexMatch {
    var (from, last) = (from, last)
    if program.pointee.anchoredAtStart {
      if min(from, last) > 0 { return RegexMatch() }
      (from, last) = (0, 0)
    }
    if program.pointee.hasBackReference { return try searchByWalking(from: from, to: last, registers) }
    let state = try RegexSearchState.take(program)
    defer { RegexSearchState.put(state, program) }
    try state.pointee.here.prepare(state.pointee.cache, program)
    var limit = subject.text.length
    if last > from && program.pointee.anchoredAtLines {
      let (match, next) = try searchLines(from: from, to: last, registers, state)
      if match.start >= 0 || next > last { return match }
      from = next
    }
    if last > from {
      try state.pointee.anywhere.prepare(state.pointee.cache, program)
      let some = try state.pointee.anywhere.run(from: from, context: subject.previousContext(from, program), earliest: true,
        &state.pointee.cache, subject, program)
      if some.end < 0 { return RegexMatch() }
      if existenceOnly && last >= subject.text.length { return RegexMatch(start: from, end: some.end) }
      limit = some.end
    }
    var place = from
    while last >= from ? place <= last && place <= limit : place >= last {
      if last > from && !program.pointee.canBeEmpty {
        place = subject.nextStart(from: place, program)
        if place > last || place > limit { break }
      }
      if subject.text.characterStart(from: place) == place {
        let (match, _) = try matchHere(place, registers, state)
        if match.start >= 0 { return match }
      }
      place &+= last >= from ? 1 : -1
    }
    return RegexMatch()
  }

  /// The longest match that starts at `place`, and where reading stopped.
  private func matchHere(_ place: Int, _ registers: RegexArray<RegexMatch>, _ state: UnsafeMutablePointer<RegexSearchState>)
    throws(RegexError) -> (RegexMatch, Int)
  {
    let found = try state.pointee.here.run(from: place, context: subject.previousContext(place, program), earliest: false,
      &state.pointee.cache, subject, program)
    if found.end < 0 { return (RegexMatch(), found.read) }
    let match = RegexMatch(start: place, end: found.end)
    if registers.count > 1 {
      try RegexGroups.fill(registers, match, accepting: found.node, subject, program)
    } else if registers.count == 1 {
      registers[0] = match
    }
    return (match, found.read)
  }

  /// Where every match starts at a line, only there. Returns the match, or the place from which the other search is to go on: a pattern that reads
  /// to the end of the text from each line would take the square of its length.
  private func searchLines(from: Int, to last: Int, _ registers: RegexArray<RegexMatch>,
    _ state: UnsafeMutablePointer<RegexSearchState>) throws(RegexError) -> (RegexMatch, Int)
  {
    let base = subject.text.base
    let length = subject.text.length
    var place = from
    var allowance = (length &- from) &* 4
    while true {
      if place == 0 || base[place &- 1] == 0x0a {
        let (match, read) = try matchHere(place, registers, state)
        if match.start >= 0 { return (match, place) }
        allowance &-= read &- place
        if allowance < 0 { return (match, place &+ 1) }
      }
      guard place < length, let found = memchr(base + place, 0x0a, length &- place) else { return (RegexMatch(), last &+ 1) }
      place = base.distance(to: UnsafePointer(found.assumingMemoryBound(to: UInt8.self))) &+ 1
      if place > last { return (RegexMatch(), place) }
    }
  }

  /// With back-references what follows depends on what groups matched: each start is walked by itself.
  private func searchByWalking(from: Int, to last: Int, _ registers: RegexArray<RegexMatch>) throws(RegexError) -> RegexMatch {
    let walk = try RegexWalk.take(program, subject)
    defer { RegexWalk.put(walk, program) }
    var place = from
    while last >= from ? place <= last : place >= last {
      let possible = program.pointee.canBeEmpty || place >= subject.text.length
        || program.pointee.firstBytes.contains(subject.text.base[place])
      if possible && subject.text.characterStart(from: place) == place {
        let match = try walk.pointee.longest(from: place)
        if match.start >= 0 {
          walk.pointee.copyRegisters(registers)
          return match
        }
      }
      place &+= last >= from ? 1 : -1
    }
    return RegexMatch()
  }
}
