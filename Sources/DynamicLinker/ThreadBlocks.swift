// Where musl keeps how large a thread's block of variables is and how it is aligned: two words of its own data, which have no name. The shim
// changes them while it creates a thread, so that musl puts the block on the thread's stack (Sources/CGlibcABI/threads/blocks.c).
//
// They are found by what lies beside them: before them a pointer to the one module that musl knows, which is the composite (StaticTLS), after
// them the number of modules, 1. A musl that keeps them otherwise has no such place, and its threads get their blocks as it likes.

enum ThreadBlocks {
  /// What musl adds to the modules' size: its record of the thread, a table of modules, and what aligning takes.
  private static let mostAdded: UInt = 1024

  /// The first of the two words, 0 where there is not exactly one such place.
  static func words() -> UInt {
    guard let musl = Process.musl else { return 0 }
    var found: UInt = 0
    var index: UInt = 0
    while index < musl.pointee.headerCount {
      let segment = musl.pointee.headers[Int(bitPattern: index)]
      index = index &+ 1
      if segment.type != SegmentType.load || segment.flags & SegmentFlag.write == 0 { continue }
      var place = roundUp(musl.pointee.at(segment.address), to: 8)
      let end = musl.pointee.at(segment.address) &+ segment.memorySize
      while fits(place, 32, from: place, to: end) {
        if isModule(read(place), musl) && isSize(read(place &+ 8)) && read(place &+ 16) == StaticTLS.alignment
          && read(place &+ 24) == 1 as UInt
        {
          if found != 0 { return 0 }
          found = place &+ 8
        }
        place = place &+ 8
      }
    }
    return found
  }

  private static func isSize(_ size: UInt) -> Bool {
    size >= StaticTLS.total && size &- StaticTLS.total <= mostAdded &+ 4 &* StaticTLS.alignment
  }

  /// Whether musl's description of the composite is at `address`: next module, image, length of the image, size, alignment, offset.
  private static func isModule(_ address: UInt, _ musl: ObjectRef) -> Bool {
    if address & 7 != 0 || !musl.pointee.contains(address) { return false }
    if Dynamic.memoryEnd(musl, address, writable: true) < address &+ 48 { return false }
    return read(address) == 0 as UInt && read(address &+ 8) == StaticTLS.image
      && read(address &+ 16) == StaticTLS.total && read(address &+ 32) == StaticTLS.alignment
      && read(address &+ 40) == StaticTLS.total
  }
}
