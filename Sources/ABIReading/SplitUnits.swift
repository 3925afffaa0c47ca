import ABIComparison
import CElfutils

/// The units whose types the compiler left in `.dwo` files, or `dwp` collected in a `.dwp` package.
final class SplitUnits {
  private let search: DebugSearch
  /// Where a package may stand: beside the program, beside its debug file, in the debug folders.
  private let packagePaths: [String]
  private let homes: [String]
  private var opened: [String: DwarfSource?] = [:]
  private var package: DwarfPackage?
  private var hasLookedForPackage = false
  private var lost = 0
  private var firstLost: String?

  /// - Parameters:
  ///   - original: the path of the file that was asked for.
  ///   - debug: the file with the skeletons.
  init(original: String, debug: ElfFile, search: DebugSearch) {
    self.search = search
    let last = original.split(separator: "/").last.map(String.init) ?? original
    packagePaths = [original + ".dwp", debug.path + ".dwp"] + search.folders.map { "\($0)/\(last).dwp" }
    homes = [DebugSearch.folder(of: original), DebugSearch.folder(of: debug.path)]
  }

  /// Calls `body` with the full unit of each skeleton until it returns false.
  func units(of skeletons: [Skeleton], _ body: (DwarfEntry) -> Bool) -> Bool {
    (lost, firstLost) = (0, nil)
    for skeleton in skeletons {
      if let source = openPackage()?.unit(skeleton.identifier) ?? file(of: skeleton) {
        guard source.units(body, skeleton: { _ in }) else { return false }
      } else {
        lost += 1
        if firstLost == nil { firstLost = skeleton.name.isEmpty ? "without a name" : skeleton.name }
      }
    }
    return skeletons.isEmpty || openPackage()?.typeUnits(body) ?? true
  }

  var missing: [String] {
    guard lost > 0, let firstLost else { return [] }
    let more = lost > 1 ? " and \(lost - 1) more" : ""
    return ["split debug info is missing: \(firstLost)\(more); looked beside it, in the folder it was compiled in, "
      + "in the debug folders, and for \(packagePaths.joined(separator: ", "))"]
  }

  func type(signature: UInt64) -> DwarfEntry? { openPackage()?.type(signature) }

  private func openPackage() -> DwarfPackage? {
    if hasLookedForPackage { return package }
    hasLookedForPackage = true
    for path in packagePaths {
      guard let file = search.open(path), let found = DwarfPackage(file) else { continue }
      package = found
      break
    }
    return package
  }

  /// One file may hold several units only in a package; a `.dwo` file is walked as a whole, once.
  private func file(of skeleton: Skeleton) -> DwarfSource? {
    let name = skeleton.name
    guard !name.isEmpty else { return nil }
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let root = search.root.prefix
    // A folder that is not absolute (-fdebug-prefix-map) is one beside the file.
    let compiledIn = skeleton.folder.hasPrefix("/") ? root + skeleton.folder : "\(homes[1])/\(skeleton.folder)"
    var paths = name.hasPrefix("/") ? [root + name] : ["\(compiledIn)/\(name)"] + homes.map { "\($0)/\(name)" }
    paths += homes.map { "\($0)/\(last)" }
    for folder in search.folders {
      let isAbsolute = skeleton.folder.hasPrefix("/")
      let compiled = name.hasPrefix("/") ? name : (isAbsolute ? "" : "/") + "\(skeleton.folder)/\(name)"
      paths += [folder + compiled, "\(folder)/\(name)", "\(folder)/\(last)"]
    }
    for path in paths {
      if let known = opened[path] {
        if let known { return known }
        continue
      }
      let source = search.open(path).flatMap { DwarfSource($0) }
      let fits = source.map { $0.holds(skeleton.identifier) } ?? false
      opened[path] = .some(fits ? source : nil)
      if fits { return source }
    }
    return nil
  }
}

extension DwarfSource {
  /// Whether a unit with this identifier is in it: a file of that name may be from another build.
  func holds(_ identifier: UInt64) -> Bool {
    var unit: OpaquePointer?
    var next: OpaquePointer?
    while dwarf_get_units(dwarf, unit, &next, nil, nil, nil, nil) == 0, let current = next {
      var found: UInt64 = 0
      var type: UInt8 = 0
      if dwarf_cu_info(current, nil, &type, nil, nil, &found, nil, nil) == 0, Int(type) == DW_UT_split_compile,
        found == identifier
      {
        return true
      }
      unit = current
    }
    return false
  }
}
