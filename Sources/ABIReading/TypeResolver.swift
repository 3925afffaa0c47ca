import ABIComparison
import CElfutils

/// Follows references between types: sizes, places, alignments and names of types of one file.
final class TypeResolver {
  let machine: Machine
  private let rules: AlignmentRules
  /// Finds the unit of a type by signature where libdw cannot.
  private let bySignature: (UInt64) -> DwarfEntry?
  private var alignments: [UnsafeMutableRawPointer: UInt64] = [:]

  init(machine: Machine, bySignature: @escaping (UInt64) -> DwarfEntry?) {
    self.machine = machine
    self.bySignature = bySignature
    rules = AlignmentRules(machine: machine)
  }

  private var word: UInt64 { machine.is64 ? 8 : 4 }

  func type(of entry: DwarfEntry) -> DwarfEntry? {
    if let type = entry.reference(DW_AT_type) { return defined(type) }
    return entry.signature(DW_AT_type).flatMap(bySignature)
  }

  /// A type that has a unit of its own is elsewhere only a stub with the unit's signature.
  private func defined(_ type: DwarfEntry) -> DwarfEntry {
    guard type.isStructure || type.tag == DW_TAG_enumeration_type, type.has(DW_AT_signature) else { return type }
    return type.reference(DW_AT_signature) ?? type.signature(DW_AT_signature).flatMap(bySignature) ?? type
  }

  /// Without typedefs and qualifiers; nil where they lead nowhere (`void`) or in a circle.
  func peeled(_ entry: DwarfEntry) -> DwarfEntry? {
    var entry = defined(entry)
    for _ in 0..<DwarfEntry.maximumSteps {
      guard entry.isTransparent else { return entry }
      guard let next = type(of: entry) else { return nil }
      entry = next
    }
    return nil
  }

  /// In bytes; nil where it is not known: a declaration, a flexible array.
  func size(of entry: DwarfEntry, depth: Int = 0) -> UInt64? {
    guard depth < DwarfEntry.maximumSteps, let type = peeled(entry) else { return nil }
    if let size = type.number(DW_AT_byte_size) { return size }
    if let bits = type.number(DW_AT_bit_size) { return (bits &+ 7) / 8 }
    switch type.tag {
    case _ where type.isPointer, DW_TAG_unspecified_type: return word
    case DW_TAG_ptr_to_member_type:
      // A pointer to a member function carries an adjustment of `this` as well.
      guard let target = self.type(of: type).flatMap(peeled) else { return word }
      return target.tag == DW_TAG_subroutine_type ? 2 * word : word
    case DW_TAG_enumeration_type: return self.type(of: type).flatMap { size(of: $0, depth: depth + 1) }
    case DW_TAG_array_type:
      guard let element = self.type(of: type), let stride = size(of: element, depth: depth + 1) else { return nil }
      var total = type.number(DW_AT_byte_stride) ?? stride
      for count in dimensions(of: type) {
        guard let count else { return nil }
        let (product, overflow) = total.multipliedReportingOverflow(by: count)
        guard !overflow else { return nil }
        total = product
      }
      return total
    default: return nil
    }
  }

  /// How many elements each dimension has, nil for one without an end.
  func dimensions(of array: DwarfEntry) -> [UInt64?] {
    var counts: [UInt64?] = []
    array.children { child in
      guard child.tag == DW_TAG_subrange_type, counts.count < DwarfEntry.maximumSteps else { return true }
      if let count = child.number(DW_AT_count) {
        counts.append(count)
      } else if let last = child.bound(DW_AT_upper_bound) {
        let count = last &- (child.bound(DW_AT_lower_bound) ?? 0) &+ 1
        counts.append(count < 0 ? nil : UInt64(count))
      } else {
        counts.append(nil)
      }
      return true
    }
    return counts.isEmpty ? [nil] : counts
  }

  /// DWARF 4 counts static members of a class as members; they have no place.
  func isStatic(_ member: DwarfEntry) -> Bool { member.has(DW_AT_external) || member.isDeclaration }

  /// In bits. DWARF 4 and 5 count bit fields from the start; 2 and 3 from the top of their storage unit. Nil: not
  /// constant.
  func bitOffset(of member: DwarfEntry, storage: UInt64, bits: UInt64) -> UInt64? {
    if let offset = member.number(DW_AT_data_bit_offset) { return offset }
    // Members of unions have none.
    guard member.has(DW_AT_data_member_location) else { return 0 }
    guard
      let start = member.number(DW_AT_data_member_location) ?? member.addedConstant(DW_AT_data_member_location)
    else { return nil }
    let bytes = start &* 8
    guard let fromTop = member.signedNumber(DW_AT_bit_offset) else { return bytes }
    let top = UInt64(bitPattern: fromTop)
    return machine.isBigEndian ? bytes &+ top : bytes &+ storage &* 8 &- top &- bits
  }
}

// MARK: - Names and kinds

