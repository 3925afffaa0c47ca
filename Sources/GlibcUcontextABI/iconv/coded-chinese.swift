// <iconv.h>: ISO-2022-CN and ISO-2022-CN-EXT (RFC 1922): GB 2312, ISO-IR-165 or CNS 11643-1 by SO and SI, the other
// planes of CNS 11643 for one character. What SO and the single shifts mean is said by escape sequences; `bits` of
// the state is what was said.
import CGlibcABI
import CMusl

// The set of SO in the lowest five bits, plane 2 announced, the plane of the third set.
private let shiftMask: UInt32 = 0x1f
private let isSecondAnnounced: UInt32 = 0x20
private let thirdShift: UInt32 = 8
private let firstPlane = CodedSet.taiwan + 1
private let secondPlane = CodedSet.taiwan + 2
private let single2: UInt32 = 0x1b4e
private let single3: UInt32 = 0x1b4f

private func taiwanCell(_ sets: CodedReading, _ plane: UInt32, _ first: UInt8, _ second: UInt8) -> UInt32 {
  if plane == 1 { return cell(sets.taiwanese, 0, 0, first, second) }
  return cell(sets.taiwanese, 0x8e, UInt8(0xa0 + plane), first, second)
}

// Whether an escape sequence is cut off.
private func isCut(_ from: UnsafePointer<UInt8>, _ left: Int, _ isExtended: Bool) -> Bool {
  if left < 2 { return true }
  if from[1] == 0x24 {
    if left < 3 { return true }
    return left < 4 && (from[2] == 0x29 || from[2] == 0x2a || (isExtended && from[2] == 0x2b))
  }
  return left < 4 && (from[1] == 0x4e || (isExtended && from[1] == 0x4f))
}

private func decodeTwo(_ sets: CodedReading, _ set: UInt32, _ from: UnsafePointer<UInt8>, _ left: Int) -> Decoded {
  let first = from[0]
  if first <= 0x20 || first > (set == CodedSet.chinese ? 0x77 : 0x7d) { return .illegal(1) }
  if left < 2 { return .incomplete(0) }
  let code = set == CodedSet.chinese ? cell(sets.chinese, 0, 0, first, from[1]) : taiwanCell(sets, 1, first, from[1])
  return code <= Cell.last ? .character(code, 2) : .illegal(1)
}

func decodeChinese(_ sets: CodedReading, _ state: inout SourceState, _ from: UnsafePointer<UInt8>, _ left: Int)
  -> Decoded
{
  let first = from[0]
  if first >= 0x7f { return .illegal(1) }
  if first == escapeByte {
    if isCut(from, left, false) { return .incomplete(0) }
    // A sequence of three bytes that is none may be the end of the text.
    if left >= 4 && from[1] == 0x24 {
      switch (from[2], from[3]) {
      case (0x29, 0x41):
        state.bits = CodedSet.chinese
        return .nothing(4)
      case (0x29, 0x47):
        state.bits = firstPlane
        return .nothing(4)
      case (0x2a, 0x48): return .nothing(4)
      default: break
      }
    }
    if from[1] == 0x4e {
      let code = taiwanCell(sets, 2, from[2], from[3])
      return code <= Cell.last ? .character(code, 4) : .illegal(2)
    }
  } else if first == shiftOut || first == shiftIn {
    state.shift = first == shiftIn ? CodedSet.ascii : state.bits == firstPlane ? firstPlane : CodedSet.chinese
    return .nothing(1)
  }
  return state.shift == CodedSet.ascii ? .character(UInt32(first), 1) : decodeTwo(sets, state.shift, from, left)
}

