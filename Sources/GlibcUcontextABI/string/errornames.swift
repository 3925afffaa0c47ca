// <string.h>: names and descriptions of error numbers and signals.
import CGlibcABI
import CMusl

/// The symbolic name of an error number ("ENOENT"), or NULL for an unknown one. Source: strerrorname_np(3).
@c(strerrorname_np)
public func errorName(_ number: CInt) -> UnsafePointer<CChar>? {
  guard number >= 0, number < CInt(GLIBC_COMPAT_ERRORS) else { return nil }
  return glibc_compat_error_name(number)
}

/// The untranslated text of an error number, or NULL for an unknown one. Source: strerrordesc_np(3).
@c(strerrordesc_np)
public func errorDescription(_ number: CInt) -> UnsafePointer<CChar>? {
  guard number >= 0, number < CInt(GLIBC_COMPAT_ERRORS) else { return nil }
  return glibc_compat_error_text(number)
}

/// The name of a signal without "SIG", or NULL for an unnamed one. Source: sigabbrev_np(3).
@c(sigabbrev_np)
public func signalAbbreviation(_ number: CInt) -> UnsafePointer<CChar>? {
  guard number >= 0, number < CInt(GLIBC_COMPAT_SIGNALS) else { return nil }
  return glibc_compat_signal_name(number)
}

/// The untranslated text of a signal, or NULL for an unnamed one. Source: sigdescr_np(3).
@c(sigdescr_np)
public func signalDescription(_ number: CInt) -> UnsafePointer<CChar>? {
  guard number >= 0, number < CInt(GLIBC_COMPAT_SIGNALS) else { return nil }
  return glibc_compat_signal_text(number)
}
