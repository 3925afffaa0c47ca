// From a file to memory. Everything that the file says is checked against the file's size before anything is mapped: a
// cut or hostile file yields an error text, never a fault.

/// Why a file cannot be loaded, in glibc's words; `number` is the errno that goes with it, 0 where there is none.
struct LoadError {
  var reason: StaticString
  var number: Int = 0
}

enum Mapping {
  static let scratchSize: UInt = 4096

  /// Checks the file header; nil where the file is one that this loader can load.
  static func check(_ header: FileHeader) -> LoadError? {
    if header.magic != 0x464c_457f { return LoadError(reason: "invalid ELF header") }
    if header.fileClass == 1 { return LoadError(reason: "wrong ELF class: ELFCLASS32") }
    if header.fileClass != 2 { return LoadError(reason: "invalid ELF header") }
    if header.byteOrder != 1 { return LoadError(reason: "ELF file data encoding not little-endian") }
    if header.identVersion != 1 || header.version != 1 {
      return LoadError(reason: "ELF file version does not match current one")
    }
    if header.osABI != 0 && header.osABI != 3 { return LoadError(reason: "ELF file OS ABI invalid") }
    if header.machine != 62 { return LoadError(reason: "cannot open shared object file", number: Failure.noEntry) }
    if header.type != FileType.shared && header.type != FileType.executable {
      return LoadError(reason: "only ET_DYN and ET_EXEC can be loaded")
    }
    if header.headerSize != 56 { return LoadError(reason: "ELF file's phentsize not the expected size") }
    return nil
  }

  /// Maps the file's segments and fills in what the program headers say.
  static func map(_ file: Int, _ object: ObjectRef, _ identity: FileIdentity, allowExecutable: Bool) -> LoadError? {
    if identity.mode & 0o170000 == 0o040000 {
      return LoadError(reason: "cannot read file data", number: Failure.isDirectory)
    }
    object.pointee.device = identity.device
    object.pointee.inode = identity.inode
    var header = FileHeader(
      magic: 0, fileClass: 0, byteOrder: 0, identVersion: 0, osABI: 0, abiVersion: 0, type: 0, machine: 0,
      version: 0, entry: 0, headersOffset: 0, sectionsOffset: 0, flags: 0, size: 0, headerSize: 0, headerCount: 0,
      sectionSize: 0,
      sectionCount: 0, namesSection: 0)
    let isWhole = FileStart.with(file) { start, count in
      if count >= 64 { header = start.load(as: FileHeader.self) }
      return count >= 64
    }
    if !isWhole { return LoadError(reason: "file too short") }
    if let error = check(header) { return error }
    if header.type == FileType.executable && !allowExecutable {
      return LoadError(reason: "cannot dynamically load executable")
    }
    let count = UInt(header.headerCount)
    if count == 0 || count > 512 { return LoadError(reason: "object file has no loadable segments") }
    let headers = Arena.allocate(ProgramHeader.self, count)
    if !readHeaders(file, into: headers, count &* 56, at: header.headersOffset) {
      Arena.release(address(of: headers), count &* 56)
      return LoadError(reason: "file too short")
    }
    object.pointee.headers = headers
    object.pointee.headerCount = count
    if let error = checkSegments(object, identity.size)
      ?? place(file, object, fixed: header.type == FileType.executable)
    {
      Arena.release(address(of: headers), count &* 56)
      return error
    }
    object.pointee.entry = object.pointee.at(header.entry)
    useMappedHeaders(object, header.headersOffset)
    return nil
  }

  private static func readHeaders(
    _ file: Int, into headers: UnsafeMutablePointer<ProgramHeader>, _ size: UInt, at offset: UInt
  ) -> Bool {
    FileStart.with(file) { start, count in
      if !fits(offset, size, from: 0, to: count) { return readFile(file, into: headers, size, at: offset) == size }
      memcpy(headers, start + Int(bitPattern: offset), size)
      return true
    }
  }

