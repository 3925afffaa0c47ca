// One folder of a search path, with the subfolders for better processors (glibc-hwcaps).

enum Folder {
  /// Levels of x86-64 that the processor reaches: 1, 2, 3 or 4; 0 before it is known.
  nonisolated(unsafe) private static var level: UInt32 = 0

  /// --glibc-hwcaps-prepend: subfolders that come before those, and --glibc-hwcaps-mask: the only ones of those.
  nonisolated(unsafe) static var firstVariants: Text? = nil
  nonisolated(unsafe) static var variantMask: Text? = nil

  static func open(_ folder: Text, _ name: Text) -> FoundFile? {
    if hasVariants(folder) {
      if let found = openFirstVariants(folder, name) { return found }
      if level == 0 { level = Processor.level() }
      if level >= 4, let found = open(folder, variant: "x86-64-v4", name) { return found }
      if level >= 3, let found = open(folder, variant: "x86-64-v3", name) { return found }
      if level >= 2, let found = open(folder, variant: "x86-64-v2", name) { return found }
    }
    return open(folder, text(""), name)
  }

  private static func open(_ folder: Text, variant: StaticString, _ name: Text) -> FoundFile? {
    if let variantMask, !contains(variantMask, element: text(variant)) { return nil }
    return open(folder, text(variant), name)
  }

  private static func openFirstVariants(_ folder: Text, _ name: Text) -> FoundFile? {
    guard var start = firstVariants else { return nil }
    while true {
      let count = firstIndex(of: 0x3a, in: start) ?? length(start)
      let variant = Arena.copy(start, count)
      let found = count == 0 ? nil : open(folder, variant, name)
      Arena.release(variant)
      if found != nil || start[Int(bitPattern: count)] == 0 { return found }
      start += Int(bitPattern: count) + 1
    }
  }

  private struct Known {
    var folder: Text
    var hasVariants: Bool
  }
  /// What was found out at the start: the same few folders are asked for every library.
  nonisolated(unsafe) private static var known = List<Known>()

  private static func hasVariants(_ folder: Text) -> Bool {
    let isLasting = !Process.running && folder.pointee == 0x2f
    var index: UInt = 0
    while isLasting && index < known.count {
      if equal(known[index].folder, folder) { return known[index].hasVariants }
      index = index &+ 1
    }
    let answer = withPath(folder, "glibc-hwcaps", text(""), text("")) { path in
      systemCall(Call.access, Int(bitPattern: path.text), 0, 0, 0, 0, 0) == 0
    }
    if isLasting && known.count < 64 { known.append(Known(folder: Arena.copy(folder), hasVariants: answer)) }
    return answer
  }

  /// A file of the folder itself, or of its subfolder `variant`.
  private static func open(_ folder: Text, _ variant: Text, _ name: Text) -> FoundFile? {
    withPath(folder, variant.pointee == 0 ? "" : "glibc-hwcaps/", variant, name) { path in
      if path.count &+ 1 >= path.capacity { return nil }
      if Trace.shows(Trace.Kind.libraries) { Trace.attempt(path.text) }
      let file = openFile(path.text)
      if file >= 0 { return accept(file, path) }
      let number = 0 &- file
      if number != Failure.noEntry && number != Failure.notDirectory && Search.errorNumber == 0 {
        Search.errorNumber = number
      }
      return nil
    }
  }

  /// A file for another machine or word size is passed over while searching, as glibc does; any other file is the
  /// answer.
  private static func accept(_ file: Int, _ path: Message) -> FoundFile? {
    if Search.isForSecureProgram && !isSetUserID(file) { closeFile(file); return nil }
    let usable = FileStart.with(file) { base, count in
      if count < 20 { return true }
      let isELF = base.load(as: UInt32.self) == 0x464c_457f
      return !isELF
        || (base.load(fromByteOffset: 4, as: UInt8.self) == 2 && base.load(fromByteOffset: 18, as: UInt16.self) == 62)
    }
    if usable { return FoundFile(file: file, path: Arena.copy(path.text, path.count)) }
    closeFile(file)
    return nil
  }

  private static func isSetUserID(_ file: Int) -> Bool {
    var identity = FileIdentity()
    return identify(file, &identity) == 0 && identity.mode & 0o4000 != 0
  }

  private static func withPath<Result>(
    _ folder: Text, _ middle: StaticString, _ variant: Text, _ name: Text, _ use: (Message) -> Result
  ) -> Result {
    withScratch(4096) { buffer in
      var path = Message(in: buffer, capacity: 4096)
      path.append(folder)
      if path.count == 0 || folder[Int(bitPattern: length(folder)) - 1] != 0x2f { path.add("/") }
      path.add(middle)
      path.append(variant)
      if variant.pointee != 0 { path.add("/") }
      path.append(name)
      return use(path)
    }
  }
}
