// Relocations of thread-local symbols (Drepper, "ELF Handling For Thread-Local Storage", 4 and 5; TLSDESC).

enum ThreadRelocation {
  static func apply(
    _ type: UInt32, _ place: UInt, _ addend: UInt, _ object: ObjectRef, _ definition: Definition?, hasSymbol: Bool
  ) -> Bool {
    if definition == nil && hasSymbol {  // weak and undefined
      if type == RelocationType.tlsDescriptor {
        write(address(of: undefinedDescriptorEntry), at: place)
        write(addend, at: place &+ 8)
      }
      return true
    }
    let owner = definition?.object ?? object
    let value = (definition.map(MuslErrno.value) ?? 0) &+ addend
    if owner.pointee.tlsMemorySize == 0 {
      LastError.set(object.pointee.shownName, "no thread-local storage where a relocation names some")
      return false
    }
    switch type {
    case RelocationType.tlsModule:
      // Where every thread has the block at the same distance, and always has had: the distance (tls.S).
      let isFixed = owner.pointee.atStart && owner.pointee.tlsOffset != 0 && !ThreadNumbers.areSeen
      write(isFixed ? 0 &- owner.pointee.tlsOffset : owner.pointee.tlsModule, at: place)
    case RelocationType.tlsOffset:
      write(value, at: place)
    case RelocationType.tlsStatic:
      if !StaticTLS.placeLate(owner) {
        LastError.set(object.pointee.shownName, "cannot allocate memory in static TLS block")
        return false
      }
      write(value &- owner.pointee.tlsOffset, at: place)
    default:  // TLSDESC: a function and its argument
      if owner.pointee.tlsOffset != 0 {
        write(address(of: staticDescriptorEntry), at: place)
        write(value &- owner.pointee.tlsOffset, at: place &+ 8)
      } else {
        Processor.prepareSaving()
        let index = Arena.allocate(16)
        write(owner.pointee.tlsModule, at: index)
        write(value, at: index &+ 8)
        write(address(of: dynamicDescriptorEntry), at: place)
        write(index, at: place &+ 8)
      }
    }
    return true
  }
}

/// Whether the program or a library of its own has a __tls_get_addr, which then sees the modules' numbers: AddressSanitizer keeps a table of them.
enum ThreadNumbers {
  nonisolated(unsafe) private static var answer: Bool? = nil

  static var areSeen: Bool {
    if let answer { return answer }
    let found = Scope.interposer(of: text("__tls_get_addr")) != nil
    answer = found
    return found
  }
}
