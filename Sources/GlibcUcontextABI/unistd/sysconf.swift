// <unistd.h>: sysconf where glibc's answer is another than musl's: limits that glibc takes from its own constants or from the kernel,
// options that musl does not claim, and the sizes of the caches. The names are numbers here because musl's header lacks many of them;
// they are those of glibc's <bits/confname.h>.
import CGlibcABI
import CMusl

/// A limit or option. -1 with errno unchanged: no limit, or not supported; -1 and EINVAL: an unknown name. Source: sysconf(3).
@c(sysconf)
public func systemConfiguration(_ name: CInt) -> Int {
  switch name {
  case 0: return argumentLimit()
  case 34: return softLimit(RLIMIT_SIGPENDING)
  case 185...199: return glibc_compat_cache(name - 185)
  case 249: return signalStack()
  case 250: return signalStack() * 4
  case 105: return -2147483648
  case 114: return -32768
  case 103, 112: return -128
  case 6, 32, 53...59, 61...66, 117, 134...136, 140...148, 150...152, 156, 158, 162...163, 166...167, 173...174,
    246: return -1
  case 98...100, 129...131: return 1
  case 90: return 4
  case 101: return 8
  case 5, 108: return 16
  case 25: return 20
  case 31, 42, 107: return 32
  case 106, 180: return 64
  case 102, 111: return 127
  case 40, 115: return 255
  case 69...70, 74: return 1024
  case 43, 45, 120: return 2048
  case 119: return 4096
  case 88: return 8192
  case 75: return 16384
  case 44, 110, 113: return 32767
  case 118: return 65535
  case 3: return 65536
  case 10, 13...14, 48, 51...52, 80...81, 95...96: return 200809
  case 87, 104, 121...124: return 2147483647
  case 116: return 4294967295
  case 241, 247...248:
    __errno_location().pointee = EINVAL
    return -1
  default: return glibc_compat_next_sysconf(name)
  }
}

private func softLimit(_ resource: CInt) -> Int {
  var limit = rlimit()
  guard getrlimit(resource, &limit) == 0 else { return -1 }
  return Int(bitPattern: UInt(truncatingIfNeeded: limit.rlim_cur))
}

// A quarter of the stack, as the kernel counts; never below its historical limit.
private func argumentLimit() -> Int {
  var limit = rlimit()
  let minimum = 131072
  guard getrlimit(RLIMIT_STACK, &limit) == 0 else { return minimum }
  return max(minimum, Int(truncatingIfNeeded: limit.rlim_cur / 4))
}

// What the kernel says it needs for a signal frame with all registers of this processor (AT_MINSIGSTKSZ), plus a guard for the handler.
private func signalStack() -> Int {
  let fromKernel = Int(bitPattern: UInt(getauxval(51)))
  return fromKernel > 0 ? fromKernel : 2048
}
