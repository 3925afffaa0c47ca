import CElfutils
import CSystem
import Glibc

/// The build-id of the running program, as the kernel mapped it.
enum OwnBuildID {
  static let bytes: [UInt8]? = {
    var count = 0
    guard let table = abi_check_program_headers(&count) else { return nil }
    #if _pointerBitWidth(_64)
      let headers = table.assumingMemoryBound(to: Elf64_Phdr.self)
    #else
      let headers = table.assumingMemoryBound(to: Elf32_Phdr.self)
    #endif
    let all = UnsafeBufferPointer(start: headers, count: count)
    // The table says where it should be itself: the difference is where the program is.
    guard let own = all.first(where: { $0.p_type == PT_PHDR }) else { return nil }
    let base = Int(bitPattern: headers) - Int(own.p_vaddr)
    for header in all where header.p_type == PT_NOTE {
      guard let start = UnsafeRawPointer(bitPattern: base + Int(header.p_vaddr)) else { continue }
      let notes = UnsafeRawBufferPointer(start: start, count: Int(header.p_memsz))
      if let found = buildID(in: notes, step: header.p_align == 8 ? 8 : 4) { return found }
    }
    return nil
  }()

  private static func buildID(in notes: UnsafeRawBufferPointer, step: Int) -> [UInt8]? {
    var offset = 0
    func aligned(_ value: Int) -> Int { (value + step - 1) / step * step }
    while offset + 12 <= notes.count {
      func word(_ place: Int) -> Int { Int(notes.loadUnaligned(fromByteOffset: offset + place, as: UInt32.self)) }
      let name = offset + 12, value = aligned(name + word(0)), end = value + word(4)
      guard end <= notes.count else { return nil }
      if word(8) == Int(NT_GNU_BUILD_ID), notes[name...].starts(with: Array("GNU\0".utf8)), end > value {
        return Array(notes[value..<end])
      }
      offset = aligned(end)
    }
    return nil
  }
}
