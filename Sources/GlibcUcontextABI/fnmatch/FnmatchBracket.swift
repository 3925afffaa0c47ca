// Bracket expressions of fnmatch.
//
// Every detail of what a malformed bracket means is glibc's: a class name that is none makes the whole match fail, a bracket without an
// end is an ordinary character, and behind the element that fits the rest of the list is only skipped, by rules of its own.

enum FnmatchListed { case listed, notListed, unterminated }

extension FnmatchRun {
  /// What `character` has to do with the list that begins at `place`, which ends behind it.
  func bracket(_ place: inout FnmatchPlace, _ character: UInt32) -> FnmatchListed {
    let begin = place
    let folded = fold(character)
    let caretNegates = fnmatchCaretNegates()
    let sign = pattern.peek(place)
    let negated = sign == FnmatchSign.exclamation || (sign == FnmatchSign.caret && caretNegates)
    if negated { place = pattern.after(place) }
    var raw = pattern.take(&place)
    repeat {
      var fits = false
      switch element(raw, &place, character, folded, &raw) {
      case .fits: fits = true
      case .other: break
      case .failed: return .notListed
      case .ended:
        place = begin
        return .unterminated
      }
      if fits {
        let rest = skipRest(&place)
        if rest == .ended { place = begin }
        return rest == .ended ? .unterminated : rest == .fits && !negated ? .listed : .notListed
      }
    } while raw != FnmatchSign.bracketEnd
    return negated ? .listed : .notListed
  }

  private enum Element { case fits, other, failed, ended }

  /// One element of a list, whose first character is taken already; `next` becomes the character behind it unless it fits.
  private func element(_ first: UInt32, _ place: inout FnmatchPlace, _ character: UInt32, _ folded: UInt32, _ next: inout UInt32)
    -> Element
  {
    var low = fold(first)
    if first == FnmatchSign.backslash && !flags.contains(.noEscape) {
      if pattern.peek(place) == 0 { return .failed }
      low = fold(pattern.take(&place))
    } else if first == FnmatchSign.bracket {
      switch pattern.peek(place) {
      case FnmatchSign.colon:
        let found = namedClass(&place, character)
        if found == .ended { break }
        if found == .other { next = pattern.take(&place) }
        return found
      case FnmatchSign.equals:
        let inner = pattern.after(place)
        guard pattern.peek(inner) != 0, let end = closing(pattern.after(inner), FnmatchSign.equals) else { break }
        place = end
        if pattern.peek(inner) == character { return .fits }
        next = pattern.take(&place)
        return .other
      case FnmatchSign.dot:
        guard let symbol = collatingSymbol(&place) else { return .failed }
        if symbol == character && !startsRange(place) { return .fits }
        next = pattern.take(&place)
        return range(from: symbol, &place, folded, &next)
      default: break
      }
    } else if first == 0 {
      return .ended
    }
    if low == folded && !startsRange(place) { return .fits }
    next = pattern.take(&place)
    return range(from: low, &place, folded, &next)
  }

  /// Whether what stands at `place` makes the element before it the start of a range.
  private func startsRange(_ place: FnmatchPlace) -> Bool {
    if pattern.peek(place) != FnmatchSign.minus { return false }
    let second = pattern.peekSecond(place)
    return second != 0 && second != FnmatchSign.bracketEnd
  }

  /// Behind an element, `next` being the character after it: the range that it may start.
  private func range(from low: UInt32, _ place: inout FnmatchPlace, _ folded: UInt32, _ next: inout UInt32) -> Element {
    guard next == FnmatchSign.minus && pattern.peek(place) != FnmatchSign.bracketEnd else { return .other }
    var high = pattern.take(&place)
    if high == FnmatchSign.bracket && pattern.peek(place) == FnmatchSign.dot {
      guard let symbol = collatingSymbol(&place) else { return .failed }
      high = symbol
    } else {
      if high == FnmatchSign.backslash && !flags.contains(.noEscape) { high = pattern.take(&place) }
      if high == 0 { return .failed }
      high = fold(high)
    }
    if low <= folded && folded <= high { return .fits }
    next = pattern.take(&place)
    return .other
  }

  /// `[:name:]`, with `place` at the first colon. `ended`: it is no class at all and `[` an ordinary character, `place` unchanged.
  private func namedClass(_ place: inout FnmatchPlace, _ character: UInt32) -> Element {
    var name = InlineArray<8, UInt8>(repeating: 0)
    var count = 0
    var at = pattern.after(place)
    while true {
      let unit = pattern.peek(at)
      if unit == FnmatchSign.colon && pattern.peekSecond(at) == FnmatchSign.bracketEnd { break }
      // glibc takes a z for no letter here.
      if unit < 0x61 || unit >= 0x7a { return .ended }
      if count < 8 { name[count] = UInt8(unit) }
      count &+= 1
      if count > 2048 { return .failed }
      at = pattern.after(at)
    }
    place = pattern.after(pattern.after(at))
    var found: RegexClass?
    var bytes = name
    var span = bytes.mutableSpan
    span.withUnsafeMutableBufferPointer { if count <= 8 { found = RegexClass.named($0.baseAddress!, count: count) } }
    guard let found else { return .failed }
    return Unit.belongs(character, to: found) ? .fits : .other
  }

  /// The place behind `sign` and a closing bracket at `place`; nil where something else stands there.
  private func closing(_ place: FnmatchPlace, _ sign: UInt32) -> FnmatchPlace? {
    if pattern.peek(place) != sign || pattern.peekSecond(place) != FnmatchSign.bracketEnd { return nil }
    return pattern.after(pattern.after(place))
  }

  /// `[.x.]`, with `place` at the first dot: the symbol, which in the locales that there are is one character; nil where it is none.
  private func collatingSymbol(_ place: inout FnmatchPlace) -> UInt32? {
    let symbol = pattern.peekSecond(place)
    var at = pattern.after(place)
    var count = 0
    while true {
      if pattern.peek(at) == 0 { return nil }
      if let end = closing(at, FnmatchSign.dot) {
        place = end
        return count == 1 ? symbol : nil
      }
      count &+= 1
      at = pattern.after(at)
    }
  }

  /// Skips the rest of a list in which an element fits.
  private func skipRest(_ place: inout FnmatchPlace) -> Element {
    while true {
      let raw = pattern.take(&place)
      if raw == 0 { return .ended }
      if raw == FnmatchSign.bracketEnd { return .fits }
      if raw == FnmatchSign.backslash && !flags.contains(.noEscape) {
        if pattern.take(&place) == 0 { return .failed }
      } else if raw == FnmatchSign.bracket {
        switch pattern.peek(place) {
        case FnmatchSign.colon:
          var at = pattern.after(place)
          while pattern.peek(at) >= 0x61 && pattern.peek(at) < 0x7a { at = pattern.after(at) }
          if let end = closing(at, FnmatchSign.colon) { place = end }
        case FnmatchSign.equals:
          let inner = pattern.after(place)
          guard pattern.peek(inner) != 0, let end = closing(pattern.after(inner), FnmatchSign.equals) else { return .failed }
          place = end
        case FnmatchSign.dot:
          var at = pattern.after(place)
          while pattern.peek(at) != 0 && closing(at, FnmatchSign.dot) == nil { at = pattern.after(at) }
          guard let end = closing(at, FnmatchSign.dot) else { return .failed }
          place = end
        default: break
        }
      }
    }
  }
}
