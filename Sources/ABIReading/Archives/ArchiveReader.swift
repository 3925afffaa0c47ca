import ABIComparison
import Glibc

/// Reads archives in place: nothing is written, and a member is in memory only while it is read.
struct ArchiveReader {
  let budget: ArchiveBudget
  /// Whether members without a build-id get a digest, for reports that identify files.
  let hashes: Bool
  /// Where what was read of an archive in a file is kept.
  var cache: ReadCache?

  /// Where a stream is: how many archives are around it, and whether it is a layer of an image.
  struct Level {
    var depth = 0
    var isLayer = false
  }

  /// The members of an archive in a file.
  func tree(ofFile path: String, prefix: String, level: Level = Level()) throws(ReadError) -> ArchiveTree {
    let (fd, size) = try openRegularFile(path)
    defer { close(fd) }
    let head = readHead(of: fd)
    guard let kind = ArchiveKind(head: head) else { throw classify(head, size) }
    budget.addArchive(size)
    let place = cache?.place(of: fd, .archive, parameters: "\(level) \(budget.limits)")
    let known = place?.load(isStopped: budget.isStopped) { record throws(RecordError) in
      try self.known(&record, prefix)
    }
    if let known { return known }
    let before = budget.used
    let tree = try tree(of: try ArchiveStream(file: fd, kind, budget), prefix: prefix, level)
    let isPacked = kind == .zip || kind == .rpm || ArchiveKind.isCompressed(head)
    guard Self.isWorthRecord(budget.used.since(before), size, isPacked: isPacked) else { return tree }
    place?.store(isStopped: budget.isStopped) { record in
      record.use(budget.used.since(before))
      record.flag(hashes)
      record.tree(tree)
    }
    return tree
  }

  /// Whether all bytes of the archive are hashed sooner than it is read again. What is only passed over takes no time,
  /// and what is not compressed little more than hashing; a compressed archive in it is unpacked to more than twice.
  private static func isWorthRecord(_ use: BudgetUse, _ size: UInt64, isPacked: Bool) -> Bool {
    isPacked ? use.unpacked >= size / 2 : use.unpacked / 2 > size
  }

  /// What an earlier run read; nil where it has less than is needed now, or is beyond a limit together with what is
  /// read already.
  private func known(_ record: inout RecordReader, _ prefix: String) throws(RecordError) -> ArchiveTree? {
    let use = try BudgetUse(&record)
    let hasHashes = try record.flag()
    let tree = try record.tree(prefix: prefix, hashes: hashes)
    return (hasHashes || !hashes) && budget.add(use) ? tree : nil
  }

  /// All members of a stream.
  private func tree(of stream: ArchiveStream, prefix: String, _ level: Level) throws(ReadError) -> ArchiveTree {
    let tree = ArchiveTree(prefix: prefix, kind: stream.kind)
    if stream.kind == .deb {
      try readPackage(stream, into: tree, level)
    } else {
      try fill(tree, from: stream, level)
    }
    return tree
  }

  /// A Debian package's files are in its member data.tar; the others are for the package manager.
  private func readPackage(_ stream: ArchiveStream, into tree: ArchiveTree, _ level: Level) throws(ReadError) {
    var isFound = false
    while let entry = try stream.next() {
      try budget.addEntry(named: entry.name)
      guard entry.name.hasPrefix("data.tar"), !isFound else {
        try stream.skip()
        continue
      }
      isFound = true
      let head = try stream.read(upTo: headLength)
      try fill(tree, from: try ArchiveStream(memberOf: stream, after: head, .tar, budget), level)
    }
    if !isFound { throw .damagedArchive("not a complete Debian package (no data.tar)") }
  }

  private func fill(_ tree: ArchiveTree, from stream: ArchiveStream, _ level: Level) throws(ReadError) {
    while let entry = try stream.next() {
      try budget.addEntry(named: entry.name)
      guard let path = TreePath.normal(entry.name), !path.isEmpty || entry.isFolder else {
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
        if let size = entry.size, size > 0 { try readFile(entry, at: target, in: tree, from: stream, level) }
      case .file: try readFile(entry, at: path, in: tree, from: stream, level)
      }
    }
  }

  /// One file: its first bytes decide what it is, and only what is needed is read on.
  private func readFile(
    _ entry: ArchiveStream.Entry, at path: String, in tree: ArchiveTree, from stream: ArchiveStream, _ level: Level
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
      } else if Self.isText(path, head), entry.size.map({ $0 <= Self.textLimit }) ?? true {
        let bytes = try stream.readAll(after: head, expected: entry.size, limit: Self.textLimit)
        try budget.addText(bytes.count)
        tree.add(.text(String(decoding: bytes.bytes, as: UTF8.self)), at: path)
      } else if let kind = ArchiveKind(head: head), ArchiveKind.isUsualName(path) || Self.isLayer(path, level) {
        try readNested(kind, entry, head, at: path, in: tree, from: stream, level)
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
    try budget.addObject()
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
    try budget.addSymbols(object.symbols)
    var named = member
    if hashes, object.contents.buildID == nil { named.sha256 = SHA256.hex(of: bytes.bytes) }
    tree.add(.object(named), at: path)
  }

  private func readNested(
    _ kind: ArchiveKind, _ entry: ArchiveStream.Entry, _ head: [UInt8], at path: String, in tree: ArchiveTree,
    from stream: ArchiveStream, _ level: Level
  ) throws(ReadError) {
    try budget.addObject()
    // The layers of an image are the image; anything else inside is one archive deeper.
    let isLayer = Self.isLayer(path, level)
    let inner = Level(depth: isLayer ? level.depth : level.depth + 1, isLayer: isLayer)
    guard inner.depth <= budget.limits.depth else {
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
      tree.add(.success(try self.tree(of: nested, prefix: tree.prefix + path + "!", inner)), at: path)
    } catch .damagedArchive(let text) {
      // Its own damage, not that of the archive around it: that one tells when it goes on.
      tree.add(.failure(.damagedArchive(text)), at: path)
    }
    try stream.skip()
  }

  static let textLimit = 1 << 20

  /// What tells how libraries are searched, whose file system it is, and how an image is put together.
  private static func isText(_ path: String, _ head: [UInt8]) -> Bool {
    ["etc/ld.so.conf", "oci-layout", "index.json", "manifest.json"].contains(path)
      || path.hasPrefix("etc/ld.so.conf.d/") || path.hasPrefix("etc/ld-musl-") && path.hasSuffix(".path")
      || path.hasPrefix("blobs/") && head.first == UInt8(ascii: "{")
  }

  /// The layers of an OCI image layout and of `docker save`; a layer has none itself.
  private static func isLayer(_ path: String, _ level: Level) -> Bool {
    !level.isLayer && (path.hasPrefix("blobs/") || path.hasSuffix("/layer.tar"))
  }
}
