// <search.h>: hash tables of a fixed size. musl's grow, and a second hcreate throws the first table away. Source: hsearch(3).
import CMusl

/// What hsearch_data points to. `entries` has `size` places, a prime; a place without a key is free.
private struct Table {
  var entries: UnsafeMutablePointer<ENTRY>
  var size: Int

  /// The place of `key`, or the free one where it would go; nil where it is not there and nothing is free.
  func place(of key: UnsafePointer<CChar>) -> UnsafeMutablePointer<ENTRY>? {
    var hash: UInt = 5381
    var at = key
    while at.pointee != 0 {
      hash = hash &* 33 ^ UInt(UInt8(bitPattern: at.pointee))
      at += 1
    }
    // A prime size, so every step from 1 to size - 1 comes by all places.
    let modulus = UInt(bitPattern: size)
    var index = hash % modulus
    let step = 1 &+ (hash >> 7) % (modulus &- 1)
    for _ in 0..<size {
      let entry = entries + Int(bitPattern: index)
      if entry.pointee.key == nil || strcmp(entry.pointee.key, key) == 0 { return entry }
      index &+= step
      if index >= modulus { index &-= modulus }
    }
    return nil
  }
}

private func isPrime(_ odd: Int) -> Bool {
  var divisor = 3
  while divisor <= odd / divisor {
    if odd % divisor == 0 { return false }
    divisor &+= 2
  }
  return true
}

nonisolated(unsafe) private var global = hsearch_data()

private func table(of data: UnsafeMutablePointer<hsearch_data>) -> UnsafeMutablePointer<Table>? {
  guard let known = data.pointee.__tab else { return nil }
  return UnsafeMutableRawPointer(known).assumingMemoryBound(to: Table.self)
}

/// Makes a table for `count` entries, some more for a prime size: 1, or 0 where `data` has one, or with ENOMEM; EINVAL without `data`.
@c(hcreate_r)
public func hcreate_r(_ count: Int, _ data: UnsafeMutablePointer<hsearch_data>?) -> Int32 {
  guard let data else {
    errno = EINVAL
    return 0
  }
  if data.pointee.__tab != nil { return 0 }
  guard count >= 0 && count < Int(Int32.max) else {
    errno = ENOMEM
    return 0
  }
  var size = max(count, 3) | 1
  while !isPrime(size) { size &+= 2 }
  guard let made = malloc(MemoryLayout<Table>.stride) else { return 0 }
  guard let entries = calloc(size, MemoryLayout<ENTRY>.stride) else {
    free(made)
    return 0
  }
  made.initializeMemory(
    as: Table.self, to: Table(entries: entries.assumingMemoryBound(to: ENTRY.self), size: size))
  data.pointee.__tab = OpaquePointer(made)
  return 1
}

/// Frees the table, not what its entries point to. EINVAL in errno without `data`.
@c(hdestroy_r)
public func hdestroy_r(_ data: UnsafeMutablePointer<hsearch_data>?) {
  guard let data else {
    errno = EINVAL
    return
  }
  if let table = table(of: data) {
    free(table.pointee.entries)
    free(table)
  }
  data.pointee.__tab = nil
}

/// Finds the entry with `item`'s key, or with ENTER adds `item`: 1, or 0 with a NULL result and ESRCH, or ENOMEM where the table is full.
@c(hsearch_r)
public func hsearch_r(
  _ item: ENTRY, _ action: ACTION, _ result: UnsafeMutablePointer<UnsafeMutablePointer<ENTRY>?>,
  _ data: UnsafeMutablePointer<hsearch_data>
) -> Int32 {
  result.pointee = nil
  guard let table = table(of: data), let key = item.key else {
    errno = ESRCH
    return 0
  }
  guard let place = table.pointee.place(of: key) else {
    errno = action == ENTER ? ENOMEM : ESRCH
    return 0
  }
  if place.pointee.key == nil {
    guard action == ENTER else {
      errno = ESRCH
      return 0
    }
    place.pointee = item
  }
  result.pointee = place
  return 1
}

/// hcreate_r for the process's own table.
@c(hcreate)
public func hcreate(_ count: Int) -> Int32 { hcreate_r(count, &global) }

/// hdestroy_r for the process's own table.
@c(hdestroy)
public func hdestroy() { hdestroy_r(&global) }

/// hsearch_r for the process's own table: the entry, or NULL with the same errors.
@c(hsearch)
public func hsearch(_ item: ENTRY, _ action: ACTION) -> UnsafeMutablePointer<ENTRY>? {
  var found: UnsafeMutablePointer<ENTRY>?
  _ = hsearch_r(item, action, &found, &global)
  return found
}
