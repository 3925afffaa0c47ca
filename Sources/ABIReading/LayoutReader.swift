import ABIComparison
import CElfutils

/// Reads how types lie in memory, from DWARF 2 to 5, for any architecture.
///
/// The debug information may be in the file itself, in a separate debug file, in `.dwo` files or a `.dwp` package, and
/// in a file shared by several that dwz made. A reader is for one thread.
public final class LayoutReader {
  private let debug: DebugFile
  private let types: TypeResolver
  private var found: [String: TypeLayout] = [:]
  private var problems: [String: String] = [:]

  /// The file that holds the debug information: the one asked for, or a separate one.
  public var debugPath: String { debug.file.path }
  /// Parts that the debug information refers to and that are not there: `.dwo` files, dwz's shared file. Empty until a
  /// type was looked for.
  public var missingParts: [String] { debug.missingParts }
  /// What the file is made for.
  public var machine: Machine { debug.machine }

  /// - Parameters:
  ///   - path: an ELF file: program, library, object file, debug file.
  ///   - debugFolders: where separate debug files may stand, as `/usr/lib/debug`.
  ///   - root: where absolute paths that the files name are looked for.
  ///   - cache: where layouts are kept for later runs; nil keeps none.
  /// - Throws: where there is no debug information; the message names the places that were looked at.
  public init(
    path: String, debugFolders: [String], root: Root = Root(nil), cache: ReadCache? = nil
  ) throws(DebugInfoError) {
    let debug = try DebugFile(path: path, debugFolders: debugFolders, root: root, cache: cache)
    self.debug = debug
    types = TypeResolver(machine: debug.machine) { debug.type(signature: $0) }
  }

  /// The layouts of the named types, in one walk; a type that is not in the result has a reason in `whyAbsent`.
  ///
  /// A name is `ucontext_t`, `struct sched_param`, `enum color`, `ns::Class` or `Pair<int, char>`; without a keyword it
  /// is whatever has it, a typedef or a structure. Of several definitions the first complete one counts.
  public func layouts(_ names: [String]) -> [String: TypeLayout] {
    let known = debug.known(.named) ?? [:]
    for name in names where found[name] == nil { found[name] = known[name] }
    var wanted: [String: [String]] = [:]
    for name in names where found[name] == nil { wanted[TypeName(name).bare, default: []].append(name) }
    var walk = TypeWalk(names: Set(wanted.keys))
    if wanted.isEmpty { return found.filter { names.contains($0.key) } }
    debug.units { unit in
      guard !wanted.isEmpty else { return false }
      return walk.walk(unit) { entry, name in
        guard let asked = wanted[name] else { return true }
        for full in asked where found[full] == nil && TypeName(full).fits(entry.tag) { read(entry, full) }
        if asked.allSatisfy({ found[$0] != nil }) { wanted[name] = nil }
        return !wanted.isEmpty
      }
    }
    let result = found.filter { names.contains($0.key) }
    // Where a type is not to be found, the next run looks again: for the parts that it may be in, too.
    if names.allSatisfy({ result[$0] != nil }), names.contains(where: { known[$0] == nil }) {
      debug.keep(known.merging(result) { _, new in new }, .named)
    }
    return result
  }

  /// The layouts of all structures, unions and classes with a name, by that name with its keyword: `struct stat`.
  public func allLayouts() -> [String: TypeLayout] {
    if let known = debug.known(.all) {
      found.merge(known) { old, _ in old }
      return found
    }
    let isFirst = found.isEmpty
    var walk = TypeWalk(names: nil)
    debug.units { unit in
      walk.walk(unit) { entry, name in
        guard entry.isStructure, !entry.isDeclaration else { return true }
        let full = (entry.tag == DW_TAG_union_type ? "union " : "struct ") + name
        if found[full] == nil { read(entry, full) }
        return found.count < Self.maximumTypes
      }
    }
    if isFirst { debug.keep(found, .all) }
    return found
  }

  /// More types than any library has.
  private static let maximumTypes = 500_000

  /// Why a type has no layout: not there at all, only declared, or incomplete.
  public func whyAbsent(_ name: String) -> String {
    let why = problems[name] ?? "not in the debug info of \(debugPath)"
    return missingParts.isEmpty ? why : "\(why); \(missingParts.joined(separator: "; "))"
  }

  private func read(_ entry: DwarfEntry, _ name: String) {
    do throws(LayoutProblem) {
      found[name] = try LayoutBuilder(types: types).layout(of: entry, named: name)
      problems[name] = nil
    } catch {
      problems[name] = "in the debug info of \(debugPath), but \(error.why)"
    }
  }
}

/// A type's name as it is asked for: with or without `struct`.
struct TypeName {
  let keyword: Substring
  let bare: String

  init(_ name: String) {
    let first = name.prefix { $0 != " " }
    if ["struct", "class", "union", "enum"].contains(first), first.endIndex < name.endIndex {
      keyword = first
      bare = String(name[name.index(after: first.endIndex)...])
    } else {
      keyword = ""
      bare = name
    }
  }

  func fits(_ tag: Int) -> Bool {
    switch keyword {
    case "struct", "class":
      tag == DW_TAG_structure_type || tag == DW_TAG_class_type || tag == DW_TAG_interface_type
    case "union": tag == DW_TAG_union_type
    case "enum": tag == DW_TAG_enumeration_type
    default: true
    }
  }
}
