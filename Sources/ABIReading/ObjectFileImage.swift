import ABIComparison
import CElfutils
import Glibc

/// The debug sections of an object file as a linker would leave them.
///
/// Until a file is linked, references between its debug sections are relocations, all of them of the simplest kind: a
/// word that is the sum of a symbol and an addend. libdw knows them for some machines only.
enum ObjectFileImage {
  /// The psABI's numbers for an absolute 32-bit and 64-bit word.
  private static func words(_ machine: UInt16) -> (narrow: Set<UInt32>, wide: Set<UInt32>) {
    switch machine {
    case 62: ([10, 11], [1])  // x86_64
    case 183: ([258], [257])  // aarch64
    case 40: ([2], [])  // arm
    case 22: ([4], [22])  // s390
    case 21: ([1], [38])  // powerpc64
    case 8: ([2], [18])  // mips
    case 2, 18, 43: ([3, 23], [32, 54])  // sparc
    case 3, 4, 15, 20, 42, 92: ([1], [])  // 32-bit x86, m68k, parisc, powerpc, sh, openrisc
    default: ([1], [2])  // riscv, loongarch, alpha
    }
  }

  /// - Returns: nil where the file has no debug sections.
  static func make(_ file: ElfFile) -> MemoryImage? {
    var sections: [(name: String, bytes: [UInt8])] = []
    var places: [Int: (section: Int, start: Int)] = [:]
    var strings = 0
    guard elf_getshdrstrndx(file.elf, &strings) == 0 else { return nil }
    for (index, section) in all(file).enumerated() {
      var header = GElf_Shdr()
      guard gelf_getshdr(section, &header) != nil, let name = elf_strptr(file.elf, strings, Int(header.sh_name)),
        header.sh_type != UInt32(SHT_NOBITS)
      else { continue }
      var text = String(cString: name)
      if text.hasPrefix(".zdebug_") {
        text = "." + text.dropFirst(2)
        _ = elf_compress_gnu(section, 0, 0)
      } else if header.sh_flags & UInt64(SHF_COMPRESSED) != 0 {
        _ = elf_compress(section, 0, 0)
      }
      guard text.hasPrefix(".debug_") else { continue }
      guard let data = elf_rawdata(section, nil), let start = data.pointee.d_buf, data.pointee.d_size > 0 else {
        continue
      }
      let bytes = UnsafeRawBufferPointer(start: start, count: data.pointee.d_size)
      // A type's own unit has a section of its own, with a name that others have too.
      if let same = sections.firstIndex(where: { $0.name == text }) {
        places[index + 1] = (same, sections[same].bytes.count)
        sections[same].bytes += bytes
      } else {
        places[index + 1] = (sections.count, 0)
        sections.append((text, Array(bytes)))
      }
    }
    for section in all(file) { relocate(section, of: file, &sections, places) }
    return sections.isEmpty ? nil : MemoryImage(like: file, sections: sections)
  }

  private static func all(_ file: ElfFile) -> [OpaquePointer] {
    var list: [OpaquePointer] = []
    var section: OpaquePointer?
    while let next = elf_nextscn(file.elf, section), list.count < 1 << 20 {
      section = next
      list.append(next)
    }
    return list
  }

  private static func relocate(
    _ section: OpaquePointer, of file: ElfFile, _ sections: inout [(name: String, bytes: [UInt8])],
    _ places: [Int: (section: Int, start: Int)]
  ) {
    var header = GElf_Shdr()
    guard gelf_getshdr(section, &header) != nil,
      header.sh_type == UInt32(SHT_RELA) || header.sh_type == UInt32(SHT_REL), header.sh_entsize > 0,
      let place = places[Int(header.sh_info)], let data = elf_getdata(section, nil),
      let symbolSection = elf_getscn(file.elf, Int(header.sh_link)), let symbols = elf_getdata(symbolSection, nil)
    else { return }
    let (narrow, wide) = words(file.machine.number)
    let hasAddends = header.sh_type == UInt32(SHT_RELA)
    let count = min(UInt64(data.pointee.d_size), header.sh_size) / header.sh_entsize
    for index in 0..<Int32(truncatingIfNeeded: min(count, UInt64(Int32.max))) {
      var entry = GElf_Rela()
      if hasAddends {
        guard gelf_getrela(data, index, &entry) != nil else { return }
      } else {
        var plain = GElf_Rel()
        guard gelf_getrel(data, index, &plain) != nil else { return }
        (entry.r_offset, entry.r_info) = (plain.r_offset, plain.r_info)
      }
      let (symbol, type) = parts(entry.r_info, file.machine)
      let width = narrow.contains(type) ? 4 : wide.contains(type) ? 8 : 0
      var target = GElf_Sym()
      guard width > 0, gelf_getsym(symbols, Int32(truncatingIfNeeded: symbol), &target) != nil else { continue }
      // A section symbol's value is 0; in a section that was joined to another, what it names has moved.
      let moved = places[Int(target.st_shndx)]?.start ?? 0
      // sh has both: the addend stands in the section, and that of the entry is 0.
      add(
        target.st_value &+ UInt64(moved) &+ UInt64(bitPattern: entry.r_addend), width, at: entry.r_offset,
        keeping: !hasAddends || file.machine.number == 42, place.start, &sections[place.section].bytes,
        file.machine.isBigEndian)
    }
  }

  /// libelf gives 64-bit `r_info` as symbol and type; mips64 has five fields in it, in an order of its own when
  /// little-endian.
  private static func parts(_ info: UInt64, _ machine: Machine) -> (symbol: UInt64, type: UInt32) {
    guard machine.number == 8, machine.is64 else { return (info >> 32, UInt32(truncatingIfNeeded: info)) }
    return machine.isBigEndian
      ? (info >> 32, UInt32(info & 255)) : (info & 0xffff_ffff, UInt32(truncatingIfNeeded: info >> 56))
  }

  private static func add(
    _ value: UInt64, _ width: Int, at offset: UInt64, keeping: Bool, _ start: Int, _ bytes: inout [UInt8],
    _ isBigEndian: Bool
  ) {
    guard offset <= UInt64(bytes.count), start + Int(offset) + width <= bytes.count else { return }
    let first = start + Int(offset)
    var sum = value
    if keeping {
      var old: UInt64 = 0
      for index in 0..<width { old = old << 8 | UInt64(bytes[first + (isBigEndian ? index : width - 1 - index)]) }
      sum = sum &+ old
    }
    for index in 0..<width {
      bytes[first + (isBigEndian ? width - 1 - index : index)] = UInt8(truncatingIfNeeded: sum >> (8 * UInt64(index)))
    }
  }
}
