/// Follows x86_64 code: the instructions that save registers, and the lengths of those around them.
struct ContextCodeX86 {
  private var machine = ContextMachine(
    count: 16, argument: 7, stackPointer: 4, returnOnStack: true,
    names: {
      ["rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi"].indices.contains($0)
        ? ["rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi"][$0] : "r\($0)"
    })
  private let code: ByteView
  private var position = 0

  private static let stack = 4
  private static let rdx = 2
  private static let r10 = 10

  init(_ code: ByteView) { self.code = code }

  /// One instruction's prefixes and operand bytes.
  private struct Operands {
    var rex: UInt8 = 0
    var isWord = false
    var repeats: UInt8 = 0
    var hasSegment = false
    var mode: UInt8 = 0
    var register = 0
    var low = 0
    /// The base register and displacement of a memory operand; nil base: an index, a segment or %rip is in it.
    var base: Int?
    var displacement: Int64 = 0
    var isWide: Bool { rex & 8 != 0 }
    var size: UInt64 { isWide ? 8 : isWord ? 2 : 4 }
  }

  /// The slots; stops at the first return or at an instruction it does not know.
  static func slots(_ code: ByteView) -> [ContextSlot] {
    var reader = ContextCodeX86(code)
    while reader.position < code.count, reader.step() {}
    return reader.machine.slots
  }

  private mutating func byte() -> UInt8? {
    defer { position += 1 }
    return code.integer(UInt8.self, at: position)
  }

  private mutating func signed(_ width: Int) -> Int64? {
    defer { position += width }
    switch width {
    case 1: return code.integer(Int8.self, at: position).map(Int64.init)
    case 2: return code.integer(Int16.self, at: position).map(Int64.init)
    case 4: return code.integer(Int32.self, at: position).map(Int64.init)
    default: return code.integer(Int64.self, at: position)
    }
  }

  /// False at the end.
  private mutating func step() -> Bool {
    var operands = Operands()
    while let prefix = code.integer(UInt8.self, at: position),
      [0x66, 0xf2, 0xf3, 0x64, 0x65, 0x2e, 0x3e].contains(prefix)
    {
      if prefix == 0x66 { operands.isWord = true }
      if prefix == 0xf2 || prefix == 0xf3 { operands.repeats = prefix }
      if prefix == 0x64 || prefix == 0x65 { operands.hasSegment = true }
      position += 1
    }
    if let rex = code.integer(UInt8.self, at: position), rex & 0xf0 == 0x40 {
      operands.rex = rex
      position += 1
    }
    guard let opcode = byte() else { return false }
    return opcode == 0x0f ? two(&operands) : one(opcode, &operands)
  }

  /// ModRM, SIB and displacement.
  private mutating func address(_ operands: inout Operands) -> Bool {
    guard let modrm = byte() else { return false }
    operands.mode = modrm >> 6
    operands.register = Int(modrm >> 3 & 7) + (operands.rex & 4 != 0 ? 8 : 0)
    operands.low = Int(modrm & 7) + (operands.rex & 1 != 0 ? 8 : 0)
    if operands.mode == 3 { return true }
    var hasBase = true
    var base = operands.low
    if modrm & 7 == 4 {
      guard let sib = byte() else { return false }
      base = Int(sib & 7) + (operands.rex & 1 != 0 ? 8 : 0)
      if sib >> 3 & 7 != 4 || operands.rex & 2 != 0 || operands.mode == 0 && sib & 7 == 5 { hasBase = false }
      if operands.mode == 0, sib & 7 == 5 { return signed(4) != nil }
    } else if operands.mode == 0, modrm & 7 == 5 {
      return signed(4) != nil
    }
    if operands.mode != 0 {
      guard let displacement = signed(operands.mode == 1 ? 1 : 4) else { return false }
      operands.displacement = displacement
    }
    operands.base = hasBase && !operands.hasSegment ? base : nil
    return true
  }

  private func base(_ operands: Operands) -> ContextMachine.Value { operands.base.map { machine[$0] } ?? .unknown }

  private mutating func one(_ opcode: UInt8, _ operands: inout Operands) -> Bool {
    switch opcode {
    case 0xc3, 0xc2: return false
    case 0x90, 0x98, 0x99: return true
    case 0x89, 0x8b, 0x8d, 0x63:
      guard address(&operands) else { return false }
      move(opcode, operands)
    case 0x50...0x57:
      machine[Self.stack] = ContextMachine.sum(machine[Self.stack], -8)
    case 0x58...0x5f:
      machine[Self.stack] = ContextMachine.sum(machine[Self.stack], 8)
      machine[Int(opcode & 7) + (operands.rex & 1 != 0 ? 8 : 0)] = .unknown
    case 0xb8...0xbf:
      guard let value = signed(operands.isWide ? 8 : operands.isWord ? 2 : 4) else { return false }
      machine[Int(opcode & 7) + (operands.rex & 1 != 0 ? 8 : 0)] = .constant(value)
    case 0x70...0x7f, 0xeb, 0xa8, 0x3c, 0x24, 0x0c: return signed(1) != nil
    case 0xe9, 0xa9, 0x3d, 0x05, 0x0d, 0x25, 0x2d, 0x35: return signed(4) != nil
    case 0xe8:
      for register in [0, 1, 2, 6, 7, 8, 9, 10, 11] { machine[register] = .unknown }
      return signed(4) != nil
    case 0x31, 0x33, 0x29, 0x2b:
      guard address(&operands) else { return false }
      let target = opcode & 2 == 0 ? operands.low : operands.register
      if operands.mode == 3 || opcode & 2 != 0 {
        machine[target] = operands.mode == 3 && operands.low == operands.register ? .constant(0) : .unknown
      }
    case 0x01, 0x09, 0x21, 0x03, 0x0b, 0x23, 0x87:
      guard address(&operands) else { return false }
      if opcode & 2 != 0 { machine[operands.register] = .unknown }
      if opcode & 2 == 0 || opcode == 0x87, operands.mode == 3 { machine[operands.low] = .unknown }
    case 0x39, 0x3b, 0x85, 0x84, 0x38, 0x3a, 0x88: return address(&operands)
    case 0x8a:
      guard address(&operands) else { return false }
      machine[operands.register] = .unknown
    case 0x80, 0x81, 0x83, 0xc6, 0xc7, 0xc0, 0xc1, 0x6b, 0x69: return immediate(opcode, &operands)
    case 0xf6, 0xf7, 0xff, 0xfe, 0xd0, 0xd1: return single(opcode, &operands)
    case 0xd8...0xdf: return floating(opcode, &operands)
    default: return false
    }
    return true
  }

