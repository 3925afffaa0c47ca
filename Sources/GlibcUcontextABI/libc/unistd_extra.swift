// <unistd.h>, <stdlib.h>, <grp.h>, <sys/socket.h> and their neighbours: small functions that musl lacks.

import CGlibcABI
import CMusl

/// realpath into memory of its own. Source: canonicalize_file_name(3).
@c(canonicalize_file_name)
public func canonicalizeFileName(_ path: UnsafePointer<CChar>?) -> UnsafeMutablePointer<CChar>? {
  realpath(path, nil)
}

/// Whether a group is among the process's supplementary groups, which alone glibc looks at. Source: group_member,
/// glibc's <unistd.h>.
@c(group_member)
public func groupMember(_ group: gid_t) -> CInt {
  while true {
    let count = getgroups(0, nil)
    if count <= 0 { return 0 }
    guard let list = malloc(Int(count) * MemoryLayout<gid_t>.size) else { return 0 }
    defer { free(list) }
    let groups = list.assumingMemoryBound(to: gid_t.self)
    let got = getgroups(count, groups)
    // Another thread may have joined a group between the two calls.
    if got < 0 && errno == EINVAL { continue }
    for at in 0..<max(Int(got), 0) where groups[at] == group { return 1 }
    return 0
  }
}

/// Whether an answer is yes (1), no (0) or neither (-1), by the C locale's `^[yY]` and `^[nN]`. Source: rpmatch(3).
@c(rpmatch)
public func rpmatchCall(_ answer: UnsafePointer<CChar>) -> CInt {
  switch UInt8(bitPattern: answer.pointee) {
  case UInt8(ascii: "y"), UInt8(ascii: "Y"): 1
  case UInt8(ascii: "n"), UInt8(ascii: "N"): 0
  default: -1
  }
}

/// Opens a pseudo-terminal's master side. Source: getpt(3).
@c(getpt)
public func getptCall() -> CInt {
  posix_openpt(O_RDWR)
}

/// The working folder, whose path must be shorter than PATH_MAX. Source: getcwd(3).
@c(getwd)
public func getwdCall(_ to: UnsafeMutablePointer<CChar>?) -> UnsafeMutablePointer<CChar>? {
  guard let to else {
    errno = EINVAL
    return nil
  }
  return getcwd(to, Int(PATH_MAX))
}

/// Whether a descriptor is of a file type, one of the S_IF values: 1, 0, or -1 with errno. Source: isfdtype, glibc's
/// <sys/socket.h>.
@c(isfdtype)
public func isfdtypeCall(_ file: CInt, _ type: CInt) -> CInt {
  let saved = errno
  var info = stat()
  if fstat(file, &info) != 0 { return -1 }
  errno = saved
  return info.st_mode & mode_t(S_IFMT) == mode_t(truncatingIfNeeded: type) ? 1 : 0
}

/// Days of a year. Source: dysize(3).
@c(dysize)
public func dysizeCall(_ year: CInt) -> CInt {
  year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365
}

/// Flushes and forgets every stream. Source: fcloseall(3).
@c(fcloseall)
public func fcloseallCall() -> CInt {
  fflush(nil)
}

/// The resolution of a time base: that of the real-time clock, or 0 for an unknown one. Source: C23 7.29.2.7.
@c(timespec_getres)
public func timespecGetres(_ result: UnsafeMutablePointer<timespec>?, _ base: CInt) -> CInt {
  if base != 1 { return 0 }
  if result != nil { _ = clock_getres(CLOCK_REALTIME, result) }
  return base
}

/// What the kernel never had; glibc fails the same way. Source: glibc's stubs.
@c(chflags)
public func chflagsCall(_ path: UnsafePointer<CChar>?, _ flags: CUnsignedLong) -> CInt {
  path == nil ? fail(EINVAL) : fail(ENOSYS)
}

@c(fchflags)
public func fchflagsCall(_ file: CInt, _ flags: CUnsignedLong) -> CInt {
  file < 0 ? fail(EINVAL) : fail(ENOSYS)
}

