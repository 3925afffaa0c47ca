import Testing

@testable import ABIReading

/// Where an address stands in a file whose segments share a page.
@Suite struct PlaceTests {
  /// The ELF header's fields: place, size, value.
  private static let header = [
    (16, 2, 3), (18, 2, 62), (20, 4, 1), (32, 8, 64), (52, 2, 64), (54, 2, 56), (56, 2, 2),
  ]

  /// Two loaded segments on the first page of memory, from different pages of the file.
  private func file() throws -> ElfFile {
    var bytes = [UInt8](repeating: 0, count: 0x3000)
    func put(_ value: UInt64, _ size: Int, at place: Int) {
      for index in 0..<size { bytes[place + index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * index)) }
    }
    bytes.replaceSubrange(0..<7, with: [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1])
    for (place, size, value) in Self.header {
      put(UInt64(value), size, at: place)
    }
    for (place, offset, address, size) in [(64, 0, 0, 0x200), (120, 0x2800, 0x800, 0x100)] {
      put(1, 4, at: place)
      put(4, 4, at: place + 4)
      put(UInt64(offset), 8, at: place + 8)
      put(UInt64(address), 8, at: place + 16)
      put(UInt64(size), 8, at: place + 32)
      put(UInt64(size), 8, at: place + 40)
    }
    let memory = MemberBytes(expected: bytes.count, limit: bytes.count)
    #expect(bytes.withUnsafeBytes { memory.append($0, at: 0) })
    return try ElfFile(memory: memory, path: "two")
  }

  @Test func theLaterOfTwoMappingsOfAPageCounts() throws {
    let file = try file()
    #expect(file.place(of: 0x100)?.offset == 0x100)
    #expect(file.place(of: 0x810)?.offset == 0x2810)
    #expect(file.place(of: 0x400)?.offset == 0x2400)
  }
}
