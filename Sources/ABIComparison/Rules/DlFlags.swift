extension Rule {
  /// DF_1_ flags that change when and how a library may be loaded.
  static let dlFlags: Rule = Rule(
    "df-1", title: "loading flags (DF_1_…)",
    why: """
      Flags in a library's dynamic section: INITFIRST (its constructors run before all others), NOOPEN (not for \
      dlopen), NODEFLIB (no default folders). musl's loader ignores them.
      """,
    object: { view in
      guard view.target.loader == .musl else { return [] }
      let named: [(UInt64, String)] = [(0x20, "INITFIRST"), (0x40, "NOOPEN"), (0x800, "NODEFLIB")]
      return named.filter { view.object.contents.flags1 & $0.0 != 0 }.map {
        dlFlags.finding(.note, .load, .elf, "DF_1_\($0.1), which musl's loader ignores", in: view.object)
      }
    })
}
