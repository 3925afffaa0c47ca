// <iconv.h>: one character of an encoding of several bytes, read and written.
import CGlibcABI
import CMusl

/// What reading remembers from one character to the next.
struct SourceState {
  /// The set of characters that is in force; what it means is the encoding's own.
  var shift: UInt32 = 0
  /// A character that was read and may become another with the next one; 0 for none.
  var held: UInt32 = 0
  /// The second of two characters that the same bytes stand for; 0 for none.
  var pending: UInt32 = 0
  /// More of the state, the encoding's own.
  var bits: UInt32 = 0
}

/// What writing remembers.
struct TargetState {
  var shift: UInt32 = 0
  /// A character that waits for the next one; 0 for none.
  var held: UInt32 = 0
  var bits: UInt32 = 0
}

enum Put {
  case done, unknown, noRoom
  /// Unknown, and nothing stands for it.
  case refused
}

let shiftOut: UInt8 = 0x0e
let shiftIn: UInt8 = 0x0f

// The third in a list of three that begins with these two; nil without one.
private func third(_ list: WordList, _ first: UInt32, _ second: UInt32) -> UInt32? {
  var place = 0
  while place < list.count {
    if list[place] == first && list[place + 1] == second { return list[place + 2] }
    place += 3
  }
  return nil
}

/// One character at `from`, of `left` bytes; at least one.
func decodeSet(
  _ tables: UnsafeMutablePointer<ReadingTables>, _ state: inout SourceState, _ from: UnsafePointer<UInt8>, _ left: Int
) -> Decoded {
  guard let words = tables.pointee.tree.list.words else { return .illegal(1) }
  if state.pending != 0 {
    let code = state.pending
    state.pending = 0
    return .character(code, 0)
  }
  guard left > 0 else { return .nothing(0) }
  var node = tables.pointee.root
  if tables.pointee.otherRoot != 0 {
    if from[0] == shiftOut || from[0] == shiftIn {
      state.shift = from[0] == shiftOut ? 1 : 0
      return .nothing(1)
    }
    if state.shift != 0 { node = tables.pointee.otherRoot }
  }
  var size = 0
  while size < left {
    let cell = ByteTree.cell(words, node, from[size])
    size += 1
    if cell <= Cell.last && state.held == 0 { return .character(cell, size) }
    if cell & Cell.child != 0 {
      node = cell & ~Cell.child
    } else if cell & Cell.linear != 0 {
      return left < 4 ? .incomplete(0) : decodeLinear(tables, from, cell)
    } else if cell & Cell.invalid != 0 {
      return cell == Cell.invalid | Cell.replaced ? .replaced(size) : illegal(cell & Cell.value)
    } else if cell & Cell.pair != 0 {
      let place = Int(cell & Cell.value)
      state.pending = words[place + 1]
      return .character(words[place], size)
    } else {
      return hold(tables, &state, cell, size)
    }
  }
  return .incomplete(0)
}

private func illegal(_ skip: UInt32) -> Decoded {
  let bytes = max(Int(skip & ~Cell.counted), 1)
  return skip & Cell.counted != 0 ? .passed(bytes) : .illegal(bytes)
}

// A character where one waits, or one that is to wait.
private func hold(
  _ tables: UnsafeMutablePointer<ReadingTables>, _ state: inout SourceState, _ cell: UInt32, _ size: Int
) -> Decoded {
  let code = cell & Cell.value
  if state.held == 0 {
    state.held = code
    return .nothing(size)
  }
  let before = state.held
  state.held = 0
  guard tables.pointee.secondRange.contains(code), let composed = third(tables.pointee.compositions, before, code)
  else {
    guard cell & Cell.held != 0 else { return .character(before, 0) }
    state.held = code
    return .character(before, size)
  }
  if composed & 1 == 0 { return .character(composed >> 1, size) }
  state.held = composed >> 1
  return .nothing(size)
}

