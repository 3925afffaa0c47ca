// Stage 2: musl runs, alone. The real program and its libraries are linked, then the program starts as if nothing had
// happened: with the kernel's stack, its own environment and auxiliary vector.

/// Called by the entry that the synthetic program has. Returns {where the program starts, its stack pointer}.
@c(glibc_compat_link)
public func link() -> UInt {
  Process.hasThreadPointer = true
  Break.release()
  let program = Process.program.unsafelyUnwrapped
  let shim = Process.shim.unsafelyUnwrapped
  var relocator = Relocator()
  relocator.bindNow = Process.bindNow
  SymbolCache.start()
  if !relocator.relocate(shim) { LastError.stop() }
  ChosenFunctions.choose(shim)
  var next = Process.lastObject
  while let object = next {
    if object.pointee.kind == ObjectKind.library, !relocator.relocate(object) { LastError.stop() }
    next = object.pointee.previous
  }
  if !relocator.relocate(program) { LastError.stop() }
  SymbolCache.stop()
  StaticTLS.fill()
  if !relocator.finish() { LastError.stop() }
  StaticTLS.fill()  // once more: an indirect function's address may be part of an image
  next = Process.firstObject
  while let object = next {
    if object.pointee.kind == ObjectKind.library || object.pointee.kind == ObjectKind.program
      || object.pointee.kind == ObjectKind.shim
    {
      Relro.protect(object)
    }
    next = object.pointee.next
  }
  Constructors.prepare(program)
  AddressMap.rebuild()
  Interface.publish()
  Debugger.changed(.consistent)
  Process.running = true
  let result = Arena.allocate(16)
  write(Process.entry, at: result)
  write(Process.stack, at: result &+ 8)
  return result
}

enum Relro {
  /// What is only written by relocation is read-only from now on.
  static func protect(_ object: ObjectRef) {
    if object.pointee.relroEnd <= object.pointee.relroStart || object.pointee.relroStart < object.pointee.mapStart {
      return
    }
    _ = DynamicLinker.protect(
      object.pointee.relroStart, object.pointee.relroEnd &- object.pointee.relroStart, Protection.read)
  }
}
