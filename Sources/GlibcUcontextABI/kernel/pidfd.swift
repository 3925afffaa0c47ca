// <sys/pidfd.h> and what else acts on another process. Errors are the kernel's.

import CGlibcABI
import CMusl

/// A descriptor for a process. Source: pidfd_open(2).
@c(pidfd_open)
public func pidfdOpen(_ process: pid_t, _ flags: CUnsignedInt) -> CInt {
  status(SYS_pidfd_open, process, flags)
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
