extension Rule {
  /// The classic question: does this glibc have the version nodes that the file asks for?
  static let glibcVersion: Rule = Rule(
    "glibc-version", title: "needs a newer glibc",
    why: """
      glibc's loader stops with "version `GLIBC_x.y' not found" where a file asks for a version node that the \
      installed glibc does not have, whichever functions are really called. On musl with glibc-compat only names \
      count, not this limit.
      """,
    fix: "build on a system with the older glibc, or take a newer one",
    object: { view in
      guard let nodes = view.target.nodes, let maximum = view.target.maximumGlibc else { return [] }
      return view.object.contents.neededVersions.compactMap { need -> Finding? in
        guard !need.isWeak, PseudoLibc.isGlibcPart(need.library), need.name != "GLIBC_PRIVATE",
          !nodes.contains(need.name)
        else { return nil }
        // A number that the table does not know, but older than the newest: a node of another architecture's.
        if let version = ABIComparison.GlibcVersion(need.name), version <= maximum { return nil }
        return glibcVersion.finding(
          .error, .load, .elf, "\(need.name) of \(need.library) is newer than glibc \(maximum)", symbol: need.library,
          version: need.name, in: view.object)
      }
    })
}
