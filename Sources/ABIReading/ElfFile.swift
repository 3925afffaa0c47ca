import ABIComparison
import CElfutils
import Glibc

/// An open ELF file: libelf's handle, its program headers, and its bytes by file offset or by address.
///
/// A handle is not thread-safe: one task opens, reads and closes it.
final class ElfFile {
  struct Segment {
    var type: UInt32
    var flags: UInt32
    var offset: UInt64
    var address: UInt64
    var fileSize: UInt64
    var memorySize: UInt64
    var alignment: UInt64

    /// Where the file's bytes begin in memory, and where they end: whole pages, but for what is zeroed.
    var mappedStart: UInt64 { address & ~4095 }
    var mappedEnd: UInt64 {
      let (end, overflow) = address.addingReportingOverflow(fileSize)
      guard !overflow, end <= .max - 4095 else { return address }
      return memorySize == fileSize ? (end + 4095) & ~4095 : end
    }
  }

  let path: String
  /// The open file, or nil where the bytes are in memory.
  let fd: Int32?
  /// The bytes in memory: they stay as long as libelf's handle.
  private let memory: MemberBytes?
  let elf: OpaquePointer
  let size: UInt64
  let machine: Machine
  let type: UInt16
  let header: GElf_Ehdr
  let segments: [Segment]

  /// More program headers than any linker writes: a damaged or hostile file.
  static let maximumSegments = 4096
  private static let isReady: Bool = elf_version(UInt32(EV_CURRENT)) != UInt32(EV_NONE)

  init(path: String) throws(ReadError) {
    guard Self.isReady else { throw .system("libelf is of another version than the one built against") }
    let (fd, size) = try openRegularFile(path)
    guard let elf = elf_begin(fd, ELF_C_READ_MMAP, nil) else {
      close(fd)
      throw Self.unopened(size)
    }
    do {
      (machine, type, header, segments) = try Self.readHeaders(elf, size) { readHead(of: fd) }
    } catch {
      elf_end(elf)
      close(fd)
      throw error
    }
    self.path = path
    self.fd = fd
    memory = nil
    self.size = size
    self.elf = elf
  }

  /// A file whose bytes are in memory already: a member of an archive. `path` is for messages only.
  init(memory: MemberBytes, path: String) throws(ReadError) {
    guard Self.isReady else { throw .system("libelf is of another version than the one built against") }
    guard let start = memory.start, memory.count > 0 else { throw .empty }
    guard let elf = elf_memory(start.assumingMemoryBound(to: CChar.self), memory.count) else {
      throw Self.unopened(UInt64(memory.count))
    }
    size = UInt64(memory.count)
    do {
      (machine, type, header, segments) = try Self.readHeaders(elf, size) { Array(memory.bytes.prefix(headLength)) }
    } catch {
      elf_end(elf)
      throw error
    }
    self.path = path
    fd = nil
    self.memory = memory
    self.elf = elf
  }

  deinit {
    elf_end(elf)
    if let fd { close(fd) }
  }

  static func lastError() -> String {
    let code = elf_errno()
    return code == 0 ? "not a valid ELF file" : elf_errmsg(code).map { String(cString: $0) } ?? "unknown error"
  }

  /// Why libelf finds no header: there is not room for one, or what it says.
  private static func unopened(_ size: UInt64) -> ReadError {
    if size < 64 { return .truncated(what: "end of the ELF header", offset: 64, size: size) }
    let text = lastError()
    // Not the file's fault: libelf's public headers have no number for it.
    return text == "out of memory" ? .system(text) : .damaged(text)
  }

  private static func readHeaders(
    _ elf: OpaquePointer, _ size: UInt64, head: () -> [UInt8]
  ) throws(ReadError) -> (Machine, UInt16, GElf_Ehdr, [Segment]) {
    guard elf_kind(elf) == ELF_K_ELF else {
      throw elf_kind(elf) == ELF_K_AR ? .archiveOfObjects : classify(head(), size)
    }
    var header = GElf_Ehdr()
    guard gelf_getehdr(elf, &header) != nil else { throw unopened(size) }
    let ident = header.e_ident
    let machine = Machine(
      number: header.e_machine, is64: ident.4 == 2, isBigEndian: ident.5 == 2, flags: header.e_flags)
    var count = 0
    guard elf_getphdrnum(elf, &count) == 0 else {
      throw .truncated(what: "program headers", offset: header.e_phoff, size: size)
    }
    guard count <= maximumSegments else { throw .damaged("\(count) program headers") }
    var segments: [Segment] = []
    for index in 0..<Int32(count) {
      var phdr = GElf_Phdr()
      guard gelf_getphdr(elf, index, &phdr) != nil else {
        throw .truncated(what: "program headers", offset: header.e_phoff, size: size)
      }
      segments.append(
        Segment(
          type: phdr.p_type, flags: phdr.p_flags, offset: phdr.p_offset, address: phdr.p_vaddr,
          fileSize: phdr.p_filesz, memorySize: phdr.p_memsz, alignment: phdr.p_align))
    }
    return (machine, header.e_type, header, segments)
  }

