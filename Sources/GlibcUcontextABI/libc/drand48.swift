// <stdlib.h>: the 48-bit generators with the caller's state. x' = (a x + c) mod 2^48. Source: drand48_r(3).

import CGlibcABI
import CMusl

private typealias Data48 = glibc_drand48_data

private func bound(_ data: UnsafeMutableRawPointer) -> UnsafeMutablePointer<Data48> {
  data.assumingMemoryBound(to: Data48.self)
}

/// One step of `words`, which may be the data's own: its 48 bits afterwards.
private func step(_ words: UnsafeMutableRawPointer, _ data: UnsafeMutablePointer<Data48>) -> UInt64 {
  if data.pointee.initialised == 0 {
    data.pointee.factor = 0x5_deec_e66d
    data.pointee.addend = 0xb
    data.pointee.initialised = 1
  }
  let words = words.assumingMemoryBound(to: UInt16.self)
  let x = UInt64(words[2]) << 32 | UInt64(words[1]) << 16 | UInt64(words[0])
  let next = (x &* data.pointee.factor &+ UInt64(data.pointee.addend)) & 0xffff_ffff_ffff
  words[0] = UInt16(truncatingIfNeeded: next)
  words[1] = UInt16(truncatingIfNeeded: next >> 16)
  words[2] = UInt16(truncatingIfNeeded: next >> 32)
  return next
}

@c(erand48_r)
public func erand48R(
  _ words: UnsafeMutableRawPointer, _ data: UnsafeMutableRawPointer, _ result: UnsafeMutablePointer<Double>
) -> CInt {
  result.pointee = Double(step(words, bound(data))) / 281_474_976_710_656
  return 0
}

@c(drand48_r)
public func drand48R(_ data: UnsafeMutableRawPointer, _ result: UnsafeMutablePointer<Double>) -> CInt {
  erand48R(data, data, result)
}

@c(nrand48_r)
public func nrand48R(
  _ words: UnsafeMutableRawPointer, _ data: UnsafeMutableRawPointer, _ result: UnsafeMutablePointer<CLong>
) -> CInt {
  result.pointee = CLong(step(words, bound(data)) >> 17)
  return 0
}

@c(lrand48_r)
public func lrand48R(_ data: UnsafeMutableRawPointer, _ result: UnsafeMutablePointer<CLong>) -> CInt {
  nrand48R(data, data, result)
}

@c(jrand48_r)
public func jrand48R(
  _ words: UnsafeMutableRawPointer, _ data: UnsafeMutableRawPointer, _ result: UnsafeMutablePointer<CLong>
) -> CInt {
  result.pointee = CLong(Int32(bitPattern: UInt32(truncatingIfNeeded: step(words, bound(data)) >> 16)))
  return 0
}

@c(mrand48_r)
public func mrand48R(_ data: UnsafeMutableRawPointer, _ result: UnsafeMutablePointer<CLong>) -> CInt {
  jrand48R(data, data, result)
}

@c(srand48_r)
public func srand48R(_ seed: CLong, _ data: UnsafeMutableRawPointer) -> CInt {
  let data = bound(data)
  data.pointee.x = (0x330e, UInt16(truncatingIfNeeded: seed), UInt16(truncatingIfNeeded: seed >> 16))
  data.pointee.factor = 0x5_deec_e66d
  data.pointee.addend = 0xb
  data.pointee.initialised = 1
  return 0
}

@c(seed48_r)
public func seed48R(_ words: UnsafePointer<UInt16>, _ data: UnsafeMutableRawPointer) -> CInt {
  let data = bound(data)
  data.pointee.old_x = data.pointee.x
  data.pointee.x = (words[0], words[1], words[2])
  data.pointee.factor = 0x5_deec_e66d
  data.pointee.addend = 0xb
  data.pointee.initialised = 1
  return 0
}

@c(lcong48_r)
public func lcong48R(_ words: UnsafePointer<UInt16>, _ data: UnsafeMutableRawPointer) -> CInt {
  let data = bound(data)
  data.pointee.x = (words[0], words[1], words[2])
  data.pointee.factor = UInt64(words[5]) << 32 | UInt64(words[4]) << 16 | UInt64(words[3])
  data.pointee.addend = words[6]
  data.pointee.initialised = 1
  return 0
}
