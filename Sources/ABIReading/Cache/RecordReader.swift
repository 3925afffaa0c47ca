/// Bytes of a record that make no sense.
struct RecordError: Error {}

/// Reads what ``RecordWriter`` wrote. Every length is checked against what is left: the bytes are input like any other.
struct RecordReader {
  private var rest: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func bytes(_ count: Int) throws(RecordError) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= rest.count else { throw RecordError() }
    let taken = UnsafeRawBufferPointer(rebasing: rest[..<count])
    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    return taken
  }

  mutating func integer<T: FixedWidthInteger & UnsignedInteger>(_: T.Type = T.self) throws(RecordError) -> T {
    T(littleEndian: try bytes(MemoryLayout<T>.size).loadUnaligned(as: T.self))
  }

  mutating func flag() throws(RecordError) -> Bool {
    switch try integer(UInt8.self) {
    case 0: false
    case 1: true
    default: throw RecordError()
    }
  }

  /// The length of a list whose items take at least so many bytes each: a longer one cannot follow.
  mutating func length(each size: Int) throws(RecordError) -> Int {
    let count = Int(try integer(UInt32.self))
    guard count <= rest.count / size else { throw RecordError() }
    return count
  }

  mutating func text() throws(RecordError) -> String {
    let bytes = try bytes(length(each: 1))
    guard let text = String(validating: bytes, as: UTF8.self) else { throw RecordError() }
    return text
  }

  mutating func optional<T>(_ body: (inout RecordReader) throws(RecordError) -> T) throws(RecordError) -> T? {
    try flag() ? try body(&self) : nil
  }

  mutating func list<T>(
    each size: Int = 1, _ body: (inout RecordReader) throws(RecordError) -> T
  ) throws(RecordError) -> [T] {
    let count = try length(each: size)
    var items: [T] = []
    // An item may be larger here than there: room is made as items come.
    items.reserveCapacity(min(count, 1 << 16))
    for _ in 0..<count { items.append(try body(&self)) }
    return items
  }

  mutating func texts() throws(RecordError) -> [String] {
    try list(each: 4) { reader throws(RecordError) in try reader.text() }
  }
}
