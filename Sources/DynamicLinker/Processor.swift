// What the processor can do: its x86-64 level (System V ABI, AMD64 supplement, 3.1.1), and how its registers are saved.

enum Processor {
  private static func features(_ leaf: UInt32, _ subleaf: UInt32 = 0) -> (a: UInt32, b: UInt32, c: UInt32, d: UInt32) {
    var registers: InlineArray<4, UInt32> = InlineArray(repeating: 0)
    withUnsafeMutablePointer(to: &registers) {
      cpuid(leaf, subleaf, UnsafeMutableRawPointer($0).assumingMemoryBound(to: UInt32.self))
    }
    return (registers[0], registers[1], registers[2], registers[3])
  }

  static func level() -> UInt32 {
    let basic = features(1)
    let extended = features(0x8000_0001)
    let v2: UInt32 = 1 << 0 | 1 << 9 | 1 << 13 | 1 << 19 | 1 << 20 | 1 << 23  // SSE3 SSSE3 CX16 SSE4.1 SSE4.2 POPCNT
    if basic.c & v2 != v2 || extended.c & 1 == 0 { return 1 }
    let v3: UInt32 = 1 << 12 | 1 << 22 | 1 << 27 | 1 << 28 | 1 << 29  // FMA MOVBE OSXSAVE AVX F16C
    if basic.c & v3 != v3 || extended.c & (1 << 5) == 0 || features(0).a < 7 { return 2 }
    let control = extendedControl()
    let more = features(7).b
    let v3More: UInt32 = 1 << 3 | 1 << 5 | 1 << 8  // BMI1 AVX2 BMI2
    if more & v3More != v3More || control & 6 != 6 { return 2 }
    let v4: UInt32 = 1 << 16 | 1 << 17 | 1 << 28 | 1 << 30 | 1 << 31  // AVX512 F DQ CD BW VL
    if more & v4 != v4 || control & 0xe0 != 0xe0 { return 3 }
    return 4
  }

  nonisolated(unsafe) private static var isPrepared = false

  /// Tells preserve.S how to save the registers that a function's arguments may be in. Before anything is written into an
  /// object that leads there, and not earlier: in a virtual machine each question to the processor costs microseconds.
  static func prepareSaving() {
    if isPrepared { return }
    isPrepared = true
    // No OSXSAVE: fxsave is all there is. With it the kernel has read leaf 0xd itself.
    if features(1).c & (1 << 27) == 0 { return }
    let hasCompact = features(0xd, 1).a & 2 != 0
    // x87, SSE, AVX, AVX-512 (three parts), PKRU is never an argument; AMX tiles are not preserved across calls.
    let mask = extendedControl() & 0xe7
    SharedData.saveMask.pointee = UInt(mask)
    SharedData.hasCompactSave.pointee = hasCompact ? 1 : 0
    SharedData.saveSize.pointee = roundUp(hasCompact ? compactSize(mask) : standardSize(mask), to: 64)
  }

  /// xsavec: legacy area and header, then one state after the other (Intel SDM, volume 1, 13.4.3).
  private static func compactSize(_ mask: UInt32) -> UInt {
    var size: UInt = 576
    if mask & (1 << 2) != 0 { size = size &+ 256 }  // upper halves of ymm0 to ymm15
    if mask & (1 << 5) != 0 { size = size &+ 64 }  // k0 to k7
    if mask & (1 << 6) != 0 { size = size &+ 512 }  // upper halves of zmm0 to zmm15
    if mask & (1 << 7) != 0 { size = size &+ 1024 }  // zmm16 to zmm31
    return size
  }

  /// xsave: each state where the processor puts it: not the whole of XCR0, whose AMX tiles take 8 KiB.
  private static func standardSize(_ mask: UInt32) -> UInt {
    var size: UInt = 576
    var state: UInt32 = 2
    while state < 8 {
      let place = mask & (1 << state) == 0 ? (a: 0, b: 0, c: 0, d: 0) : features(0xd, state)
      if UInt(place.b) &+ UInt(place.a) > size { size = UInt(place.b) &+ UInt(place.a) }
      state = state &+ 1
    }
    return size
  }
}
