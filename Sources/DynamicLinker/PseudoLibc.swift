// glibc's own libraries are one library here: the loader's exports, the shim, musl's libc. Their files are never
// loaded.

enum PseudoLibc {
  private static let names: StaticString = """
    libc.so.6 libm.so.6 libpthread.so.0 libdl.so.2 librt.so.1 libutil.so.1 libresolv.so.2 libanl.so.1 libnsl.so.1 libmvec.so.1 \
    libBrokenLocale.so.1 ld-linux-x86-64.so.2 libglibc-compat.so.1 libc.so libc.musl-x86_64.so.1 ld-musl-x86_64.so.1
    """

  static func isMember(_ name: Text) -> Bool {
    let last = lastComponent(name)
    return contains(names, word: last, length(last))
  }

  /// libc.so.6 itself: its place among the dependencies is where the pseudo-libc is searched. The other names only
  /// promise that it is there: a library between libm.so.6 and libc.so.6 may still interpose malloc.
  static func isMain(_ name: Text) -> Bool { equal(lastComponent(name), to: "libc.so.6") }

  static func appendMembers(to list: inout List<ObjectRef>) {
    if let loader = Process.loader { list.append(loader) }
    if let shim = Process.shim { list.append(shim) }
    if let musl = Process.musl { list.append(musl) }
  }
}
