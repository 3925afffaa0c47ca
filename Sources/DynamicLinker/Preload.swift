// Libraries that the user wants before all others: LD_PRELOAD, --preload and /etc/ld.so.preload (ld.so(8)).

enum Preload {
  nonisolated(unsafe) static var fromCommand: Text? = nil

  static func load() -> List<ObjectRef> {
    var list = List<ObjectRef>()
    if !Process.secure, let variable = Process.variable("LD_PRELOAD") { add(variable, "LD_PRELOAD", &list) }
    if let option = fromCommand { add(option, "--preload", &list) }
    let file = openFile(text("/etc/ld.so.preload"))
    if file >= 0 {
      let size: UInt = 16384
      let content: UnsafeMutablePointer<UInt8> = pointer(Arena.allocate(size))
      let count = readFile(file, into: content, size &- 1, at: 0)
      content[Int(bitPattern: count)] = 0
      closeFile(file)
      add(UnsafePointer(content), "/etc/ld.so.preload", &list)
      Arena.release(address(of: content), size)
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
        if PseudoLibc.isMember(name) {
          // It is there anyway.
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
