extension Rule {
  /// DT_RELR: packed relative relocations.
  static let relr: Rule = Rule(
    "relr", title: "packed relocations (DT_RELR)",
    why: """
      Relative relocations in the packed form of 2022. musl before 1.2.4 does not know them, leaves pointers unadjusted and the \
      program crashes without a message. glibc-compat's loader applies them on any musl.
      """,
    fix: "use musl 1.2.4 or later, or relink with -Wl,-z,nopack-relative-relocs",
    object: { view in
      guard view.target.loader == .musl, view.object.contents.hasRelr, !view.target.isAtLeast("1.2.4") else {
        return []
      }
      return [
        relr.finding(
          .error, .load, .elf, "packed relocations; musl before 1.2.4 crashes without a message", in: view.object)
      ]
    })
}
