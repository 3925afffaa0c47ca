import ABIComparison

/// musl's version: the only constant of its libc that ends like 1.2.3.
enum MuslVersion {
  /// Nil where there is none. What stands before it need not be another string: on i386 it is a number.
  static func find(in file: ElfFile) -> String? {
    // Among what is read only; on powerpc it stands among what the loader writes first.
    let segments = file.segments.filter { $0.type == 1 }.sorted { $0.flags & 0b010 < $1.flags & 0b010 }
    for segment in segments {
      guard let bytes = file.bytes(at: segment.offset, count: min(segment.fileSize, 4 << 20))?.bytes else { continue }
      var start = 0
      for (index, byte) in bytes.enumerated() where !isPart(byte) {
        defer { start = index + 1 }
        guard byte == 0, (5...9).contains(index - start), bytes[start] == UInt8(ascii: "1") else { continue }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        if GlibcVersion(text)?.numbers.count == 3 { return text }
      }
    }
    return nil
  }

  private static func isPart(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || byte == 0x2E }
}
