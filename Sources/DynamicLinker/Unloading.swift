// dlclose(3). An object goes when nobody holds it: not opened, not needed by one that stays, not bound to by one that
// stays.

enum Counters {
  /// How many objects were ever added to the list, those of the start too, and removed: dl_iterate_phdr hands them out,
  /// so that callers may cache.
  nonisolated(unsafe) static var added: UInt = 0
  nonisolated(unsafe) static var removed: UInt = 0
}

enum Unloading {
  static func close(_ object: ObjectRef) {
    if object.pointee.openCount > 0 { object.pointee.openCount = object.pointee.openCount &- 1 }
    if object.pointee.openCount > 0 || object.pointee.noDelete || object.pointee.kind != ObjectKind.library { return }
    var leaving = garbage()
    if leaving.count == 0 { return }
    var ordered = Constructors.order(leaving)
    leaving.release()
    Process.tables.acquire()
    giveOwnScopes()
    Process.tables.release()
    var index = ordered.count
    while index > 0 {  // those who need others first
      index = index &- 1
      Constructors.finish(ordered[index])
    }
    Process.tables.acquire()
    Debugger.changed(.delete)
    index = ordered.count
    while index > 0 {
      index = index &- 1
      let object = ordered[index]
      var next = Process.firstObject
      while let other = next { removeScope(object, from: other); next = other.pointee.next }
      remove(object)
    }
    Debugger.changed(.consistent)
    Process.tables.release()
    ordered.release()
  }

  /// An object may stay though the one whose opening loaded it goes. Calls that it has not bound yet are looked up in what it needs itself from
  /// then on, destructors' calls included. As glibc, its own list takes the place of the first one that it loses.
  private static func giveOwnScopes() {
    var next = Process.firstObject
    while let object = next {
      next = object.pointee.next
      if !object.pointee.marked || object.pointee.scopes.contains(object) { continue }
      var index: UInt = 0
      while index < object.pointee.scopes.count && object.pointee.scopes[index].pointee.marked { index = index &+ 1 }
      if index == object.pointee.scopes.count { continue }
      if object.pointee.searchList.count > 0 || Dependencies.loadClosure(object) { object.pointee.scopes[index] = object }
    }
  }

  private static func garbage() -> List<ObjectRef> {
    var next = Process.firstObject
    while let object = next { object.pointee.marked = false; next = object.pointee.next }
    next = Process.firstObject
    while let object = next {
      if object.pointee.kind != ObjectKind.library || object.pointee.noDelete || object.pointee.openCount > 0 {
        mark(object)
      }
      next = object.pointee.next
    }
    var list = List<ObjectRef>()
    next = Process.firstObject
    while let object = next {
      if !object.pointee.marked { list.append(object) }
      next = object.pointee.next
    }
    return list
  }

  private static func mark(_ object: ObjectRef) {
    if object.pointee.marked { return }
    object.pointee.marked = true
    var index: UInt = 0
    while index < object.pointee.needed.count { mark(object.pointee.needed[index]); index = index &+ 1 }
    index = 0
    while index < object.pointee.boundTo.count { mark(object.pointee.boundTo[index]); index = index &+ 1 }
  }

  static func removeScope(_ root: ObjectRef, from object: ObjectRef) {
    var index: UInt = 0
    while index < object.pointee.scopes.count {
      if object.pointee.scopes[index] == root { object.pointee.scopes.remove(at: index) } else { index = index &+ 1 }
    }
  }

  /// Takes an object out of every list and out of memory.
  static func remove(_ object: ObjectRef) {
    var index: UInt = 0
    while index < Scope.global.count {
      if Scope.global[index] == object { Scope.global.remove(at: index) } else { index = index &+ 1 }
    }
    Constructors.forget(object)
    UniqueSymbols.forget(object)
    Missing.forget(object)
    ThreadModules.remove(object)
    Objects.unlink(object)
    AddressMap.rebuild()
    unmap(object.pointee.mapStart, object.pointee.mapEnd &- object.pointee.mapStart)
    if Trace.shows(Trace.Kind.files) { Trace.unmapped(object) }
    object.pointee.needed.release()
    object.pointee.searchList.release()
    object.pointee.scopes.release()
    object.pointee.boundTo.release()
    Objects.discard(object)
  }
}

/// dlclose: see dlopen(3).
@c(dlclose)
public func dlclose(_ handle: UnsafeMutableRawPointer?) -> Int32 {
  Process.opening.acquire()
  defer { Process.opening.release() }
  guard let object = Handles.object(handle) else {
    report { LastError.set(text(""), "shared object not open") }
    return -1
  }
  Unloading.close(object)
  return 0
}

enum Handles {
  /// The object that a handle stands for, nil where it stands for none.
  static func object(_ handle: UnsafeMutableRawPointer?) -> ObjectRef? {
    var next = Process.firstObject
    while let object = next {
      if UnsafeMutableRawPointer(object) == handle { return object }
      next = object.pointee.next
    }
    return nil
  }
}
