import ABIComparison
import CElfutils

/// Reads how types lie in memory from DWARF 2 to 5.
public final class LayoutReader {
  private let debug: DebugFile
  private var found: [String: TypeLayout] = [:]
  private static let maximumDepth = 6
  private static let maximumMembers = 4096
  /// More entries than libc, libstdc++ and a browser have together.
  private static let maximumEntries = 60_000_000

  public var debugPath: String { debug.file.path }

  public init(path: String, debugFolders: [String]) throws(DebugInfoError) {
    debug = try DebugFile(path: path, debugFolders: debugFolders)
  }

  /// The layouts of the named types, in one walk. A name is `ucontext_t` or `struct sched_param`.
  public func layouts(_ names: [String]) -> [String: TypeLayout] {
    var wanted: [String: [String]] = [:]
    for name in names where found[name] == nil { wanted[Self.bare(name), default: []].append(name) }
    for dwarf in [debug.dwarf, debug.alternate].compactMap(\.self) where !wanted.isEmpty {
      walk(dwarf) { die in
        guard let name = dwarf_diename(&die).map({ String(cString: $0) }), let asked = wanted[name] else {
          return !wanted.isEmpty
        }
        for full in asked where found[full] == nil && Self.fits(full, Int(dwarf_tag(&die))) {
          guard let layout = layout(of: die, named: full) else { continue }
          found[full] = layout
        }
        if asked.allSatisfy({ found[$0] != nil }) { wanted[name] = nil }
        return !wanted.isEmpty
      }
    }
    return found.filter { names.contains($0.key) }
  }

  private static func bare(_ name: String) -> String {
    let words = name.split(separator: " ")
    return words.last.map(String.init) ?? name
  }

  private static func fits(_ name: String, _ tag: Int) -> Bool {
    if name.hasPrefix("struct ") { return tag == DW_TAG_structure_type || tag == DW_TAG_class_type }
    if name.hasPrefix("union ") { return tag == DW_TAG_union_type }
    return [DW_TAG_structure_type, DW_TAG_class_type, DW_TAG_union_type, DW_TAG_typedef, DW_TAG_base_type].contains(tag)
  }

  /// Calls `body` for each top entry of each unit until it returns false.
  private func walk(_ dwarf: OpaquePointer, _ body: (inout Dwarf_Die) -> Bool) {
    var cu: OpaquePointer?
    var unitDie = Dwarf_Die()
    var unitType: UInt8 = 0
    var version: Dwarf_Half = 0
    var entries = 0
    while true {
      var next: OpaquePointer?
      var die = Dwarf_Die()
      guard dwarf_get_units(dwarf, cu, &next, &version, &unitType, &unitDie, &die) == 0, next != nil else { return }
      cu = next
      var child = Dwarf_Die()
      guard dwarf_child(&unitDie, &child) == 0 else { continue }
      while true {
        entries += 1
        guard entries < Self.maximumEntries, body(&child) else { return }
        var sibling = Dwarf_Die()
        // Damaged sibling references may lead back: only forward counts.
        guard dwarf_siblingof(&child, &sibling) == 0, dwarf_dieoffset(&sibling) > dwarf_dieoffset(&child) else { break }
        child = sibling
      }
    }
  }

  private func layout(of die: Dwarf_Die, named name: String) -> TypeLayout? {
    guard let type = peeled(die) else { return nil }
    var members: [MemberLayout] = []
    guard let size = size(of: type), !isDeclaration(type) else { return nil }
    collect(type, at: 0, path: "", depth: 0, into: &members)
    return TypeLayout(name: name, size: size, alignment: alignment(of: type, depth: 0), members: members)
  }

  /// Without typedefs and qualifiers.
  private func peeled(_ die: Dwarf_Die) -> Dwarf_Die? {
    var die = die
    var result = Dwarf_Die()
    return dwarf_peel_type(&die, &result) == 0 ? result : nil
  }

  private func isDeclaration(_ die: Dwarf_Die) -> Bool {
    var die = die
    return dwarf_hasattr(&die, UInt32(DW_AT_declaration)) == 1
  }

  private func size(of die: Dwarf_Die) -> UInt64? {
    var die = die
    var size: Dwarf_Word = 0
    return dwarf_aggregate_size(&die, &size) == 0 ? size : nil
  }

  private func type(of die: Dwarf_Die) -> Dwarf_Die? {
    var die = die
    var attribute = Dwarf_Attribute()
    var result = Dwarf_Die()
    guard dwarf_attr_integrate(&die, UInt32(DW_AT_type), &attribute) != nil,
      dwarf_formref_die(&attribute, &result) != nil
    else { return nil }
    return result
  }

