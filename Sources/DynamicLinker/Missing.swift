// References that nobody defines. A missing function stops the program when it is called, with the line that glibc
// prints.

enum Missing {
  private struct Entry {
    var object: ObjectRef
    var symbol: UInt
  }

  nonisolated(unsafe) private static var entries = List<Entry>()

  /// The address to bind a missing function to. Nil, with `LastError` set, where the program cannot go on without the
  /// symbol: it is data, or it is being opened with RTLD_NOW and the name is not one of libc's.
  static func stub(_ object: ObjectRef, _ index: UInt, _ type: UInt32) -> UInt? {
    let symbol = object.pointee.symbols + Int(bitPattern: index)
    let isLibc = Versions.needed(object, index)?.pointee.isLibc ?? false
    let mayBeFunction = symbol.pointee.type == SymbolType.function || symbol.pointee.type == SymbolType.none
    let callable =
      type == RelocationType.jumpSlot || type == RelocationType.globDat || type == RelocationType.absolute64
    if !mayBeFunction || !callable || (Process.running && !isLibc)
      || entries.count >= UInt(bitPattern: missingStubCount)
    {
      LastError.build { describe(object, index, &$0) }
      LastError.isLookup = true
      return nil
    }
    var number: UInt = 0
    while number < entries.count {
      if entries[number].object == object && entries[number].symbol == index { break }
      number = number &+ 1
    }
    if number == entries.count { entries.append(Entry(object: object, symbol: index)) }
    return SharedData.missingStubs &+ number &* missingStubSize
  }

  static func describe(_ object: ObjectRef, _ index: UInt, _ line: inout Message) {
    let symbol = object.pointee.symbols + Int(bitPattern: index)
    line.append(object.pointee.shownName)
    line.add(": undefined symbol: ")
    line.append(object.pointee.strings + Int(symbol.pointee.name))
    if let name = Versions.needed(object, index)?.pointee.name {
      line.add(", version ")
      line.append(name)
    }
  }

  static func stop(_ object: ObjectRef, _ index: UInt) -> Never {
    fatal { line in
      line.add("symbol lookup error: ")
      describe(object, index, &line)
    }
  }

  /// An object goes: its stubs are no longer called, and their numbers stay taken.
  static func forget(_ object: ObjectRef) {
    var index: UInt = 0
    while index < entries.count {
      if entries[index].object == object { entries[index].symbol = .max }
      index = index &+ 1
    }
  }

  static func called(_ number: UInt) -> Never {
    let entry = entries[number]
    stop(entry.object, entry.symbol)
  }
}

@c(glibc_compat_missing_called)
public func missingCalled(_ number: UInt) -> Never { Missing.called(number) }
