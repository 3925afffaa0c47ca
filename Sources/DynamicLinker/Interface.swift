// struct glibc_compat_loader (include/glibc-compat/loader-interface.h): what the shim asks of the loader.

private func setArguments(_ count: Int32, _ arguments: UInt, _ environment: UInt) {
  Process.argumentCount = UInt(UInt32(bitPattern: count))
  Process.arguments = arguments
  Process.environment = environment
}

private func runFirstConstructors(_ count: Int32, _ arguments: UInt, _ environment: UInt) {
  setArguments(count, arguments, environment)
  Constructors.runFirst()
}

private func runLibraryConstructors(_ count: Int32, _ arguments: UInt, _ environment: UInt) {
  setArguments(count, arguments, environment)
  Constructors.runLibraries()
}

private func runProgramConstructors(_ count: Int32, _ arguments: UInt, _ environment: UInt) {
  Constructors.runProgram()
}
private func runDestructors() { Constructors.finishAll() }
private func threadCreateBegin() { ThreadGate.enter() }
private func threadCreateEnd() { ThreadGate.leave() }

private func threadExit() {
  if !ThreadModules.hasRecord { return }
  var old: UInt = 0
  Signals.block(&old)
  ThreadModules.threadEnds()
  Signals.restore(old)
}

private func forked() {
  Process.tables.forked()
  Process.opening.forked()
  Arena.lock.reset()
  ThreadGate.forked()
}

private func threadBlockWords(_ below: UnsafeMutablePointer<UInt>) -> UInt {
  below.pointee = StaticTLS.total
  return ThreadBlocks.words()
}

enum Interface {
  static func publish() {
    let record = SharedData.interface
    record.storeBytes(of: 88, as: UInt32.self)
    record.storeBytes(of: Process.secure ? 1 : 0, toByteOffset: 4, as: UInt32.self)
    record.storeBytes(of: Command.programPath, toByteOffset: 8, as: UInt.self)
    let constructors: @convention(c) (Int32, UInt, UInt) -> Void = runLibraryConstructors
    let ownConstructors: @convention(c) (Int32, UInt, UInt) -> Void = runProgramConstructors
    record.storeBytes(of: unsafeBitCast(constructors, to: UInt.self), toByteOffset: 16, as: UInt.self)
    record.storeBytes(of: unsafeBitCast(ownConstructors, to: UInt.self), toByteOffset: 24, as: UInt.self)
    record.storeBytes(of: address(of: runDestructors), toByteOffset: 32, as: UInt.self)
    record.storeBytes(of: address(of: threadCreateBegin), toByteOffset: 40, as: UInt.self)
    record.storeBytes(of: address(of: threadCreateEnd), toByteOffset: 48, as: UInt.self)
    record.storeBytes(of: address(of: threadExit), toByteOffset: 56, as: UInt.self)
    record.storeBytes(of: address(of: forked), toByteOffset: 64, as: UInt.self)
    let words: @convention(c) (UnsafeMutablePointer<UInt>) -> UInt = threadBlockWords
    record.storeBytes(of: unsafeBitCast(words, to: UInt.self), toByteOffset: 72, as: UInt.self)
    let first: @convention(c) (Int32, UInt, UInt) -> Void = runFirstConstructors
    record.storeBytes(of: unsafeBitCast(first, to: UInt.self), toByteOffset: 80, as: UInt.self)
  }
}
