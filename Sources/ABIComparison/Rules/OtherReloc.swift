extension Rule {
  /// Relocation types that the loader does not know.
  static let otherReloc: Rule = Rule(
    "other-reloc", title: "a relocation the loader does not know",
    why: """
      Each architecture's ABI numbers what a loader may be asked to patch. A type that the loader does not handle stops the \
      program at start ("unsupported relocation type N").
      """,
    fix: "rebuild position-independent code (-fPIC) with a common linker",
    object: { view in
      guard view.target.machine == .x86_64 else { return [] }
      let known = view.target.loader == .musl ? muslTypes : glibcTypes
      return view.object.contents.relocations.types.keys.filter { !known.contains($0) }.sorted().map { type in
        otherReloc.finding(
          .error, .load, .elf,
          "relocation type \(type), which \(view.target.loader == .musl ? "musl's" : "the") loader refuses",
          in: view.object)
      }
    })

  /// psABI x86-64, table 4.9: NONE 64 PC32 COPY GLOB_DAT JUMP_SLOT RELATIVE 32 DTPMOD64 DTPOFF64 TPOFF64 TLSDESC.
  /// 37 (IRELATIVE) has a rule of its own.
  private static let muslTypes: Set<UInt32> = [0, 1, 2, 5, 6, 7, 8, 10, 16, 17, 18, 36, 37]
  /// glibc also takes 32S-free 64-bit forms: SIZE32, SIZE64, RELATIVE64, PC64.
  private static let glibcTypes: Set<UInt32> = muslTypes.union([24, 32, 33, 38])
}
