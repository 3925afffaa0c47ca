extension Rule {
  /// Locales.
  static let locale: Rule = behaviour(
    "locale", title: "locales",
    why: """
      musl has one character set (UTF-8) and takes any locale name without its rules for sorting, numbers and \
      months; translations are looked for in MUSL_LOCPATH.
      """,
    fix: "set LC_ALL=C.UTF-8 where output must be the same on both",
    rows(["setlocale", "newlocale"], .note, .call, "every locale behaves as C.UTF-8 in musl")
      + rows(
        ["__ctype_b_loc", "__ctype_tolower_loc", "__ctype_toupper_loc"], .note, .call,
        "the tables of the C locale, whatever setlocale said"))
}
