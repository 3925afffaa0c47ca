// Parameters: `$name`, `${name}`, `${#name}`, and the expansions with a word behind the name.
import CGlibcABI
import CMusl

/// What a parameter expansion says, before anything of it is looked up.
struct WordexpParameter {
  enum Kind { case none, name, number, special }
  enum Action { case none, shortPrefix, longPrefix, shortSuffix, longSuffix, complain, substitute, alternative, assign }

  var kind = Kind.none
  var name = WordexpText()
  var wantsLength = false
  var action = Action.none
  /// A colon before the sign: an empty value counts as none.
  var emptyIsUnset = false
  /// The word behind the sign, as it was written.
  var word = WordexpText()

  mutating func free() {
    name.free()
    word.free()
  }

  private static func isLetter(_ byte: CChar) -> Bool { (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a) || byte == 0x5f }
  private static func isDigit(_ byte: CChar) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Reads behind the dollar sign at `at`, and leaves `at` at the last character; at the dollar sign itself where it begins nothing.
  mutating func read(_ text: WordexpInput, _ at: inout Int) throws(WordexpError) {
    let braced = text[at &+ 1] == WordexpSign.brace
    var next = at &+ (braced ? 2 : 1)
    if text[next] == WordexpSign.hash {
      wantsLength = true
      next &+= 1
    }
    if braced || !wantsLength { try readName(text, &next, braced) }
    if !braced {
      at = next &- 1
      return
    }
    if kind == .none { throw .syntax }
    if text[next] != WordexpSign.braceEnd {
      try readAction(text, &next)
      try readWord(text, &next)
    }
    at = next
  }

  private mutating func readName(_ text: WordexpInput, _ next: inout Int, _ braced: Bool) throws(WordexpError) {
    let first = text[next]
    if Self.isLetter(first) {
      kind = .name
    } else if Self.isDigit(first) {
      kind = .number
    } else if first == WordexpSign.star || first == WordexpSign.at || first == WordexpSign.dollar {
      kind = .special
    } else {
      return
    }
    repeat {
      try name.add(text[next])
      next &+= 1
    } while kind == .name && (Self.isLetter(text[next]) || Self.isDigit(text[next]))
      || kind == .number && braced && Self.isDigit(text[next])
  }

  private mutating func readAction(_ text: WordexpInput, _ next: inout Int) throws(WordexpError) {
    if text[next] == WordexpSign.colon {
      emptyIsUnset = true
      next &+= 1
    }
    switch text[next] {
    case WordexpSign.minus: action = .substitute
    case WordexpSign.equals: action = .assign
    case WordexpSign.question: action = .complain
    case WordexpSign.plus: action = .alternative
    case WordexpSign.hash where !emptyIsUnset: action = .shortPrefix
    case WordexpSign.percent where !emptyIsUnset: action = .shortSuffix
    default: throw .syntax
    }
    next &+= 1
    if action == .shortPrefix && text[next] == WordexpSign.hash {
      action = .longPrefix
      next &+= 1
    } else if action == .shortSuffix && text[next] == WordexpSign.percent {
      action = .longSuffix
      next &+= 1
    }
  }

  /// Up to the brace that closes the expansion. As on glibc a text that ends too early may still end with a brace, though it closes
  /// another expansion, as in `${a-${b}`.
  private mutating func readWord(_ text: WordexpInput, _ next: inout Int) throws(WordexpError) {
    var quote: CChar = 0
    var depth = 0
    while true {
      let byte = text[next]
      switch byte {
      case 0:
        if text[next &- 1] != WordexpSign.braceEnd { throw .syntax }
        next &-= 1
        return
      case WordexpSign.brace where quote == 0: depth &+= 1
      case WordexpSign.braceEnd where quote == 0:
        if depth == 0 { return }
        depth &-= 1
      case WordexpSign.backslash where quote == 0:
        try word.add(byte)
        next &+= 1
        if text[next] == 0 { throw .syntax }
      case WordexpSign.quote, WordexpSign.doubleQuote:
        if quote == 0 { quote = byte } else if quote == byte { quote = 0 }
      default: break
      }
      try word.add(text[next])
      next &+= 1
    }
  }
}

/// A parameter's value, which is nobody else's; or none.
struct WordexpValue {
  var isSet = false
  var text = WordexpText()

  mutating func set(_ value: WordexpInput) throws(WordexpError) {
    text.free()
    try text.add(value)
    isSet = true
  }

  mutating func free() { text.free() }
}

extension WordexpExpander {
  func parameter(_ word: inout WordexpText, _ text: WordexpInput, _ at: inout Int, into result: WordexpResult?, quoted: Bool)
    throws(WordexpError)
  {
    var parameter = WordexpParameter()
    var value = WordexpValue()
    defer {
      parameter.free()
      value.free()
    }
    try parameter.read(text, &at)
    if parameter.kind == .none && !parameter.wantsLength { return try word.add(WordexpSign.dollar) }
    if try isList(&parameter, &word, into: result, quoted: quoted, &value) { return }
    if !value.isSet { try look(up: &parameter, &value) }
    if !value.isSet && flags & WordexpFlag.undefinedIsError != 0 { throw .badValue }
    if try !act(&parameter, &value) { return }
    if parameter.wantsLength && parameter.kind != .none { return try word.add(number: value.text.count) }
    if !value.isSet { return }
    let found = try value.text.terminated()
    if !quoted, let result { return try fields(of: found, &word, into: result) }
    try word.add(found)
  }

  /// `"$@"`: each argument is a word; the last, which stays open, is the value. True where there is nothing more to do.
  private func isList(_ parameter: inout WordexpParameter, _ word: inout WordexpText, into result: WordexpResult?, quoted: Bool,
    _ value: inout WordexpValue) throws(WordexpError) -> Bool
  {
    if parameter.kind != .special || parameter.name.last == WordexpSign.dollar { return false }
    var count: Int32 = 0
    let arguments = glibc_compat_arguments(&count)
    let last = Int(count) &- 1
    if parameter.wantsLength {
      try word.add(number: max(last, 0))
      return true
    }
    let separate = parameter.name.last == WordexpSign.at && quoted && result != nil
    if separate && last < 1 { return true }
    value.isSet = true
    var index = 1
    while index <= last {
      guard let argument = arguments![index] else { break }
      if separate && index < last, let result {
        try word.add(argument)
        try wordexpAdd(&word, to: result)
      } else {
        if index > 1 && !separate { try value.text.add(WordexpSign.space) }
        try value.text.add(argument)
      }
      index &+= 1
    }
    return false
  }

  private func look(up parameter: inout WordexpParameter, _ value: inout WordexpValue) throws(WordexpError) {
    var count: Int32 = 0
    let arguments = glibc_compat_arguments(&count)
    switch parameter.kind {
    case .none:
      try value.text.add(number: max(Int(count) &- 1, 0))
      value.isSet = true
    case .number:
      let index = strtol(try parameter.name.terminated(), nil, 10)
      if index < Int(count), let argument = arguments![index] { try value.set(argument) }
    case .special:
      try value.text.add(number: Int(getpid()))
      value.isSet = true
    case .name: if let found = getenv(try parameter.name.terminated()) { try value.set(found) }
    }
  }
}
