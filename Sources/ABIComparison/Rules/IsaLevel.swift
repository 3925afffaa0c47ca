extension Rule {
  /// The x86-64 level that the file says it needs.
  static let isaLevel: Rule = Rule(
    "isa-level", title: "needs a newer processor",
    why: """
      The linker noted which x86-64 level (v2, v3 with AVX2, v4 with AVX-512) the code needs. glibc's loader refuses \
      to start it on an older processor; musl's does not look, so it stops with "Illegal instruction".
      """,
    fix: "build with -march=x86-64 (or v2) for older processors",
    object: { view in
      let levels = [(UInt32(8), "x86-64-v4"), (4, "x86-64-v3"), (2, "x86-64-v2")]
      guard let level = levels.first(where: { view.object.contents.isaNeeded & $0.0 != 0 })?.1 else { return [] }
      return [isaLevel.finding(.note, .load, .elf, "needs a processor of level \(level)", in: view.object)]
    })
}
