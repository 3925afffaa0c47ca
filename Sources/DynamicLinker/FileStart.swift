// The first bytes of the file that was opened last, read once: the search looks at them, then the mapping.

enum FileStart {
  static let capacity: UInt = 1024
  /// Not a global array: the loader's own data is to stay within one page, which the child of a fork copies.
  nonisolated(unsafe) private static var bytes: UInt = 0
  nonisolated(unsafe) private static var count: UInt = 0
  nonisolated(unsafe) private static var file = -1

  /// Shows `use` the bytes and how many there are: fewer than `capacity` only where the file ends.
  static func with<Result>(_ wanted: Int, _ use: (UnsafeRawPointer, UInt) -> Result) -> Result {
    if bytes == 0 { bytes = Arena.allocate(capacity, zeroed: false) }
    let start: UnsafeMutablePointer<UInt8> = pointer(bytes)
    if file != wanted {
      count = readFile(wanted, into: start, capacity, at: 0)
      file = wanted
    }
    return use(UnsafeRawPointer(start), count)
  }

  /// The number may be another file's from now on.
  static func forget() { file = -1 }
}
