// <bits/socket2.h>, <bits/poll2.h>, <bits/select2.h>: the checked forms of what waits for and takes data.

import CMusl

/// recv(2), checked. Source: LSB 5.0, `__recv_chk`.
@c(__recv_chk)
public func recvChk(
  _ file: CInt, _ to: UnsafeMutableRawPointer, _ count: UInt, _ room: UInt, _ flags: CInt
) -> Int {
  if count > room { chkFail() }
  return recv(file, to, Int(bitPattern: count), flags)
}

/// recvfrom(2), checked. Source: LSB 5.0, `__recvfrom_chk`.
@c(__recvfrom_chk)
public func recvfromChk(
  _ file: CInt, _ to: UnsafeMutableRawPointer, _ count: UInt, _ room: UInt, _ flags: CInt,
  _ address: UnsafeMutablePointer<sockaddr>?, _ size: UnsafeMutablePointer<socklen_t>?
) -> Int {
  if count > room { chkFail() }
  return recvfrom(file, to, Int(bitPattern: count), flags, address, size)
}

/// poll(2), checked; `room` counts bytes. Source: LSB 5.0, `__poll_chk`.
@c(__poll_chk)
public func pollChk(_ files: UnsafeMutablePointer<pollfd>?, _ count: UInt, _ timeout: CInt, _ room: UInt) -> CInt {
  if room / UInt(MemoryLayout<pollfd>.stride) < count { chkFail() }
  return poll(files, nfds_t(count), timeout)
}

/// ppoll(2), checked; `room` counts bytes. Source: glibc's <bits/poll2.h>.
@c(__ppoll_chk)
public func ppollChk(
  _ files: UnsafeMutablePointer<pollfd>?, _ count: UInt, _ timeout: UnsafePointer<timespec>?,
  _ mask: UnsafePointer<sigset_t>?, _ room: UInt
) -> CInt {
  if room / UInt(MemoryLayout<pollfd>.stride) < count { chkFail() }
  return ppoll(files, nfds_t(count), timeout, mask)
}

/// The word of an `fd_set` that holds a descriptor, which must be below FD_SETSIZE. Source: LSB 5.0, `__fdelt_chk`.
@c(__fdelt_chk)
public func fdeltChk(_ descriptor: Int) -> Int {
  if descriptor < 0 || descriptor >= 1024 { fortifyFail("bit out of range 0 - FD_SETSIZE on fd_set") }
  return descriptor / Int.bitWidth
}

/// The same under the name that glibc 2.15's first header used. Source: glibc's <bits/select2.h>.
@c(__fdelt_warn)
public func fdeltWarn(_ descriptor: Int) -> Int {
  fdeltChk(descriptor)
}

/// inet_ntop(3), checked. Source: glibc's <arpa/inet.h> with _FORTIFY_SOURCE.
@c(__inet_ntop_chk)
public func inetNtopChk(
  _ family: CInt, _ address: UnsafeRawPointer, _ to: UnsafeMutablePointer<CChar>, _ size: socklen_t, _ room: UInt
) -> UnsafePointer<CChar>? {
  if UInt(size) > room { chkFail() }
  return inet_ntop(family, address, to, size)
}

/// inet_pton(3), checked: an address of the family must fit. Source: glibc's <arpa/inet.h> with _FORTIFY_SOURCE.
@c(__inet_pton_chk)
public func inetPtonChk(
  _ family: CInt, _ text: UnsafePointer<CChar>, _ to: UnsafeMutableRawPointer, _ room: UInt
) -> CInt {
  if (family == AF_INET && room < 4) || (family == AF_INET6 && room < 16) { chkFail() }
  return inet_pton(family, text, to)
}
