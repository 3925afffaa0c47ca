import ABIComparison
import CTables
import Glibc

/// What reading archives and debug information yielded, kept from one run to the next: unpacking them is nearly all of
/// the time that such a check takes.
///
/// A record stands for the *bytes* of a file, whatever its name or date is: they are hashed before a record of them is
/// used, so a record cannot be out of date. It is read only by the very program that wrote it, with the same libraries
/// under it. Anything wrong with a record or its folder makes it as if it were not there.
public final class ReadCache: Sendable {
  /// What a record stands for.
  enum Kind: UInt8 {
    case archive = 1
    case layouts = 2
  }

  /// Changes with the form of the records.
  private static let format = 1
  static let magic = Array("abi-check record".utf8)
  static let headSize = magic.count + 1 + 32
  static let tailSize = 64

  let folder: CacheFolder
  let identity: [UInt8]

  /// The user's own: `$XDG_CACHE_HOME/abi-check` or `$HOME/.cache/abi-check`. Nil where there is no such place, in a
  /// program with more rights than its user, and in one that has no build-id to be known by.
  public static func ofUser() -> ReadCache? {
    guard let folder = CacheFolder.ofUser(), let program = OwnBuildID.bytes else { return nil }
    return ReadCache(folder: folder, program: program)
  }

  private init(folder: CacheFolder, program: [UInt8]) {
    self.folder = folder
    var hash = SHA256()
    let versions = [
      "\(Self.format)", String(cString: abi_check_version()), LibraryVersions.archives, LibraryVersions.debug,
      SHA256.text(program),
    ]
    Array(versions.joined(separator: "\n").utf8).withUnsafeBytes { hash.add($0) }
    identity = hash.finish()
  }

  /// Where the record of an open file is, or will be; nil where the file is not worth one, or cannot be had.
  func place(of fd: Int32, _ kind: Kind, parameters: String = "") -> CachePlace? {
    CachePlace(self, fd, kind, parameters)
  }

  /// Whether the body of a record makes sense, whatever its checksums say: what the readers do with bytes that are not
  /// theirs is tested by this.
  public static func isReadable(_ record: UnsafeRawBufferPointer) -> Bool {
    guard record.starts(with: magic), record.count >= headSize + tailSize,
      let kind = Kind(rawValue: record[magic.count])
    else { return false }
    var reader = RecordReader(UnsafeRawBufferPointer(rebasing: record[headSize..<(record.count - tailSize)]))
    do throws(RecordError) {
      switch kind {
      case .archive:
        _ = try BudgetUse(&reader)
        _ = try reader.flag()
        let tree = try reader.tree(prefix: "a!", hashes: true)
        _ = (tree.objectPaths, tree.otherCount, tree.isSystem)
      case .layouts: _ = try reader.layouts()
      }
    } catch { return false }
    return reader.isAtEnd
  }
}

/// The record of one open file.
struct CachePlace {
  private let cache: ReadCache
  private let fd: Int32
  private let kind: ReadCache.Kind
  private let name: String
  private let key: [UInt8]
  private let before: stat
  /// Nothing was written to the file within the last ticks of the clock that dates files: what is written from now on
  /// changes its date.
  private let isSettled: Bool

  /// A smaller file is read sooner than its record is found; a larger one has a record that is too large.
  private static let sizes: ClosedRange<off_t> = 1 << 16...1 << 30
  private static let (headSize, tailSize) = (1 << 12, 1 << 16)
  private static let settledNanoseconds = 100_000_000

  fileprivate init?(_ cache: ReadCache, _ fd: Int32, _ kind: ReadCache.Kind, _ parameters: String) {
    var info = stat()
    guard fstat(fd, &info) == 0, info.st_mode & S_IFMT == S_IFREG, Self.sizes.contains(info.st_size) else { return nil }
    (self.cache, self.fd, self.kind, before) = (cache, fd, kind, info)
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let (seconds, overflow) = now.tv_sec.subtractingReportingOverflow(info.st_ctim.tv_sec)
    isSettled =
      !overflow && (seconds > 1 || seconds >= 0
        && seconds * 1_000_000_000 + now.tv_nsec - info.st_ctim.tv_nsec >= Self.settledNanoseconds)
    var hash = SHA256()
    cache.identity.withUnsafeBytes { hash.add($0) }
    Array("\(kind.rawValue) \(parameters)".utf8).withUnsafeBytes { hash.add($0) }
    key = hash.finish()
    // A cheap guess at the contents names the record; their digest in the record says whether it was right.
    var sketch = SHA256()
    key.withUnsafeBytes { sketch.add($0) }
    Array("\(info.st_size)".utf8).withUnsafeBytes { sketch.add($0) }
    for (offset, count) in [(0, Self.headSize), (info.st_size - off_t(Self.tailSize), Self.tailSize)] {
      let isRead = withUnsafeTemporaryAllocation(byteCount: count, alignment: 16) { block in
        guard pread(fd, block.baseAddress, count, offset) == count else { return false }
        sketch.add(UnsafeRawBufferPointer(block))
        return true
      }
      guard isRead else { return nil }
    }
    name = SHA256.text(sketch.finish())
  }

  /// What `body` makes of the record, nil where there is none for exactly these bytes.
  func load<T>(isStopped: () -> Bool = { false }, _ body: (inout RecordReader) throws(RecordError) -> T?) -> T? {
    guard let record = cache.folder.read(name), record.count >= ReadCache.headSize + ReadCache.tailSize else {
      return nil
    }
    return record.withUnsafeBytes { record -> T? in
      let start = UnsafeRawBufferPointer(rebasing: record[..<ReadCache.headSize])
      let content = record.count - ReadCache.tailSize, sum = content + 32
      guard start.elementsEqual(ReadCache.magic + [kind.rawValue] + key) else { return nil }
      var hash = SHA256()
      hash.add(UnsafeRawBufferPointer(rebasing: record[..<sum]))
      guard record[sum...].elementsEqual(hash.finish()),
        let now = SHA256.bytes(ofFile: fd, isStopped: isStopped), record[content..<sum].elementsEqual(now)
      else { return nil }
      var reader = RecordReader(UnsafeRawBufferPointer(rebasing: record[ReadCache.headSize..<content]))
      guard let result = try? body(&reader), reader.isAtEnd else { return nil }
      return result
    }
  }

  /// Keeps what was read, if the file is still what it was when the reading began.
  func store(isStopped: () -> Bool = { false }, _ body: (RecordWriter) -> Void) {
    guard isSettled else { return }
    cache.folder.write(name) { writer in
      writer.bytes(ReadCache.magic)
      writer.integer(kind.rawValue)
      writer.bytes(key)
      body(writer)
      guard writer.isKept, let content = SHA256.bytes(ofFile: fd, isStopped: isStopped), isUnchanged() else {
        return false
      }
      writer.bytes(content)
      return true
    }
  }

  private func isUnchanged() -> Bool {
    var now = stat()
    return fstat(fd, &now) == 0 && now.st_size == before.st_size
      && now.st_mtim.tv_sec == before.st_mtim.tv_sec && now.st_mtim.tv_nsec == before.st_mtim.tv_nsec
      && now.st_ctim.tv_sec == before.st_ctim.tv_sec && now.st_ctim.tv_nsec == before.st_ctim.tv_nsec
  }
}
