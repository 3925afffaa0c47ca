extension Rule {
  /// Relocation types that the loader does not know.
  static let otherReloc: Rule = Rule(
    "other-reloc", title: "a relocation the loader does not know",
    why: """
      Each architecture's ABI numbers what a loader may be asked to patch. A type that the loader does not handle \
      stops the program at start, or the library when it is opened ("unsupported relocation type N").
      """,
    fix: "rebuild position-independent code (-fPIC) with a common linker",
    object: { view in
      let machine = view.target.machine
      guard let known = RelocationTypes.known(to: view.target) else { return [] }
      let indirect = RelocationTypes.indirect(on: machine)
      let unknown = view.object.contents.relocations.types.keys.filter { !known.contains($0) && $0 != indirect }
      return unknown.sorted().map { type in
        otherReloc.finding(
          .error, view.isRoot && !view.object.isProgram ? .dlopen : .load, .elf,
          "relocation type \(type), which \(view.target.loader == .musl ? "musl's" : "the") loader refuses",
          in: view.object)
      }
    })
}
