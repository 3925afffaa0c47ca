// <arpa/nameser.h>: domain names between text and the form on the wire (RFC 1035, 3.1 and 4.1.4).
import CMusl

private let maximumLabel = 63
private let maximumName = 255

private func fail() -> CInt {
  __errno_location().pointee = EMSGSIZE
  return -1
}

private func isSpecial(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x22, 0x2e, 0x3b, 0x5c, 0x28, 0x29, 0x40, 0x24: return true  // " . ; \ ( ) @ $
  default: return false
  }
}

/// The wire form of a text: its length, or -1. `room` bytes of `target` are used at most.
func nameToWire(_ text: ConstText, _ target: UnsafeMutablePointer<UInt8>, _ room: Int) -> CInt {
  let source = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
  var at = 0
  var out = 1
  var labelStart = 0
  guard room >= 1 else { return -1 }
  if source[0] == 0x2e && source[1] == 0 { at = 1 }
  while source[at] != 0 {
    var byte = source[at]
    at += 1
    if byte == 0x2e {
      let length = out - labelStart - 1
      guard length > 0, length <= maximumLabel, out < room else { return -1 }
      target[labelStart] = UInt8(length)
      labelStart = out
      out += 1
      if source[at] == 0 { break }
      continue
    }
    if byte == 0x5c {
      byte = source[at]
      guard byte != 0 else { return -1 }
      at += 1
      if byte >= 0x30 && byte <= 0x39 {
        // \DDD: three decimal digits.
        guard source[at] >= 0x30, source[at] <= 0x39, source[at + 1] >= 0x30, source[at + 1] <= 0x39 else { return -1 }
        let value = Int(byte - 0x30) * 100 + Int(source[at] - 0x30) * 10 + Int(source[at + 1] - 0x30)
        guard value <= 255 else { return -1 }
        byte = UInt8(value)
        at += 2
      }
    }
    guard out < room else { return -1 }
    target[out] = byte
    out += 1
  }
  let length = out - labelStart - 1
  if length > 0 {
    guard length <= maximumLabel, out < room else { return -1 }
    target[labelStart] = UInt8(length)
    labelStart = out
    out += 1
  }
  target[labelStart] = 0
  return out <= maximumName ? CInt(truncatingIfNeeded: out) : -1
}

/// Text to wire form. 1 where the text ended with a dot, 0 where not, -1 and EMSGSIZE. Source: <arpa/nameser.h>.
@c(ns_name_pton)
public func nsNamePton(_ text: ConstText, _ target: UnsafeMutablePointer<UInt8>, _ room: Int) -> CInt {
  guard nameToWire(text, target, room) >= 0 else { return fail() }
  let length = strlen(text)
  guard length > 0, text[length - 1] == 0x2e else { return 0 }
  var slashes = 0
  while slashes < length - 1 && text[length - 2 - slashes] == 0x5c { slashes += 1 }
  return slashes % 2 == 0 ? 1 : 0
}

/// Wire form to text, with escapes. Length of the text with its end byte, or -1 and EMSGSIZE. Source: <arpa/nameser.h>.
@c(ns_name_ntop)
public func nsNameNtop(_ source: UnsafePointer<UInt8>, _ target: Text, _ room: Int) -> CInt {
  var at = 0
  var out = 0
  func put(_ byte: UInt8) -> Bool {
    guard out < room else { return false }
    target[out] = CChar(bitPattern: byte)
    out += 1
    return true
  }
  while source[at] != 0 {
    let length = Int(source[at])
    guard length <= maximumLabel else { return fail() }
    if out > 0 { guard put(0x2e) else { return fail() } }
    at += 1
    for index in at..<(at + length) {
      let byte = source[index]
      if isSpecial(byte) {
        guard put(0x5c), put(byte) else { return fail() }
      } else if byte <= 0x20 || byte >= 0x7f {
        guard put(0x5c), put(0x30 + byte / 100), put(0x30 + byte / 10 % 10), put(0x30 + byte % 10) else { return fail() }
      } else {
        guard put(byte) else { return fail() }
      }
    }
    at += length
  }
  if out == 0 { guard put(0x2e) else { return fail() } }
  guard out < room else { return fail() }
  target[out] = 0
  return CInt(truncatingIfNeeded: out + 1)
}

/// Follows a compressed name of a message. Bytes the name takes where it stands, or -1 and EMSGSIZE. Source: <arpa/nameser.h>.
@c(ns_name_unpack)
public func nsNameUnpack(
  _ message: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ start: UnsafePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>,
  _ room: Int
) -> CInt {
  guard start >= message, start < end else { return fail() }
  let size = end - message
  var at = start - message
  var out = 0
  var taken = -1
  var checked = 0
  while true {
    guard at < size else { return fail() }
    let length = Int(message[at])
    at += 1
    if length == 0 { break }
    switch length & 0xc0 {
    case 0:
      guard out + length + 1 < room, at + length < size else { return fail() }
      target[out] = UInt8(length)
      memcpy(target + out + 1, message + at, length)
      out += length + 1
      at += length
      checked += length + 1
    case 0xc0:
      guard at < size else { return fail() }
      if taken < 0 { taken = at + 1 - (start - message) }
      at = (length & 0x3f) << 8 | Int(message[at])
      checked += 2
      // More steps than the message has bytes: a loop.
      guard at < size, checked < size else { return fail() }
    default:
      return fail()
    }
  }
  guard out < room else { return fail() }
  target[out] = 0
  return CInt(truncatingIfNeeded: taken >= 0 ? taken : at - (start - message))
}

