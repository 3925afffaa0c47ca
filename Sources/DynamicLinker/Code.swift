// Calling code by its address.

enum Code {
  /// An indirect function's resolver answers with the implementation to use. glibc passes nothing on x86_64.
  static func callResolver(_ address: UInt) -> UInt {
    unsafeBitCast(address, to: (@convention(c) () -> UInt).self)()
  }

  /// A constructor. glibc passes the program's arguments and environment.
  static func callConstructor(_ address: UInt) {
    unsafeBitCast(address, to: (@convention(c) (Int32, UInt, UInt) -> Void).self)(
      Int32(truncatingIfNeeded: Process.argumentCount), Process.arguments, Process.environment)
  }

  static func callDestructor(_ address: UInt) {
    unsafeBitCast(address, to: (@convention(c) () -> Void).self)()
  }
}
