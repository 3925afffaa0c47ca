import ABIComparison

/// Layouts as a record.
extension RecordWriter {
  func layouts(_ layouts: [String: TypeLayout]) {
    list(layouts) { name, layout in
      text(name)
      text(layout.name)
      integer(layout.size)
      integer(layout.alignment)
      list(layout.members) { member in
        text(member.path)
        integer(member.bitOffset)
        integer(member.bitSize)
        text(member.type)
        text(member.kind.rawValue)
      }
      texts(layout.notRead)
    }
  }
}

extension RecordReader {
  mutating func layouts() throws(RecordError) -> [String: TypeLayout] {
    var layouts: [String: TypeLayout] = [:]
    for _ in 0..<(try length(each: 32)) {
      let key = try text()
      let (name, size, alignment): (String, UInt64, UInt64) = (try text(), try integer(), try integer())
      let members = try list(each: 28) { reader throws(RecordError) in try reader.member() }
      layouts[key] = TypeLayout(
        name: name, size: size, alignment: alignment, members: members, notRead: try texts())
    }
    return layouts
  }

  private mutating func member() throws(RecordError) -> MemberLayout {
    let (path, offset, size): (String, UInt64, UInt64) = (try text(), try integer(), try integer())
    let type = try text()
    guard let kind = MemberLayout.Kind(rawValue: try text()) else { throw RecordError() }
    return MemberLayout(path: path, bitOffset: offset, bitSize: size, type: type, kind: kind)
  }
}
