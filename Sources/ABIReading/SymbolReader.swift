import ABIComparison
import CElfutils
import Glibc

/// The dynamic symbols with their versions.
struct SymbolReader {
  let file: ElfFile
  let dynamic: DynamicSection
  let strings: ByteView

  private static let versym: UInt64 = 0x6fff_fff0
  private static let verdef: UInt64 = 0x6fff_fffc
  private static let verneed: UInt64 = 0x6fff_fffe
  private static let gnuHash: UInt64 = 0x6fff_fef5
  private static let mipsSymbolCount: UInt64 = 0x7000_0011

  func read(into contents: inout ElfObject.Contents) throws(ReadError) {
    var versions: [SymbolVersion?] = []
    readNeeds(&versions, &contents)
    readDefinitions(&versions, &contents)
    guard let address = dynamic[DT_SYMTAB], let place = file.place(of: address) else { return }
    let entry = file.machine.is64 ? 24 : 16
    var count = try symbolCount(available: place.available / UInt64(entry))
    if count > ElfReader.maximumSymbols {
      contents.notRead.append("symbols after the first \(ElfReader.maximumSymbols)")
      count = ElfReader.maximumSymbols
    }
    guard let table = file.bytes(at: place.offset, count: UInt64(count * entry)) else {
      throw .truncated(what: "symbol table", offset: place.offset, size: file.size)
    }
    let versym = dynamic[Self.versym].flatMap { file.bytes(atAddress: $0, count: UInt64(count * 2)) }
    var symbols: [Symbol] = []
    symbols.reserveCapacity(count)
    for index in 0..<count {
      symbols.append(symbol(table, at: index * entry, version: versym?.u16(index * 2) ?? 1))
    }
    contents.symbols = SymbolTable(strings: Array(strings.bytes), symbols: symbols, versions: versions)
  }

  private func symbol(_ table: ByteView, at offset: Int, version: UInt16) -> Symbol {
    let is64 = file.machine.is64
    let name = table.u32(offset) ?? 0
    let info = table.integer(UInt8.self, at: offset + (is64 ? 4 : 12)) ?? 0
    let other = table.integer(UInt8.self, at: offset + (is64 ? 5 : 13)) ?? 0
    let section = table.u16(offset + (is64 ? 6 : 14)) ?? 0
    let value = (is64 ? table.u64(offset + 8) : table.u32(offset + 4).map(UInt64.init)) ?? 0
    let size = (is64 ? table.u64(offset + 16) : table.u32(offset + 8).map(UInt64.init)) ?? 0
    let (length, hash) = nameLengthAndHash(Int(name))
    return Symbol(
      nameOffset: name, nameLength: UInt32(length), hash: hash, value: value, size: size,
      versionIndex: version & 0x7fff,
      isHidden: version & 0x8000 != 0, binding: .init(rawValue: info >> 4) ?? .other,
      kind: .init(rawValue: info & 15) ?? .other, isDefined: section != 0,
      isPrivate: other & 3 == UInt8(STV_HIDDEN) || other & 3 == UInt8(STV_INTERNAL))
  }

  /// A name that does not end inside the table counts as empty.
  private func nameLengthAndHash(_ offset: Int) -> (Int, UInt32) {
    guard offset >= 0, offset < strings.count, let base = strings.bytes.baseAddress,
      let zero = memchr(base + offset, 0, strings.count - offset)
    else { return (0, 5381) }
    let name = UnsafeRawBufferPointer(start: base + offset, count: UnsafeRawPointer(zero) - (base + offset))
    return (name.count, SymbolTable.hash(ofName: name))
  }

