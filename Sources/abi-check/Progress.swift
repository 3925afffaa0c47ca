import Glibc
import Synchronization

/// How far the run is, on stderr: one line that is overwritten on a terminal, a line every 30 s elsewhere. A thread of
/// its own writes it, so that one large file does not look like a run that hangs.
final class Progress: Sendable {
  private struct State {
    var done = 0
    var name = ""
    var isShown = false
    var isStopped = false
  }

  private let total: Int
  private let asTerminal: Bool
  private let start = Progress.now()
  private let state = Mutex(State())
  private let thread = Mutex<pthread_t?>(nil)
  /// The end of this pipe is closed to wake the thread at once.
  private let wake: (read: Int32, write: Int32)

  init(total: Int, choice: When) {
    self.total = total
    // A terminal that cannot clear a line gets lines, as a file does.
    let isDumb = getenv("TERM").map { String(cString: $0) } == "dumb"
    asTerminal = choice == .always || isatty(2) == 1 && !isDumb
    var ends: [Int32] = [-1, -1]
    guard choice != .never, total > 0, pipe(&ends) == 0 else {
      wake = (-1, -1)
      return
    }
    wake = (ends[0], ends[1])
    let argument = Unmanaged.passRetained(self)
    var id = pthread_t()
    // Ctrl-C must reach the threads that work.
    var all = sigset_t()
    var old = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, &old)
    let failed = pthread_create(
      &id, nil,
      { argument in
        Unmanaged<Progress>.fromOpaque(argument!).takeRetainedValue().run()
        return nil
      }, argument.toOpaque())
    pthread_sigmask(SIG_SETMASK, &old, nil)
    if failed == 0 { thread.withLock { $0 = id } } else { argument.release() }
  }

  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  var elapsed: Double { Self.now() - start }

  func begin(_ path: String) { state.withLock { $0.name = path } }
  func step() { state.withLock { $0.done += 1 } }

  /// Ends the thread and clears the line.
  func stop() {
    guard let id = thread.withLock({ $0.take() }) else { return }
    close(wake.write)
    pthread_join(id, nil)
    close(wake.read)
  }

  private func run() {
    var pause: Int32 = asTerminal ? 300 : 30_000
    var event = pollfd(fd: wake.read, events: Int16(POLLIN), revents: 0)
    while true {
      let ready = poll(&event, 1, pause)
      if ready > 0 { break }
      if ready < 0, errno != EINTR { break }
      if asTerminal { showBar() } else { showLine() }
      pause = asTerminal ? 100 : 30_000
    }
    if state.withLock({ $0.isShown }) { writeError("\r\u{1B}[K") }
  }

  private func showLine() {
    let done = state.withLock(\.done)
    writeError("abi-check: \(done)/\(total)\n")
  }

  private func showBar() {
    let (done, path) = state.withLock {
      $0.isShown = true
      return ($0.done, $0.name)
    }
    let filled = 20 * done / total
    let bar = String(repeating: "=", count: filled) + ">" + String(repeating: " ", count: 20 - filled)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    // A name may hold bytes that the terminal would obey.
    let plain = String(String.UnicodeScalarView(name.unicodeScalars.prefix(40).map { isPlain($0) ? $0 : "?" }))
    writeError("\r\u{1B}[K[\(bar)] \(done)/\(total)  \(plain)  \(clock(elapsed))")
  }

  private func isPlain(_ scalar: UnicodeScalar) -> Bool {
    scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
  }

  private func clock(_ seconds: Double) -> String {
    let tenths = Int(seconds * 10)
    let inMinute = tenths / 10 % 60
    return "\(tenths / 600):\(inMinute < 10 ? "0" : "")\(inMinute).\(tenths % 10)"
  }
}
