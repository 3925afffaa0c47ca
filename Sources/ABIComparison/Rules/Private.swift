extension Rule {
  /// Imports at GLIBC_PRIVATE: glibc's parts talking to each other, never meant for others.
  static let `private`: Rule = Rule(
    "private", title: "a name private to glibc",
    why: """
      Names at the version GLIBC_PRIVATE are how glibc's own parts talk to each other; they change from release to \
      release. A file that imports one is a part of glibc (a gconv or nss module) or was built against one exact \
      glibc.
      """,
    fix: "do not carry glibc's own modules along: glibc-compat's shim brings what they do",
    link: { view in
      view.missing.compactMap { missing -> Finding? in
        guard missing.version?.name == "GLIBC_PRIVATE" else { return nil }
        guard view.target.knowsPrivateNames else {
          return `private`.finding(
            .warning, .load, .elf,
            "\(missing.name) is private to glibc: only the release it was built with surely has it",
            symbol: missing.name, version: "GLIBC_PRIVATE", in: missing.object)
        }
        let (severity, when) = weight(of: missing, view)
        return `private`.finding(
          severity, when, .elf, "\(missing.name) is private to glibc and missing here", symbol: missing.name,
          version: "GLIBC_PRIVATE", in: missing.object)
      }
    })
}