  /// Whether the loadable segments ascend, do not overlap, and lie within the file.
  private static func checkSegments(_ object: ObjectRef, _ fileSize: UInt) -> LoadError? {
    var low: UInt = .max
    var end: UInt = 0
    var hasDynamic = false
    for index in 0..<Int(bitPattern: object.pointee.headerCount) {
      let segment = object.pointee.headers[index]
      if segment.type == SegmentType.dynamic { hasDynamic = segment.memorySize >= 16 }
      if segment.type != SegmentType.load { continue }
      let limit: UInt = 1 << 46
      if segment.address >= limit || segment.memorySize >= limit || segment.memorySize < segment.fileSize {
        return LoadError(reason: "ELF load command address/offset not properly aligned")
      }
      if segment.alignment & (pageSize &- 1) != 0 && segment.alignment > pageSize {
        return LoadError(reason: "ELF load command alignment not page-aligned")
      }
      if (segment.address &- segment.offset) & (pageSize &- 1) != 0 {
        return LoadError(reason: "ELF load command address/offset not properly aligned")
      }
      if !fits(segment.offset, segment.fileSize, from: 0, to: fileSize) { return LoadError(reason: "file too short") }
      if low != .max && segment.address < end {
        return LoadError(reason: "ELF load command address/offset not properly aligned")
      }
      if low == .max { low = pageFloor(segment.address) }
      end = pageCeiling(segment.address &+ segment.memorySize)
    }
    if low == .max || end <= low { return LoadError(reason: "object file has no loadable segments") }
    if !hasDynamic { return LoadError(reason: "object file has no dynamic section") }
    object.pointee.mapStart = low
    object.pointee.mapEnd = end
    return nil
  }

  static func protection(_ flags: UInt32) -> Int {
    var result = 0
    if flags & SegmentFlag.read != 0 { result |= Protection.read }
    if flags & SegmentFlag.write != 0 { result |= Protection.write }
    if flags & SegmentFlag.execute != 0 { result |= Protection.execute }
    return result
  }

  /// Whether each segment begins on the page on which the one before it ends: then the first one's mapping can be the reservation.
  private static func isGapless(_ object: ObjectRef) -> Bool {
    var end: UInt = 0
    for index in 0..<Int(bitPattern: object.pointee.headerCount) {
      let segment = object.pointee.headers[index]
      if segment.type != SegmentType.load { continue }
      if segment.memorySize == 0 { return false }
      if end == 0 ? segment.fileSize == 0 || segment.memorySize != segment.fileSize : pageFloor(segment.address) != end {
        return false
      }
      end = pageCeiling(segment.address &+ segment.memorySize)
    }
    return true
  }

  /// Reserves the whole range, so that the segments keep their distances, then maps each over it.
  private static func place(_ file: Int, _ object: ObjectRef, fixed: Bool) -> LoadError? {
    let low = object.pointee.mapStart
    let size = object.pointee.mapEnd &- low
    var alignment = pageSize
    for index in 0..<Int(bitPattern: object.pointee.headerCount) {
      let segment = object.pointee.headers[index]
      if segment.type == SegmentType.load && segment.alignment > alignment
        && segment.alignment & (segment.alignment &- 1) == 0
        && segment.alignment <= 1 << 30
      {
        alignment = segment.alignment
      }
    }
    let failure = LoadError(reason: "failed to map segment from shared object", number: 0)
    let slack = fixed ? 0 : alignment &- pageSize
    if !fixed && slack == 0 && isGapless(object) { return placeGapless(file, object, size) ? nil : failure }
    let flags = MapFlag.isPrivate | MapFlag.anonymous | MapFlag.noReserve | (fixed ? 0x100000 : 0)  // MAP_FIXED_NOREPLACE
    let answer = DynamicLinker.map(fixed ? low : 0, size &+ slack, Protection.none, flags, -1, 0)
    if failed(answer) { return failure }
    var start = UInt(bitPattern: answer)
    if slack != 0 {
      let aligned = roundUp(start, to: alignment)
      if aligned != start { unmap(start, aligned &- start) }
      let tail = start &+ size &+ slack &- (aligned &+ size)
      if tail != 0 { unmap(aligned &+ size, tail) }
      start = aligned
    }
    if fixed && start != low { unmap(start, size); return failure }
    object.pointee.base = start &- low
    object.pointee.mapStart = start
    object.pointee.mapEnd = start &+ size
    for index in 0..<Int(bitPattern: object.pointee.headerCount) {
      let segment = object.pointee.headers[index]
      if segment.type == SegmentType.load && !placeSegment(file, object, segment) {
        unmap(start, size)
        return failure
      }
    }
    return nil
  }

