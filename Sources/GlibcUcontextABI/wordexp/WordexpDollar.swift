// What a dollar sign and what a backtick begin; commands and arithmetic up to their closing signs.
import CMusl

extension WordexpExpander {
  /// `result` is nil where the fields of the value are not split; `quoted` says so as well, but `"$@"` still gives several words.
  func dollar(_ word: inout WordexpText, _ text: WordexpInput, _ at: inout Int, into result: WordexpResult?, quoted: Bool)
    throws(WordexpError)
  {
    switch text[at &+ 1] {
    case 0, WordexpSign.quote, WordexpSign.doubleQuote: try word.add(WordexpSign.dollar)
    case WordexpSign.open:
      at &+= 2
      if text[at] == WordexpSign.open && isArithmetic(text + at + 1) {
        at &+= 1
        try arithmetic(&word, text, &at, inBrackets: false)
      } else {
        try command(&word, text, &at, into: quoted ? nil : result)
      }
    case WordexpSign.bracket:
      at &+= 2
      try arithmetic(&word, text, &at, inBrackets: true)
    default: try parameter(&word, text, &at, into: result, quoted: quoted)
    }
  }

  /// Whether behind `$((` the parentheses are closed together, as in `$((1+3))` and not as in `$((echo);(ls))`.
  private func isArithmetic(_ text: WordexpInput) -> Bool {
    var at = 0
    var depth = 0
    while text[at] != 0 && !(depth == 0 && text[at] == WordexpSign.close) {
      if text[at] == WordexpSign.open { depth &+= 1 }
      if text[at] == WordexpSign.close { depth &-= 1 }
      at &+= 1
    }
    return text[at] != 0 && text[at &+ 1] == WordexpSign.close
  }

  func backtick(_ word: inout WordexpText, _ text: WordexpInput, _ at: inout Int, into result: WordexpResult?) throws(WordexpError) {
    var script = WordexpText()
    defer { script.free() }
    var quoted = false
    at &+= 1
    while text[at] != WordexpSign.backtick {
      switch text[at] {
      case 0: throw .syntax
      case WordexpSign.backslash:
        if quoted { try backslashInQuotes(&script, text, &at) } else { try backslash(&script, text, &at) }
      default:
        if text[at] == WordexpSign.quote { quoted = !quoted }
        try script.add(text[at])
      }
      at &+= 1
    }
    try run(try script.terminated(), &word, into: result)
  }

  /// Behind `$(`.
  private func command(_ word: inout WordexpText, _ text: WordexpInput, _ at: inout Int, into result: WordexpResult?) throws(WordexpError) {
    var script = WordexpText()
    defer { script.free() }
    var depth = 1
    var quote: CChar = 0
    while true {
      let byte = text[at]
      switch byte {
      case 0: throw .syntax
      case WordexpSign.quote, WordexpSign.doubleQuote:
        if quote == 0 { quote = byte } else if quote == byte { quote = 0 }
      case WordexpSign.open where quote == 0: depth &+= 1
      case WordexpSign.close where quote == 0: depth &-= 1
      default: break
      }
      if depth == 0 { break }
      try script.add(byte)
      at &+= 1
    }
    // Nothing in the parentheses is no command, whatever the flags say.
    if !script.isEmpty { try run(try script.terminated(), &word, into: result) }
  }

  /// Behind `$((` or `$[`.
  private func arithmetic(_ word: inout WordexpText, _ text: WordexpInput, _ at: inout Int, inBrackets: Bool) throws(WordexpError) {
    var expression = WordexpText()
    defer { expression.free() }
    var depth = 1
    while true {
      let byte = text[at]
      switch byte {
      case 0: throw .syntax
      case WordexpSign.dollar: try dollar(&expression, text, &at, into: nil, quoted: true)
      case WordexpSign.backtick: try backtick(&expression, text, &at, into: nil)
      case WordexpSign.backslash: try backslashInQuotes(&expression, text, &at)
      case WordexpSign.newline, WordexpSign.semicolon, WordexpSign.brace, WordexpSign.braceEnd: throw .badCharacter
      case WordexpSign.close:
        depth &-= 1
        if depth == 0 {
          at &+= 1
          if inBrackets || text[at] != WordexpSign.close { throw .syntax }
          return try evaluate(&expression, &word)
        }
        try expression.add(byte)
      case WordexpSign.bracketEnd where inBrackets && depth == 1: return try evaluate(&expression, &word)
      default:
        if byte == WordexpSign.open { depth &+= 1 }
        try expression.add(byte)
      }
      at &+= 1
    }
  }

  private func evaluate(_ expression: inout WordexpText, _ word: inout WordexpText) throws(WordexpError) {
    var value = 0
    if !expression.isEmpty {
      var arithmetic = WordexpArithmetic(text: try expression.terminated())
      value = try arithmetic.sum(depth: 0)
    }
    try word.add(number: value)
  }
}