  private func number(_ die: Dwarf_Die, _ name: Int) -> UInt64? {
    var die = die
    var attribute = Dwarf_Attribute()
    var value: Dwarf_Word = 0
    guard dwarf_attr_integrate(&die, UInt32(name), &attribute) != nil, dwarf_formudata(&attribute, &value) == 0 else {
      return nil
    }
    return value
  }

  private func children(of die: Dwarf_Die, _ body: (Dwarf_Die) -> Void) {
    var die = die
    var child = Dwarf_Die()
    guard dwarf_child(&die, &child) == 0 else { return }
    for _ in 0..<Self.maximumMembers {
      body(child)
      var sibling = Dwarf_Die()
      guard dwarf_siblingof(&child, &sibling) == 0, dwarf_dieoffset(&sibling) > dwarf_dieoffset(&child) else { return }
      child = sibling
    }
  }

  /// All members with their nested ones; an anonymous one gives its members to the structure around it.
  private func collect(_ die: Dwarf_Die, at base: UInt64, path: String, depth: Int, into members: inout [MemberLayout])
  {
    guard depth < Self.maximumDepth, members.count < Self.maximumMembers else { return }
    children(of: die) { child in
      var child = child
      guard Int(dwarf_tag(&child)) == DW_TAG_member, let type = self.type(of: child) else { return }
      let name = dwarf_diename(&child).map { String(cString: $0) }
      let size = number(child, DW_AT_byte_size) ?? self.size(of: type) ?? 0
      let bits = number(child, DW_AT_bit_size) ?? size &* 8
      let offset = base &+ self.offset(of: child, storage: size, bits: bits)
      let inner = peeled(type)
      if let name {
        let full = path.isEmpty ? name : path + "." + name
        members.append(MemberLayout(path: full, bitOffset: offset, bitSize: bits, type: typeName(type)))
        if let inner { collect(inner, at: offset, path: full, depth: depth + 1, into: &members) }
      } else if let inner {
        collect(inner, at: offset, path: path, depth: depth + 1, into: &members)
      }
    }
  }

  /// In bits. DWARF 4 and 5 count bit fields from the start; 2 and 3 from the top of their storage unit.
  private func offset(of member: Dwarf_Die, storage: UInt64, bits: UInt64) -> UInt64 {
    if let offset = number(member, DW_AT_data_bit_offset) { return offset }
    let bytes = (number(member, DW_AT_data_member_location) ?? locationExpression(member)) &* 8
    guard let fromTop = number(member, DW_AT_bit_offset) else { return bytes }
    return debug.machine.isBigEndian ? bytes &+ fromTop : bytes &+ storage &* 8 &- fromTop &- bits
  }

  /// DWARF 2 writes the place as an expression that adds it: DW_OP_plus_uconst.
  private func locationExpression(_ member: Dwarf_Die) -> UInt64 {
    var member = member
    var attribute = Dwarf_Attribute()
    var expression: UnsafeMutablePointer<Dwarf_Op>?
    var count = 0
    guard dwarf_attr_integrate(&member, UInt32(DW_AT_data_member_location), &attribute) != nil,
      dwarf_getlocation(&attribute, &expression, &count) == 0, count == 1, let operation = expression?.pointee,
      Int(operation.atom) == DW_OP_plus_uconst
    else { return 0 }
    return operation.number
  }

  private func typeName(_ die: Dwarf_Die) -> String {
    var die = die
    return dwarf_diename(&die).map { String(cString: $0) } ?? "(without a name)"
  }

  /// DW_AT_alignment where it is written, else by the psABI: the largest of the members', a base type's own size.
  private func alignment(of die: Dwarf_Die, depth: Int) -> UInt64 {
    guard depth < 16, var type = peeled(die) else { return 1 }
    let written = number(type, DW_AT_alignment) ?? 1
    switch Int(dwarf_tag(&type)) {
    case DW_TAG_structure_type, DW_TAG_class_type, DW_TAG_union_type:
      var largest: UInt64 = written
      children(of: type) { child in
        var child = child
        let tag = Int(dwarf_tag(&child))
        guard tag == DW_TAG_member || tag == DW_TAG_inheritance, let inner = self.type(of: child) else { return }
        largest = max(largest, number(child, DW_AT_alignment) ?? 1, alignment(of: inner, depth: depth + 1))
      }
      return largest
    case DW_TAG_array_type:
      return max(written, self.type(of: type).map { alignment(of: $0, depth: depth + 1) } ?? 1)
    default:
      let size = size(of: type) ?? 1
      let limit: UInt64 = debug.machine.is64 ? 16 : debug.machine.number == 3 ? 4 : 8
      return max(written, size == 0 || size & (size - 1) != 0 ? 1 : min(size, limit))
    }
  }
}
