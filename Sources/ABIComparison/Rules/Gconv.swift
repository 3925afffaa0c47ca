extension Rule {
  /// Character sets.
  static let gconv: Rule = Rule(
    "gconv", title: "character sets",
    why: """
      glibc converts some 250 character sets with modules and understands //TRANSLIT and //IGNORE. musl has the \
      common ones built in, and replaces what it cannot show by an asterisk; the shim adds the sets of one byte and of \
      several bytes a character and what glibc does with errors, not those that switch by escape sequences.
      """,
    fix: "link GNU libiconv where rare character sets matter",
    names: ["iconv_open"],
    object: { view in
      guard view.target.loader != .glibc else { return [] }
      return view.watched.compactMap { name, reference -> Finding? in
        guard name == "iconv_open", case .provided(let kind, _) = reference.answer else { return nil }
        let text = kind == .musl ? "fewer character sets than glibc, no //TRANSLIT" : "fewer character sets than glibc"
        return gconv.finding(
          .note, .call, .table, "iconv_open: \(text)", symbol: "iconv_open", in: view.object, provider: kind.rawValue)
      }
    })
}
