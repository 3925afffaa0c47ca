/// A member of a structure with its place; nested members have a path: `uc_mcontext.gregs`.
///
/// An element of an array stands as `name[]`, a base class as `<Base>`.
public struct MemberLayout: Sendable, Hashable {
  /// What the bits mean: two members at one place that are of different kinds are read differently.
  public enum Kind: String, Sendable { case integer, floating, pointer, aggregate, other }

  /// `uc_mcontext.gregs`.
  public var path: String
  /// In bits from the start of the outermost structure, so that bit fields have a place too.
  public var bitOffset: UInt64
  /// In bits; 0 for an array without an end.
  public var bitSize: UInt64
  /// As a header would write it.
  public var type: String
  /// What the bits mean.
  public var kind: Kind

  /// A member at a place.
  public init(path: String, bitOffset: UInt64, bitSize: UInt64, type: String, kind: Kind = .other) {
    self.path = path
    self.bitOffset = bitOffset
    self.bitSize = bitSize
    self.type = type
    self.kind = kind
  }

  /// C reserves names with a leading underscore: those of the libc's own, which may differ.
  public var isPublic: Bool { path.split(separator: ".").allSatisfy { !$0.hasPrefix("_") && !$0.hasPrefix("<_") } }

  /// "offset 8, 4 bytes", or in bits for a bit field.
  public var place: String {
    let inBytes = bitOffset % 8 == 0 && bitSize % 8 == 0
    let count = inBytes ? bitSize / 8 : bitSize
    let unit = (inBytes ? "byte" : "bit") + (count == 1 ? "" : "s")
    return inBytes ? "offset \(bitOffset / 8), \(count) \(unit)" : "bit \(bitOffset), \(count) \(unit)"
  }
}

/// How a type lies in memory.
public struct TypeLayout: Sendable, Equatable {
  /// As it was asked for: `struct stat`.
  public var name: String
  /// In bytes.
  public var size: UInt64
  /// In bytes: what a member of this type is aligned to. Derived from the members and the psABI where DWARF does not
  /// write it.
  public var alignment: UInt64
  /// Outermost first, in the order of the declaration; a structure stands before its own members.
  public var members: [MemberLayout]
  /// What could not be read of it, such as members beyond a limit; the comparison is then only partial.
  public var notRead: [String]

  /// A layout as it was read.
  public init(name: String, size: UInt64, alignment: UInt64, members: [MemberLayout], notRead: [String] = []) {
    self.name = name
    self.size = size
    self.alignment = alignment
    self.members = members
    self.notRead = notRead
  }
}

/// What differs between two layouts of one type.
public struct LayoutComparison: Sendable {
  /// A program compiled with one layout misreads the other.
  public var differences: [String] = []
  /// Private members, and members that only the provider has: no program compiled with the reference touches them.
  public var notes: [String] = []
  /// How many members both layouts have.
  public var comparedMembers = 0

  /// Nothing compared yet.
  public init() {}

  /// - Parameters:
  ///   - provider: the layout to judge.
  ///   - reference: the one that programs were compiled with.
  ///   - includingPrivate: members with a leading underscore count as the others do.
  public init(provider: TypeLayout, reference: TypeLayout, includingPrivate: Bool = false) {
    if provider.size != reference.size {
      differences.append("size \(provider.size) bytes, in the reference \(reference.size)")
    }
    if provider.alignment != reference.alignment {
      differences.append("alignment \(provider.alignment), in the reference \(reference.alignment)")
    }
    // Names may repeat: two base classes, two anonymous unions of C++. The first with a name meets the first.
    var own: [String: [MemberLayout]] = [:]
    for member in provider.members.reversed() { own[member.path, default: []].append(member) }
    for member in reference.members {
      let counts = includingPrivate || member.isPublic
      guard let here = own[member.path]?.popLast() else {
        if counts { differences.append("member \(member.path) (\(member.place)) is missing") }
        continue
      }
      comparedMembers += 1
      guard let text = Self.difference(here, member) else { continue }
      if counts { differences.append(text) } else { notes.append(text) }
    }
    for member in own.values.joined().sorted(by: { ($0.bitOffset, $0.path) < ($1.bitOffset, $1.path) }) {
      guard includingPrivate || member.isPublic else { continue }
      notes.append("member \(member.path) (\(member.place)) is not in the reference")
    }
    notes += provider.notRead.map { "provider: \($0)" } + reference.notRead.map { "reference: \($0)" }
  }

  private static func difference(_ here: MemberLayout, _ there: MemberLayout) -> String? {
    if here.bitOffset != there.bitOffset || here.bitSize != there.bitSize {
      return "member \(here.path): \(here.place); in the reference \(there.place)"
    }
    // An integer in place of a pointer has the same bits; a floating-point number has not.
    if here.kind != there.kind, here.kind == .floating || there.kind == .floating {
      return "member \(here.path): \(here.type), in the reference \(there.type)"
    }
    return nil
  }
}
