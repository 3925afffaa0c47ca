// <iconv.h>: the tables of an encoding, made when it is first asked for and kept.
import CGlibcABI
import CMusl

/// What the bytes are.
struct ReadingTables {
  /// The node for the first byte, in the first state and in the second.
  var root: UInt32 = 0, otherRoot: UInt32 = 0
  /// The 256 cells of the first state's node, one after the other.
  var lead: UInt32 = 0
  var tree = ByteTree()
  /// Runs of four bytes that are a number: its first one, their count, the first character.
  var runs = WordList()
  /// A character, the one behind it, what both become (twice, plus 1 if that may become another again).
  var compositions = WordList()
  /// Two characters that are written as one, and its bytes.
  var writtenPairs = WordList()
  /// The characters that wait for the next one when they are written.
  var waiting = WordList()
  /// Where those are, and where the second characters of compositions are: nothing outside takes part.
  var waitingRange = CodeRange(), secondRange = CodeRange()
  /// The encoding, if it is one of one byte a character; -1 otherwise.
  var charset: Int32 = -1
  /// Where the description goes on with what is written; nil where that is what is read.
  var rest: UnsafePointer<UInt8>?
}

/// All codes from the lowest to the highest; at first none.
struct CodeRange {
  var low: UInt32 = 0x7fff_ffff
  var high: UInt32 = 0

  @inline(__always)
  func contains(_ code: UInt32) -> Bool { code >= low && code <= high }

  mutating func add(_ code: UInt32) {
    low = min(low, code)
    high = max(high, code)
  }
}

extension ReadingTables {
  fileprivate mutating func measure() {
    for index in 0..<waiting.count { waitingRange.add(waiting[index]) }
    var place = 1
    while place < compositions.count {
      secondRange.add(compositions[place])
      place += 3
    }
  }

  fileprivate mutating func spreadRoot() {
    guard tree.list.isComplete else { return }
    let place = tree.list.grow(256)
    guard tree.list.isComplete, let words = tree.list.words else { return }
    lead = UInt32(place)
    for byte in 0..<256 { words[place + byte] = ByteTree.cell(words, root, UInt8(byte)) }
  }
}

private func readTriples(_ reader: inout SetReader, _ list: inout WordList, _ pairOfBytes: Bool) {
  var left = reader.number()
  while left > 0 && list.isComplete {
    let place = list.grow(3)
    guard list.isComplete else { return }
    list[place] = reader.number()
    list[place + 1] = reader.number()
    if pairOfBytes {
      let high = reader.byte()
      list[place + 2] = high << 8 | reader.byte()
    } else {
      list[place + 2] = reader.number()
    }
    left -= 1
  }
}

private func readRuns(_ reader: inout SetReader, _ tables: inout ReadingTables) {
  readTriples(&reader, &tables.runs, false)
  // Each start is written as the distance from the end before.
  var end: UInt32 = 0
  var place = 0
  while place < tables.runs.count {
    tables.runs[place] += end
    end = tables.runs[place] + tables.runs[place + 1]
    place += 3
  }
}

private func makeReadingTables(_ number: EncodingNumber) -> UnsafeMutablePointer<ReadingTables>? {
  guard let block = malloc(MemoryLayout<ReadingTables>.size) else { return nil }
  let tables = block.bindMemory(to: ReadingTables.self, capacity: 1)
  var made = ReadingTables()
  // No node is at 0.
  _ = made.tree.list.grow(1)
  if number.isOneByte {
    var isASCII: Int32 = 0
    made.charset = number.index
    if let characters = glibc_compat_charset(number.index, &isASCII) {
      made.root = made.tree.read(characters, isASCII != 0)
    }
  } else {
    readDescription(number.index, &made)
  }
  made.spreadRoot()
  made.measure()
  tables.initialize(to: made)
  if made.tree.list.isComplete && made.runs.isComplete && made.compositions.isComplete && made.writtenPairs.isComplete
    && made.waiting.isComplete
  {
    return tables
  }
  release(tables)
  return nil
}

private func readDescription(_ number: Int32, _ made: inout ReadingTables) {
  guard let stream = glibc_compat_multibyte_stream(number) else { return }
  var reader = SetReader(at: stream)
  let states = reader.byte()
  made.root = made.tree.read(&reader)
  if states == 2 { made.otherRoot = made.tree.read(&reader) }
  // Where memory ran out the reader stands somewhere in the middle: what comes next is no count.
  guard made.tree.list.isComplete else { return }
  if reader.byte() != 0 { readRuns(&reader, &made) }
  guard made.runs.isComplete else { return }
  readTriples(&reader, &made.compositions, false)
  guard made.compositions.isComplete else { return }
  readTriples(&reader, &made.writtenPairs, true)
  guard made.writtenPairs.isComplete else { return }
  var left = reader.number()
  while left > 0 && made.waiting.isComplete {
    let place = made.waiting.grow(1)
    if made.waiting.isComplete { made.waiting[place] = reader.number() }
    left -= 1
  }
  made.rest = reader.at
}

private func release(_ tables: UnsafeMutablePointer<ReadingTables>) {
  tables.pointee.tree.list.release()
  tables.pointee.runs.release()
  tables.pointee.compositions.release()
  tables.pointee.writtenPairs.release()
  tables.pointee.waiting.release()
  free(tables)
}

/// The tables for reading the encoding with this number; nil without memory.
func readingTables(_ number: EncodingNumber) -> UnsafeMutablePointer<ReadingTables>? {
  guard let slot = number.slot(forWriting: false) else { return nil }
  if let known = glibc_compat_read_slot(slot) { return known.assumingMemoryBound(to: ReadingTables.self) }
  guard let made = makeReadingTables(number), let winner = glibc_compat_fill_slot(slot, made) else { return nil }
  if winner != UnsafeMutableRawPointer(made) { release(made) }
  return winner.assumingMemoryBound(to: ReadingTables.self)
}
