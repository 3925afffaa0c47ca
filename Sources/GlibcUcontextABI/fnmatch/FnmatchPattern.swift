// A pattern as fnmatch reads it, and the groups in it.
//
// The text behind a group belongs to each alternative of `?(...)` and `@(...)`: glibc joins the two, and what stands at the seam can then
// mean something that neither means alone, as in `@(*)(x)`. Nothing is copied for that here: an alternative is a slice of the text that
// continues elsewhere, and places in the continuation are the same however they are reached. So they can be remembered.

/// A part of the pattern's text, and where reading goes on behind it; `next` is -1 where nothing follows.
struct FnmatchSlice: BitwiseCopyable {
  var end: Int
  var next: Int32 = -1
  var nextOffset = 0
}

/// A place in the pattern: never the end of a slice that goes on elsewhere.
struct FnmatchPlace: BitwiseCopyable {
  var offset: Int
  var slice: Int32
}

/// `op(alternative|alternative)rest`, parsed.
struct FnmatchGroup: BitwiseCopyable {
  /// Behind the opening parenthesis, and the operator before it.
  var place: FnmatchPlace
  var op: UInt32
  var isValid = false
  /// Behind the closing parenthesis.
  var rest = FnmatchPlace(offset: 0, slice: 0)
  var firstAlternative = 0
  var alternatives = 0
}

struct FnmatchPattern<Unit: FnmatchUnit> {
  let text: UnsafePointer<Unit>
  let count: Int
  private var slices = RegexArray<FnmatchSlice>()
  private(set) var groups = RegexArray<FnmatchGroup>()
  private var alternatives = RegexArray<FnmatchPlace>()

  init(_ text: UnsafePointer<Unit>, _ count: Int) {
    self.text = text
    self.count = count
  }

  mutating func free() {
    slices.free()
    groups.free()
    alternatives.free()
  }

  func alternative(_ index: Int) -> FnmatchPlace { alternatives[index] }

  /// The character at a place; 0 at the end. Slice 0 is the whole pattern, which a zero ends.
  @inline(__always)
  func peek(_ place: FnmatchPlace) -> UInt32 {
    if place.slice != 0 && place.offset == slices[Int(place.slice) &- 1].end { return 0 }
    return UInt32(truncatingIfNeeded: text[place.offset])
  }

  /// The place behind a character, which is not the end.
  @inline(__always)
  func after(_ place: FnmatchPlace) -> FnmatchPlace {
    let moved = FnmatchPlace(offset: place.offset &+ 1, slice: place.slice)
    return place.slice == 0 ? moved : settled(moved)
  }

  private func settled(_ place: FnmatchPlace) -> FnmatchPlace {
    var place = place
    while place.slice != 0 {
      let slice = slices[Int(place.slice) &- 1]
      if place.offset != slice.end || slice.next < 0 { break }
      place = FnmatchPlace(offset: slice.nextOffset, slice: slice.next)
    }
    return place
  }

  /// Takes the character at `place`; stays at the end.
  @inline(__always)
  func take(_ place: inout FnmatchPlace) -> UInt32 {
    let unit = peek(place)
    if unit != 0 { place = after(place) }
    return unit
  }

  func peekSecond(_ place: FnmatchPlace) -> UInt32 { peek(place) == 0 ? 0 : peek(after(place)) }

  /// The number of the group whose parenthesis stands at `place`, behind `op`; nil where it is none that ends.
  mutating func group(_ op: UInt32, at place: FnmatchPlace) throws(RegexError) -> Int? {
    for index in 0..<groups.count {
      let known = groups[index]
      if known.place.offset == place.offset && known.place.slice == place.slice && known.op == op { return known.isValid ? index : nil }
    }
    let group = try parse(FnmatchGroup(place: place, op: op))
    try groups.append(group)
    return group.isValid ? groups.count &- 1 : nil
  }

