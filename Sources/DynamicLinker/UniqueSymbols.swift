// STB_GNU_UNIQUE: one definition per process, whichever object brought it first and however it was opened. C++ uses it
// for the static members of templates and inline variables.

enum UniqueSymbols {
  private struct Entry {
    var name: Text?
    var hash: UInt32
    var object: ObjectRef?
    var symbol: UnsafeMutablePointer<Symbol>?
  }

  nonisolated(unsafe) private static var base: UInt = 0
  nonisolated(unsafe) private static var capacity: UInt = 0
  nonisolated(unsafe) private static var count: UInt = 0

  /// The process's definition of `name`: the one in the table, or `symbol`, which enters it and is never unloaded from
  /// then on.
  static func claim(_ object: ObjectRef, _ symbol: UnsafeMutablePointer<Symbol>, _ name: Text) -> Definition {
    if count &* 2 >= capacity { grow() }
    let hash = gnuHash(name)
    let slot = find(name, hash)
    if let known = slot.pointee.object, let its = slot.pointee.symbol { return Definition(object: known, symbol: its) }
    slot.pointee = Entry(
      name: object.pointee.strings + Int(symbol.pointee.name), hash: hash, object: object, symbol: symbol)
    count = count &+ 1
    object.pointee.noDelete = true
    return Definition(object: object, symbol: symbol)
  }

  private static func find(_ name: Text, _ hash: UInt32) -> UnsafeMutablePointer<Entry> {
    let table: UnsafeMutablePointer<Entry> = pointer(base)
    var index = UInt(hash) & (capacity &- 1)
    while true {
      let slot = table + Int(bitPattern: index)
      guard let known = slot.pointee.name else { return slot }
      if slot.pointee.hash == hash && equal(known, name) { return slot }
      index = (index &+ 1) & (capacity &- 1)
    }
  }

  private static func grow() {
    let oldBase = base
    let oldCapacity = capacity
    capacity = oldCapacity == 0 ? 256 : oldCapacity &* 2
    base = address(of: Arena.allocate(Entry.self, capacity))
    var index: UInt = 0
    while index < oldCapacity {
      let entry = (pointer(oldBase, to: Entry.self) + Int(bitPattern: index)).pointee
      if let name = entry.name { find(name, entry.hash).pointee = entry }
      index = index &+ 1
    }
    Arena.release(oldBase, oldCapacity &* UInt(bitPattern: MemoryLayout<Entry>.stride))
  }

  /// An object goes: what it had claimed is free again.
  static func forget(_ object: ObjectRef) {
    let oldBase = base
    let oldCapacity = capacity
    if oldCapacity == 0 { return }
    base = address(of: Arena.allocate(Entry.self, capacity))
    count = 0
    var index: UInt = 0
    while index < oldCapacity {
      let entry = (pointer(oldBase, to: Entry.self) + Int(bitPattern: index)).pointee
      if let name = entry.name, entry.object != object { find(name, entry.hash).pointee = entry; count = count &+ 1 }
      index = index &+ 1
    }
    Arena.release(oldBase, oldCapacity &* UInt(bitPattern: MemoryLayout<Entry>.stride))
  }
}
