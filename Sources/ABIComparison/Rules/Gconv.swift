extension Rule {
  /// Character sets.
  static let gconv: Rule = Rule(
    "gconv", title: "character sets",
    why: """
      glibc converts some 250 character sets with modules and understands //TRANSLIT and //IGNORE. musl has the \
      common ones built in, and replaces what it cannot show by an asterisk. The shim has all that glibc 2.36 names, and \
      does with errors what glibc does.
      """,
    fix: "link GNU libiconv where rare character sets matter",
    names: ["iconv_open"],
    object: { view in
      guard view.target.loader != .glibc else { return [] }
      return view.watched.compactMap { name, reference -> Finding? in
        guard name == "iconv_open", case .provided(.musl, _) = reference.answer else { return nil }
        return gconv.finding(
          .note, .call, .table, "iconv_open: fewer character sets than glibc, no //TRANSLIT", symbol: "iconv_open",
          in: view.object, provider: "musl")
      }
    })
}
