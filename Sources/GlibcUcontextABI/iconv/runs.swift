// <iconv.h>: runs of plain text between an encoding of several bytes and a Unicode form, without a look at what is
// special: that, and whatever is an error, short of room or cut off, is left to the general way.
import CGlibcABI
import CMusl

/// Whether every character stands alone: nothing is held back, and there are no states.
func isPlain(_ tables: UnsafeMutablePointer<ReadingTables>) -> Bool {
  tables.pointee.otherRoot == 0 && tables.pointee.compositions.count == 0
}

/// The same for writing.
func isPlain(_ tables: UnsafeMutablePointer<WritingTables>) -> Bool {
  tables.pointee.reading.pointee.otherRoot == 0 && tables.pointee.reading.pointee.waiting.count == 0
}

/// From a set of several bytes.
func convertFromSet(
  _ tables: UnsafeMutablePointer<ReadingTables>, _ form: DirectForm, _ from: inout Text, _ left: inout Int,
  _ to: inout Text,
  _ room: inout Int
) {
  guard let words = UnsafePointer(tables.pointee.tree.list.words) else { return }
  let root = tables.pointee.root
  var input = UnsafePointer<UInt8>(OpaquePointer(from))
  var output = UnsafeMutablePointer<UInt8>(OpaquePointer(to))
  let end = input + left
  let limit = output + room
  while input < end {
    var cell = ByteTree.cell(words, root, input[0])
    var size = 1
    while cell >= Cell.child && size < end - input {
      cell = ByteTree.cell(words, cell & ~Cell.child, input[size])
      size &+= 1
    }
    if cell > Cell.last { break }
    input += size
    // Most texts become UTF-8.
    if form == .utf8 && cell < 0x10000 && limit - output >= 3 {
      if cell < 0x80 {
        output[0] = UInt8(truncatingIfNeeded: cell)
        output += 1
      } else if cell < 0x800 {
        output[0] = UInt8(truncatingIfNeeded: 0xc0 | cell >> 6)
        output[1] = UInt8(truncatingIfNeeded: 0x80 | cell & 0x3f)
        output += 2
      } else {
        output[0] = UInt8(truncatingIfNeeded: 0xe0 | cell >> 12)
        output[1] = UInt8(truncatingIfNeeded: 0x80 | cell >> 6 & 0x3f)
        output[2] = UInt8(truncatingIfNeeded: 0x80 | cell & 0x3f)
        output += 3
      }
      continue
    }
    let written = encodeDirect(form, cell, output, limit - output)
    if written == 0 {
      input -= size
      break
    }
    output += written
  }
  left = end - input
  room = limit - output
  from = Text(OpaquePointer(input))
  to = Text(OpaquePointer(output))
}

/// Into a set of several bytes.
func convertIntoSet(
  _ form: DirectForm, _ tables: UnsafeMutablePointer<WritingTables>, _ from: inout Text, _ left: inout Int,
  _ to: inout Text,
  _ room: inout Int
) {
  guard let rows = UnsafePointer(tables.pointee.rows.words) else { return }
  let index = UnsafePointer(tables.pointee.index)
  var input = UnsafePointer<UInt8>(OpaquePointer(from))
  var output = UnsafeMutablePointer<UInt8>(OpaquePointer(to))
  let end = input + left
  let limit = output + room
  while input < end && limit - output >= 4 {
    let (code, taken) = decodeDirect(form, input, end - input)
    if taken == 0 || code > Cell.last { break }
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
