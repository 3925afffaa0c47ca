import ABIComparison
import CElfutils

/// A `.dwp` package: the split units of many `.dwo` files with an index of what belongs to which.
///
/// libdw before 0.191 does not read packages. Here each unit becomes a `.dwo` file in memory, which it does read.
final class DwarfPackage {
  private let file: ElfFile
  private let sections: [String: ByteView]
  private var units: [UInt64: Contributions] = [:]
  private var types: [UInt64: Contributions] = [:]
  private var openUnits: [UInt64: DwarfSource] = [:]
  private var openTypes: [UInt64: DwarfSource] = [:]

  /// More units than any program has.
  private static let maximumUnits = 1 << 20

  init?(_ file: ElfFile) {
    guard CompressedSections.areSafe(file.elf) else { return nil }
    self.file = file
    sections = file.sections { $0.hasSuffix(".dwo") || $0.hasSuffix("_index") }
    units = Self.index(sections[".debug_cu_index"])
    types = Self.index(sections[".debug_tu_index"])
    if units.isEmpty { return nil }
  }

  /// The unit that a skeleton with this identifier stands for.
  func unit(_ identifier: UInt64) -> DwarfSource? {
    if let known = openUnits[identifier] { return known }
    guard let parts = units[identifier], let source = source(parts) else { return nil }
    openUnits[identifier] = source
    return source
  }

  /// The type whose unit has this signature.
  func type(_ signature: UInt64) -> DwarfEntry? {
    guard let source = typeUnit(signature) else { return nil }
    var unit: OpaquePointer?
    var next: OpaquePointer?
    var kind: UInt8 = 0
    var type = Dwarf_Die()
    while dwarf_get_units(source.dwarf, unit, &next, nil, &kind, nil, &type) == 0, next != nil {
      if Int(kind) == DW_UT_type || Int(kind) == DW_UT_split_type, type.addr != nil { return DwarfEntry(type) }
      unit = next
    }
    return nil
  }

  /// Calls `body` with each type's own unit until it returns false.
  func typeUnits(_ body: (DwarfEntry) -> Bool) -> Bool {
    for signature in types.keys.sorted() {
      guard let source = typeUnit(signature) else { continue }
      guard source.units(body, skeleton: { _ in }) else { return false }
    }
    return true
  }

  private func typeUnit(_ signature: UInt64) -> DwarfSource? {
    if let known = openTypes[signature] { return known }
    guard let parts = types[signature], let source = source(parts) else { return nil }
    openTypes[signature] = source
    return source
  }

  private func source(_ parts: Contributions) -> DwarfSource? {
    guard let strings = sections[".debug_str.dwo"] else { return nil }
    var taken: [(name: String, bytes: [UInt8])] = []
    for (name, place) in parts.places where name != ".debug_str_offsets.dwo" {
      guard let bytes = sections[name]?.slice(Int(place.offset), Int(place.size)) else { continue }
      taken.append((name, Array(bytes.bytes)))
    }
    if let place = parts.places[".debug_str_offsets.dwo"],
      let offsets = sections[".debug_str_offsets.dwo"]?.slice(Int(place.offset), Int(place.size))
    {
      let unit = taken.first { $0.name == ".debug_info.dwo" }?.bytes ?? []
      let isVersion5 = Self.version(unit, offsets.isBigEndian) == 5
      let (text, rewritten) = Self.ownStrings(offsets, strings, headerSize: isVersion5 ? 8 : 0)
      taken += [(".debug_str.dwo", text), (".debug_str_offsets.dwo", rewritten)]
    }
    if !taken.contains(where: { $0.name == ".debug_info.dwo" }) { addEmptyUnit(to: &taken) }
    return MemoryImage(like: file, sections: taken).flatMap { DwarfSource($0) }
  }

