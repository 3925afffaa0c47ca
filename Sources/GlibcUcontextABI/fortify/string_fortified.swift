// <bits/string_fortified.h>: the checked forms of <string.h>.
//
// GCC calls them with the size of the destination as the last argument; all ones means that it does not know the
// size, and then no check can fail. The check is exactly "does what the plain function writes fit": glibc is not
// stricter.

import CMusl

/// memcpy(3), checked. Source: LSB 5.0, `__memcpy_chk`.
@c(__memcpy_chk)
public func memcpyChk(
  _ to: UnsafeMutableRawPointer, _ from: UnsafeRawPointer, _ count: Int, _ room: UInt
) -> UnsafeMutableRawPointer {
  if room < UInt(bitPattern: count) { chkFail() }
  return memcpy(to, from, count)
}

/// memmove(3), checked. Source: LSB 5.0, `__memmove_chk`.
@c(__memmove_chk)
public func memmoveChk(
  _ to: UnsafeMutableRawPointer, _ from: UnsafeRawPointer, _ count: Int, _ room: UInt
) -> UnsafeMutableRawPointer {
  if room < UInt(bitPattern: count) { chkFail() }
  return memmove(to, from, count)
}

/// mempcpy(3), checked. Source: LSB 5.0, `__mempcpy_chk`.
@c(__mempcpy_chk)
public func mempcpyChk(
  _ to: UnsafeMutableRawPointer, _ from: UnsafeRawPointer, _ count: Int, _ room: UInt
) -> UnsafeMutableRawPointer {
  if room < UInt(bitPattern: count) { chkFail() }
  return memcpy(to, from, count) + count
}

/// memset(3), checked. Source: LSB 5.0, `__memset_chk`.
@c(__memset_chk)
public func memsetChk(
  _ to: UnsafeMutableRawPointer, _ byte: CInt, _ count: Int, _ room: UInt
) -> UnsafeMutableRawPointer {
  if room < UInt(bitPattern: count) { chkFail() }
  return memset(to, byte, count)
}

/// explicit_bzero(3), checked. Source: glibc's <bits/string_fortified.h>.
@c(__explicit_bzero_chk)
public func explicitBzeroChk(_ to: UnsafeMutableRawPointer, _ count: Int, _ room: UInt) {
  if room < UInt(bitPattern: count) { chkFail() }
  explicit_bzero(to, count)
}

/// strcpy(3), checked. Source: LSB 5.0, `__strcpy_chk`.
@c(__strcpy_chk)
public func strcpyChk(
  _ to: UnsafeMutablePointer<CChar>, _ from: UnsafePointer<CChar>, _ room: UInt
) -> UnsafeMutablePointer<CChar> {
  _ = stpcpyChk(to, from, room)
  return to
}

/// stpcpy(3), checked. Source: LSB 5.0, `__stpcpy_chk`.
@c(__stpcpy_chk)
public func stpcpyChk(
  _ to: UnsafeMutablePointer<CChar>, _ from: UnsafePointer<CChar>, _ room: UInt
) -> UnsafeMutablePointer<CChar> {
  let length = strlen(from)
  if UInt(bitPattern: length) >= room { chkFail() }
  memcpy(to, from, length + 1)
  return to + length
}

/// strncpy(3), checked: the count is what is written, since the rest is filled with zeros. Source: LSB 5.0,
/// `__strncpy_chk`.
@c(__strncpy_chk)
public func strncpyChk(
  _ to: UnsafeMutablePointer<CChar>, _ from: UnsafePointer<CChar>, _ count: Int, _ room: UInt
) -> UnsafeMutablePointer<CChar> {
  if room < UInt(bitPattern: count) { chkFail() }
  return strncpy(to, from, count)
}

/// stpncpy(3), checked. Source: LSB 5.0, `__stpncpy_chk`.
@c(__stpncpy_chk)
public func stpncpyChk(
  _ to: UnsafeMutablePointer<CChar>, _ from: UnsafePointer<CChar>, _ count: Int, _ room: UInt
) -> UnsafeMutablePointer<CChar> {
  if room < UInt(bitPattern: count) { chkFail() }
  return stpncpy(to, from, count)
}

/// Copies `length` bytes and a zero behind the string in `to`, where both strings together fit.
private func append(
  _ to: UnsafeMutablePointer<CChar>, _ from: UnsafePointer<CChar>, _ length: Int, _ room: UInt
) -> UnsafeMutablePointer<CChar> {
  let used = strnlen(to, Int(bitPattern: room))
  // The zero needs a byte too, so the text may take at most what is left less one.
  if UInt(bitPattern: used) >= room || UInt(bitPattern: length) >= room - UInt(bitPattern: used) { chkFail() }
  memcpy(to + used, from, length)
  to[used + length] = 0
  return to
}

/// strcat(3), checked. Source: LSB 5.0, `__strcat_chk`.
@c(__strcat_chk)
public func strcatChk(
  _ to: UnsafeMutablePointer<CChar>, _ from: UnsafePointer<CChar>, _ room: UInt
) -> UnsafeMutablePointer<CChar> {
  append(to, from, strlen(from), room)
}

/// strncat(3), checked: what is appended must fit, whatever the count says. Source: LSB 5.0, `__strncat_chk`.
@c(__strncat_chk)
public func strncatChk(
  _ to: UnsafeMutablePointer<CChar>, _ from: UnsafePointer<CChar>, _ count: Int, _ room: UInt
) -> UnsafeMutablePointer<CChar> {
  append(to, from, strnlen(from, count), room)
}

/// memset_explicit, checked. Source: glibc's <bits/string_fortified.h>.
@c(__memset_explicit_chk)
public func memsetExplicitChk(
  _ to: UnsafeMutableRawPointer, _ byte: CInt, _ count: UInt, _ room: UInt
) -> UnsafeMutableRawPointer? {
  if count > room { chkFail() }
  return memset(to, byte, Int(bitPattern: count))
}
