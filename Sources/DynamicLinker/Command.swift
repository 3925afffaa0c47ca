// The loader as a command, like glibc's: ld-linux-x86-64.so.2 [OPTION]... PROGRAM [ARGUMENT]..., and under the name
// glibc-run.

enum Command {
  nonisolated(unsafe) static var programPath: UInt = 0
  nonisolated(unsafe) private static var verifyOnly = false

  static func start() -> ObjectRef {
    var index: UInt = 1
    var name: UInt = 0
    let own = Process.argumentCount > 0 ? Process.name : text("")
    let isRun = equal(lastComponent(own), to: "glibc-run")
    func argument(_ number: UInt) -> Text? {
      number < Process.argumentCount ? UnsafePointer(pointer(read(Process.arguments &+ number &* 8))) : nil
    }
    func value(_ option: StaticString, _ current: Text, _ index: inout UInt) -> Text? {
      if !equal(current, to: option) { return nil }
      index = index &+ 1
      guard let next = argument(index) else { unknown(current) }
      return next
    }
    while let current = argument(index), current[0] == 0x2d, current[1] == 0x2d {
      if current[2] == 0 { index = index &+ 1; break }
      if equal(current, to: "--help") { usage(isRun, 0) }
      if equal(current, to: "--version") { version(isRun) }
      if equal(current, to: "--list") {
        Listing.isWanted = true
      } else if equal(current, to: "--verify") {
        verifyOnly = true
      } else if equal(current, to: "--inhibit-cache") {
      } else if let path = value("--library-path", current, &index) {
        Search.libraryPath = path
      } else if let list = value("--preload", current, &index) {
        Preload.fromCommand = list
      } else if let replacement = value("--argv0", current, &index) {
        name = UInt(bitPattern: replacement)
      } else if let list = value("--inhibit-rpath", current, &index) {
        Search.withoutOwnFolders = list
      } else if let list = value("--glibc-hwcaps-prepend", current, &index) {
        Folder.firstVariants = list
      } else if let list = value("--glibc-hwcaps-mask", current, &index) {
        Folder.variantMask = list
      } else if value("--audit", current, &index) != nil {
      } else {
        unknown(current)
      }
      index = index &+ 1
    }
    guard let path = argument(index) else { noProgram() }
    findOwnPath()
    let program = map(path, isRun)
    shiftArguments(index, name)
    return program
  }

  /// The loader's own file, for what lies beside it.
  private static func findOwnPath() {
    let buffer: UnsafeMutablePointer<UInt8> = pointer(Arena.allocate(4096))
    if readLink(text("/proc/self/exe"), into: buffer, 4096) {
      Process.loader?.pointee.path = UnsafePointer(buffer)
      Process.loader?.pointee.name = UnsafePointer(buffer)
    } else if Process.auxiliaryValue(Auxiliary.programName) != 0 {
      Process.loader?.pointee.path = UnsafePointer(pointer(Process.auxiliaryValue(Auxiliary.programName)))
    }
  }

  private static func map(_ name: Text, _ isRun: Bool) -> ObjectRef {
    let path = locate(name, isRun)
    let file = openFile(path)
    if file < 0 {
      if verifyOnly { exitProcess(1) }
      stop(name, 0 &- file == Failure.noEntry || 0 &- file == Failure.notDirectory ? 127 : 126) {
        $0.add("cannot open shared object file: ")
        $0.add(errorText(0 &- file))
      }
    }
    guard let object = Libraries.load(file, path, kind: ObjectKind.program, allowExecutable: true) else {
      if verifyOnly { exitProcess(1) }
      let reason = LastError.text
      fatal(isRun ? 126 : 127) { line in
        line.add("error while loading shared libraries: ")
        line.append(reason)
      }
    }
    closeFile(file)
    if isRun && !isForLoader(object) {
      stop(name, 126) { $0.add("not a program for glibc: its interpreter is not ld-linux-x86-64.so.2") }
    }
    if verifyOnly { exitProcess(isForLoader(object) ? 0 : 2) }
    object.pointee.name = text("")
    if let name = interpreter(object) { Process.loader?.pointee.name = name }
    let buffer: UnsafeMutablePointer<UInt8> = pointer(Arena.allocate(8192))
    programPath = UInt(bitPattern: Origin.makeAbsolute(path, buffer) ?? path)
    Process.entry = object.pointee.entry
    // The auxiliary vector describes the program, as it would had the kernel mapped it.
    Process.setAuxiliary(Auxiliary.headers, address(of: object.pointee.headers))
    Process.setAuxiliary(Auxiliary.headerCount, object.pointee.headerCount)
    Process.setAuxiliary(Auxiliary.entry, object.pointee.entry)
    Process.setAuxiliary(Auxiliary.base, SharedData.ownHeader)
    Process.setAuxiliary(Auxiliary.programName, UInt(bitPattern: path))
    return object
  }

