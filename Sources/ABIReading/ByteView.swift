/// Bytes of a file with the file's byte order and word size. Every read is checked; past the end there is nothing, not
/// a crash.
struct ByteView {
  let bytes: UnsafeRawBufferPointer
  let isBigEndian: Bool

  var count: Int { bytes.count }

  func integer<T: FixedWidthInteger>(_ type: T.Type, at offset: Int) -> T? {
    guard offset >= 0, offset <= bytes.count - MemoryLayout<T>.size else { return nil }
    let raw = bytes.loadUnaligned(fromByteOffset: offset, as: T.self)
    return isBigEndian ? raw.bigEndian : raw.littleEndian
  }

  func u16(_ offset: Int) -> UInt16? { integer(UInt16.self, at: offset) }
  func u32(_ offset: Int) -> UInt32? { integer(UInt32.self, at: offset) }
  func u64(_ offset: Int) -> UInt64? { integer(UInt64.self, at: offset) }

  /// An address-sized word.
  func word(_ offset: Int, is64: Bool) -> UInt64? {
    is64 ? u64(offset) : u32(offset).map(UInt64.init)
  }

  /// The length of the C string at an offset, nil where it does not end inside.
  func stringLength(at offset: Int) -> Int? {
    guard offset >= 0, offset < bytes.count else { return nil }
    var end = offset
    while end < bytes.count {
      if bytes[end] == 0 { return end - offset }
      end += 1
    }
    return nil
  }

  func string(at offset: Int) -> String? {
    stringLength(at: offset).map { String(decoding: bytes[offset..<offset + $0], as: UTF8.self) }
  }

  func slice(_ offset: Int, _ length: Int) -> ByteView? {
    guard offset >= 0, length >= 0, offset <= bytes.count, length <= bytes.count - offset else { return nil }
    return ByteView(bytes: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length]), isBigEndian: isBigEndian)
  }
}
