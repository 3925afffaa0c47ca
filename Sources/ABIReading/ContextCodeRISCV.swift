/// Follows riscv code, compressed instructions too: stores, additions of constants, and what overwrites a register.
struct ContextCodeRISCV {
  private static let names = [
    "zero", "ra", "sp", "gp", "tp", "t0", "t1", "t2", "s0", "s1", "a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "s2",
    "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10", "s11", "t3", "t4", "t5", "t6",
  ]
  private var machine: ContextMachine
  private let is64: Bool

  static func slots(_ code: ByteView, is64: Bool) -> [ContextSlot] {
    var reader = ContextCodeRISCV(is64: is64)
    var position = 0
    while let half = code.u16(position) {
      reader.machine[0] = .constant(0)
      if half & 3 == 3 {
        guard let word = code.u32(position), reader.step(word) else { break }
        position += 4
      } else {
        guard reader.compressed(half) else { break }
        position += 2
      }
    }
    return reader.machine.slots
  }

  private init(is64: Bool) {
    self.is64 = is64
    machine = ContextMachine(
      count: 32, argument: 10, stackPointer: 2, wordSize: is64 ? 8 : 4, names: { Self.names[$0 & 31] })
  }

  private func field(_ word: UInt32, _ low: UInt32, _ count: UInt32) -> UInt32 { (word >> low) & ((1 << count) - 1) }

  private func signed(_ value: UInt32, _ width: UInt32) -> Int64 {
    Int64(Int32(bitPattern: value << (32 - width)) >> Int32(32 - width))
  }

  /// False at a return or a jump through a register.
  private mutating func step(_ word: UInt32) -> Bool {
    let target = Int(word >> 7 & 31)
    let first = Int(word >> 15 & 31)
    let second = Int(word >> 20 & 31)
    let offset = signed(field(word, 25, 7) << 5 | field(word, 7, 5), 12)
    switch word & 0x7f {
    case 0x23: machine.store(machine[second], at: machine[first], offset, size: 1 << UInt64(word >> 12 & 3))
    case 0x27:
      machine.store(named: "f\(second)", at: machine[first], offset, size: 1 << UInt64(word >> 12 & 3))
    case 0x13 where word >> 12 & 7 == 0:
      let amount = signed(word >> 20, 12)
      machine[target] = amount == 0 ? machine[first] : ContextMachine.sum(machine[first], amount)
    case 0x03:
      let isWord = word >> 12 & 7 == (is64 ? 3 : 2)
      machine[target] = isWord ? machine.load(machine[first], signed(word >> 20, 12)) : .unknown
    case 0x73 where word >> 12 & 7 == 0:
      machine.systemCall(old: 12, size: 13)
      machine[10] = .unknown
    case 0x73: machine[target] = Self.control(word >> 20)
    // Branches, fences, and arithmetic on floating-point registers change no general register that matters here.
    case 0x63, 0x0f, 0x07: break
    case 0x6f where target == 0: return false
    case 0x67: return false
    default: machine[target] = .unknown
    }
    return true
  }

  private static func control(_ number: UInt32) -> ContextMachine.Value {
    switch number {
    case 1: .control("fflags")
    case 2: .control("frm")
    case 3: .control("fcsr")
    default: .unknown
    }
  }

  private mutating func compressed(_ half: UInt16) -> Bool {
    let word = UInt32(half)
    let full = Int(word >> 7 & 31)
    let short = (Int(word >> 2 & 7) + 8, Int(word >> 7 & 7) + 8)
    // The offsets' bits stand in an order that suits the hardware.
    let middle = field(word, 10, 3) << 3
    let doubles = Int64(middle | field(word, 5, 2) << 6)
    let upper = field(word, 6, 1) << 2 | field(word, 5, 1) << 6
    let words = Int64(middle | upper)
    let small = signed(field(word, 12, 1) << 5 | field(word, 2, 5), 6)
    switch (word & 3, word >> 13) {
    case (0, 5): machine.store(named: "f\(short.0)", at: machine[short.1], doubles, size: 8)
    case (0, 6): machine.store(machine[short.0], at: machine[short.1], words, size: 4)
    case (0, 7) where is64: machine.store(machine[short.0], at: machine[short.1], doubles, size: 8)
    case (0, 7): machine.store(named: "f\(short.0)", at: machine[short.1], words, size: 4)
    case (0, 0), (0, 2), (0, 3): machine[short.0] = .unknown
    case (1, 0): machine[full] = ContextMachine.sum(machine[full], small)
    case (1, 2): machine[full] = .constant(small)
    case (1, 1), (1, 3): machine[full] = .unknown
    case (1, 4): machine[short.1] = .unknown
    case (1, 5): return false
    case (2, 4) where word >> 2 & 31 == 0: return false
    case (2, 4):
      machine[full] = word >> 12 & 1 == 0 ? machine[Int(word >> 2 & 31)] : .unknown
    case (2, 0), (2, 2), (2, 3): machine[full] = .unknown
    default: break
    }
    return true
  }
}
