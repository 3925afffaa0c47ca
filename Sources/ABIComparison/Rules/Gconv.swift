extension Rule {
  /// Character sets.
  static let gconv: Rule = behaviour(
    "gconv", title: "character sets",
    why: """
      glibc converts some 250 character sets with modules and understands //TRANSLIT and //IGNORE. musl has the common ones \
      built in, and replaces what it cannot show by an asterisk.
      """,
    fix: "link GNU libiconv where rare character sets matter",
    rows(["iconv_open"], .note, .call, "fewer character sets, no //TRANSLIT"))
}
