import ABIComparison
import CElfutils

/// Why there is no debug information; the text names what was looked at.
public struct DebugInfoError: Error, Sendable {
  /// One line: the file, what is missing, where it was looked for, and what to do.
  public var message: String
}

/// The debug information of a file: its own, or that of the separate file it names; with the parts that stand in
/// further files.
final class DebugFile {
  let file: ElfFile
  private let content: DebugContent
  /// The part that dwz moved into a file shared by several, where there is one.
  private var alternate: DwarfSource?
  private let splits: SplitUnits
  private let search: DebugSearch
  private var hasLookedForAlternate = false
  /// Whether all that was read so far stands in the one file.
  private(set) var isAlone = true
  private(set) var missingParts: [String] = []
  private var isComplete = false
  /// The alignment rules are the machine's.
  var machine: Machine { file.machine }

  init(path: String, debugFolders: [String], root: Root, cache: ReadCache?) throws(DebugInfoError) {
    let main: ElfFile
    do throws(ReadError) { main = try ElfFile(path: path) } catch {
      throw DebugInfoError(message: "\(path): \(error.message)")
    }
    search = DebugSearch(folders: debugFolders, root: root, cache: cache)
    (file, content) = try search.source(for: main)
    splits = SplitUnits(original: main.path, debug: file, search: search)
    // What was read before stands in the one file.
    if !content.isKnown { lookForAlternate() }
  }

  private func lookForAlternate() {
    guard !hasLookedForAlternate, let source = content.source else { return }
    hasLookedForAlternate = true
    do throws(DebugInfoError) {
      alternate = try search.alternate(of: source, in: file)
      if alternate != nil { isAlone = false }
    } catch {
      missingParts.append(error.message)
      isAlone = false
    }
  }

  /// Layouts that an earlier run read from the same bytes.
  func known(_ range: DebugContent.Range) -> [String: TypeLayout]? { content.known(range) }

  /// Keeps them for later runs, if nothing but this file was read for them.
  func keep(_ layouts: [String: TypeLayout], _ range: DebugContent.Range) {
    if isAlone, missingParts.isEmpty { content.keep(layouts, range) }
  }

  /// Calls `body` with the entry of each unit, the split ones and the shared ones too, until it returns false.
  func units(_ body: (DwarfEntry) -> Bool) {
    lookForAlternate()
    guard let source = content.source else { return }
    var skeletons: [Skeleton] = []
    let isWhole = source.units(body, skeleton: { skeletons.append($0) })
    if !skeletons.isEmpty { isAlone = false }
    guard isWhole else { return }
    if let alternate, !alternate.units(body, skeleton: { _ in }) { return }
    guard splits.units(of: skeletons, body), !isComplete else { return }
    isComplete = true
    missingParts += splits.missing
  }

  /// A type that has a unit of its own in a package of split units.
  func type(signature: UInt64) -> DwarfEntry? {
    // Whether it is found or not, it has to do with another file.
    isAlone = false
    return splits.type(signature: machine.isBigEndian ? signature.byteSwapped : signature)
  }
}

/// A unit whose types stand in another file, and that file's name as the compiler wrote it.
struct Skeleton {
  var identifier: UInt64
  var name: String
  var folder: String
}

/// libdw's handle, and what must live as long as it.
final class DwarfSource {
  let dwarf: OpaquePointer
  private let file: ElfFile?
  private let image: MemoryImage?

  /// - Returns: nil where the file has no debug information with a unit in it; some files have nothing but
  ///   `.debug_frame`.
  init?(_ file: ElfFile) {
    guard CompressedSections.areSafe(file.elf) else { return nil }
    self.file = file
    image = file.type == UInt16(ET_REL) ? ObjectFileImage.make(file) : nil
    guard let dwarf = dwarf_begin_elf(image?.elf ?? file.elf, DWARF_C_READ, nil) else { return nil }
    self.dwarf = dwarf
    guard hasUnit else { return nil }
  }

  init?(_ image: MemoryImage) {
    guard let dwarf = dwarf_begin_elf(image.elf, DWARF_C_READ, nil) else { return nil }
    self.image = image
    file = nil
    self.dwarf = dwarf
    guard hasUnit else { return nil }
  }

  deinit { dwarf_end(dwarf) }

  private var hasUnit: Bool {
    var next: OpaquePointer?
    return dwarf_get_units(dwarf, nil, &next, nil, nil, nil, nil) == 0 && next != nil
  }

  /// Calls `body` with each unit until it returns false, `skeleton` with those whose types are elsewhere. False: it was
  /// ended.
  func units(_ body: (DwarfEntry) -> Bool, skeleton: (Skeleton) -> Void) -> Bool {
    var unit: OpaquePointer?
    var version: Dwarf_Half = 0
    var type: UInt8 = 0
    while true {
      var next: OpaquePointer?
      var entry = Dwarf_Die()
      // Without the place for a split unit libdw does not look for one.
      guard dwarf_get_units(dwarf, unit, &next, &version, &type, &entry, nil) == 0, let next else { return true }
      unit = next
      if Int(type) == DW_UT_skeleton {
        skeleton(Self.skeleton(DwarfEntry(entry), next))
      } else if !body(DwarfEntry(entry)) {
        return false
      }
    }
  }

  private static func skeleton(_ entry: DwarfEntry, _ unit: OpaquePointer) -> Skeleton {
    var identifier: UInt64 = 0
    _ = dwarf_cu_info(unit, nil, nil, nil, nil, &identifier, nil, nil)
    return Skeleton(
      identifier: identifier, name: entry.string(DW_AT_dwo_name) ?? entry.string(DW_AT_GNU_dwo_name) ?? "",
      folder: entry.string(DW_AT_comp_dir) ?? "")
  }
}
