// <gnu/libc-version.h>

import CMusl

/// The glibc release whose behaviour the shim follows. Source: gnu_get_libc_version(3).
@c(gnu_get_libc_version)
public func gnuGetLibcVersion() -> UnsafePointer<CChar> {
  let text: StaticString = "2.36"
  return UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
}

/// Source: gnu_get_libc_version(3).
@c(gnu_get_libc_release)
public func gnuGetLibcRelease() -> UnsafePointer<CChar> {
  let text: StaticString = "stable"
  return UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
}
