// <bits/unistd.h> and <bits/stdlib.h>: the checked forms of what fills a buffer of bytes.

import CMusl

/// read(2), checked. Source: LSB 5.0, `__read_chk`.
@c(__read_chk)
public func readChk(_ file: CInt, _ to: UnsafeMutableRawPointer, _ count: UInt, _ room: UInt) -> Int {
  if count > room { chkFail() }
  return read(file, to, Int(bitPattern: count))
}

/// pread(2), checked. Source: LSB 5.0, `__pread_chk`.
@c(__pread_chk)
public func preadChk(_ file: CInt, _ to: UnsafeMutableRawPointer, _ count: UInt, _ offset: Int, _ room: UInt) -> Int {
  if count > room { chkFail() }
  return pread(file, to, Int(bitPattern: count), off_t(offset))
}

/// pread64(2), checked: `off_t` has 64 bits here as there. Source: LSB 5.0, `__pread64_chk`.
@c(__pread64_chk)
public func pread64Chk(_ file: CInt, _ to: UnsafeMutableRawPointer, _ count: UInt, _ offset: Int, _ room: UInt) -> Int {
  preadChk(file, to, count, offset, room)
}

/// readlink(2), checked. Source: LSB 5.0, `__readlink_chk`.
@c(__readlink_chk)
public func readlinkChk(
  _ path: UnsafePointer<CChar>, _ to: UnsafeMutablePointer<CChar>, _ count: UInt, _ room: UInt
) -> Int {
  if count > room { chkFail() }
  return readlink(path, to, Int(bitPattern: count))
}

/// readlinkat(2), checked. Source: glibc's <bits/unistd.h>.
@c(__readlinkat_chk)
public func readlinkatChk(
  _ folder: CInt, _ path: UnsafePointer<CChar>, _ to: UnsafeMutablePointer<CChar>, _ count: UInt, _ room: UInt
) -> Int {
  if count > room { chkFail() }
  return readlinkat(folder, path, to, Int(bitPattern: count))
}

/// getcwd(3), checked. Source: LSB 5.0, `__getcwd_chk`.
@c(__getcwd_chk)
public func getcwdChk(_ to: UnsafeMutablePointer<CChar>?, _ size: UInt, _ room: UInt) -> UnsafeMutablePointer<CChar>? {
  if size > room { chkFail() }
  return getcwd(to, Int(bitPattern: size))
}

/// getwd(3), checked: it has no size of its own, so a path that does not fit ends the process. Source: glibc's
/// <bits/unistd.h>.
@c(__getwd_chk)
public func getwdChk(_ to: UnsafeMutablePointer<CChar>, _ room: UInt) -> UnsafeMutablePointer<CChar>? {
  let result = getcwd(to, Int(bitPattern: min(room, UInt(PATH_MAX))))
  if result == nil && errno == ERANGE { chkFail() }
  return result
}

/// realpath(3), checked: the buffer must hold PATH_MAX bytes whatever the path. Source: LSB 5.0, `__realpath_chk`.
@c(__realpath_chk)
public func realpathChk(
  _ path: UnsafePointer<CChar>?, _ to: UnsafeMutablePointer<CChar>?, _ room: UInt
) -> UnsafeMutablePointer<CChar>? {
  if room < UInt(PATH_MAX) { chkFail() }
  return realpath(path, to)
}

/// confstr(3), checked. Source: LSB 5.0, `__confstr_chk`.
@c(__confstr_chk)
public func confstrChk(_ name: CInt, _ to: UnsafeMutablePointer<CChar>?, _ size: UInt, _ room: UInt) -> Int {
  if size > room { chkFail() }
  return confstr(name, to, Int(bitPattern: size))
}

/// getgroups(2), checked; `room` counts bytes. Source: LSB 5.0, `__getgroups_chk`.
@c(__getgroups_chk)
public func getgroupsChk(_ count: CInt, _ to: UnsafeMutablePointer<gid_t>?, _ room: UInt) -> CInt {
  if count < 0 {
    errno = EINVAL
    return -1
  }
  if UInt(count) * UInt(MemoryLayout<gid_t>.size) > room { chkFail() }
  return getgroups(count, to)
}

/// gethostname(2), checked. Source: LSB 5.0, `__gethostname_chk`.
@c(__gethostname_chk)
public func gethostnameChk(_ to: UnsafeMutablePointer<CChar>, _ size: UInt, _ room: UInt) -> CInt {
  if size > room { chkFail() }
  return gethostname(to, Int(bitPattern: size))
}

/// getdomainname(2), checked. Source: glibc's <bits/unistd.h>.
@c(__getdomainname_chk)
public func getdomainnameChk(_ to: UnsafeMutablePointer<CChar>, _ size: UInt, _ room: UInt) -> CInt {
  if size > room { chkFail() }
  return getdomainname(to, Int(bitPattern: size))
}

/// getlogin_r(3), checked. Source: LSB 5.0, `__getlogin_r_chk`.
@c(__getlogin_r_chk)
public func getloginChk(_ to: UnsafeMutablePointer<CChar>, _ size: UInt, _ room: UInt) -> CInt {
  if size > room { chkFail() }
  return getlogin_r(to, Int(bitPattern: size))
}

/// ttyname_r(3), checked. Source: LSB 5.0, `__ttyname_r_chk`.
@c(__ttyname_r_chk)
public func ttynameChk(_ file: CInt, _ to: UnsafeMutablePointer<CChar>, _ size: UInt, _ room: UInt) -> CInt {
  if size > room { chkFail() }
  return ttyname_r(file, to, Int(bitPattern: size))
}

/// ptsname_r(3), checked. Source: glibc's <bits/stdlib.h>.
@c(__ptsname_r_chk)
public func ptsnameChk(_ file: CInt, _ to: UnsafeMutablePointer<CChar>, _ size: UInt, _ room: UInt) -> CInt {
  if size > room { chkFail() }
  return ptsname_r(file, to, Int(bitPattern: size))
}
