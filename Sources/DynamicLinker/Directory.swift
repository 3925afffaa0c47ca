// The names in a folder that match a pattern with asterisks, sorted.

enum Directory {
  static func list(_ folder: Text, matching pattern: Text) -> List<Text> {
    var names = List<Text>()
    let file = openDirectory(folder)
    if file < 0 { return names }
    let size: UInt = 32768
    let memory = Arena.allocate(size)
    while true {
      let answer = systemCall(Call.getdents, file, Int(bitPattern: memory), Int(bitPattern: size), 0, 0, 0)
      if answer <= 0 { break }
      var record = memory
      let end = memory &+ UInt(bitPattern: answer)
      while record &+ 19 < end {  // d_reclen at 16, d_name at 19
        let name: Text = UnsafePointer(pointer(record &+ 19))
        if name.pointee != 0x2e && matches(name, pattern) { insert(Arena.copy(name), &names) }
        let step = UInt(read(record &+ 16, as: UInt16.self))
        if step == 0 { break }
        record = record &+ step
      }
    }
    closeFile(file)
    Arena.release(memory, size)
    return names
  }

  private static func insert(_ name: Text, _ names: inout List<Text>) {
    names.append(name)
    var index = names.count &- 1
    while index > 0 && isBefore(name, names[index &- 1]) {
      names[index] = names[index &- 1]
      index = index &- 1
    }
    names[index] = name
  }

  private static func isBefore(_ a: Text, _ b: Text) -> Bool {
    var index = 0
    while a[index] != 0 && a[index] == b[index] { index &+= 1 }
    return a[index] < b[index]
  }

  /// An asterisk stands for any number of bytes, a question mark for one.
  static func matches(_ name: Text, _ pattern: Text) -> Bool {
    var name = name
    var pattern = pattern
    while pattern.pointee != 0 {
      if pattern.pointee == 0x2a {
        while true {
          if matches(name, pattern + 1) { return true }
          if name.pointee == 0 { return false }
          name += 1
        }
      }
      if name.pointee == 0 || (pattern.pointee != 0x3f && pattern.pointee != name.pointee) { return false }
      name += 1
      pattern += 1
    }
    return name.pointee == 0
  }
}
