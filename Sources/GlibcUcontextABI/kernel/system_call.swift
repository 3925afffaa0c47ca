// System calls from Swift, which has neither variadic functions nor C's implicit conversions.

import CGlibcABI
import CMusl

/// What fits into a register of a system call.
protocol SystemCallArgument {
  var register: Int { get }
}

extension CInt: SystemCallArgument { var register: Int { Int(self) } }
extension CUnsignedInt: SystemCallArgument { var register: Int { Int(self) } }
extension Int: SystemCallArgument { var register: Int { self } }
extension UInt: SystemCallArgument { var register: Int { Int(bitPattern: self) } }
extension UnsafePointer: SystemCallArgument { var register: Int { Int(bitPattern: self) } }
extension UnsafeMutablePointer: SystemCallArgument { var register: Int { Int(bitPattern: self) } }
extension UnsafeRawPointer: SystemCallArgument { var register: Int { Int(bitPattern: self) } }
extension UnsafeMutableRawPointer: SystemCallArgument { var register: Int { Int(bitPattern: self) } }
extension Optional: SystemCallArgument where Wrapped: SystemCallArgument {
  var register: Int { self?.register ?? 0 }
}

/// The call's result, or -1 with the error in errno.
@inline(__always)
func systemCall(
  _ number: CInt, _ a: some SystemCallArgument = 0, _ b: some SystemCallArgument = 0, _ c: some SystemCallArgument = 0,
  _ d: some SystemCallArgument = 0, _ e: some SystemCallArgument = 0, _ f: some SystemCallArgument = 0
) -> Int {
  glibc_compat_system_call(
    Int(number), a.register, b.register, c.register, d.register, e.register, f.register)
}

/// The same for the many calls whose result is an int.
@inline(__always)
func status(
  _ number: CInt, _ a: some SystemCallArgument = 0, _ b: some SystemCallArgument = 0, _ c: some SystemCallArgument = 0,
  _ d: some SystemCallArgument = 0, _ e: some SystemCallArgument = 0, _ f: some SystemCallArgument = 0
) -> CInt {
  CInt(truncatingIfNeeded: systemCall(number, a, b, c, d, e, f))
}

/// Sets errno and gives the -1 that most functions fail with.
func fail(_ code: CInt) -> CInt {
  errno = code
  return -1
}
