// <netinet/in.h>: IPv6 routing headers of type 0. Source: RFC 3542, section 7.
//
// The header: next header, length in eights, type, segments left, four reserved bytes, then the addresses.

import CMusl

private let addressSize = 16

private func bytes(_ header: UnsafeMutableRawPointer) -> UnsafeMutablePointer<UInt8> {
  header.assumingMemoryBound(to: UInt8.self)
}

/// The size of a header with so many segments, or 0.
@c(inet6_rth_space)
public func inet6RthSpace(_ type: CInt, _ segments: CInt) -> socklen_t {
  type == 0 && segments >= 0 && segments <= 127 ? socklen_t(8 + Int(segments) * addressSize) : 0
}

/// Begins a header in memory of a size: the memory, or NULL where it is too small.
@c(inet6_rth_init)
public func inet6RthInit(
  _ header: UnsafeMutableRawPointer?, _ size: socklen_t, _ type: CInt, _ segments: CInt
) -> UnsafeMutableRawPointer? {
  guard let header, type == 0, segments >= 0, segments <= 127, size >= inet6RthSpace(type, segments) else { return nil }
  memset(header, 0, Int(inet6RthSpace(type, segments)))
  bytes(header)[1] = UInt8(segments * 2)
  return header
}

/// Appends an address: 0, or -1 where the header is full.
@c(inet6_rth_add)
public func inet6RthAdd(_ header: UnsafeMutableRawPointer, _ address: UnsafeRawPointer) -> CInt {
  let head = bytes(header)
  if head[2] != 0 || Int(head[1]) * 8 / addressSize <= Int(head[3]) { return -1 }
  memcpy(header + 8 + Int(head[3]) * addressSize, address, addressSize)
  head[3] += 1
  return 0
}

/// Writes a header with the addresses the other way round, which may be the same memory.
@c(inet6_rth_reverse)
public func inet6RthReverse(_ from: UnsafeRawPointer, _ to: UnsafeMutableRawPointer) -> CInt {
  let head = from.assumingMemoryBound(to: UInt8.self)
  if head[2] != 0 { return -1 }
  let total = Int(head[1]) * 8 / addressSize
  memmove(to, from, 8)
  var low = 0
  var high = total - 1
  while low <= high {
    var first = InlineArray<16, UInt8>(repeating: 0)
    memcpy(&first, from + 8 + low * addressSize, addressSize)
    memmove(to + 8 + low * addressSize, from + 8 + high * addressSize, addressSize)
    memcpy(to + 8 + high * addressSize, &first, addressSize)
    low += 1
    high -= 1
  }
  bytes(to)[3] = UInt8(total)
  return 0
}

/// The number of segments, or -1.
@c(inet6_rth_segments)
public func inet6RthSegments(_ header: UnsafeRawPointer) -> CInt {
  let head = header.assumingMemoryBound(to: UInt8.self)
  return head[2] == 0 ? CInt(head[1]) * 8 / CInt(addressSize) : -1
}

/// An address by its index, or NULL.
@c(inet6_rth_getaddr)
public func inet6RthGetaddr(_ header: UnsafeMutableRawPointer, _ index: CInt) -> UnsafeMutableRawPointer? {
  let head = bytes(header)
  return head[2] == 0 && index >= 0 && Int(index) < Int(head[1]) * 8 / addressSize
    ? header + 8 + Int(index) * addressSize : nil
}
