import ABIComparison
import CElfutils
import Glibc

/// Finds mutexes in a file's data whose initial value is not that of a normal one: glibc's kind at byte 16, zeros
/// elsewhere.
struct MutexReader {
  let file: ElfFile
  private static let size = 40
  private static let kindOffset = 16
  /// More candidates than any program has mutexes: then the data is a table of something else.
  private static let maximum = 256
  private static let maximumEntries = 4_000_000

  /// What debug information says.
  private struct Proofs {
    var found: [UInt64: String] = [:]
    /// The last candidate: no mutex is in a variable behind it.
    var last: UInt64
    /// A type stands in a file that is not at hand.
    var isIncomplete = false
  }

  /// Debug information proves which candidates are mutexes; those that only a symbol names stay a guess, and the others
  /// are passed over.
  ///
  /// - Parameter dwarf: libdw's handle for the debug information, where it is not in the file.
  func read(into contents: inout ElfObject.Contents, dwarf: OpaquePointer? = nil) {
    guard file.machine == .x86_64 else { return }
    let candidates = self.candidates()
    guard !candidates.isEmpty, candidates.count <= Self.maximum else { return }
    var found: [UInt64: StaticMutex] = [:]
    for (address, name) in symbols(at: candidates) {
      found[address] = StaticMutex(kind: candidates[address] ?? .recursive, name: name, isProved: false)
    }
    let own = dwarf == nil ? DwarfSource(file) : nil
    if let dwarf = dwarf ?? own?.dwarf {
      let proofs = proved(candidates, dwarf)
      for (address, name) in proofs.found {
        found[address] = StaticMutex(kind: candidates[address] ?? .recursive, name: name, isProved: true)
      }
      contents.hasUnprovedMutexes = proofs.isIncomplete && proofs.found.count < candidates.count
    } else {
      contents.hasUnprovedMutexes = true
    }
    contents.staticMutexes = found.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Addresses in writable data with the bytes of an initialiser.
  private func candidates() -> [UInt64: StaticMutex.Kind] {
    var found: [UInt64: StaticMutex.Kind] = [:]
    for segment in file.segments where segment.type == UInt32(PT_LOAD) && segment.flags & UInt32(PF_W) != 0 {
      guard let bytes = file.bytes(at: segment.offset, count: min(segment.fileSize, 64 << 20))?.bytes else { continue }
      let size = bytes.count
      // Mutexes are aligned to 8; what follows the file's bytes in the segment is zero.
      var offset = Int((8 - segment.address % 8) % 8)
      while offset + Self.kindOffset + 4 <= size {
        defer { offset += 8 }
        guard bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) == 0,
          bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self) == 0,
          let kind = StaticMutex.Kind(
            rawValue: bytes.loadUnaligned(fromByteOffset: offset + Self.kindOffset, as: UInt32.self)),
          (offset + Self.kindOffset + 4..<min(offset + Self.size, size)).allSatisfy({ bytes[$0] == 0 })
        else { continue }
        found[segment.address + UInt64(offset)] = kind
        if found.count > Self.maximum { return found }
      }
    }
    return found
  }

  /// Variables of exactly a mutex's size, by the symbol table or, in a stripped file, the dynamic one.
  private func symbols(at candidates: [UInt64: StaticMutex.Kind]) -> [(UInt64, String)] {
    var found: [(UInt64, String)] = []
    var section: OpaquePointer?
    while let next = elf_nextscn(file.elf, section) {
      section = next
      var header = GElf_Shdr()
      guard gelf_getshdr(next, &header) != nil, header.sh_entsize > 0,
        header.sh_type == UInt32(SHT_SYMTAB) || header.sh_type == UInt32(SHT_DYNSYM), let data = elf_getdata(next, nil)
      else { continue }
      for index in 0..<Int32(clamping: min(header.sh_size / header.sh_entsize, UInt64(ElfReader.maximumSymbols))) {
        var symbol = GElf_Sym()
        guard gelf_getsym(data, index, &symbol) != nil else { break }
        guard symbol.st_size == UInt64(Self.size), symbol.st_info & 15 == UInt8(STT_OBJECT),
          candidates[symbol.st_value] != nil,
          let name = elf_strptr(file.elf, Int(header.sh_link), Int(symbol.st_name))
        else { continue }
        found.append((symbol.st_value, String(cString: name)))
      }
    }
    return found
  }

  // MARK: debug information

  private func proved(_ candidates: [UInt64: StaticMutex.Kind], _ dwarf: OpaquePointer) -> Proofs {
    var found = Proofs(last: candidates.keys.max() ?? 0)
    var entries = 0
    var unit: OpaquePointer?
    while true {
      var next: OpaquePointer?
      var unitDie = Dwarf_Die()
      var version: Dwarf_Half = 0
      var type: UInt8 = 0
      // Without the place for a split unit libdw does not look for one on disk.
      guard dwarf_get_units(dwarf, unit, &next, &version, &type, &unitDie, nil) == 0, next != nil else { return found }
      unit = next
      if Int(type) == DW_UT_skeleton { found.isIncomplete = true }
      walk(unitDie, depth: 0, &entries, candidates, &found)
      if entries > Self.maximumEntries { return found }
    }
  }

  /// Variables of the unit, its namespaces, functions and their blocks.
  private func walk(
    _ parent: Dwarf_Die, depth: Int, _ entries: inout Int, _ candidates: [UInt64: StaticMutex.Kind],
    _ found: inout Proofs
  ) {
    var parent = parent
    var child = Dwarf_Die()
    guard depth < 16, dwarf_child(&parent, &child) == 0 else { return }
    while true {
      entries += 1
      guard entries <= Self.maximumEntries else { return }
      switch Int(dwarf_tag(&child)) {
      case DW_TAG_variable:
        if let address = address(of: child), address <= found.last {
          guard let type = type(of: child) else {
            found.isIncomplete = true
            break
          }
          let name = dwarf_diename(&child).map { String(cString: $0) } ?? specification(of: child) ?? "a variable"
          collect(type, at: address, name: name, depth: 0, candidates, &found)
        }
      case DW_TAG_namespace, DW_TAG_subprogram, DW_TAG_lexical_block:
        walk(child, depth: depth + 1, &entries, candidates, &found)
      default: break
      }
      var sibling = Dwarf_Die()
      guard dwarf_siblingof(&child, &sibling) == 0, dwarf_dieoffset(&sibling) > dwarf_dieoffset(&child) else { return }
      child = sibling
    }
  }

  private func specification(of die: Dwarf_Die) -> String? {
    var die = die
    var attribute = Dwarf_Attribute()
    guard dwarf_attr_integrate(&die, UInt32(DW_AT_name), &attribute) != nil else { return nil }
    return dwarf_formstring(&attribute).map { String(cString: $0) }
  }

  /// A fixed address: DW_OP_addr and nothing else.
  private func address(of die: Dwarf_Die) -> UInt64? {
    var die = die
    var attribute = Dwarf_Attribute()
    var expression: UnsafeMutablePointer<Dwarf_Op>?
    var count = 0
    guard dwarf_attr(&die, UInt32(DW_AT_location), &attribute) != nil,
      dwarf_getlocation(&attribute, &expression, &count) == 0, count == 1, let operation = expression?.pointee,
      Int(operation.atom) == DW_OP_addr
    else { return nil }
    return operation.number
  }

  private func type(of die: Dwarf_Die) -> Dwarf_Die? {
    var die = die
    var attribute = Dwarf_Attribute()
    var result = Dwarf_Die()
    guard dwarf_attr_integrate(&die, UInt32(DW_AT_type), &attribute) != nil else { return nil }
    // libdw takes an offset in DWARF 5's supplementary file for one in the same file.
    let form = Int(dwarf_whatform(&attribute))
    guard form != DW_FORM_ref_sup4, form != DW_FORM_ref_sup8, dwarf_formref_die(&attribute, &result) != nil else {
      return nil
    }
    return result
  }

  /// The mutexes in an object of the type: itself, its members, the elements of an array.
  private func collect(
    _ type: Dwarf_Die, at address: UInt64, name: String, depth: Int, _ candidates: [UInt64: StaticMutex.Kind],
    _ found: inout Proofs
  ) {
    guard depth < 8, found.found.count < Self.maximum else { return }
    guard var inner = named(type, is: "pthread_mutex_t") else {
      found.isIncomplete = true
      return
    }
    switch Int(dwarf_tag(&inner)) {
    case DW_TAG_typedef:
      if candidates[address] != nil { found.found[address] = name }
    case DW_TAG_structure_type, DW_TAG_class_type:
      var member = Dwarf_Die()
      guard dwarf_child(&inner, &member) == 0 else { return }
      for _ in 0..<4096 {
        if Int(dwarf_tag(&member)) == DW_TAG_member {
          guard let type = self.type(of: member) else {
            found.isIncomplete = true
            return
          }
          var attribute = Dwarf_Attribute()
          var offset: Dwarf_Word = 0
          if dwarf_attr(&member, UInt32(DW_AT_data_member_location), &attribute) != nil {
            guard dwarf_formudata(&attribute, &offset) == 0 else { return }
          }
          let part = dwarf_diename(&member).map { "\(name).\(String(cString: $0))" } ?? name
          collect(type, at: address &+ offset, name: part, depth: depth + 1, candidates, &found)
        }
        var sibling = Dwarf_Die()
        guard dwarf_siblingof(&member, &sibling) == 0, dwarf_dieoffset(&sibling) > dwarf_dieoffset(&member) else {
          return
        }
        member = sibling
      }
    case DW_TAG_array_type:
      guard let element = self.type(of: inner) else {
        found.isIncomplete = true
        return
      }
      var whole: Dwarf_Word = 0
      var one: Dwarf_Word = 0
      var elementDie = element
      guard dwarf_aggregate_size(&inner, &whole) == 0, dwarf_aggregate_size(&elementDie, &one) == 0, one > 0 else {
        return
      }
      for index in 0..<min(whole / one, 1024) {
        collect(element, at: address &+ index &* one, name: "\(name)[\(index)]", depth: depth + 1, candidates, &found)
      }
    default: return
    }
  }

  /// The type without typedefs and qualifiers, but stopping at a typedef of that name.
  private func named(_ die: Dwarf_Die, is name: String) -> Dwarf_Die? {
    var die = die
    for _ in 0..<64 {
      switch Int(dwarf_tag(&die)) {
      case DW_TAG_typedef:
        if dwarf_diename(&die).map({ String(cString: $0) }) == name { return die }
      case DW_TAG_const_type, DW_TAG_volatile_type, DW_TAG_atomic_type: break
      default: return die
      }
      guard let next = type(of: die) else { return nil }
      die = next
    }
    return nil
  }
}
