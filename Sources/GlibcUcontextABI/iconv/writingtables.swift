// <iconv.h>: the bytes of each character in an encoding of several bytes: what is read, turned round, but for the
// differences.
import CGlibcABI
import CMusl

/// Rows of 256 characters. The bytes of a character are a number, the first byte highest; 0 where it has none.
struct WritingTables {
  static let planes = 0x1100
  /// The row of each 256 characters: 0 is the empty one.
  var index: UnsafeMutablePointer<UInt16>
  var rows = WordList()
  /// The character that is the byte 0, whose number is taken for none.
  var zero: UInt32 = 0
  var dropsTags = false
  /// With //IGNORE a character without bytes counts as replaced, and is no error at the end.
  var countsUnknown = false
  /// What is written for characters beyond the rows: runs as in the tables for reading.
  let reading: UnsafeMutablePointer<ReadingTables>

  @inline(__always)
  func bytes(_ code: UInt32) -> UInt32 {
    guard code <= Cell.last else { return 0 }
    return rows.words.unsafelyUnwrapped[Int(index[Int(code >> 8)]) << 8 | Int(code & 0xff)]
  }

  mutating func set(_ code: UInt32, _ bytes: UInt32) {
    guard code <= Cell.last, rows.isComplete else { return }
    var row = Int(index[Int(code >> 8)])
    if row == 0 {
      row = rows.grow(256) >> 8
      guard rows.isComplete else { return }
      index[Int(code >> 8)] = UInt16(row)
    }
    rows[row << 8 | Int(code & 0xff)] = bytes
  }

  private static func size(_ bytes: UInt32) -> Int {
    bytes < 0x100 ? 1 : bytes < 0x10000 ? 2 : bytes < 0x100_0000 ? 3 : 4
  }

  /// Of several the shortest; of those the first or the last.
  private mutating func note(_ code: UInt32, _ bytes: UInt32, _ prefersLast: Bool) {
    // It is written as 0 everywhere.
    if code == 0 { return }
    let before = self.bytes(code)
    if before != 0 {
      let (old, new) = (Self.size(before), Self.size(bytes))
      if old < new || (old == new && !prefersLast) { return }
    }
    set(code, bytes)
  }

  fileprivate mutating func turn(_ node: UInt32, _ prefix: UInt32, _ prefersLast: Bool) {
    guard let words = reading.pointee.tree.list.words else { return }
    let head = words[Int(node)]
    let (low, count) = (head & 0xff, (head >> 8) & 0x1ff)
    for offset in 0..<count {
      let cell = words[Int(node + 1 + offset)]
      let bytes = prefix << 8 | (low + offset)
      if cell & Cell.child != 0 {
        turn(cell & ~Cell.child, bytes, prefersLast)
      } else if cell & ~Cell.held <= Cell.last {
        note(cell & Cell.value, bytes, prefersLast)
      }
    }
  }

  fileprivate mutating func readDifferences(_ from: UnsafePointer<UInt8>) {
    var reader = SetReader(at: from)
    var code: UInt32 = 0
    var left = reader.number()
    while left > 0 && rows.isComplete {
      code += reader.number()
      var bytes: UInt32 = 0
      for _ in 0..<reader.byte() { bytes = bytes << 8 | reader.byte() }
      set(code, bytes)
      left -= 1
    }
  }

  fileprivate mutating func turnRuns(_ prefersLast: Bool) {
    var place = 0
    let runs = reading.pointee.runs
    while place < runs.count {
      // The other planes are too many for rows.
      if runs[place + 2] < 0x10000 {
        for offset in 0..<runs[place + 1] {
          note(runs[place + 2] + offset, linearBytes(runs[place] + offset), prefersLast)
        }
      }
      place += 3
    }
  }

  /// Four bytes for a character beyond the rows; 0 for none.
  func bytesInRuns(_ code: UInt32) -> UInt32 {
    var place = reading.pointee.runs.count - 3
    while place >= 0 {
      let first = reading.pointee.runs[place + 2]
      if code >= first && code - first < reading.pointee.runs[place + 1] {
        return linearBytes(reading.pointee.runs[place] + code - first)
      }
      place -= 3
    }
    return 0
  }
}

private func linearBytes(_ number: UInt32) -> UInt32 {
  let (first, second) = (0x81 + number / 12600, 0x30 + number / 1260 % 10)
  return first << 24 | second << 16 | (0x81 + number / 10 % 126) << 8 | (0x30 + number % 10)
}

private func makeWritingTables(_ reading: UnsafeMutablePointer<ReadingTables>) -> UnsafeMutablePointer<WritingTables>? {
  guard let index = calloc(WritingTables.planes, 2) else { return nil }
  guard let block = malloc(MemoryLayout<WritingTables>.size) else {
    free(index)
    return nil
  }
  var made = WritingTables(index: index.assumingMemoryBound(to: UInt16.self), reading: reading)
  _ = made.rows.grow(256)
  let flags: UInt32 = reading.pointee.rest.map { UInt32($0[0]) } ?? 2
  made.dropsTags = flags & 2 != 0
  if reading.pointee.charset >= 0, let words = reading.pointee.tree.list.words {
    let cell = ByteTree.cell(words, reading.pointee.root, 0)
    if cell <= Cell.last { made.zero = cell }
  }
  made.countsUnknown = flags & 4 != 0
  if made.rows.isComplete {
    made.turn(reading.pointee.root, 0, flags & 1 != 0)
    if reading.pointee.otherRoot != 0 { made.turn(reading.pointee.otherRoot, 0, flags & 1 != 0) }
    made.turnRuns(flags & 1 != 0)
  }
  if let rest = reading.pointee.rest {
    made.readDifferences(rest + 1)
  } else if var written = glibc_compat_charset_written(reading.pointee.charset) {
    while written[0] != 0 {
      made.set(written[0] >> 8, written[0] & 0xff)
      written += 1
    }
  }
  let tables = block.bindMemory(to: WritingTables.self, capacity: 1)
  tables.initialize(to: made)
  if made.rows.isComplete { return tables }
  release(tables)
  return nil
}

private func release(_ tables: UnsafeMutablePointer<WritingTables>) {
  free(tables.pointee.index)
  tables.pointee.rows.release()
  free(tables)
}

/// The tables for writing the encoding with this number; nil without memory.
func writingTables(_ number: EncodingNumber) -> UnsafeMutablePointer<WritingTables>? {
  guard let slot = number.slot(forWriting: true) else { return nil }
  if let known = glibc_compat_read_slot(slot) { return known.assumingMemoryBound(to: WritingTables.self) }
  guard let reading = readingTables(number), let made = makeWritingTables(reading),
    let winner = glibc_compat_fill_slot(slot, made)
  else { return nil }
  if winner != UnsafeMutableRawPointer(made) { release(made) }
  return winner.assumingMemoryBound(to: WritingTables.self)
}
