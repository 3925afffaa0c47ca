import ABIComparison
import CElfutils
import Glibc

/// Reads a file as a loader sees it: by program headers and the dynamic section, never by section names.
public enum ElfReader {
  /// More entries than any real file has: the reader stops there and says so.
  static let maximumSymbols = 4_000_000
  static let maximumRelocations = 20_000_000
  static let maximumDynamic = 65536

  /// The model of one file.
  public static func read(_ path: String) throws(ReadError) -> ElfObject {
    try read(try ElfFile(path: path))
  }

  /// What a file is made for; nil where it is no ELF file.
  public static func machine(of path: String) -> Machine? { (try? ElfFile(path: path))?.machine }

  /// The model of a file that is open; its path is the one that reports show.
  static func read(_ file: ElfFile) throws(ReadError) -> ElfObject {
    var contents = ElfObject.Contents()
    contents.path = file.path
    contents.machine = file.machine
    contents.type = file.type
    switch file.type {
    case UInt16(ET_REL): throw .objectFile
    case UInt16(ET_CORE): throw .coreFile
    case UInt16(ET_EXEC), UInt16(ET_DYN): break
    default: throw .damaged("ELF type \(file.type)")
    }
    if let cut = cutShort(file) { contents.notRead.append(cut.message) }
    readSegments(of: file, into: &contents)
    if let segment = file.segment(PT_DYNAMIC) {
      // In a debug file the headers are there, but not what they describe.
      if isDebugFile(file) { throw .debugFile }
      guard let bytes = file.bytes(at: segment.offset, count: segment.fileSize) else {
        throw .truncated(what: "dynamic section", offset: segment.offset, size: file.size)
      }
      let dynamic = DynamicSection(bytes, is64: file.machine.is64, limit: maximumDynamic)
      contents.hasDynamic = true
      try read(dynamic, of: file, into: &contents)
    } else if isDebugFile(file) {
      throw .debugFile
    }
    let object = ElfObject(contents)
    // A library of data alone needs nothing either, and may be large: it is not searched.
    guard object.isStatic || !contents.hasDynamic else { return object }
    contents.opensNameServices = opensNameServices(file)
    return ElfObject(contents)
  }

  /// Whether glibc's reader of nsswitch.conf is in the program: the pattern of its modules' names is a constant of it.
  private static func opensNameServices(_ file: ElfFile) -> Bool {
    let constants = file.segments.filter { $0.type == UInt32(PT_LOAD) && $0.flags & UInt32(PF_W) == 0 }
    return constants.contains { segment in
      guard let view = file.bytes(at: segment.offset, count: min(segment.fileSize, 64 << 20)) else { return false }
      return contains("libnss_%s.so%s", view.bytes)
    }
  }

  private static func contains(_ text: StaticString, _ bytes: UnsafeRawBufferPointer) -> Bool {
    guard var place = bytes.baseAddress else { return false }
    let end = place + bytes.count
    while let found = memchr(place, Int32(text.utf8Start.pointee), end - place) {
      let start = UnsafeRawPointer(found)
      if end - start < text.utf8CodeUnitCount { return false }
      if memcmp(start, text.utf8Start, text.utf8CodeUnitCount) == 0 { return true }
      place = start + 1
    }
    return false
  }

  /// What of the file lies past its end: the section table, or a segment.
  static func cutShort(_ file: ElfFile) -> ReadError? {
    for segment in file.segments where segment.type == UInt32(PT_LOAD) && segment.fileSize > 0 {
      if segment.offset > file.size || segment.fileSize > file.size - segment.offset {
        return .truncated(what: "a loaded segment", offset: segment.offset &+ segment.fileSize, size: file.size)
      }
    }
    let header = file.header
    guard header.e_shoff > 0, header.e_shnum > 0 else { return nil }
    let length = UInt64(header.e_shnum) * UInt64(header.e_shentsize)
    if header.e_shoff > file.size || length > file.size - header.e_shoff {
      return .truncated(what: "section table", offset: header.e_shoff, size: file.size)
    }
    return nil
  }

