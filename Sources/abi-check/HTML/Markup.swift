/// Text that is put into HTML, and what keeps it text: file names and symbols come from files that nobody vouches for.
enum Markup {
  /// Escaped for element content and for quoted attributes. What would not be seen, or would turn the order of what is
  /// seen, is written out.
  static func text(_ text: String) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count)
    for scalar in text.visible.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Not a control character, and none of those that change the direction of writing or have no width.
  static func isVisible(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xEF80...0xEFFF, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE...0xFFFF, 0xE0000...0xE0FFF:
      false
    default: true
    }
  }

  /// At most `limit` characters, with the middle left out: the ends of paths and sonames tell the most.
  static func short(_ text: String, _ limit: Int) -> String {
    guard text.count > limit else { return text }
    let head = (limit - 1) / 2
    return text.prefix(head) + "…" + text.suffix(limit - 1 - head)
  }

  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(group(number)) \(number == 1 ? one : many ?? one + "s")"
  }

  /// 12345 as 12,345.
  static func group(_ number: Int) -> String {
    var digits = Array(String(number))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }

  /// The hash by which a page allows its own style and script, and no other.
  static func contentHash(_ text: String, hex: (UnsafeRawBufferPointer) -> String) -> String {
    let digest = Array(text.utf8).withUnsafeBytes { hex($0) }
    var bytes: [UInt8] = []
    var rest = digest[...]
    while let byte = UInt8(rest.prefix(2), radix: 16), rest.count >= 2 {
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    return "'sha256-\(base64(bytes))'"
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".unicodeScalars)
    var out = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var value = group.reduce(0) { $0 << 8 | Int($1) }
      value <<= 8 * (3 - group.count)
      for place in 0..<4 {
        let index = value >> (18 - 6 * place) & 63
        out.unicodeScalars.append(place <= group.count ? letters[index] : "=")
      }
    }
    return out
  }
}
