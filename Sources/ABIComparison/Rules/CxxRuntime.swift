extension Rule {
  /// Two C++ runtimes, or one built for the other libc, in one process.
  static let cxxRuntime: Rule = Rule(
    "cxx-runtime", title: "C++ runtimes of two libcs",
    why: """
      A C++ program built for glibc expects libstdc++ and libgcc_s built for glibc: musl's copies lay out locale and \
      thread objects by musl's types. Mixed, exceptions and streams fail in odd ways.
      """,
    fix: "put the glibc-built libstdc++.so.6 and libgcc_s.so.1 into the program's own folder or the sysroot",
    link: { view in
      guard !view.root.isMuslLinked else { return [] }
      return view.link.objects.dropFirst().compactMap { object -> Finding? in
        let name = LinkSet.shortName(object.path)
        guard object.isMuslLinked, ["libstdc++", "libgcc_s", "libc++"].contains(where: name.hasPrefix) else {
          return nil
        }
        return cxxRuntime.finding(
          .warning, .call, .elf, "\(name) is built for musl, the program for glibc", symbol: name, in: view.root,
          provider: object.path)
      }
    })
}
