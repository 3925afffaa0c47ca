// Locks. Not pthread mutexes: a program may wrap pthread_mutex_lock and call dlsym from the wrapper.

import Synchronization

/// A spin lock for a few instructions: nothing is called while it is held.
struct Lock: ~Copyable {
  private let word = Atomic<UInt32>(0)

  borrowing func acquire() {
    while word.exchange(1, ordering: .acquiring) != 0 {
      _ = systemCall(Call.yield, 0, 0, 0, 0, 0, 0)
    }
  }

  borrowing func release() { word.store(0, ordering: .releasing) }
  borrowing func reset() { word.store(0, ordering: .relaxed) }
}

/// A lock that its owner may take again, and that others sleep on. The owner is known by its thread pointer; before
/// musl has set one there is one thread.
struct RecursiveLock: ~Copyable {
  private let word = Atomic<UInt32>(0)  // 0 free, 1 held, 2 held and somebody sleeps
  private let owner = Atomic<UInt>(0)
  private let depth = Atomic<UInt>(0)

  private static func caller() -> UInt { Process.hasThreadPointer ? threadPointer() : 1 }

  borrowing func acquire() {
    let me = Self.caller()
    if owner.load(ordering: .relaxed) == me {
      depth.store(depth.load(ordering: .relaxed) &+ 1, ordering: .relaxed)
      return
    }
    if !word.compareExchange(expected: 0, desired: 1, ordering: .acquiring).exchanged {
      while word.exchange(2, ordering: .acquiring) != 0 { futex(wait: true, 2) }
    }
    owner.store(me, ordering: .relaxed)
  }

  borrowing func release() {
    let held = depth.load(ordering: .relaxed)
    if held > 0 { depth.store(held &- 1, ordering: .relaxed); return }
    owner.store(0, ordering: .relaxed)
    if word.exchange(0, ordering: .releasing) == 2 { futex(wait: false, 1) }
  }

  /// In the child of a fork: whoever held it is gone, unless it is the one thread that is left.
  borrowing func forked() {
    if owner.load(ordering: .relaxed) == Self.caller() { return }
    depth.store(0, ordering: .relaxed)
    owner.store(0, ordering: .relaxed)
    word.store(0, ordering: .relaxed)
  }

  private borrowing func futex(wait: Bool, _ value: Int) {
    let isPrivate = 128
    withUnsafePointer(to: word) { place in
      _ = systemCall(Call.futex, Int(bitPattern: UnsafeRawPointer(place)), (wait ? 0 : 1) | isPrivate, value, 0, 0, 0)
    }
  }
}

/// A number that several threads change.
struct AtomicCounter: ~Copyable {
  private let number = Atomic<Int>(0)

  borrowing func add(_ amount: Int) { number.wrappingAdd(amount, ordering: .sequentiallyConsistent) }
  borrowing func set(_ value: Int) { number.store(value, ordering: .sequentiallyConsistent) }
  var value: Int { number.load(ordering: .sequentiallyConsistent) }
}
