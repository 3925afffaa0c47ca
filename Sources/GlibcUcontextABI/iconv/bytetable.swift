// <iconv.h>: encodings of one byte a character that musl does not know.
import CGlibcABI

/// The characters of the bytes: of all, or of the upper half beside ASCII.
struct ByteTable {
  let characters: UnsafePointer<UInt16>
  let isASCII: Bool

  /// The encoding called so; nil where there is none.
  init?(_ name: UnsafePointer<UInt8>, _ length: Int) {
    var ascii: Int32 = 0
    guard let found = glibc_compat_charset(name, length, &ascii) else { return nil }
    characters = found
    isASCII = ascii != 0
  }

  /// nil for a byte that is no character.
  func character(_ byte: UInt8) -> UInt32? {
    if isASCII && byte < 0x80 { return UInt32(byte) }
    let code = characters[isASCII ? Int(byte) - 0x80 : Int(byte)]
    return code == 0xffff ? nil : UInt32(code)
  }

  /// The byte of a character; nil where it has none.
  func byte(_ code: UInt32) -> UInt8? {
    if isASCII && code < 0x80 { return UInt8(code) }
    guard code < 0xffff else { return nil }
    for index in 0..<(isASCII ? 128 : 256) where characters[index] == UInt16(code) {
      return UInt8(isASCII ? index + 0x80 : index)
    }
    return nil
  }
}
