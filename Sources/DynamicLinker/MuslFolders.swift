// Where musl's own linker looks: the folders of /etc/ld-musl-x86_64.path, which newlines or colons separate, or where there is no such
// file those that are built into musl. Asked last of all: a system without ld.so.conf may have a library nowhere else.

enum MuslFolders {
  nonisolated(unsafe) private static var list: Text? = nil
  private static let capacity: UInt = 16384

  /// The folders with colons between them. Of musl's built-in ones, /lib and /usr/lib have been asked before.
  static func directories() -> Text {
    if let list { return list }
    let found = readPathFile() ?? text("/usr/local/lib")
    list = found
    return found
  }

  /// Nil where there is no file. One that cannot be read or is empty names no folder, as with musl.
  private static func readPathFile() -> Text? {
    let file = withScratch(4096) { buffer in
      var path = Message(in: buffer, capacity: 4096)
      path.clear()
      appendPrefix(to: &path)
      path.add("/etc/ld-musl-x86_64.path")
      return openFile(path.text)
    }
    if file < 0 { return file == -Failure.noEntry ? nil : text("") }
    defer { closeFile(file) }
    return withScratch(capacity) { content in
      let count = readFile(file, into: content, capacity &- 1, at: 0)
      content[Int(bitPattern: count)] = 0
      var result = Message(capacity: capacity)
      result.clear()
      var start: Text = UnsafePointer(content)
      while start.pointee != 0 {
        var end = start
        while end.pointee != 0 && end.pointee != 0x3a && end.pointee != 0x0a { end += 1 }
        if start.pointee == 0x2f {  // a folder below the current one would be the caller's choice
          if result.count != 0 { result.add(":") }
          result.append(start, UInt(bitPattern: end - start))
        }
        if end.pointee == 0 { break }
        start = end + 1
      }
      return result.text
    }
  }

  /// musl installed as PREFIX/lib/ld-musl-x86_64.so.1 reads PREFIX/etc.
  private static func appendPrefix(to path: inout Message) {
    guard let musl = Process.musl?.pointee.path, let slash = lastIndex(of: 0x2f, in: musl) else { return }
    let name = lastComponent(musl)
    if !hasPrefix(name, "ld-musl-") && !hasPrefix(name, "libc.musl-") { return }
    var index = slash
    while index > 0 && musl[Int(bitPattern: index &- 1)] != 0x2f { index = index &- 1 }
    if index > 0 { path.append(musl, index &- 1) }
  }
}
