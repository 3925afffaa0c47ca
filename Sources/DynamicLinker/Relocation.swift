// Applying relocations (System V ABI, AMD64 supplement, 4.4.1). What calls code of the objects (IRELATIVE, indirect
// functions) or copies their data (COPY) waits until everything else is done.

/// A relocation that has to wait.
struct Deferred {
  var object: ObjectRef
  var place: UInt
  var type: UInt32
  var addend: UInt
  var size: UInt
  var definition: Definition?
}

struct Relocator {
  var deferred = List<Deferred>()
  var copies = List<Deferred>()
  /// References to functions of others are bound now, not at their first call.
  var bindNow = false
  /// During dlopen an error is the caller's; at the start it ends the program.
  var failedFile: Text? = nil

  /// Applies all relocations of `object` but those that wait. False where one cannot be: `LastError` says why.
  mutating func relocate(_ object: ObjectRef) -> Bool {
    if object.pointee.relocated { return true }
    object.pointee.relocated = true
    low = 0
    high = 0
    lastSymbol = 0
    let lazy =
      !bindNow && !object.pointee.bindNow && object.pointee.globalOffsets != 0
      && object.pointee.kind <= ObjectKind.library && object.pointee.jumpRelaCount != 0
    if Trace.shows(Trace.Kind.relocations) { Trace.relocation(object, isLazy: !bindNow && !object.pointee.bindNow) }
    if object.pointee.readsThreadRecord || Sanitizers.isRuntime(object) { ThreadRecordReads.correct(object) }
    if object.pointee.hasTextRelocations && !TextSegments.setWritable(object, true) {
      return notWritable(object)
    }
    relative(object)
    if !applyTable(object) { return false }
    if lazy { prepareLazyBinding(object) }
    var index: UInt = 0
    while index < object.pointee.jumpRelaCount {
      let relocation: Relocation = read(object.pointee.jumpRela &+ index &* 24)
      if lazy && relocation.type == RelocationType.jumpSlot {
        let place = object.pointee.at(relocation.offset)
        if !writable(object, place) { return bad(object) }
        write(object.pointee.at(read(place)), at: place)
      } else if !apply(relocation, object) {
        return false
      }
      index = index &+ 1
    }
    if object.pointee.hasTextRelocations { _ = TextSegments.setWritable(object, false) }
    return true
  }

  /// DT_RELA. The greater part are relative ones, in a row and in one segment: they take the short way.
  private mutating func applyTable(_ object: ObjectRef) -> Bool {
    let base = object.pointee.base
    var cursor = object.pointee.rela
    let end = cursor &+ object.pointee.relaCount &* 24
    while cursor < end {
      let relocation: Relocation = read(cursor)
      cursor = cursor &+ 24
      let place = base &+ relocation.offset
      if relocation.info == UInt(RelocationType.relative) && fits(place, 8, from: low, to: high) {
        write(base &+ UInt(bitPattern: relocation.addend), at: place)
      } else if !apply(relocation, object) {
        return false
      }
    }
    return true
  }

  /// DT_RELR: addresses, each followed by bitmaps of the words after it.
  private mutating func relative(_ object: ObjectRef) {
    var place: UInt = 0
    var index: UInt = 0
    while index < object.pointee.relrCount {
      let word: UInt = read(object.pointee.relr &+ index &* 8)
      if word & 1 == 0 {
        place = object.pointee.at(word)
        add(object, place)
        place = place &+ 8
      } else {
        var bits = word >> 1
        var at = place
        while bits != 0 {
          if bits & 1 != 0 { add(object, at) }
          bits >>= 1
          at = at &+ 8
        }
        place = place &+ 63 &* 8
      }
      index = index &+ 1
    }
  }

  private mutating func add(_ object: ObjectRef, _ place: UInt) {
    if writable(object, place) { write(object.pointee.at(read(place)), at: place) }
  }

  private func prepareLazyBinding(_ object: ObjectRef) {
    Processor.prepareSaving()
    write(UInt(bitPattern: object), at: object.pointee.globalOffsets &+ 8)
    write(address(of: lazyResolverEntry), at: object.pointee.globalOffsets &+ 16)
  }

