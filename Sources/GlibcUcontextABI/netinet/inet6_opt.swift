// <netinet/in.h>: IPv6 hop-by-hop and destination options. Source: RFC 3542, section 10; the option layout is RFC
// 2460's.
//
// A header is: next header, length in eights less one, then options of type, length, data; type 0 is one byte of
// padding.

import CMusl

private typealias Bytes = UnsafeMutablePointer<UInt8>

private func bytes(_ header: UnsafeMutableRawPointer) -> Bytes { header.assumingMemoryBound(to: UInt8.self) }

/// Fills what alignment leaves free: one byte as type 0, more as type 1 with a length.
private func pad(_ at: Bytes, _ count: Int) {
  if count == 1 {
    at[0] = 0
  } else if count > 1 {
    at[0] = 1
    at[1] = UInt8(count - 2)
    memset(at + 2, 0, count - 2)
  }
}

/// The size of an empty header; with memory it is begun there.
@c(inet6_opt_init)
public func inet6OptInit(_ header: UnsafeMutableRawPointer?, _ size: socklen_t) -> CInt {
  if let header {
    if size == 0 || size % 8 != 0 || size > 256 * 8 { return -1 }
    bytes(header)[1] = UInt8(size / 8 - 1)
  }
  return 2
}

/// Room for one more option, aligned to its data: the size afterwards.
@c(inet6_opt_append)
public func inet6OptAppend(
  _ header: UnsafeMutableRawPointer?, _ size: socklen_t, _ offset: CInt, _ type: UInt8, _ length: socklen_t,
  _ alignment: UInt8, _ data: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> CInt {
  if offset < 2 || type < 2 || length > 255 { return -1 }
  if alignment == 0 || alignment > 8 || alignment & (alignment - 1) != 0 || socklen_t(alignment) > length { return -1 }
  let dataAt = Int(offset) + 2
  let padding = (Int(alignment) - dataAt % Int(alignment)) % Int(alignment)
  let end = dataAt + padding + Int(length)
  if let header {
    if end > Int(size) { return -1 }
    let at = bytes(header) + Int(offset)
    pad(at, padding)
    at[padding] = type
    at[padding + 1] = UInt8(length)
    data?.pointee = UnsafeMutableRawPointer(at + padding + 2)
  }
  return CInt(end)
}

/// Pads the header to whole eights: its final size.
@c(inet6_opt_finish)
public func inet6OptFinish(_ header: UnsafeMutableRawPointer?, _ size: socklen_t, _ offset: CInt) -> CInt {
  if offset < 2 { return -1 }
  let padding = (8 - Int(offset) % 8) % 8
  if let header {
    if Int(offset) + padding > Int(size) { return -1 }
    pad(bytes(header) + Int(offset), padding)
  }
  return offset + CInt(padding)
}

/// Copies a value into an option's data: the offset behind it.
@c(inet6_opt_set_val)
public func inet6OptSetVal(
  _ data: UnsafeMutableRawPointer, _ offset: CInt, _ value: UnsafeRawPointer, _ size: socklen_t
) -> CInt {
  memcpy(data + Int(offset), value, Int(size))
  return offset + CInt(size)
}

/// Copies a value out of an option's data: the offset behind it.
@c(inet6_opt_get_val)
public func inet6OptGetVal(
  _ data: UnsafeMutableRawPointer, _ offset: CInt, _ value: UnsafeMutableRawPointer, _ size: socklen_t
) -> CInt {
  memcpy(value, data + Int(offset), Int(size))
  return offset + CInt(size)
}

/// The first option at or behind `offset` that `wanted` takes; padding is skipped.
private func scan(
  _ header: UnsafeMutableRawPointer, _ size: socklen_t, _ offset: CInt,
  _ type: UnsafeMutablePointer<UInt8>?, _ length: UnsafeMutablePointer<socklen_t>?,
  _ data: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, wanted: UInt8?
) -> CInt {
  let header = bytes(header)
  let end = min(Int(size), (Int(header[1]) + 1) * 8)
  var at = offset == 0 ? 2 : Int(offset)
  if offset != 0 && offset < 2 { return -1 }
  while at < end {
    if header[at] == 0 && wanted != 0 {
      at += 1
      continue
    }
    if header[at] == 0 {
      length?.pointee = 0
      data?.pointee = UnsafeMutableRawPointer(header + at + 1)
      return CInt(at + 1)
    }
    if at + 2 > end || at + 2 + Int(header[at + 1]) > end { return -1 }
    let next = at + 2 + Int(header[at + 1])
    if wanted.map({ $0 == header[at] }) ?? (header[at] != 1) {
      type?.pointee = header[at]
      length?.pointee = socklen_t(header[at + 1])
      data?.pointee = UnsafeMutableRawPointer(header + at + 2)
      return CInt(next)
    }
    at = next
  }
  return -1
}

/// The next option: the offset behind it, or -1 where there is none or it does not fit.
@c(inet6_opt_next)
public func inet6OptNext(
  _ header: UnsafeMutableRawPointer, _ size: socklen_t, _ offset: CInt, _ type: UnsafeMutablePointer<UInt8>?,
  _ length: UnsafeMutablePointer<socklen_t>?, _ data: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> CInt {
  scan(header, size, offset, type, length, data, wanted: nil)
}

/// The next option of a type, as `inet6_opt_next`.
@c(inet6_opt_find)
public func inet6OptFind(
  _ header: UnsafeMutableRawPointer, _ size: socklen_t, _ offset: CInt, _ type: UInt8,
  _ length: UnsafeMutablePointer<socklen_t>?, _ data: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> CInt {
  scan(header, size, offset, nil, length, data, wanted: type)
}