func decodeChineseExtended(
  _ sets: CodedReading, _ ignores: Bool, _ state: inout SourceState, _ from: UnsafePointer<UInt8>, _ left: Int
) -> Decoded {
  let first = from[0]
  if first > 0x7f { return .illegal(1) }
  if first == escapeByte {
    if isCut(from, left, true) { return .incomplete(0) }
    if left >= 4 && from[1] == 0x24 && announce(&state, from[2], from[3]) { return .nothing(4) }
    if from[1] == 0x4e {
      let code = taiwanCell(sets, 2, from[2], from[3])
      // The escape is taken even then.
      return code <= Cell.last ? .character(code, 4) : ignores ? .illegal(4) : .invalid(2)
    }
    if from[1] == 0x4f {
      let plane = state.bits >> thirdShift
      let code = plane == 0 ? Cell.invalid : taiwanCell(sets, plane, from[2], from[3])
      return code <= Cell.last ? .character(code, 4) : .illegal(4)
    }
  } else if first == shiftOut {
    let set = state.bits & shiftMask
    if set == 0 { return ignores ? .illegal(2) : .invalid(1) }
    state.shift = set
    return .nothing(1)
  } else if first == shiftIn {
    state.shift = CodedSet.ascii
    return .nothing(1)
  }
  if state.shift == CodedSet.ascii { return .character(UInt32(first), 1) }
  if left < 2 { return .incomplete(0) }
  let code: UInt32
  switch state.shift {
  case CodedSet.chinese: code = cell(sets.chinese, 0, 0, first, from[1])
  case CodedSet.isoIR165: code = isoIR165Cell(sets, first, from[1])
  default: code = taiwanCell(sets, 1, first, from[1])
  }
  return code <= Cell.last ? .character(code, 2) : .illegal(2)
}

/// The set of SO, 0 for none.
func announcedSet(_ state: SourceState) -> UInt32 { state.bits & shiftMask }

/// What an escape sequence with these last bytes says of the sets to come; false for none.
func announce(_ state: inout SourceState, _ kind: UInt8, _ set: UInt8) -> Bool {
  switch (kind, set) {
  case (0x29, 0x41): state.bits = state.bits & ~shiftMask | CodedSet.chinese
  case (0x29, 0x45): state.bits = state.bits & ~shiftMask | CodedSet.isoIR165
  case (0x29, 0x47): state.bits = state.bits & ~shiftMask | firstPlane
  case (0x2a, 0x48): break
  case (0x2b, 0x49...0x4d): state.bits = state.bits & 0xff | UInt32(set - 0x46) << thirdShift
  default: return false
  }
  return true
}

private func isoIR165Cell(_ sets: CodedReading, _ first: UInt8, _ second: UInt8) -> UInt32 {
  if first <= 0x20 || first >= 0x7f || second <= 0x20 || second >= 0x7f { return Cell.invalid }
  let own = glibc_compat_isoir165_read(UInt32(first) << 8 | UInt32(second))
  if own == 0 { return cell(sets.chinese, 0, 0, first, second) }
  return own == 0xffff ? Cell.invalid : UInt32(own)
}

private func isoIR165Bytes(_ sets: CodedWriting, _ code: UInt32) -> UInt32 {
  let own = UInt32(glibc_compat_isoir165_write(code))
  if own == 0 { return twoBytes(sets.chinese, code) }
  return own == 0xffff ? 0 : own
}

private func taiwanBytes(_ sets: CodedWriting, _ code: UInt32) -> (plane: UInt32, bytes: UInt32) {
  guard let tables = sets.taiwanese else { return (0, 0) }
  let bytes = tables.pointee.bytes(code)
  if bytes >> 24 == 0x8e { return ((bytes >> 16 & 0xff) - 0xa0, bytes & 0x7f7f) }
  return bytes & 0x8080 == 0x8080 && bytes < 0x10000 ? (1, bytes & 0x7f7f) : (0, 0)
}

private func encodeASCII(_ state: inout TargetState, _ code: UInt32, _ to: inout Text, _ room: inout Int) -> Put {
  if state.shift != CodedSet.ascii {
    _ = putBytes(UInt32(shiftIn), 1, &to, &room)
    state.shift = CodedSet.ascii
  }
  guard putBytes(code, 1, &to, &room) else { return .noRoom }
  // Each line announces anew.
  if code == 0x0a { state.bits = 0 }
  return .done
}