  /// The writable segment that the last relocation was in: most are in the same one.
  private var low: UInt = 0
  private var high: UInt = 0

  /// Whether the object may be written at `place`; a relocation that a damaged file sends elsewhere is refused.
  @inline(__always)
  private mutating func writable(_ object: ObjectRef, _ place: UInt, _ count: UInt = 8) -> Bool {
    fits(place, count, from: low, to: high) || findSegment(object, place, count)
  }

  private mutating func findSegment(_ object: ObjectRef, _ place: UInt, _ count: UInt) -> Bool {
    for index in 0..<Int(bitPattern: object.pointee.headerCount) {
      let segment = object.pointee.headers[index]
      if segment.type != SegmentType.load { continue }
      if segment.flags & SegmentFlag.write == 0 && !object.pointee.hasTextRelocations { continue }
      let start = object.pointee.at(segment.address)
      if fits(place, count, from: start, to: start &+ segment.memorySize) {
        low = start
        high = start &+ segment.memorySize
        return true
      }
    }
    return false
  }

  /// What the last symbol was bound to: linkers sort relocations by their symbols. 0 where there is none.
  private var lastSymbol: UInt32 = 0
  private var lastMustBeDefined = false
  private var lastDefinition: Definition? = nil

  private mutating func bind(_ object: ObjectRef, _ symbol: UInt32, _ type: UInt32) -> Binding.Outcome {
    if type == RelocationType.copy { return Binding.bind(object, UInt(symbol), type) }
    let mustBeDefined = Binding.mustBeDefined(type)
    if symbol == lastSymbol, mustBeDefined == lastMustBeDefined, let lastDefinition { return .found(lastDefinition) }
    let outcome = Binding.bind(object, UInt(symbol), type)
    if case .found(let found) = outcome {
      lastSymbol = symbol
      lastMustBeDefined = mustBeDefined
      lastDefinition = found
    }
    return outcome
  }

  /// Bytes that a relocation writes.
  private static func width(_ type: UInt32) -> UInt {
    switch type {
    case RelocationType.tlsDescriptor: 16
    case RelocationType.pc32, RelocationType.absolute32, RelocationType.absolute32S, RelocationType.size32: 4
    default: 8
    }
  }

  private func notWritable(_ object: ObjectRef) -> Bool {
    LastError.set(object.pointee.shownName, "cannot make segment writable for relocation", Failure.access)
    return false
  }

  private func bad(_ object: ObjectRef) -> Bool {
    LastError.set(object.pointee.shownName, "relocation outside of the object")
    return false
  }

  private mutating func apply(_ relocation: Relocation, _ object: ObjectRef) -> Bool {
    let type = relocation.type
    let place = object.pointee.at(relocation.offset)
    let addend = UInt(bitPattern: relocation.addend)
    if type == RelocationType.none { return true }
    let size = Self.width(type)
    if type != RelocationType.copy && !writable(object, place, size) { return bad(object) }
    if type == RelocationType.relative || type == RelocationType.relative64 {
      write(object.pointee.at(addend), at: place)
      return true
    }
    if type == RelocationType.indirectRelative {
      if !Dynamic.isCode(object, object.pointee.at(addend)) { return bad(object) }
      deferred.append(Deferred(object: object, place: place, type: type, addend: addend, size: 0, definition: nil))
      return true
    }
    var definition: Definition? = nil
    if relocation.symbol != 0 {
      switch bind(object, relocation.symbol, type) {
      case .found(let found): definition = found
      case .undefinedWeak: break
      case .missing:
        guard let stub = Missing.stub(object, UInt(relocation.symbol), type) else { return false }
        write(stub &+ (type == RelocationType.absolute64 ? addend : 0), at: place)
        return true
      case .invalid: return bad(object)
      }
    }
    if RelocationType.isThreadLocal(type) {
      return ThreadRelocation.apply(type, place, addend, object, definition, hasSymbol: relocation.symbol != 0)
    }
    if type == RelocationType.copy {
      let symbol = object.pointee.symbols + Int(relocation.symbol)
      guard let definition else { return true }
      copies.append(
        Deferred(object: object, place: place, type: type, addend: 0, size: symbol.pointee.size, definition: definition)
      )
      return true
    }
    if let definition, definition.isIndirect {
      deferred.append(
        Deferred(object: object, place: place, type: type, addend: addend, size: 0, definition: definition))
      return true
    }
    return store(type, place, addend, definition?.address ?? 0, definition?.symbol.pointee.size ?? 0, object)
  }

