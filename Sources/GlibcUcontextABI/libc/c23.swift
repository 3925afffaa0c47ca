// <stdlib.h>, <string.h>, <inttypes.h>: small functions of C23 and C2Y that musl lacks.

import CMusl

/// The magnitude of an integer in the unsigned type, which has room for that of the least one. Source: C2Y uabs.
@c(uabs) public func uabsCall(_ x: CInt) -> CUnsignedInt { x.magnitude }
@c(ulabs) public func ulabsCall(_ x: CLong) -> CUnsignedLong { x.magnitude }
@c(ullabs) public func ullabsCall(_ x: CLongLong) -> CUnsignedLongLong { x.magnitude }
@c(umaxabs) public func umaxabsCall(_ x: intmax_t) -> uintmax_t { x.magnitude }

/// The name that releases before 2.43 had for umaxabs.
@c(uimaxabs) public func uimaxabsCall(_ x: intmax_t) -> uintmax_t { x.magnitude }

/// Frees memory whose size the caller knows; the size is not used. Source: C23 7.24.3.4.
@c(free_sized)
public func freeSized(_ memory: UnsafeMutableRawPointer?, _ size: Int) { free(memory) }

/// The same for aligned_alloc's memory. Source: C23 7.24.3.5.
@c(free_aligned_sized)
public func freeAlignedSized(_ memory: UnsafeMutableRawPointer?, _ alignment: Int, _ size: Int) { free(memory) }

/// The largest power of two that divides an address; 0 for NULL. Source: C23 7.24.9.1.
@c(memalignment)
public func memalignmentCall(_ address: UnsafeRawPointer?) -> Int {
  let bits = Int(bitPattern: address)
  return bits & -bits
}

/// A memset that no compiler removes: the program cannot see into this library. Source: C23 7.26.6.2.
@c(memset_explicit)
public func memsetExplicit(_ to: UnsafeMutableRawPointer, _ byte: CInt, _ count: Int) -> UnsafeMutableRawPointer {
  memset(to, byte, count)
}
