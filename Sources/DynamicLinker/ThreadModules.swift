// Modules with TLS, by number, and the blocks that threads have of those that came late.
//
// A thread's record, which the word at the bottom of its static block points to and tls.S reads:
//     word 0       number of entries
//     word 1       entry 0: no module has that number, so it holds the thread's dlerror record
//     word 1 + n   the address of module n's block, 0 until it is asked for
// Numbers are not used twice, so that an entry left from a library that was unloaded is never taken for another's.

enum ThreadModules {
  nonisolated(unsafe) private static var modules = List<ObjectRef?>()

  static func add(_ object: ObjectRef) {
    if object.pointee.tlsMemorySize == 0 || object.pointee.tlsModule != 0 { return }
    if modules.count == 0 { modules.append(nil) }
    object.pointee.tlsModule = modules.count
    modules.append(object)
  }

  static func remove(_ object: ObjectRef) {
    if object.pointee.tlsModule != 0 { modules[object.pointee.tlsModule] = nil }
  }

  private static var slot: UInt { threadPointer() &+ UInt(bitPattern: SharedData.slotOffset.pointee) }

  /// Whether the calling thread has a record, which few threads ever need.
  static var hasRecord: Bool { read(slot, as: UInt.self) != 0 }

  /// The calling thread's record with room for entry `number`.
  static func record(_ number: UInt) -> UInt {
    let old: UInt = read(slot)
    let oldCount: UInt = old == 0 ? 0 : read(old)
    if number < oldCount { return old }
    var count = oldCount == 0 ? 16 : oldCount
    while count <= number { count = count &* 2 }
    let fresh = Arena.allocate((count &+ 1) &* 8)
    if old != 0 { memcpy(pointer(fresh, to: UInt8.self), pointer(old, to: UInt8.self), (oldCount &+ 1) &* 8) }
    write(count, at: fresh)
    write(fresh, at: slot)
    if old != 0 { Arena.release(old, (oldCount &+ 1) &* 8) }
    return fresh
  }

  /// Address of the calling thread's block of a module.
  static func block(_ number: UInt) -> UInt {
    let entry = record(number) &+ 8 &+ number &* 8
    let known: UInt = read(entry)
    if known != 0 { return known }
    guard number < modules.count, let object = modules[number] else {
      fatal { $0.add("thread-local variable of a library that is not loaded") }
    }
    let block: UInt
    if object.pointee.tlsOffset != 0 {
      block = threadPointer() &- object.pointee.tlsOffset
    } else {
      object.pointee.tlsIsDynamic = true
      block = make(object)
    }
    write(block, at: entry)
    return block
  }

  /// A block with the module's image. The two words before it say what to give back to the arena.
  private static func make(_ object: ObjectRef) -> UInt {
    let alignment = object.pointee.tlsAlignment < 16 ? 16 : object.pointee.tlsAlignment
    let size = object.pointee.tlsMemorySize &+ alignment &* 2 &+ 16
    let memory = Arena.allocate(size)
    let remainder = (object.pointee.tlsImage &- object.pointee.base) & (object.pointee.tlsAlignment &- 1)
    let block = roundUp(memory &+ 16, to: alignment) &+ remainder
    write(memory, at: block &- 16)
    write(size, at: block &- 8)
    if object.pointee.tlsFileSize > 0 {
      memcpy(
        pointer(block, to: UInt8.self), pointer(object.pointee.tlsImage, to: UInt8.self), object.pointee.tlsFileSize)
    }
    return block
  }

  /// The calling thread ends: its blocks and its record go back.
  static func threadEnds() {
    let record: UInt = read(slot)
    if record == 0 { return }
    let thread = threadPointer()
    let count: UInt = read(record)
    var number: UInt = 1
    while number < count {
      let block: UInt = read(record &+ 8 &+ number &* 8)
      let isStatic = block < thread && block >= thread &- StaticTLS.total
      if block != 0 && !isStatic { Arena.release(read(block &- 16), read(block &- 8)) }
      number = number &+ 1
    }
    ThreadError.release(read(record &+ 8))
    write(0, at: slot)
    Arena.release(record, (count &+ 1) &* 8)
  }
}

/// The slow way of __tls_get_addr: the calling thread has no block of the module yet.
@c(glibc_compat_tls_slow)
public func tlsSlow(_ index: UnsafeMutableRawPointer) -> UInt {
  var old: UInt = 0
  Signals.block(&old)  // a signal handler may come the same way
  Process.tables.acquire()
  let number = index.load(as: UInt.self)
  let offset = index.load(fromByteOffset: 8, as: UInt.self)
  let block = ThreadModules.block(number)
  Process.tables.release()
  Signals.restore(old)
  return block &+ offset
}
