// <sys/pidfd.h> and what else acts on another process. Errors are the kernel's.

import CGlibcABI
import CMusl

/// A descriptor for a process. Source: pidfd_open(2).
@c(pidfd_open)
public func pidfdOpen(_ process: pid_t, _ flags: CUnsignedInt) -> CInt {
  status(SYS_pidfd_open, process, flags)
}

/// The process of a descriptor, from /proc. -1 and EBADF where it is none, EREMOTE where the process is in another namespace, ESRCH
/// where it has ended. Source: the GNU C Library manual, pidfd_getpid.
@c(pidfd_getpid)
public func pidfdGetpid(_ file: CInt) -> pid_t {
  if file < 0 { return fail(EBADF) }
  let folder: StaticString = "/proc/self/fdinfo/"
  return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1024) { room in
    guard let text = room.baseAddress else { return fail(ENOMEM) }
    strcpy(text, folder.cString)
    var digits = 1
    while digits < 10 && file >= power(digits) { digits += 1 }
    var rest = file
    for place in 0..<digits {
      text[folder.utf8CodeUnitCount + digits - 1 - place] = CChar(48 + rest % 10)
      rest /= 10
    }
    text[folder.utf8CodeUnitCount + digits] = 0
    let source = status(SYS_openat, CInt(-100), text, O_RDONLY | O_CLOEXEC, 0)
    if source < 0 { return errno == ENOENT ? fail(EBADF) : -1 }
    let size = read(source, text, 1023)
    close(source)
    guard size >= 0 else { return -1 }
    text[size] = 0
    let label: StaticString = "\nPid:\t"
    guard let line = strstr(text, label.cString) else { return fail(EBADF) }
    let process = strtol(line + label.utf8CodeUnitCount, nil, 10)
    if process == 0 { return fail(EREMOTE) }
    return process < 0 ? fail(ESRCH) : pid_t(truncatingIfNeeded: process)
  }
}

private func power(_ exponent: Int) -> CInt {
  var result: CInt = 1
  for _ in 0..<exponent { result = result &* 10 }
  return result
}

/// A copy of another process's descriptor. Source: pidfd_getfd(2).
@c(pidfd_getfd)
public func pidfdGetfd(_ process: CInt, _ target: CInt, _ flags: CUnsignedInt) -> CInt {
  status(SYS_pidfd_getfd, process, target, flags)
}

/// Source: pidfd_send_signal(2).
@c(pidfd_send_signal)
public func pidfdSendSignal(
  _ process: CInt, _ signal: CInt, _ information: UnsafeMutablePointer<siginfo_t>?, _ flags: CUnsignedInt
) -> CInt {
  status(SYS_pidfd_send_signal, process, signal, information, flags)
}

/// Advice about another process's memory; the number of bytes advised. Source: process_madvise(2).
@c(process_madvise)
public func processMadvise(
  _ process: CInt, _ ranges: UnsafePointer<iovec>?, _ count: Int, _ advice: CInt, _ flags: CUnsignedInt
) -> Int {
  systemCall(SYS_process_madvise, process, ranges, count, advice, flags)
}

/// Frees the memory of a dying process. Source: process_mrelease(2).
@c(process_mrelease)
public func processMrelease(_ process: CInt, _ flags: CUnsignedInt) -> CInt {
  status(SYS_process_mrelease, process, flags)
}

/// Source: tgkill(2).
@c(tgkill)
public func tgkillCall(_ group: pid_t, _ thread: pid_t, _ signal: CInt) -> CInt {
  status(SYS_tgkill, group, thread, signal)
}

/// Source: execveat(2).
@c(execveat)
public func execveatCall(
  _ folder: CInt, _ path: UnsafePointer<CChar>?, _ arguments: UnsafeRawPointer?, _ environment: UnsafeRawPointer?,
  _ flags: CInt
) -> CInt {
  status(SYS_execveat, folder, path, arguments, environment, flags)
}

/// The processor and the node that the caller runs on. Source: getcpu(2).
@c(getcpu)
public func getcpuCall(
  _ processor: UnsafeMutablePointer<CUnsignedInt>?, _ node: UnsafeMutablePointer<CUnsignedInt>?
) -> CInt {
  status(SYS_getcpu, processor, node, 0)
}

#if arch(x86_64) || arch(i386)
/// Local descriptor table entries. Source: modify_ldt(2).
@c(modify_ldt)
public func modifyLdt(_ function: CInt, _ pointer: UnsafeMutableRawPointer?, _ size: CUnsignedLong) -> CInt {
  status(SYS_modify_ldt, function, pointer, UInt(size))
}
#endif

/// The kernel's number of a thread, or -1 where it has ended. musl tells it in the name of the thread's clock: the complement of
/// the number above three bits of kind. Source: the GNU C Library manual, pthread_gettid_np.
@c(pthread_gettid_np)
public func pthreadGettidNp(_ thread: pthread_t) -> pid_t {
  var clock: clockid_t = 0
  if pthread_getcpuclockid(thread, &clock) != 0 { return -1 }
  let number = ~(clock >> 3)
  return number > 0 ? number : -1
}
