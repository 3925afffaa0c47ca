import CElfutils

/// One entry (DIE) of the debug information. Every read is bounded: damaged information may point anywhere, backwards
/// too.
struct DwarfEntry {
  private(set) var die: Dwarf_Die
  let tag: Int

  /// More steps from a type to what it stands for than any compiler writes: a circle.
  static let maximumSteps = 64

  init(_ die: Dwarf_Die) {
    self.die = die
    tag = Int(dwarf_tag(&self.die))
  }

  /// The same bytes have the same address, whichever way they were reached.
  var identity: UnsafeMutableRawPointer? { die.addr }

  var offset: UInt64 {
    var die = die
    return dwarf_dieoffset(&die)
  }

  var name: String? {
    var die = die
    return dwarf_diename(&die).map { String(cString: $0) }
  }

  func has(_ attribute: Int) -> Bool {
    var die = die
    return dwarf_hasattr(&die, UInt32(attribute)) == 1
  }

  var isDeclaration: Bool { has(DW_AT_declaration) }

  /// A constant, signed or not; nil for an expression or a reference.
  func number(_ name: Int) -> UInt64? {
    var die = die
    var attribute = Dwarf_Attribute()
    guard dwarf_attr_integrate(&die, UInt32(name), &attribute) != nil else { return nil }
    var value: Dwarf_Word = 0
    return dwarf_formudata(&attribute, &value) == 0 ? value : nil
  }

  /// An array's bound. One or two bytes are without a sign (255 is the last of 256); all ones in more bytes are -1, the
  /// last of none.
  func bound(_ name: Int) -> Int64? {
    var die = die
    var attribute = Dwarf_Attribute()
    guard dwarf_attr_integrate(&die, UInt32(name), &attribute) != nil else { return nil }
    switch Int(dwarf_whatform(&attribute)) {
    case DW_FORM_data1, DW_FORM_data2, DW_FORM_udata:
      var value: Dwarf_Word = 0
      return dwarf_formudata(&attribute, &value) == 0 ? Int64(bitPattern: value) : nil
    default: return signedNumber(name)
    }
  }

  /// As a signed constant.
  func signedNumber(_ name: Int) -> Int64? {
    var die = die
    var attribute = Dwarf_Attribute()
    guard dwarf_attr_integrate(&die, UInt32(name), &attribute) != nil else { return nil }
    var value: Dwarf_Sword = 0
    return dwarf_formsdata(&attribute, &value) == 0 ? value : nil
  }

  func reference(_ name: Int) -> DwarfEntry? {
    var die = die
    var attribute = Dwarf_Attribute()
    var result = Dwarf_Die()
    guard dwarf_attr_integrate(&die, UInt32(name), &attribute) != nil,
      dwarf_formref_die(&attribute, &result) != nil
    else { return nil }
    return DwarfEntry(result)
  }

  func string(_ name: Int) -> String? {
    var die = die
    var attribute = Dwarf_Attribute()
    guard dwarf_attr_integrate(&die, UInt32(name), &attribute) != nil else { return nil }
    return dwarf_formstring(&attribute).map { String(cString: $0) }
  }

  /// The type that a reference names by its signature, where libdw does not find the unit that holds it.
  func signature(_ name: Int) -> UInt64? {
    var die = die
    var attribute = Dwarf_Attribute()
    guard dwarf_attr_integrate(&die, UInt32(name), &attribute) != nil,
      Int(dwarf_whatform(&attribute)) == DW_FORM_ref_sig8, let bytes = attribute.valp
    else { return nil }
    return UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
  }

  /// The value of an expression that only adds a constant: how DWARF 2 writes a member's place.
  func addedConstant(_ name: Int) -> UInt64? {
    var die = die
    var attribute = Dwarf_Attribute()
    var expression: UnsafeMutablePointer<Dwarf_Op>?
    var count = 0
    guard dwarf_attr_integrate(&die, UInt32(name), &attribute) != nil,
      dwarf_getlocation(&attribute, &expression, &count) == 0, count == 1, let operation = expression?.pointee,
      Int(operation.atom) == DW_OP_plus_uconst
    else { return nil }
    return operation.number
  }

  /// Calls `body` for each child until it returns false.
  func children(_ body: (DwarfEntry) -> Bool) {
    var die = die
    var child = Dwarf_Die()
    guard dwarf_child(&die, &child) == 0 else { return }
    while body(DwarfEntry(child)) {
      var sibling = Dwarf_Die()
      // Damaged sibling references may lead back: only forward counts.
      guard dwarf_siblingof(&child, &sibling) == 0, dwarf_dieoffset(&sibling) > dwarf_dieoffset(&child) else { return }
      child = sibling
    }
  }
}

extension DwarfEntry {
  var isStructure: Bool {
    tag == DW_TAG_structure_type || tag == DW_TAG_class_type || tag == DW_TAG_union_type
      || tag == DW_TAG_interface_type
  }

  /// What the entry only names or qualifies: `typedef`, `const`, `_Atomic` and the like.
  var isTransparent: Bool {
    switch tag {
    case DW_TAG_typedef, DW_TAG_const_type, DW_TAG_volatile_type, DW_TAG_restrict_type, DW_TAG_atomic_type,
      DW_TAG_immutable_type, DW_TAG_packed_type, DW_TAG_shared_type, DW_TAG_template_alias:
      true
    default: false
    }
  }

  /// Whether the entry's name is a type's that a program can write.
  var isNamedType: Bool {
    isStructure || tag == DW_TAG_typedef || tag == DW_TAG_enumeration_type || tag == DW_TAG_base_type
      || tag == DW_TAG_template_alias
  }

  var isArray: Bool { tag == DW_TAG_array_type }

  var isPointer: Bool {
    tag == DW_TAG_pointer_type || tag == DW_TAG_reference_type || tag == DW_TAG_rvalue_reference_type
  }
}
