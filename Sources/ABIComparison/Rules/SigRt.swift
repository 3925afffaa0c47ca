extension Rule {
  /// Real-time signals.
  static let sigRt: Rule = behaviour(
    "sigrt", title: "numbers of real-time signals",
    why: """
      The first real-time signal that programs may use (SIGRTMIN, which is a call) is 34 in glibc and 35 in musl, \
      which keeps one more for itself. What counts from SIGRTMIN or SIGRTMAX is right in both; only numbers that were \
      written out, or agreed on with a program of the other libc, are not.
      """,
    fix: "count from SIGRTMIN in all programs that send each other such signals",
    rows(["__libc_current_sigrtmin"], .note, .silent, "SIGRTMIN is 35 in musl, 34 in glibc"))
}
