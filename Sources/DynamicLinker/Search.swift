// Where libraries are sought, in glibc's order (ld.so(8)): DT_RPATH of the requester and of those who requested it,
// unless the requester has a DT_RUNPATH; LD_LIBRARY_PATH; DT_RUNPATH; the folders of /etc/ld.so.conf; the system's
// folders. After all of these, which no glibc would do: where musl's own linker looks.

struct FoundFile {
  var file: Int
  var path: Text
}

enum Search {
  /// errno of the first failure that says more than that a file is not there.
  nonisolated(unsafe) static var errorNumber = 0
  /// LD_LIBRARY_PATH or --library-path.
  nonisolated(unsafe) static var libraryPath: Text? = nil

  /// --inhibit-rpath: the names of objects whose DT_RPATH and DT_RUNPATH do not count.
  nonisolated(unsafe) static var withoutOwnFolders: Text? = nil
  /// What LD_PRELOAD names is sought for a program with rights of its own: only files count that are set-user-ID
  /// themselves, which only who owns them could allow, and of the folders only those that nobody chose.
  nonisolated(unsafe) static var isForSecureProgram = false

  nonisolated(unsafe) private static var soughtMemory: UInt = 0
  nonisolated(unsafe) private static var soughtCount: UInt = 0
  private static let soughtCapacity: UInt = 1024

  static func isWithoutOwnFolders(_ object: ObjectRef) -> Bool {
    guard let list = withoutOwnFolders else { return false }
    return contains(list, element: object.pointee.path)
  }

  static var systemFolders: Text {
    text("/lib/x86_64-linux-gnu:/usr/lib/x86_64-linux-gnu:/lib64:/usr/lib64:/lib:/usr/lib")
  }

  static func open(path name: Text, _ requester: ObjectRef?) -> FoundFile? {
    errorNumber = 0
    guard let path = PathTokens.expand(name, length(name), requester) else { return nil }
    let file = openFile(path)
    if file >= 0 { return FoundFile(file: file, path: path) }
    errorNumber = 0 &- file
    Arena.release(path)
    return nil
  }

  static func find(_ name: Text, _ requester: ObjectRef?) -> FoundFile? {
    errorNumber = 0
    soughtCount = 0
    if !Trace.shows(Trace.Kind.libraries) { return search(name, requester) }
    Trace.search(name)
    defer { Trace.line { _ in } }
    return search(name, requester)
  }

  private static func search(_ name: Text, _ requester: ObjectRef?) -> FoundFile? {
    if requester?.pointee.runpath == nil {
      var object = requester
      var sawProgram = false
      while let current = object {
        if current.pointee.kind == ObjectKind.program { sawProgram = true }
        if current.pointee.runpath == nil, let found = search(current.pointee.rpath, name, current, "RPATH") {
          return found
        }
        object = current.pointee.requester
      }
      if !sawProgram, let program = Process.program, program.pointee.runpath == nil,
        let found = search(program.pointee.rpath, name, program, "RPATH")
      {
        return found
      }
    }
    if let found = search(libraryPath, name, Process.program, "LD_LIBRARY_PATH", semicolons: true) { return found }
    if let requester, let found = search(requester.pointee.runpath, name, requester, "RUNPATH") {
      return found
    }
    if requester?.pointee.noDefaultLibraries == true { return nil }
    if isForSecureProgram { return search(systemFolders, name, nil, "system search path") }
    if let found = search(Configuration.directories(), name, nil, "/etc/ld.so.conf") { return found }
    return search(systemFolders, name, nil, "system search path")
      ?? search(MuslFolders.directories(), name, nil, "musl's search path")
  }

  /// Looks for `name` in a list of folders that colons separate.
  private static func search(
    _ list: Text?, _ name: Text, _ object: ObjectRef?, _ source: StaticString, semicolons: Bool = false
  ) -> FoundFile? {
    guard let list, list.pointee != 0 else { return nil }
    if Trace.shows(Trace.Kind.libraries) { Trace.folders(list, source, object) }
    var start = list
    while true {
      var end = start
      while end.pointee != 0 && end.pointee != 0x3a && !(semicolons && end.pointee == 0x3b) { end += 1 }
      let count = UInt(bitPattern: end - start)
      if let folder = count == 0 ? Arena.copy(text(".")) : PathTokens.expand(start, count, object) {
        let found = Folder.open(folder, name)
        note(folder)
        Arena.release(folder)
        if let found { return found }
      }
      if end.pointee == 0 { return nil }
      start = end + 1
    }
  }

  private static func note(_ folder: Text) {
    if Process.running { return }
    if soughtMemory == 0 { soughtMemory = Arena.allocate(soughtCapacity) }
    var line = Message(in: pointer(soughtMemory), capacity: soughtCapacity)
    line.count = soughtCount
    line.add(soughtCount == 0 ? " (sought in " : ":")
    line.append(folder)
    soughtCount = line.count
  }

  /// Appends the folders that the last search went through.
  static func describe(_ line: inout Message) {
    if soughtCount == 0 { return }
    line.append(UnsafePointer(pointer(soughtMemory)), soughtCount)
    line.add(")")
  }
}