  private static func isDebugFile(_ file: ElfFile) -> Bool {
    var count = 0
    guard elf_getshdrnum(file.elf, &count) == 0, count > 1, count < 65536 else { return false }
    for index in 1..<count {
      guard let section = elf_getscn(file.elf, index) else { return false }
      var header = GElf_Shdr()
      guard gelf_getshdr(section, &header) != nil else { return false }
      // The first section with code decides: a debug file keeps its header as NOBITS.
      if header.sh_flags & UInt64(SHF_EXECINSTR) != 0 { return header.sh_type == UInt32(SHT_NOBITS) }
    }
    return false
  }

  private static func readSegments(of file: ElfFile, into contents: inout ElfObject.Contents) {
    for segment in file.segments {
      switch Int32(bitPattern: segment.type) {
      case PT_INTERP:
        contents.interpreter = file.bytes(at: segment.offset, count: min(segment.fileSize, 4096))?.string(at: 0)
      case PT_TLS:
        contents.tlsSize = segment.memorySize
        contents.tlsAlignment = segment.alignment
      case Int32(bitPattern: UInt32(PT_GNU_STACK)):
        contents.hasStackHeader = true
        contents.hasExecutableStack = segment.flags & UInt32(PF_X) != 0
        contents.stackSize = segment.memorySize
      case PT_NOTE, Int32(bitPattern: UInt32(0x6474_E553)):
        if let bytes = file.bytes(at: segment.offset, count: min(segment.fileSize, 1 << 20)) {
          Notes.read(bytes, alignment: segment.alignment, is64: file.machine.is64, into: &contents)
        }
      default: break
      }
    }
  }

  private static func read(
    _ dynamic: DynamicSection, of file: ElfFile, into contents: inout ElfObject.Contents
  ) throws(ReadError) {
    contents.flags = dynamic[DT_FLAGS] ?? 0
    if dynamic[DT_BIND_NOW] != nil { contents.flags |= 0x8 }
    contents.flags1 = dynamic[UInt64(0x6fff_fffb)] ?? 0
    contents.hasTextRelocations = dynamic[DT_TEXTREL] != nil || contents.flags & 0x4 != 0
    contents.hasRelr = dynamic[DT_RELR] != nil
    guard let address = dynamic[DT_STRTAB], let length = dynamic[DT_STRSZ] else { return }
    guard let strings = file.bytes(atAddress: address, count: length) else {
      throw .truncated(
        what: "dynamic string table", offset: file.place(of: address)?.offset ?? address, size: file.size)
    }
    func text(_ offset: UInt64) -> String? { Int(exactly: offset).flatMap { strings.string(at: $0) } }
    contents.needed = dynamic.all(DT_NEEDED).compactMap(text)
    contents.soname = dynamic[DT_SONAME].flatMap(text)
    contents.rpath = dynamic[DT_RPATH].flatMap(text)?.split(separator: ":").map(String.init) ?? []
    contents.runpath = dynamic[DT_RUNPATH].flatMap(text)?.split(separator: ":").map(String.init) ?? []
    try SymbolReader(file: file, dynamic: dynamic, strings: strings).read(into: &contents)
    RelocationReader(file: file, dynamic: dynamic, symbols: contents.symbols).read(into: &contents)
    contents.opensLibraries = contents.symbols.refers(to: "dlopen")
    if contents.opensLibraries {
      let known = Set(contents.needed + [contents.soname ?? ""])
      contents.dlopenStrings = LibraryStrings.find(in: file).filter { !known.contains($0) }
    }
    if contents.symbols.refers(to: "pthread_mutex_lock") || contents.symbols.refers(to: "pthread_mutex_trylock") {
      MutexReader(file: file).read(into: &contents)
    }
  }
}

/// The entries of PT_DYNAMIC up to DT_NULL.
struct DynamicSection {
  private(set) var entries: [(tag: UInt64, value: UInt64)] = []

  init(_ bytes: ByteView, is64: Bool, limit: Int) {
    let word = is64 ? 8 : 4
    var offset = 0
    while entries.count < limit, let tag = bytes.word(offset, is64: is64),
      let value = bytes.word(offset + word, is64: is64), tag != 0
    {
      entries.append((tag, value))
      offset += 2 * word
    }
  }

  subscript(tag: Int32) -> UInt64? { self[UInt64(tag)] }
  subscript(tag: UInt64) -> UInt64? { entries.last { $0.tag == tag }?.value }
  func all(_ tag: Int32) -> [UInt64] { entries.filter { $0.tag == UInt64(tag) }.map(\.value) }
}
