import Glibc
import Synchronization

/// Set by SIGINT: the run stops taking new files and prints what it has.
let interrupted = Atomic<Bool>(false)

func catchInterrupt() {
  var action = sigaction()
  action.__sigaction_handler.sa_handler = { _ in interrupted.store(true, ordering: .relaxed) }
  // A second Ctrl-C ends the program the ordinary way.
  action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
  sigaction(SIGINT, &action, nil)
}

func processorCount() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

/// Calls `work` for 0..<count on several threads and hands each result to `collect`, one at a time, in any order.
func forEachInParallel<Result: Sendable>(
  _ count: Int, jobs: Int, work: @escaping @Sendable (Int) -> Result, collect: @escaping @Sendable (Int, Result) -> Void
) {
  let state = WorkQueue(count: count) { index in
    let result = work(index)
    return { collect(index, result) }
  }
  let extra = min(jobs, count) - 1
  var threads: [pthread_t] = []
  for _ in 0..<max(0, extra) {
    var thread = pthread_t()
    let argument = Unmanaged.passRetained(state)
    let failed = pthread_create(
      &thread, nil,
      { argument in
        Unmanaged<WorkQueue>.fromOpaque(argument!).takeRetainedValue().run()
        return nil
      }, argument.toOpaque())
    if failed == 0 { threads.append(thread) } else { argument.release() }
  }
  state.run()
  for thread in threads { pthread_join(thread, nil) }
}

private final class WorkQueue: Sendable {
  private let next = Atomic<Int>(0)
  private let count: Int
  private let body: @Sendable (Int) -> () -> Void
  private let collecting = Mutex(())

  init(count: Int, body: @escaping @Sendable (Int) -> () -> Void) {
    self.count = count
    self.body = body
  }

  func run() {
    while !interrupted.load(ordering: .relaxed) {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      let deliver = body(index)
      collecting.withLock { _ in deliver() }
    }
  }
}
