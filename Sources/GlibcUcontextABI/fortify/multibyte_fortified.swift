// <bits/stdlib.h> and <bits/wchar2.h>: the checked conversions between multibyte and wide characters.

import CMusl

/// wctomb(3), checked against the longest character of the locale. Source: LSB 5.0, `__wctomb_chk`.
@c(__wctomb_chk)
public func wctombChk(_ to: UnsafeMutablePointer<CChar>?, _ character: wchar_t, _ room: UInt) -> CInt {
  if room < UInt(bitPattern: __ctype_get_mb_cur_max()) { chkFail() }
  return wctomb(to, character)
}

/// wcrtomb(3), checked against the longest character of the locale. Source: LSB 5.0, `__wcrtomb_chk`.
@c(__wcrtomb_chk)
public func wcrtombChk(
  _ to: UnsafeMutablePointer<CChar>?, _ character: wchar_t, _ state: UnsafeMutablePointer<mbstate_t>?, _ room: UInt
) -> Int {
  if room < UInt(bitPattern: __ctype_get_mb_cur_max()) { chkFail() }
  return wcrtomb(to, character, state)
}

/// mbstowcs(3), checked; `room` counts wide characters. Source: LSB 5.0, `__mbstowcs_chk`.
@c(__mbstowcs_chk)
public func mbstowcsChk(
  _ to: UnsafeMutablePointer<wchar_t>?, _ from: UnsafePointer<CChar>, _ count: UInt, _ room: UInt
) -> Int {
  if room < count { chkFail() }
  return mbstowcs(to, from, Int(bitPattern: count))
}

/// wcstombs(3), checked. Source: LSB 5.0, `__wcstombs_chk`.
@c(__wcstombs_chk)
public func wcstombsChk(
  _ to: UnsafeMutablePointer<CChar>?, _ from: UnsafePointer<wchar_t>, _ count: UInt, _ room: UInt
) -> Int {
  if room < count { chkFail() }
  return wcstombs(to, from, Int(bitPattern: count))
}

/// mbsrtowcs(3), checked; `room` counts wide characters. Source: LSB 5.0, `__mbsrtowcs_chk`.
@c(__mbsrtowcs_chk)
public func mbsrtowcsChk(
  _ to: UnsafeMutablePointer<wchar_t>?, _ from: UnsafeMutablePointer<UnsafePointer<CChar>?>, _ count: UInt,
  _ state: UnsafeMutablePointer<mbstate_t>?, _ room: UInt
) -> Int {
  if room < count { chkFail() }
  return mbsrtowcs(to, from, Int(bitPattern: count), state)
}

/// wcsrtombs(3), checked. Source: LSB 5.0, `__wcsrtombs_chk`.
@c(__wcsrtombs_chk)
public func wcsrtombsChk(
  _ to: UnsafeMutablePointer<CChar>?, _ from: UnsafeMutablePointer<UnsafePointer<wchar_t>?>, _ count: UInt,
  _ state: UnsafeMutablePointer<mbstate_t>?, _ room: UInt
) -> Int {
  if room < count { chkFail() }
  return wcsrtombs(to, from, Int(bitPattern: count), state)
}

/// mbsnrtowcs(3), checked; `room` counts wide characters. Source: LSB 5.0, `__mbsnrtowcs_chk`.
@c(__mbsnrtowcs_chk)
public func mbsnrtowcsChk(
  _ to: UnsafeMutablePointer<wchar_t>?, _ from: UnsafeMutablePointer<UnsafePointer<CChar>?>, _ bytes: Int,
  _ count: UInt, _ state: UnsafeMutablePointer<mbstate_t>?, _ room: UInt
) -> Int {
  if room < count { chkFail() }
  return mbsnrtowcs(to, from, bytes, Int(bitPattern: count), state)
}

/// wcsnrtombs(3), checked. Source: LSB 5.0, `__wcsnrtombs_chk`.
@c(__wcsnrtombs_chk)
public func wcsnrtombsChk(
  _ to: UnsafeMutablePointer<CChar>?, _ from: UnsafeMutablePointer<UnsafePointer<wchar_t>?>, _ characters: Int,
  _ count: UInt, _ state: UnsafeMutablePointer<mbstate_t>?, _ room: UInt
) -> Int {
  if room < count { chkFail() }
  return wcsnrtombs(to, from, characters, Int(bitPattern: count), state)
}
