extension Rule {
  /// Functions that are missing from a library, but that only its procedure linkage table names.
  static let lazy: Rule = Rule(
    "lazy", title: "a library that loads lazily all the same",
    why: """
      A library with missing functions does not load when a program needs it (DT_NEEDED) or opens it with RTLD_NOW. \
      Opened with RTLD_LAZY, musl's loader leaves such functions alone until they are called: the library loads, and \
      the first call of a missing function ends the process.
      """,
    fix: "link the library with -Wl,-z,now, so that it fails where it is opened; or provide the function",
    link: { view in
      guard view.target.loader == .musl, !view.root.isProgram, !view.root.bindsNow, !view.missing.isEmpty else {
        return []
      }
      let relocations = view.root.contents.relocations
      let isLazy = view.missing.allSatisfy {
        $0.object === view.root && relocations.calls.contains($0.index) && !relocations.data.contains($0.index)
      }
      guard isLazy, let first = view.missing.first else { return [] }
      let more = view.missing.count > 1 ? " or \(view.missing.count - 1) more" : ""
      return [
        lazy.finding(
          .note, .call, .elf,
          "opened with RTLD_LAZY it loads; calling \(first.name)\(more) ends the process",
          in: view.root)
      ]
    })
}
