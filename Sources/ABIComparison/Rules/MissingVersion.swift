extension Rule {
  /// A library is there, but not the version node that is asked of it: an older or differently built copy.
  static let missingVersion: Rule = Rule(
    "missing-version", title: "a library of another version",
    why: """
      A program records which version nodes it needs of each library. If the library that is found defines versions, \
      but not that one, the loader stops: "version `X' not found". musl's loader does not look at versions.
      """,
    fix: "use the copy of the library that the program was built with, or a newer one",
    link: { view in
      guard view.target.loader != .musl, view.link.objects.contains(where: { !$0.versionsOfLibraries.isEmpty }) else {
        return []
      }
      let byPath = Dictionary(view.link.objects.map { ($0.path, $0) }) { first, _ in first }
      var bySoname: [String: ElfObject] = [:]
      for edge in view.link.edges {
        if case .file(let path) = edge.answer, let object = byPath[path] { bySoname[edge.name] = object }
      }
      for object in view.link.objects { object.contents.soname.map { bySoname[$0] = bySoname[$0] ?? object } }
      return view.link.objects.flatMap { object in
        object.versionsOfLibraries.compactMap { need -> Finding? in
          guard let library = bySoname[need.library], !library.contents.definedVersions.isEmpty,
            !library.contents.definedVersions.contains(need.name)
          else { return nil }
          return missingVersion.finding(
            .error, .load, .elf, "\(LinkSet.shortName(library.path)) has no version \(need.name)",
            symbol: need.library, version: need.name, in: object, provider: library.path)
        }
      }
    })
}