  /// The first segment's mapping is as long as the object, and the other segments are mapped over its rest.
  private static func placeGapless(_ file: Int, _ object: ObjectRef, _ size: UInt) -> Bool {
    var start: UInt = 0
    for index in 0..<Int(bitPattern: object.pointee.headerCount) {
      let segment = object.pointee.headers[index]
      if segment.type != SegmentType.load { continue }
      if start != 0 {
        if placeSegment(file, object, segment) { continue }
        unmap(start, size)
        return false
      }
      let answer = DynamicLinker.map(
        0, size, protection(segment.flags), MapFlag.isPrivate, file, pageFloor(segment.offset))
      if failed(answer) { return false }
      start = UInt(bitPattern: answer)
      object.pointee.base = start &- object.pointee.mapStart
      object.pointee.mapStart = start
      object.pointee.mapEnd = start &+ size
    }
    return true
  }

  private static func placeSegment(_ file: Int, _ object: ObjectRef, _ segment: ProgramHeader) -> Bool {
    let access = protection(segment.flags)
    let start = object.pointee.at(segment.address)
    let fileEnd = start &+ segment.fileSize
    let memoryEnd = pageCeiling(start &+ segment.memorySize)
    if segment.fileSize > 0 {
      let first = pageFloor(start)
      let answer = DynamicLinker.map(
        first, pageCeiling(fileEnd) &- first, access, MapFlag.isPrivate | MapFlag.fixed, file,
        pageFloor(segment.offset))
      if failed(answer) { return false }
    }
    if segment.memorySize <= segment.fileSize { return true }
    let zeroStart = segment.fileSize > 0 ? pageCeiling(fileEnd) : pageFloor(start)
    if segment.fileSize > 0 && fileEnd < zeroStart {
      // The rest of the file's last page is the file's next bytes; here it must be zero.
      let page = pageFloor(fileEnd)
      let meanwhile = (access | Protection.write) & ~Protection.execute
      if access & Protection.write == 0 && protect(page, pageSize, meanwhile) < 0 { return false }
      memset(pointer(fileEnd, to: UInt8.self), 0, zeroStart &- fileEnd)
      if access & Protection.write == 0 { _ = protect(page, pageSize, access) }
    }
    if zeroStart < memoryEnd {
      let answer = DynamicLinker.map(
        zeroStart, memoryEnd &- zeroStart, access,
        MapFlag.isPrivate | MapFlag.fixed | MapFlag.anonymous, -1, 0)
      if failed(answer) { return false }
    }
    return true
  }

  /// dl_iterate_phdr hands out the headers: those in memory where the file maps them, so that they have the file's
  /// lifetime.
  private static func useMappedHeaders(_ object: ObjectRef, _ offset: UInt) {
    let bytes = object.pointee.headerCount &* 56
    for index in 0..<Int(bitPattern: object.pointee.headerCount) {
      let segment = object.pointee.headers[index]
      if segment.type == SegmentType.load && segment.flags & (SegmentFlag.write | SegmentFlag.read) == SegmentFlag.read
        && fits(offset, bytes, from: segment.offset, to: segment.offset &+ segment.fileSize)
      {
        let mapped = object.pointee.at(segment.address &+ (offset &- segment.offset))
        Arena.release(address(of: object.pointee.headers), bytes)
        object.pointee.headers = pointer(mapped)
        return
      }
    }
  }
}
