// The synthetic program that musl's libc is started on. musl takes it for the real one: it sets up its own state and
// the first thread's TLS for it, binds its own references to what it exports, and jumps to its entry, which is our
// second stage.
//
// Addresses in it are differences to the real program's base, modulo 2^64, so that musl's arithmetic gives the
// addresses meant.

enum MuslProgram {
  private static let maximumSymbols: UInt = 512
  nonisolated(unsafe) private static var symbols = List<Symbol>()
  nonisolated(unsafe) private static var strings = Message(in: pointer(1), capacity: 0)

  static func plan() -> UInt {
    let program = Process.program.unsafelyUnwrapped
    let musl = Process.musl.unsafelyUnwrapped
    let base = program.pointee.base
    collectSymbols(musl, base)
    let dynamic = makeDynamic(base)
    let headers = makeHeaders(program, base, dynamic)
    return makeStack(headers, musl)
  }

  /// For each symbol that musl itself refers to by name: the definition that the program or its libraries have, if any.
  private static func collectSymbols(_ musl: ObjectRef, _ base: UInt) {
    strings = Message(capacity: 32768)
    strings.append(byte: 0)
    strings.add("libc.so")
    strings.append(byte: 0)
    symbols.append(Symbol(name: 0, info: 0, other: 0, section: 0, value: 0, size: 0))
    collect(musl, musl.pointee.rela, musl.pointee.relaCount, base)
    collect(musl, musl.pointee.jumpRela, musl.pointee.jumpRelaCount, base)
    add(text("malloc"), base)  // musl asks for these two by name, to know whether its allocator is replaced
    add(text("aligned_alloc"), base)
  }

  private static func collect(_ musl: ObjectRef, _ table: UInt, _ count: UInt, _ base: UInt) {
    var index: UInt = 0
    while index < count {
      let relocation: Relocation = read(table &+ index &* 24)
      index = index &+ 1
      let number = UInt(relocation.symbol)
      if number == 0 || number >= musl.pointee.symbolLimit { continue }
      let symbol = musl.pointee.symbols + Int(bitPattern: number)
      if symbol.pointee.binding == SymbolBinding.local || UInt(symbol.pointee.name) >= musl.pointee.stringsSize {
        continue
      }
      add(musl.pointee.strings + Int(symbol.pointee.name), base)
    }
  }

  private static func add(_ name: Text, _ base: UInt) {
    if symbols.count >= maximumSymbols || strings.count &+ length(name) &+ 2 > strings.capacity { return }
    var index: UInt = 1
    while index < symbols.count {
      if equal(strings.text + Int(symbols[index].name), name) { return }
      index = index &+ 1
    }
    guard let found = Scope.interposer(of: name) else { return }
    let type = found.symbol.pointee.type
    if type == SymbolType.indirect || type == SymbolType.tls { return }
    symbols.append(
      Symbol(
        name: UInt32(truncatingIfNeeded: strings.count), info: SymbolBinding.global << 4 | type, other: 0, section: 1,
        value: found.address &- base, size: found.symbol.pointee.size))
    strings.append(name)
    strings.append(byte: 0)
  }

  private static func makeDynamic(_ base: UInt) -> UInt {
    // One bucket, one chain through all symbols: there are few.
    let count = symbols.count
    let hash = Arena.allocate((3 &+ count) &* 4)
    write32(1, at: hash)
    write32(UInt32(truncatingIfNeeded: count), at: hash &+ 4)
    write32(count > 1 ? 1 : 0, at: hash &+ 8)
    var index: UInt = 1
    while index &+ 1 < count {
      write32(UInt32(truncatingIfNeeded: index &+ 1), at: hash &+ 12 &+ index &* 4)
      index = index &+ 1
    }
    let dynamic = Arena.allocate(DynamicEntry.self, 8)
    dynamic[0] = DynamicEntry(tag: Tag.needed, value: 1)
    dynamic[1] = DynamicEntry(tag: Tag.strings, value: address(of: strings.base) &- base)
    dynamic[2] = DynamicEntry(tag: Tag.symbols, value: address(of: symbols.base.unsafelyUnwrapped) &- base)
    dynamic[3] = DynamicEntry(tag: Tag.hash, value: hash &- base)
    return address(of: dynamic)
  }

  private struct Plan {
    var address: UInt
    var count: UInt
  }

  private static func makeHeaders(_ program: ObjectRef, _ base: UInt, _ dynamic: UInt) -> Plan {
    let headers = Arena.allocate(ProgramHeader.self, program.pointee.headerCount &+ 4)
    let start = address(of: headers)
    var count = 0
    func add(_ type: UInt32, _ address: UInt, _ fileSize: UInt, _ memorySize: UInt, _ alignment: UInt, _ flags: UInt32)
    {
      headers[count] = ProgramHeader(
        type: type, flags: flags, offset: 0, address: address, physicalAddress: address,
        fileSize: fileSize, memorySize: memorySize, alignment: alignment)
      count &+= 1
    }
    add(SegmentType.headers, start &- base, 0, 0, 8, SegmentFlag.read)
    add(
      SegmentType.tls, StaticTLS.image &- base, StaticTLS.total, StaticTLS.total, StaticTLS.alignment, SegmentFlag.read)
    add(SegmentType.dynamic, dynamic &- base, 128, 128, 8, SegmentFlag.read)
    for index in 0..<Int(bitPattern: program.pointee.headerCount) {
      let segment = program.pointee.headers[index]
      if segment.type != SegmentType.load { continue }
      // Not writable: musl gives the gaps of writable segments to malloc, and RELRO would take them away again.
      add(
        SegmentType.load, segment.address, segment.fileSize, segment.memorySize, segment.alignment,
        segment.flags & ~SegmentFlag.write)
    }
    add(SegmentType.stack, 0, 0, 8 << 20, 16, SegmentFlag.read | SegmentFlag.write)  // p_memsz: musl's default thread stack
    write(start &- base, at: start &+ 16)
    return Plan(address: start, count: UInt(bitPattern: count))
  }

  /// {entry, number of words, argc, argv, no environment, auxiliary vector}.
  private static func makeStack(_ headers: Plan, _ musl: ObjectRef) -> UInt {
    var words = List<UInt>()
    words.append(musl.pointee.entry)
    words.append(0)
    words.append(Process.argumentCount)
    var index: UInt = 0
    while index <= Process.argumentCount { words.append(read(Process.arguments &+ index &* 8)); index = index &+ 1 }
    words.append(0)
    var cursor = Process.auxiliary
    while true {
      let type: UInt = read(cursor)
      let value: UInt = read(cursor &+ 8)
      cursor = cursor &+ 16
      if type == 0 { break }
      if type == Auxiliary.headers || type == Auxiliary.headerCount || type == Auxiliary.headerSize
        || type == Auxiliary.base
        || type == Auxiliary.entry
      {
        continue
      }
      words.append(type)
      words.append(value)
    }
    func add(_ type: UInt, _ value: UInt) { words.append(type); words.append(value) }
    add(Auxiliary.headers, headers.address)
    add(Auxiliary.headerSize, 56)
    add(Auxiliary.headerCount, headers.count)
    add(Auxiliary.base, musl.pointee.base)
    add(Auxiliary.entry, address(of: muslReadyEntry))
    add(0, 0)
    words[1] = words.count &- 2
    return address(of: words.base.unsafelyUnwrapped)
  }
}
