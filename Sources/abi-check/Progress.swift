import Glibc
import Synchronization

/// How far the run is, on stderr: one line that is overwritten on a terminal, a line every 30 s elsewhere.
final class Progress: Sendable {
  private struct State {
    var done = 0
    var last = 0.0
    var isShown = false
  }

  private let total: Int
  private let isTerminal: Bool
  private let isOn: Bool
  private let start = Progress.now()
  private let state = Mutex(State())

  init(total: Int, choice: When) {
    self.total = total
    isTerminal = isatty(2) == 1
    isOn = choice != .never && total > 1
  }

  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  var elapsed: Double { Self.now() - start }

  func step(_ path: String) {
    guard isOn else { return }
    let elapsed = elapsed
    state.withLock { state in
      state.done += 1
      if isTerminal {
        guard elapsed > 0.3, elapsed - state.last >= 0.1 else { return }
        let filled = 20 * state.done / total
        let bar = String(repeating: "=", count: filled) + ">" + String(repeating: " ", count: 20 - filled)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        writeError("\r\u{1B}[K[\(bar)] \(state.done)/\(total)  \(name.prefix(40))  \(clock(elapsed))")
        state.isShown = true
      } else {
        guard elapsed - state.last >= 30 else { return }
        writeError("abi-check: \(state.done)/\(total)\n")
      }
      state.last = elapsed
    }
  }

  func clear() {
    state.withLock { state in
      if state.isShown { writeError("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  private func clock(_ seconds: Double) -> String {
    let tenths = Int(seconds * 10)
    let inMinute = tenths / 10 % 60
    return "\(tenths / 600):\(inMinute < 10 ? "0" : "")\(inMinute).\(tenths % 10)"
  }
}
