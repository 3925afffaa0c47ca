import ABIComparison

/// The files among which a file is judged: where its libraries and its loader are looked for.
struct Surroundings: Sendable {
  let root: any FileRoot
  let source: any ObjectSource
  let links: LinkReader
  /// Whether the program interpreter must stand in the root.
  let checksInterpreter: Bool
  /// How a message names the root.
  let rootName: String
  /// Libraries that are there but cannot be read, by the last part of their names.
  var unreadable: [String: ReadError] = [:]

  init(
    root: any FileRoot, source: any ObjectSource, extra: [String], checksInterpreter: Bool, rootName: String? = nil
  ) {
    self.root = root
    self.source = source
    self.checksInterpreter = checksInterpreter
    self.rootName = rootName ?? (root as? Root)?.prefix ?? ""
    links = LinkReader(
      store: source,
      search: LibrarySearch(
        root: RememberingRoot(root), loader: source.target.loader, machine: source.target.machine, extra: extra))
  }

  /// Why nothing can be said about a link that lacks a library which is there.
  func unreadable(in link: LinkSet) -> ReadError? {
    guard !unreadable.isEmpty else { return nil }
    for edge in link.edges {
      if case .file = edge.answer { continue }
      if case .libc = edge.answer { continue }
      let name = LinkSet.shortName(edge.name)
      if let why = unreadable[name] { return .system("needs \(name), which cannot be read: \(why.message)") }
    }
    return nil
  }

  func interpreter(of object: ElfObject) -> InterpreterState {
    guard checksInterpreter, let path = object.contents.interpreter else { return .notAsked }
    guard let host = root.resolve(path) else { return .absent(path: path, sysroot: rootName) }
    guard case .success(let loader) = source.object(at: host) else { return .other(path: path, what: "not a loader") }
    if loader.symbols.export(named: "__glibc_compat_loader") != nil { return .present }
    if loader.symbols.exports("_dl_mcount", version: "GLIBC_2.2.5")
      || loader.symbols.export(named: "_rtld_global") != nil
    {
      // An image of a glibc system is where programs come from, not where they are to run.
      return root is Root ? .other(path: path, what: "glibc's own loader") : .notAsked
    }
    return .other(path: path, what: "another loader")
  }
}
