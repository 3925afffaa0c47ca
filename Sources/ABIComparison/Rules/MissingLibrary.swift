extension Rule {
  /// A DT_NEEDED entry that no folder has.
  static let missingLibrary: Rule = Rule(
    "missing-library", title: "a library that is not there",
    why: """
      Every library that a program names (DT_NEEDED) must be found before it starts. glibc-compat's loader answers \
      itself for glibc's own parts (libc, libm, libpthread, libdl, librt, libutil, libresolv, libanl, libnsl, \
      libmvec, libBrokenLocale, ld-linux); musl's loader answers for lib{c,pthread,rt,m,dl,util,xnet} only. All \
      others are files, searched in RPATH, LD_LIBRARY_PATH, RUNPATH, ld.so.conf's folders and the default ones \
      (musl: without ld.so.conf).
      """,
    fix:
      "put the library into a folder that is searched, or name its folder with -L here and LD_LIBRARY_PATH at run time",
    link: { view in
      view.link.edges.compactMap { edge -> Finding? in
        switch edge.answer {
        case .file, .libc: return nil
        case .missing(let sought):
          var finding = missingLibrary.finding(
            .error, .load, .elf, "\(edge.name) is not found (sought in \(sought.joined(separator: ", ")))",
            symbol: edge.name,
            in: view.root)
          finding.requiredBy = [edge.requiredBy]
          return finding
        case .unfit(let path, let why):
          var finding = missingLibrary.finding(
            .error, .load, .elf, "\(edge.name) is found as \(path), but that is \(why)", symbol: edge.name,
            in: view.root)
          finding.requiredBy = [edge.requiredBy]
          return finding
        }
      }
    })
}
