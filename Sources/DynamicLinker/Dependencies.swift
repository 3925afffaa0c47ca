// What an object needs: direct dependencies, and the closure in breadth-first order.

enum Dependencies {
  /// Objects that the operation in hand has mapped, for the rollback of a failed dlopen.
  nonisolated(unsafe) static var fresh = List<ObjectRef>()

  /// Loads what `object` names in DT_NEEDED. False with `LastError` set where something is missing.
  private static func loadDirect(_ object: ObjectRef) -> Bool {
    if object.pointee.dependenciesLoaded { return true }
    object.pointee.dependenciesLoaded = true
    var isForMusl = false
    var isForGlibc = false
    var cursor = object.pointee.dynamic
    let end = Dynamic.fileEnd(object, cursor)
    while cursor &+ 16 <= end {
      let entry = read(cursor, as: DynamicEntry.self)
      cursor = cursor &+ 16
      if entry.tag == Tag.null { break }
      if entry.tag != Tag.needed || entry.value >= object.pointee.stringsSize { continue }
      let name = object.pointee.strings + Int(bitPattern: entry.value)
      if ThreadRecordReads.isReader(name) { object.pointee.readsThreadRecord = true }
      if PseudoLibc.isMember(name) {
        if Listing.isWanted { Listing.note(name, isLibc: true) }
        if PseudoLibc.isMain(name), let shim = Process.shim { object.pointee.needed.append(shim) }
        if MuslLibraries.isLibc(name) { isForMusl = true }
        if PseudoLibc.isMain(name) { isForGlibc = true }
        continue
      }
      guard let dependency = Libraries.load(name, requester: object, isDependency: true) else {
        if !Listing.isWanted { return false }
        Listing.note(name, isLibc: false)
        continue
      }
      object.pointee.needed.append(dependency)
    }
    if ThreadRecordReads.isReader(object.pointee.soname) { object.pointee.readsThreadRecord = true }
    if isForMusl && !isForGlibc && object.pointee.kind == ObjectKind.library {
      object.pointee.isForMusl = true
      // dlclose unloads nothing on musl, and atexit registers there without saying for which library.
      object.pointee.noDelete = true
    }
    return true
  }

  /// Loads the closure of `root` and makes its search list: itself, `extra` (preloaded libraries), then breadth first.
  static func loadClosure(_ root: ObjectRef, _ extra: List<ObjectRef> = List()) -> Bool {
    var queue = List<ObjectRef>()
    queue.append(root)
    var index: UInt = 0
    while index < extra.count {
      if !queue.contains(extra[index]) { queue.append(extra[index]) }
      index = index &+ 1
    }
    index = 0
    while index < queue.count {
      let object = queue[index]
      index = index &+ 1
      if Lookup.isPseudoLibc(object) { continue }
      if !loadDirect(object) { queue.release(); return false }
      var position: UInt = 0
      while position < object.pointee.needed.count {
        let dependency = object.pointee.needed[position]
        if !queue.contains(dependency) { queue.append(dependency) }
        position = position &+ 1
      }
    }
    var list = List<ObjectRef>()
    var hasLibc = false
    index = 0
    while index < queue.count {
      if Lookup.isPseudoLibc(queue[index]) {
        if !hasLibc { PseudoLibc.appendMembers(to: &list) }
        hasLibc = true
      } else {
        list.append(queue[index])
      }
      index = index &+ 1
    }
    if !hasLibc { PseudoLibc.appendMembers(to: &list) }
    queue.release()
    root.pointee.searchList = list
    return true
  }

  /// A relocation of `object` is bound to `target`: where the target is not among its dependencies, it must not be
  /// unloaded first.
  static func noteBinding(_ object: ObjectRef, _ target: ObjectRef) {
    if target.pointee.atStart || target.pointee.noDelete || Lookup.isPseudoLibc(target) { return }
    if object.pointee.needed.contains(target) || object.pointee.boundTo.contains(target) { return }
    object.pointee.boundTo.append(target)
  }
}
