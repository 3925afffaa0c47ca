import ABIComparison

/// What is known of a processor's registers while the code of `getcontext` is followed, and what it has stored in the
/// context so far.
///
/// The code is read from its first instruction to its first return, branches passed by: what a register still holds
/// then, it holds on every path that leads there.
struct ContextMachine {
  enum Value: Equatable {
    /// What the register of that number held when the function was called.
    case entry(Int)
    /// The argument, a pointer to the context, and so many bytes.
    case context(Int64)
    /// The stack pointer at the call, and so many bytes.
    case stack(Int64)
    case returnAddress
    case constant(Int64)
    /// A register that only special instructions read.
    case control(String)
    case unknown
  }

  private(set) var registers: [Value]
  private(set) var slots: [ContextSlot] = []
  private let names: (Int) -> String
  /// What the function keeps on the stack for a while, by the offset from the stack pointer at the call.
  private var spills: [Int64: Value] = [:]

  /// - Parameters:
  ///   - count: how many general registers there are.
  ///   - argument: the one with the pointer to the context.
  ///   - stackPointer: the one with the stack pointer, nil where it has no number of its own.
  ///   - wordSize: of a general register, in bytes.
  ///   - returnOnStack: whether a call leaves the return address on the stack.
  ///   - names: the psABI's name of a register.
  init(
    count: Int, argument: Int, stackPointer: Int?, wordSize: UInt64 = 8, returnOnStack: Bool = false,
    names: @escaping (Int) -> String
  ) {
    self.wordSize = wordSize
    if returnOnStack { spills[0] = .returnAddress }
    registers = (0..<count).map { .entry($0) }
    registers[argument] = .context(0)
    if let stackPointer { registers[stackPointer] = .stack(0) }
    self.names = names
    self.argument = argument
  }

  private let argument: Int
  private let wordSize: UInt64

  subscript(register: Int) -> Value {
    get { registers.indices.contains(register) ? registers[register] : .unknown }
    set { if registers.indices.contains(register) { registers[register] = newValue } }
  }

  static func sum(_ value: Value, _ addend: Int64) -> Value {
    switch value {
    case .context(let offset): .context(offset &+ addend)
    case .stack(let offset): .stack(offset &+ addend)
    case .constant(let number): .constant(number &+ addend)
    default: .unknown
    }
  }

  /// A store of a general register's value at `base` plus `offset`.
  mutating func store(_ value: Value, at base: Value, _ offset: Int64, size: UInt64) {
    if case .stack(let place) = base {
      spills[place &+ offset] = size == wordSize ? value : .unknown
      return
    }
    switch value {
    case .entry(let register): store(named: names(register), at: base, offset, size: size)
    case .context(0): store(named: names(argument), at: base, offset, size: size)
    case .context(let inside): store(named: "pointer to +\(inside)", at: base, offset, size: size)
    // After the return, a call's address is off the stack; where the address is in a register the two are the same.
    case .stack: store(named: "sp", at: base, offset, size: size)
    case .returnAddress: store(named: "pc", at: base, offset, size: size)
    case .control(let name): store(named: name, at: base, offset, size: size)
    case .constant, .unknown: break
    }
  }

  mutating func store(named name: String, at base: Value, _ offset: Int64, size: UInt64) {
    guard case .context(let start) = base, start &+ offset >= 0 else { return }
    slots.append(ContextSlot(name: name, offset: UInt64(start &+ offset), size: size))
  }

  /// A load of a whole word.
  func load(_ base: Value, _ offset: Int64) -> Value {
    guard case .stack(let place) = base else { return .unknown }
    return spills[place &+ offset] ?? .unknown
  }

  /// rt_sigprocmask(how, set, old, size) stores the signal mask at `old`.
  mutating func systemCall(old: Int, size: Int) {
    guard case .context = self[old], case .constant(let count) = self[size], count > 0, count <= 128 else { return }
    store(named: "signal mask", at: self[old], 0, size: UInt64(count))
  }
}

/// Where `getcontext` stores a register or another part of the state.
public struct ContextSlot: Sendable, Hashable {
  /// "rbx", "x19", "q8", "sp", "pc", "signal mask".
  public var name: String
  /// In bytes from the start of the `ucontext_t`.
  public var offset: UInt64
  /// In bytes.
  public var size: UInt64
}
