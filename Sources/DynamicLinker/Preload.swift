// Libraries that the user wants before all others: LD_PRELOAD, --preload and /etc/ld.so.preload (ld.so(8)).

enum Preload {
  nonisolated(unsafe) static var fromCommand: Text? = nil
  /// LD_PRELOAD, kept before a program with rights of its own loses it.
  nonisolated(unsafe) static var fromEnvironment: Text? = nil

  static func load() -> List<ObjectRef> {
    var list = List<ObjectRef>()
    if let variable = fromEnvironment {
      Search.isForSecureProgram = Process.secure
      add(variable, "LD_PRELOAD", &list)
      Search.isForSecureProgram = false
    }
    if let option = fromCommand { add(option, "--preload", &list) }
    WholeFile.with(text("/etc/ld.so.preload")) { content, _ in
      add(UnsafePointer(content), "/etc/ld.so.preload", &list)
    }
    return list
  }

  private static func add(_ names: Text, _ source: StaticString, _ list: inout List<ObjectRef>) {
    var start = names
    while start.pointee != 0 {
      var end = start
      while end.pointee != 0 && end.pointee != 0x3a && end.pointee > 0x20 { end += 1 }
      let count = UInt(bitPattern: end - start)
      if count > 0 {
        let name = Arena.copy(start, count)
        if PseudoLibc.isMember(name) || Search.isForSecureProgram && !isPlain(name, count) {
          // It is there anyway, or it is a path, which the caller of such a program may not choose.
        } else if let object = Libraries.load(name, requester: Process.program) {
          if !list.contains(object) { list.append(object) }
        } else {
          warn(name, source)
        }
        Arena.release(name)
      }
      if end.pointee == 0 { return }
      start = end + 1
    }
  }

  private static func isPlain(_ name: Text, _ count: UInt) -> Bool {
    count < 255 && firstIndex(of: 0x2f, in: name) == nil
  }

  private static func warn(_ name: Text, _ source: StaticString) {
    var line = Message(capacity: 4096)
    line.add("ERROR: ld.so: object '")
    line.append(name)
    line.add("' from ")
    line.add(source)
    line.add(" cannot be preloaded (")
    line.add("cannot open shared object file): ")
    line.add("ignored.\n")
    line.write(to: 2)
    Arena.release(address(of: line.base), 4096)
  }
}
