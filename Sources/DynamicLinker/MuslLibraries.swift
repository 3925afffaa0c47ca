// Libraries that were built for musl, the system's own, in a program that was built for glibc. They were compiled with musl's types
// (regex_t, glob_t, addrinfo, FTW_*, sysconf's numbers…), so what they ask of libc is answered by musl itself, and not by the shim, which
// expects glibc's. The exceptions are what a process has once.

enum MuslLibraries {
  /// Memory is the shim's as everywhere (Scope.interposable); threads and their locks are, because the shim and the loader must
  /// know of each thread, and a lock may be used from both sides; so are the ends of the process. All of these have the same types in both
  /// libcs. So are timers and asynchronous input and output, for which musl starts threads by itself: the shim's are ours. The functions on bytes are
  /// the same too, and faster. Those that take a stream's buffer away must close the window that the shim opens in it.
  private static let shared: StaticString = """
    timer_create timer_delete timer_getoverrun timer_gettime timer_settime mq_notify aio_cancel aio_error aio_fsync aio_read aio_return \
    aio_suspend aio_write lio_listio aio_cancel64 aio_error64 aio_fsync64 aio_read64 aio_return64 aio_suspend64 aio_write64 lio_listio64 \
    call_once __cxa_atexit __cxa_finalize exit quick_exit _Fork getenv unsetenv \
    bcmp index memchr memcmp memcpy memmem memmove mempcpy memrchr memset rindex stpcpy stpncpy strcasecmp strcat strchr strchrnul \
    strcmp strcpy strcspn strlen strncasecmp strncat strncmp strncpy strnlen strpbrk strrchr strspn strstr wcscmp wcslen wcsncmp \
    wcsnlen wmemchr wmemset __fpurge setvbuf setbuf setbuffer setlinebuf
    """

  /// Whether `name`, of a DT_NEEDED entry, is one of musl's libc.
  static func isLibc(_ name: Text) -> Bool {
    let last = lastComponent(name)
    return equal(last, to: "libc.so") || hasPrefix(last, "libc.musl-") || hasPrefix(last, "ld-musl-")
  }

  /// What a reference of such a library binds to, where the search order has answered `found`.
  static func definition(_ reference: Reference, instead found: Definition) -> Definition {
    if found.object.pointee.kind == ObjectKind.musl, let shim = Process.shim, let own = shimName(reference.name) {
      return Scope.search(Reference(name: own), one: shim) ?? found
    }
    guard found.object.pointee.kind == ObjectKind.shim, let musl = Process.musl else { return found }
    if isShared(reference) {
      // Never an old version: timer_create's before glibc 2.3.3 had timers that were numbers.
      var current = reference
      current.newest = true
      return Scope.search(current, one: found.object) ?? found
    }
    return Scope.search(reference, one: musl) ?? found
  }

  /// The shim's name of what a process has once and no glibc exports: the first two lie inside of each program and library there.
  private static func shimName(_ name: Text) -> Text? {
    if equal(name, to: "atexit") { return text("__glibc_compat_atexit") }
    if equal(name, to: "at_quick_exit") { return text("__glibc_compat_at_quick_exit") }
    if equal(name, to: "fpurge") { return text("__fpurge") }
    return nil
  }

  private static func isShared(_ reference: Reference) -> Bool {
    let name = reference.name
    return hasPrefix(name, "pthread_") || hasPrefix(name, "sem_") || hasPrefix(name, "mtx_") || hasPrefix(name, "cnd_")
      || hasPrefix(name, "thrd_") || hasPrefix(name, "tss_") || contains(shared, word: name, length(name))
      || Scope.isInterposable(reference)
  }
}