  /// glibc-run looks a plain name up in PATH, as a shell does; the loader takes the name as it is.
  private static func locate(_ name: Text, _ isRun: Bool) -> Text {
    if !isRun || firstIndex(of: 0x2f, in: name) != nil { return Arena.copy(name) }
    guard var start = Process.variable("PATH") else { return Arena.copy(name) }
    var path = Message(capacity: 4096)
    while true {
      let count = firstIndex(of: 0x3a, in: start) ?? length(start)
      path.clear()
      path.append(start, count)
      path.add(count == 0 ? "./" : "/")
      path.append(name)
      let isWhole = path.count &+ 1 < path.capacity  // a path that is cut names another file
      if isWhole && systemCall(Call.access, Int(bitPattern: path.text), 1, 0, 0, 0, 0) == 0 {
        return Arena.copy(path.text)
      }
      if start[Int(bitPattern: count)] == 0 { return Arena.copy(name) }
      start += Int(bitPattern: count) + 1
    }
  }

  private static func isForLoader(_ object: ObjectRef) -> Bool {
    interpreter(object).map { equal(lastComponent($0), to: "ld-linux-x86-64.so.2") } ?? false
  }

  /// What the program calls its loader.
  private static func interpreter(_ object: ObjectRef) -> Text? {
    for index in 0..<Int(bitPattern: object.pointee.headerCount) {
      let segment = object.pointee.headers[index]
      if segment.type != SegmentType.interpreter { continue }
      let start = object.pointee.at(segment.address)
      if segment.fileSize == 0 || !fits(start, segment.fileSize, from: 0, to: Dynamic.fileEnd(object, start))
        || read(start &+ segment.fileSize &- 1, as: UInt8.self) != 0
      {
        return nil
      }
      return UnsafePointer(pointer(start))
    }
    return nil
  }

  /// The program sees its own name as argv[0]: the arguments move down over ours, and so does everything behind them.
  private static func shiftArguments(_ index: UInt, _ name: UInt) {
    var from = Process.arguments &+ index &* 8
    var to = Process.arguments
    let count = Process.argumentCount &- index
    write(count, at: Process.stack)
    // argv and its end, the environment and its end, the auxiliary vector and its end
    var nulls = 0
    while nulls < 2 {
      let word: UInt = read(from)
      write(word, at: to)
      from = from &+ 8
      to = to &+ 8
      if word == 0 { nulls &+= 1 }
    }
    if index & 1 == 1 {
      // The stack pointer stays, so an odd number of words may move freely: its alignment does not change.
    }
    while true {
      let type: UInt = read(from)
      write(type, at: to)
      write(read(from &+ 8), at: to &+ 8)
      from = from &+ 16
      to = to &+ 16
      if type == 0 { break }
    }
    if name != 0 { write(name, at: Process.arguments) }
    Process.readStack(Process.stack)
  }

  /// The closure could not be loaded; `LastError` says why.
  static func failed() -> Never {
    LastError.stop()
  }

  private static func stop(_ name: Text, _ status: Int, _ reason: (inout Message) -> Void) -> Never {
    fatal(status) { line in
      line.add("error while loading shared libraries: ")
      line.append(name)
      line.add(": ")
      reason(&line)
    }
  }

  private static func unknown(_ option: Text) -> Never {
    fatal(1) { line in
      line.add("unrecognized option '")
      line.append(option)
      line.add("'; try --help")
    }
  }

  private static func noProgram() -> Never { fatal(1) { $0.add("missing program name; try --help") } }

  private static func version(_ isRun: Bool) -> Never {
    let line: StaticString = "ld.so (glibc-compat) stable release, glibc 2.36's rules on musl\n"
    writeAll(1, line.utf8Start, UInt(bitPattern: line.utf8CodeUnitCount))
    exitProcess(0)
  }

  private static func usage(_ isRun: Bool, _ status: Int) -> Never {
    var line = Message(capacity: 4096)
    line.add("Usage: ")
    line.append(Process.name)
    line.add(
      """
       [OPTION]... PROGRAM [ARGUMENT]...
      Run a program that was built for glibc on musl's libc.

        --library-path PATH   search these folders (colons between them) instead of LD_LIBRARY_PATH
        --preload LIST        load these libraries first
        --argv0 NAME          what the program sees as its own name
        --inhibit-rpath LIST  do not search the folders that these objects name in DT_RPATH or DT_RUNPATH
        --glibc-hwcaps-prepend LIST, --glibc-hwcaps-mask LIST
                              variants for better processors: take these first, or only these
        --list                list what would be loaded, and from where (also LD_TRACE_LOADED_OBJECTS=1, or ldd)
        --verify              say by the exit status whether PROGRAM is one for this loader (0 yes, 2 no, 1 not loadable)
        --inhibit-cache       without effect: there is no cache
        --help, --version

      Exit status: the program's; 127 where it or a library of it is not found, 126 where it cannot be run.

      """)
    line.write(to: status == 0 ? 1 : 2)
    exitProcess(status)
  }
}
