extension Rule {
  /// A name that is not glibc's and that no library of the link defines: glibc would not find it either.
  static let unresolvedSymbol: Rule = Rule(
    "unresolved-symbol", title: "a name that no library defines",
    why: """
      None of the libraries that the file names defines the symbol, and it is not glibc's. In a plugin that is \
      usual: the program that opens it defines the name (Python's extension modules import Py… so). In a program it \
      is an error of the build, on glibc as well.
      """,
    link: { view in
      // Expected of whoever opens it: for a library that is no finding, but something not checked (see Judgement).
      guard view.root.isProgram else { return [] }
      // Where a library is missing, its names are too: one finding is enough.
      let absent = Set(
        view.link.edges.compactMap { edge -> String? in
          switch edge.answer {
          case .missing, .unfit: edge.name
          case .file, .libc: nil
          }
        })
      return view.missingElsewhere.compactMap { missing -> Finding? in
        if let version = missing.version, absent.contains(version.library) { return nil }
        if missing.version == nil, !absent.isEmpty { return nil }
        let (severity, when) = weight(of: missing, view)
        return unresolvedSymbol.finding(
          missing.object === view.root ? severity : min(severity, .note), when, .elf,
          "no library defines \(missing.name)", symbol: missing.name, version: missing.version?.name,
          in: missing.object)
      }
    })
}
