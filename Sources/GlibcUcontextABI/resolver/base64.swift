// <resolv.h>: base64, under the names that programs find in libresolv.
import CMusl

private let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

/// Encodes `count` bytes and an end byte. Length of the text, -1 where it does not fit. Source: RFC 4648, <resolv.h>.
@c(__b64_ntop)
public func base64Encode(_ source: UnsafePointer<UInt8>, _ count: Int, _ target: Text, _ room: Int) -> CInt {
  let length = (count + 2) / 3 * 4
  guard count >= 0, length < room else { return -1 }
  var out = 0
  var index = 0
  while index < count {
    let left = count - index
    let first = source[index]
    let second = left > 1 ? source[index + 1] : 0
    let third = left > 2 ? source[index + 2] : 0
    let letters: (Int, Int, Int, Int) = (
      Int(first >> 2), Int((first & 3) << 4 | second >> 4), left > 1 ? Int((second & 15) << 2 | third >> 6) : -1,
      left > 2 ? Int(third & 63) : -1
    )
    target[out] = base64Letter(letters.0)
    target[out + 1] = base64Letter(letters.1)
    target[out + 2] = base64Letter(letters.2)
    target[out + 3] = base64Letter(letters.3)
    out += 4
    index += 3
  }
  target[out] = 0
  return CInt(truncatingIfNeeded: out)
}

private func base64Letter(_ index: Int) -> CChar {
  index < 0 ? 0x3d : CChar(bitPattern: alphabet.utf8Start[index])
}

private func base64Value(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x41...0x5a: return byte - 0x41
  case 0x61...0x7a: return byte - 0x61 + 26
  case 0x30...0x39: return byte - 0x30 + 52
  case 0x2b: return 62
  case 0x2f: return 63
  default: return nil
  }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 9 && byte <= 13) }

/// Decodes a text; white space is skipped. Number of bytes, -1 for a malformed text or one that does not fit. A NULL target only
/// measures. Source: RFC 4648, <resolv.h>.
@c(__b64_pton)
public func base64Decode(_ text: ConstText, _ target: UnsafeMutablePointer<UInt8>?, _ room: Int) -> CInt {
  let source = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
  var at = 0
  var bits: UInt32 = 0
  var letters = 0
  var out = 0
  while source[at] != 0 && source[at] != 0x3d {
    let byte = source[at]
    at += 1
    if isSpace(byte) { continue }
    guard let value = base64Value(byte) else { return -1 }
    bits = (bits & 0xffffff) << 6 | UInt32(value)
    letters += 1
    if letters % 4 != 1 {
      if let target {
        guard out < room else { return -1 }
        let shift: UInt32 = letters % 4 == 2 ? 4 : letters % 4 == 3 ? 2 : 0
        target[out] = UInt8(truncatingIfNeeded: bits >> shift)
      }
      out += 1
    }
  }
  return finish(source, at, letters % 4, bits, target, room, out)
}

// The end: one or two '=' where the last group is not whole, and no bits that would be lost.
private func finish(
  _ source: UnsafePointer<UInt8>, _ start: Int, _ state: Int, _ bits: UInt32, _ target: UnsafeMutablePointer<UInt8>?, _ room: Int,
  _ out: Int
) -> CInt {
  var at = start
  guard source[at] == 0x3d else { return state == 0 ? CInt(truncatingIfNeeded: out) : -1 }
  guard state >= 2 else { return -1 }
  at += 1
  if state == 2 {
    while isSpace(source[at]) { at += 1 }
    guard source[at] == 0x3d else { return -1 }
    at += 1
  }
  while source[at] != 0 {
    guard isSpace(source[at]) else { return -1 }
    at += 1
  }
  let lost = state == 2 ? bits & 15 : bits & 3
  if target != nil && lost != 0 { return -1 }
  return CInt(truncatingIfNeeded: out)
}
