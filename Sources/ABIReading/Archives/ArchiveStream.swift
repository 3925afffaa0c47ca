import CLibarchive
import Glibc

/// One archive being read by libarchive from its start to its end: a file, bytes in memory, or the data of a member of
/// another stream. Only the formats and filters of its kind are enabled, and never one for which libarchive would start
/// a program.
final class ArchiveStream {
  /// What a member's header says.
  struct Entry {
    enum Kind { case file, folder, symbolicLink(String), hardLink(String), other }
    var name: String
    var kind: Kind
    /// Nil where the archive does not state it before the data.
    var size: Int?
    var isEncrypted: Bool
    var isFolder: Bool { if case .folder = kind { true } else { false } }
  }

  let kind: ArchiveKind
  let budget: ArchiveBudget
  private let archive: OpaquePointer
  private var current: OpaquePointer?
  private var owner: AnyObject?
  private var block: [UInt8] = []

  private init(_ kind: ArchiveKind, _ budget: ArchiveBudget) throws(ReadError) {
    guard let archive = archive_read_new() else { throw .system("out of memory") }
    self.archive = archive
    self.kind = kind
    self.budget = budget
    for enable in Self.readers(kind) where enable(archive) != ARCHIVE_OK {
      // libarchive would start a program such as gzip where it was built without the library.
      throw .system("this libarchive cannot read \(kind.noun)s by itself")
    }
  }

  deinit { archive_read_free(archive) }

  private static func readers(_ kind: ArchiveKind) -> [(OpaquePointer) -> Int32] {
    let filters: [(OpaquePointer) -> Int32] = [
      archive_read_support_filter_gzip, archive_read_support_filter_bzip2, archive_read_support_filter_xz,
      archive_read_support_filter_lzma, archive_read_support_filter_zstd, archive_read_support_filter_lz4,
    ]
    switch kind {
    case .zip: return [archive_read_support_format_zip_seekable]
    case .deb: return [archive_read_support_format_ar]
    case .rpm: return filters + [archive_read_support_filter_rpm, archive_read_support_format_cpio]
    case .tar: return filters + [archive_read_support_format_tar]
    }
  }

  /// An open file; it must stay open.
  convenience init(file fd: Int32, _ kind: ArchiveKind, _ budget: ArchiveBudget) throws(ReadError) {
    try self.init(kind, budget)
    try opened(archive_read_open_fd(archive, fd, 1 << 16))
  }

  convenience init(memory: MemberBytes, _ kind: ArchiveKind, _ budget: ArchiveBudget) throws(ReadError) {
    try self.init(kind, budget)
    owner = memory
    try opened(archive_read_open_memory(archive, memory.start, memory.count))
  }

  /// The data of the current member of another stream, after a part that was read already.
  convenience init(
    memberOf outer: ArchiveStream, after head: [UInt8], _ kind: ArchiveKind, _ budget: ArchiveBudget
  ) throws(ReadError) {
    try self.init(kind, budget)
    let feed = MemberFeed(outer, head)
    owner = feed
    let status = archive_read_open(
      archive, Unmanaged.passUnretained(feed).toOpaque(), nil,
      { _, context, buffer in
        Unmanaged<MemberFeed>.fromOpaque(context!).takeUnretainedValue().next(buffer)
      }, nil)
    try feed.rethrow()
    try opened(status)
  }

  private func opened(_ status: Int32) throws(ReadError) {
    guard status >= ARCHIVE_WARN else { throw incomplete() }
    // Compressed, or compressed inside an RPM; what is compressed again and again only wastes time.
    guard archive_filter_count(archive) <= (kind == .rpm ? 3 : 2) else {
      throw .archiveLimit("compressed more than once: not read")
    }
  }

  /// The damage in plain words, with libarchive's own in brackets.
  private func incomplete() -> ReadError {
    if let feed = owner as? MemberFeed, let error = feed.error { return error }
    let text = archive_error_string(archive).map { String(cString: $0) } ?? ""
    let plain = String(text.unicodeScalars.filter { 0x20..<0x7F ~= $0.value }.prefix(120).map(Character.init))
    let says = plain.isEmpty || plain == "Unrecognized archive format" ? "" : " (\(plain))"
    return .damagedArchive("not a complete \(kind.noun)" + says)
  }

