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
    rows(["regcomp"], .warning, .silent, "re_nsub stands behind pointers in the program, at 0 in musl")
      + rows(
        ["fts_open", "fts_read", "fts_children", "fts_set", "fts_close"], .warning, .silent,
        "FTSENT's fields from fts_pathlen on stand elsewhere in musl")
      + rows(
        [
          "getutxent", "getutxid", "getutxline", "pututxline", "updwtmpx", "getutent", "getutid", "getutline",
          "pututline",
        ],
        .warning, .silent, "struct utmpx has another size in musl")
      + rows(
        ["sched_getparam", "pthread_getschedparam", "pthread_attr_getschedparam"], .note, .silent,
        "struct sched_param is 4 bytes in the program, 48 in musl")
      + rows(
        ["pthread_attr_setschedparam", "pthread_setschedparam", "sched_setparam", "sched_setscheduler"], .note, .silent,
        "struct sched_param is 4 bytes in the program, 48 in musl")
      + rows(["crypt_r"], .note, .silent, "struct crypt_data is 32768 bytes in the program, 260 in musl"),
    on: [
      MachineRows(
        isWide: true,
        rows: rows(
          ["regexec"], .warning, .silent,
          "regmatch_t is 8 bytes in the program, 16 in musl, which writes past the array")),
      MachineRows(
        numbers: [8, 22],
        rows: rows(["sigaction"], .warning, .silent, "struct sigaction has its fields in another order in musl")),
      MachineRows(
        numbers: [8], isWide: true,
        rows: rows(
          [
            "stat", "lstat", "fstat", "fstatat", "stat64", "lstat64", "fstat64", "fstatat64", "__xstat", "__lxstat",
            "__fxstat", "__fxstatat", "__xstat64", "__lxstat64", "__fxstat64", "__fxstatat64",
          ],
          .warning, .silent, "struct stat's fields from st_nlink on stand elsewhere in musl")
          + rows(
            ["setjmp", "_setjmp", "__sigsetjmp", "sigsetjmp"], .note, .silent,
            "jmp_buf is 304 bytes in the program, 320 in musl")),
    ])
}
