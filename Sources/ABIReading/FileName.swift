import Glibc

/// Names of files as text. Linux takes any bytes for a name, a String only UTF-8: a byte that is no part of UTF-8
/// stands in a String as one character of U+EF80 to U+EFFF, the byte's value in its low half. Names that have such
/// characters themselves have their bytes written so too, so that two names are never one.
package enum FileName {
  private static let first: UInt32 = 0xEF00

  /// The text of a name that the system gave.
  package static func text(_ name: UnsafePointer<CChar>) -> String {
    text(UnsafeRawBufferPointer(start: name, count: strlen(name)))
  }

  /// The same for bytes without an end mark.
  package static func text(_ bytes: some Collection<UInt8>) -> String {
    // Nearly all names are plain.
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    var out = ""
    var rest = Array(bytes)[...]
    while let byte = rest.first {
      let length = sequence(rest)
      if length > 0, let text = String(validating: rest.prefix(length), as: UTF8.self),
        !text.unicodeScalars.contains(where: isByte)
      {
        out += text
        rest = rest.dropFirst(length)
      } else {
        out.unicodeScalars.append(UnicodeScalar(first + UInt32(byte))!)
        rest = rest.dropFirst()
      }
    }
    return out
  }

  /// Whether a character stands for a byte.
  package static func isByte(_ scalar: UnicodeScalar) -> Bool { (0xEF80...0xEFFF).contains(scalar.value) }

  /// How many bytes the character that starts here should have; 0 where none can start.
  private static func sequence(_ bytes: ArraySlice<UInt8>) -> Int {
    switch bytes.first ?? 0xFF {
    case 0..<0x80: 1
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: 0
    }
  }
}

extension String {
  /// The bytes of the name that this text stands for.
  package var nameBytes: [UInt8] {
    guard utf8.contains(0xEE) else { return Array(utf8) }
    return unicodeScalars.reduce(into: []) { bytes, scalar in
      if FileName.isByte(scalar) {
        bytes.append(UInt8(scalar.value & 0xFF))
      } else {
        bytes.append(contentsOf: String(scalar).utf8)
      }
    }
  }

  /// Calls the system with the name that this text stands for.
  package func withName<R>(_ body: (UnsafePointer<CChar>) -> R) -> R {
    // U+EF80 to U+EFFF begin with this byte.
    guard utf8.contains(0xEE) else { return withCString(body) }
    return (nameBytes + [0]).withUnsafeBytes { body($0.assumingMemoryBound(to: CChar.self).baseAddress!) }
  }
}
