// <iconv.h>: ISO-2022-KR (RFC 1557): ASCII and KS C 5601, changed by SO and SI; a line at the beginning says so.
import CGlibcABI
import CMusl

/// ESC $ ) C
let koreanHeader: UInt32 = 0x1b242943

func decodeKorean(_ sets: CodedReading, _ state: inout SourceState, _ from: UnsafePointer<UInt8>, _ left: Int)
  -> Decoded
{
  let first = from[0]
  if first > 0x7f { return .illegal(1) }
  if first == escapeByte {
    if left < 2 || (from[1] == 0x24 && (left < 3 || (from[2] == 0x29 && left < 4))) { return .incomplete(0) }
    if from[1] == 0x24 && from[2] == 0x29 && from[3] == 0x43 { return .nothing(4) }
  } else if first == shiftOut || first == shiftIn {
    state.shift = first == shiftOut ? CodedSet.korean : CodedSet.ascii
    return .nothing(1)
  }
  if state.shift == CodedSet.ascii { return .character(UInt32(first), 1) }
  if left < 2 { return .incomplete(0) }
  let code = cell(sets.korean, 0, 0, first, from[1])
  return code <= Cell.last ? .character(code, 2) : .illegal(1)
}

/// KS C 5601's bytes. EUC-KR writes the won sign of full width for the other one too.
func koreanBytes(_ sets: CodedWriting, _ code: UInt32) -> UInt32 { code == 0x20a9 ? 0 : twoBytes(sets.korean, code) }

func encodeKorean(_ sets: CodedWriting, _ state: inout TargetState, _ code: UInt32, _ to: inout Text, _ room: inout Int)
  -> Put
{
  if code < 0x80 {
    if state.shift != CodedSet.ascii {
      _ = putBytes(UInt32(shiftIn), 1, &to, &room)
      state.shift = CodedSet.ascii
    }
    return putBytes(code, 1, &to, &room) ? .done : .noRoom
  }
  let bytes = koreanBytes(sets, code)
  if bytes == 0 { return code >> 7 == 0xe0000 >> 7 ? .done : .unknown }
  if state.shift != CodedSet.korean {
    _ = putBytes(UInt32(shiftOut), 1, &to, &room)
    state.shift = CodedSet.korean
  }
  return putBytes(bytes, 2, &to, &room) ? .done : .noRoom
}