  private mutating func move(_ opcode: UInt8, _ operands: Operands) {
    if opcode == 0x89, operands.mode != 3 {
      machine.store(
        caller(machine[operands.register]), at: base(operands), operands.displacement, size: operands.size)
    } else if opcode == 0x89 {
      machine[operands.low] = operands.isWide ? machine[operands.register] : .unknown
    } else if opcode == 0x8d {
      machine[operands.register] = ContextMachine.sum(base(operands), operands.displacement)
    } else if operands.mode == 3, opcode == 0x8b {
      machine[operands.register] = operands.isWide ? machine[operands.low] : .unknown
    } else {
      let isLoad = opcode == 0x8b && operands.isWide
      machine[operands.register] = isLoad ? machine.load(base(operands), operands.displacement) : .unknown
    }
  }

  /// The stack pointer that the caller will have: the return address is off the stack by then.
  private func caller(_ value: ContextMachine.Value) -> ContextMachine.Value {
    if case .stack(let offset) = value, offset != 8 { return .unknown }
    return value
  }

  private mutating func immediate(_ opcode: UInt8, _ operands: inout Operands) -> Bool {
    guard address(&operands) else { return false }
    let width = [0x81, 0xc7, 0x69].contains(opcode) ? operands.isWord ? 2 : 4 : 1
    guard let value = signed(width) else { return false }
    if operands.mode != 3, opcode == 0xc7 {
      machine.store(.constant(value), at: base(operands), operands.displacement, size: operands.size)
    } else if opcode == 0x6b || opcode == 0x69 {
      machine[operands.register] = .unknown
    } else if operands.mode == 3 {
      let isAddition = opcode == 0x81 || opcode == 0x83
      switch (isAddition, operands.register & 7) {
      case (true, 0): machine[operands.low] = ContextMachine.sum(machine[operands.low], value)
      case (true, 5): machine[operands.low] = ContextMachine.sum(machine[operands.low], -value)
      case (true, 7): break
      default: machine[operands.low] = opcode == 0xc7 ? .constant(value) : .unknown
      }
    }
    return true
  }

  private mutating func single(_ opcode: UInt8, _ operands: inout Operands) -> Bool {
    guard address(&operands) else { return false }
    let isTest = (opcode == 0xf6 || opcode == 0xf7) && operands.register & 7 < 2
    if isTest { return signed(opcode == 0xf6 ? 1 : operands.isWord ? 2 : 4) != nil }
    // A jump or call through a register or memory: where it goes is not known.
    if opcode == 0xff, operands.register & 7 >= 2, operands.register & 7 <= 5 { return false }
    if operands.mode == 3 { machine[operands.low] = .unknown }
    return true
  }

  /// x87: its environment, its control word.
  private mutating func floating(_ opcode: UInt8, _ operands: inout Operands) -> Bool {
    guard address(&operands) else { return false }
    guard operands.mode != 3 else { return true }
    let (base, place) = (base(operands), operands.displacement)
    switch (opcode, operands.register & 7) {
    case (0xd9, 6):
      // The environment: seven words of four bytes, of which these come first.
      for (index, name) in ["control", "status", "tag"].enumerated() {
        machine.store(named: "x87 \(name) word", at: base, place + Int64(4 * index), size: 2)
      }
    case (0xd9, 7): machine.store(named: "x87 control word", at: base, place, size: 2)
    case (0xdd, 7): machine.store(named: "x87 status word", at: base, place, size: 2)
    default: break
    }
    return true
  }

  private mutating func two(_ operands: inout Operands) -> Bool {
    guard let opcode = byte() else { return false }
    switch opcode {
    case 0x05:
      machine.systemCall(old: Self.rdx, size: Self.r10)
      for register in [0, 1, 11] { machine[register] = .unknown }
    case 0x80...0x8f: return signed(4) != nil
    case 0xae:
      guard address(&operands) else { return false }
      if operands.mode != 3, operands.register & 7 == 3 {
        machine.store(named: "mxcsr", at: base(operands), operands.displacement, size: 4)
      }
    case 0x1e, 0x1f:
      guard address(&operands) else { return false }
      // rdsspq reads the shadow stack's pointer into a register.
      if operands.repeats == 0xf3, operands.mode == 3, operands.register & 7 == 1 { machine[operands.low] = .unknown }
    case 0x10, 0x11, 0x28, 0x29, 0x57, 0x6f, 0x7f, 0xd6, 0x7e, 0x6e: return address(&operands)
    case 0xb6, 0xb7, 0xbe, 0xbf, 0x40...0x4f, 0xaf:
      guard address(&operands) else { return false }
      machine[operands.register] = .unknown
    case 0x90...0x9f:
      guard address(&operands) else { return false }
      if operands.mode == 3 { machine[operands.low] = .unknown }
    default: return false
    }
    return true
  }
}
