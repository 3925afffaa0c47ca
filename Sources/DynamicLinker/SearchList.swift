// dlinfo(3) with RTLD_DI_SERINFO: the folders in which an object's own dependencies and dlopens are sought, in the order
// of the search. The folders of /etc/ld.so.conf are not among them, as on glibc, which has those in a cache of files.

enum SearchList {
  /// Appends each folder of `list` once, without the slashes at its end.
  private static func add(_ list: Text?, _ object: ObjectRef?, _ folders: inout List<Text>, semicolons: Bool = false) {
    guard let list, list.pointee != 0 else { return }
    let first = folders.count
    var start = list
    while true {
      var end = start
      while end.pointee != 0 && end.pointee != 0x3a && !(semicolons && end.pointee == 0x3b) { end += 1 }
      let count = UInt(bitPattern: end - start)
      if let folder = count == 0 ? Arena.copy(text(".")) : PathTokens.expand(start, count, object) {
        let whole = length(folder)
        var kept = whole
        while kept > 1 && folder[Int(bitPattern: kept) - 1] == 0x2f { kept = kept &- 1 }
        let name = Arena.copy(folder, kept)
        Arena.release(folder)
        if has(folders, from: first, name) { Arena.release(name) } else { folders.append(name) }
      }
      if end.pointee == 0 { return }
      start = end + 1
    }
  }

  private static func has(_ folders: List<Text>, from first: UInt, _ name: Text) -> Bool {
    var index = first
    while index < folders.count {
      if equal(folders[index], name) { return true }
      index = index &+ 1
    }
    return false
  }

  private static func collect(_ requester: ObjectRef) -> List<Text> {
    var folders = List<Text>()
    if requester.pointee.runpath == nil {
      var object: ObjectRef? = requester
      var sawProgram = false
      while let current = object {
        if current.pointee.kind == ObjectKind.program { sawProgram = true }
        if current.pointee.runpath == nil { add(current.pointee.rpath, current, &folders) }
        object = current.pointee.requester
      }
      if !sawProgram, let program = Process.program, program.pointee.runpath == nil {
        add(program.pointee.rpath, program, &folders)
      }
    }
    add(Search.libraryPath, Process.program, &folders, semicolons: true)
    add(requester.pointee.runpath, requester, &folders)
    if !requester.pointee.noDefaultLibraries { add(Search.systemFolders, nil, &folders) }
    return folders
  }

  /// Fills in a Dl_serinfo: its size and number of folders, and with `isWhole` the folders as well, for which the caller
  /// has made room by those two.
  static func describe(_ object: ObjectRef, at result: UInt, isWhole: Bool) {
    let header: UInt = 16  // dls_size, dls_cnt
    let entry: UInt = 16  // dls_name, dls_flags
    var folders = collect(object)
    var size = header &+ folders.count &* entry
    var index: UInt = 0
    while index < folders.count { size = size &+ length(folders[index]) &+ 1; index = index &+ 1 }
    if !isWhole {
      write(size, at: result)
      write32(UInt32(truncatingIfNeeded: folders.count), at: result &+ 8)
    }
    // What has changed meanwhile must not be written beyond the room that there is.
    let room = isWhole ? read(result, as: UInt.self) : 0
    let count = isWhole ? UInt(read(result &+ 8, as: UInt32.self)) : 0
    var place = header &+ count &* entry
    index = 0
    while index < folders.count {
      let name = folders[index]
      let bytes = length(name) &+ 1
      if index < count && fits(place, bytes, from: 0, to: room) {
        write(result &+ place, at: result &+ header &+ index &* entry)
        write32(0, at: result &+ header &+ index &* entry &+ 8)
        memcpy(pointer(result &+ place, to: UInt8.self), name, bytes)
        place = place &+ bytes
      }
      Arena.release(name)
      index = index &+ 1
    }
    folders.release()
  }
}
