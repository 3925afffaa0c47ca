extension Rule {
  /// Constants that are compiled into the program and mean something else in musl.
  static let constFtw: Rule = behaviour(
    "const-ftw", title: "type codes of ftw and nftw",
    why: """
      FTW_F is 0 in glibc and 1 in musl, and so on through FTW_SLN: a callback compiled for glibc takes every \
      regular file for a directory.
      """,
    fix: "use the shim, which translates the codes",
    rows(["ftw", "nftw", "ftw64", "nftw64"], .warning, .silent, "the callback gets type codes shifted by one"))
}
