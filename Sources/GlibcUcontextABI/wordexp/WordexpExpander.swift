// The text itself: quotes, backslashes, tildes, patterns. What a dollar sign begins is in WordexpDollar.swift.
import CGlibcABI
import CMusl

enum WordexpSign {
  static let tab: CChar = 0x09
  static let newline: CChar = 0x0a
  static let space: CChar = 0x20
  static let doubleQuote: CChar = 0x22
  static let hash: CChar = 0x23
  static let dollar: CChar = 0x24
  static let percent: CChar = 0x25
  static let quote: CChar = 0x27
  static let open: CChar = 0x28
  static let close: CChar = 0x29
  static let star: CChar = 0x2a
  static let plus: CChar = 0x2b
  static let minus: CChar = 0x2d
  static let slash: CChar = 0x2f
  static let colon: CChar = 0x3a
  static let semicolon: CChar = 0x3b
  static let equals: CChar = 0x3d
  static let question: CChar = 0x3f
  static let at: CChar = 0x40
  static let bracket: CChar = 0x5b
  static let backslash: CChar = 0x5c
  static let bracketEnd: CChar = 0x5d
  static let backtick: CChar = 0x60
  static let brace: CChar = 0x7b
  static let bar: CChar = 0x7c
  static let braceEnd: CChar = 0x7d
  static let tilde: CChar = 0x7e
}

struct WordexpExpander {
  let flags: Int32
  /// IFS, which the environment may hold.
  let separators: WordexpInput

  init(flags: Int32) {
    self.flags = flags
    separators = getenv(constText("IFS")).map { WordexpInput($0) } ?? constText(" \t\n")
  }

  func separates(_ byte: CChar) -> Bool { byte != 0 && strchr(separators, Int32(byte)) != nil }

  /// A separator of which several count as one.
  func isWhite(_ byte: CChar) -> Bool {
    (byte == WordexpSign.space || byte == WordexpSign.tab || byte == WordexpSign.newline) && separates(byte)
  }

  func expand(_ text: WordexpInput, into result: WordexpResult) throws(WordexpError) {
    var word = WordexpText()
    defer { word.free() }
    var at = 0
    while text[at] != 0 {
      switch text[at] {
      case WordexpSign.backslash: try backslash(&word, text, &at)
      case WordexpSign.dollar: try dollar(&word, text, &at, into: result, quoted: false)
      case WordexpSign.backtick: try backtick(&word, text, &at, into: result)
      case WordexpSign.doubleQuote:
        try doubleQuotes(&word, text, &at, into: result)
        if word.isEmpty { try wordexpAdd(&word, to: result) }
      case WordexpSign.quote:
        try quotes(&word, text, &at)
        if word.isEmpty { try wordexpAdd(&word, to: result) }
      case WordexpSign.tilde: try tilde(&word, text, &at, isFirst: result.pointee.we_wordc == 0)
      case WordexpSign.star, WordexpSign.question, WordexpSign.bracket: try pattern(&word, text, &at, into: result)
      case WordexpSign.space, WordexpSign.tab: if !word.isEmpty { try wordexpAdd(&word, to: result) }
      default:
        if strchr(constText("\n|&;<>(){}"), Int32(text[at])) != nil { throw .badCharacter }
        try word.add(text[at])
      }
      at &+= 1
    }
    if !word.isEmpty { try wordexpAdd(&word, to: result) }
  }

  // Each of these finds `at` where its construct begins and leaves it at the last character of it.

  func backslash(_ word: inout WordexpText, _ text: WordexpInput, _ at: inout Int) throws(WordexpError) {
    at &+= 1
    if text[at] == 0 { throw .syntax }
    if text[at] != WordexpSign.newline { try word.add(text[at]) }
  }

  func backslashInQuotes(_ word: inout WordexpText, _ text: WordexpInput, _ at: inout Int) throws(WordexpError) {
    at &+= 1
    let next = text[at]
    if next == 0 { throw .syntax }
    if next == WordexpSign.newline { return }
    if strchr(constText("$`\"\\"), Int32(next)) == nil { try word.add(WordexpSign.backslash) }
    try word.add(next)
  }

  func quotes(_ word: inout WordexpText, _ text: WordexpInput, _ at: inout Int) throws(WordexpError) {
    at &+= 1
    while text[at] != WordexpSign.quote {
      if text[at] == 0 { throw .syntax }
      try word.add(text[at])
      at &+= 1
    }
  }

