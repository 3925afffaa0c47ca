import ABIComparison
import CElfutils

/// Debug information that dwz moved out of several files into one that they share.
///
/// Before DWARF 5 the link is in .gnu_debugaltlink, with the shared file's build-id; in DWARF 5 both files have
/// .debug_sup, with a checksum that is the same in both.
struct SharedDebug {
  let name: String
  let identifier: String
  private let isStandard: Bool

  init?(of source: DwarfSource, in file: ElfFile) {
    var name: UnsafePointer<CChar>?
    var start: UnsafeRawPointer?
    let count = dwelf_dwarf_gnu_debugaltlink(source.dwarf, &name, &start)
    if count > 0, let name, let start {
      self.name = String(cString: name)
      identifier = Notes.hex(UnsafeRawBufferPointer(start: start, count: count))
      isStandard = false
    } else if let own = Self.standard(file), !own.isShared {
      self.name = own.name
      identifier = own.identifier
      isStandard = true
    } else {
      return nil
    }
  }

  /// Whether a file is the one meant: one of that name may be from another build.
  func fits(_ file: ElfFile) -> Bool {
    guard isStandard else { return DebugSearch.buildID(file) == identifier }
    return Self.standard(file).map { $0.isShared && $0.identifier == identifier } ?? false
  }

  /// The section .debug_sup: version, whether this is the shared file, its name, a checksum with its length.
  private static func standard(_ file: ElfFile) -> (isShared: Bool, name: String, identifier: String)? {
    guard let bytes = file.section(".debug_sup"), bytes.u16(0) == 5,
      let isShared = bytes.integer(UInt8.self, at: 2), let length = bytes.stringLength(at: 3),
      let name = bytes.string(at: 3), let count = bytes.integer(UInt8.self, at: 4 + length), count < 128,
      let sum = bytes.slice(5 + length, Int(count))
    else { return nil }
    return (isShared != 0, name, Notes.hex(sum.bytes))
  }
}

extension DebugSearch {
  /// The shared file, given to libdw; nil where there is none.
  func alternate(of source: DwarfSource, in file: ElfFile) throws(DebugInfoError) -> DwarfSource? {
    guard let link = SharedDebug(of: source, in: file) else { return nil }
    let home = Self.folder(of: Root.realPath(file.path) ?? file.path)
    let last = link.name.split(separator: "/").last.map(String.init) ?? link.name
    var paths = folders.compactMap { Self.path($0, buildID: link.identifier) }
    paths.append(link.name.hasPrefix("/") ? root.prefix + link.name : "\(home)/\(link.name)")
    for folder in folders { paths += ["\(folder)/.dwz/\(last)", "\(folder)/\(last)"] }
    for path in paths {
      guard let shared = open(path), link.fits(shared), let found = DwarfSource(shared) else { continue }
      dwarf_setalt(source.dwarf, found.dwarf)
      return found
    }
    throw DebugInfoError(
      message: "its shared debug file \(link.name) (made by dwz, \(link.identifier)) is missing; looked in "
        + paths.joined(separator: ", "))
  }
}
