// The objects that are not found by a search: the program and the loader, which the kernel mapped, the vdso, the shim
// and musl.

enum OwnObjects {
  static func makeLoader() -> ObjectRef {
    let header = SharedData.ownHeader
    let object = Objects.make(
      ObjectKind.loader, name: text("/lib64/ld-linux-x86-64.so.2"), path: text("/lib64/ld-linux-x86-64.so.2"))
    fill(object, header)
    object.pointee.base = header
    bounds(object)
    if Dynamic.parse(object) != nil { fatal { $0.add("the dynamic linker's own file is damaged") } }
    object.pointee.relocated = true
    return object
  }

  private static func fill(_ object: ObjectRef, _ header: UInt) {
    let file: FileHeader = read(header)
    object.pointee.headers = pointer(header &+ file.headersOffset)
    object.pointee.headerCount = UInt(file.headerCount)
  }

  private static func bounds(_ object: ObjectRef) {
    var low = UInt.max
    var high: UInt = 0
    for index in 0..<Int(bitPattern: object.pointee.headerCount) {
      let segment = object.pointee.headers[index]
      if segment.type != SegmentType.load { continue }
      let start = pageFloor(object.pointee.at(segment.address))
      let end = pageCeiling(object.pointee.at(segment.address &+ segment.memorySize))
      if start < low { low = start }
      if end > high { high = end }
    }
    object.pointee.mapStart = low
    object.pointee.mapEnd = high
  }

  /// The program as the kernel mapped it.
  static func makeProgram() -> ObjectRef {
    let headers = Process.auxiliaryValue(Auxiliary.headers)
    let path = Process.auxiliaryValue(Auxiliary.programName)
    let object = Objects.make(
      ObjectKind.program, name: text(""), path: path == 0 ? Process.name : UnsafePointer(pointer(path)))
    object.pointee.headers = pointer(headers)
    object.pointee.headerCount = Process.auxiliaryValue(Auxiliary.headerCount)
    object.pointee.base = base(object)
    for index in 0..<Int(bitPattern: object.pointee.headerCount)
    where object.pointee.headers[index].type == SegmentType.interpreter {
      // The loader is known by the name that the program calls it.
      let name: Text = UnsafePointer(pointer(object.pointee.at(object.pointee.headers[index].address)))
      Process.loader?.pointee.name = name
      Process.loader?.pointee.path = name
    }
    bounds(object)
    if let error = Dynamic.parse(object) { LastError.set(Process.name, error); LastError.stop() }
    object.pointee.entry = Process.auxiliaryValue(Auxiliary.entry)
    Process.entry = object.pointee.entry
    return object
  }

  /// The difference between where the program is and where its file says.
  private static func base(_ object: ObjectRef) -> UInt {
    let headers = address(of: object.pointee.headers)
    var fromFirst: UInt? = nil
    for index in 0..<Int(bitPattern: object.pointee.headerCount) {
      let segment = object.pointee.headers[index]
      if segment.type == SegmentType.headers { return headers &- segment.address }
      if segment.type == SegmentType.load && segment.offset == 0 && fromFirst == nil {
        fromFirst = pageFloor(headers) &- segment.address  // the headers follow the file header on the first page
      }
    }
    return fromFirst ?? 0
  }

  /// The kernel's vdso: listed for unwinders and debuggers, never searched.
  static func makeVDSO() -> ObjectRef? {
    let header = Process.auxiliaryValue(Auxiliary.vdso)
    if header == 0 { return nil }
    let object = Objects.make(ObjectKind.vdso, name: text("linux-vdso.so.1"), path: text("linux-vdso.so.1"))
    fill(object, header)
    for index in 0..<Int(bitPattern: object.pointee.headerCount)
    where object.pointee.headers[index].type == SegmentType.load {
      object.pointee.base = header &- object.pointee.headers[index].address &+ object.pointee.headers[index].offset
      break
    }
    bounds(object)
    _ = Dynamic.parse(object)
    object.pointee.relocated = true
    object.pointee.initialize = 0
    return object
  }

