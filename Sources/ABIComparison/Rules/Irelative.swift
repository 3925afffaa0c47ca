extension Rule {
  /// IRELATIVE relocations and STT_GNU_IFUNC definitions: addresses that a resolver function computes at start.
  static let irelative: Rule = Rule(
    "irelative", title: "functions chosen at start (IFUNC)",
    why: """
      The file chooses implementations by processor when it is loaded. musl's loader stops at such a relocation ("unsupported \
      relocation type 37") and takes an IFUNC symbol for the function itself, so that calling it runs the resolver instead. \
      glibc-compat's loader does both as glibc does.
      """,
    fix: "run it under glibc-compat's loader, or rebuild without ifunc attributes",
    object: { view in
      guard view.target.loader == .musl else { return [] }
      var found: [Finding] = []
      if view.object.contents.relocations.hasIRelative {
        found.append(
          irelative.finding(
            .error, .load, .elf, "relocation IRELATIVE, which musl's loader refuses", in: view.object))
      }
      let exported = view.object.symbols.exports.filter { $0.kind == .indirectFunction }
      if let first = exported.first(where: { _ in true }) {
        found.append(
          irelative.finding(
            .warning, .call, .elf,
            "exports functions chosen at start (\(view.object.symbols.name(first))), which musl's loader does not resolve",
            in: view.object))
      }
      return found
    })
}
