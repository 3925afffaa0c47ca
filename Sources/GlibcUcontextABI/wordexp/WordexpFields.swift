// Splitting of an expansion's value into words at the separators of IFS.
import CMusl

extension WordexpExpander {
  /// The value of a parameter. Its first field continues the word and its last stays open.
  func fields(of value: WordexpInput, _ word: inout WordexpText, into result: WordexpResult) throws(WordexpError) {
    var at = 0
    var isFirst = true
    var separated = false
    repeat {
      if !isFirst { try wordexpAdd(&word, to: result) }
      isFirst = false
      while isWhite(value[at]) { at &+= 1 }
      if !separated && value[at] == 0 { break }
      let start = at
      while value[at] != 0 && !separates(value[at]) { at &+= 1 }
      try word.add(value + start, count: at &- start)
      while isWhite(value[at]) { at &+= 1 }
      // One separator that is no white space may follow, and the field behind it may be empty.
      separated = separates(value[at])
      if separated { at &+= 1 }
    } while separated || value[at] != 0
  }
}

/// The same for what a command writes, which comes in pieces.
struct WordexpOutputFields {
  private enum State {
    /// Before a field.
    case skipping
    case inField
    /// Behind white space that ended a field: a separator that is none may still belong to it.
    case behindField
    /// Behind line feeds in a field: they end it only if something follows.
    case behindLines
  }
  private var state = State.skipping
  /// Line feeds at the end of the word, which are dropped if nothing follows.
  private(set) var newlines = 0

  mutating func add(_ byte: CChar, _ word: inout WordexpText, _ expander: WordexpExpander, into result: WordexpResult)
    throws(WordexpError)
  {
    // A zero byte separates like a space.
    if byte != 0 && !expander.separates(byte) {
      if state == .behindLines { try wordexpAdd(&word, to: result) }
      state = .inField
      newlines = byte == WordexpSign.newline ? newlines &+ 1 : 0
      try word.add(byte)
      return
    }
    if byte != 0 && !expander.isWhite(byte) {
      let ended = state == .behindField
      state = .skipping
      if ended { return }
    } else if byte == WordexpSign.newline {
      if state == .inField { state = .behindLines }
      return
    } else {
      if state != .inField && state != .behindLines { return }
      state = .behindField
    }
    try wordexpAdd(&word, to: result)
    newlines = 0
  }
}
