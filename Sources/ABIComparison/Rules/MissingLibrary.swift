extension Rule {
  /// A DT_NEEDED entry that no folder has.
  static let missingLibrary: Rule = Rule(
    "missing-library", title: "a library that is not there",
    why: """
      Every library that a program names (DT_NEEDED) must be found before it starts. glibc-compat's loader answers \
      itself for glibc's own parts (libc, libm, libpthread, libdl, librt, libutil, libresolv, libanl, libnsl, \
      libmvec, libBrokenLocale, ld-linux); musl's loader answers for lib{c,pthread,rt,m,dl,util,xnet} only. All \
      others are files, searched in RPATH, LD_LIBRARY_PATH, RUNPATH, ld.so.conf's folders, the default ones, and \
      where glibc-compat's loader looks last: the folders of /etc/ld-musl-ARCH.path, or /usr/local/lib \
      (musl: without ld.so.conf). A library that stands beside the one that needs it, as in a wheel's folder, is found \
      by the RPATH of what loads the two, or not at all: a warning.
      """,
    fix:
      "put the library into a folder that is searched, or name its folder with -L here and LD_LIBRARY_PATH at run time",
    link: { view in
      view.link.edges.compactMap { edge -> Finding? in
        switch edge.answer {
        case .file, .libc: return nil
        case .missing where edge.beside != nil:
          var finding = missingLibrary.finding(
            .warning, .dlopen, .elf,
            "\(edge.name) is beside it, where only the search path of what loads the two leads (RPATH)",
            symbol: edge.name, in: view.root, fix: "open what needs both, or name their folder in LD_LIBRARY_PATH")
          finding.requiredBy = [edge.requiredBy]
          return finding
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
