/// `fopen64` and its kind.
public enum LargeFileNames {
  /// musl 1.2.4 took the `…64` names out of its table and answers for this fixed list in its loader (get_lfs64).
  static let fixed: Set<String> = [
    "aio_cancel", "aio_error", "aio_fsync", "aio_read", "aio_return", "aio_suspend", "aio_write", "alphasort", "creat",
    "fallocate", "fgetpos", "fopen", "freopen", "fseeko", "fsetpos", "fstat", "fstatat", "fstatfs", "fstatvfs",
    "ftello", "ftruncate", "ftw", "getdents", "getrlimit", "glob", "globfree", "lio_listio", "lockf", "lseek", "lstat",
    "mkostemp", "mkostemps", "mkstemp", "mkstemps", "mmap", "nftw", "open", "openat", "posix_fadvise",
    "posix_fallocate", "pread", "preadv", "prlimit", "pwrite", "pwritev", "readdir", "scandir", "sendfile", "setrlimit",
    "stat", "statfs", "statvfs", "tmpfile", "truncate", "versionsort",
  ]

  /// Whether musl's loader answers for a name that musl does not define.
  public static func isAnswered(_ name: String, by target: Target) -> Bool {
    isAnswered(Array(name.utf8)[...], by: target)
  }

  static func isAnswered(_ name: ArraySlice<UInt8>, by target: Target) -> Bool {
    guard target.loader == .musl, name.count > 2, name.last == 0x34, name.dropLast().last == 0x36,
      target.isAtLeast("1.2.4")
    else { return false }
    let text = String(decoding: name, as: UTF8.self)
    if text == "readdir64_r" { return true }
    let plain = String(text.dropLast(2))
    return fixed.contains(plain) && target.provider(.musl)?.symbols.export(named: plain) != nil
  }
}

extension Rule {
  /// The large-file names, which musl keeps for old programs only.
  static let lfs64: Rule = Rule(
    "lfs64", title: "large-file names (fopen64 …)",
    why: """
      On 64-bit machines fopen64 and fopen are one function. musl before 1.2.4 exports 60 such names; later ones \
      answer for a fixed list in the loader, on which fcntl64 does not stand: a new link against musl finds none of \
      them, and dlsym neither. The shim has them all.
      """,
    fix: "build without -D_LARGEFILE64_SOURCE and -D_FILE_OFFSET_BITS=64; or use the shim",
    object: { view in
      let answered = view.references.filter { if case .alias = $0.answer { true } else { false } }.map { view.name($0) }
      guard let first = answered.first else { return [] }
      let more = answered.count > 1 ? " and \(answered.count - 1) more" : ""
      return [
        lfs64.finding(
          .note, .load, .table, "\(first)\(more): answered by musl's loader from a fixed list", in: view.object)
      ]
    })
}
