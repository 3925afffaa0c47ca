/// Reads JSON (RFC 8259) from bytes that nobody vouches for: the depth is bounded, and a mistake has a place.
package struct JSONParser {
  package struct Failure: Error {
    package var what: String
    /// The byte at which it was seen.
    package var offset: Int
  }

  package static let maximumDepth = 64

  private let bytes: ArraySlice<UInt8>
  private var position: Int

  package static func parse(_ bytes: ArraySlice<UInt8>) throws(Failure) -> JSON {
    var parser = JSONParser(bytes: bytes, position: bytes.startIndex)
    let value = try parser.value(depth: 0)
    parser.skipBlanks()
    guard parser.position == bytes.endIndex else { throw parser.failure("something follows the value") }
    return value
  }

  private func failure(_ what: String) -> Failure { Failure(what: what, offset: position - bytes.startIndex) }
  private var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(Failure) -> JSON {
    guard depth < Self.maximumDepth else { throw failure("nested deeper than \(Self.maximumDepth) levels") }
    skipBlanks()
    guard let byte = next else { throw failure("it ends in the middle") }
    switch byte {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw failure("not a value")
    }
  }

  private mutating func word(_ text: StaticString, _ value: JSON) throws(Failure) -> JSON {
    let length = text.utf8CodeUnitCount
    let matches = text.withUTF8Buffer { bytes[position...].prefix(length).elementsEqual($0) }
    guard matches else { throw failure("not a value") }
    position += length
    return value
  }

  private mutating func number() throws(Failure) -> JSON {
    let start = position
    _ = take(UInt8(ascii: "-"))
    let first = position
    try digits()
    guard position - first == 1 || bytes[first] != UInt8(ascii: "0") else { throw failure("a number with a leading 0") }
    var isWhole = true
    if take(UInt8(ascii: ".")) {
      isWhole = false
      try digits()
    }
    if let byte = next, byte | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      position += 1
      if !take(UInt8(ascii: "-")) { _ = take(UInt8(ascii: "+")) }
      try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let number = Int(text) { return .int(number) }
    guard let number = Double(text) else { throw failure("not a number") }
    return .real(number)
  }

  private mutating func digits() throws(Failure) {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    guard position > start else { throw failure("not a number") }
  }

  private mutating func array(depth: Int) throws(Failure) -> JSON {
    position += 1
    var items: [JSON] = []
    skipBlanks()
    if take(UInt8(ascii: "]")) { return .array(items) }
    while true {
      items.append(try value(depth: depth + 1))
      skipBlanks()
      if take(UInt8(ascii: "]")) { return .array(items) }
      guard take(UInt8(ascii: ",")) else { throw failure("expected , or ]") }
    }
  }

  private mutating func object(depth: Int) throws(Failure) -> JSON {
    position += 1
    var members: [(String, JSON)] = []
    skipBlanks()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw failure("expected a member's name") }
      let name = try string()
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw failure("expected :") }
      members.append((name, try value(depth: depth + 1)))
      skipBlanks()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw failure("expected , or }") }
    }
  }

  private mutating func string() throws(Failure) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      // Stretches without escapes are copied whole.
      let start = position
      var end = position
      while end < bytes.endIndex, Self.isPlain(bytes[end]) { end += 1 }
      text.append(contentsOf: bytes[start..<end])
      position = end
      if end > start { continue }
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let result = String(validating: text, as: UTF8.self) else { throw failure("text that is not UTF-8") }
        return result
      case UInt8(ascii: "\\"): text.append(contentsOf: String(try escape()).utf8)
      default: throw failure("a control character in text")
      }
    }
    throw failure("it ends in the middle")
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func escape() throws(Failure) -> UnicodeScalar {
    guard let byte = next else { throw failure("it ends in the middle") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let high = try unit()
      guard (0xD800..<0xDC00).contains(high) else { return UnicodeScalar(high) ?? "\u{FFFD}" }
      // The second half of a pair must follow.
      guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw failure("half of a surrogate pair") }
      let low = try unit()
      guard (0xDC00..<0xE000).contains(low) else { throw failure("half of a surrogate pair") }
      return UnicodeScalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    default: throw failure("an unknown escape")
    }
  }

  private mutating func unit() throws(Failure) -> UInt32 {
    guard bytes.endIndex - position >= 4,
      bytes[position..<position + 4].allSatisfy({ Character(UnicodeScalar($0)).isHexDigit && $0 < 0x80 }),
      let value = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw failure("expected four hexadecimal digits") }
    position += 4
    return value
  }
}

extension JSON {
  /// Nil for what is no JSON text.
  package init?(parsing text: some Sequence<UInt8>) {
    guard let value = try? JSONParser.parse(Array(text)[...]) else { return nil }
    self = value
  }

  package subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.0 == name }?.1
  }
  package var string: String? { if case .string(let value) = self { value } else { nil } }
  package var int: Int? { if case .int(let value) = self { value } else { nil } }
  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  package var items: [JSON] { if case .array(let values) = self { values } else { [] } }
  package var strings: [String] { items.compactMap(\.string) }
}
