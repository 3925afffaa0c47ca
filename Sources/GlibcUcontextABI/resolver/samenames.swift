// <arpa/nameser.h>: comparing names as texts, times to live and dates as texts, and lists of names in a message.
// Source: BIND's <arpa/nameser.h>, RFC 1035, 5.1, RFC 2535, 7.2.

import CMusl

private typealias MutableText = UnsafeMutablePointer<CChar>

private func tooLong() -> CInt {
  errno = EMSGSIZE
  return -1
}

/// Whether the byte at an index has a backslash before it that counts.
private func isEscaped(_ text: ConstText, _ index: Int) -> Bool {
  var first = index
  while first > 0 && text[first - 1] == 0x5c { first -= 1 }
  return (index - first) % 2 == 1
}

/// The length of a name without the dots at its end; `most` of them at most.
private func length(_ name: ConstText, withoutDots most: Int) -> Int {
  var length = strlen(name)
  var left = most
  while left > 0 && length > 0 && name[length - 1] == 0x2e && !isEscaped(name, length - 1) {
    length -= 1
    left -= 1
  }
  return length
}

/// A name with one dot at its end: 0, or -1 and EMSGSIZE.
@c(ns_makecanon)
public func nsMakecanon(_ name: ConstText, _ to: UnsafeMutablePointer<CChar>, _ room: Int) -> CInt {
  let size = strlen(name)
  if size + 2 > room { return tooLong() }
  let kept = length(name, withoutDots: size)
  memmove(to, name, kept)
  to[kept] = 0x2e
  to[kept + 1] = 0
  return 0
}

/// Whether two names are the same: 1, 0, or -1 for one that is too long.
@c(ns_samename)
public func nsSamename(_ first: ConstText, _ second: ConstText) -> CInt {
  let a = strlen(first)
  let b = strlen(second)
  if a + 2 > 1025 || b + 2 > 1025 { return tooLong() }
  let keptA = length(first, withoutDots: a)
  let keptB = length(second, withoutDots: b)
  return keptA == keptB && strncasecmp(first, second, keptA) == 0 ? 1 : 0
}

/// Whether a name is another one or lies below it.
@c(ns_samedomain)
public func nsSamedomain(_ name: ConstText, _ domain: ConstText) -> CInt {
  let a = length(name, withoutDots: 1)
  let b = length(domain, withoutDots: 1)
  if b == 0 { return 1 }
  if b > a { return 0 }
  if a == b { return strncasecmp(name, domain, a) == 0 ? 1 : 0 }
  let rest = a - b
  // A label and a dot must stand before it, and the dot be no part of the label.
  if rest < 2 || name[rest - 1] != 0x2e || isEscaped(name, rest - 1) { return 0 }
  return strncasecmp(name + rest, domain, b) == 0 ? 1 : 0
}

/// Whether a name lies below another one.
@c(ns_subdomain)
public func nsSubdomain(_ name: ConstText, _ domain: ConstText) -> CInt {
  nsSamename(name, domain) != 1 && nsSamedomain(name, domain) != 0 ? 1 : 0
}

/// A name on the wire in lower-case letters: its length, or -1 and EMSGSIZE for a compressed one or too little room.
@c(ns_name_ntol)
public func nsNameNtol(_ name: UnsafePointer<UInt8>, _ to: UnsafeMutablePointer<UInt8>, _ room: Int) -> CInt {
  var at = 0
  if room == 0 { return tooLong() }
  while name[at] != 0 {
    let size = Int(name[at])
    if size & 0xc0 != 0 || at + size + 1 >= room { return tooLong() }
    to[at] = UInt8(size)
    for index in at + 1...at + size {
      let byte = name[index]
      to[index] = byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte
    }
    at += size + 1
  }
  to[at] = 0
  return CInt(at + 1)
}

/// Forgets the names of a list that stand at or behind a place of the message.
@c(ns_name_rollback)
public func nsNameRollback(
  _ from: UnsafePointer<UInt8>, _ names: UnsafeMutablePointer<UnsafePointer<UInt8>?>, _ end: UnsafeMutablePointer<UnsafePointer<UInt8>?>
) {
  var slot = names
  while slot < end, let name = slot.pointee {
    if name >= from {
      slot.pointee = nil
      return
    }
    slot += 1
  }
}