@c(revoke)
public func revokeCall(_ path: UnsafePointer<CChar>?) -> CInt { fail(ENOSYS) }

@c(setlogin)
public func setloginCall(_ name: UnsafePointer<CChar>?) -> CInt { fail(ENOSYS) }

@c(gtty)
public func gttyCall(_ file: CInt, _ parameters: UnsafeMutableRawPointer?) -> CInt { fail(ENOSYS) }

@c(stty)
public func sttyCall(_ file: CInt, _ parameters: UnsafeRawPointer?) -> CInt { fail(ENOSYS) }

/// Names the machine in /etc/hostid. Source: sethostid(3).
@c(sethostid)
public func sethostidCall(_ number: Int) -> CInt {
  let path: StaticString = "/etc/hostid"
  if getuid() != 0 { return fail(EPERM) }
  var word = Int32(truncatingIfNeeded: number)
  if Int(word) != number { return fail(EOVERFLOW) }
  let file = status(SYS_openat, CInt(-100), path.cString, O_CREAT | O_WRONLY | O_TRUNC, 0o644)
  if file < 0 { return -1 }
  let written = write(file, &word, 4)
  close(file)
  return written == 4 ? 0 : -1
}

/// The next message of control data. Source: CMSG_NXTHDR(3).
@c(__cmsg_nxthdr)
public func cmsgNxthdr(
  _ message: UnsafePointer<msghdr>, _ current: UnsafePointer<cmsghdr>
) -> UnsafeMutableRawPointer? {
  // The length is a size_t to glibc and to the kernel.
  let raw = UnsafeRawPointer(current)
  let length = raw.load(as: UInt.self)
  let header = UInt(MemoryLayout<cmsghdr>.size)
  guard let control = message.pointee.msg_control, length >= header else { return nil }
  let size = UnsafeRawPointer(message).load(fromByteOffset: 40, as: UInt.self)
  let at = UInt(raw - UnsafeRawPointer(control))
  let aligned = (length &+ 7) & ~7
  // Both this message and the next one's header must lie inside.
  guard aligned >= length, at <= size, size - at >= aligned, size - at - aligned >= header else { return nil }
  let next = raw + Int(aligned)
  let nextLength = next.load(as: UInt.self)
  guard (nextLength &+ 7) & ~7 <= size - at - aligned else { return nil }
  return UnsafeMutableRawPointer(mutating: next)
}

/// The clock as the kernel's time discipline sees it, into glibc's 72-byte structure. Source: ntp_gettime(3).
@c(ntp_gettimex)
public func ntpGettimex(_ result: UnsafeMutableRawPointer) -> CInt {
  var state = timex()
  let answer = adjtimex(&state)
  // struct ntptimeval: time 16 bytes, maxerror, esterror, tai, four reserved words.
  memset(result, 0, 72)
  result.storeBytes(of: state.time, as: timeval.self)
  result.storeBytes(of: state.maxerror, toByteOffset: 16, as: CLong.self)
  result.storeBytes(of: state.esterror, toByteOffset: 24, as: CLong.self)
  result.storeBytes(of: CLong(state.tai), toByteOffset: 32, as: CLong.self)
  return answer
}

/// The older entry: it writes only what the structure had then. Source: ntp_gettime(3).
@c(ntp_gettime)
public func ntpGettime(_ result: UnsafeMutableRawPointer) -> CInt {
  var state = timex()
  let answer = adjtimex(&state)
  result.storeBytes(of: state.time, as: timeval.self)
  result.storeBytes(of: state.maxerror, toByteOffset: 16, as: CLong.self)
  result.storeBytes(of: state.esterror, toByteOffset: 24, as: CLong.self)
  return answer
}

/// The line of a user in the password file, as text. Source: getpw(3).
@c(getpw)
public func getpwCall(_ user: uid_t, _ to: UnsafeMutablePointer<CChar>?) -> CInt {
  guard let to else { return fail(EINVAL) }
  guard let entry = getpwuid(user) else { return -1 }
  return glibc_compat_password_line(entry, to)
}
