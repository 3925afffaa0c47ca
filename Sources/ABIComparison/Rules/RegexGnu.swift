extension Rule {
  /// GNU extensions of regular expressions.
  static let regexGnu: Rule = behaviour(
    "regex-gnu", title: "GNU's regular expressions",
    why: """
      glibc's regcomp takes \\w, \\s, \\b, \\<, \\> and back-references in extended expressions, and counts up to 32767; musl's \
      takes fewer, and at most 255.
      """,
    fix: "use the shim, which brings glibc's syntax",
    rows(["regcomp"], .note, .call, "GNU extensions (\\w, \\b, \\<, back-references in ERE) are not understood by musl")
  )
}