  /// The next member, nil at the end.
  func next() throws(ReadError) -> Entry? {
    while true {
      let status = archive_read_next_header(archive, &current)
      switch status {
      case ARCHIVE_EOF: return nil
      case ARCHIVE_RETRY:
        try budget.addEntry(named: "")
        continue
      case ARCHIVE_OK, ARCHIVE_WARN: break
      default: throw incomplete()
      }
      guard let current else { throw incomplete() }
      let name = Self.text(archive_entry_pathname_utf8(current), archive_entry_pathname(current))
      let size = archive_entry_size_is_set(current) != 0 ? Int(archive_entry_size(current)) : nil
      return Entry(
        name: name ?? "", kind: Self.kind(of: current), size: size,
        isEncrypted: archive_entry_is_data_encrypted(current) != 0)
    }
  }

  private static func text(_ utf8: UnsafePointer<CChar>?, _ raw: UnsafePointer<CChar>?) -> String? {
    (utf8 ?? raw).map { String(cString: $0) }
  }

  private static func kind(of entry: OpaquePointer) -> Entry.Kind {
    if let target = text(archive_entry_hardlink_utf8(entry), archive_entry_hardlink(entry)) { return .hardLink(target) }
    switch archive_entry_filetype(entry) {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK:
      return .symbolicLink(text(archive_entry_symlink_utf8(entry), archive_entry_symlink(entry)) ?? "")
    default: return .other
    }
  }

  /// The data that follows in the current member: at most `limit` bytes, fewer only at its end.
  func read(upTo limit: Int) throws(ReadError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: limit)
    var done = 0
    while done < limit {
      let count = bytes.withUnsafeMutableBytes { read(into: UnsafeMutableRawBufferPointer(rebasing: $0[done...])) }
      guard count >= 0 else { throw failure(Int32(count)) }
      guard count > 0 else { break }
      try budget.unpack(count)
      done += count
    }
    return Array(bytes.prefix(done))
  }

  /// libarchive says "try again" for a sparse member whose parts overlap, and then always: once more is enough.
  private func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
    return count == Int(ARCHIVE_RETRY) ? archive_read_data(archive, buffer.baseAddress, buffer.count) : count
  }

  /// All data of the current member, `head` included, which was read already.
  func readAll(after head: [UInt8], expected: Int?, limit: Int) throws(ReadError) -> MemberBytes {
    let bytes = MemberBytes(expected: expected ?? head.count, limit: limit)
    guard head.withUnsafeBytes({ bytes.append($0, at: 0) }) else { throw .system("out of memory") }
    if block.isEmpty { block = [UInt8](repeating: 0, count: 1 << 17) }
    while true {
      let count = block.withUnsafeMutableBytes { read(into: $0) }
      guard count >= 0 else { throw failure(Int32(count)) }
      guard count > 0 else { return bytes }
      try budget.unpack(count)
      let fits = block.withUnsafeBytes {
        bytes.append(UnsafeRawBufferPointer(rebasing: $0[..<count]), at: bytes.count)
      }
      guard fits else { throw .archiveMember("larger than \(sizeText(UInt64(limit))), the limit") }
    }
  }

  /// Passes over the rest of the current member. Compressed data is unpacked for it, and so it counts.
  func skip() throws(ReadError) {
    guard kind == .tar || kind == .rpm, archive_filter_count(archive) > 1 else {
      guard archive_read_data_skip(archive) >= ARCHIVE_WARN else { throw incomplete() }
      return
    }
    var start: UnsafeRawPointer?
    var size = 0
    var offset: la_int64_t = 0
    while true {
      let status = archive_read_data_block(archive, &start, &size, &offset)
      if status == ARCHIVE_EOF { return }
      guard status >= ARCHIVE_WARN else { throw incomplete() }
      // An empty block counts too, so that no loop of them is without end.
      try budget.unpack(max(size, 512))
    }
  }

  /// One member's trouble, or the whole archive's.
  private func failure(_ status: Int32) -> ReadError {
    guard case .damagedArchive(let text) = incomplete() else { return incomplete() }
    if status == ARCHIVE_FAILED, kind == .zip {
      return .archiveMember("cannot be unpacked" + text.drop { $0 != "(" }.reduce(into: " ") { $0.append($1) })
    }
    return .damagedArchive(text)
  }
}
