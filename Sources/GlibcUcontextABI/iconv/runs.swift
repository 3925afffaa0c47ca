// <iconv.h>: runs of plain text between an encoding of several bytes and a Unicode form, without a look at what is
// special: that, and whatever is an error, short of room or cut off, is left to the general way.
import CGlibcABI
import CMusl

/// Whether there are no states.
func isPlain(_ tables: UnsafeMutablePointer<ReadingTables>) -> Bool { tables.pointee.otherRoot == 0 }

/// The same for writing.
func isPlain(_ tables: UnsafeMutablePointer<WritingTables>) -> Bool { tables.pointee.reading.pointee.otherRoot == 0 }

/// From a set of several bytes.
func convertFromSet(
  _ tables: UnsafeMutablePointer<ReadingTables>, _ form: DirectForm, _ from: inout Text, _ left: inout Int,
  _ to: inout Text,
  _ room: inout Int
) {
  guard let words = UnsafePointer(tables.pointee.tree.list.words) else { return }
  let lead = words + Int(tables.pointee.lead)
  var input = UnsafePointer<UInt8>(OpaquePointer(from))
  var output = UnsafeMutablePointer<UInt8>(OpaquePointer(to))
  let end = input + left
  let limit = output + room
  // Most texts become UTF-8.
  if form == .utf8 { convertToUTF8(words, lead, &input, end, &output, limit) }
  while input < end {
    var cell = lead[Int(input[0])]
    var size = 1
    while cell >= Cell.child && size < end - input {
      cell = ByteTree.cell(words, cell & ~Cell.child, input[size])
      size &+= 1
    }
    if cell > Cell.last {
      // What may become another with the next character does not if that is none for it.
      guard cell & (Cell.child | Cell.held) == Cell.held, size < end - input else { break }
      let next = lead[Int(input[size])] & ~Cell.held
      cell &= Cell.value
      if next > Cell.last || tables.pointee.secondRange.contains(next) { break }
    }
    let written = encodeDirect(form, cell, output, limit - output)
    if written == 0 { break }
    input += size
    output += written
  }
  left = end - input
  room = limit - output
  from = Text(OpaquePointer(input))
  to = Text(OpaquePointer(output))
}

// Characters of one byte and of two below U+10000, as long as there is room for four bytes, which are written at once.
@inline(__always)
private func convertToUTF8(
  _ words: UnsafePointer<UInt32>, _ lead: UnsafePointer<UInt32>, _ from: inout UnsafePointer<UInt8>,
  _ end: UnsafePointer<UInt8>,
  _ to: inout UnsafeMutablePointer<UInt8>, _ limit: UnsafeMutablePointer<UInt8>
) {
  var input = from
  var output = to
  while end - input >= 2 && limit - output >= 4 {
    var cell = lead[Int(input[0])]
    var size = 1
    if cell >= Cell.child {
      let node = words + Int(cell & ~Cell.child)
      let head = node[0]
      let index = UInt32(input[1]) &- (head & 0xff)
      if index >= (head >> 8) & 0x1ff { break }
      cell = node[Int(index) &+ 1]
      size = 2
    }
    if cell >= 0x10000 { break }
    output += storeUTF8(cell, output)
    input += size
  }
  from = input
  to = output
}

/// Into a set of several bytes.
func convertIntoSet(
  _ form: DirectForm, _ tables: UnsafeMutablePointer<WritingTables>, _ from: inout Text, _ left: inout Int,
  _ to: inout Text,
  _ room: inout Int
) {
  guard let rows = UnsafePointer(tables.pointee.rows.words) else { return }
  let waiting = tables.pointee.reading.pointee.waitingRange
  let index = UnsafePointer(tables.pointee.index)
  var input = UnsafePointer<UInt8>(OpaquePointer(from))
  var output = UnsafeMutablePointer<UInt8>(OpaquePointer(to))
  let end = input + left
  let limit = output + room
  while input < end && limit - output >= 4 {
    let (code, taken) = decodeDirect(form, input, end - input)
    if taken == 0 || code > Cell.last || waiting.contains(code) { break }
    let bytes = rows[Int(index[Int(code >> 8)]) << 8 | Int(code & 0xff)]
    if bytes < 0x100 {
      if bytes == 0 { break }
      output[0] = UInt8(truncatingIfNeeded: bytes)
      output += 1
    } else if bytes < 0x10000 {
      UnsafeMutableRawPointer(output).storeBytes(of: UInt16(truncatingIfNeeded: bytes).byteSwapped, as: UInt16.self)
      output += 2
    } else if bytes < 0x100_0000 {
      output[0] = UInt8(truncatingIfNeeded: bytes >> 16)
      output[1] = UInt8(truncatingIfNeeded: bytes >> 8)
      output[2] = UInt8(truncatingIfNeeded: bytes)
      output += 3
    } else {
      UnsafeMutableRawPointer(output).storeBytes(of: bytes.byteSwapped, as: UInt32.self)
      output += 4
    }
    input += taken
  }
  left = end - input
  room = limit - output
  from = Text(OpaquePointer(input))
  to = Text(OpaquePointer(output))
}
