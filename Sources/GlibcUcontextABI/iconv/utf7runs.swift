// <iconv.h>: runs of UTF-7 and of its form for mailbox names into a Unicode form. As in the other runs of encodings
// with states, what is read is certain up to the last character that was written.
import CGlibcABI
import CMusl

// Characters outside of base64 that stand for themselves.
@inline(__always)
private func standsForItself(_ byte: UInt8, _ isIMAP: Bool) -> Bool {
  if isIMAP { return byte >= 0x20 && byte <= 0x7e && byte != 0x26 }
  if byte >= 0x20 { return byte <= 0x7d && byte != 0x2b && byte != 0x5c }
  return byte == 0x09 || byte == 0x0a || byte == 0x0d
}

/// From UTF-7.
func convertFromUTF7(
  _ isIMAP: Bool, _ state: inout SourceState, _ form: DirectForm, _ from: inout Text, _ left: inout Int,
  _ to: inout Text, _ room: inout Int
) {
  var text = Run(from, left, to, room, state)
  let sign: UInt8 = isIMAP ? 0x26 : 0x2b
  while text.input < text.end {
    if state.shift == 0 {
      let start = text.input
      while text.input < text.end, standsForItself(text.input[0], isIMAP), text.writeASCII(form, text.input[0]) {
        text.input += 1
      }
      if text.input != start { text.settle(state) }
      guard text.end - text.input >= 2, text.input[0] == sign, text.input[1] != 0x2d else { break }
      state.shift = 32
      state.bits = 0
      text.input += 1
    }
    guard convertDigits(isIMAP, &state, form, &text), text.input < text.end else { break }
    // Bits that are left over, or an end that may not be one, are looked at elsewhere.
    let byte = text.input[0]
    guard state.bits == 0, state.shift > 26, byte == 0x2d || !isIMAP else { break }
    state.shift = 0
    if byte == 0x2d { text.input += 1 }
  }
  text.end(&state, &from, &left, &to, &room)
}

// Base64 up to a byte that is no digit; false where something is to be looked at.
@inline(__always)
private func convertDigits(_ isIMAP: Bool, _ state: inout SourceState, _ form: DirectForm, _ text: inout Run) -> Bool {
  while text.input < text.end, let value = digit(text.input[0], isIMAP) {
    if state.shift <= 6 {
      let high = state.bits >> 16
      let low = state.bits & 0xffff | value >> (6 &- state.shift)
      guard high >= 0xd800, low >= 0xdc00, text.write(form, 0x10000 &+ (high &- 0xd800) << 10 &+ (low &- 0xdc00)) else {
        return false
      }
      state.bits = (value << state.shift) << 26
      state.shift = state.shift &+ 26
      text.input += 1
      text.settle(state)
      continue
    }
    let shift = state.shift &- 6
    let bits = state.bits | value << shift
    state.shift = shift
    state.bits = bits
    if shift <= 16 && shift > 10 {
      let unit = bits >> 16
      if unit < 0xd800 || unit >= 0xdc00 {
        // The second half of a pair that has no first one is a character in some forms only.
        guard unit < 0xd800 || unit >= 0xe000 else { return false }
        guard text.write(form, unit) else { return false }
        state.bits = bits << 16
        state.shift = shift &+ 16
        text.input += 1
        text.settle(state)
        continue
      }
    } else if shift <= 10 && shift > 4 {
      let low = bits & 0xffff
      if low < 0xdc00 || low >= 0xe000 { return false }
    }
    text.input += 1
  }
  return true
}
