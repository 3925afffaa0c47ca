// A growable array in the arena.

struct List<Element> {
  var base: UnsafeMutablePointer<Element>? = nil
  var count: UInt = 0
  var capacity: UInt = 0

  subscript(index: UInt) -> Element {
    get { base.unsafelyUnwrapped[Int(bitPattern: index)] }
    nonmutating set { base.unsafelyUnwrapped[Int(bitPattern: index)] = newValue }
  }

  mutating func append(_ element: Element) {
    if count == capacity { reserve(capacity == 0 ? 8 : capacity &* 2) }
    base.unsafelyUnwrapped[Int(bitPattern: count)] = element
    count = count &+ 1
  }

  mutating func reserve(_ wanted: UInt) {
    if wanted <= capacity { return }
    let fresh = Arena.allocate(Element.self, wanted)
    if let old = base {
      memcpy(fresh, old, count &* UInt(bitPattern: MemoryLayout<Element>.stride))
      release()
    }
    base = fresh
    capacity = wanted
  }

  /// Gives the memory back.
  mutating func release() {
    if let old = base { Arena.release(address(of: old), capacity &* UInt(bitPattern: MemoryLayout<Element>.stride)) }
    base = nil
    capacity = 0
  }

  mutating func remove(at index: UInt) {
    var i = index
    while i &+ 1 < count { self[i] = self[i &+ 1]; i = i &+ 1 }
    count = count &- 1
  }
}

extension List where Element == ObjectRef {
  func contains(_ object: ObjectRef) -> Bool {
    var index: UInt = 0
    while index < count {
      if self[index] == object { return true }
      index = index &+ 1
    }
    return false
  }
}
