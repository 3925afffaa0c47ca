import ABIComparison

/// Where a libc's `getcontext` stores each register, read from its machine code: what can be known of `ucontext_t`
/// without debug information. x86_64, aarch64 and riscv.
public struct ContextCode: Sendable {
  /// The file that the code was read from.
  public let path: String
  /// What it is made for.
  public let machine: Machine
  /// In the order in which the code stores them.
  public let slots: [ContextSlot]

  /// The function is short; a file that says otherwise is damaged.
  private static let maximumSize: UInt64 = 4096
  /// Fewer than this were not understood: every machine saves more registers.
  private static let fewest = 8

  /// - Throws: where the file has no `getcontext`, is made for another machine, or the code is not understood.
  public init(path: String) throws(DebugInfoError) {
    let object: ElfObject
    let file: ElfFile
    do throws(ReadError) {
      object = try ElfReader.read(path)
      file = try ElfFile(path: path)
    } catch {
      throw DebugInfoError(message: "\(path): \(error.message)")
    }
    guard let symbol = object.symbols.export(named: "getcontext") else {
      throw DebugInfoError(message: "\(path): exports no getcontext whose code could tell")
    }
    let size = symbol.size == 0 ? nil : min(symbol.size, Self.maximumSize)
    let address = symbol.value
    guard let all = file.bytes(atAddress: address, count: size),
      let code = all.slice(0, min(all.count, Int(Self.maximumSize)))
    else { throw DebugInfoError(message: "\(path): the code of getcontext is not in the file") }
    switch (file.machine.number, file.machine.is64) {
    case (62, true): slots = ContextCodeX86.slots(code)
    case (183, true): slots = ContextCodeArm64.slots(ByteView(bytes: code.bytes, isBigEndian: false))
    case (243, _): slots = ContextCodeRISCV.slots(code, is64: file.machine.is64)
    default:
      throw DebugInfoError(message: "\(path): the code of getcontext is read for x86_64, aarch64 and riscv only")
    }
    guard slots.count >= Self.fewest else {
      throw DebugInfoError(message: "\(path): the code of getcontext was not understood")
    }
    self.path = path
    machine = file.machine
  }

  /// Compares with another libc's code. A part that only one of them saves is a note: the place of a register that a
  /// function need not keep is the libc's choice.
  public func compared(with reference: ContextCode) -> LayoutComparison {
    compared(with: Dictionary(grouping: reference.slots, by: \.name).mapValues { $0.map(\.offset) }, complete: true)
  }

  /// Compares with a layout from debug information: each stored register must stand in the member that is for it.
  public func compared(with layout: TypeLayout) -> LayoutComparison {
    compared(with: ContextMembers(machine).places(in: layout), complete: false)
  }

  private func compared(with places: [String: [UInt64]], complete: Bool) -> LayoutComparison {
    var result = LayoutComparison()
    var seen: [String: Int] = [:]
    for slot in slots {
      guard let right = places[slot.name], !right.isEmpty else {
        result.notes.append("\(slot.name) at \(slot.offset): not in the reference")
        continue
      }
      seen[slot.name, default: 0] += 1
      result.comparedMembers += 1
      if !right.contains(slot.offset) {
        let there = right.map(String.init).joined(separator: " or ")
        result.differences.append("getcontext stores \(slot.name) at \(slot.offset); in the reference at \(there)")
      }
    }
    if complete {
      for name in places.keys.sorted() where seen[name] == nil {
        result.notes.append("\(name) is saved by the reference only")
      }
    }
    return result
  }
}
