import ABIComparison
import Glibc

/// ELF notes: build-id, processor level, and the list of libraries that a file says it opens.
enum Notes {
  private static let buildID: UInt32 = 3
  private static let property: UInt32 = 5
  private static let dlopen: UInt32 = 0x407c_0c0a
  private static let isaNeeded: UInt32 = 0xc000_8002

  static func read(_ bytes: ByteView, alignment: UInt64, is64: Bool, into contents: inout ElfObject.Contents) {
    let step = alignment == 8 ? 8 : 4
    var offset = 0
    while let nameSize = bytes.u32(offset), let size = bytes.u32(offset + 4), let type = bytes.u32(offset + 8) {
      guard nameSize <= 1 << 16, size <= 1 << 20 else { return }
      let nameStart = offset + 12
      let start = aligned(nameStart + Int(nameSize), step)
      guard let name = bytes.slice(nameStart, Int(nameSize)), let value = bytes.slice(start, Int(size)) else { return }
      let owner = name.bytes.prefix { $0 != 0 }
      if owner.elementsEqual("GNU".utf8) {
        if type == buildID { contents.buildID = hex(value.bytes) }
        if type == property { readProperties(value, is64: is64, into: &contents) }
      } else if owner.elementsEqual("FDO".utf8), type == dlopen {
        contents.dlopenNotes += sonames(in: String(decoding: value.bytes, as: UTF8.self))
      }
      offset = aligned(start + Int(size), step)
    }
  }

  private static func aligned(_ offset: Int, _ step: Int) -> Int { (offset + step - 1) / step * step }

  private static func readProperties(_ bytes: ByteView, is64: Bool, into contents: inout ElfObject.Contents) {
    var offset = 0
    while let type = bytes.u32(offset), let size = bytes.u32(offset + 4), size <= 1 << 16 {
      if type == isaNeeded, let value = bytes.u32(offset + 8) { contents.isaNeeded |= value }
      offset = aligned(offset + 8 + Int(size), is64 ? 8 : 4)
    }
  }

  /// The quoted names that look like libraries in the note's JSON: [{"soname":["libfoo.so.1"], …}].
  private static func sonames(in json: String) -> [String] {
    json.split(separator: "\"").map(String.init).filter { $0.hasPrefix("lib") && $0.includes(".so") }
  }

  static func hex(_ bytes: UnsafeRawBufferPointer) -> String {
    var text = ""
    for byte in bytes {
      text += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
    return text
  }
}

/// Strings like libfoo.so.1 among a file's constants: what it may open later. A sign, not a proof.
enum LibraryStrings {
  private static let limit = 64

  static func find(in file: ElfFile) -> [String] {
    var found: Set<String> = []
    for segment in file.segments where segment.type == 1 && segment.flags & 0b011 == 0 {
      guard let bytes = file.bytes(at: segment.offset, count: min(segment.fileSize, 16 << 20))?.bytes else { continue }
      collect(bytes, into: &found)
      if found.count >= limit { break }
    }
    return found.sorted()
  }

  /// Each ".so" between two NULs whose string begins with "lib".
  private static func collect(_ bytes: UnsafeRawBufferPointer, into found: inout Set<String>) {
    guard let base = bytes.baseAddress else { return }
    var place = 0
    while found.count < limit, let hit = memchr(base + place, 0x2E, bytes.count - place) {
      let middle = UnsafeRawPointer(hit) - base
      place = middle + 1
      guard middle + 3 < bytes.count, bytes[middle + 1] == 0x73, bytes[middle + 2] == 0x6F else { continue }
      var start = middle
      while start > 0, bytes[start - 1] != 0, middle - start < 80 { start -= 1 }
      // A segment may begin with the string.
      guard start == 0 || bytes[start - 1] == 0,
        bytes[start] == 0x6C, bytes[start + 1] == 0x69, bytes[start + 2] == 0x62,
        let end = memchr(hit, 0, min(80, bytes.count - middle)).map({ UnsafeRawPointer($0) - base }),
        (8..<80).contains(end - start)
      else { continue }
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      // The name may go on: the one of "libgtk.socket.so.1" comes after what only begins like it.
      guard isVersion(text.utf8.dropFirst(middle + 3 - start)) else { continue }
      if !text.utf8.contains(where: { [0x25, 0x2F, 0x20].contains($0) }) { found.insert(text) }
      place = end
    }
  }

  /// What may follow ".so": parts that begin with a digit. Generated stubs name their sources "libX11.so.6.init.c".
  private static func isVersion(_ rest: Substring.UTF8View) -> Bool {
    rest.split(separator: 0x2E, omittingEmptySubsequences: false).enumerated().allSatisfy { index, part in
      index == 0 ? part.isEmpty : part.first.map { (0x30...0x39).contains($0) } ?? false
    }
  }
}
