// <bits/wchar2.h>: the checked forms of <wchar.h> and of the multibyte functions of <stdlib.h>. Sizes count wide
// characters.

import CMusl

/// Characters of `text`, looking at no more than `most`.
private func wideLength(_ text: UnsafePointer<wchar_t>, atMost most: UInt) -> UInt {
  var length: UInt = 0
  while length < most && text[Int(length)] != 0 { length += 1 }
  return length
}

/// wmemcpy(3), checked. Source: LSB 5.0, `__wmemcpy_chk`.
@c(__wmemcpy_chk)
public func wmemcpyChk(
  _ to: UnsafeMutablePointer<wchar_t>, _ from: UnsafePointer<wchar_t>, _ count: UInt, _ room: UInt
) -> UnsafeMutablePointer<wchar_t> {
  if room < count { chkFail() }
  return wmemcpy(to, from, Int(bitPattern: count))
}

/// wmemmove(3), checked. Source: LSB 5.0, `__wmemmove_chk`.
@c(__wmemmove_chk)
public func wmemmoveChk(
  _ to: UnsafeMutablePointer<wchar_t>, _ from: UnsafePointer<wchar_t>, _ count: UInt, _ room: UInt
) -> UnsafeMutablePointer<wchar_t> {
  if room < count { chkFail() }
  return wmemmove(to, from, Int(bitPattern: count))
}

/// wmempcpy(3), checked. Source: LSB 5.0, `__wmempcpy_chk`.
@c(__wmempcpy_chk)
public func wmempcpyChk(
  _ to: UnsafeMutablePointer<wchar_t>, _ from: UnsafePointer<wchar_t>, _ count: UInt, _ room: UInt
) -> UnsafeMutablePointer<wchar_t> {
  if room < count { chkFail() }
  return wmemcpy(to, from, Int(bitPattern: count)) + Int(bitPattern: count)
}

/// wmemset(3), checked. Source: LSB 5.0, `__wmemset_chk`.
@c(__wmemset_chk)
public func wmemsetChk(
  _ to: UnsafeMutablePointer<wchar_t>, _ value: wchar_t, _ count: UInt, _ room: UInt
) -> UnsafeMutablePointer<wchar_t> {
  if room < count { chkFail() }
  return wmemset(to, value, Int(bitPattern: count))
}

/// wcscpy(3), checked. Source: LSB 5.0, `__wcscpy_chk`.
@c(__wcscpy_chk)
public func wcscpyChk(
  _ to: UnsafeMutablePointer<wchar_t>, _ from: UnsafePointer<wchar_t>, _ room: UInt
) -> UnsafeMutablePointer<wchar_t> {
  _ = wcpcpyChk(to, from, room)
  return to
}

/// wcpcpy(3), checked. Source: LSB 5.0, `__wcpcpy_chk`.
@c(__wcpcpy_chk)
public func wcpcpyChk(
  _ to: UnsafeMutablePointer<wchar_t>, _ from: UnsafePointer<wchar_t>, _ room: UInt
) -> UnsafeMutablePointer<wchar_t> {
  let length = wcslen(from)
  if UInt(bitPattern: length) >= room { chkFail() }
  return wmemcpy(to, from, length + 1) + length
}

/// wcsncpy(3), checked. Source: LSB 5.0, `__wcsncpy_chk`.
@c(__wcsncpy_chk)
public func wcsncpyChk(
  _ to: UnsafeMutablePointer<wchar_t>, _ from: UnsafePointer<wchar_t>, _ count: UInt, _ room: UInt
) -> UnsafeMutablePointer<wchar_t> {
  if room < count { chkFail() }
  return wcsncpy(to, from, Int(bitPattern: count))
}

/// wcpncpy(3), checked. Source: LSB 5.0, `__wcpncpy_chk`.
@c(__wcpncpy_chk)
public func wcpncpyChk(
  _ to: UnsafeMutablePointer<wchar_t>, _ from: UnsafePointer<wchar_t>, _ count: UInt, _ room: UInt
) -> UnsafeMutablePointer<wchar_t> {
  if room < count { chkFail() }
  return wcpncpy(to, from, Int(bitPattern: count))
}

/// Copies `length` characters and a zero behind the string in `to`, where both strings together fit.
private func append(
  _ to: UnsafeMutablePointer<wchar_t>, _ from: UnsafePointer<wchar_t>, _ length: UInt, _ room: UInt
) -> UnsafeMutablePointer<wchar_t> {
  let used = wideLength(to, atMost: room)
  if used >= room || length >= room - used { chkFail() }
  wmemcpy(to + Int(used), from, Int(length))
  to[Int(used + length)] = 0
  return to
}

/// wcscat(3), checked. Source: LSB 5.0, `__wcscat_chk`.
@c(__wcscat_chk)
public func wcscatChk(
  _ to: UnsafeMutablePointer<wchar_t>, _ from: UnsafePointer<wchar_t>, _ room: UInt
) -> UnsafeMutablePointer<wchar_t> {
  append(to, from, UInt(bitPattern: wcslen(from)), room)
}

/// wcsncat(3), checked: what is appended must fit, whatever the count says. Source: LSB 5.0, `__wcsncat_chk`.
@c(__wcsncat_chk)
public func wcsncatChk(
  _ to: UnsafeMutablePointer<wchar_t>, _ from: UnsafePointer<wchar_t>, _ count: UInt, _ room: UInt
) -> UnsafeMutablePointer<wchar_t> {
  append(to, from, wideLength(from, atMost: count), room)
}
