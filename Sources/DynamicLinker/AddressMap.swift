// From an address to the object that holds it, without a lock: unwinders ask in the middle of anything.

enum AddressMap {
  struct Range {
    var start: UInt
    var end: UInt
    var object: ObjectRef
  }

  // Two tables take turns; the number says which one is valid and changes with every update.
  nonisolated(unsafe) private static var tables: InlineArray<2, List<Range>> = InlineArray(repeating: List<Range>())
  private static let version = AtomicCounter()

  static func rebuild() {
    let number = version.value
    var table = tables[(number &+ 1) & 1]
    table.count = 0
    var next = Process.firstObject
    while let object = next {
      insert(Range(start: object.pointee.mapStart, end: object.pointee.mapEnd, object: object), &table)
      next = object.pointee.next
    }
    tables[(number &+ 1) & 1] = table
    version.set(number &+ 1)
  }

  private static func insert(_ range: Range, _ table: inout List<Range>) {
    table.append(range)
    var index = table.count &- 1
    while index > 0 && table[index &- 1].start > range.start {
      table[index] = table[index &- 1]
      index = index &- 1
    }
    table[index] = range
  }

  static func object(at address: UInt) -> ObjectRef? {
    while true {
      let number = version.value
      let found = search(tables[number & 1], address)
      if version.value &- number < 1 { return found }
    }
  }

  private static func search(_ table: List<Range>, _ address: UInt) -> ObjectRef? {
    var low: UInt = 0
    var high = table.count
    while low < high {
      let middle = (low &+ high) / 2
      let range = table[middle]
      if address < range.start {
        high = middle
      } else if address >= range.end {
        low = middle &+ 1
      } else {
        return range.object
      }
    }
    return nil
  }
}