  /// How many symbols there are: DT_HASH says it, DT_GNU_HASH is walked to the last chain's end. Never more than fit.
  private func symbolCount(available: UInt64) throws(ReadError) -> Int {
    let room = Int(min(available, UInt64(Int32.max)))
    // alpha and s390x have 8-byte words in DT_HASH.
    if let address = dynamic[DT_HASH], let table = file.bytes(atAddress: address) {
      let wide = [22, 36902].contains(file.machine.number) && file.machine.is64
      guard let chains = wide ? table.u64(8) : table.u32(4).map(UInt64.init) else {
        throw .damaged("hash table of \(table.count) bytes")
      }
      if chains <= UInt64(room) { return Int(chains) }
      throw .damaged("the hash table speaks of \(grouped(chains)) symbols, there is room for \(grouped(UInt64(room)))")
    }
    // Beside its own form of the newer hash table, mips says the number itself.
    if file.machine.number == 8, let count = dynamic[Self.mipsSymbolCount] {
      if count <= UInt64(room) { return Int(count) }
      throw .damaged("DT_MIPS_SYMTABNO says \(grouped(count)) symbols, there is room for \(grouped(UInt64(room)))")
    }
    guard let address = dynamic[Self.gnuHash], let table = file.bytes(atAddress: address) else { return 0 }
    guard let buckets = table.u32(0), let first = table.u32(4), let bloom = table.u32(8) else {
      throw .damaged("hash table of \(table.count) bytes")
    }
    let word = file.machine.is64 ? 8 : 4
    let start = 16 + Int(bloom) * word
    let chainStart = start + Int(buckets) * 4
    guard chainStart <= table.count else { throw .damaged("hash table is past its segment's end") }
    var last = 0
    for bucket in 0..<Int(buckets) {
      last = max(last, Int(table.u32(start + bucket * 4) ?? 0))
    }
    // Without definitions the table holds nothing and does not say how many undefined symbols stand before them.
    guard last >= Int(first) else { return min(max(Int(first), countBySections(), countByStrings()), room) }
    while let chain = table.u32(chainStart + (last - Int(first)) * 4) {
      last += 1
      if chain & 1 == 1 { return min(last, room) }
    }
    throw .damaged("a chain of the hash table does not end")
  }

  /// The number that the section table gives, where there is one that speaks of this symbol table.
  private func countBySections() -> Int {
    guard let address = dynamic[DT_SYMTAB], let place = file.place(of: address) else { return 0 }
    var section: OpaquePointer?
    while let next = elf_nextscn(file.elf, section) {
      section = next
      var header = GElf_Shdr()
      guard gelf_getshdr(next, &header) != nil, header.sh_type == UInt32(SHT_DYNSYM), header.sh_entsize > 0,
        header.sh_offset == place.offset
      else { continue }
      return Int(clamping: header.sh_size / header.sh_entsize)
    }
    return 0
  }

  /// Every linker writes the strings right after the symbols.
  private func countByStrings() -> Int {
    guard let symbols = dynamic[DT_SYMTAB], let strings = dynamic[DT_STRTAB], strings > symbols else { return 0 }
    let entry: UInt64 = file.machine.is64 ? 24 : 16
    return (strings - symbols) % entry == 0 ? Int(clamping: (strings - symbols) / entry) : 0
  }

  private func readNeeds(_ versions: inout [SymbolVersion?], _ contents: inout ElfObject.Contents) {
    guard let address = dynamic[Self.verneed], let table = file.bytes(atAddress: address) else { return }
    var offset = 0
    for _ in 0..<min(dynamic[Self.verneed + 1] ?? 0, 4096) {
      guard let count = table.u16(offset + 2), let name = table.u32(offset + 4), let aux = table.u32(offset + 8),
        let next = table.u32(offset + 12)
      else { return }
      let library = strings.string(at: Int(name)) ?? ""
      var item = offset + Int(aux)
      for _ in 0..<count {
        guard let flags = table.u16(item + 4), let index = table.u16(item + 6), let name = table.u32(item + 8),
          let following = table.u32(item + 12)
        else { return }
        let version = SymbolVersion(
          name: strings.string(at: Int(name)) ?? "", library: library, isWeak: flags & UInt16(VER_FLG_WEAK) != 0)
        contents.neededVersions.append(version)
        set(&versions, Int(index & 0x7fff), version)
        guard following != 0 else { break }
        item += Int(following)
      }
      guard next != 0 else { return }
      offset += Int(next)
    }
  }

  private func readDefinitions(_ versions: inout [SymbolVersion?], _ contents: inout ElfObject.Contents) {
    guard let address = dynamic[Self.verdef], let table = file.bytes(atAddress: address) else { return }
    var offset = 0
    for _ in 0..<min(dynamic[Self.verdef + 1] ?? 0, 32768) {
      guard let flags = table.u16(offset + 2), let index = table.u16(offset + 4), let aux = table.u32(offset + 12),
        let next = table.u32(offset + 16), let name = table.u32(offset + Int(aux))
      else { return }
      let text = strings.string(at: Int(name)) ?? ""
      // The base entry names the library itself, not a version of symbols.
      if flags & UInt16(VER_FLG_BASE) == 0 {
        contents.definedVersions.append(text)
        set(&versions, Int(index & 0x7fff), SymbolVersion(name: text, isWeak: flags & UInt16(VER_FLG_WEAK) != 0))
      }
      guard next != 0 else { return }
      offset += Int(next)
    }
  }

  private func set(_ versions: inout [SymbolVersion?], _ index: Int, _ version: SymbolVersion) {
    while versions.count <= index { versions.append(nil) }
    versions[index] = version
  }
}
