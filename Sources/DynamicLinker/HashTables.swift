// The two hash tables of a dynamic symbol table, and whether they can be walked without leaving their segment.

enum HashTables {
  /// DT_GNU_HASH: buckets, first symbol, words of the Bloom filter, its shift; then filter, buckets and chains.
  static func checkGNU(_ object: ObjectRef) -> Bool {
    let table = object.pointee.gnuTable
    let end = object.pointee.gnuTableEnd
    if table & 7 != 0 || !fits(table, 16, from: 0, to: end) { return false }
    let buckets = UInt(read(table, as: UInt32.self))
    let words = UInt(read(table &+ 8, as: UInt32.self))
    if buckets == 0 || words == 0 || words & (words &- 1) != 0 { return false }
    if !fits(table, 16 &+ words &* 8 &+ buckets &* 4, from: 0, to: end) { return false }
    object.pointee.filter = table &+ 16
    object.pointee.filterMask = words &- 1
    object.pointee.filterShift = read(table &+ 12, as: UInt32.self) & 31
    return true
  }

  /// False where the Bloom filter of DT_GNU_HASH says that no symbol has that hash: so it is with most objects of a scope.
  @inline(__always)
  static func mayHave(_ object: ObjectRef, _ hash: UInt32) -> Bool {
    let filter = object.pointee.filter
    if filter == 0 { return true }
    let word: UInt = read(filter &+ (UInt(hash >> 6) & object.pointee.filterMask) &* 8)
    return (word >> UInt(hash & 63)) & (word >> UInt((hash >> object.pointee.filterShift) & 63)) & 1 != 0
  }

  /// DT_HASH: buckets, chain length, then both arrays.
  static func checkSystemV(_ object: ObjectRef) -> Bool {
    let table = object.pointee.sysvTable
    let end = object.pointee.sysvTableEnd
    if table & 3 != 0 || !fits(table, 8, from: 0, to: end) { return false }
    let buckets = UInt(read(table, as: UInt32.self))
    let chain = UInt(read(table &+ 4, as: UInt32.self))
    if buckets == 0 || !fits(table, 8 &+ (buckets &+ chain) &* 4, from: 0, to: end) { return false }
    if chain < object.pointee.symbolLimit { object.pointee.symbolLimit = chain }
    return true
  }

  /// Shows `matcher` each symbol whose hash is `hash`, until it takes one. The filter has been asked.
  static func visitGNU(_ object: ObjectRef, _ hash: UInt32, _ matcher: inout Lookup.Matcher) {
    let table = object.pointee.gnuTable
    let buckets = UInt(read(table, as: UInt32.self))
    let first = UInt(read(table &+ 4, as: UInt32.self))
    let words = UInt(read(table &+ 8, as: UInt32.self))
    let bucketTable = table &+ 16 &+ words &* 8
    var index = UInt(read(bucketTable &+ (UInt(hash) % buckets) &* 4, as: UInt32.self))
    if index < first { return }
    var chain = bucketTable &+ (buckets &+ index &- first) &* 4
    while index < object.pointee.symbolLimit && chain >= bucketTable && chain &+ 4 <= object.pointee.gnuTableEnd {
      let found: UInt32 = read(chain)
      if (found ^ hash) >> 1 == 0 && matcher.takes(index) { return }
      if found & 1 != 0 { return }
      index = index &+ 1
      chain = chain &+ 4
    }
  }

  static func visitSystemV(_ object: ObjectRef, _ hash: UInt32, _ matcher: inout Lookup.Matcher) {
    let table = object.pointee.sysvTable
    let buckets = UInt(read(table, as: UInt32.self))
    let chainTable = table &+ 8 &+ buckets &* 4
    var index = UInt(read(table &+ 8 &+ (UInt(hash) % buckets) &* 4, as: UInt32.self))
    var steps = object.pointee.symbolLimit  // a chain that returns to itself ends all the same
    while index != 0 && index < object.pointee.symbolLimit && steps > 0 {
      if matcher.takes(index) { return }
      index = UInt(read(chainTable &+ index &* 4, as: UInt32.self))
      steps = steps &- 1
    }
  }
}
