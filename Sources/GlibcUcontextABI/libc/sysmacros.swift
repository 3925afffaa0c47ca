// <sys/sysmacros.h>: device numbers. The kernel spreads both halves over 64 bits: major in bits 8-19 and 44-63, minor
// in 0-7 and 20-43.

/// Source: makedev(3).
@c(gnu_dev_major)
public func gnuDevMajor(_ device: UInt64) -> CUnsignedInt {
  CUnsignedInt(truncatingIfNeeded: (device >> 8) & 0xfff | (device >> 32) & 0xffff_f000)
}

/// Source: makedev(3).
@c(gnu_dev_minor)
public func gnuDevMinor(_ device: UInt64) -> CUnsignedInt {
  CUnsignedInt(truncatingIfNeeded: device & 0xff | (device >> 12) & 0xffff_ff00)
}

/// Source: makedev(3).
@c(gnu_dev_makedev)
public func gnuDevMakedev(_ major: CUnsignedInt, _ minor: CUnsignedInt) -> UInt64 {
  let major = UInt64(major)
  let minor = UInt64(minor)
  return (major & 0xfff) << 8 | (major & 0xffff_f000) << 32 | minor & 0xff | (minor & 0xffff_ff00) << 12
}
