// musl from 1.2.4 on has no fopen64 and the like in its symbol table: off_t always had 64 bits, and the names are
// macros. Its own linker maps these names to the plain ones for programs that were linked earlier; so does ours, for
// every program.

enum LargeFile {
  private static let names: StaticString = """
    __fxstat __fxstatat __lxstat __xstat aio_cancel aio_error aio_fsync aio_read aio_return aio_suspend aio_write alphasort creat \
    fallocate fgetpos fopen freopen fseeko fsetpos fstat fstatat fstatfs fstatvfs ftello ftruncate ftw getdents getrlimit glob \
    globfree lio_listio lockf lseek lstat mkostemp mkostemps mkstemp mkstemps mmap nftw open openat posix_fadvise posix_fallocate \
    pread preadv prlimit pwrite pwritev readdir scandir sendfile setrlimit stat statfs statvfs tmpfile truncate versionsort
    """

  static func find(_ reference: Reference, in musl: ObjectRef) -> UnsafeMutablePointer<Symbol>? {
    if equal(reference.name, to: "readdir64_r") {
      return Lookup.find(Reference(name: text("readdir_r")), in: musl)
    }
    let count = length(reference.name)
    if count < 4 || count > 20 { return nil }
    let stem = count &- 2
    if reference.name[Int(bitPattern: stem)] != 0x36 || reference.name[Int(bitPattern: stem) + 1] != 0x34 { return nil }
    if !contains(names, word: reference.name, stem) { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { buffer in
      let plain = buffer.baseAddress.unsafelyUnwrapped
      memcpy(plain, reference.name, stem)
      plain[Int(bitPattern: stem)] = 0
      return Lookup.find(Reference(name: UnsafePointer(plain)), in: musl)
    }
  }
}
