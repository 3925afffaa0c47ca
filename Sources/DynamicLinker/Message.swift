// Lines of text that are put together: what the loader says to the user, and what dlerror answers.

/// Text of limited length; what does not fit is cut, never written past the end.
struct Message {
  var base: UnsafeMutablePointer<UInt8>
  var capacity: UInt
  var count: UInt = 0

  init(capacity: UInt) {
    base = pointer(Arena.allocate(capacity, zeroed: false))
    base.pointee = 0
    self.capacity = capacity
  }

  init(in memory: UnsafeMutablePointer<UInt8>, capacity: UInt) {
    base = memory
    self.capacity = capacity
  }

  /// Makes room for `extra` more bytes in a message that the arena holds.
  mutating func reserve(_ extra: UInt) {
    let wanted = count &+ extra &+ 1
    if wanted <= capacity { return }
    let size = wanted > capacity &* 2 ? wanted : capacity &* 2
    let fresh: UnsafeMutablePointer<UInt8> = pointer(Arena.allocate(size, zeroed: false))
    memcpy(fresh, base, count &+ 1)
    Arena.release(address(of: base), capacity)
    base = fresh
    capacity = size
  }

  var text: Text { UnsafePointer(base) }

  @inline(never)
  mutating func append(_ source: Text, _ length: UInt) {
    let room = capacity &- 1 &- count
    let taken = length < room ? length : room
    memcpy(base + Int(bitPattern: count), source, taken)
    count = count &+ taken
    base[Int(bitPattern: count)] = 0
  }

  mutating func append(_ source: Text) { append(source, length(source)) }
  mutating func add(_ literal: StaticString) { append(literal.utf8Start, UInt(bitPattern: literal.utf8CodeUnitCount)) }
  mutating func append(byte: UInt8) { withUnsafePointer(to: byte) { append($0, 1) } }

  @inline(never)
  mutating func append(number: UInt, radix: UInt = 10, width: UInt = 0) {
    var digits: InlineArray<64, UInt8> = InlineArray(repeating: 0x30)
    var rest = number
    var index = 64
    repeat {
      index &-= 1
      let digit = UInt8(truncatingIfNeeded: rest % radix)
      digits[index] = digit < 10 ? 0x30 &+ digit : 0x57 &+ digit
      rest = rest / radix
    } while rest != 0
    while UInt(bitPattern: 64 &- index) < width && index > 0 { index &-= 1 }
    while index < 64 { append(byte: digits[index]); index &+= 1 }
  }

  mutating func clear() {
    count = 0
    base[0] = 0
  }

  func write(to file: Int) { writeAll(file, text, count) }
}

/// The text of an error number as glibc's strerror says it.
func errorText(_ number: Int) -> StaticString {
  switch number {
  case 1: "Operation not permitted"
  case 2: "No such file or directory"
  case 5: "Input/output error"
  case 8: "Exec format error"
  case 12: "Cannot allocate memory"
  case 13: "Permission denied"
  case 20: "Not a directory"
  case 21: "Is a directory"
  case 22: "Invalid argument"
  case 23: "Too many open files in system"
  case 24: "Too many open files"
  case 26: "Text file busy"
  case 36: "File name too long"
  case 40: "Too many levels of symbolic links"
  case 75: "Value too large for defined data type"
  default: "Error"
  }
}

/// One line on standard error, then the exit status that a shell reports for a program that could not be started.
func fatal(_ status: Int = 127, _ build: (inout Message) -> Void) -> Never {
  withScratch(4096) { buffer in
    var line = Message(in: buffer, capacity: 4096)
    line.append(Process.name)
    line.add(": ")
    build(&line)
    line.add("\n")
    line.write(to: 2)
  }
  exitProcess(status)
}