private let units: InlineArray<5, (letter: UInt8, seconds: UInt)> = [
  (0x57, 604800), (0x44, 86400), (0x48, 3600), (0x4d, 60), (0x53, 1),
]

/// A time to live in weeks, days, hours, minutes and seconds, such as "1D" or "1h30m": its length, or -1 where it does not fit.
@c(ns_format_ttl)
public func nsFormatTtl(_ ttl: CUnsignedLong, _ to: UnsafeMutablePointer<CChar>, _ room: Int) -> CInt {
  var rest = UInt(ttl)
  var used = 0
  var parts = 0
  for index in 0..<5 {
    let count = rest / units[index].seconds
    rest %= units[index].seconds
    if count == 0 && !(index == 4 && parts == 0) { continue }
    var divisor: UInt = 1
    var digits = 1
    while count / divisor >= 10 {
      divisor *= 10
      digits += 1
    }
    if used + digits + 1 >= room { return -1 }
    while divisor > 0 {
      to[used] = CChar(48 + count / divisor % 10)
      used += 1
      divisor /= 10
    }
    to[used] = CChar(units[index].letter)
    used += 1
    parts += 1
  }
  to[used] = 0
  if parts > 1 {
    for index in 0..<used where to[index] >= 0x41 && to[index] <= 0x5a { to[index] += 0x20 }
  }
  return CInt(used)
}

/// A text as ns_format_ttl writes it, or plain seconds: 0, or -1 and EINVAL.
@c(ns_parse_ttl)
public func nsParseTtl(_ text: ConstText, _ result: UnsafeMutablePointer<CUnsignedLong>) -> CInt {
  var total: UInt = 0
  var number: UInt = 0
  var hasDigits = false
  var hasUnits = false
  var at = 0
  while text[at] != 0 {
    var byte = UInt8(bitPattern: text[at])
    at += 1
    if byte >= 0x30 && byte <= 0x39 {
      number = number &* 10 &+ UInt(byte - 0x30)
      hasDigits = true
      continue
    }
    if byte >= 0x61 && byte <= 0x7a { byte -= 0x20 }
    guard hasDigits, let seconds = secondsOfUnit(byte) else {
      errno = EINVAL
      return -1
    }
    total = total &+ number &* seconds
    number = 0
    hasDigits = false
    hasUnits = true
  }
  if hasDigits {
    if hasUnits {
      errno = EINVAL
      return -1
    }
    total = number
  } else if !hasUnits {
    errno = EINVAL
    return -1
  }
  result.pointee = total
  return 0
}

private func secondsOfUnit(_ letter: UInt8) -> UInt? {
  for index in 0..<5 where units[index].letter == letter { return units[index].seconds }
  return nil
}

/// Seconds since 1970, modulo 2^32, of a date YYYYMMDDHHMMSS; where it is none, 0 or what its good parts give, and `bad` is set.
@c(ns_datetosecs)
public func nsDatetosecs(_ text: ConstText, _ bad: UnsafeMutablePointer<CInt>) -> UInt32 {
  if strlen(text) != 14 {
    bad.pointee = 1
    return 0
  }
  for index in 0..<14 where text[index] < 48 || text[index] > 57 {
    bad.pointee = 1
    return 0
  }
  func field(_ at: Int, _ size: Int, _ least: Int, _ most: Int) -> Int {
    var value = 0
    for index in at..<at + size { value = value * 10 + Int(text[index] - 48) }
    if value < least || value > most { bad.pointee = 1 }
    return value
  }
  let year = field(0, 4, 1990, 9999)
  let month = field(4, 2, 1, 12)
  let day = field(6, 2, 1, 31)
  let hour = field(8, 2, 0, 23)
  let minute = field(10, 2, 0, 59)
  let second = field(12, 2, 0, 59)
  if bad.pointee != 0 { return 0 }
  // Days of the months before, from March on, so that a leap day stands at the end.
  let shifted = month > 2 ? year : year - 1
  let fromMarch = (month + 9) % 12
  let days = 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * fromMarch + 2) / 5 + day - 1 - 719468
  return UInt32(truncatingIfNeeded: ((days * 24 + hour) * 60 + minute) * 60 + second)
}
