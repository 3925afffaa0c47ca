// <arpa/inet.h>: networks and NSAP addresses as texts. Source: BIND's inet_net(3), inet_nsap_ntoa, RFC 1706.

import CMusl

private func error(_ code: CInt) -> CInt {
  errno = code
  return -1
}

private func hexValue(_ byte: CChar) -> UInt8? {
  switch UInt8(bitPattern: byte) {
  case 0x30...0x39: UInt8(byte) - 0x30
  case 0x41...0x46: UInt8(byte) - 0x37
  case 0x61...0x66: UInt8(byte) - 0x57
  default: nil
  }
}

private func isDigit(_ byte: CChar) -> Bool { byte >= 48 && byte <= 57 }

/// Appends a number below 1000; false where it does not fit before a final zero.
private func put(_ number: Int, _ to: UnsafeMutablePointer<CChar>, _ used: inout Int) {
  if number >= 100 {
    to[used] = CChar(48 + number / 100)
    used += 1
  }
  if number >= 10 {
    to[used] = CChar(48 + number / 10 % 10)
    used += 1
  }
  to[used] = CChar(48 + number % 10)
  used += 1
  to[used] = 0
}

/// A network number in host order as dotted octets, without those that are 0: the text, or NULL and EMSGSIZE.
@c(inet_neta)
public func inetNeta(_ network: CUnsignedInt, _ to: UnsafeMutablePointer<CChar>, _ room: Int) -> UnsafeMutablePointer<CChar>? {
  var rest = network
  var used = 0
  while rest != 0 {
    let octet = Int(rest >> 24 & 255)
    rest <<= 8
    if octet == 0 { continue }
    if room - used < 5 {
      errno = EMSGSIZE
      return nil
    }
    put(octet, to, &used)
    if rest != 0 {
      to[used] = 0x2e
      used += 1
      to[used] = 0
    }
  }
  if used == 0 {
    let zero: StaticString = "0.0.0.0"
    if room < 8 {
      errno = EMSGSIZE
      return nil
    }
    strcpy(to, zero.cString)
  }
  return to
}

/// The first `bits` bits of an IPv4 network as "a.b/bits": the text, or NULL and EAFNOSUPPORT, EINVAL or EMSGSIZE.
@c(inet_net_ntop)
public func inetNetNtop(
  _ family: CInt, _ from: UnsafeRawPointer, _ bits: CInt, _ to: UnsafeMutablePointer<CChar>, _ room: Int
) -> UnsafeMutablePointer<CChar>? {
  let octets = from.assumingMemoryBound(to: UInt8.self)
  guard family == AF_INET, bits >= 0, bits <= 32 else {
    errno = family == AF_INET ? EINVAL : EAFNOSUPPORT
    return nil
  }
  var used = 0
  var fits = true
  if bits == 0 {
    fits = room >= 2
    if fits { put(0, to, &used) }
  }
  let whole = Int(bits) / 8
  let part = Int(bits) % 8
  for index in 0..<whole where fits {
    fits = room - used > 5
    if !fits { break }
    put(Int(octets[index]), to, &used)
    if index + 1 < whole {
      to[used] = 0x2e
      used += 1
      to[used] = 0
    }
  }
  if fits && part > 0 {
    fits = room - used > 5
    if fits {
      if used > 0 {
        to[used] = 0x2e
        used += 1
      }
      put(Int(octets[whole]) & (0xff00 >> part & 0xff), to, &used)
    }
  }
  if fits { fits = room - used >= 4 }
  guard fits else {
    errno = EMSGSIZE
    return nil
  }
  to[used] = 0x2f
  used += 1
  put(Int(bits), to, &used)
  return to
}

/// An IPv4 network from a text: octets, or hexadecimal digits after 0x, and a mask's length after a slash, or that of its class. Its length in
/// bits, or -1 and ENOENT for no network, EMSGSIZE for too little room, EAFNOSUPPORT.
@c(inet_net_pton)
public func inetNetPton(_ family: CInt, _ text: UnsafePointer<CChar>, _ result: UnsafeMutableRawPointer, _ room: Int) -> CInt {
  if family != AF_INET { return error(EAFNOSUPPORT) }
  let to = result.assumingMemoryBound(to: UInt8.self)
  var used = 0
  var at = 0
  if text[0] == 0x30 && (text[1] == 0x78 || text[1] == 0x58) && hexValue(text[2]) != nil {
    at = 2
    var high: UInt8? = nil
    while let value = hexValue(text[at]) {
      at += 1
      if let first = high {
        if used >= room { return error(EMSGSIZE) }
        to[used] = first << 4 | value
        used += 1
        high = nil
      } else {
        high = value
      }
    }
    if let first = high {
      if used >= room { return error(EMSGSIZE) }
      to[used] = first << 4
      used += 1
    }
  } else if isDigit(text[0]) {
    while true {
      var value = 0
      while isDigit(text[at]) {
        value = value * 10 + Int(text[at] - 48)
        at += 1
        if value > 255 { return error(ENOENT) }
      }
      if used >= room { return error(EMSGSIZE) }
      to[used] = UInt8(value)
      used += 1
      if text[at] == 0 || text[at] == 0x2f { break }
      guard text[at] == 0x2e, isDigit(text[at + 1]) else { return error(ENOENT) }
      at += 1
    }
  } else {
    return error(ENOENT)
  }
  var bits = -1
  if text[at] == 0x2f && isDigit(text[at + 1]) && used > 0 {
    at += 1
    bits = 0
    while isDigit(text[at]) {
      bits = bits * 10 + Int(text[at] - 48)
      at += 1
      if bits > 32 { return error(EMSGSIZE) }
    }
  }
  if text[at] != 0 || used == 0 { return error(ENOENT) }
  if bits < 0 { bits = classBits(to[0], used) }
  while bits > used * 8 {
    if used >= room { return error(EMSGSIZE) }
    to[used] = 0
    used += 1
  }
  return CInt(bits)
}

private func classBits(_ first: UInt8, _ octets: Int) -> Int {
  var bits = first >= 240 ? 32 : first >= 224 ? 4 : first >= 192 ? 24 : first >= 128 ? 16 : 8
  if bits >= 8 && bits < octets * 8 { bits = octets * 8 }
  return bits
}

/// An NSAP address from pairs of hexadecimal digits, between which '.', '+' and '/' mean nothing: its length, or 0.
@c(inet_nsap_addr)
public func inetNsapAddr(_ text: UnsafePointer<CChar>, _ to: UnsafeMutablePointer<UInt8>, _ room: CInt) -> CUnsignedInt {
  var at = 0
  var used: CInt = 0
  while text[at] != 0 && used < room {
    if text[at] == 0x2e || text[at] == 0x2b || text[at] == 0x2f {
      at += 1
      continue
    }
    guard let high = hexValue(text[at]), let low = hexValue(text[at + 1]) else { return 0 }
    to[Int(used)] = high << 4 | low
    used += 1
    at += 2
  }
  return CUnsignedInt(used)
}
