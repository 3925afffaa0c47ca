// dlopen(3).

enum OpenMode {
  static let lazy = 1, now = 2, noLoad = 4, deepBind = 8, global = 0x100, noDelete = 0x1000
}

enum Opening {
  /// What a failed dlopen returns to.
  private struct Before {
    var staticTLS: UInt
  }

  /// The handle, or nil with `LastError` set; nil without an error where RTLD_NOLOAD finds nothing.
  static func open(_ name: Text, _ mode: Int, _ caller: ObjectRef?, _ hasFailed: inout Bool) -> ObjectRef? {
    let before = Before(staticTLS: StaticTLS.used)
    Process.tables.acquire()
    Dependencies.fresh.count = 0
    guard let root = Libraries.load(name, requester: caller, onlyLoaded: mode & OpenMode.noLoad != 0) else {
      hasFailed = !LastError.isEmpty
      Process.tables.release()
      return nil
    }
    if root.pointee.searchList.count == 0 && !Dependencies.loadClosure(root) || !link(root, mode) {
      undo(root, before)
      hasFailed = true
      Process.tables.release()
      return nil
    }
    if mode & OpenMode.global != 0 { addToGlobalScope(root) }
    if mode & OpenMode.noDelete != 0 { root.pointee.noDelete = true }
    root.pointee.openCount = root.pointee.openCount &+ 1
    let hasNew = Dependencies.fresh.count > 0
    if hasNew {
      AddressMap.rebuild()
      Debugger.changed(.add)
      Debugger.changed(.consistent)
    }
    Dependencies.fresh.count = 0
    Process.tables.release()
    if !root.pointee.constructed || hasNew {
      var ordered = Constructors.order(root.pointee.searchList)
      var index: UInt = 0
      while index < ordered.count {
        if ordered[index].pointee.kind == ObjectKind.library { Constructors.run(ordered[index]) }
        index = index &+ 1
      }
      ordered.release()
    }
    if Trace.shows(Trace.Kind.files) { Trace.opened(root) }
    return root
  }

  /// Relocates what is new in the closure of `root`.
  private static func link(_ root: ObjectRef, _ mode: Int) -> Bool {
    var fresh: UInt = 0
    while fresh < Dependencies.fresh.count {
      if !VersionCheck.check(Dependencies.fresh[fresh]) { return false }
      fresh = fresh &+ 1
    }
    var relocator = Relocator()
    relocator.bindNow = mode & OpenMode.now != 0 || Process.bindNow
    let list = root.pointee.searchList
    var index: UInt = 0
    while index < list.count {
      let object = list[index]
      index = index &+ 1
      if object.pointee.kind != ObjectKind.library || object.pointee.atStart { continue }
      if !object.pointee.scopes.contains(root) { object.pointee.scopes.append(root) }
      if !object.pointee.relocated {
        ThreadModules.add(object)
        if mode & OpenMode.deepBind != 0 { object.pointee.deepBind = true }
      }
    }
    index = list.count
    while index > 0 {
      index = index &- 1
      let object = list[index]
      if object.pointee.kind == ObjectKind.library && !relocator.relocate(object) { return false }
    }
    if !relocator.finish() { return false }
    if !StaticTLS.fillLate() {
      LastError.set(root.pointee.shownName, "cannot allocate memory in static TLS block")
      return false
    }
    index = 0
    while index < Dependencies.fresh.count { Relro.protect(Dependencies.fresh[index]); index = index &+ 1 }
    return true
  }

  private static func addToGlobalScope(_ root: ObjectRef) {
    var index: UInt = 0
    while index < root.pointee.searchList.count {
      let object = root.pointee.searchList[index]
      if !object.pointee.isGlobal {
        object.pointee.isGlobal = true
        Scope.global.append(object)
      }
      index = index &+ 1
    }
  }

  /// Everything that the failed operation mapped goes away again.
  private static func undo(_ root: ObjectRef, _ before: Before) {
    StaticTLS.forgetLate(before.staticTLS)
    var next = Process.firstObject
    var isNew = false
    var index: UInt = 0
    while index < Dependencies.fresh.count { if Dependencies.fresh[index] == root { isNew = true }; index = index &+ 1 }
    while let object = next {
      if isNew { Unloading.removeScope(root, from: object) }
      next = object.pointee.next
    }
    index = Dependencies.fresh.count
    while index > 0 {
      index = index &- 1
      Unloading.remove(Dependencies.fresh[index])
    }
    Dependencies.fresh.count = 0
  }
}

/// dlopen: see dlopen(3). `caller` is the return address: its object's DT_RPATH and DT_RUNPATH take part in the search.
@c(glibc_compat_dlopen)
public func dlopen(_ file: UnsafePointer<UInt8>?, _ mode: Int32, _ caller: UInt) -> UnsafeMutableRawPointer? {
  guard let file, file.pointee != 0 else { return UnsafeMutableRawPointer(Process.program) }
  Process.opening.acquire()
  defer { Process.opening.release() }
  if mode & 3 == 0 {
    report { LastError.set(file, "invalid mode for dlopen()", Failure.invalid) }
    return nil
  }
  var hasFailed = false
  let requester = AddressMap.object(at: caller) ?? Process.program
  if let object = Opening.open(file, Int(mode), requester, &hasFailed) { return UnsafeMutableRawPointer(object) }
  if hasFailed { report {} }
  return nil
}

/// dlmopen: only the one namespace that there is (docs/limitations.md).
@c(glibc_compat_dlmopen)
public func dlmopen(_ space: Int, _ file: UnsafePointer<UInt8>?, _ mode: Int32, _ caller: UInt)
  -> UnsafeMutableRawPointer?
{
  if space == 0 { return dlopen(file, mode, caller) }
  report { LastError.set(file ?? text(""), "no more namespaces available for dlmopen()", Failure.invalid) }
  return nil
}

/// Keeps an error for the calling thread's dlerror.
func report(_ set: () -> Void) {
  Process.tables.acquire()
  set()
  ThreadError.keep()
  Process.tables.release()
}
