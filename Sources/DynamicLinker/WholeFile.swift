// A small file of the system's configuration, read whole: what is cut would say something else than was written.

enum WholeFile {
  private static let limit: UInt = 16 << 20

  /// Shows `use` the content, which it may change, with a zero byte behind it. Nothing where there is no such file; one
  /// beyond 16 MiB is no configuration: it is left out with a line that says so.
  static func with(_ path: Text, _ use: (UnsafeMutablePointer<UInt8>, UInt) -> Void) {
    let file = openFile(path)
    if file < 0 { return }
    var identity = FileIdentity()
    let isKnown = identify(file, &identity) == 0
    if isKnown && identity.size <= limit {
      let size = identity.size &+ 1
      let content: UnsafeMutablePointer<UInt8> = pointer(Arena.allocate(size, zeroed: false))
      let count = readFile(file, into: content, identity.size, at: 0)
      closeFile(file)
      content[Int(bitPattern: count)] = 0
      use(content, count)
      Arena.release(address(of: content), size)
      return
    }
    closeFile(file)
    if isKnown { refuse(path) }
  }

  private static func refuse(_ path: Text) {
    withScratch(4096) { buffer in
      var line = Message(in: buffer, capacity: 4096)
      line.add("ERROR: ld.so: ")
      line.append(path)
      line.add(" is larger than 16 MiB: ignored.\n")
      line.write(to: 2)
    }
  }
}
