// LD_DEBUG (ld.so(8)): what the loader does, line by line, on standard error or in the file that LD_DEBUG_OUTPUT names.
// The lines have the form that tools know of glibc's linker.

enum Trace {
  enum Kind {
    static let libraries: UInt32 = 1, relocations: UInt32 = 2, files: UInt32 = 4, bindings: UInt32 = 8,
      versions: UInt32 = 16, all: UInt32 = 31
  }

  nonisolated(unsafe) private static var kinds: UInt32 = 0
  nonisolated(unsafe) private static var file = 2
  private static let capacity: UInt = 16384

  /// One load and one test: what is asked where every reference passes.
  @inline(__always)
  static func shows(_ kind: UInt32) -> Bool { kinds & kind != 0 }
  /// Anything at all: the calls of constructors and destructors are always shown then.
  @inline(__always)
  static var isOn: Bool { kinds != 0 }

  /// Reads LD_DEBUG and LD_DEBUG_OUTPUT; `help` prints what there is and ends the process.
  @inline(never)
  static func readEnvironment() {
    guard let value = Process.variable("LD_DEBUG"), value.pointee != 0 else { return }
    var start = value
    while start.pointee != 0 {
      var end = start
      while end.pointee != 0 && end.pointee != 0x20 && end.pointee != 0x2c && end.pointee != 0x3a { end += 1 }
      take(start, UInt(bitPattern: end - start))
      if end.pointee == 0 { break }
      start = end + 1
    }
    if isOn, let name = Process.variable("LD_DEBUG_OUTPUT"), name.pointee != 0 { openOutput(name) }
  }

  private static func take(_ word: Text, _ count: UInt) {
    func its(_ name: StaticString) -> Bool {
      UInt(bitPattern: name.utf8CodeUnitCount) == count && memcmp(word, name.utf8Start, count) == 0
    }
    if count == 0 { return }
    if its("libs") { kinds |= Kind.libraries; return }
    if its("reloc") { kinds |= Kind.relocations; return }
    if its("files") { kinds |= Kind.files; return }
    if its("bindings") { kinds |= Kind.bindings; return }
    if its("versions") { kinds |= Kind.versions; return }
    if its("all") { kinds |= Kind.all; return }
    if its("help") { help() }
    if contains("symbols scopes statistics unused", word: word, count) { return }
    withScratch(1024) { buffer in
      var line = Message(in: buffer, capacity: 1024)
      line.add("warning: debug option `")
      line.append(word, count < 512 ? count : 512)
      line.add("' unknown; try LD_DEBUG=help\n")
      line.write(to: 2)
    }
  }

  private static func help() -> Never {
    let words: StaticString = """
      LD_DEBUG takes these words, with commas between them:

        libs        where libraries are searched for
        reloc       which objects are relocated
        files       which files are loaded, for whom, and where to
        bindings    which definition each reference is bound to
        versions    which versions of which libraries are asked for
        all         all of these
        help        this text, and the program is not started

      The lines go to standard error, or to the file that LD_DEBUG_OUTPUT names, with the process's number behind its name.

      """
    writeAll(1, words.utf8Start, UInt(bitPattern: words.utf8CodeUnitCount))
    exitProcess(0)
  }

  private static func openOutput(_ name: Text) {
    withScratch(4096) { buffer in
      var path = Message(in: buffer, capacity: 4096)
      path.append(name)
      path.add(".")
      path.append(number: processID())
      let flags = 0o1 | 0o100 | 0o2000 | 0o400000 | 0o2000000  // O_WRONLY, O_CREAT, O_APPEND, O_NOFOLLOW, O_CLOEXEC
      let isWhole = path.count &+ 1 < path.capacity
      let answer = isWhole ? systemCall(Call.open, Int(bitPattern: path.text), flags, 0o666, 0, 0, 0) : -1
      file = answer >= 0 ? answer : 1
    }
  }

  private static func processID() -> UInt { UInt(bitPattern: systemCall(Call.getProcessID, 0, 0, 0, 0, 0, 0)) }

  /// Writes one line, with the process's number before it.
  @inline(never)
  static func line(_ build: (inout Message) -> Void) {
    withScratch(capacity) { buffer in
      var line = Message(in: buffer, capacity: capacity)
      var rest: UInt = 1_000_000_000
      let number = processID()
      while rest > number && rest > 1 {
        line.add(" ")
        rest = rest / 10
      }
      line.append(number: number)
      line.add(":\t")
      build(&line)
      if line.count &+ 1 == line.capacity { line.count = line.count &- 1 }
      line.add("\n")
      line.write(to: file)
    }
  }

