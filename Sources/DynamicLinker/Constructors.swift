// Constructors and destructors, in glibc's order: what an object needs is initialised before it.

enum Constructors {
  /// Objects in the order in which their constructors were called.
  nonisolated(unsafe) private static var done = List<ObjectRef>()

  /// The order of the start, made before the program runs.
  nonisolated(unsafe) private static var startOrder = List<ObjectRef>()

  /// While nothing of the program has run, memory needs no signals blocked.
  static func prepare(_ program: ObjectRef) {
    startOrder = order(program.pointee.searchList)
    done.reserve(startOrder.count &+ 4)
  }

  /// DT_INIT, then DT_INIT_ARRAY.
  static func run(_ object: ObjectRef) {
    if object.pointee.constructed { return }
    object.pointee.constructed = true
    if object.pointee.kind == ObjectKind.loader || object.pointee.kind == ObjectKind.musl
      || object.pointee.kind == ObjectKind.vdso
    {
      return
    }
    done.append(object)
    if Trace.isOn { Trace.step(object.pointee.kind == ObjectKind.program ? "initialize program" : "calling init", object) }
    if object.pointee.initialize > object.pointee.base { Code.callConstructor(object.pointee.initialize) }
    var index: UInt = 0
    while index < object.pointee.initArrayCount {
      Code.callConstructor(read(object.pointee.initArray &+ index &* 8))
      index = index &+ 1
    }
  }

  /// DT_FINI_ARRAY from its end, then DT_FINI.
  static func finish(_ object: ObjectRef) {
    if object.pointee.destructed || !object.pointee.constructed { return }
    object.pointee.destructed = true
    if Trace.isOn { Trace.step("calling fini", object, isAtEnd: true) }
    var index = object.pointee.finiArrayCount
    while index > 0 {
      index = index &- 1
      Code.callDestructor(read(object.pointee.finiArray &+ index &* 8))
    }
    if object.pointee.finalize > object.pointee.base { Code.callDestructor(object.pointee.finalize) }
  }

  /// The objects of `list` with dependencies before those who need them (dependents first in glibc's words, reversed).
  static func order(_ list: List<ObjectRef>) -> List<ObjectRef> {
    var index: UInt = 0
    while index < list.count { list[index].pointee.visited = false; index = index &+ 1 }
    var result = List<ObjectRef>()
    index = list.count
    while index > 0 {
      index = index &- 1
      visit(list[index], &result, list)
    }
    return result
  }

  private static func visit(_ object: ObjectRef, _ result: inout List<ObjectRef>, _ list: List<ObjectRef>) {
    if object.pointee.visited || !list.contains(object) { return }
    object.pointee.visited = true
    var index: UInt = 0
    while index < object.pointee.needed.count {
      visit(object.pointee.needed[index], &result, list)
      index = index &+ 1
    }
    result.append(object)
  }

  /// At the start: the shim, then DT_PREINIT_ARRAY. Once.
  static func runFirst() {
    if let shim = Process.shim { run(shim) }
    let program = Process.program.unsafelyUnwrapped
    let count = program.pointee.preinitArrayCount
    program.pointee.preinitArrayCount = 0
    var index: UInt = 0
    while index < count {
      Code.callConstructor(read(program.pointee.preinitArray &+ index &* 8))
      index = index &+ 1
    }
  }

  /// Then every library. The program's own are the program's business.
  static func runLibraries() {
    runFirst()
    let program = Process.program.unsafelyUnwrapped
    var index: UInt = 0
    while index < startOrder.count {
      if startOrder[index] != program { run(startOrder[index]) }
      index = index &+ 1
    }
  }

  static func runProgram() { run(Process.program.unsafelyUnwrapped) }

  /// At exit: the program, then the rest in the reverse order of their construction.
  static func finishAll() {
    if let program = Process.program { finish(program) }
    var index = done.count
    while index > 0 {
      index = index &- 1
      if index < done.count { finish(done[index]) }
    }
  }

  static func forget(_ object: ObjectRef) {
    var index: UInt = 0
    while index < done.count {
      if done[index] == object { done.remove(at: index); return }
      index = index &+ 1
    }
  }
}
