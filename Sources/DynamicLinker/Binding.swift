// From a symbol that a relocation names to its definition.

enum Binding {
  enum Outcome {
    case found(Definition)
    case undefinedWeak
    case missing
    case invalid
  }

  /// Whether a program's PLT entry is no answer to a relocation of that type.
  static func mustBeDefined(_ type: UInt32) -> Bool {
    type == RelocationType.jumpSlot || RelocationType.isThreadLocal(type)
  }

  static func bind(_ object: ObjectRef, _ index: UInt, _ type: UInt32) -> Outcome {
    if index >= object.pointee.symbolLimit { return .invalid }
    let symbol = object.pointee.symbols + Int(bitPattern: index)
    if symbol.pointee.binding == SymbolBinding.local || symbol.pointee.visibility == SymbolVisibility.hidden
      || symbol.pointee.visibility == SymbolVisibility.internal_
    {
      return .found(Definition(object: object, symbol: symbol))
    }
    if UInt(symbol.pointee.name) >= object.pointee.stringsSize { return .invalid }
    if symbol.pointee.visibility == SymbolVisibility.protected && !symbol.pointee.isUndefined
      && type != RelocationType.copy
    {
      return .found(Definition(object: object, symbol: symbol))
    }
    var reference = Reference(name: object.pointee.strings + Int(symbol.pointee.name))
    reference.version = Versions.needed(object, index)
    reference.mustBeDefined = mustBeDefined(type)
    reference.skipProgram = type == RelocationType.copy
    guard let found = SymbolCache.resolve(reference, from: object) else {
      return symbol.pointee.binding == SymbolBinding.weak ? .undefinedWeak : .missing
    }
    if Trace.shows(Trace.Kind.bindings) && object.pointee.kind != ObjectKind.shim {
      Trace.binding(object, found.object, reference)
    }
    if found.object != object { Dependencies.noteBinding(object, found.object) }
    return .found(found)
  }
}
