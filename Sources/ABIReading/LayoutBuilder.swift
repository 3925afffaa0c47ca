import ABIComparison
import CElfutils

/// Why a type's layout is not known, in a few words.
struct LayoutProblem: Error {
  var why: String
}

/// Computes how one type lies in memory from its entry.
final class LayoutBuilder {
  let types: TypeResolver
  private var members: [MemberLayout] = []
  private var notRead: [String] = []
  private var visits = 0

  /// Structures within structures: deeper than any header declares.
  private static let maximumDepth = 24
  private static let maximumMembers = 16384
  private static let maximumVisits = 200_000

  init(types: TypeResolver) { self.types = types }

  /// - Throws: where the type or a member's type is not there: a layout with gaps would look like a difference.
  func layout(of entry: DwarfEntry, named name: String) throws(LayoutProblem) -> TypeLayout {
    guard let type = types.peeled(entry) else { throw LayoutProblem(why: "what it stands for cannot be read") }
    guard !type.isDeclaration else { throw LayoutProblem(why: "only declared there, not defined") }
    guard let size = types.size(of: type) else { throw LayoutProblem(why: "its size is not written") }
    (members, notRead, visits) = ([], [], 0)
    try collect(type, at: 0, path: "", depth: 0)
    return TypeLayout(
      name: name, size: size, alignment: types.alignment(of: entry), members: members, notRead: notRead)
  }

  /// All members with their nested ones; an anonymous one gives its members to the structure around it.
  private func collect(_ type: DwarfEntry, at base: UInt64, path: String, depth: Int) throws(LayoutProblem) {
    guard type.isStructure else { return try element(of: type, at: base, path: path, depth: depth) }
    var problem: LayoutProblem?
    type.children { child in
      visits += 1
      guard members.count < Self.maximumMembers, visits < Self.maximumVisits, depth < Self.maximumDepth else {
        if notRead.isEmpty { notRead.append("members after the first \(members.count) were not read") }
        return false
      }
      do throws(LayoutProblem) {
        if child.tag == DW_TAG_member, !types.isStatic(child) {
          try member(child, at: base, path: path, depth: depth)
        } else if child.tag == DW_TAG_inheritance {
          try baseClass(child, at: base, path: path, depth: depth)
        }
        return true
      } catch {
        problem = error
        return false
      }
    }
    if let problem { throw problem }
  }

  private func member(_ member: DwarfEntry, at base: UInt64, path: String, depth: Int) throws(LayoutProblem) {
    let name = member.name
    let full = path.isEmpty ? name ?? "" : path + "." + (name ?? "")
    guard let declared = types.type(of: member), let inner = types.peeled(declared) else {
      throw LayoutProblem(why: "the type of its member \(full) cannot be read")
    }
    // Only a flexible array has no size.
    guard let storage = member.number(DW_AT_byte_size) ?? types.size(of: inner) ?? (inner.isArray ? 0 : nil) else {
      throw LayoutProblem(why: "the type of its member \(full) is only declared")
    }
    let bits = member.number(DW_AT_bit_size) ?? storage &* 8
    guard let inside = types.bitOffset(of: member, storage: storage, bits: bits) else {
      throw LayoutProblem(why: "the place of its member \(full) is not a constant")
    }
    let offset = base &+ inside
    guard name != nil else { return try collect(inner, at: offset, path: path, depth: depth + 1) }
    members.append(
      MemberLayout(
        path: full, bitOffset: offset, bitSize: bits, type: types.name(of: declared), kind: types.kind(of: inner)))
    try collect(inner, at: offset, path: full, depth: depth + 1)
  }

  /// A virtual base stands where the object's table says, not at a fixed place: only that it is there can be compared.
  private func baseClass(_ entry: DwarfEntry, at base: UInt64, path: String, depth: Int) throws(LayoutProblem) {
    guard let declared = types.type(of: entry), let inner = types.peeled(declared),
      let size = types.size(of: inner)
    else {
      throw LayoutProblem(why: "a base class cannot be read")
    }
    let isVirtual = entry.has(DW_AT_virtuality) && entry.number(DW_AT_virtuality) != 0
    let name = (path.isEmpty ? "" : path + ".") + (isVirtual ? "<virtual " : "<") + types.name(of: declared) + ">"
    let bits = size &* 8
    guard !isVirtual else {
      members.append(MemberLayout(path: name, bitOffset: 0, bitSize: bits, type: "virtual base", kind: .aggregate))
      return
    }
    guard let inside = types.bitOffset(of: entry, storage: 0, bits: 0) else {
      throw LayoutProblem(why: "the place of a base class is not a constant")
    }
    members.append(
      MemberLayout(path: name, bitOffset: base &+ inside, bitSize: bits, type: "base class", kind: .aggregate))
    try collect(inner, at: base &+ inside, path: name, depth: depth + 1)
  }

  /// The first element of an array of structures stands for all: their stride is its size.
  private func element(of type: DwarfEntry, at base: UInt64, path: String, depth: Int) throws(LayoutProblem) {
    guard type.isArray, !type.has(DW_AT_GNU_vector), depth < Self.maximumDepth,
      let declared = types.type(of: type), let inner = types.peeled(declared),
      inner.isStructure || inner.isArray
    else { return }
    let full = path + "[]"
    if inner.isStructure {
      let bits = (types.size(of: inner) ?? 0) &* 8
      members.append(
        MemberLayout(path: full, bitOffset: base, bitSize: bits, type: types.name(of: declared), kind: .aggregate))
    }
    try collect(inner, at: base, path: full, depth: depth + 1)
  }
}
