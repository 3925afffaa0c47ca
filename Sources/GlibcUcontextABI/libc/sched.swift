// <sched.h>: scheduling of a process, which musl refuses with ENOSYS, and processor sets of any size.
//
// glibc's struct sched_param is the kernel's four bytes; musl's has 44 more, so none of musl's code touches the
// caller's.

import CMusl

/// Source: sched_getparam(2).
@c(sched_getparam)
public func schedGetparam(_ process: pid_t, _ parameter: UnsafeMutablePointer<CInt>?) -> CInt {
  status(SYS_sched_getparam, process, parameter)
}

/// Source: sched_setparam(2).
@c(sched_setparam)
public func schedSetparam(_ process: pid_t, _ parameter: UnsafePointer<CInt>?) -> CInt {
  status(SYS_sched_setparam, process, parameter)
}

/// Source: sched_getscheduler(2).
@c(sched_getscheduler)
public func schedGetscheduler(_ process: pid_t) -> CInt {
  status(SYS_sched_getscheduler, process)
}

/// Source: sched_setscheduler(2).
@c(sched_setscheduler)
public func schedSetscheduler(_ process: pid_t, _ policy: CInt, _ parameter: UnsafePointer<CInt>?) -> CInt {
  status(SYS_sched_setscheduler, process, policy, parameter)
}

/// A processor set for `count` processors, not cleared. Source: CPU_ALLOC(3).
@c(__sched_cpualloc)
public func schedCpualloc(_ count: Int) -> UnsafeMutableRawPointer? {
  malloc((count + Int.bitWidth - 1) / Int.bitWidth * MemoryLayout<Int>.size)
}

/// Source: CPU_FREE(3).
@c(__sched_cpufree)
public func schedCpufree(_ set: UnsafeMutableRawPointer?) {
  free(set)
}

/// Scheduling attributes, of glibc 2.41. Source: sched_setattr(2).
@c(sched_setattr)
public func schedSetattr(_ thread: pid_t, _ attributes: UnsafeMutableRawPointer?, _ flags: CUnsignedInt) -> CInt {
  status(SYS_sched_setattr, thread, attributes, flags)
}

@c(sched_getattr)
public func schedGetattr(
  _ thread: pid_t, _ attributes: UnsafeMutableRawPointer?, _ size: CUnsignedInt, _ flags: CUnsignedInt
) -> CInt {
  status(SYS_sched_getattr, thread, attributes, size, flags)
}
