extension Rule {
  /// DT_RELR: packed relative relocations.
  static let relr: Rule = Rule(
    "relr", title: "packed relocations (DT_RELR)",
    why: """
      Relative relocations in the packed form of 2022. musl before 1.2.4 does not know them, leaves pointers \
      unadjusted and the program crashes without a message; so does glibc before 2.36. glibc-compat's loader applies \
      them on any musl.
      """,
    fix: "use musl 1.2.4 or later, or relink with -Wl,-z,nopack-relative-relocs",
    object: { view in
      guard view.object.contents.hasRelr else { return [] }
      if view.target.loader == .glibc { return glibcFindings(view) }
      guard view.target.loader == .musl, !view.target.isAtLeast("1.2.4") else { return [] }
      return [
        relr.finding(
          .error, .load, .elf, "packed relocations; musl before 1.2.4 crashes without a message", in: view.object)
      ]
    })

  /// glibc takes them from 2.36 on, and only from a file that says so by asking for GLIBC_ABI_DT_RELR.
  private static func glibcFindings(_ view: ObjectView) -> [Finding] {
    let asks = view.object.contents.neededVersions.contains { $0.name == "GLIBC_ABI_DT_RELR" }
    let needsLibc = view.object.contents.needed.contains { $0.hasPrefix("libc.so.") }
    guard !asks else { return [] }
    let fix = "relink with -Wl,-z,pack-relative-relocs of a current linker, or with -Wl,-z,nopack-relative-relocs"
    if !view.target.isAtLeast("2.36") {
      return [
        relr.finding(
          .error, .load, .elf, "packed relocations; glibc before 2.36 leaves the pointers as they are in the file",
          in: view.object, fix: fix)
      ]
    }
    guard needsLibc, !view.object.contents.neededVersions.isEmpty else { return [] }
    return [
      relr.finding(
        .error, .load, .elf, "packed relocations without asking for GLIBC_ABI_DT_RELR, which glibc refuses",
        in: view.object, fix: fix)
    ]
  }
}
