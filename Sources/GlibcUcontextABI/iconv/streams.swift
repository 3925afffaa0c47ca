// <stdio.h>: what streams in an encoding of their own need of a conversion beyond iconv.
import CGlibcABI
import CMusl

/// A conversion that writes no mark of the byte order and no header, as glibc's streams; nil for an unknown name.
@c(glibc_compat_stream_conversion)
public func openStreamConversion(_ to: ConstText, _ from: ConstText) -> iconv_t? {
  guard let descriptor = openConversion(to, from), descriptor != badDescriptor else { return nil }
  descriptor.assumingMemoryBound(to: Converter.self).pointee.wroteMark = true
  return descriptor
}

/// Makes a conversion what another between the same encodings is.
@c(glibc_compat_copy_conversion)
public func copyConversion(_ to: iconv_t, _ from: iconv_t) {
  to.assumingMemoryBound(to: Converter.self).pointee = from.assumingMemoryBound(to: Converter.self).pointee
}

/// Gives a conversion the state of another, but what a mark said of the byte order.
@c(glibc_compat_copy_state)
public func copyState(_ to: iconv_t, _ from: iconv_t) {
  let state = from.assumingMemoryBound(to: Converter.self).pointee.sourceState
  to.assumingMemoryBound(to: Converter.self).pointee.sourceState = state
}

/// Back to the state at the beginning of a text. What a mark said of the byte order stays, and no mark is read again.
@c(glibc_compat_rewind_conversion)
public func rewindConversion(_ conversion: iconv_t) {
  let converter = conversion.assumingMemoryBound(to: Converter.self)
  converter.pointee.sourceState = SourceState()
  converter.pointee.targetState = TargetState()
}