private func decodeLinear(_ tables: UnsafeMutablePointer<ReadingTables>, _ from: UnsafePointer<UInt8>, _ cell: UInt32)
  -> Decoded
{
  if from[2] < 0x81 || from[2] > 0xfe { return illegal(cell & 15) }
  if from[3] < 0x30 || from[3] > 0x39 { return illegal(cell >> 4 & 15) }
  let high = UInt32(from[0] - 0x81) * 10 + UInt32(from[1] - 0x30)
  let number = (high * 126 + UInt32(from[2] - 0x81)) * 10 + UInt32(from[3] - 0x30)
  // The last run that does not begin behind it.
  var low = 0
  var end = tables.pointee.runs.count / 3
  while low < end {
    let middle = (low + end) / 2
    if tables.pointee.runs[middle * 3] <= number { low = middle + 1 } else { end = middle }
  }
  guard low > 0 else { return illegal(cell >> 8 & 15) }
  let offset = number - tables.pointee.runs[low * 3 - 3]
  guard offset < tables.pointee.runs[low * 3 - 2] else { return illegal(cell >> 8 & 15) }
  return .character(tables.pointee.runs[low * 3 - 1] + offset, 4)
}

@inline(__always)
func store(_ bytes: UInt32, _ to: inout Text, _ room: inout Int) -> Bool {
  let count = bytes < 0x100 ? 1 : bytes < 0x10000 ? 2 : bytes < 0x100_0000 ? 3 : 4
  guard room >= count else { return false }
  var at = count
  var rest = bytes
  while at > 0 {
    at &-= 1
    to[at] = CChar(truncatingIfNeeded: rest)
    rest >>= 8
  }
  to += count
  room &-= count
  return true
}

/// Writes one character, and what leads to its state.
func encodeSet(
  _ tables: UnsafeMutablePointer<WritingTables>, _ state: inout TargetState, _ code: UInt32, _ to: inout Text,
  _ room: inout Int
) -> Put {
  guard room > 0 else { return .noRoom }
  let reading = tables.pointee.reading
  if state.held != 0 {
    if let both = third(reading.pointee.writtenPairs, state.held, code) {
      guard store(both, &to, &room) else { return .noRoom }
      state.held = 0
      return .done
    }
    guard flushHeld(tables, &state, &to, &room) else { return .noRoom }
    guard room > 0 else { return .noRoom }
  }
  var bytes = tables.pointee.bytes(code)
  if bytes == 0 && code != tables.pointee.zero {
    if code >= 0x10000 { bytes = tables.pointee.bytesInRuns(code) }
    if bytes == 0 { return tables.pointee.dropsTags && code >> 7 == 0xe0000 >> 7 ? .done : .unknown }
  }
  if reading.pointee.waitingRange.contains(code) {
    for index in 0..<reading.pointee.waiting.count where reading.pointee.waiting[index] == code {
      state.held = code
      return .done
    }
  }
  if reading.pointee.otherRoot != 0 {
    let shift: UInt32 = bytes < 0x100 ? 0 : 1
    if shift != state.shift {
      guard store(UInt32(shift == 0 ? shiftIn : shiftOut), &to, &room) else { return .noRoom }
      state.shift = shift
    }
  }
  return store(bytes, &to, &room) ? .done : .noRoom
}

private func flushHeld(
  _ tables: UnsafeMutablePointer<WritingTables>, _ state: inout TargetState, _ to: inout Text, _ room: inout Int
) -> Bool {
  guard store(tables.pointee.bytes(state.held), &to, &room) else { return false }
  state.held = 0
  return true
}

/// Writes what is left to write at the end, and what leads back to the first state; false without room.
func finishSet(
  _ tables: UnsafeMutablePointer<WritingTables>, _ state: inout TargetState, _ to: inout Text, _ room: inout Int
) -> Bool {
  if state.held != 0 { return flushHeld(tables, &state, &to, &room) }
  guard state.shift != 0 else { return true }
  guard store(UInt32(shiftIn), &to, &room) else { return false }
  state.shift = 0
  return true
}
