import ABIComparison
import CElfutils

/// Finds separate debug information as gdb does, and remembers where it looked.
struct DebugSearch {
  let folders: [String]
  /// Where paths that the files name are.
  var root = Root(nil)
  /// What earlier runs read.
  var cache: ReadCache?

  /// The file itself, or the first separate one that belongs to it.
  func source(for main: ElfFile) throws(DebugInfoError) -> (ElfFile, DebugContent) {
    if let own = DebugContent(main, cache) { return (main, own) }
    if let trouble = CompressedSections.trouble(main.elf) {
      throw DebugInfoError(message: "\(main.path): \(trouble)")
    }
    let id = Self.buildID(main)
    var remarks: [String] = []
    for candidate in candidates(main, id) {
      guard candidate.path != main.path, let separate = open(candidate.path) else {
        remarks.append(candidate.path)
        continue
      }
      // A name may be another version's; the build-id, else the checksum, is not.
      let fits = id != nil ? Self.buildID(separate) == id : candidate.checksum == CRC32.of(separate)
      if !fits {
        remarks.append("\(candidate.path) (of another build)")
      } else if let content = DebugContent(separate, cache) {
        return (separate, content)
      } else {
        remarks.append("\(candidate.path) (\(CompressedSections.trouble(separate.elf) ?? "no debug info in it"))")
      }
    }
    throw DebugInfoError(
      message:
        "\(main.path): no debug info \(id.map { "for build-id \($0)" } ?? "in the file"); looked in "
        + (remarks.isEmpty ? "the file only" : remarks.joined(separator: ", "))
        + ". Install its debug package (libc6-dbg for glibc) or pass --debug-dir")
  }

  /// A file, its links followed as the root sees them.
  func open(_ path: String) -> ElfFile? {
    guard !root.isHost, path.hasPrefix(root.prefix + "/") else { return try? ElfFile(path: path) }
    return root.resolve(root.inside(path)).flatMap { try? ElfFile(path: $0) }
  }

  /// By build-id in each folder, then the name in .gnu_debuglink beside the file and in the folders.
  private func candidates(_ file: ElfFile, _ id: String?) -> [(path: String, checksum: UInt32?)] {
    var paths: [(String, UInt32?)] = folders.compactMap { folder in
      id.flatMap { Self.path(folder, buildID: $0) }.map { ($0, nil) }
    }
    var sum: GElf_Word = 0
    guard let link = dwelf_elf_gnu_debuglink(file.elf, &sum).map({ String(cString: $0) }), !link.contains("/") else {
      return paths
    }
    let home = Self.folder(of: Root.realPath(file.path) ?? file.path)
    paths += ["\(home)/\(link)", "\(home)/.debug/\(link)"].map { ($0, sum) }
    for folder in folders { paths += ["\(folder)\(root.inside(home))/\(link)", "\(folder)/\(link)"].map { ($0, sum) } }
    return paths
  }

  static func buildID(_ file: ElfFile) -> String? {
    var start: UnsafeRawPointer?
    let count = dwelf_elf_gnu_build_id(file.elf, &start)
    guard count > 0, let start else { return nil }
    return Notes.hex(UnsafeRawBufferPointer(start: start, count: count))
  }

  static func path(_ folder: String, buildID id: String) -> String? {
    id.count > 2 ? "\(folder)/.build-id/\(id.prefix(2))/\(id.dropFirst(2)).debug" : nil
  }

  /// "/usr/lib" of "/usr/lib/a.so"; "." of "a.so".
  static func folder(of path: String) -> String {
    let parts = path.split(separator: "/").dropLast()
    if path.hasPrefix("/") { return parts.isEmpty ? "" : "/" + parts.joined(separator: "/") }
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }
}

/// The checksum in .gnu_debuglink: that of zip and zlib.
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xedb8_8320 }
  }

  static func of(_ file: ElfFile) -> UInt32? {
    guard let view = file.bytes(at: 0, count: file.size) else { return nil }
    return table.withUnsafeBufferPointer { table in
      var sum = ~UInt32(0)
      for byte in view.bytes { sum = table[Int(truncatingIfNeeded: sum ^ UInt32(byte)) & 255] ^ (sum >> 8) }
      return ~sum
    }
  }
}

/// Compressed sections say how large they become, and libelf believes them.
enum CompressedSections {
  /// zlib makes at most 1,032 bytes of one; zstd more, but no compiler's output comes near.
  private static let maximumRatio: UInt64 = 1100
  private static let maximumSize: UInt64 = 1 << 33
  private static let zstd: UInt32 = 2

  static func areSafe(_ elf: OpaquePointer) -> Bool { trouble(elf) == nil }

  /// What is wrong with a compressed debug section, nil where all can be read.
  static func trouble(_ elf: OpaquePointer) -> String? {
    var strings = 0
    guard elf_getshdrstrndx(elf, &strings) == 0 else { return nil }
    var section: OpaquePointer?
    while let next = elf_nextscn(elf, section) {
      section = next
      var header = GElf_Shdr()
      guard gelf_getshdr(next, &header) != nil, header.sh_type != UInt32(SHT_NOBITS) else { continue }
      let name = elf_strptr(elf, strings, Int(header.sh_name)).map { String(cString: $0) } ?? ""
      var size: UInt64
      if header.sh_flags & UInt64(SHF_COMPRESSED) != 0 {
        var compression = GElf_Chdr()
        guard gelf_getchdr(next, &compression) != nil else { return "its section \(name) is damaged" }
        if compression.ch_type == zstd, !readsZstd {
          return "its section \(name) is compressed with zstd, which this libelf cannot read; "
            + "objcopy --decompress-debug-sections makes a copy it can"
        }
        size = compression.ch_size
      } else if name.hasPrefix(".zdebug") {
        guard let data = elf_rawdata(next, nil), data.pointee.d_size >= 12, let start = data.pointee.d_buf else {
          continue
        }
        size = UnsafeRawPointer(start).loadUnaligned(fromByteOffset: 4, as: UInt64.self).bigEndian
      } else {
        continue
      }
      if size > maximumSize || size / maximumRatio > header.sh_size {
        return "its section \(name) claims \(grouped(size)) bytes out of \(grouped(header.sh_size)) compressed ones"
      }
    }
    return nil
  }

  /// From elfutils 0.189, the one built against: a machine's own is not older.
  private static let readsZstd = _ELFUTILS_VERSION >= 189
}
