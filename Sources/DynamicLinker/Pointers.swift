// Reading and writing memory by its address. Addresses are numbers here, because most of them are computed from what a
// file says.

let pageSize: UInt = 4096

@inline(__always)
func pointer<T>(_ address: UInt, to type: T.Type = T.self) -> UnsafeMutablePointer<T> {
  UnsafeMutablePointer<T>(bitPattern: address).unsafelyUnwrapped
}

@inline(__always)
func read<T>(_ address: UInt, as type: T.Type = T.self) -> T {
  UnsafeRawPointer(bitPattern: address).unsafelyUnwrapped.loadUnaligned(as: T.self)
}

@inline(__always)
func write(_ value: UInt, at address: UInt) {
  UnsafeMutableRawPointer(bitPattern: address).unsafelyUnwrapped.storeBytes(of: value, as: UInt.self)
}

@inline(__always)
func write32(_ value: UInt32, at address: UInt) {
  UnsafeMutableRawPointer(bitPattern: address).unsafelyUnwrapped.storeBytes(of: value, as: UInt32.self)
}

@inline(__always)
func address<T>(of pointer: UnsafePointer<T>) -> UInt { UInt(bitPattern: pointer) }
@inline(__always)
func address<T>(of pointer: UnsafeMutablePointer<T>) -> UInt { UInt(bitPattern: pointer) }

@inline(__always)
func pageFloor(_ address: UInt) -> UInt { address & ~(pageSize &- 1) }
@inline(__always)
func pageCeiling(_ address: UInt) -> UInt { (address &+ (pageSize &- 1)) & ~(pageSize &- 1) }
/// `value` rounded up to a multiple of `alignment`, a power of two.
@inline(__always)
func roundUp(_ value: UInt, to alignment: UInt) -> UInt { (value &+ (alignment &- 1)) & ~(alignment &- 1) }

/// Whether `count` bytes from `start` lie within `low..<high`, without overflowing whatever the numbers are.
@inline(__always)
func fits(_ start: UInt, _ count: UInt, from low: UInt, to high: UInt) -> Bool {
  start >= low && start <= high && count <= high &- start
}
