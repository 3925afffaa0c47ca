import ABIComparison

/// The members of an archive as a record: the tree that reading all of it yields, with the archives inside.
extension RecordWriter {
  func tree(_ tree: ArchiveTree) {
    integer(tree.kind.number)
    list(tree.nodes) { path, node in
      text(path)
      switch node {
      case .folder: integer(UInt8(0))
      case .object(let member):
        integer(UInt8(1))
        result(member.object) { object($0.contents) }
        optional(member.sha256, text)
      case .text(let content):
        integer(UInt8(2))
        text(content)
      case .symbolicLink(let target):
        integer(UInt8(3))
        text(target)
      case .hardLink(let target):
        integer(UInt8(4))
        text(target)
      case .other: integer(UInt8(5))
      }
    }
    list(tree.archives) { path, inner in
      text(path)
      result(inner, self.tree)
    }
    list(tree.unreadable) { path, why in
      text(path)
      error(why)
    }
    integer(UInt64(tree.refused))
  }

  private func result<T>(_ result: Result<T, ReadError>, _ body: (T) -> Void) {
    switch result {
    case .success(let value):
      flag(true)
      body(value)
    case .failure(let why):
      flag(false)
      error(why)
    }
  }
}

extension RecordReader {
  /// - Parameters:
  ///   - prefix: where the archive stands today.
  ///   - hashes: whether members have their SHA-256 in the report.
  mutating func tree(prefix: String, hashes: Bool, depth: Int = 0) throws(RecordError) -> ArchiveTree {
    guard depth <= Self.maximumDepth, let kind = ArchiveKind(number: try integer()) else { throw RecordError() }
    let tree = ArchiveTree(prefix: prefix, kind: kind)
    for _ in 0..<(try length(each: 5)) {
      let path = try path()
      tree.add(try node(prefix + path, hashes: hashes), at: path)
    }
    for _ in 0..<(try length(each: 6)) {
      let path = try path()
      let inner: Result<ArchiveTree, ReadError> =
        try flag()
        ? .success(try self.tree(prefix: prefix + path + "!", hashes: hashes, depth: depth + 1))
        : .failure(try error())
      tree.add(inner, at: path)
    }
    for _ in 0..<(try length(each: 5)) { tree.addUnreadable(try path(), try error()) }
    guard let refused = Int(exactly: try integer(UInt64.self)) else { throw RecordError() }
    tree.refuse(refused)
    return tree
  }

  /// Deeper than archives are read, whatever the limits are.
  private static let maximumDepth = 16

  private mutating func path() throws(RecordError) -> String {
    let path = try text()
    // A name that an archive could not have had.
    guard TreePath.normal(path) == path else { throw RecordError() }
    return path
  }

  private mutating func node(_ shown: String, hashes: Bool) throws(RecordError) -> ArchiveTree.Node {
    switch try integer(UInt8.self) {
    case 0: return .folder
    case 1:
      let object: Result<ElfObject, ReadError> =
        try flag() ? .success(try self.object(path: shown)) : .failure(try error())
      let sum = try optionalText()
      return .object(.init(object: object, sha256: hashes ? sum : nil))
    case 2: return .text(try text())
    case 3: return .symbolicLink(try text())
    case 4: return .hardLink(try text())
    case 5: return .other
    default: throw RecordError()
    }
  }
}

extension ArchiveKind {
  fileprivate static let all: [ArchiveKind] = [.zip, .deb, .rpm, .tar]
  fileprivate var number: UInt8 { UInt8(Self.all.firstIndex(of: self) ?? 0) }
  fileprivate init?(number: UInt8) {
    guard number < Self.all.count else { return nil }
    self = Self.all[Int(number)]
  }
}