  /// An empty line, then one of the form `what: object`, then an empty one again.
  @inline(never)
  static func step(_ what: StaticString, _ object: ObjectRef, isAtEnd: Bool = false) {
    line { _ in }
    line {
      $0.add(what)
      $0.add(": ")
      $0.append(isAtEnd ? object.pointee.name : object.pointee.shownName)
      if isAtEnd { $0.add(" [0]") }
    }
    line { _ in }
  }
}

// What is shown, each in its place.
extension Trace {
  @inline(never)
  static func search(_ name: Text) {
    line {
      $0.add("find library=")
      $0.append(name)
      $0.add(" [0]; searching")
    }
  }

  @inline(never)
  static func folders(_ list: Text, _ source: StaticString, _ object: ObjectRef?) {
    line {
      $0.add(" search path=")
      $0.append(list)
      $0.add("\t\t(")
      $0.add(source)
      if let object, object.pointee.rpath == list || object.pointee.runpath == list {
        $0.add(" from file ")
        $0.append(object.pointee.shownName)
      }
      $0.add(")")
    }
  }

  @inline(never)
  static func attempt(_ path: Text) {
    line {
      $0.add("  trying file=")
      $0.append(path)
    }
  }

  @inline(never)
  static func wanted(_ name: Text, _ requester: ObjectRef?, _ isDependency: Bool) {
    line { _ in }
    line {
      $0.add("file=")
      $0.append(name)
      $0.add(isDependency || !Process.running ? " [0];  needed by " : " [0];  dynamically loaded by ")
      $0.append(requester?.pointee.shownName ?? Process.name)
      $0.add(" [0]")
    }
  }

  @inline(never)
  static func mapped(_ name: Text, _ object: ObjectRef) {
    line {
      $0.add("file=")
      $0.append(name)
      $0.add(" [0];  generating link map")
    }
    line {
      $0.add("  dynamic: 0x")
      $0.append(number: object.pointee.dynamic, radix: 16, width: 16)
      $0.add("  base: 0x")
      $0.append(number: object.pointee.base, radix: 16, width: 16)
      $0.add("   size: 0x")
      $0.append(number: object.pointee.mapEnd &- object.pointee.mapStart, radix: 16, width: 16)
    }
    line {
      $0.add("    entry: 0x")
      $0.append(number: object.pointee.entry, radix: 16, width: 16)
      $0.add("  phdr: 0x")
      $0.append(number: address(of: object.pointee.headers), radix: 16, width: 16)
      $0.add("  phnum: ")
      $0.append(number: object.pointee.headerCount)
    }
    line { _ in }
  }

  @inline(never)
  static func opened(_ object: ObjectRef) {
    line {
      $0.add("opening file=")
      $0.append(object.pointee.name)
      $0.add(" [0]; direct_opencount=")
      $0.append(number: object.pointee.openCount)
    }
    line { _ in }
  }

  @inline(never)
  static func unmapped(_ object: ObjectRef) {
    line { _ in }
    line {
      $0.add("file=")
      $0.append(object.pointee.name)
      $0.add(" [0];  destroying link map")
    }
  }

  @inline(never)
  static func relocation(_ object: ObjectRef, isLazy: Bool) {
    line { _ in }
    line {
      $0.add("relocation processing: ")
      $0.append(object.pointee.shownName)
      if isLazy { $0.add(" (lazy)") }
    }
  }

  @inline(never)
  static func binding(_ object: ObjectRef, _ target: ObjectRef, _ reference: Reference) {
    line {
      $0.add("binding file ")
      $0.append(object.pointee.shownName)
      $0.add(" [0] to ")
      $0.append(target.pointee.shownName)
      $0.add(" [0]: normal symbol `")
      $0.append(reference.name)
      $0.add("'")
      if let name = reference.version?.pointee.name {
        $0.add(" [")
        $0.append(name)
        $0.add("]")
      }
    }
  }

  @inline(never)
  static func version(_ name: Text, _ provider: ObjectRef, _ object: ObjectRef) {
    line {
      $0.add("checking for version `")
      $0.append(name)
      $0.add("' in file ")
      $0.append(provider.pointee.shownName)
      $0.add(" [0] required by file ")
      $0.append(object.pointee.shownName)
      $0.add(" [0]")
    }
  }
}
