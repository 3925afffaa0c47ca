extension Rule {
  /// Real-time signals.
  static let sigRt: Rule = Rule(
    "sigrt", title: "numbers of real-time signals",
    why: """
      The first real-time signal that programs may use (SIGRTMIN, which is a call) is 34 in glibc and 35 in musl, \
      which keeps one more for itself. What counts from SIGRTMIN or SIGRTMAX is right in both; only numbers that were \
      written out, or agreed on with a program of the other libc, are not.
      """,
    fix: "count from SIGRTMIN in all programs that send each other such signals",
    names: [first],
    object: { view in
      guard view.target.loader != .glibc else { return [] }
      return view.watched.compactMap { name, reference -> Finding? in
        // The shim's answer is musl's: the signal below is one that musl's threads use.
        guard name == first, case .provided(let kind, _) = reference.answer else { return nil }
        return sigRt.finding(
          .note, .silent, .table, "\(name): SIGRTMIN is 35 in musl, 34 in glibc", symbol: name,
          version: view.version(reference), in: view.object, provider: kind.rawValue)
      }
    })

  private static let first = "__libc_current_sigrtmin"
}
