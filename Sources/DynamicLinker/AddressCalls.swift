// dladdr(3), dladdr1(3) and _dl_find_object(3): from an address to what is there.

enum NearestSymbol {
  /// Number of entries of the dynamic symbol table. DT_GNU_HASH does not say it: the last chain's end does.
  static func count(_ object: ObjectRef) -> UInt {
    if object.pointee.sysvTable != 0 { return UInt(read(object.pointee.sysvTable &+ 4, as: UInt32.self)) }
    if object.pointee.gnuTable == 0 { return 0 }
    let table = object.pointee.gnuTable
    let buckets = UInt(read(table, as: UInt32.self))
    let first = UInt(read(table &+ 4, as: UInt32.self))
    let start = table &+ 16 &+ UInt(read(table &+ 8, as: UInt32.self)) &* 8
    var highest: UInt = 0
    var index: UInt = 0
    while index < buckets {
      let symbol = UInt(read(start &+ index &* 4, as: UInt32.self))
      if symbol > highest { highest = symbol }
      index = index &+ 1
    }
    if highest < first { return first }
    var chain = start &+ (buckets &+ highest &- first) &* 4
    while chain &+ 4 <= object.pointee.gnuTableEnd {
      highest = highest &+ 1
      if read(chain, as: UInt32.self) & 1 != 0 { break }
      chain = chain &+ 4
    }
    return highest
  }

  /// The symbol that `address` lies in, the closest one where several overlap.
  static func find(_ object: ObjectRef, _ address: UInt) -> UnsafeMutablePointer<Symbol>? {
    var best: UnsafeMutablePointer<Symbol>? = nil
    let end = min(count(object), object.pointee.symbolLimit)
    var index: UInt = 1
    while index < end {
      let symbol = object.pointee.symbols + Int(bitPattern: index)
      index = index &+ 1
      let type = symbol.pointee.type
      if type == SymbolType.tls || type == SymbolType.section
        || (symbol.pointee.isUndefined && symbol.pointee.value == 0)
        || symbol.pointee.section == Section.absolute || UInt(symbol.pointee.name) >= object.pointee.stringsSize
      {
        continue
      }
      let start = object.pointee.at(symbol.pointee.value)
      let size = symbol.pointee.isUndefined ? 0 : symbol.pointee.size
      if size == 0 ? start != address : address &- start >= size { continue }
      if let known = best, known.pointee.value >= symbol.pointee.value { continue }
      best = symbol
    }
    return best
  }
}

private func describe(_ address: UInt, _ info: UInt, _ symbolOut: UInt, _ mapOut: UInt) -> Int32 {
  Process.tables.acquire()
  defer { Process.tables.release() }
  guard let object = AddressMap.object(at: address) else { return 0 }
  let symbol = NearestSymbol.find(object, address)
  write(UInt(bitPattern: object.pointee.shownName), at: info)
  write(object.pointee.mapStart, at: info &+ 8)
  write(symbol.map { UInt(bitPattern: object.pointee.strings + Int($0.pointee.name)) } ?? 0, at: info &+ 16)
  write(symbol.map { object.pointee.at($0.pointee.value) } ?? 0, at: info &+ 24)
  if symbolOut != 0 { write(UInt(bitPattern: symbol), at: symbolOut) }
  if mapOut != 0 { write(UInt(bitPattern: object), at: mapOut) }
  return 1
}

@c(dladdr)
public func dladdr(_ address: UInt, _ info: UInt) -> Int32 { describe(address, info, 0, 0) }

/// dladdr1: 1 (RTLD_DL_SYMENT) asks for the symbol, 2 (RTLD_DL_LINKMAP) for the object.
@c(dladdr1)
public func dladdr1(_ address: UInt, _ info: UInt, _ extra: UInt, _ flags: Int32) -> Int32 {
  describe(address, info, flags == 1 ? extra : 0, flags == 2 ? extra : 0)
}

/// _dl_find_object: what libgcc unwinds with. No lock: it may be asked at any point of the program.
@c(_dl_find_object)
public func findObject(_ address: UInt, _ result: UInt) -> Int32 {
  guard let object = AddressMap.object(at: address) else { return -1 }
  var unwind: UInt = 0
  for index in 0..<Int(bitPattern: object.pointee.headerCount)
  where object.pointee.headers[index].type == SegmentType.unwind {
    unwind = object.pointee.at(object.pointee.headers[index].address)
  }
  write(0, at: result)
  write(object.pointee.mapStart, at: result &+ 8)
  write(object.pointee.mapEnd, at: result &+ 16)
  write(UInt(bitPattern: object), at: result &+ 24)
  write(unwind, at: result &+ 32)
  return 0
}
