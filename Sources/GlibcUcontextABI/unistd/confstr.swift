// <unistd.h>: confstr. musl knows the path only.
import CMusl

// nil: an unknown name. The numbers are those of glibc's <bits/confname.h>; the ranges are the compiler and linker flags of each
// programming environment, empty unless a flag is needed.
private func configuration(_ name: CInt) -> StaticString? {
  switch name {
  case 0: return "/bin:/usr/bin"  // _CS_PATH
  case 1: return "POSIX_V6_LP64_OFF64"  // _CS_V6_WIDTH_RESTRICTED_ENVS
  case 2: return "glibc 2.36"  // _CS_GNU_LIBC_VERSION
  case 3: return "NPTL 2.36"  // _CS_GNU_LIBPTHREAD_VERSION
  case 4: return "XBS5_LP64_OFF64"  // _CS_V5_WIDTH_RESTRICTED_ENVS
  case 5: return "POSIX_V7_LP64_OFF64"  // _CS_V7_WIDTH_RESTRICTED_ENVS
  case 1004, 1007: return "-D_LARGEFILE64_SOURCE"  // _CS_LFS64_CFLAGS, _CS_LFS64_LINTFLAGS
  case 1108, 1109, 1124, 1125, 1140, 1141: return "-m64"  // _CS_*_LP64_OFF64_CFLAGS and _LDFLAGS
  case 1148, 1149: return "POSIXLY_CORRECT=1"  // _CS_V6_ENV, _CS_V7_ENV
  case 1000...1007, 1100...1149: return ""
  default: return nil
  }
}

/// Copies a configuration string, cut where `size` is too small. Its size with the end byte, or 0 and EINVAL for an unknown name.
/// Source: confstr(3).
@c(confstr)
public func configurationString(_ name: CInt, _ buffer: Text?, _ size: Int) -> Int {
  guard let text = configuration(name) else {
    __errno_location().pointee = EINVAL
    return 0
  }
  let length = text.utf8CodeUnitCount
  if let buffer, size > 0 {
    let fits = min(length, size - 1)
    memcpy(buffer, text.utf8Start, fits)
    buffer[fits] = 0
  }
  return length + 1
}
