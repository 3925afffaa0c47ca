/// A member of a structure with its place; nested members have a path: `uc_mcontext.gregs`.
public struct MemberLayout: Sendable, Hashable {
  public var path: String
  /// In bits from the start of the outermost structure, so that bit fields have a place too.
  public var bitOffset: UInt64
  public var bitSize: UInt64
  public var type: String

  public init(path: String, bitOffset: UInt64, bitSize: UInt64, type: String) {
    self.path = path
    self.bitOffset = bitOffset
    self.bitSize = bitSize
    self.type = type
  }

  /// C reserves names with a leading underscore: those of the libc's own, which may differ.
  public var isPublic: Bool { path.split(separator: ".").allSatisfy { !$0.hasPrefix("_") } }

  public var place: String {
    bitOffset % 8 == 0 && bitSize % 8 == 0
      ? "offset \(bitOffset / 8), \(bitSize / 8) bytes" : "bit \(bitOffset), \(bitSize) bits"
  }
}

/// How a type lies in memory.
public struct TypeLayout: Sendable {
  public var name: String
  public var size: UInt64
  public var alignment: UInt64
  public var members: [MemberLayout]

  public init(name: String, size: UInt64, alignment: UInt64, members: [MemberLayout]) {
    self.name = name
    self.size = size
    self.alignment = alignment
    self.members = members
  }
}

/// What differs between two layouts of one type.
public struct LayoutComparison: Sendable {
  /// A program compiled with one layout misreads the other.
  public var differences: [String] = []
  /// Private members only: no program may touch them.
  public var notes: [String] = []
  public var comparedMembers = 0

  public init(provider: TypeLayout, reference: TypeLayout) {
    if provider.size != reference.size {
      differences.append("size \(provider.size) bytes, in the reference \(reference.size)")
    }
    if provider.alignment != reference.alignment {
      differences.append("alignment \(provider.alignment), in the reference \(reference.alignment)")
    }
    var own: [String: MemberLayout] = [:]
    for member in provider.members where own[member.path] == nil { own[member.path] = member }
    for member in reference.members {
      guard let here = own.removeValue(forKey: member.path) else {
        if member.isPublic { differences.append("member \(member.path) (\(member.place)) is missing") }
        continue
      }
      comparedMembers += 1
      guard here.bitOffset != member.bitOffset || here.bitSize != member.bitSize else { continue }
      let text = "member \(member.path): \(here.place); in the reference \(member.place)"
      if member.isPublic { differences.append(text) } else { notes.append(text) }
    }
    for member in own.values.sorted(by: { $0.bitOffset < $1.bitOffset }) where member.isPublic {
      notes.append("member \(member.path) (\(member.place)) is not in the reference")
    }
  }
}
