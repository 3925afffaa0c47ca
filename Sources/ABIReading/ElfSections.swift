import ABIComparison
import CElfutils

extension ElfFile {
  /// The contents of the sections whose name is wanted, decompressed; of several with one name the last.
  func sections(_ isWanted: (String) -> Bool) -> [String: ByteView] {
    var result: [String: ByteView] = [:]
    var strings = 0
    guard elf_getshdrstrndx(elf, &strings) == 0 else { return [:] }
    var section: OpaquePointer?
    while let next = elf_nextscn(elf, section) {
      section = next
      var header = GElf_Shdr()
      guard gelf_getshdr(next, &header) != nil, header.sh_type != UInt32(SHT_NOBITS),
        let name = elf_strptr(elf, strings, Int(header.sh_name)).map({ String(cString: $0) }), isWanted(name)
      else { continue }
      if header.sh_flags & UInt64(SHF_COMPRESSED) != 0 { _ = elf_compress(next, 0, 0) }
      guard let data = elf_rawdata(next, nil), let start = data.pointee.d_buf, data.pointee.d_size > 0 else { continue }
      result[name] = ByteView(
        bytes: UnsafeRawBufferPointer(start: start, count: data.pointee.d_size), isBigEndian: machine.isBigEndian)
    }
    return result
  }

  func section(_ name: String) -> ByteView? { sections { $0 == name }[name] }
}
