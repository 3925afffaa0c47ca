import ABIReading
import Glibc

/// The report's way out: stdout or the file of -o, in blocks.
enum Output {
  nonisolated(unsafe) private static var buffer: [UInt8] = []
  nonisolated(unsafe) private static var descriptor: Int32 = 1
  nonisolated(unsafe) private(set) static var failure: Int32 = 0

  static var failed: Bool { failure != 0 }

  /// Returns the error's number, 0 where the file is open.
  static func open(_ path: String) -> Int32 {
    let fd = path.withName { Glibc.open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) }
    guard fd >= 0 else { return errno }
    descriptor = fd
    return 0
  }

  /// Goes on in a file after its first `length` bytes. EWOULDBLOCK where another run writes it.
  static func append(_ path: String, after length: Int) -> Int32 {
    let fd = path.withName { Glibc.open($0, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666) }
    guard fd >= 0, flock(fd, LOCK_EX | LOCK_NB) == 0, ftruncate(fd, length) == 0 else { return errno }
    descriptor = fd
    return 0
  }

  static var isTerminal: Bool { isatty(descriptor) == 1 }

  static func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count > 1 << 16 { flush() }
  }

  static func line(_ text: String = "") { write(text + "\n") }

  static func flush() {
    var done = 0
    while done < buffer.count, failure == 0 {
      let count = buffer.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + done, $0.count - done) }
      if count > 0 {
        done += count
      } else if errno != EINTR {
        failure = errno
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

extension String {
  /// As it can be shown on a terminal: names come from files that nobody vouches for, and a control character in one
  /// could move the cursor or hide what is wrong.
  var visible: String {
    if unicodeScalars.allSatisfy(Markup.isVisible) { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if Markup.isVisible(scalar) {
        text.unicodeScalars.append(scalar)
      } else if FileName.isByte(scalar) {
        text += "\\x\(String(scalar.value & 0xFF, radix: 16, uppercase: true))"
      } else {
        text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
  }
}

/// Colour repeats what the words say. --color beats NO_COLOR beats CLICOLOR_FORCE beats the terminal.
struct Palette {
  let isOn: Bool

  init(_ choice: When) {
    func set(_ name: String) -> Bool { getenv(name).map { $0.pointee != 0 } ?? false }
    switch choice {
    case .always: isOn = true
    case .never: isOn = false
    case .auto:
      if getenv("NO_COLOR") != nil {
        isOn = false
      } else if set("CLICOLOR_FORCE") {
        isOn = true
      } else {
        let term = getenv("TERM").map { String(cString: $0) } ?? "dumb"
        isOn = Output.isTerminal && term != "dumb"
      }
    }
  }

  func red(_ text: String) -> String { paint(text, "1;31") }
  func green(_ text: String) -> String { paint(text, "32") }
  func yellow(_ text: String) -> String { paint(text, "33") }
  func dim(_ text: String) -> String { paint(text, "2") }
  private func paint(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}

enum When: String, CaseIterable { case auto, always, never }

/// Text on stderr, at once and unbuffered: progress and complaints.
func writeError(_ text: String) {
  let bytes = Array(text.utf8)
  _ = bytes.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
}
