// <iconv.h>: ISO-2022-JP-3 is written. A character that some mark can follow waits for the next one: `held` of the
// state is its two bytes, above them whether the escape sequence of JIS X 0208 is to come first.
import CGlibcABI
import CMusl

private let needsEscape: UInt32 = 0x10000
private let escapeTo0208: UInt32 = 0x1b2442

// JIS X 0213's bytes, whether they are in plane 2, whether the character waits for the next one.
private func newBytes(_ sets: CodedWriting, _ code: UInt32) -> (bytes: UInt32, isSecond: Bool, waits: Bool) {
  guard let tables = sets.newJapanese else { return (0, false, false) }
  var bytes = tables.pointee.bytes(code)
  let isSecond = bytes >> 16 == 0x8f
  if !isSecond && (bytes & 0x8080 != 0x8080 || bytes >> 8 == 0x8e || bytes >= 0x10000) { bytes = 0 }
  if bytes == 0 { return (0, false, false) }
  let waiting = tables.pointee.reading.pointee.waiting
  for index in 0..<waiting.count where waiting[index] == code { return (bytes & 0x7f7f, isSecond, true) }
  return (bytes & 0x7f7f, isSecond, false)
}

// What the waiting bytes become with a character behind them; 0 for nothing.
private func combined(_ sets: CodedWriting, _ held: UInt32, _ code: UInt32) -> UInt32 {
  guard let tables = sets.newJapanese else { return 0 }
  let pairs = tables.pointee.reading.pointee.writtenPairs
  var place = 0
  while place < pairs.count {
    if pairs[place + 1] == code && tables.pointee.bytes(pairs[place]) & 0x7f7f == held & 0x7f7f {
      return pairs[place + 2] & 0x7f7f
    }
    place += 3
  }
  return 0
}

// The ten characters that came into plane 1 in 2004.
private func isNew(_ bytes: UInt32) -> Bool {
  switch bytes {
  case 0x2e21, 0x2f7e, 0x4f54, 0x4f7e, 0x7427, 0x7e7a...0x7e7e: return true
  default: return false
  }
}

private func isFirstPlane(_ set: UInt32) -> Bool { set == CodedSet.jis0213 || set == CodedSet.jis0213Old }

private func flush(_ state: inout TargetState, _ to: inout Text, _ room: inout Int) -> Bool {
  let size = state.held >= needsEscape ? 5 : 2
  guard room >= size else { return false }
  if size == 5 { _ = putBytes(escapeTo0208, 3, &to, &room) }
  _ = putBytes(state.held & 0xffff, 2, &to, &room)
  state.held = 0
  return true
}

func finishNewJapanese(_ state: inout TargetState, _ to: inout Text, _ room: inout Int) -> Bool {
  let waiting = state.held == 0 ? 0 : state.held >= needsEscape ? 5 : 2
  guard room >= waiting + (state.shift == CodedSet.ascii ? 0 : 3) else { return false }
  if waiting != 0 { _ = flush(&state, &to, &room) }
  if state.shift != CodedSet.ascii { _ = putBytes(0x1b2842, 3, &to, &room) }
  state = TargetState()
  return true
}

func encodeNewJapanese(
  _ sets: CodedWriting, _ state: inout TargetState, _ code: UInt32, _ to: inout Text, _ room: inout Int
) -> Put {
  if state.held != 0 {
    let both = combined(sets, state.held, code)
    if both != 0 {
      let isEscaped = state.held >= needsEscape || !isFirstPlane(state.shift)
      guard room >= (isEscaped ? 6 : 2) else { return .noRoom }
      if isEscaped {
        _ = putBytes(0x1b24284f, 4, &to, &room)
        state.shift = CodedSet.jis0213Old
      }
      _ = putBytes(both, 2, &to, &room)
      state.held = 0
      return .done
    }
    guard flush(&state, &to, &room), room > 0 else { return .noRoom }
  }
  let new = newBytes(sets, code)
  switch state.shift {
  case CodedSet.ascii:
    if code < 0x80 { return putBytes(code, 1, &to, &room) ? .done : .noRoom }
  case CodedSet.roman:
    let byte = romanByte(code)
    if byte != 0 { return putBytes(byte, 1, &to, &room) ? .done : .noRoom }
  case CodedSet.kana:
    let byte = kanaByte(code)
    if byte != 0 { return putBytes(byte, 1, &to, &room) ? .done : .noRoom }
  case CodedSet.jis0208:
    let old = twoBytes(sets.japanese, code)
    if room < 2 {
      // Without room for two bytes it is not asked whether the set has the character, but whether it is one that waits.
      if !new.waits { return .noRoom }
      state.held = new.bytes
      return .done
    }
    if old != 0 { return writeTwo(old, new, &state, &to, &room) }
  default:
    let isHere =
      new.isSecond
      ? state.shift == CodedSet.jis0213Two
      : state.shift == CodedSet.jis0213 || (state.shift == CodedSet.jis0213Old && !isNew(new.bytes))
    if new.bytes != 0 && isHere { return writeTwo(new.bytes, new, &state, &to, &room) }
  }
  return encodeElsewhere(sets, new, &state, code, &to, &room)
}

private func writeTwo(
  _ bytes: UInt32, _ new: (bytes: UInt32, isSecond: Bool, waits: Bool), _ state: inout TargetState, _ to: inout Text,
  _ room: inout Int
) -> Put {
  if new.waits {
    state.held = new.bytes
    return .done
  }
  return putBytes(bytes, 2, &to, &room) ? .done : .noRoom
}

// In another set than the one in force.
private func encodeElsewhere(
  _ sets: CodedWriting, _ new: (bytes: UInt32, isSecond: Bool, waits: Bool), _ state: inout TargetState, _ code: UInt32,
  _ to: inout Text,
  _ room: inout Int
) -> Put {
  func change(_ set: UInt32, _ sequence: UInt32, _ size: Int) -> Bool {
    if state.shift == set { return true }
    guard putBytes(sequence, size, &to, &room) else { return false }
    state.shift = set
    return true
  }
  if code < 0x80 { return change(CodedSet.ascii, 0x1b2842, 3) && putBytes(code, 1, &to, &room) ? .done : .noRoom }
  let roman = romanByte(code)
  if roman != 0 { return change(CodedSet.roman, 0x1b284a, 3) && putBytes(roman, 1, &to, &room) ? .done : .noRoom }
  let old = twoBytes(sets.japanese, code)
  if old != 0 {
    if new.waits {
      state.held = (state.shift != CodedSet.jis0208 ? needsEscape : 0) | new.bytes
      state.shift = CodedSet.jis0208
      return .done
    }
    return change(CodedSet.jis0208, escapeTo0208, 3) && putBytes(old, 2, &to, &room) ? .done : .noRoom
  }
  if new.bytes != 0 {
    let set = new.isSecond ? CodedSet.jis0213Two : isNew(new.bytes) ? CodedSet.jis0213 : CodedSet.jis0213Old
    let last: UInt32 = new.isSecond ? 0x50 : set == CodedSet.jis0213 ? 0x51 : 0x4f
    guard change(set, 0x1b242800 | last, 4) else { return .noRoom }
    return writeTwo(new.bytes, new, &state, &to, &room)
  }
  let kana = kanaByte(code)
  if kana != 0 { return change(CodedSet.kana, 0x1b2849, 3) && putBytes(kana, 1, &to, &room) ? .done : .noRoom }
  return code >> 7 == 0xe0000 >> 7 ? .done : .unknown
}