  private mutating func parse(_ group: FnmatchGroup) throws(RegexError) -> FnmatchGroup {
    // First where the parts end: what is behind the group must be known before alternatives can continue there.
    var starts = RegexArray<FnmatchPlace>()
    var ends = RegexArray<FnmatchPlace>()
    defer {
      starts.free()
      ends.free()
    }
    var place = after(group.place)
    var level = 0
    try starts.append(place)
    while level >= 0 {
      let unit = peek(place)
      if unit == 0 { return group }
      if unit == FnmatchSign.bracket {
        guard let end = bracketEnd(after(place)) else { return group }
        place = end
      } else if FnmatchSign.opensGroup(unit) && peekSecond(place) == FnmatchSign.open {
        level &+= 1
        place = after(place)
      } else if unit == FnmatchSign.close || (unit == FnmatchSign.bar && level == 0) {
        if level == 0 { try ends.append(place) }
        if unit == FnmatchSign.close {
          level &-= 1
        } else {
          try starts.append(after(place))
        }
      }
      place = after(place)
    }
    var parsed = group
    parsed.rest = place
    parsed.firstAlternative = alternatives.count
    parsed.alternatives = starts.count
    parsed.isValid = true
    let joins = group.op == FnmatchSign.question || group.op == FnmatchSign.at
    for index in 0..<starts.count {
      try alternatives.append(try slice(from: starts[index], to: ends[index], continuing: joins ? place : nil))
    }
    return parsed
  }

  /// The place behind the group whose parenthesis is at `place`, as glibc finds it behind a star: the character after a group in the
  /// group is not looked at. nil where there is none.
  func skippedGroup(_ start: FnmatchPlace) -> FnmatchPlace? {
    var place = start
    var level = 0
    while true {
      if peek(place) == 0 { return nil }
      place = after(place)
      let unit = peek(place)
      if unit == FnmatchSign.bracket {
        guard let end = bracketEnd(after(place)) else { return nil }
        place = end
      } else if FnmatchSign.opensGroup(unit) && peekSecond(place) == FnmatchSign.open {
        level &+= 1
        place = after(place)
      } else if unit == FnmatchSign.close {
        place = after(place)
        if level == 0 { return place }
        level &-= 1
      }
    }
  }

  /// The closing bracket of the list whose first character, or negation, is at `start`; nil where there is none.
  private func bracketEnd(_ start: FnmatchPlace) -> FnmatchPlace? {
    var place = start
    let first = peek(place)
    if first == FnmatchSign.exclamation || (first == FnmatchSign.caret && fnmatchCaretNegates()) { place = after(place) }
    if peek(place) == FnmatchSign.bracketEnd { place = after(place) }
    while peek(place) != FnmatchSign.bracketEnd {
      if peek(place) == 0 { return nil }
      place = after(place)
    }
    return place
  }

  /// A slice, or a chain of them where the text between the places is one.
  private mutating func slice(from start: FnmatchPlace, to end: FnmatchPlace, continuing rest: FnmatchPlace?) throws(RegexError)
    -> FnmatchPlace
  {
    var last = FnmatchSlice(end: end.offset)
    if let rest {
      last.next = rest.slice
      last.nextOffset = rest.offset
    }
    if start.slice == end.slice {
      try slices.append(last)
      return settled(FnmatchPlace(offset: start.offset, slice: Int32(slices.count)))
    }
    // The chain is made from its first piece on: each piece continues at the slice that is appended next.
    let firstNumber = Int32(slices.count &+ 1)
    var piece = start
    while piece.slice != end.slice {
      let whole = slices[Int(piece.slice) &- 1]
      let number = Int32(slices.count &+ 1)
      try slices.append(FnmatchSlice(end: whole.end, next: number &+ 1, nextOffset: whole.nextOffset))
      piece = FnmatchPlace(offset: whole.nextOffset, slice: whole.next)
    }
    try slices.append(last)
    return settled(FnmatchPlace(offset: start.offset, slice: firstNumber))
  }
}
