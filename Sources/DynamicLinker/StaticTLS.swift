// The static TLS block. musl believes that the program has one large TLS segment, the composite: the program's block at
// the thread pointer, the libraries' below it by glibc's formula, a surplus for libraries opened late, and one word of
// ours per thread at the very bottom. musl copies the composite's image into every new thread (TLS variant II).
//
//     thread pointer - total                                                         thread pointer
//     | our word | surplus ... | shim | last library | ... | first library | program |

enum StaticTLS {
  static let surplus: UInt = 4096

  /// Bytes below the thread pointer that are given away.
  nonisolated(unsafe) static var used: UInt = 0
  nonisolated(unsafe) static var total: UInt = 0
  nonisolated(unsafe) static var image: UInt = 0
  nonisolated(unsafe) static var alignment: UInt = 64

  /// Gives `object` its place. Only before `seal`.
  static func place(_ object: ObjectRef) {
    if object.pointee.tlsMemorySize == 0 { return }
    let offset = offset(for: object)
    object.pointee.tlsOffset = offset
    used = offset
    if object.pointee.tlsAlignment > alignment { alignment = object.pointee.tlsAlignment }
    ThreadModules.add(object)
  }

  /// glibc's formula: the block's start has the same remainder by its alignment as p_vaddr.
  private static func offset(for object: ObjectRef) -> UInt {
    let alignment = object.pointee.tlsAlignment
    let remainder = (0 &- (object.pointee.tlsImage &- object.pointee.base)) & (alignment &- 1)
    return roundUp(used &+ object.pointee.tlsMemorySize &- remainder, to: alignment) &+ remainder
  }

  /// Fixes the composite's size and makes its image.
  static func seal() {
    total = roundUp(used &+ surplus &+ 16, to: alignment)
    image = roundUp(Arena.allocate(total &+ alignment), to: alignment)
    SharedData.slotOffset.pointee = 0 &- Int(bitPattern: total)
  }

  /// The relocated images, into the composite and into the one thread that there is.
  static func fill() {
    let thread = threadPointer()
    var next = Process.firstObject
    while let object = next {
      if object.pointee.tlsOffset != 0 { copyImage(object, to: thread); copyImage(object, to: image &+ total) }
      next = object.pointee.next
    }
  }

  private static func copyImage(_ object: ObjectRef, to thread: UInt) {
    let block: UnsafeMutablePointer<UInt8> = pointer(thread &- object.pointee.tlsOffset)
    if object.pointee.tlsFileSize > 0 {
      memcpy(block, pointer(object.pointee.tlsImage, to: UInt8.self), object.pointee.tlsFileSize)
    }
    memset(
      block + Int(bitPattern: object.pointee.tlsFileSize), 0, object.pointee.tlsMemorySize &- object.pointee.tlsFileSize
    )
  }

  /// A place in the surplus for a library that is opened late and insists on initial-exec TLS. False where there is
  /// none.
  static func placeLate(_ object: ObjectRef) -> Bool {
    if object.pointee.tlsOffset != 0 { return true }
    if object.pointee.tlsMemorySize == 0 || object.pointee.tlsAlignment > alignment || object.pointee.tlsIsDynamic {
      return false
    }
    let offset = offset(for: object)
    if offset < used || offset > total &- 16 { return false }
    object.pointee.tlsOffset = offset
    used = offset
    late.append(object)
    return true
  }

  /// Objects that `placeLate` placed and whose images no thread has yet.
  nonisolated(unsafe) private static var late = List<ObjectRef>()

  /// Writes their images: the composite first, so that threads created from now on have them, then every live thread.
  static func fillLate() -> Bool {
    if late.count == 0 { return true }
    ThreadGate.close()
    var index: UInt = 0
    while index < late.count { copyImage(late[index], to: image &+ total); index = index &+ 1 }
    let complete = Threads.forEach { thread in
      var index: UInt = 0
      while index < late.count { copyImage(late[index], to: thread); index = index &+ 1 }
    }
    late.count = 0
    ThreadGate.open()
    return complete
  }

  /// A failed dlopen gives its places back.
  static func forgetLate(_ usedBefore: UInt) {
    late.count = 0
    used = usedBefore
  }
}