  /// libdw finds the type units of DWARF 4 only after a unit in .debug_info.dwo: one of version 4 with nothing in it.
  private func addEmptyUnit(to taken: inout [(name: String, bytes: [UInt8])]) {
    guard let index = taken.firstIndex(where: { $0.name == ".debug_abbrev.dwo" }) else { return }
    let place = UInt32(truncatingIfNeeded: taken[index].bytes.count)
    taken[index].bytes += [1, UInt8(DW_TAG_compile_unit), 0, 0, 0, 0]
    let isBig = file.machine.isBigEndian
    var unit: [UInt8] = isBig ? [0, 0, 0, 8, 0, 4] : [8, 0, 0, 0, 4, 0]
    withUnsafeBytes(of: isBig ? place.bigEndian : place.littleEndian) { unit += $0 }
    taken.append((".debug_info.dwo", unit + [file.machine.is64 ? 8 : 4, 1]))
  }

  private static func version(_ unit: [UInt8], _ isBigEndian: Bool) -> Int {
    guard unit.count >= 6 else { return 0 }
    return isBigEndian ? Int(unit[4]) << 8 | Int(unit[5]) : Int(unit[5]) << 8 | Int(unit[4])
  }

  /// The strings that one unit uses, and its offsets into them: a copy of all strings for each unit would be quadratic.
  private static func ownStrings(_ offsets: ByteView, _ strings: ByteView, headerSize: Int) -> ([UInt8], [UInt8]) {
    var text: [UInt8] = [0]
    var rewritten = Array(offsets.bytes)
    var position = headerSize
    while let offset = offsets.u32(position) {
      var place: UInt32 = 0
      if let length = strings.stringLength(at: Int(offset)), text.count < Int(Int32.max) {
        place = UInt32(text.count)
        text += strings.bytes[Int(offset)...Int(offset) + length]
      }
      withUnsafeBytes(of: offsets.isBigEndian ? place.bigEndian : place.littleEndian) { bytes in
        for index in 0..<4 { rewritten[position + index] = bytes[index] }
      }
      position += 4
    }
    return (text, rewritten)
  }
}

// MARK: - The index

extension DwarfPackage {
  /// What of each section belongs to one unit.
  struct Contributions {
    var places: [String: (offset: UInt32, size: UInt32)] = [:]
  }

  /// The sections by the numbers that stand in the index, which DWARF 5 changed.
  private static func sectionName(_ number: UInt32, isVersion5: Bool) -> String? {
    switch number {
    case 1: ".debug_info.dwo"
    case 2: isVersion5 ? nil : ".debug_types.dwo"
    case 3: ".debug_abbrev.dwo"
    case 4: ".debug_line.dwo"
    case 6: ".debug_str_offsets.dwo"
    default: nil
    }
  }

  private static func index(_ bytes: ByteView?) -> [UInt64: Contributions] {
    guard let bytes, let columns = bytes.u32(4), let count = bytes.u32(8), let slots = bytes.u32(12) else { return [:] }
    let isVersion5 = bytes.u16(0) == 5
    guard isVersion5 || bytes.u32(0) == 2, columns > 0, columns <= 16, count <= maximumUnits, slots <= 4 * maximumUnits
    else { return [:] }
    let rows = 16 + Int(slots) * 8
    let names = rows + Int(slots) * 4
    let offsets = names + Int(columns) * 4
    let sizes = offsets + Int(columns) * 4 * Int(count)
    var result: [UInt64: Contributions] = [:]
    for slot in 0..<Int(slots) {
      guard let identifier = bytes.u64(16 + slot * 8), let row = bytes.u32(rows + slot * 4) else { break }
      guard row > 0, row <= count else { continue }
      var parts = Contributions()
      for column in 0..<Int(columns) {
        let cell = (Int(row - 1) * Int(columns) + column) * 4
        guard let number = bytes.u32(names + column * 4), let offset = bytes.u32(offsets + cell),
          let size = bytes.u32(sizes + cell), let name = sectionName(number, isVersion5: isVersion5)
        else { continue }
        parts.places[name] = (offset, size)
      }
      result[identifier] = parts
    }
    return result
  }
}
