// Why the last operation failed: built where it happens, printed at the start, kept per thread for dlerror afterwards.

enum LastError {
  private static let capacity: UInt = 2048
  nonisolated(unsafe) private static var memory: UInt = 0
  /// An undefined symbol: glibc calls that a "symbol lookup error" at the start.
  nonisolated(unsafe) static var isLookup = false

  static var text: Text {
    reserve()
    return UnsafePointer(pointer(memory, to: UInt8.self))
  }

  /// At the start: what is told may be that there is no memory.
  static func reserve() {
    if memory == 0 { memory = Arena.allocate(capacity) }
  }

  static func clear() { build { _ in } }
  static var isEmpty: Bool { text.pointee == 0 }

  static func build(_ write: (inout Message) -> Void) {
    isLookup = false
    var line = Message(in: UnsafeMutablePointer(mutating: text), capacity: capacity)
    line.clear()
    write(&line)
  }

  /// `file: reason: text of the error number`, as glibc puts it together.
  static func set(_ file: Text, _ reason: StaticString, _ number: Int = 0) {
    build { line in
      if file.pointee != 0 {
        line.append(file)
        line.add(": ")
      }
      line.add(reason)
      if number != 0 {
        line.add(": ")
        line.add(errorText(number))
      }
    }
  }

  static func set(_ file: Text, _ error: LoadError) { set(file, error.reason, error.number) }

  /// At the start of the program: the line, and the end.
  static func stop() -> Never {
    let reason = text
    fatal { line in
      line.add(isLookup ? "symbol lookup error: " : "error while loading shared libraries: ")
      line.append(reason)
    }
  }
}
