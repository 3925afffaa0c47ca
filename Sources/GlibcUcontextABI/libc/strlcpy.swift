// <string.h>, <wchar.h>: copies that cut what does not fit, and their checked forms, all of glibc 2.38. Source:
// strlcpy(3), POSIX 2024.

import CMusl

/// Copies as much of a wide string as fits with its end: the length it would have had.
@c(wcslcpy)
public func wcslcpyCall(_ to: UnsafeMutablePointer<wchar_t>, _ from: UnsafePointer<wchar_t>, _ size: Int) -> Int {
  let length = wcslen(from)
  if size == 0 { return length }
  let copied = min(length, size - 1)
  wmemcpy(to, from, copied)
  to[copied] = 0
  return length
}

/// Appends as much of a wide string as fits with its end: the length it would have had.
@c(wcslcat)
public func wcslcatCall(_ to: UnsafeMutablePointer<wchar_t>, _ from: UnsafePointer<wchar_t>, _ size: Int) -> Int {
  let used = wcsnlen(to, size)
  return used == size ? used + wcslen(from) : used + wcslcpyCall(to + used, from, size - used)
}

@c(__strlcpy_chk)
public func strlcpyChk(
  _ to: UnsafeMutablePointer<CChar>, _ from: UnsafePointer<CChar>, _ size: UInt, _ room: UInt
) -> Int {
  if room < size { chkFail() }
  return strlcpy(to, from, Int(bitPattern: size))
}

@c(__strlcat_chk)
public func strlcatChk(
  _ to: UnsafeMutablePointer<CChar>, _ from: UnsafePointer<CChar>, _ size: UInt, _ room: UInt
) -> Int {
  if room < size { chkFail() }
  return strlcat(to, from, Int(bitPattern: size))
}

@c(__wcslcpy_chk)
public func wcslcpyChk(
  _ to: UnsafeMutablePointer<wchar_t>, _ from: UnsafePointer<wchar_t>, _ size: UInt, _ room: UInt
) -> Int {
  if room < size { chkFail() }
  return wcslcpyCall(to, from, Int(bitPattern: size))
}

@c(__wcslcat_chk)
public func wcslcatChk(
  _ to: UnsafeMutablePointer<wchar_t>, _ from: UnsafePointer<wchar_t>, _ size: UInt, _ room: UInt
) -> Int {
  if room < size { chkFail() }
  return wcslcatCall(to, from, Int(bitPattern: size))
}
