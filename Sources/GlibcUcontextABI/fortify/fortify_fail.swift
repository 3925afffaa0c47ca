// How a failed check ends the process.
//
// glibc 2.36 writes one line to standard error and raises SIGABRT; tools look for that text, and a shell reports
// status 134.

import CMusl

/// Prints `text` as it stands and aborts.
@c(glibc_compat_fatal)
public func glibcCompatFatal(_ text: UnsafePointer<CChar>) -> Never {
  _ = write(2, text, strlen(text))
  abort()
}

/// Prints `*** TEXT ***: terminated` with one write, so that lines of several processes do not mix, and aborts.
@c(glibc_compat_fortify_fail)
public func glibcCompatFortifyFail(_ text: UnsafePointer<CChar>) -> Never {
  let head: StaticString = "*** "
  let tail: StaticString = " ***: terminated\n"
  var parts: InlineArray<3, iovec> = [
    iovec(iov_base: UnsafeMutableRawPointer(mutating: head.utf8Start), iov_len: head.utf8CodeUnitCount),
    iovec(iov_base: UnsafeMutableRawPointer(mutating: text), iov_len: strlen(text)),
    iovec(iov_base: UnsafeMutableRawPointer(mutating: tail.utf8Start), iov_len: tail.utf8CodeUnitCount),
  ]
  withUnsafeMutablePointer(to: &parts) {
    _ = writev(2, UnsafeRawPointer($0).assumingMemoryBound(to: iovec.self), 3)
  }
  abort()
}

func fortifyFail(_ text: StaticString) -> Never {
  glibcCompatFortifyFail(text.cString)
}

/// Ends the process where a fortified call would write past its buffer. Source: glibc's `__chk_fail`.
@c(__chk_fail)
public func chkFail() -> Never {
  fortifyFail("buffer overflow detected")
}

/// Ends the process where a function finds its stack canary changed. Source: GCC, -fstack-protector.
@c(__stack_chk_fail)
public func stackChkFail() -> Never {
  fortifyFail("stack smashing detected")
}

extension StaticString {
  /// The text as C reads it: a literal's bytes end with a zero.
  var cString: UnsafePointer<CChar> {
    UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
  }
}
