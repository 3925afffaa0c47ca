// <string.h>, <stdlib.h>, <wchar.h>: functions that musl has and that answer otherwise there.

import CMusl

/// What is behind the last slash, even where that is nothing. POSIX's function is __xpg_basename. Source: basename(3), "GNU version".
@c(basename)
public func gnuBasename(_ path: UnsafeMutablePointer<CChar>) -> UnsafeMutablePointer<CChar> {
  guard let slash = strrchr(path, 0x2f) else { return path }
  return slash + 1
}

/// Compares names with numbers in them; leading zeros make fractions. Source: strverscmp(3).
@c(strverscmp)
public func strverscmpCall(_ first: UnsafePointer<UInt8>, _ second: UnsafePointer<UInt8>) -> CInt {
  func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  var at = 0
  while first[at] == second[at] {
    if first[at] == 0 { return 0 }
    at += 1
  }
  // The digits that both have in front of the difference, and whether they begin with a zero: then they are a fraction.
  var start = at
  while start > 0 && isDigit(first[start - 1]) { start -= 1 }
  let difference = CInt(first[at]) - CInt(second[at])
  let one = isDigit(first[at])
  let other = isDigit(second[at])
  if start < at && first[start] == 0x30 {
    for place in start..<at where first[place] != 0x30 { return difference }
    // After nothing but zeros one more digit makes less of it: 00 before 0.
    return one == other ? difference : one ? -1 : 1
  }
  if start == at && (!one || !other || first[at] == 0x30 || second[at] == 0x30) { return difference }
  // Numbers: the longer one is the greater one.
  var place = at
  while isDigit(first[place]) && isDigit(second[place]) { place += 1 }
  if isDigit(first[place]) { return 1 }
  if isDigit(second[place]) { return -1 }
  return difference
}

/// The number that up to six digits of base 64 stand for, 32 bits of it. Source: a64l(3).
@c(a64l)
public func a64lCall(_ text: UnsafePointer<UInt8>) -> CLong {
  var result: UInt32 = 0
  for at in 0..<6 {
    let digit: UInt8
    switch text[at] {
    case 0x2e...0x39: digit = text[at] - 0x2e
    case 0x41...0x5a: digit = text[at] - 0x41 + 12
    case 0x61...0x7a: digit = text[at] - 0x61 + 38
    default: return CLong(result)
    }
    result |= UInt32(digit) << UInt32(6 * at)
  }
  return CLong(result)
}

/// One suboption, `token` or `token=value`, and on to the next. An unknown one is the value itself. Source: getsubopt(3).
@c(getsubopt)
public func getsuboptCall(
  _ option: UnsafeMutablePointer<UnsafeMutablePointer<CChar>>, _ tokens: UnsafePointer<UnsafePointer<CChar>?>,
  _ value: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
  let start = option.pointee
  if start.pointee == 0 { return -1 }
  let length = strcspn(start, constText(","))
  var name = 0
  while name < length && start[name] != 0x3d { name += 1 }
  if start[length] != 0 {
    start[length] = 0
    option.pointee = start + length + 1
  } else {
    option.pointee = start + length
  }
  var index: CInt = 0
  while let token = tokens[Int(index)] {
    if strlen(token) == name && memcmp(token, start, name) == 0 {
      value.pointee = name < length ? start + name + 1 : nil
      return index
    }
    index += 1
  }
  value.pointee = start
  return -1
}

/// Compares without regard to case as the current locale has it. Source: wcscasecmp(3).
@c(wcscasecmp)
public func wcscasecmpCall(_ first: UnsafePointer<wchar_t>, _ second: UnsafePointer<wchar_t>) -> CInt {
  wcsncasecmpCall(first, second, Int.max)
}

/// As wcscasecmp, of at most `count` characters. Source: wcsncasecmp(3).
@c(wcsncasecmp)
public func wcsncasecmpCall(
  _ first: UnsafePointer<wchar_t>, _ second: UnsafePointer<wchar_t>, _ count: Int
) -> CInt {
  compareFolded(first, second, count) { towlower(wint_t(bitPattern: $0)) }
}

@c(wcscasecmp_l)
public func wcscasecmpL(
  _ first: UnsafePointer<wchar_t>, _ second: UnsafePointer<wchar_t>, _ locale: locale_t
) -> CInt {
  wcsncasecmpL(first, second, Int.max, locale)
}

@c(wcsncasecmp_l)
public func wcsncasecmpL(
  _ first: UnsafePointer<wchar_t>, _ second: UnsafePointer<wchar_t>, _ count: Int, _ locale: locale_t
) -> CInt {
  compareFolded(first, second, count) { towlower_l(wint_t(bitPattern: $0), locale) }
}

private func compareFolded(
  _ first: UnsafePointer<wchar_t>, _ second: UnsafePointer<wchar_t>, _ count: Int, _ lower: (wchar_t) -> wint_t
) -> CInt {
  var at = 0
  let most = count < 0 ? Int.max : count
  while at < most {
    let one = lower(first[at])
    let other = lower(second[at])
    // Without a sign here, and the difference itself is the result.
    if one != other { return CInt(bitPattern: one &- other) }
    if one == 0 { return 0 }
    at += 1
  }
  return 0
}
