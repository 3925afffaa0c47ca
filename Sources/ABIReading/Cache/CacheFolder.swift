import CSystem
import Glibc
import Synchronization

/// The folder in which records are kept from one run to the next. Whatever is wrong with it, the run goes on without.
final class CacheFolder: Sendable {
  private struct State {
    var fd: Int32?
    /// What lies in the folder, as far as this run knows; nil before it has looked.
    var total: Int?
    var written = 0
    var count = 0
  }

  private let parent: String
  private let name: String
  private let state = Mutex(State())

  /// All records together. A run that has written as much itself writes no more: it would only drop its own.
  static let maximumTotal = 256 << 20
  /// What is larger is not kept: it would be read about as slowly as what it stands for.
  static let maximumRecord = 32 << 20
  private static let staleSeconds = 3600

  init(parent: String, name: String) {
    (self.parent, self.name) = (parent, name)
  }

  deinit { if let fd = state.withLock({ $0.fd }) { close(fd) } }

  /// `$XDG_CACHE_HOME/abi-check`, else `$HOME/.cache/abi-check`. Nil where neither is an absolute path, and in a
  /// program that has more rights than the one who started it.
  static func ofUser() -> CacheFolder? {
    guard abi_check_has_more_rights() == 0 else { return nil }
    func path(_ variable: String) -> String? {
      getenv(variable).map { FileName.text($0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    guard let parent = path("XDG_CACHE_HOME") ?? path("HOME").map({ $0 + "/.cache" }) else { return nil }
    return CacheFolder(parent: parent, name: "abi-check")
  }

  // MARK: the folder

  /// The open folder; nil where there is none, or where others could have put something into it.
  private func open(creating: Bool) -> Int32? {
    state.withLock { state in
      if let fd = state.fd { return fd }
      let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
      if creating { Self.make(parent) }
      let above = parent.withName { Glibc.open($0, flags) }
      guard above >= 0 else { return nil }
      defer { close(above) }
      if creating, Self.isOurs(above, others: S_IWOTH) { _ = name.withName { mkdirat(above, $0, 0o700) } }
      let fd = name.withName { openat(above, $0, flags | O_NOFOLLOW) }
      guard fd >= 0 else { return nil }
      guard Self.isOurs(fd, others: S_IWOTH | S_IWGRP) else {
        close(fd)
        return nil
      }
      state.fd = fd
      return fd
    }
  }

  /// Makes a folder, where the one above it is the user's own: with another's HOME, as under sudo, nothing is put
  /// there.
  private static func make(_ path: String) {
    let parts = path.split(separator: "/")
    guard let last = parts.last.map(String.init) else { return }
    let above = ("/" + parts.dropLast().joined(separator: "/")).withName {
      Glibc.open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard above >= 0 else { return }
    defer { close(above) }
    if isOurs(above, others: S_IWOTH) { _ = last.withName { mkdirat(above, $0, 0o700) } }
  }

  private static func isOurs(_ fd: Int32, others: mode_t) -> Bool {
    var info = stat()
    return fstat(fd, &info) == 0 && info.st_uid == geteuid() && info.st_mode & others == 0
  }

  // MARK: records

  /// The bytes of a record; nil where there is none that can be trusted.
  func read(_ name: String) -> [UInt8]? {
    guard let folder = open(creating: false) else { return nil }
    let fd = openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard fd >= 0 else { return nil }
    defer { close(fd) }
    var info = stat()
    guard Self.isOurs(fd, others: S_IWOTH | S_IWGRP), fstat(fd, &info) == 0, info.st_mode & S_IFMT == S_IFREG,
      info.st_size > 0, info.st_size <= Self.maximumRecord
    else { return nil }
    let size = Int(info.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      while filled < size {
        let count = Glibc.read(fd, buffer.baseAddress! + filled, size - filled)
        guard count > 0 else { return }
        filled += count
      }
    }
    return bytes.count == size ? bytes : nil
  }

  /// Puts a record in place at once, or not at all. `body` writes it and says whether it is to be kept.
  func write(_ name: String, _ body: (RecordWriter) -> Bool) {
    guard let folder = open(creating: true), let number = begin(folder) else { return }
    let draft = "\(name).\(getpid())-\(number)"
    let fd = openat(folder, draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard fd >= 0 else { return }
    let writer = RecordWriter(fd: fd, limit: Self.maximumRecord)
    let isWhole = body(writer) && writer.finish()
    guard close(fd) == 0, isWhole, renameat(folder, draft, folder, name) == 0 else {
      unlinkat(folder, draft, 0)
      return
    }
    state.withLock {
      $0.written += writer.count
      $0.total = ($0.total ?? 0) + Self.space(writer.count)
    }
  }

  /// A number for the draft; nil where this run is to write no more.
  private func begin(_ folder: Int32) -> Int? {
    state.withLock { state in
      guard state.written < Self.maximumTotal else { return nil }
      if state.total.map({ $0 > Self.maximumTotal }) ?? true { state.total = Self.prune(folder) }
      state.count += 1
      return state.count
    }
  }

  // MARK: its size

  /// What a file takes: records are counted by the page.
  private static func space(_ size: Int) -> Int { (size + 4095) & ~4095 }

  /// Drops the oldest records where there are too many, and drafts that a killed run left. What is left is the result.
  private static func prune(_ folder: Int32) -> Int {
    let copy = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let listing = fdopendir(copy) else {
      if copy >= 0 { close(copy) }
      return 0
    }
    defer { closedir(listing) }
    var records: [(name: String, size: Int, time: Int)] = []
    var total = 0
    let now = time(nil)
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      var info = stat()
      // Nothing is touched that has not the name of a record or a draft.
      guard name.utf8.prefix(while: isDigit).count == 64, fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0,
        info.st_mode & S_IFMT == S_IFREG
      else { continue }
      if name.utf8.count > 64, now - info.st_mtim.tv_sec > staleSeconds {
        unlinkat(folder, name, 0)
        continue
      }
      records.append((name, space(Int(info.st_size)), info.st_mtim.tv_sec))
      total += space(Int(info.st_size))
    }
    guard total > maximumTotal else { return total }
    for record in records.sorted(by: { ($0.time, $0.name) < ($1.time, $1.name) }) where total > maximumTotal / 4 * 3 {
      if unlinkat(folder, record.name, 0) == 0 { total -= record.size }
    }
    return total
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 48...57 ~= byte || 97...102 ~= byte }
}
