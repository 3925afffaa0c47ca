// $ORIGIN, $LIB and $PLATFORM in paths (ld.so(8), "Dynamic string tokens").

enum PathTokens {
  /// A copy of `count` bytes of `path` with the tokens replaced. Nil where a token has no value: the path is passed
  /// over then.
  static func expand(_ path: Text, _ count: UInt, _ object: ObjectRef?) -> Text? {
    var hasToken = false
    var index: UInt = 0
    while index < count {
      if path[Int(bitPattern: index)] == 0x24 { hasToken = true }
      index = index &+ 1
    }
    if !hasToken { return Arena.copy(path, count) }
    return withScratch(4096) { buffer in
      var result = Message(in: buffer, capacity: 4096)
      var index: UInt = 0
      while index < count {
        let cursor = path + Int(bitPattern: index)
        if cursor.pointee != 0x24 {
          result.append(cursor, 1)
          index = index &+ 1
          continue
        }
        let origin = match(cursor, count &- index, "ORIGIN")
        let library = match(cursor, count &- index, "LIB")
        let platform = match(cursor, count &- index, "PLATFORM")
        if origin > 0 {
          // With AT_SECURE the place of the file is the caller's choice; only a fixed system folder would be safe.
          if Process.secure { return nil }
          guard let object, let folder = Origin.of(object) else { return nil }
          result.append(folder)
          index = index &+ origin
        } else if library > 0 {
          result.add("lib/x86_64-linux-gnu")
          index = index &+ library
        } else if platform > 0 {
          let value = Process.auxiliaryValue(Auxiliary.platform)
          if value == 0 { return nil }
          result.append(UnsafePointer(pointer(value)))
          index = index &+ platform
        } else {
          result.append(cursor, 1)
          index = index &+ 1
        }
      }
      return result.count &+ 1 >= result.capacity ? nil : Arena.copy(result.text, result.count)
    }
  }

  /// Length of the token at `text`, which starts with a dollar sign, 0 where it is another one.
  private static func match(_ text: Text, _ count: UInt, _ token: StaticString) -> UInt {
    let size = UInt(bitPattern: token.utf8CodeUnitCount)
    if count >= size &+ 3 && text[1] == 0x7b && memcmp(text + 2, token.utf8Start, size) == 0
      && text[Int(bitPattern: size) + 2] == 0x7d
    {
      return size &+ 3
    }
    guard count >= size &+ 1 && memcmp(text + 1, token.utf8Start, size) == 0 else { return 0 }
    if count > size &+ 1 {
      let next = text[Int(bitPattern: size) + 1]
      let isName =
        (next >= 0x41 && next <= 0x5a) || (next >= 0x61 && next <= 0x7a) || (next >= 0x30 && next <= 0x39)
        || next == 0x5f
      if isName { return 0 }
    }
    return size &+ 1
  }
}

enum Origin {
  /// The folder that holds an object's file.
  static func of(_ object: ObjectRef) -> Text? {
    if let known = object.pointee.origin { return known }
    let origin = withScratch(8192) { buffer -> Text? in
      let base = buffer
      var path = object.pointee.path
      if object.pointee.kind == ObjectKind.program && !Process.isCommand {
        if !readLink(text("/proc/self/exe"), into: base, 4096) { return nil }
        path = UnsafePointer(base)
      }
      guard let absolute = makeAbsolute(path, base + 4096), let slash = lastIndex(of: 0x2f, in: absolute) else {
        return nil
      }
      return slash == 0 ? Arena.copy(text("/")) : Arena.copy(absolute, slash)
    }
    object.pointee.origin = origin
    return origin
  }

  /// `path`, or the current folder and `path` in `buffer` (4096 bytes) where it is relative.
  static func makeAbsolute(_ path: Text, _ buffer: UnsafeMutablePointer<UInt8>) -> Text? {
    if path.pointee == 0x2f { return path }
    let answer = systemCall(Call.getcwd, Int(bitPattern: buffer), 4096, 0, 0, 0, 0)
    if answer <= 0 || buffer[0] != 0x2f { return nil }
    var line = Message(in: buffer, capacity: 4096)
    line.count = UInt(bitPattern: answer) &- 1
    if line.count > 1 { line.add("/") }
    line.append(path)
    return line.text
  }
}
