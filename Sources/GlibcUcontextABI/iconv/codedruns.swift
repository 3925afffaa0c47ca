// <iconv.h>: runs of plain text from an encoding with states into a Unicode form: characters of one byte and of two,
// and the bytes that change between them. What is special, an error, short of room or cut off is left to the general
// way, and so is a change of the state behind which no character was written: where there is no room, such a change has
// not been read.
import CGlibcABI
import CMusl

// Where the characters of two bytes are that the state says: a node of the tree, what is added to the bytes, and the
// first bytes and second bytes that there may be.
private struct Pairs {
  let words: UnsafePointer<UInt32>
  let node: UInt32
  let high: UInt8
  let first: ClosedRange<UInt8>
  let second: ClosedRange<UInt8>

  init(_ words: UnsafePointer<UInt32>, _ node: UInt32) {
    self.words = words
    self.node = node
    high = 0
    first = 0...0xff
    second = 0...0xff
  }

  // Of an EUC encoding, behind `prefix` if that is not 0.
  init?(_ tables: UnsafeMutablePointer<ReadingTables>?, _ prefix: UInt8, _ first: ClosedRange<UInt8>) {
    guard let tables, let words = UnsafePointer(tables.pointee.tree.list.words) else { return nil }
    self.words = words
    var start = tables.pointee.root
    if prefix != 0 {
      let next = ByteTree.cell(words, start, prefix)
      guard next & Cell.child != 0 else { return nil }
      start = next & ~Cell.child
    }
    node = start
    high = 0x80
    self.first = first
    second = 0x21...0x7e
  }

  init?(_ sets: CodedReading, _ set: UInt32) {
    switch set {
    case CodedSet.jis0208: self.init(sets.japanese, 0, 0x21...0x7e)
    case CodedSet.jis0212: self.init(sets.japanese, 0x8f, 0x22...0x6d)
    case CodedSet.chinese: self.init(sets.chinese, 0, 0x21...0x77)
    case CodedSet.korean: self.init(sets.korean, 0, 0x21...0x7e)
    case CodedSet.jis0213: self.init(sets.newJapanese, 0, 0x21...0x7e)
    case CodedSet.jis0213Two: self.init(sets.newJapanese, 0x8f, 0x21...0x7e)
    case CodedSet.taiwan + 1: self.init(sets.taiwanese, 0, 0x21...0x7d)
    default: return nil
    }
  }

  @inline(__always)
  func convert(_ form: DirectForm, _ text: inout Run) {
    let head = words[Int(node)]
    let (low, count) = (head & 0xff, (head >> 8) & 0x1ff)
    while text.end - text.input >= 2 {
      let (one, two) = (text.input[0], text.input[1])
      guard first.contains(one), second.contains(two) else { return }
      let row = UInt32(one | high) &- low
      guard row < count else { return }
      let child = words[Int(node &+ 1 &+ row)]
      guard child >= Cell.child else { return }
      let code = ByteTree.cell(words, child & ~Cell.child, two | high)
      guard text.write(form, code) else { return }
      text.input += 2
    }
  }
}

/// The text, and how far it is certain.
struct Run {
  var input: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>
  var output: UnsafeMutablePointer<UInt8>
  let limit: UnsafeMutablePointer<UInt8>
  var sure: UnsafePointer<UInt8>
  var sureState: SourceState

  init(_ from: Text, _ left: Int, _ to: Text, _ room: Int, _ state: SourceState) {
    input = UnsafePointer<UInt8>(OpaquePointer(from))
    end = input + left
    output = UnsafeMutablePointer<UInt8>(OpaquePointer(to))
    limit = output + room
    sure = input
    sureState = state
  }

  @inline(__always)
  mutating func write(_ form: DirectForm, _ code: UInt32) -> Bool {
    if form == .utf8 && code < 0x10000 && limit - output >= 4 {
      output += storeUTF8(code, output)
      return true
    }
    guard code <= Cell.last else { return false }
    let written = encodeDirect(form, code, output, limit - output)
    output += written
    return written != 0
  }

  @inline(__always)
  mutating func writeASCII(_ form: DirectForm, _ byte: UInt8) -> Bool {
    guard form == .utf8, output < limit else { return write(form, UInt32(byte)) }
    output[0] = byte
    output += 1
    return true
  }

  /// What has been read is certain.
  @inline(__always)
  mutating func settle(_ state: SourceState) {
    sure = input
    sureState = state
  }

