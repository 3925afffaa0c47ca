import ABIComparison
import Glibc

/// Reads archives in place: nothing is written, and a member is in memory only while it is read.
struct ArchiveReader {
  let budget: ArchiveBudget
  /// Whether members without a build-id get a digest, for reports that identify files.
  let hashes: Bool

  /// The members of an archive in a file. `shown` is the archive's name in reports.
  static func read(
    _ path: String, shown: String, limits: ArchiveLimits, hashes: Bool, isStopped: @escaping @Sendable () -> Bool
  ) throws(ReadError) -> (kind: ArchiveKind, tree: ArchiveTree) {
    let (fd, size) = try openRegularFile(path)
    defer { close(fd) }
    guard let kind = ArchiveKind(head: readHead(of: fd)) else { throw classify(readHead(of: fd), size) }
    let budget = ArchiveBudget(limits, archiveSize: size, isStopped: isStopped)
    let reader = ArchiveReader(budget: budget, hashes: hashes)
    let stream = try ArchiveStream(file: fd, kind, budget)
    return (kind, try reader.tree(of: stream, prefix: shown + "!", depth: 0))
  }

  /// All members of a stream.
  func tree(of stream: ArchiveStream, prefix: String, depth: Int) throws(ReadError) -> ArchiveTree {
    let tree = ArchiveTree(prefix: prefix)
    if stream.kind == .deb {
      try readPackage(stream, into: tree, depth: depth)
    } else {
      try fill(tree, from: stream, depth: depth)
    }
    return tree
  }

  /// A Debian package's files are in its member data.tar; the others are for the package manager.
  private func readPackage(_ stream: ArchiveStream, into tree: ArchiveTree, depth: Int) throws(ReadError) {
    var isFound = false
    while let entry = try stream.next() {
      try budget.addEntry(named: entry.name)
      guard entry.name.hasPrefix("data.tar"), !isFound else {
        try stream.skip()
        continue
      }
      isFound = true
      let head = try stream.read(upTo: headLength)
      try fill(tree, from: try ArchiveStream(memberOf: stream, after: head, .tar, budget), depth: depth)
    }
    if !isFound { throw .damagedArchive("not a complete Debian package (no data.tar)") }
  }

  func fill(_ tree: ArchiveTree, from stream: ArchiveStream, depth: Int) throws(ReadError) {
    while let entry = try stream.next() {
      try budget.addEntry(named: entry.name)
      guard let path = TreePath.normal(entry.name) else {
        tree.refuse()
        try stream.skip()
        continue
      }
      switch entry.kind {
      case .folder: tree.add(.folder, at: path)
      case .symbolicLink(let target):
        tree.add(target.utf8.count <= TreePath.maximumLength ? .symbolicLink(target) : .other, at: path)
      case .other: tree.add(.other, at: path)
      case .hardLink(let target):
        guard let target = TreePath.normal(target) else {
          tree.refuse()
          continue
        }
        // A link to itself would hide the file; cpio puts the data of a file with several names at the last one.
        if target != path { tree.add(.hardLink(target), at: path) }
        if let size = entry.size, size > 0 { try readFile(entry, at: target, in: tree, from: stream, depth: depth) }
      case .file: try readFile(entry, at: path, in: tree, from: stream, depth: depth)
      }
    }
  }

  /// One file: its first bytes decide what it is, and only what is needed is read on.
  private func readFile(
    _ entry: ArchiveStream.Entry, at path: String, in tree: ArchiveTree, from stream: ArchiveStream, depth: Int
  ) throws(ReadError) {
    if entry.isEncrypted {
      tree.add(.other, at: path)
      tree.addUnreadable(path, .encrypted)
      return
    }
    do throws(ReadError) {
      let head = try stream.read(upTo: headLength)
      if head.starts(with: [0x7F, 0x45, 0x4C, 0x46]) {
        try readObject(entry, head, at: path, in: tree, from: stream)
      } else if Self.isConfiguration(path) {
        let bytes = try stream.readAll(after: head, expected: entry.size, limit: Self.configurationLimit)
        tree.add(.text(String(decoding: bytes.bytes, as: UTF8.self)), at: path)
      } else if let kind = ArchiveKind(head: head), ArchiveKind.isUsualName(path) || Self.isImagePart(path) {
        try readNested(kind, entry, head, at: path, in: tree, from: stream, depth: depth)
      } else {
        tree.add(.other, at: path)
        try stream.skip()
      }
    } catch .archiveMember(let why) {
      tree.add(.other, at: path)
      tree.addUnreadable(path, .archiveMember(why))
      try stream.skip()
    }
  }

  private func readObject(
    _ entry: ArchiveStream.Entry, _ head: [UInt8], at path: String, in tree: ArchiveTree, from stream: ArchiveStream
  ) throws(ReadError) {
    let limit = budget.limits.memberSize
    if let size = entry.size, size > limit {
      throw .archiveMember("larger than \(sizeText(UInt64(limit))), the limit")
    }
    let bytes = try stream.readAll(after: head, expected: entry.size, limit: limit)
    let member = ArchiveTree.Member(
      object: Result { () throws(ReadError) in
        try ElfReader.read(try ElfFile(memory: bytes, path: tree.prefix + path))
      }, sha256: nil)
    guard case .success(let object) = member.object else {
      tree.add(.object(member), at: path)
      return
    }
    try budget.addSymbols(object.symbols.symbols.count)
    var named = member
    if hashes, object.contents.buildID == nil { named.sha256 = SHA256.hex(of: bytes.bytes) }
    tree.add(.object(named), at: path)
  }

  private func readNested(
    _ kind: ArchiveKind, _ entry: ArchiveStream.Entry, _ head: [UInt8], at path: String, in tree: ArchiveTree,
    from stream: ArchiveStream, depth: Int
  ) throws(ReadError) {
    // The layers of an image are the image; anything else inside is one archive deeper.
    let inner = Self.isImagePart(path) ? depth : depth + 1
    guard inner <= budget.limits.depth else {
      tree.add(
        .failure(.archiveLimit("more than \(budget.limits.depth) archives inside each other, the limit: not read")),
        at: path)
      try stream.skip()
      return
    }
    do throws(ReadError) {
      let nested =
        if kind == .zip {
          try ArchiveStream(
            memory: try stream.readAll(after: head, expected: entry.size, limit: budget.limits.nestedZipSize), kind,
            budget)
        } else {
          try ArchiveStream(memberOf: stream, after: head, kind, budget)
        }
      tree.add(.success(try self.tree(of: nested, prefix: tree.prefix + path + "!", depth: inner)), at: path)
    } catch .damagedArchive(let text) {
      // Its own damage, not that of the archive around it: that one tells when it goes on.
      tree.add(.failure(.damagedArchive(text)), at: path)
    }
    try stream.skip()
  }

  static let configurationLimit = 1 << 20

  /// What tells how libraries are searched, whose file system it is, and how an image is put together.
  static func isConfiguration(_ path: String) -> Bool {
    path == "etc/ld.so.conf" || path.hasPrefix("etc/ld.so.conf.d/")
      || path.hasPrefix("etc/ld-musl-") && path.hasSuffix(".path")
  }

  /// The layers of an OCI image layout and of `docker save`.
  static func isImagePart(_ path: String) -> Bool {
    path.hasPrefix("blobs/") || path.hasSuffix("/layer.tar")
  }
}
