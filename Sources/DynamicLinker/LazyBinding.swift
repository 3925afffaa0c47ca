// A function's first call through its PLT entry.

/// Called by the trampoline in preserve.S with every register saved: the address of the function that relocation
/// `number` of DT_JMPREL names, after storing it where the next call finds it.
@c(glibc_compat_bind_slot)
public func bindSlot(_ object: UnsafeMutableRawPointer, _ number: UInt) -> UInt {
  let object = object.assumingMemoryBound(to: Object.self)
  if number >= object.pointee.jumpRelaCount { fatal { $0.add("symbol lookup error: a call through a damaged table") } }
  let relocation: Relocation = read(object.pointee.jumpRela &+ number &* 24)
  let index = UInt(relocation.symbol)
  Process.tables.acquire()
  let outcome = Binding.bind(object, index, relocation.type)
  Process.tables.release()
  switch outcome {
  case .found(let definition):
    let value = definition.isIndirect ? Code.callResolver(definition.address) : definition.address
    let place = object.pointee.at(relocation.offset)
    if !Process.bindNot { write(value, at: place) }
    return value
  case .undefinedWeak: return 0
  case .missing, .invalid: Missing.stop(object, index)
  }
}