/// Moves *position past a name. 0, or -1 and EMSGSIZE. Source: <arpa/nameser.h>.
@c(ns_name_skip)
public func nsNameSkip(_ position: UnsafeMutablePointer<UnsafePointer<UInt8>>, _ end: UnsafePointer<UInt8>) -> CInt {
  var at = position.pointee
  while at < end {
    let length = Int(at[0])
    at += 1
    if length == 0 || length & 0xc0 == 0xc0 {
      if length != 0 { at += 1 }
      guard at <= end else { return fail() }
      position.pointee = at
      return 0
    }
    guard length & 0xc0 == 0, end - at >= length else { return fail() }
    at += length
  }
  return fail()
}

// The place of a name in the message: an earlier one that equals it, label by label, ignoring case.
private func findName(
  _ name: UnsafePointer<UInt8>, _ message: UnsafePointer<UInt8>, _ names: UnsafeMutablePointer<UnsafePointer<UInt8>?>,
  _ lastName: UnsafeMutablePointer<UnsafePointer<UInt8>?>
) -> Int? {
  var slot = names
  while slot < lastName, let candidate = slot.pointee {
    // The name may equal the candidate or any tail of it.
    var tail = candidate
    while tail[0] != 0 && tail[0] & 0xc0 == 0 && tail - message < 0x4000 {
      if sameName(tail, name, message) { return tail - message }
      tail += Int(tail[0]) + 1
    }
    slot += 1
  }
  return nil
}

private func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte }

private func sameName(_ first: UnsafePointer<UInt8>, _ second: UnsafePointer<UInt8>, _ message: UnsafePointer<UInt8>) -> Bool {
  var a = first
  var b = second
  var steps = 0
  while steps < maximumName {
    steps += 1
    if a[0] & 0xc0 == 0xc0 {
      a = message + (Int(a[0] & 0x3f) << 8 | Int(a[1]))
      continue
    }
    guard a[0] == b[0] else { return false }
    let length = Int(a[0])
    if length == 0 { return true }
    for index in 1...length where lower(a[index]) != lower(b[index]) { return false }
    a += length + 1
    b += length + 1
  }
  return false
}

/// Writes a name, compressed against the names listed in `names` (the first is the message, NULL ends it); adds it to the list.
/// Bytes written, or -1 and EMSGSIZE. Source: <arpa/nameser.h>.
@c(ns_name_pack)
public func nsNamePack(
  _ source: UnsafePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>, _ room: CInt,
  _ names: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ end: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
) -> CInt {
  var total = 0
  while source[total] != 0 {
    guard source[total] <= UInt8(maximumLabel), total < maximumName else { return fail() }
    total += Int(source[total]) + 1
  }
  guard total < maximumName else { return fail() }
  var out = 0
  var at = 0
  var isListed = false
  let message = names?.pointee
  while source[at] != 0 {
    if let names, let message {
      var last = names + 1
      while last.pointee != nil { last += 1 }
      if let offset = findName(source + at, message, names + 1, last) {
        guard out + 1 < Int(room) else { return fail() }
        target[out] = UInt8(0xc0 | offset >> 8)
        target[out + 1] = UInt8(offset & 0xff)
        return CInt(truncatingIfNeeded: out + 2)
      }
      // One entry for the whole name: its tails are found through it.
      if !isListed, let end, last + 1 < end, (target + out) - UnsafeMutablePointer(mutating: message) < 0x4000 {
        last.pointee = UnsafePointer(target + out)
        (last + 1).pointee = nil
        isListed = true
      }
    }
    let length = Int(source[at])
    guard out + length + 1 < Int(room) else { return fail() }
    memcpy(target + out, source + at, length + 1)
    out += length + 1
    at += length + 1
  }
  guard out < Int(room) else { return fail() }
  target[out] = 0
  return CInt(truncatingIfNeeded: out + 1)
}

/// ns_name_pton and ns_name_pack in one. Source: <arpa/nameser.h>.
@c(ns_name_compress)
public func nsNameCompress(
  _ text: ConstText, _ target: UnsafeMutablePointer<UInt8>, _ room: Int, _ names: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
  _ end: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
) -> CInt {
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { wire in
    guard let base = wire.baseAddress, nsNamePton(text, base, 255) >= 0 else { return -1 }
    return nsNamePack(base, target, CInt(truncatingIfNeeded: min(room, Int(CInt.max))), names, end)
  }
}
