import ABIComparison
import CElfutils
import Glibc

/// Why there is no debug information; the text names what was looked at.
public struct DebugInfoError: Error, Sendable {
  public var message: String
}

/// The debug information of a file: its own, or that of the separate file it names.
final class DebugFile {
  let file: ElfFile
  let dwarf: OpaquePointer
  /// The part that dwz moved into a file shared by several, where there is one.
  let alternate: OpaquePointer?
  /// The alignment rules are the machine's.
  var machine: Machine { file.machine }

  init(path: String, debugFolders: [String]) throws(DebugInfoError) {
    let main: ElfFile
    do throws(ReadError) { main = try ElfFile(path: path) } catch {
      throw DebugInfoError(message: "\(path): \(error.message)")
    }
    if let dwarf = dwarf_begin_elf(main.elf, DWARF_C_READ, nil) {
      self.file = main
      self.dwarf = dwarf
      alternate = dwarf_getalt(dwarf)
      return
    }
    var looked: [String] = []
    for candidate in Self.candidates(main, debugFolders) {
      looked.append(candidate)
      guard candidate != path, let separate = try? ElfFile(path: candidate),
        Self.buildID(separate) == Self.buildID(main), let dwarf = dwarf_begin_elf(separate.elf, DWARF_C_READ, nil)
      else { continue }
      file = separate
      self.dwarf = dwarf
      alternate = dwarf_getalt(dwarf)
      return
    }
    let id = Self.buildID(main).map { "for build-id \($0)" } ?? "in the file"
    throw DebugInfoError(
      message:
        "\(path): no debug info \(id); looked in \(looked.isEmpty ? "the file only" : looked.joined(separator: ", ")). "
        + "Install its debug package (libc6-dbg for glibc) or pass --debug-dir")
  }

  deinit { dwarf_end(dwarf) }

  static func buildID(_ file: ElfFile) -> String? {
    var start: UnsafeRawPointer?
    let count = dwelf_elf_gnu_build_id(file.elf, &start)
    guard count > 0, let start else { return nil }
    return Notes.hex(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// gdb's order: by build-id in each debug folder, then the name in .gnu_debuglink beside the file and in the folders.
  private static func candidates(_ file: ElfFile, _ folders: [String]) -> [String] {
    var paths: [String] = []
    if let id = buildID(file), id.count > 2 {
      paths += folders.map { "\($0)/.build-id/\(id.prefix(2))/\(id.dropFirst(2)).debug" }
    }
    var crc: GElf_Word = 0
    if let link = dwelf_elf_gnu_debuglink(file.elf, &crc) {
      let name = String(cString: link)
      let folder = (Root.realPath(file.path) ?? file.path).split(separator: "/").dropLast().joined(separator: "/")
      if !name.contains("/") {
        paths += ["/\(folder)/\(name)", "/\(folder)/.debug/\(name)"] + folders.map { "\($0)/\(folder)/\(name)" }
      }
    }
    return paths
  }
}
