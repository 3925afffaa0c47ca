// What the loader knows of the process as a whole.

enum Process {
  /// The kernel's stack vector: argc, argv, environment, auxiliary vector.
  nonisolated(unsafe) static var stack: UInt = 0
  nonisolated(unsafe) static var argumentCount: UInt = 0
  nonisolated(unsafe) static var arguments: UInt = 0
  nonisolated(unsafe) static var environment: UInt = 0
  nonisolated(unsafe) static var auxiliary: UInt = 0

  /// AT_SECURE: the program has rights that its caller has not, so nothing that the caller chose is trusted.
  nonisolated(unsafe) static var secure = false
  /// The loader was started as a command instead of as the program's interpreter.
  nonisolated(unsafe) static var isCommand = false
  /// musl has started: the thread pointer is valid.
  nonisolated(unsafe) static var hasThreadPointer = false
  /// The program's constructors are about to run: from here on an error is the caller's to handle.
  nonisolated(unsafe) static var running = false

  nonisolated(unsafe) static var program: ObjectRef? = nil
  nonisolated(unsafe) static var loader: ObjectRef? = nil
  nonisolated(unsafe) static var shim: ObjectRef? = nil
  nonisolated(unsafe) static var musl: ObjectRef? = nil
  nonisolated(unsafe) static var firstObject: ObjectRef? = nil
  nonisolated(unsafe) static var lastObject: ObjectRef? = nil

  /// Where the program starts.
  nonisolated(unsafe) static var entry: UInt = 0
  /// LD_BIND_NOW was set.
  nonisolated(unsafe) static var bindNow = false
  /// LD_BIND_NOT was set: what a call was bound to is not kept.
  nonisolated(unsafe) static var bindNot = false

  /// The list of objects, the scopes and the tables of symbols; held for moments only.
  static let tables = RecursiveLock()
  /// One dlopen or dlclose at a time, constructors included.
  static let opening = RecursiveLock()

  /// The program's name as error lines start with it.
  static var name: Text {
    if argumentCount == 0 { return text("<program name unknown>") }
    let first: UInt = read(arguments)
    return first == 0 ? text("<program name unknown>") : UnsafePointer(pointer(first))
  }

  /// The value of an entry of the auxiliary vector, 0 where there is none.
  static func auxiliaryValue(_ type: UInt) -> UInt {
    var cursor = auxiliary
    while true {
      let found: UInt = read(cursor)
      if found == 0 { return 0 }
      if found == type { return read(cursor &+ 8) }
      cursor = cursor &+ 16
    }
  }

  /// Replaces an entry of the auxiliary vector where there is one.
  static func setAuxiliary(_ type: UInt, _ value: UInt) {
    var cursor = auxiliary
    while true {
      let found: UInt = read(cursor)
      if found == 0 { return }
      if found == type { write(value, at: cursor &+ 8) }
      cursor = cursor &+ 16
    }
  }

  /// getenv(3).
  static func variable(_ name: StaticString) -> Text? {
    let count = UInt(bitPattern: name.utf8CodeUnitCount)
    var cursor = environment
    while true {
      let entry: UInt = read(cursor)
      if entry == 0 { return nil }
      let value: Text = UnsafePointer(pointer(entry))
      if hasPrefix(value, name) && value[Int(bitPattern: count)] == 0x3d { return value + Int(bitPattern: count) + 1 }
      cursor = cursor &+ 8
    }
  }

  /// Reads the vector that the kernel made.
  static func readStack(_ start: UInt) {
    stack = start
    argumentCount = read(start)
    arguments = start &+ 8
    environment = arguments &+ (argumentCount &+ 1) &* 8
    var cursor = environment
    while read(cursor, as: UInt.self) != 0 { cursor = cursor &+ 8 }
    auxiliary = cursor &+ 8
    secure = auxiliaryValue(Auxiliary.secure) != 0
  }
}
