// <iconv.h>: ISO-2022-JP, ISO-2022-JP-2 and ISO-2022-JP-3 are read: escape sequences change the set (RFC 1468, RFC
// 1554, JIS X 0213). `bits` of the state is the second set of ISO-2022-JP-2.
import CGlibcABI
import CMusl

/// The upper half of ISO 8859-1 or of ISO 8859-7, of which one character at a time comes behind ESC N.
enum SecondSet {
  static let latin: UInt32 = 1
  static let greek: UInt32 = 2
  static let mask: UInt32 = 3
}

/// The set that an escape sequence of the primary sets changes to, and its length; nil for none.
func designated(_ form: CodedForm, _ from: UnsafePointer<UInt8>) -> (set: UInt32, size: Int)? {
  switch (from[1], from[2]) {
  case (0x28, 0x42): return (CodedSet.ascii, 3)
  case (0x28, 0x4a): return (CodedSet.roman, 3)
  case (0x28, 0x49): return form == .japanese ? nil : (CodedSet.kana, 3)
  case (0x24, 0x40), (0x24, 0x42): return (CodedSet.jis0208, 3)
  case (0x24, 0x41): return form == .japanese2 ? (CodedSet.chinese, 3) : nil
  case (0x24, 0x28): break
  default: return nil
  }
  switch (form, from[3]) {
  case (.japanese2, 0x43): return (CodedSet.korean, 4)
  case (.japanese2, 0x44): return (CodedSet.jis0212, 4)
  case (.japanese3, 0x4f), (.japanese3, 0x51): return (CodedSet.jis0213, 4)
  case (.japanese3, 0x50): return (CodedSet.jis0213Two, 4)
  default: return nil
  }
}

func decodeJapanese(_ sets: CodedReading, _ state: inout SourceState, _ from: UnsafePointer<UInt8>, _ left: Int)
  -> Decoded
{
  let first = from[0]
  if first == escapeByte {
    if left < 3 { return .incomplete(0) }
    if sets.form != .japanese && from[1] == 0x24 && from[2] == 0x28 && left < 4 { return .incomplete(0) }
    if sets.form != .japanese || from[2] != 0x28, let (set, size) = designated(sets.form, from) {
      state.shift = set
      return .nothing(size)
    }
    if sets.form == .japanese2 {
      if from[1] == 0x2e && (from[2] == 0x41 || from[2] == 0x46) {
        state.bits = from[2] == 0x41 ? SecondSet.latin : SecondSet.greek
        return .nothing(3)
      }
      if from[1] == 0x4e { return decodeSecond(sets, state.bits, from[2]) }
    }
  }
  if first >= 0x80 { return .illegal(1) }
  if state.shift == CodedSet.ascii || first < 0x21 || first == 0x7f { return .character(UInt32(first), 1) }
  if state.shift == CodedSet.roman {
    return .character(first == 0x5c ? 0xa5 : first == 0x7e ? 0x203e : UInt32(first), 1)
  }
  if state.shift == CodedSet.kana { return first < 0x60 ? .character(UInt32(first) + 0xff40, 1) : .illegal(1) }
  return decodeTwo(sets, &state, from, left)
}

private func decodeSecond(_ sets: CodedReading, _ second: UInt32, _ byte: UInt8) -> Decoded {
  if second == SecondSet.latin { return .character(UInt32(byte | 0x80), 3) }
  guard second == SecondSet.greek, byte >= 0x20, byte < 0x80, let tables = sets.greek,
    let words = UnsafePointer(tables.pointee.tree.list.words)
  else { return .illegal(1) }
  let code = ByteTree.cell(words, tables.pointee.root, byte | 0x80)
  return code <= Cell.last ? .character(code, 3) : .illegal(3)
}

private func decodeTwo(_ sets: CodedReading, _ state: inout SourceState, _ from: UnsafePointer<UInt8>, _ left: Int)
  -> Decoded
{
  let first = from[0]
  let set = state.shift
  // Some sets know from the first byte alone.
  if set == CodedSet.chinese && first > 0x77 || set == CodedSet.jis0212 && (first < 0x22 || first > 0x6d) {
    return .illegal(1)
  }
  if left < 2 { return .incomplete(0) }
  let code: UInt32
  switch set {
  case CodedSet.jis0208: code = cell(sets.japanese, 0, 0, first, from[1])
  case CodedSet.jis0212: code = cell(sets.japanese, 0x8f, 0, first, from[1])
  case CodedSet.chinese: code = cell(sets.chinese, 0, 0, first, from[1])
  case CodedSet.korean: code = cell(sets.korean, 0, 0, first, from[1])
  case CodedSet.jis0213: code = cell(sets.newJapanese, 0, 0, first, from[1])
  default: code = cell(sets.newJapanese, 0x8f, 0, first, from[1])
  }
  if code <= Cell.last { return .character(code, 2) }
  guard code & Cell.pair != 0, code & (Cell.child | Cell.invalid) == 0,
    let words = sets.newJapanese?.pointee.tree.list.words
  else {
    return .illegal(1)
  }
  let place = Int(code & Cell.value)
  state.pending = words[place + 1]
  return .character(words[place], 2)
}
