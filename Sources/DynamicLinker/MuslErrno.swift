// `errno@GLIBC_PRIVATE`: the thread-local variable behind errno, as glibc's own static libraries inside of a program name it. musl keeps
// errno in its record of the thread, at the same distance from the thread pointer in each.

enum MuslErrno {
  nonisolated(unsafe) private static var distance: UInt = 0

  /// What a reference to `definition` is to take for the symbol's value within its object's thread-local storage.
  static func value(_ definition: Definition) -> UInt {
    let value = definition.symbol.pointee.value
    let object = definition.object
    if object.pointee.kind != ObjectKind.shim { return value }
    if !equal(object.pointee.strings + Int(definition.symbol.pointee.name), to: "errno") { return value }
    if distance == 0 { distance = location() &- threadPointer() }
    return object.pointee.tlsOffset &+ distance
  }

  private static func location() -> UInt {
    guard let musl = Process.musl,
      let found = Scope.search(Reference(name: text("__errno_location")), one: musl)
    else { return threadPointer() }
    return Code.callResolver(found.address)
  }
}
