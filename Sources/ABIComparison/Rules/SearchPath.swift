extension Rule {
  /// Search paths that musl's loader reads differently.
  static let searchPath: Rule = Rule(
    "search-path", title: "search paths that musl reads differently",
    why: """
      musl's loader looks into LD_LIBRARY_PATH before RPATH, does not read ld.so.conf, ld.so.cache or hwcaps \
      folders, and leaves $LIB and $PLATFORM as they stand. glibc-compat's loader follows glibc.
      """,
    fix: "use $ORIGIN paths, or name the folder in /etc/ld-musl-x86_64.path",
    object: { view in
      guard view.target.loader == .musl else { return [] }
      let paths = view.object.contents.rpath + view.object.contents.runpath
      return paths.filter { $0.includes("$LIB") || $0.includes("${LIB}") || $0.includes("$PLATFORM") }.map {
        searchPath.finding(
          .warning, .load, .elf, "the search path \($0) is not expanded by musl's loader", in: view.object)
      }
    })
}