extension TypeResolver {
  func kind(of type: DwarfEntry) -> MemberLayout.Kind {
    if type.isStructure || type.tag == DW_TAG_array_type { return .aggregate }
    if type.isPointer || type.tag == DW_TAG_ptr_to_member_type { return .pointer }
    if type.tag == DW_TAG_enumeration_type { return .integer }
    guard type.tag == DW_TAG_base_type else { return .other }
    switch Int(type.number(DW_AT_encoding) ?? 0) {
    case DW_ATE_float, DW_ATE_complex_float, DW_ATE_imaginary_float, DW_ATE_decimal_float: return .floating
    default: return .integer
    }
  }

  /// As a header would write it, near enough to be recognised: `char *[4]`.
  func name(of entry: DwarfEntry, depth: Int = 0) -> String {
    guard depth < 8 else { return "…" }
    let target = { self.type(of: entry).map { self.name(of: $0, depth: depth + 1) } ?? "void" }
    switch entry.tag {
    case DW_TAG_pointer_type: return target() + " *"
    case DW_TAG_reference_type: return target() + " &"
    case DW_TAG_rvalue_reference_type: return target() + " &&"
    case DW_TAG_const_type: return "const " + target()
    case DW_TAG_volatile_type: return "volatile " + target()
    case DW_TAG_atomic_type: return "_Atomic " + target()
    case DW_TAG_restrict_type: return target()
    case DW_TAG_array_type:
      return target() + dimensions(of: entry).map { "[\($0.map(String.init) ?? "")]" }.joined()
    case DW_TAG_subroutine_type: return "function"
    case DW_TAG_ptr_to_member_type: return target() + " member pointer"
    default:
      if let name = entry.name { return name }
      return entry.tag == DW_TAG_union_type ? "union {…}" : entry.isStructure ? "struct {…}" : "enum {…}"
    }
  }
}

// MARK: - Alignment

extension TypeResolver {
  /// DW_AT_alignment where it is written, else by the psABI: the largest of the members', a scalar's by its size.
  ///
  /// DWARF does not say that a structure is packed. A member at a place that its own alignment forbids proves it.
  func alignment(of entry: DwarfEntry, depth: Int = 0) -> UInt64 {
    guard depth < DwarfEntry.maximumSteps else { return 1 }
    if let identity = entry.identity, let known = alignments[identity] { return known }
    let result = max(defined(entry).number(DW_AT_alignment) ?? 1, derived(entry, depth))
    if let identity = entry.identity { alignments[identity] = result }
    return result
  }

  private func derived(_ entry: DwarfEntry, _ depth: Int) -> UInt64 {
    let entry = defined(entry)
    if entry.isTransparent {
      guard let next = type(of: entry) else { return 1 }
      let plain = alignment(of: next, depth: depth + 1)
      guard entry.tag == DW_TAG_atomic_type, let size = size(of: next) else { return plain }
      return rules.atomic(size: size, plain: plain)
    }
    if entry.isStructure { return structure(entry, depth) }
    switch entry.tag {
    case DW_TAG_array_type:
      if entry.has(DW_AT_GNU_vector) { return rules.vector(size: size(of: entry) ?? 1) }
      return type(of: entry).map { alignment(of: $0, depth: depth + 1) } ?? 1
    case DW_TAG_subroutine_type: return 1
    case DW_TAG_ptr_to_member_type: return rules.scalar(size: word)
    default:
      let size = size(of: entry) ?? 1
      let isComplex = entry.number(DW_AT_encoding).map(Int.init(truncatingIfNeeded:)) == DW_ATE_complex_float
      return isComplex ? rules.complex(size: size) : rules.scalar(size: size)
    }
  }

  private func structure(_ entry: DwarfEntry, _ depth: Int) -> UInt64 {
    var largest: UInt64 = 1
    var asked: UInt64 = 1
    var isPacked = false
    entry.children { child in
      let isMember = child.tag == DW_TAG_member && !isStatic(child)
      guard isMember || child.tag == DW_TAG_inheritance, let type = self.type(of: child) else { return true }
      let written = child.number(DW_AT_alignment) ?? 1
      let own = alignment(of: type, depth: depth + 1)
      (largest, asked) = (max(largest, own, written), max(asked, written))
      if isMember { isPacked = isPacked || isMisplaced(child, type, alignment: max(own, written)) }
      return true
    }
    let size = entry.number(DW_AT_byte_size) ?? 0
    return isPacked || size % largest != 0 ? asked : largest
  }

  /// A bit field may stand anywhere inside one unit of its type, but not across two, save on m68k.
  private func isMisplaced(_ member: DwarfEntry, _ type: DwarfEntry, alignment: UInt64) -> Bool {
    let storage = member.number(DW_AT_byte_size) ?? size(of: type) ?? 0
    let bits = member.number(DW_AT_bit_size)
    guard let offset = bitOffset(of: member, storage: storage, bits: bits ?? storage &* 8) else { return false }
    guard let bits else { return offset % (alignment &* 8) != 0 }
    let unit = (size(of: type) ?? 1) &* 8
    guard machine.number != 4, bits > 0, unit > 0, alignment &* 8 >= unit else { return false }
    return offset / unit != (offset &+ bits &- 1) / unit
  }
}
