// Text as the engine reads it: one unit per character, in the encoding of the current locale.

/// A character: a code point, or a byte that is part of none.
struct RegexUnit {
  /// Set in the unit of a byte that does not belong to a valid character.
  static let invalid: UInt32 = 0x8000_0000
}

/// Bytes with the rules for reading characters out of them.
struct RegexText {
  var base: UnsafePointer<UInt8>
  var length: Int
  /// glibc applies the table to the pattern and to the text, byte by byte, before it decodes.
  var translate: UnsafeMutablePointer<UInt8>?
  var utf8: Bool
  /// Accept what glibc's byte-wise period accepts: the five and six byte forms and surrogates too.
  var lax: Bool

  @inline(__always)
  func byte(_ index: Int) -> UInt8 {
    let raw = base[index]
    if let translate { return translate[Int(raw)] }
    return raw
  }

  /// The character at `index`, which must be below `length`, and how many bytes it takes.
  @inline(__always)
  func unit(at index: Int) -> (value: UInt32, size: Int) {
    let first = byte(index)
    if !utf8 || first < 0x80 { return (UInt32(first), 1) }
    return multibyteUnit(at: index, first: first)
  }

  @inline(never)
  private func multibyteUnit(at index: Int, first: UInt8) -> (value: UInt32, size: Int) {
    let single = (RegexUnit.invalid | UInt32(first), 1)
    var size = 0
    var value: UInt32 = 0
    var lowest: UInt32 = 0
    switch first {
    case 0xc2..<0xe0: (size, value, lowest) = (2, UInt32(first & 0x1f), 0x80)
    case 0xe0..<0xf0: (size, value, lowest) = (3, UInt32(first & 0x0f), 0x800)
    case 0xf0..<0xf8: (size, value, lowest) = (4, UInt32(first & 0x07), 0x1_0000)
    case 0xf8..<0xfc where lax: (size, value, lowest) = (5, UInt32(first & 0x03), 0x20_0000)
    case 0xfc..<0xfe where lax: (size, value, lowest) = (6, UInt32(first & 0x01), 0x400_0000)
    default: return single
    }
    if size > length &- index { return single }
    for offset in 1..<size {
      let next = byte(index &+ offset)
      if next & 0xc0 != 0x80 { return single }
      value = value << 6 | UInt32(next & 0x3f)
    }
    if value < lowest { return single }
    if !lax && (value > 0x10_ffff || (value >= 0xd800 && value < 0xe000)) { return single }
    return (value, size)
  }

  /// The character that ends at `index` (above 0). A byte in the middle of one counts as a byte of its own.
  func unit(before index: Int) -> UInt32 {
    let last = byte(index &- 1)
    if !utf8 || last < 0x80 { return UInt32(last) }
    var start = index &- 1
    while start > 0 && index &- start < 6 && byte(start) & 0xc0 == 0x80 { start &-= 1 }
    let found = unit(at: start)
    if start &+ found.size == index { return found.value }
    return RegexUnit.invalid | UInt32(last)
  }

  /// `index`, or the end of the character it is in the middle of.
  func characterStart(from index: Int) -> Int {
    if !utf8 || lax || index <= 0 || index >= length || byte(index) & 0xc0 != 0x80 { return index }
    var start = index &- 1
    while start > 0 && index &- start < 4 && byte(start) & 0xc0 == 0x80 { start &-= 1 }
    let found = unit(at: start)
    return start &+ found.size > index ? start &+ found.size : index
  }
}
