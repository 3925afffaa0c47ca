// <iconv.h>: how the description of an encoding of several bytes is read. tools/make-multibyte-table writes it.
import CGlibcABI
import CMusl

/// Bytes and numbers, one after the other.
struct SetReader {
  var at: UnsafePointer<UInt8>

  mutating func byte() -> UInt32 {
    let value = UInt32(at[0])
    at += 1
    return value
  }

  /// Seven bits a byte, the lowest first; the last one has no high bit.
  mutating func number() -> UInt32 {
    var value: UInt32 = 0
    var shift: UInt32 = 0
    while true {
      let next = byte()
      value |= (next & 0x7f) << shift
      if next < 0x80 { return value }
      shift &+= 7
    }
  }
}

/// Words that grow.
struct WordList {
  private(set) var words: UnsafeMutablePointer<UInt32>?
  private(set) var count = 0
  private var room = 0
  private(set) var isComplete = true

  init() {}

  /// The place of `more` new words, which are 0; 0 without memory.
  mutating func grow(_ more: Int) -> Int {
    if count + more > room {
      let wanted = (count + more) * 2
      guard let block = realloc(words, wanted * 4) else {
        isComplete = false
        return 0
      }
      words = block.assumingMemoryBound(to: UInt32.self)
      room = wanted
    }
    guard let words else { return 0 }
    let place = count
    for index in place..<(place + more) { words[index] = 0 }
    count += more
    return place
  }

  subscript(_ index: Int) -> UInt32 {
    get { words.unsafelyUnwrapped[index] }
    nonmutating set { words.unsafelyUnwrapped[index] = newValue }
  }

  func release() { free(words) }
}

/// What a byte stands for within a tree: a character, or one of these, which are no codes.
enum Cell {
  static let child: UInt32 = 0x8000_0000  // the place of a node
  static let invalid: UInt32 = 0x4000_0000  // the bytes that //IGNORE leaves out
  static let pair: UInt32 = 0x2000_0000  // the place of two characters
  static let held: UInt32 = 0x1000_0000  // a character that may become another with the next one
  static let linear: UInt32 = 0x0800_0000  // the second byte of four that are a number
  static let value: UInt32 = 0x07ff_ffff
  static let last: UInt32 = 0x10ffff
  /// In place of a number of bytes: they are U+FFFD with //IGNORE.
  static let replaced: UInt32 = 7
  /// Beside the number of bytes: what is left out is counted, and no error at the end.
  static let counted: UInt32 = 8
}

/// A tree of bytes. A node is a word with its lowest byte, the number of its cells and the error of all others, then
/// the cells.
struct ByteTree {
  var list = WordList()

  init() {}

  @inline(__always)
  static func cell(_ words: UnsafePointer<UInt32>, _ node: UInt32, _ byte: UInt8) -> UInt32 {
    let head = words[Int(node)]
    let index = UInt32(byte) &- (head & 0xff)
    return index < (head >> 8) & 0x1ff ? words[Int(node &+ 1 &+ index)] : Cell.invalid | head >> 20
  }

  /// Reads a node with all that is below it; its place.
  mutating func read(_ reader: inout SetReader) -> UInt32 {
    let low = reader.byte()
    let count = reader.byte() &- low &+ 1
    let skip = reader.byte()
    let node = list.grow(Int(count) + 1)
    guard list.isComplete else { return 0 }
    list[node] = low | count << 8 | skip << 20
    var index = node + 1
    let end = index + Int(count)
    while index < end && list.isComplete { readPart(&reader, &index) }
    return UInt32(node)
  }

  /// The only node of an encoding of one byte a character; its place.
  mutating func read(_ characters: UnsafePointer<UInt16>, _ isASCII: Bool) -> UInt32 {
    let node = list.grow(257)
    guard list.isComplete else { return 0 }
    list[node] = 256 << 8 | 1 << 20
    for byte in 0..<256 {
      let code = isASCII ? (byte < 0x80 ? UInt16(byte) : characters[byte - 0x80]) : characters[byte]
      list[node + 1 + byte] = code == 0xffff ? Cell.invalid | 1 : UInt32(code)
    }
    return UInt32(node)
  }

  private mutating func readPart(_ reader: inout SetReader, _ index: inout Int) {
    let head = reader.byte()
    let count = Int(head >> 3 == 0 ? reader.number() : head >> 3)
    let end = index + count
    switch head & 7 {
    case 0, 1:
      let skip = head & 7 == 0 ? 1 : reader.byte()
      while index < end { set(&index, Cell.invalid | skip) }
    case 2:
      var from = glibc_compat_multibyte_narrow + Int(reader.number())
      while index < end {
        set(&index, UInt32(from[0]))
        from += 1
      }
    case 3:
      var from = glibc_compat_multibyte_wide + Int(reader.number()) * 3
      while index < end {
        set(&index, UInt32(from[0]) | UInt32(from[1]) << 8 | UInt32(from[2]) << 16)
        from += 3
      }
    case 4:
      var code = reader.number()
      while index < end {
        set(&index, code)
        code &+= 1
      }
    case 5:
      while index < end && list.isComplete {
        let child = read(&reader)
        set(&index, Cell.child | child)
      }
    case 6:
      while index < end {
        let place = list.grow(2)
        guard list.isComplete else { return }
        list[place] = reader.number()
        list[place + 1] = reader.number()
        set(&index, Cell.pair | UInt32(place))
      }
    default:
      let isHeld = reader.byte() == 0
      // What //IGNORE leaves out: for the third byte, for the fourth, for all four.
      let skips = isHeld ? 0 : reader.byte() | reader.byte() << 4 | reader.byte() << 8
      while index < end { set(&index, isHeld ? Cell.held | reader.number() : Cell.linear | skips) }
    }
  }

  private mutating func set(_ index: inout Int, _ cell: UInt32) {
    if list.isComplete { list[index] = cell }
    index += 1
  }
}
