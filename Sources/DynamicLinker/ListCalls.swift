// dl_iterate_phdr(3) and dlinfo(3).

/// struct dl_phdr_info with glibc's members.
private struct PhdrInfo {
  var base: UInt
  var name: Text
  var headers: UInt
  var count: UInt
  var added: UInt
  var removed: UInt
  var module: UInt
  var data: UInt
}

/// dl_iterate_phdr: the callback may call it again, dlopen and dlsym included; other threads wait.
@c(dl_iterate_phdr)
public func iterateHeaders(_ callback: @convention(c) (UInt, UInt, UInt) -> Int32, _ data: UInt) -> Int32 {
  Process.tables.acquire()
  defer { Process.tables.release() }
  var next = Process.firstObject
  while let object = next {
    var info = PhdrInfo(
      base: object.pointee.base, name: object.pointee.name, headers: address(of: object.pointee.headers),
      count: object.pointee.headerCount & 0xffff, added: Counters.added, removed: Counters.removed,
      module: object.pointee.tlsModule,
      data: object.pointee.tlsOffset != 0 ? threadPointer() &- object.pointee.tlsOffset : 0)
    let answer = withUnsafeMutablePointer(to: &info) { callback(UInt(bitPattern: $0), 64, data) }
    if answer != 0 { return answer }
    next = object.pointee.next
  }
  return 0
}

private enum InfoRequest {
  static let space: Int32 = 1, linkMap: Int32 = 2, folders: Int32 = 4, foldersSize: Int32 = 5, origin: Int32 = 6, module: Int32 = 9, data: Int32 = 10,
    headers: Int32 = 11
}

@c(dlinfo)
public func dlinfo(_ handle: UnsafeMutableRawPointer?, _ request: Int32, _ result: UInt) -> Int32 {
  Process.tables.acquire()
  defer { Process.tables.release() }
  guard let object = Handles.object(handle) else {
    report { LastError.set(text(""), "invalid handle") }
    return -1
  }
  switch request {
  case InfoRequest.space: write(0, at: result)
  case InfoRequest.linkMap: write(UInt(bitPattern: object), at: result)
  case InfoRequest.origin:
    guard let origin = Origin.of(object) else { return -1 }
    memcpy(pointer(result, to: UInt8.self), origin, length(origin) &+ 1)
  case InfoRequest.folders: SearchList.describe(object, at: result, isWhole: true)
  case InfoRequest.foldersSize: SearchList.describe(object, at: result, isWhole: false)
  case InfoRequest.module: write(object.pointee.tlsModule, at: result)
  case InfoRequest.data:
    write(object.pointee.tlsModule == 0 ? 0 : ThreadModules.block(object.pointee.tlsModule), at: result)
  case InfoRequest.headers:
    write(address(of: object.pointee.headers), at: result)
    return Int32(truncatingIfNeeded: object.pointee.headerCount)
  default:
    report { LastError.set(text(""), "unsupported dlinfo request") }
    return -1
  }
  return 0
}
