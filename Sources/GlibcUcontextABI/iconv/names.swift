// <iconv.h>: what stands in the arguments of iconv_open: the name of an encoding in the form that tables have it in,
// and the suffixes. Source: iconv_open(3); the form is the one that glibc's gconv-modules files have: up to two
// parts, each before a slash.
import CGlibcABI
import CMusl

/// The longest name that there is has 27 bytes.
private let nameRoom = 48

/// A name in upper case, without what no name has in it; the second part, if there is one, behind a slash.
struct EncodingName {
  private(set) var bytes: InlineArray<48, UInt8> = InlineArray(repeating: 0)
  private(set) var count = 0
  /// Too long to be one.
  private(set) var isLong = false

  fileprivate mutating func append(_ byte: UInt8) {
    guard count < nameRoom else {
      isLong = true
      return
    }
    bytes[count] = byte
    count += 1
  }

  fileprivate mutating func dropSlashes() {
    while count > 0 && bytes[count - 1] == 0x2f { count -= 1 }
  }

  func equals(_ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    guard length == count else { return false }
    for index in 0..<count where bytes[index] != text[index] { return false }
    return true
  }
}

/// An argument of iconv_open.
struct EncodingArgument {
  var name = EncodingName()
  var transliterates = false, ignores = false

  init(_ text: UnsafePointer<UInt8>) {
    var end = 0
    while text[end] != 0 { end += 1 }
    let secondSlash = indexOfSecondSlash(text, end)
    while true {
      while end > 0 && (isSpace(text[end - 1]) || text[end - 1] == 0x2c || text[end - 1] == 0x2f) { end -= 1 }
      // Suffixes stand behind the second slash.
      guard secondSlash < end else { break }
      var start = end - 1
      while text[start] != 0x2f && text[start] != 0x2c { start -= 1 }
      if isWord(text + start + 1, end - start - 1, "TRANSLIT") { transliterates = true }
      if isWord(text + start + 1, end - start - 1, "IGNORE") { ignores = true }
      end = start
    }
    var slashes = 0
    for index in 0..<end {
      let byte = text[index]
      if byte == 0x2f {
        slashes += 1
        if slashes == 3 { break }
        name.append(byte)
      } else if let kept = nameByte(byte) {
        name.append(kept)
      }
    }
    name.dropSlashes()
  }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0d) }

// What may stand in a name, in upper case.
private func nameByte(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x61...0x7a: return byte - 0x20
  case 0x41...0x5a, 0x30...0x39, 0x5f, 0x2d, 0x2e, 0x2c, 0x3a: return byte
  default: return nil
  }
}

// `end` where there are fewer than two.
private func indexOfSecondSlash(_ text: UnsafePointer<UInt8>, _ end: Int) -> Int {
  var slashes = 0
  for index in 0..<end where text[index] == 0x2f {
    slashes += 1
    if slashes == 2 { return index }
  }
  return end
}

private func isWord(_ bytes: UnsafePointer<UInt8>, _ length: Int, _ word: StaticString) -> Bool {
  guard length == word.utf8CodeUnitCount else { return false }
  for index in 0..<length {
    let byte = bytes[index]
    if (byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte) != word.utf8Start[index] { return false }
  }
  return true
}

/// Whether the name is one of a list, whose words stand between spaces.
func isNamed(_ name: EncodingName, _ list: StaticString) -> Bool {
  let text = list.utf8Start
  let size = list.utf8CodeUnitCount
  var at = 0
  while at < size {
    var end = at
    while end < size && text[end] != 0x20 { end += 1 }
    if name.equals(text + at, end - at) { return true }
    at = end + 1
  }
  return false
}
