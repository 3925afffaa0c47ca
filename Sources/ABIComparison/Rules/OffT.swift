extension Rule {
  /// Programs with 32-bit file offsets.
  static let offT: Rule = Rule(
    "off-t", title: "file offsets of 32 bits",
    why: """
      On 32-bit machines a program built for glibc without -D_FILE_OFFSET_BITS=64 has an off_t of 32 bits, and \
      structures that hold one (stat, dirent, flock, rlimit, statfs, fpos_t). In musl off_t always has 64 bits: an \
      offset takes twice the room among the arguments, and the fields stand elsewhere. Names that end in 64 are the \
      same in both.
      """,
    fix: "rebuild with -D_FILE_OFFSET_BITS=64",
    names: Set(offsetNames + structureNames),
    object: { view in
      guard view.target.loader == .musl, view.target.machine.hasShortOffsets else { return [] }
      return view.answeredByMusl().compactMap { name, reference -> Finding? in
        let what: String
        if offsetNames.contains(name) {
          what = "an offset of 32 bits in the program, of 64 in musl"
        } else if structureNames.contains(name) {
          what = "its structure has 32-bit offsets in the program, 64-bit ones in musl"
        } else {
          return nil
        }
        return offT.finding(
          .warning, .silent, .table, "\(name): \(what)", symbol: name, version: view.version(reference),
          in: view.object, provider: "musl")
      }
    })

  /// Offsets among the arguments or in the result.
  private static let offsetNames = [
    "lseek", "pread", "pwrite", "preadv", "pwritev", "mmap", "ftruncate", "truncate", "fseeko", "ftello", "lockf",
    "sendfile", "posix_fadvise", "posix_fallocate", "fallocate", "sync_file_range", "copy_file_range",
  ]
  /// Offsets in what an argument points to or the result is.
  private static let structureNames = [
    "stat", "lstat", "fstat", "fstatat", "__xstat", "__lxstat", "__fxstat", "__fxstatat", "readdir", "readdir_r",
    "scandir", "ftw", "nftw", "statfs", "fstatfs", "statvfs", "fstatvfs", "getrlimit", "setrlimit", "prlimit",
    "fgetpos", "fsetpos", "aio_read", "aio_write", "lio_listio",
  ]
}

extension Machine {
  /// Whether glibc's off_t has 32 bits unless the program asks for more.
  var hasShortOffsets: Bool { !is64 && [3, 4, 8, 15, 20, 22, 40, 42].contains(number) }
}
