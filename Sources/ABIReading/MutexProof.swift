import ABIComparison

/// Debug information of a stripped program stands in a file of its own: it proves which bytes are mutexes too.
extension Checker {
  /// The object with what separate debug information says of its mutexes, or why that cannot be said.
  func provingMutexes(_ object: ElfObject) -> (object: ElfObject, notChecked: NotChecked?) {
    // Elsewhere such a mutex is understood.
    guard target.loader == .musl, object.contents.hasUnprovedMutexes, let file = try? ElfFile(path: object.path) else {
      return (object, nil)
    }
    do throws(DebugInfoError) {
      let search = DebugSearch(folders: debugFolders + [root.prefix + "/usr/lib/debug"], root: root)
      let (debug, content) = try search.source(for: file)
      guard let source = content.source else { return (object, nil) }
      // What dwz moved into a file that several share may be the very type.
      let shared = try search.alternate(of: source, in: debug)
      var contents = object.contents
      withExtendedLifetime((debug, content, shared)) {
        MutexReader(file: file).read(into: &contents, dwarf: source.dwarf)
      }
      guard contents.hasUnprovedMutexes else { return (ElfObject(contents), nil) }
      let why = "their types stand in split or supplementary debug files, which are not read for this"
      return (ElfObject(contents), Self.unproved(why))
    } catch {
      let name = object.path + ": "
      let why = error.message.hasPrefix(name) ? String(error.message.dropFirst(name.count)) : error.message
      return (object, Self.unproved(why))
    }
  }

  /// What is said where only debug information could tell.
  static func unproved(_ why: String) -> NotChecked {
    NotChecked(what: "layouts of its own data, such as static mutexes", why: why)
  }
}