  /// Writes a symbol's value as the relocation type wants it.
  private func store(
    _ type: UInt32, _ place: UInt, _ addend: UInt, _ value: UInt, _ size: UInt, _ object: ObjectRef
  ) -> Bool {
    switch type {
    case RelocationType.globDat, RelocationType.jumpSlot: write(value, at: place)
    case RelocationType.absolute64: write(value &+ addend, at: place)
    case RelocationType.pc64: write(value &+ addend &- place, at: place)
    case RelocationType.size64: write(size &+ addend, at: place)
    case RelocationType.absolute32, RelocationType.size32:
      let result = type == RelocationType.size32 ? size &+ addend : value &+ addend
      if result >> 32 != 0 { return overflow(object, "R_X86_64_32") }
      write32(UInt32(truncatingIfNeeded: result), at: place)
    case RelocationType.absolute32S:
      let result = Int(bitPattern: value &+ addend)
      if result != Int(Int32(truncatingIfNeeded: result)) { return overflow(object, "R_X86_64_32S") }
      write32(UInt32(truncatingIfNeeded: result), at: place)
    case RelocationType.pc32:
      let result = Int(bitPattern: value &+ addend &- place)
      if result != Int(Int32(truncatingIfNeeded: result)) { return overflow(object, "R_X86_64_PC32") }
      write32(UInt32(truncatingIfNeeded: result), at: place)
    default:
      LastError.build { line in
        line.append(object.pointee.shownName)
        line.add(": unexpected reloc type 0x")
        line.append(number: UInt(type), radix: 16, width: 2)
      }
      return false
    }
    return true
  }

  private func overflow(_ object: ObjectRef, _ type: StaticString) -> Bool {
    LastError.build { line in
      line.append(object.pointee.shownName)
      line.add(": Symbol causes overflow in ")
      line.add(type)
      line.add(" relocation")
    }
    return false
  }

  /// The second list: indirect functions in the order in which they came, then copies.
  mutating func finish() -> Bool {
    var index: UInt = 0
    while index < deferred.count {
      let item = deferred[index]
      let resolver = item.definition?.address ?? item.object.pointee.at(item.addend)
      let value = Code.callResolver(resolver)
      // In a segment that only relocation writes: after the resolver, whose code may lie in one of those.
      let isText = item.object.pointee.hasTextRelocations
      if isText && !TextSegments.setWritable(item.object, true) { return notWritable(item.object) }
      if item.definition == nil {
        write(value, at: item.place)
      } else if !store(item.type, item.place, item.addend, value, 0, item.object) {
        return false
      }
      if isText { _ = TextSegments.setWritable(item.object, false) }
      index = index &+ 1
    }
    index = 0
    while index < copies.count {
      let item = copies[index]
      if let definition = item.definition {
        let theirs = definition.symbol.pointee.size
        let size = item.size < theirs || theirs == 0 ? item.size : theirs
        if writable(item.object, item.place, size)
          && Dynamic.memoryEnd(definition.object, definition.address) &- definition.address >= size
        {
          let isText = item.object.pointee.hasTextRelocations
          if isText && !TextSegments.setWritable(item.object, true) { return notWritable(item.object) }
          memcpy(pointer(item.place, to: UInt8.self), pointer(definition.address, to: UInt8.self), size)
          if isText { _ = TextSegments.setWritable(item.object, false) }
        }
      }
      index = index &+ 1
    }
    deferred.release()
    copies.release()
    deferred.count = 0
    copies.count = 0
    return true
  }
}

extension RelocationType {
  static func isThreadLocal(_ type: UInt32) -> Bool {
    (tlsModule...tlsStatic).contains(type) || type == tlsDescriptor
  }
}
