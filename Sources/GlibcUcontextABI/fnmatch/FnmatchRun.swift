// One match of a pattern with a string: everything but brackets and groups.
//
// A star tries the part of the pattern up to the next star at each place; once that part fits, the choice stands, because the next star
// can take whatever an earlier one leaves. So no pattern without groups needs more than its length times that of the string.

/// How far a part of the pattern came: where its next star stands.
struct FnmatchStop {
  var star: FnmatchPlace?
  var at = 0
  var leading = false
}

struct FnmatchRun<Unit: FnmatchUnit> {
  var pattern: FnmatchPattern<Unit>
  let subject: UnsafePointer<Unit>
  let flags: FnmatchFlags
  var results = FnmatchResults()

  init(pattern: UnsafePointer<Unit>, patternCount: Int, subject: UnsafePointer<Unit>, flags: FnmatchFlags) {
    self.pattern = FnmatchPattern(pattern, patternCount)
    self.subject = subject
    self.flags = flags
  }

  mutating func free() {
    pattern.free()
    results.free()
  }

  var start: FnmatchPlace { FnmatchPlace(offset: 0, slice: 0) }

  @inline(__always)
  func unit(_ index: Int) -> UInt32 { UInt32(truncatingIfNeeded: subject[index]) }

  @inline(__always)
  func fold(_ unit: UInt32) -> UInt32 { flags.contains(.caseFold) ? Unit.lowered(unit) : unit }

  func isSlash(_ unit: UInt32) -> Bool { unit == FnmatchSign.slash && flags.contains(.pathname) }

  /// A dot behind a slash is a leading one under both flags.
  var dotsLeadBehindSlashes: Bool { flags.contains(.pathname) && flags.contains(.period) }

  /// Whether the pattern from `place` on matches the string from `from` to `end`. `leading`: a dot at `from` is a leading one.
  /// With `stop` a star ends the match: it is stored there, and the answer is true.
  mutating func matches(_ place: FnmatchPlace, _ from: Int, _ end: Int, _ leading: Bool, _ stop: UnsafeMutablePointer<FnmatchStop>?)
    throws(RegexError) -> Bool
  {
    var place = place
    var at = from
    var leading = leading
    while true {
      let here = place
      let raw = pattern.take(&place)
      if raw == 0 { return at == end || (flags.contains(.leadingDirectory) && unit(at) == FnmatchSign.slash) }
      if flags.contains(.extended) && FnmatchSign.opensGroup(raw) && pattern.peek(place) == FnmatchSign.open,
        let group = try pattern.group(raw, at: place)
      {
        return try matches(group: group, at, end, leading)
      }
      var nextLeading = false
      switch raw {
      case FnmatchSign.question:
        if at == end || isSlash(unit(at)) || (leading && unit(at) == FnmatchSign.dot) { return false }
      case FnmatchSign.star:
        if let stop {
          stop.pointee = FnmatchStop(star: here, at: at, leading: leading)
          return true
        }
        switch try star(&place, &at, end, &leading) {
        case .matched: return true
        case .failed: return false
        case .goOn: continue
        }
      case FnmatchSign.bracket:
        if at == end || isSlash(unit(at)) || (leading && unit(at) == FnmatchSign.dot) { return false }
        switch bracket(&place, unit(at)) {
        case .listed: break
        case .notListed: return false
        case .unterminated: if unit(at) != raw { return false }
        }
      case FnmatchSign.backslash where !flags.contains(.noEscape):
        let quoted = pattern.take(&place)
        if quoted == 0 || at == end || fold(quoted) != fold(unit(at)) { return false }
      default:
        if at == end || fold(raw) != fold(unit(at)) { return false }
        nextLeading = raw == FnmatchSign.slash && dotsLeadBehindSlashes
      }
      leading = nextLeading
      at &+= 1
    }
  }

  private enum Progress { case matched, failed, goOn }

  /// Behind a star. With `goOn` the match continues at the places that were changed.
  private mutating func star(_ place: inout FnmatchPlace, _ at: inout Int, _ end: Int, _ leading: inout Bool) throws(RegexError)
    -> Progress
  {
    if at < end && leading && unit(at) == FnmatchSign.dot { return .failed }
    // More stars, and groups that may be empty, add nothing; each question mark takes one character.
    var segment = place
    var raw = pattern.take(&place)
    while raw == FnmatchSign.star || raw == FnmatchSign.question {
      if flags.contains(.extended) && pattern.peek(place) == FnmatchSign.open, let end = pattern.skippedGroup(place) {
        place = end
      } else if raw == FnmatchSign.question {
        if at == end || isSlash(unit(at)) { return .failed }
        at &+= 1
      }
      segment = place
      raw = pattern.take(&place)
    }
    var limit = at
    while limit < end && !isSlash(unit(limit)) { limit &+= 1 }
    if raw == 0 {
      return !flags.contains(.pathname) || flags.contains(.leadingDirectory) || limit == end ? .matched : .failed
    }
    if isSlash(raw) {
      if limit == end { return .failed }
      at = limit &+ 1
      leading = flags.contains(.period)
      return .goOn
    }
    let isOpen = raw == FnmatchSign.bracket
      || (flags.contains(.extended) && FnmatchSign.opensGroup(raw) && pattern.peek(place) == FnmatchSign.open)
    let first = fold(raw == FnmatchSign.backslash && !flags.contains(.noEscape) ? pattern.peek(place) : raw)
    while at < limit {
      if isOpen || fold(unit(at)) == first {
        var stop = FnmatchStop()
        if try withUnsafeMutablePointer(to: &stop, { pointer throws(RegexError) in
          try matches(segment, at, end, leading, pointer)
        }) {
          guard let star = stop.star else { return .matched }
          place = star
          at = stop.at
          leading = stop.leading
          return .goOn
        }
      }
      at &+= 1
      leading = false
    }
    return .failed
  }
}
