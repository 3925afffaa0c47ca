import CElfutils

/// Walks over the types of a unit that have a name: at its top, in namespaces, and inside classes.
struct TypeWalk {
  /// The names that are asked for, to pass over the rest without making a string of it; nil takes all.
  private let names: Set<String>?
  private var entries = 0
  private var declared: [UInt64: String] = [:]

  /// More entries than libc, libstdc++ and a browser have together.
  private static let maximumEntries = 60_000_000
  private static let maximumDepth = 32

  init(names: Set<String>?) { self.names = names }

  /// Calls `body` with each type and its full name (`ns::Class`) until it returns false; says whether to go on with the
  /// next unit.
  mutating func walk(_ unit: DwarfEntry, _ body: (DwarfEntry, String) -> Bool) -> Bool {
    declared.removeAll(keepingCapacity: true)
    return scope(unit, "", 0, body)
  }

  private mutating func scope(
    _ scope: DwarfEntry, _ prefix: String, _ depth: Int, _ body: (DwarfEntry, String) -> Bool
  ) -> Bool {
    guard depth < Self.maximumDepth else { return true }
    var goesOn = true
    scope.children { entry in
      entries += 1
      guard entries < Self.maximumEntries else {
        goesOn = false
        return false
      }
      if entry.isNamedType {
        goesOn = type(entry, prefix, depth, body)
      } else if entry.tag == DW_TAG_namespace {
        let name = prefix + (entry.name ?? "(anonymous namespace)") + "::"
        goesOn = self.scope(entry, name, depth + 1, body)
      }
      return goesOn
    }
    return goesOn
  }

  private mutating func type(
    _ entry: DwarfEntry, _ prefix: String, _ depth: Int, _ body: (DwarfEntry, String) -> Bool
  ) -> Bool {
    // A type defined outside of what declares it has the name of the declaration; one with a unit of its own, that
    // unit's.
    let canBeDeclared = entry.isStructure || entry.tag == DW_TAG_enumeration_type
    let declaration = canBeDeclared ? entry.reference(DW_AT_specification) : nil
    guard
      let full = declaration.flatMap({ declared[$0.offset] })
        ?? (entry.name ?? entry.reference(DW_AT_signature)?.name).map({ prefix + $0 })
    else { return true }
    if depth > 0, canBeDeclared, entry.isDeclaration { declared[entry.offset] = full }
    if names?.contains(full) ?? true, !body(entry, full) { return false }
    // C declares types in structures at the top; C++ leaves them inside.
    return entry.isStructure && hasTypesInside(full) ? scope(entry, full + "::", depth + 1, body) : true
  }

  /// Whether a name that is asked for can stand inside: `Outer::Inner` in `Outer`.
  private func hasTypesInside(_ name: String) -> Bool {
    guard let names else { return true }
    return names.contains { $0.count > name.count + 2 && $0.hasPrefix(name + "::") }
  }
}
