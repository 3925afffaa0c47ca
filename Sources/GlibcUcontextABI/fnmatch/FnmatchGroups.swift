// GNU's extended patterns: `?(a|b)`, `*(a|b)`, `+(a|b)`, `@(a|b)`, `!(a|b)`.
//
// What a group at a place of the string leads to is computed once and remembered, so groups in groups stay polynomial in the lengths.

/// Which group, from where to where of the string.
struct FnmatchQuestion: BitwiseCopyable {
  var group: Int
  var from: Int
  /// Doubled, and one more where a dot at `from` is a leading one.
  var end: Int
}

/// The answers so far: a hash table with open addressing.
struct FnmatchResults {
  private struct Entry: BitwiseCopyable {
    var question = FnmatchQuestion(group: -1, from: 0, end: 0)
    var answer = false
  }
  private var entries = RegexArray<Entry>()
  private var used = 0

  private func slot(_ question: FnmatchQuestion) -> Int {
    let mixed = (question.group &* 0x9e37_79b9 &+ question.from) &* 0x85eb_ca6b &+ question.end &* 0xc2b2_ae35
    var index = (mixed ^ mixed >> 29) & (entries.count &- 1)
    while entries[index].question.group >= 0 {
      let known = entries[index].question
      if known.group == question.group && known.from == question.from && known.end == question.end { break }
      index = (index &+ 1) & (entries.count &- 1)
    }
    return index
  }

  func find(_ question: FnmatchQuestion) -> Bool? {
    if used == 0 { return nil }
    let entry = entries[slot(question)]
    return entry.question.group >= 0 ? entry.answer : nil
  }

  mutating func add(_ question: FnmatchQuestion, _ answer: Bool) throws(RegexError) {
    if 2 &* used >= entries.count { try grow() }
    entries[slot(question)] = Entry(question: question, answer: answer)
    used &+= 1
  }

  private mutating func grow() throws(RegexError) {
    var old = entries
    entries = RegexArray<Entry>()
    do throws(RegexError) {
      try entries.append(Entry(), times: max(16, 2 &* old.count))
    } catch {
      entries = old
      throw error
    }
    for index in 0..<old.count where old[index].question.group >= 0 { entries[slot(old[index].question)] = old[index] }
    old.free()
  }

  mutating func free() { entries.free() }
}

extension FnmatchRun {
  /// Whether the group and the pattern behind it match the string from `from` to `end`.
  mutating func matches(group: Int, _ from: Int, _ end: Int, _ leading: Bool) throws(RegexError) -> Bool {
    let question = FnmatchQuestion(group: group, from: from, end: 2 &* end &+ (leading ? 1 : 0))
    if let known = results.find(question) { return known }
    let parsed = pattern.groups[group]
    let answer: Bool
    switch parsed.op {
    case FnmatchSign.question, FnmatchSign.at: answer = try matches(once: parsed, from, end, leading)
    case FnmatchSign.exclamation: answer = try matches(not: parsed, from, end, leading)
    default: answer = try matches(many: parsed, from, end, leading)
    }
    try results.add(question, answer)
    return answer
  }

  /// Whether a dot at `at` is a leading one, `from` being where the group began.
  private func leads(_ at: Int, _ from: Int, _ leading: Bool) -> Bool {
    at == from ? leading : unit(at &- 1) == FnmatchSign.slash && dotsLeadBehindSlashes
  }

  private mutating func matches(once group: FnmatchGroup, _ from: Int, _ end: Int, _ leading: Bool) throws(RegexError) -> Bool {
    if group.op == FnmatchSign.question, try matches(group.rest, from, end, leading, nil) { return true }
    for index in 0..<group.alternatives {
      // The alternative's text continues with the rest.
      if try matches(pattern.alternative(group.firstAlternative &+ index), from, end, leading, nil) { return true }
    }
    return false
  }

  private mutating func isAlternative(_ group: FnmatchGroup, _ from: Int, _ end: Int, _ leading: Bool) throws(RegexError) -> Bool {
    for index in 0..<group.alternatives {
      if try matches(pattern.alternative(group.firstAlternative &+ index), from, end, leading, nil) { return true }
    }
    return false
  }

  private mutating func matches(not group: FnmatchGroup, _ from: Int, _ end: Int, _ leading: Bool) throws(RegexError) -> Bool {
    for cut in from...end {
      if try !isAlternative(group, from, cut, leading), try matches(group.rest, cut, end, leads(cut, from, leading), nil) { return true }
    }
    return false
  }

  /// `*` and `+`: the places that repetitions reach, each tried once as the end of the group and as the start of the next repetition.
  private mutating func matches(many group: FnmatchGroup, _ from: Int, _ end: Int, _ leading: Bool) throws(RegexError) -> Bool {
    if group.op == FnmatchSign.star, try matches(group.rest, from, end, leading, nil) { return true }
    var reached = RegexBits()
    defer { reached.free() }
    try reached.resize(end &- from &+ 1)
    var start = from
    while true {
      for cut in start...end where !reached.contains(cut &- from) {
        if try isAlternative(group, start, cut, leads(start, from, leading)) {
          reached.insert(cut &- from)
          if try matches(group.rest, cut, end, leads(cut, from, leading), nil) { return true }
        }
      }
      // Repetitions that begin further left have all been tried.
      start &+= 1
      while start <= end && !reached.contains(start &- from) { start &+= 1 }
      if start > end { return false }
    }
  }
}
