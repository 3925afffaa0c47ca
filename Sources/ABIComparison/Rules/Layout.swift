extension Rule {
  /// Functions whose argument's type has another layout in musl.
  static let layout: Rule = behaviour(
    "layout", title: "a type laid out differently",
    why: """
      The program was compiled with glibc's layout of a type, musl's code uses its own. Fields are then read from \
      the wrong place, or musl writes past the end of the caller's object. The shim translates; without it nothing \
      warns.
      """,
    fix: "use a shim that translates the function",
    rows(
      ["regexec"], .warning, .silent, "regmatch_t is 8 bytes in the program, 16 in musl, which writes past the array")
      + rows(["regcomp"], .warning, .silent, "re_nsub stands at offset 48 in the program, at 0 in musl")
      + rows(
        ["fts_open", "fts_read", "fts_children", "fts_set", "fts_close"], .warning, .silent,
        "FTSENT's fields from fts_pathlen on stand elsewhere in musl")
      + rows(
        [
          "getutxent", "getutxid", "getutxline", "pututxline", "updwtmpx", "getutent", "getutid", "getutline",
          "pututline",
        ],
        .warning, .silent, "struct utmpx is 384 bytes in the program, 400 in musl")
      + rows(
        ["sched_getparam", "pthread_getschedparam", "pthread_attr_getschedparam"], .note, .silent,
        "struct sched_param is 4 bytes in the program, 48 in musl")
      + rows(
        ["pthread_attr_setschedparam", "pthread_setschedparam", "sched_setparam", "sched_setscheduler"], .note, .silent,
        "struct sched_param is 4 bytes in the program, 48 in musl")
      + rows(["crypt_r"], .note, .silent, "struct crypt_data is 32768 bytes in the program, 260 in musl"))
}
