// /etc/ld.so.conf: folders, one a line, and `include` with a pattern (ldconfig(8)). Read when a search first gets this
// far.

enum Configuration {
  nonisolated(unsafe) private static var list: Text? = nil

  /// The folders with colons between them.
  static func directories() -> Text {
    if let list { return list }
    var result = Message(capacity: 4096)
    result.clear()
    readConfiguration(text("/etc/ld.so.conf"), &result, depth: 0)
    list = result.text
    return result.text
  }

  private static func readConfiguration(_ path: Text, _ result: inout Message, depth: Int) {
    if depth > 4 { return }
    WholeFile.with(path) { content, count in
      var start = 0
      while start < Int(bitPattern: count) {
        var end = start
        while end < Int(bitPattern: count) && content[end] != 0x0a { end &+= 1 }
        content[end] = 0
        readLine(content + start, &result, depth)
        start = end &+ 1
      }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0d }

  private static func readLine(_ line: UnsafeMutablePointer<UInt8>, _ result: inout Message, _ depth: Int) {
    var line = line
    while isBlank(line.pointee) { line += 1 }
    var end = 0
    while line[end] != 0 && line[end] != 0x23 { end &+= 1 }
    while end > 0 && isBlank(line[end &- 1]) { end &-= 1 }
    line[end] = 0
    if end == 0 { return }
    if hasPrefix(UnsafePointer(line), "include") && isBlank(line[7]) {
      line += 8
      while isBlank(line.pointee) { line += 1 }
      include(UnsafePointer(line), &result, depth)
      return
    }
    if hasPrefix(UnsafePointer(line), "hwcap") || line.pointee != 0x2f { return }
    var stop = 0  // a folder may be followed by "=libc6", which means nothing any more
    while line[stop] != 0 && line[stop] != 0x3d && !isBlank(line[stop]) { stop &+= 1 }
    result.reserve(UInt(bitPattern: stop) &+ 1)
    if result.count != 0 { result.add(":") }
    result.append(UnsafePointer(line), UInt(bitPattern: stop))
  }

  /// Reads the files that `pattern` matches, in the order of their names. Only the last component may hold an asterisk.
  private static func include(_ pattern: Text, _ result: inout Message, _ depth: Int) {
    guard let slash = lastIndex(of: 0x2f, in: pattern) else { return }
    let last = pattern + Int(bitPattern: slash) + 1
    guard firstIndex(of: 0x2a, in: last) != nil else { readConfiguration(pattern, &result, depth: depth &+ 1); return }
    let folder = Arena.copy(pattern, slash)
    defer { Arena.release(folder) }
    var names = Directory.list(folder, matching: last)
    var index: UInt = 0
    while index < names.count {
      var path = Message(capacity: 4096)
      path.append(folder)
      path.add("/")
      path.append(names[index])
      readConfiguration(path.text, &result, depth: depth &+ 1)
      Arena.release(address(of: path.base), 4096)
      Arena.release(names[index])
      index = index &+ 1
    }
    names.release()
  }
}
