// <iconv.h>: UTF-7 (RFC 2152) and its form for mailbox names (RFC 3501). Read: `shift` of the state is 0 outside of
// base64, else the number of bits that are free below those waiting in `bits`. Written: `shift` is 0 outside, else 1,
// 2 or 3 for 0, 2 or 4 bits waiting in `bits`.
import CGlibcABI
import CMusl

private func isBetween(_ code: UInt32, _ low: UInt32, _ high: UInt32) -> Bool { code >= low && code <= high }

private func isAlphanumeric(_ code: UInt32) -> Bool {
  isBetween(code, 0x41, 0x5a) || isBetween(code, 0x61, 0x7a) || isBetween(code, 0x30, 0x39)
}

// Characters that stand for themselves.
private func isDirect(_ code: UInt32, _ isIMAP: Bool) -> Bool {
  if isIMAP { return code != 0x26 && isBetween(code, 0x20, 0x7e) }
  if isAlphanumeric(code) { return true }
  switch code {
  case 0x27, 0x28, 0x29, 0x2c, 0x2d, 0x2e, 0x2f, 0x3a, 0x3f, 0x20, 0x09, 0x0a, 0x0d: return true
  default: return false
  }
}

// Those that may do so when they are read.
private func isReadDirectly(_ code: UInt32, _ isIMAP: Bool) -> Bool {
  if isDirect(code, isIMAP) { return true }
  if isIMAP { return false }
  return isBetween(code, 0x21, 0x26) || code == 0x2a || isBetween(code, 0x3b, 0x40)
    || (isBetween(code, 0x5b, 0x60) && code != 0x5c)
    || isBetween(code, 0x7b, 0x7d)
}

/// What a byte of base64 stands for.
@inline(__always)
func digit(_ byte: UInt8, _ isIMAP: Bool) -> UInt32? {
  switch byte {
  case 0x41...0x5a: return UInt32(byte) - 0x41
  case 0x61...0x7a: return UInt32(byte) - 0x61 + 26
  case 0x30...0x39: return UInt32(byte) - 0x30 + 52
  case 0x2b: return 62
  case 0x2f: return isIMAP ? nil : 63
  case 0x2c: return isIMAP ? 63 : nil
  default: return nil
  }
}

private func letter(_ digit: UInt32, _ isIMAP: Bool) -> UInt32 {
  if digit < 26 { return digit + 0x41 }
  if digit < 52 { return digit - 26 + 0x61 }
  if digit < 62 { return digit - 52 + 0x30 }
  return digit == 62 ? 0x2b : isIMAP ? 0x2c : 0x2f
}

func decodeUTF7(
  _ isIMAP: Bool, _ ignores: Bool, _ state: inout SourceState, _ from: UnsafePointer<UInt8>, _ left: Int
) -> Decoded {
  let byte = from[0]
  if state.shift == 0 {
    let code = UInt32(byte)
    if isReadDirectly(code, isIMAP) { return .character(code, 1) }
    if byte != (isIMAP ? 0x26 : 0x2b) { return .illegal(1) }
    if left < 2 { return .incomplete(0) }
    if from[1] == 0x2d { return .character(code, 2) }
    state.shift = 32
    state.bits = 0
    return .nothing(1)
  }
  func damaged() -> Decoded {
    if ignores { state.shift = 0 }
    return .illegal(1)
  }
  guard let value = digit(byte, isIMAP) else {
    // Bits that are left over must be 0 and fewer than a digit has; the form for mailbox names ends with a minus sign
    // only.
    if state.bits != 0 || state.shift <= 26 || (isIMAP && byte != 0x2d) { return damaged() }
    state.shift = 0
    return byte == 0x2d ? .nothing(1) : decodeUTF7(isIMAP, ignores, &state, from, left)
  }
  if state.shift <= 6 {
    let high = state.bits >> 16
    let low = state.bits & 0xffff | value >> (6 - state.shift)
    state.bits = (value << state.shift) << 26
    state.shift += 26
    return .character(0x10000 + (high - 0xd800) << 10 + low - 0xdc00, 1)
  }
  let shift = state.shift - 6
  let bits = state.bits | value << shift
  if shift <= 16 && shift > 10 {
    let unit = bits >> 16
    if unit < 0xd800 || unit >= 0xdc00 {
      state.bits = bits << 16
      state.shift = shift + 16
      return .character(unit, 1)
    }
  } else if shift <= 10 && shift > 4 {
    let low = bits & 0xffff
    if low < 0xdc00 || low >= 0xe000 { return damaged() }
  }
  state.bits = bits
  state.shift = shift
  return .nothing(1)
}

func encodeUTF7(_ isIMAP: Bool, _ state: inout TargetState, _ code: UInt32, _ to: inout Text, _ room: inout Int) -> Put
{
  let sign: UInt32 = isIMAP ? 0x26 : 0x2b
  let isSign = code == sign
  if isDirect(code, isIMAP) || (isSign && (state.shift == 0 || isIMAP)) {
    let endsExplicitly = isIMAP || isAlphanumeric(code) || code == 0x2b || code == 0x2d || code == 0x2f
    let minus = state.shift != 0 && endsExplicitly ? 1 : 0
    let count = (state.shift > 1 ? 1 : 0) + minus + 1 + (isSign ? 1 : 0)
    guard room >= count else { return .noRoom }
    if state.shift > 1 { _ = putBytes(letter(state.bits, isIMAP), 1, &to, &room) }
    if minus != 0 { _ = putBytes(0x2d, 1, &to, &room) }
    _ = putBytes(code, 1, &to, &room)
    if isSign { _ = putBytes(0x2d, 1, &to, &room) }
    state = TargetState()
    return .done
  }
  guard code < 0x110000 else { return .unknown }
  // The waiting bits, those of one unit or two, and what is left of them.
  var bits = UInt64(state.shift > 1 ? state.bits >> (state.shift == 2 ? 4 : 2) : 0)
  var size = state.shift > 1 ? (state.shift - 1) * 2 : 0
  if code < 0x10000 {
    bits = bits << 16 | UInt64(code)
    size += 16
  } else {
    let high = 0xd800 + (code - 0x10000) >> 10
    let low = 0xdc00 + (code - 0x10000) & 0x3ff
    bits = bits << 32 | UInt64(high << 16 | low)
    size += 32
  }
  let isNew = state.shift == 0
  guard room >= Int(size / 6) + (isNew ? 1 : 0) else { return .noRoom }
  if isNew { _ = putBytes(sign, 1, &to, &room) }
  while size >= 6 {
    size -= 6
    _ = putBytes(letter(UInt32(truncatingIfNeeded: bits >> UInt64(size)) & 0x3f, isIMAP), 1, &to, &room)
  }
  state.shift = 1 + size / 2
  state.bits = (UInt32(truncatingIfNeeded: bits) & (1 << size - 1)) << (6 - size) & 0x3f
  return .done
}

func finishUTF7(_ isIMAP: Bool, _ state: inout TargetState, _ to: inout Text, _ room: inout Int) -> Bool {
  if state.shift != 0 {
    guard room >= (state.shift > 1 ? 2 : 1) else { return false }
    if state.shift > 1 { _ = putBytes(letter(state.bits, isIMAP), 1, &to, &room) }
    _ = putBytes(0x2d, 1, &to, &room)
  }
  state = TargetState()
  return true
}
