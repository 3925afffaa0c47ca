extension Rule {
  /// GNU extensions of regular expressions.
  static let regexGnu: Rule = behaviour(
    "regex-gnu", title: "GNU's regular expressions",
    why: """
      glibc's regcomp takes back-references in extended expressions, \\` and \\' for the ends of the text, {,n}, and \
      counts up to 32767. musl's takes \\w, \\s, \\b, \\< and \\>, but none of those, and counts up to 255.
      """,
    fix: "use the shim, which brings glibc's syntax",
    rows(
      ["regcomp"], .note, .call,
      "musl does not understand back-references in extended expressions, \\`, \\', {,n} and counts over 255"))
}
