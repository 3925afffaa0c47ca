// dlerror(3): per thread the text of the last failure, handed out once.

enum ThreadError {
  private static let size: UInt = 2056

  /// The thread's record: a word that says whether its text is still to be handed out, then the text.
  private static func record(_ create: Bool) -> UInt {
    let entry = ThreadModules.record(0) &+ 8
    let known: UInt = read(entry)
    if known != 0 || !create { return known }
    let fresh = Arena.allocate(size)
    write(fresh, at: entry)
    return fresh
  }

  /// Keeps what `LastError` says for the calling thread.
  static func keep() {
    let record = record(true)
    let source = LastError.text
    let count = length(source)
    memcpy(pointer(record &+ 8, to: UInt8.self), source, count &+ 1)
    write(1, at: record)
  }

  static func take() -> UInt {
    let record = record(false)
    if record == 0 { return 0 }
    if read(record, as: UInt.self) == 0 { return 0 }
    write(0, at: record)
    return record &+ 8
  }

  static func release(_ record: UInt) { Arena.release(record, size) }
}

@c(dlerror)
public func dlerror() -> UInt {
  Process.tables.acquire()
  defer { Process.tables.release() }
  return ThreadError.take()
}