func encodeChinese(
  _ sets: CodedWriting, _ state: inout TargetState, _ code: UInt32, _ to: inout Text, _ room: inout Int
) -> Put {
  if code < 0x80 { return encodeASCII(&state, code, &to, &room) }
  let (plane, taiwan) = taiwanBytes(sets, code)
  let chinese = twoBytes(sets.chinese, code)
  let prefersChinese = state.shift == CodedSet.chinese || state.bits & shiftMask != firstPlane
  let set: UInt32
  if prefersChinese && chinese != 0 {
    set = CodedSet.chinese
  } else if plane == 1 || plane == 2 {
    set = CodedSet.taiwan + plane
  } else if chinese != 0 {
    set = CodedSet.chinese
  } else {
    return code >> 7 == 0xe0000 >> 7 ? .done : .unknown
  }
  return write(set == CodedSet.chinese ? chinese : taiwan, set, &state, &to, &room)
}

func encodeChineseExtended(
  _ sets: CodedWriting, _ state: inout TargetState, _ code: UInt32, _ to: inout Text, _ room: inout Int
) -> Put {
  if code < 0x80 { return encodeASCII(&state, code, &to, &room) }
  let (plane, taiwan) = taiwanBytes(sets, code)
  let chinese = twoBytes(sets.chinese, code)
  let announced = state.bits & shiftMask
  let first: UInt32
  if state.shift == CodedSet.chinese || (announced != firstPlane && announced != CodedSet.isoIR165) {
    first = CodedSet.chinese
  } else {
    first = state.shift == CodedSet.isoIR165 ? CodedSet.isoIR165 : firstPlane
  }
  func bytes(_ set: UInt32) -> UInt32 {
    switch set {
    case CodedSet.chinese: return chinese
    case CodedSet.isoIR165: return isoIR165Bytes(sets, code)
    default: return plane == set - CodedSet.taiwan ? taiwan : 0
    }
  }
  var set = first
  if bytes(set) == 0 {
    set = secondPlane
    if bytes(set) == 0 { set = CodedSet.chinese }
    if bytes(set) == 0 { set = CodedSet.isoIR165 }
    if bytes(set) == 0 { set = firstPlane }
    if bytes(set) == 0 && plane >= 3 && plane <= 7 { set = CodedSet.taiwan + plane }
  }
  let found = bytes(set)
  if found == 0 { return code >> 7 == 0xe0000 >> 7 ? .done : .unknown }
  return write(found, set, &state, &to, &room)
}

// The escape sequence that announces a set.
private func announcement(_ set: UInt32) -> UInt32 {
  switch set {
  case CodedSet.chinese: return 0x1b242941
  case CodedSet.isoIR165: return 0x1b242945
  case firstPlane: return 0x1b242947
  case secondPlane: return 0x1b242a48
  default: return 0x1b242b49 + set - CodedSet.taiwan - 3
  }
}

private func write(_ bytes: UInt32, _ set: UInt32, _ state: inout TargetState, _ to: inout Text, _ room: inout Int)
  -> Put
{
  if state.shift != set {
    let isThird = set > secondPlane
    let isAnnounced: Bool
    if set == secondPlane {
      isAnnounced = state.bits & isSecondAnnounced != 0
    } else {
      isAnnounced = isThird ? state.bits >> thirdShift == set - CodedSet.taiwan : state.bits & shiftMask == set
    }
    if !isAnnounced {
      guard putBytes(announcement(set), 4, &to, &room) else { return .noRoom }
      if set == secondPlane {
        state.bits |= isSecondAnnounced
      } else if isThird {
        state.bits = state.bits & 0xff | (set - CodedSet.taiwan) << thirdShift
      } else {
        state.bits = state.bits & ~shiftMask | set
      }
    }
    if set >= secondPlane {
      guard putBytes(isThird ? single3 : single2, 2, &to, &room) else { return .noRoom }
    } else if state.shift == CodedSet.ascii {
      guard putBytes(UInt32(shiftOut), 1, &to, &room) else { return .noRoom }
    }
  }
  guard putBytes(bytes, 2, &to, &room) else { return .noRoom }
  state.shift = set
  return .done
}
