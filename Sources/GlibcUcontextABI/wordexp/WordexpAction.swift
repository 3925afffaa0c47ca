// What the sign in `${name-word}` and its kin does to the value.
import CGlibcABI
import CMusl

extension WordexpExpander {
  /// False where nothing is substituted, not even the length.
  func act(_ parameter: inout WordexpParameter, _ value: inout WordexpValue) throws(WordexpError) -> Bool {
    let counts = value.isSet && !value.text.isEmpty
    let isMissing = !value.isSet || (value.text.isEmpty && parameter.emptyIsUnset)
    var word = WordexpText()
    defer { word.free() }
    switch parameter.action {
    case .none: return true
    case .shortPrefix, .longPrefix, .shortSuffix, .longSuffix:
      try expand(&parameter.word, to: &word)
      if value.isSet && !word.isEmpty { try remove(parameter.action, try word.terminated(), &value) }
      return true
    case .alternative:
      if isMissing { return false }
    case .complain, .substitute, .assign:
      if counts { return true }
      if !isMissing { return false }
    }
    try expand(&parameter.word, to: &word)
    let found = try word.terminated()
    if parameter.action == .complain {
      glibc_compat_wordexp_complain(try parameter.name.terminated(), found)
      return false
    }
    // A word that is empty gives no value.
    value.isSet = false
    value.text.free()
    if !word.isEmpty { try value.set(found) }
    if parameter.action == .assign {
      if setenv(try parameter.name.terminated(), found, 1) != 0 { throw .noSpace }
    }
    return true
  }

  /// The word with its expansions done; quotes become backslashes before wildcards, because the word may be a pattern.
  private func expand(_ raw: inout WordexpText, to word: inout WordexpText) throws(WordexpError) {
    let text = try raw.terminated()
    var quote: CChar = 0
    var at = 0
    while text[at] != 0 {
      let byte = text[at]
      switch byte {
      case WordexpSign.quote where quote != WordexpSign.doubleQuote, WordexpSign.doubleQuote where quote != WordexpSign.quote:
        quote = quote == 0 ? byte : 0
      case WordexpSign.dollar: try dollar(&word, text, &at, into: nil, quoted: true)
      case WordexpSign.tilde where quote == 0 && word.isEmpty: try tilde(&word, text, &at, isFirst: true)
      case WordexpSign.backslash:
        try word.add(byte)
        at &+= 1
        if text[at] == 0 { throw .syntax }
        try word.add(text[at])
      default:
        if quote != 0 && (byte == WordexpSign.star || byte == WordexpSign.question) { try word.add(WordexpSign.backslash) }
        try word.add(byte)
      }
      at &+= 1
    }
  }

  /// Removes the shortest or longest part at the beginning or the end that matches.
  private func remove(_ action: WordexpParameter.Action, _ pattern: WordexpInput, _ value: inout WordexpValue) throws(WordexpError) {
    let count = value.text.count
    let text = UnsafeMutablePointer(mutating: try value.text.terminated())
    let isPrefix = action == .shortPrefix || action == .longPrefix
    // Growing parts of the beginning, or shrinking ones of the end.
    let forward = action == .shortPrefix || action == .longSuffix
    for step in 0...count {
      let cut = forward ? step : count &- step
      let byte = text[cut]
      if isPrefix { text[cut] = 0 }
      let matches = fnmatch(pattern, isPrefix ? text : text + cut, 0) != 1
      text[cut] = byte
      if !matches { continue }
      var rest = WordexpText()
      try rest.add(isPrefix ? text + cut : text, count: isPrefix ? count &- cut : cut)
      value.text.free()
      value.text = rest
      return
    }
  }
}
