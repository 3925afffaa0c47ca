// What debuggers read: struct r_debug (<link.h>), which the program's DT_DEBUG points to, and the function that they
// stop at whenever the list of objects changes.

enum Debugger {
  enum State: UInt32 { case consistent = 0, add = 1, delete = 2 }

  private static var record: UInt { UInt(bitPattern: SharedData.debuggerRecord) }

  /// Fills the record and makes the program point to it.
  static func publish() {
    write32(1, at: record)
    write(UInt(bitPattern: Process.firstObject.unsafelyUnwrapped), at: record &+ 8)
    write(address(of: debuggerBreakpoint), at: record &+ 16)
    write32(0, at: record &+ 24)
    write(Process.loader.unsafelyUnwrapped.pointee.base, at: record &+ 32)
    let program = Process.program.unsafelyUnwrapped
    var cursor = program.pointee.dynamic
    let end = Dynamic.fileEnd(program, cursor)
    if Dynamic.memoryEnd(program, cursor, writable: true) == 0 { return }
    while cursor &+ 16 <= end {
      let tag: Int = read(cursor)
      if tag == Tag.null { return }
      if tag == Tag.debug { write(record, at: cursor &+ 8) }
      cursor = cursor &+ 16
    }
  }

  static func changed(_ state: State) {
    write32(state.rawValue, at: record &+ 24)
    debuggerBreakpoint()
  }
}
