/// Follows aarch64 code: stores of one and two registers, the arithmetic of addresses, and what overwrites a register.
struct ContextCodeArm64 {
  /// Register 31 is the zero register in stores and the stack pointer in additions: it gets number 32 here for the
  /// latter.
  private var machine = ContextMachine(count: 33, argument: 0, stackPointer: 32, names: { "x\($0)" })
  private static let stack = 32
  private static let zero = 31

  static func slots(_ code: ByteView) -> [ContextSlot] {
    var reader = ContextCodeArm64()
    reader.machine[zero] = .constant(0)
    var position = 0
    while let word = code.u32(position), reader.step(word) { position += 4 }
    return reader.machine.slots
  }

  private func bits(_ word: UInt32, _ low: UInt32, _ count: UInt32) -> Int {
    Int(word >> low & ((1 << count) - 1))
  }

  private func signed(_ value: Int, _ width: Int) -> Int64 {
    Int64(value >= 1 << (width - 1) ? value - 1 << width : value)
  }

  private func base(_ number: Int) -> Int { number == 31 ? Self.stack : number }

  /// False at a return, and at a jump to elsewhere.
  private mutating func step(_ word: UInt32) -> Bool {
    let isReturn = word & 0xffff_fc1f == 0xd65f_0000
    let isJumpBack = word & 0xfe00_0000 == 0x1600_0000
    if isReturn || isJumpBack { return false }
    switch word {
    case _ where word & 0x3a00_0000 == 0x2800_0000: pair(word)
    case _ where word & 0x3a00_0000 == 0x3800_0000: single(word)
    case _ where word & 0x1f80_0000 == 0x1100_0000: addition(word)
    case _ where word & 0x1f80_0000 == 0x1280_0000: moveWide(word)
    case _ where word & 0x7fe0_ffe0 == 0x2a00_03e0:
      let source = bits(word, 16, 5)
      machine[bits(word, 0, 5)] = word >> 31 == 1 ? machine[source] : source == 31 ? .constant(0) : .unknown
    case _ where word & 0xfff0_0000 == 0xd530_0000:
      machine[bits(word, 0, 5)] = Self.control(word)
    case 0xd400_0001: machine.systemCall(old: 2, size: 3)
    // Branches, hints, barriers and writes of system registers change no general register.
    case _ where word & 0x1c00_0000 == 0x1400_0000: break
    default: machine[bits(word, 0, 5)] = .unknown
    }
    machine[Self.zero] = .constant(0)
    return true
  }

  private static func control(_ word: UInt32) -> ContextMachine.Value {
    switch word & 0x000f_ffe0 {
    case 0x000b_4420: .control("fpsr")
    case 0x000b_4400: .control("fpcr")
    default: .unknown
    }
  }

  /// stp, ldp: general registers of 4 or 8 bytes, vector registers of 4 to 16.
  private mutating func pair(_ word: UInt32) {
    let isVector = bits(word, 26, 1) == 1
    let kind = bits(word, 30, 2)
    let size = isVector ? 4 << kind : kind >= 2 ? 8 : 4
    let registers = (bits(word, 0, 5), bits(word, 10, 5))
    let offset = signed(bits(word, 15, 7), 7) * Int64(size)
    let mode = bits(word, 23, 2)
    let register = base(bits(word, 5, 5))
    if bits(word, 22, 1) == 0 {
      let first = mode == 1 ? 0 : offset
      store(registers.0, isVector, register, first, size)
      store(registers.1, isVector, register, first + Int64(size), size)
    } else if !isVector {
      let first = mode == 1 ? 0 : offset
      let from = machine[register]
      machine[registers.0] = size == 8 ? machine.load(from, first) : .unknown
      machine[registers.1] = size == 8 ? machine.load(from, first + 8) : .unknown
    }
    if mode == 1 || mode == 3 { machine[register] = ContextMachine.sum(machine[register], offset) }
  }

  /// str, stur, ldr: with a scaled offset, or an unscaled one that may also move the base.
  private mutating func single(_ word: UInt32) {
    let isVector = bits(word, 26, 1) == 1
    let operation = bits(word, 22, 2)
    let scale = bits(word, 30, 2) + (isVector && operation >= 2 ? 4 : 0)
    let isStore = operation == 0 || isVector && operation == 2
    let target = bits(word, 0, 5)
    let register = base(bits(word, 5, 5))
    let isScaled = bits(word, 24, 1) == 1
    let mode = bits(word, 10, 2)
    if !isScaled, bits(word, 21, 1) == 1 {
      if !isStore, !isVector { machine[target] = .unknown }
      return
    }
    let offset = isScaled ? Int64(bits(word, 10, 12) << scale) : signed(bits(word, 12, 9), 9)
    if isStore {
      store(target, isVector, register, !isScaled && mode == 1 ? 0 : offset, 1 << scale)
    } else if !isVector {
      let isWord = scale == 3 && operation == 1
      machine[target] = isWord ? machine.load(machine[register], !isScaled && mode == 1 ? 0 : offset) : .unknown
    }
    if !isScaled, mode & 1 == 1 { machine[register] = ContextMachine.sum(machine[register], offset) }
  }

  private mutating func store(_ register: Int, _ isVector: Bool, _ base: Int, _ offset: Int64, _ size: Int) {
    if isVector {
      machine.store(named: "q\(register)", at: machine[base], offset, size: UInt64(size))
    } else {
      machine.store(machine[register], at: machine[base], offset, size: UInt64(size))
    }
  }

  /// add, sub with a constant; flags-setting forms have no stack pointer as a target.
  private mutating func addition(_ word: UInt32) {
    let amount = Int64(bits(word, 10, 12)) << (bits(word, 22, 1) == 1 ? 12 : 0)
    let setsFlags = bits(word, 29, 1) == 1
    let target = setsFlags ? bits(word, 0, 5) : base(bits(word, 0, 5))
    let value = machine[base(bits(word, 5, 5))]
    machine[target] =
      amount == 0 && bits(word, 31, 1) == 1
      ? value : ContextMachine.sum(value, bits(word, 30, 1) == 1 ? -amount : amount)
  }

  private mutating func moveWide(_ word: UInt32) {
    let value = Int64(bits(word, 5, 16)) << Int64(16 * bits(word, 21, 2))
    machine[bits(word, 0, 5)] = bits(word, 29, 2) == 2 ? .constant(value) : .unknown
  }
}
