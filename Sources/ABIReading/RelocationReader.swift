import ABIComparison
import CElfutils

/// Counts relocations by type, and notes for each symbol how it is referred to.
struct RelocationReader {
  let file: ElfFile
  let dynamic: DynamicSection
  let symbols: SymbolTable

  /// The types that matter, per machine: psABI numbers.
  private struct Types {
    var jumpSlot: UInt32
    var copy: UInt32
    var indirect: UInt32
    var tlsOffset: Set<UInt32>
    var relative: UInt32
  }

  private static func types(_ machine: Machine) -> Types? {
    switch machine.number {
    case 62: Types(jumpSlot: 7, copy: 5, indirect: 37, tlsOffset: [18], relative: 8)
    case 3: Types(jumpSlot: 7, copy: 5, indirect: 42, tlsOffset: [14, 37], relative: 8)
    case 183: Types(jumpSlot: 1026, copy: 1024, indirect: 1032, tlsOffset: [1030], relative: 1027)
    case 40: Types(jumpSlot: 22, copy: 20, indirect: 160, tlsOffset: [19], relative: 23)
    case 243: Types(jumpSlot: 5, copy: 4, indirect: 58, tlsOffset: [10, 11], relative: 3)
    case 22: Types(jumpSlot: 11, copy: 9, indirect: 61, tlsOffset: [56], relative: 12)
    case 21: Types(jumpSlot: 21, copy: 19, indirect: 248, tlsOffset: [73], relative: 22)
    case 20: Types(jumpSlot: 21, copy: 19, indirect: 248, tlsOffset: [73], relative: 22)
    case 8: Types(jumpSlot: 127, copy: 126, indirect: 128, tlsOffset: [47, 48], relative: machine.is64 ? 4611 : 3)
    case 4: Types(jumpSlot: 21, copy: 19, indirect: .max, tlsOffset: [42], relative: 22)
    case 258: Types(jumpSlot: 5, copy: 4, indirect: 12, tlsOffset: [10, 11], relative: 3)
    default: nil
    }
  }

  func read(into contents: inout ElfObject.Contents) {
    guard let types = Self.types(file.machine) else {
      contents.notRead.append("relocations: not known for \(file.machine)")
      return
    }
    var summary = RelocationSummary()
    let withAddend = dynamic[DT_PLTREL] == UInt64(DT_RELA) || dynamic[DT_PLTREL] == nil
    let tables: [(address: Int32, size: Int32, addend: Bool, isCall: Bool)] = [
      (DT_RELA, DT_RELASZ, true, false), (DT_REL, DT_RELSZ, false, false), (DT_JMPREL, DT_PLTRELSZ, withAddend, true),
    ]
    for table in tables {
      guard let address = dynamic[table.address], let size = dynamic[table.size], size > 0 else { continue }
      guard let bytes = file.bytes(atAddress: address, count: size) else {
        contents.notRead.append("relocations: the table is past the end of the file")
        continue
      }
      read(bytes, addend: table.addend, isCall: table.isCall, types, &summary)
    }
    if summary.total >= ElfReader.maximumRelocations {
      contents.notRead.append("relocations after the first \(ElfReader.maximumRelocations)")
    }
    contents.relocations = summary
  }

  private func read(_ bytes: ByteView, addend: Bool, isCall: Bool, _ types: Types, _ summary: inout RelocationSummary) {
    let is64 = file.machine.is64
    let entry = is64 ? (addend ? 24 : 16) : (addend ? 12 : 8)
    // Linkers sort them by type: each run of one type is counted before it goes into the dictionary.
    var (run, length): (UInt32, Int) = (types.relative, 0)
    var offset = 0
    while offset <= bytes.count - entry, summary.total < ElfReader.maximumRelocations {
      let info = (is64 ? bytes.u64(offset + 8) : bytes.u32(offset + 4).map(UInt64.init)) ?? 0
      var type = is64 ? UInt32(truncatingIfNeeded: info) : UInt32(info & 0xff)
      var symbol = is64 ? UInt32(truncatingIfNeeded: info >> 32) : UInt32(info >> 8)
      if is64, file.machine.number == 8 {
        // mips64 does up to three things in a row: the types are bytes, the first of them the lowest here. In
        // little-endian files the symbol stands first, then the types with the first one last.
        if file.machine.isBigEndian {
          type &= 0xFFFFFF
        } else {
          symbol = UInt32(truncatingIfNeeded: info)
          type = UInt32(truncatingIfNeeded: info.byteSwapped & 0xFFFFFF)
        }
      }
      offset += entry
      summary.total += 1
      if type != run {
        if length > 0 { summary.types[run, default: 0] += length }
        (run, length) = (type, 0)
      }
      length += 1
      if type != types.relative { note(type, symbol, isCall, types, &summary) }
    }
    if length > 0 { summary.types[run, default: 0] += length }
  }

  private func note(
    _ type: UInt32, _ symbol: UInt32, _ isCall: Bool, _ types: Types, _ summary: inout RelocationSummary
  ) {
    if type == types.indirect {
      summary.hasIRelative = true
    } else if type == types.copy {
      summary.copies.insert(symbol)
    } else if types.tlsOffset.contains(type) {
      // A library that names its own or another's thread-local by a fixed offset.
      summary.staticTLS.insert(symbol)
    } else if isCall || type == types.jumpSlot {
      summary.calls.insert(symbol)
    } else if symbol != 0 {
      summary.data.insert(symbol)
    }
  }
}
