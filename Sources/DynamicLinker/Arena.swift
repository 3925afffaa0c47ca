// The loader's own memory: pieces in sizes of powers of two, cut from mapped chunks, kept in a list per size when they
// are given back. Large pieces are mapped by themselves. The program's malloc is never used: it may be anyone's, and
// may call us.

enum Arena {
  nonisolated(unsafe) private static var next: UInt = 0
  nonisolated(unsafe) private static var end: UInt = 0
  nonisolated(unsafe) private static var lists: InlineArray<20, UInt> = InlineArray(repeating: 0)
  static let lock = Lock()

  private static let smallest: UInt = 16
  private static let largest: UInt = 32768
  private static let chunk: UInt = 256 * 1024

  private static func sizeClass(_ size: UInt) -> (index: Int, size: UInt) {
    var index = 0
    var rounded = smallest
    while rounded < size { rounded = rounded << 1; index &+= 1 }
    return (index, rounded)
  }

  /// A signal handler of the same thread may need memory too, for a lazy binding: it has to wait until the lists are
  /// whole.
  private static func enter(_ mask: inout UInt) {
    if Process.running { Signals.block(&mask) }
    lock.acquire()
  }

  private static func leave(_ mask: UInt) {
    lock.release()
    if Process.running { Signals.restore(mask) }
  }

  /// Zeroed memory, aligned to 16 bytes, to a page where it is large. Stops the process where the system has none left.
  static func allocate(_ size: UInt, zeroed: Bool = true) -> UInt {
    if size > largest {
      let address = mapMemory(pageCeiling(size))
      if address == 0 { outOfMemory() }
      return address
    }
    var mask: UInt = 0
    enter(&mask)
    defer { leave(mask) }
    let (index, rounded) = sizeClass(size)
    let free = lists[index]
    if free != 0 {
      lists[index] = read(free)
      if zeroed { memset(pointer(free), 0, rounded) }
      return free
    }
    if end &- next < rounded {
      let fresh = mapMemory(chunk)
      if fresh == 0 { outOfMemory() }
      next = fresh
      end = fresh &+ chunk
    }
    // Buffers, which are hardly ever filled, from the other end: what is used lies close together, on few pages.
    if rounded >= 2048 {
      end = end &- rounded
      return end
    }
    let result = next
    next = next &+ rounded
    return result
  }

  /// Gives back what `allocate(size)` returned.
  static func release(_ address: UInt, _ size: UInt) {
    if address == 0 { return }
    if size > largest { unmap(address, pageCeiling(size)); return }
    var mask: UInt = 0
    enter(&mask)
    let (index, _) = sizeClass(size)
    write(lists[index], at: address)
    lists[index] = address
    leave(mask)
  }

  static func allocate<T>(_ type: T.Type, _ count: UInt) -> UnsafeMutablePointer<T> {
    pointer(allocate(UInt(bitPattern: MemoryLayout<T>.stride) &* count))
  }

  /// A copy of `count` bytes of `text`, terminated.
  static func copy(_ text: Text, _ count: UInt) -> Text {
    let to: UnsafeMutablePointer<UInt8> = pointer(allocate(count &+ 1))
    memcpy(to, text, count)
    return UnsafePointer(to)
  }

  static func copy(_ source: Text) -> Text { copy(source, length(source)) }

  static func release(_ text: Text) { release(address(of: text), length(text) &+ 1) }

  /// Without a message's buffer, which would come from here.
  private static func outOfMemory() -> Never {
    let line: StaticString = "ld.so: cannot allocate memory for the dynamic linker\n"
    writeAll(2, text(line), UInt(line.utf8CodeUnitCount))
    exitProcess(127)
  }
}

/// Room for `count` bytes, whatever they are, while `use` runs. Not on the stack: a program may have made its stack small.
func withScratch<Result>(_ count: UInt, _ use: (UnsafeMutablePointer<UInt8>) -> Result) -> Result {
  let memory = Arena.allocate(count, zeroed: false)
  pointer(memory, to: UInt8.self).pointee = 0
  defer { Arena.release(memory, count) }
  return use(pointer(memory))
}
