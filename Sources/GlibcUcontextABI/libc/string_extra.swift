// <string.h> and <wchar.h>: functions of glibc that musl lacks.

import CMusl

/// Exchanges characters of a string at random, in place. Source: strfry(3).
@c(strfry)
public func strfryCall(_ text: UnsafeMutablePointer<CChar>) -> UnsafeMutablePointer<CChar> {
  let length = strlen(text)
  if length < 2 { return text }
  for at in 0..<(length - 1) {
    let other = at + Int(arc4randomUniform(UInt32(truncatingIfNeeded: length - at)))
    let kept = text[at]
    text[at] = text[other]
    text[other] = kept
  }
  return text
}

/// Flips the bits of 42 in every byte. Source: memfrob(3).
@c(memfrob)
public func memfrobCall(_ memory: UnsafeMutableRawPointer, _ count: Int) -> UnsafeMutableRawPointer {
  let bytes = memory.assumingMemoryBound(to: UInt8.self)
  for at in 0..<max(count, 0) { bytes[at] ^= 42 }
  return memory
}

/// Copies wide characters and gives the end. Source: wmempcpy(3).
@c(wmempcpy)
public func wmempcpyCall(
  _ to: UnsafeMutablePointer<wchar_t>, _ from: UnsafePointer<wchar_t>, _ count: Int
) -> UnsafeMutablePointer<wchar_t> {
  wmemcpy(to, from, count) + count
}

/// The first such character, or the end of the string. Source: glibc's <wchar.h>, as strchrnul(3).
@c(wcschrnul)
public func wcschrnulCall(_ text: UnsafePointer<wchar_t>, _ character: wchar_t) -> UnsafeMutablePointer<wchar_t> {
  var at = text
  while at.pointee != 0 && at.pointee != character { at += 1 }
  return UnsafeMutablePointer(mutating: at)
}