  func doubleQuotes(_ word: inout WordexpText, _ text: WordexpInput, _ at: inout Int, into result: WordexpResult) throws(WordexpError) {
    at &+= 1
    while text[at] != WordexpSign.doubleQuote {
      switch text[at] {
      case 0: throw .syntax
      case WordexpSign.dollar: try dollar(&word, text, &at, into: result, quoted: true)
      case WordexpSign.backtick: try backtick(&word, text, &at, into: nil)
      case WordexpSign.backslash: try backslashInQuotes(&word, text, &at)
      default: try word.add(text[at])
      }
      at &+= 1
    }
  }

  /// A home folder, at the beginning of a word and, in the first word, behind the `=` of an assignment and its colons.
  func tilde(_ word: inout WordexpText, _ text: WordexpInput, _ at: inout Int, isFirst: Bool) throws(WordexpError) {
    if !word.isEmpty {
      let sofar = try word.terminated()
      if !isFirst || strchr(sofar, Int32(WordexpSign.equals)) == nil || (word.last != WordexpSign.equals && word.last != WordexpSign.colon) {
        return try word.add(WordexpSign.tilde)
      }
    }
    let name = at &+ 1
    var end = name
    while text[end] != 0 && strchr(constText(":/ \t"), Int32(text[end])) == nil {
      if text[end] == WordexpSign.backslash { return try word.add(WordexpSign.tilde) }
      end &+= 1
    }
    // $HOME counts even where it is empty.
    if end == name, let home = getenv(constText("HOME")) { return try word.add(home) }
    var noMemory: Int32 = 0
    let home = glibc_compat_glob_home(text + name, end &- name, &noMemory)
    defer { free(home) }
    if noMemory != 0 { throw .noSpace }
    if let home {
      try word.add(home)
    } else {
      try word.add(WordexpSign.tilde)
      try word.add(text + name, count: end &- name)
    }
    at = end &- 1
  }

  /// A word with a wildcard: its rest up to a separator of IFS, then the files that match. Fields of an unquoted expansion in it are
  /// patterns of their own.
  func pattern(_ word: inout WordexpText, _ text: WordexpInput, _ at: inout Int, into result: WordexpResult) throws(WordexpError) {
    var patterns = wordexp_t()
    defer { wordfree(&patterns) }
    var quote: CChar = 0
    while text[at] != 0 && !separates(text[at]) {
      let byte = text[at]
      if (byte == WordexpSign.quote || byte == WordexpSign.doubleQuote) && (quote == 0 || quote == byte) {
        quote = quote == 0 ? byte : 0
      } else if byte == WordexpSign.dollar && quote != WordexpSign.quote {
        try withUnsafeMutablePointer(to: &patterns) { pointer throws(WordexpError) in
          try dollar(&word, text, &at, into: pointer, quoted: quote == WordexpSign.doubleQuote)
        }
      } else if byte == WordexpSign.backslash {
        if quote != 0 { try backslashInQuotes(&word, text, &at) } else { try backslash(&word, text, &at) }
      } else {
        try word.add(byte)
      }
      at &+= 1
    }
    // What ended the word is read again.
    at &-= 1
    try withUnsafeMutablePointer(to: &patterns) { pointer throws(WordexpError) in try wordexpAdd(&word, to: pointer) }
    for index in 0..<Int(patterns.we_wordc) { try files(&word, patterns.we_wordv[index]!, into: result) }
  }

  /// The files that match a pattern, or the pattern itself: words of their own, or one word where IFS is empty.
  private func files(_ word: inout WordexpText, _ pattern: WordexpInput, into result: WordexpResult) throws(WordexpError) {
    var found = glob_t()
    if glob(pattern, GLOB_NOCHECK, nil, &found) != 0 { throw .noSpace }
    defer { globfree(&found) }
    for index in 0..<Int(found.gl_pathc) {
      guard let path = found.gl_pathv[index] else { continue }
      if separators[0] == 0 {
        if index > 0 { try word.add(WordexpSign.space) }
        try word.add(path)
      } else {
        word.free()
        try word.add(path)
        try wordexpAdd(&word, to: result)
      }
    }
  }
}
