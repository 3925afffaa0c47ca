extension Rule {
  /// Names that musl has, but whose code does nothing or always fails.
  static let stub: Rule = behaviour(
    "stub", title: "a function that only pretends",
    why: """
      musl defines the name so that programs link, but the function returns an error or nothing.
      """,
    fix: "check what the program does when the function fails",
    rows(
      ["sched_setparam", "sched_getparam", "sched_setscheduler", "sched_getscheduler"], .note, .call,
      "always ENOSYS in musl")
      + rows(["res_init"], .note, .call, "does nothing in musl: resolver options are not read")
      + rows(["sbrk"], .warning, .call, "fails for any change in musl: programs with a malloc of their own stop")
      + rows(["brk"], .warning, .call, "always fails in musl")
      + rows(
        ["setlogmask"], .note, .call, "as in glibc, but syslog has no fallback to the console")
      + rows(
        ["setnetgrent", "getnetgrent", "innetgr", "getrpcent"], .note, .call, "not served by musl")
      + rows(["pthread_setattr_default_np"], .note, .call, "limits the default stack to 8 MiB in musl"))
}