  /// Finds and maps the shim and musl's libc: beside the loader, where the build installs them, in the system's
  /// folders.
  static func findLibc(_ program: ObjectRef) {
    var beside = Message(capacity: 4096)
    var folders = Message(capacity: 4096)
    findFolders(&beside, &folders)
    Process.musl = map(
      ObjectKind.musl, "ld-musl-x86_64.so.1:libc.musl-x86_64.so.1:x86_64-linux-musl/libc.so:musl/libc.so",
      "musl's libc", beside.text, folders.text)
    Process.shim = map(
      ObjectKind.shim, "libglibc-compat.so.1", "libglibc-compat.so.1", beside.text, folders.text)
    Arena.release(address(of: beside.base), beside.capacity)
    Arena.release(address(of: folders.base), folders.capacity)
    Process.musl?.pointee.relocated = true
  }

  /// Where they are sought: beside the loader, then where they are installed.
  private static func findFolders(_ beside: inout Message, _ folders: inout Message) {
    let own = Process.loader.unsafelyUnwrapped.pointee.path
    if let slash = lastIndex(of: 0x2f, in: own) {
      withScratch(4096) { buffer in
        beside.reserve(slash &+ 1)
        beside.append(own, slash)
        beside.add(":")
        // Where the loader's path is a link, the files are beside what it names.
        if readLink(own, into: buffer, 4096) {
          beside.reserve(slash &+ 4096)
          if buffer.pointee != 0x2f { beside.append(own, slash &+ 1) }
          if let end = lastIndex(of: 0x2f, in: UnsafePointer(buffer)) { beside.append(UnsafePointer(buffer), end) }
          beside.add(":")
        }
      }
    }
    folders.reserve(length(SharedData.libraryDirectory) &+ 128)
    folders.append(SharedData.libraryDirectory)
    folders.add(":/lib:/usr/lib:/usr/local/lib:/lib/x86_64-linux-gnu:/usr/lib/x86_64-linux-gnu:/lib64")
  }

  private static func map(
    _ kind: UInt8, _ names: StaticString, _ what: StaticString, _ beside: Text, _ folders: Text
  ) -> ObjectRef {
    if let found = searchBeside(beside, names) ?? search(folders, names),
      let object = Libraries.load(found.file, found.path, kind: kind)
    {
      closeFile(found.file)
      return object
    }
    fatal { line in
      line.add("error while loading shared libraries: ")
      line.add(what)
      line.add(": cannot open shared object file: No such file or directory (sought in ")
      line.append(beside)
      line.append(folders)
      line.add(")")
    }
  }

  /// What lies beside the loader counts before what the system has elsewhere, whatever its name.
  private static func searchBeside(_ folders: Text, _ names: StaticString) -> FoundFile? {
    withScratch(4096) { buffer in
      var folder = folders
      while let count = firstIndex(of: 0x3a, in: folder) {
        var one = Message(in: buffer, capacity: 4096)
        one.append(folder, count)
        if count &+ 1 < one.capacity, let found = search(one.text, names) { return found }
        folder += Int(bitPattern: count) + 1
      }
      return nil
    }
  }

  /// The first name in every folder, then the next: nearly every musl has its first name, and failed attempts take time.
  private static func search(_ folders: Text, _ names: StaticString) -> FoundFile? {
    withScratch(4096) { buffer in
      let end = names.utf8Start + names.utf8CodeUnitCount
      var name = names.utf8Start
      while name < end {
        var stop = name
        while stop < end && stop.pointee != 0x3a { stop += 1 }
        var folder = folders
        while true {
          let count = firstIndex(of: 0x3a, in: folder) ?? length(folder)
          var path = Message(in: buffer, capacity: 4096)
          path.append(folder, count)
          path.add("/")
          path.append(name, UInt(bitPattern: stop - name))
          let isWhole = path.count &+ 1 < path.capacity  // a path that is cut names another file
          let file = count == 0 || !isWhole ? -1 : openFile(path.text)
          if file >= 0 { return FoundFile(file: file, path: Arena.copy(path.text, path.count)) }
          if folder[Int(bitPattern: count)] == 0 { break }
          folder += Int(bitPattern: count) + 1
        }
        name = stop + 1
      }
      return nil
    }
  }
}