  // ASCII but what may change the state.
  @inline(__always)
  fileprivate mutating func convertASCII(_ form: DirectForm) {
    while input < end {
      let byte = input[0]
      guard byte < 0x7f, byte >= 0x20 || (byte != escapeByte && byte & 0xfe != shiftOut) else { return }
      guard writeASCII(form, byte) else { return }
      input += 1
    }
  }

  func end(_ state: inout SourceState, _ from: inout Text, _ left: inout Int, _ to: inout Text, _ room: inout Int) {
    state = sureState
    left = end - sure
    room = limit - output
    from = Text(OpaquePointer(sure))
    to = Text(OpaquePointer(output))
  }
}

/// From an encoding that escape sequences and shifts change, TSCII excepted, where a character may wait for any other.
func convertFromCoded(
  _ sets: CodedReading, _ state: inout SourceState, _ form: DirectForm, _ from: inout Text, _ left: inout Int,
  _ to: inout Text, _ room: inout Int
) {
  if sets.form == .utf7 || sets.form == .utf7IMAP {
    return convertFromUTF7(sets.form == .utf7IMAP, &state, form, &from, &left, &to, &room)
  }
  var text = Run(from, left, to, room, state)
  // Most texts have one set beside ASCII.
  var set = CodedSet.ascii
  var pairs: Pairs?
  while text.input < text.end {
    let start = text.input
    if state.shift == CodedSet.ascii {
      text.convertASCII(form)
    } else {
      if state.shift != set {
        set = state.shift
        pairs = Pairs(sets, set)
      }
      if let pairs { pairs.convert(form, &text) }
    }
    if text.input != start { text.settle(state) }
    let size = changeOfState(sets.form, &state, text.input, text.end - text.input)
    if size == 0 { break }
    text.input += size
  }
  text.end(&state, &from, &left, &to, &room)
}

// The length of what changes the state here, 0 for nothing that is known to.
private func changeOfState(_ form: CodedForm, _ state: inout SourceState, _ from: UnsafePointer<UInt8>, _ left: Int)
  -> Int
{
  guard left >= 1 else { return 0 }
  switch form {
  case .japanese, .japanese2, .japanese3:
    guard left >= 4, from[0] == escapeByte, form != .japanese || from[2] != 0x28,
      let (set, size) = designated(form, from)
    else { return 0 }
    state.shift = set
    return size
  case .korean:
    guard from[0] & 0xfe == shiftOut else { return 0 }
    state.shift = from[0] == shiftOut ? CodedSet.korean : CodedSet.ascii
    return 1
  case .chinese, .chineseExtended:
    if from[0] == escapeByte && left >= 4 && from[1] == 0x24 {
      if form == .chinese && from[2] != 0x29 { return 0 }
      if form == .chinese && from[3] != 0x41 && from[3] != 0x47 { return 0 }
      // All that is kept there in ISO-2022-CN is the set of SO.
      return announce(&state, from[2], from[3]) ? 4 : 0
    }
    guard from[0] & 0xfe == shiftOut else { return 0 }
    let set = from[0] == shiftIn ? CodedSet.ascii : announcedSet(state)
    if from[0] == shiftOut && set == CodedSet.ascii { return 0 }
    state.shift = set
    return 1
  default: return 0
  }
}

/// From a set with two states, which SO and SI change.
func convertFromShifted(
  _ tables: UnsafeMutablePointer<ReadingTables>, _ state: inout SourceState, _ form: DirectForm, _ from: inout Text,
  _ left: inout Int, _ to: inout Text, _ room: inout Int
) {
  guard let words = UnsafePointer(tables.pointee.tree.list.words) else { return }
  let lead = words + Int(tables.pointee.lead)
  let pairs = Pairs(words, tables.pointee.otherRoot)
  var text = Run(from, left, to, room, state)
  while text.input < text.end {
    let start = text.input
    if state.shift == 0 {
      while text.input < text.end, text.input[0] & 0xfe != shiftOut, text.write(form, lead[Int(text.input[0])]) {
        text.input += 1
      }
    } else if text.input[0] & 0xfe != shiftOut {
      pairs.convert(form, &text)
    }
    if text.input != start { text.settle(state) }
    guard text.input < text.end, text.input[0] & 0xfe == shiftOut else { break }
    state.shift = text.input[0] == shiftOut ? 1 : 0
    text.input += 1
  }
  text.end(&state, &from, &left, &to, &room)
}