  func segment(_ type: Int32) -> Segment? { segments.first { $0.type == UInt32(type) } }

  /// Bytes by file offset, nil where they do not lie inside the file.
  func bytes(at offset: UInt64, count: UInt64) -> ByteView? {
    guard offset <= size, count <= size - offset, offset <= UInt64(Int64.max) else { return nil }
    guard count > 0 else {
      return ByteView(bytes: UnsafeRawBufferPointer(start: nil, count: 0), isBigEndian: machine.isBigEndian)
    }
    guard let data = elf_getdata_rawchunk(elf, Int64(offset), Int(count), ELF_T_BYTE), let start = data.pointee.d_buf,
      data.pointee.d_size >= Int(count)
    else { return nil }
    return ByteView(bytes: UnsafeRawBufferPointer(start: start, count: Int(count)), isBigEndian: machine.isBigEndian)
  }

  /// Where an address of the loaded image stands in the file, and how many bytes of the file follow in memory. Files
  /// are mapped by pages, and programs that tools have patched have tables behind a segment, in the rest of its last
  /// page, or on into the first page of the next.
  func place(of address: UInt64) -> (offset: UInt64, available: UInt64)? {
    let loaded = segments.filter { $0.type == UInt32(PT_LOAD) }
    let own = loaded.firstIndex { address >= $0.address && address - $0.address < $0.fileSize }
    // Of two segments on one page the later one is mapped over the other.
    guard let first = own ?? loaded.lastIndex(where: { $0.mappedStart <= address && address < $0.mappedEnd }) else {
      return nil
    }
    let segment = loaded[first]
    let offset = segment.offset &+ (address &- segment.address)
    guard offset <= size else { return nil }
    var end = segment.mappedEnd
    for next in loaded[(first + 1)...] {
      guard next.mappedStart <= end, next.address &- next.offset == segment.address &- segment.offset else { break }
      end = max(end, next.mappedEnd)
    }
    // A segment that claims to reach the end of all addresses has no end.
    guard end > address else { return nil }
    return (offset, min(end - address, size - offset))
  }

  /// Bytes by address; `count` nil takes all that the segment has from there.
  func bytes(atAddress address: UInt64, count: UInt64? = nil) -> ByteView? {
    guard let place = place(of: address) else { return nil }
    if let count, count > place.available { return nil }
    return bytes(at: place.offset, count: count ?? place.available)
  }
}

/// Opens a regular file without ever blocking on a fifo or a device.
func openRegularFile(_ path: String) throws(ReadError) -> (fd: Int32, size: UInt64) {
  var info = stat()
  guard path.withName({ stat($0, &info) }) == 0 else { throw ReadError(errno: errno) }
  try requireRegular(info.st_mode)
  let fd = path.withName { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
  guard fd >= 0 else { throw ReadError(errno: errno) }
  // Again on the open file: the name may have changed its meaning meanwhile.
  guard fstat(fd, &info) == 0 else {
    let code = errno
    close(fd)
    throw ReadError(errno: code)
  }
  do { try requireRegular(info.st_mode) } catch {
    close(fd)
    throw error
  }
  guard info.st_size > 0 else {
    close(fd)
    throw .empty
  }
  return (fd, UInt64(info.st_size))
}

private func requireRegular(_ mode: mode_t) throws(ReadError) {
  switch mode & S_IFMT {
  case S_IFREG: return
  case S_IFDIR: throw .isDirectory
  case S_IFIFO: throw .special("fifo")
  case S_IFSOCK: throw .special("socket")
  case S_IFCHR, S_IFBLK: throw .special("device")
  default: throw .special("special file")
  }
}
