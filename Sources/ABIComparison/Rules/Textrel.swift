extension Rule {
  /// Relocations in read-only segments.
  static let textrel: Rule = Rule(
    "textrel", title: "relocations in code (DT_TEXTREL)",
    why: """
      The loader must write into pages that hold code. glibc makes them writable for a moment; musl does so for \
      libraries, but not for a program that the kernel has mapped, which then crashes at start. Hardened kernels \
      forbid it everywhere.
      """,
    fix: "rebuild with -fPIC (libraries) or -fPIE (programs)",
    object: { view in
      guard view.object.contents.hasTextRelocations else { return [] }
      if view.target.loader == .musl, view.isRoot, view.object.isProgram {
        return [
          textrel.finding(
            .warning, .load, .elf,
            "relocations in code: a program that the kernel has mapped crashes under musl's loader", in: view.object)
        ]
      }
      return [textrel.finding(.note, .load, .elf, "relocations in code; hardened kernels forbid them", in: view.object)]
    })
}
