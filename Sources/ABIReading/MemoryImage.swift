import ABIComparison
import CElfutils
import Glibc

/// An ELF file in memory, made of sections only: what libelf and libdw need to read a part of another file as if it
/// stood alone.
final class MemoryImage {
  let elf: OpaquePointer
  private let bytes: UnsafeMutableRawBufferPointer

  /// - Parameter like: the file whose machine, word size and byte order the image has.
  init?(like file: ElfFile, sections: [(name: String, bytes: [UInt8])]) {
    var writer = Writer(isBigEndian: file.machine.isBigEndian, is64: file.machine.is64)
    let image = writer.file(machine: file.machine.number, sections: sections)
    bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: image.count, alignment: 16)
    bytes.copyBytes(from: image)
    guard let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
      let elf = elf_memory(start, bytes.count)
    else {
      bytes.deallocate()
      return nil
    }
    self.elf = elf
  }

  deinit {
    elf_end(elf)
    bytes.deallocate()
  }

  /// Writes numbers in the file's byte order.
  private struct Writer {
    let isBigEndian: Bool
    let is64: Bool
    private var output: [UInt8] = []

    init(isBigEndian: Bool, is64: Bool) {
      self.isBigEndian = isBigEndian
      self.is64 = is64
    }

    private mutating func put<T: FixedWidthInteger>(_ value: T) {
      withUnsafeBytes(of: isBigEndian ? value.bigEndian : value.littleEndian) { output.append(contentsOf: $0) }
    }

    private mutating func word(_ value: Int) {
      if is64 { put(UInt64(value)) } else { put(UInt32(truncatingIfNeeded: value)) }
    }

    /// Header, section contents, section table: the empty first section, those given, and their names.
    mutating func file(machine: UInt16, sections: [(name: String, bytes: [UInt8])]) -> [UInt8] {
      var names: [UInt8] = [0]
      var places: [(name: Int, offset: Int, size: Int, type: UInt32)] = []
      let headerSize = is64 ? 64 : 52
      var contents: [UInt8] = []
      for (name, bytes) in sections {
        places.append((names.count, headerSize + contents.count, bytes.count, UInt32(SHT_PROGBITS)))
        names += Array(name.utf8) + [0]
        contents += bytes
      }
      let own = names.count
      names += Array(".shstrtab".utf8) + [0]
      places.append((own, headerSize + contents.count, names.count, UInt32(SHT_STRTAB)))
      contents += names
      while contents.count % 8 != headerSize % 8 { contents.append(0) }
      header(machine, table: headerSize + contents.count, size: headerSize, sections: places.count + 1)
      output += contents
      section(0, 0, 0, UInt32(SHT_NULL))
      for place in places { section(place.name, place.offset, place.size, place.type) }
      return output
    }

    private mutating func header(_ machine: UInt16, table: Int, size: Int, sections: Int) {
      output += [0x7f, 0x45, 0x4c, 0x46, is64 ? 2 : 1, isBigEndian ? 2 : 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]
      // Not ET_REL: there is nothing to relocate in it.
      put(UInt16(ET_EXEC))
      put(machine)
      put(UInt32(1))
      word(0)
      word(0)
      word(table)
      put(UInt32(0))
      put(UInt16(size))
      put(UInt16(0))
      put(UInt16(0))
      put(UInt16(is64 ? 64 : 40))
      put(UInt16(sections))
      put(UInt16(sections - 1))
    }

    private mutating func section(_ name: Int, _ offset: Int, _ size: Int, _ type: UInt32) {
      put(UInt32(name))
      put(type)
      word(0)
      word(0)
      word(offset)
      word(size)
      put(UInt32(0))
      put(UInt32(0))
      word(1)
      word(0)
    }
  }
}
