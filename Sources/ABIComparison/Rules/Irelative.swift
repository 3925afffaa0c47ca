extension Rule {
  /// IRELATIVE relocations and STT_GNU_IFUNC definitions: addresses that a resolver function computes at start.
  static let irelative: Rule = Rule(
    "irelative", title: "functions chosen at start (IFUNC)",
    why: """
      The file chooses implementations by processor when it is loaded. musl's loader stops at such a relocation \
      ("unsupported relocation type 37") and does not see an exported function of that kind at all: whoever refers \
      to one, the library itself included, ends with "symbol not found". glibc-compat's loader does both as glibc \
      does.
      """,
    fix: "run it under glibc-compat's loader, or rebuild without ifunc attributes",
    object: { view in
      guard view.target.loader == .musl else { return [] }
      let when: Moment = view.isRoot && !view.object.isProgram ? .dlopen : .load
      var found: [Finding] = []
      if view.object.contents.relocations.hasIRelative {
        found.append(
          irelative.finding(
            .error, when, .elf, "relocation IRELATIVE, which musl's loader refuses", in: view.object))
      }
      let symbols = view.object.symbols
      let exported = symbols.exports.filter { $0.kind == .indirectFunction }
      guard let first = exported.first(where: { _ in true }) else { return found }
      let relocations = view.object.contents.relocations
      let own = relocations.calls.union(relocations.data).sorted().first { index in
        Int(index) < symbols.symbols.count && symbols.symbols[Int(index)].isDefined
          && symbols.symbols[Int(index)].kind == .indirectFunction
      }
      if let own {
        found.append(
          irelative.finding(
            .error, when, .elf,
            "refers to its own \(symbols.name(symbols.symbols[Int(own)])), chosen at start: musl's loader does not "
              + "find it",
            in: view.object))
      } else {
        found.append(
          irelative.finding(
            .warning, .load, .elf,
            "exports functions chosen at start (\(symbols.name(first))): musl's loader does not find them for others",
            in: view.object))
      }
      return found
    })
}
