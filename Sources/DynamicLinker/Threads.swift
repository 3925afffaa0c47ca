// musl's threads. A library with initial-exec TLS that is opened late has to be written into each of them.

/// Keeps threads from being created while the composite image changes.
enum ThreadGate {
  private static let creators = AtomicCounter()
  private static let closed = AtomicCounter()

  static func enter() {
    while true {
      creators.add(1)
      if closed.value == 0 { return }
      creators.add(-1)
      while closed.value != 0 { _ = systemCall(Call.yield, 0, 0, 0, 0, 0, 0) }
    }
  }

  static func leave() { creators.add(-1) }

  static func close() {
    closed.set(1)
    while creators.value != 0 { _ = systemCall(Call.yield, 0, 0, 0, 0, 0, 0) }
  }

  static func open() { closed.set(0) }

  static func forked() {
    creators.set(0)
    closed.set(0)
  }
}

/// The list of threads. musl links its `struct pthread`s in a ring: self at 0, previous at 16, next at 24. Its lock is
/// the word that the kernel clears when a thread ends, so the kernel knows the address (PR_GET_TID_ADDRESS).
enum Threads {
  static func forEach(_ visit: (UInt) -> Void) -> Bool {
    var old: UInt = 0
    Signals.block(&old)
    defer { Signals.restore(old) }
    let lock = listLock()
    if lock != 0 { acquire(lock) }
    defer { if lock != 0 { release(lock) } }
    let me = threadPointer()
    var thread = me
    var count: UInt = 0
    repeat {
      if thread == 0 || read(thread, as: UInt.self) != thread { return false }
      visit(thread)
      let next: UInt = read(thread &+ 24)
      if next == 0 || read(next &+ 16, as: UInt.self) != thread { return count == 0 && next == 0 }
      thread = next
      count = count &+ 1
    } while thread != me
    return true
  }

  private static func listLock() -> UInt {
    var address: UInt = 0
    let getThreadIDAddress = 40
    let answer = withUnsafeMutablePointer(to: &address) {
      systemCall(Call.prctl, getThreadIDAddress, Int(bitPattern: $0), 0, 0, 0, 0)
    }
    guard answer == 0, let musl = Process.musl, musl.pointee.contains(address) else { return 0 }
    return address
  }

  private static func acquire(_ lock: UInt) {
    let me = Int32(truncatingIfNeeded: systemCall(Call.getThreadID, 0, 0, 0, 0, 0, 0))
    while true {
      let found = compareExchange(lock, 0, me)
      if found == 0 { return }
      _ = systemCall(Call.futex, Int(bitPattern: lock), 0, Int(found), 0, 0, 0)
    }
  }

  private static func release(_ lock: UInt) {
    write32(0, at: lock)
    _ = systemCall(Call.futex, Int(bitPattern: lock), 1, 1, 0, 0, 0)
  }
}

enum Signals {
  static func block(_ old: inout UInt) {
    var all = UInt.max
    let setMask = 2
    withUnsafeMutablePointer(to: &all) { new in
      withUnsafeMutablePointer(to: &old) { old in
        _ = systemCall(Call.signalMask, setMask, Int(bitPattern: new), Int(bitPattern: old), 8, 0, 0)
      }
    }
  }

  static func restore(_ old: UInt) {
    var mask = old
    withUnsafeMutablePointer(to: &mask) { _ = systemCall(Call.signalMask, 2, Int(bitPattern: $0), 0, 8, 0, 0) }
  }
}
