extension Rule {
  /// Programs with 32-bit times.
  static let time64: Rule = Rule(
    "time64", title: "times of 32 bits",
    why: """
      On 32-bit machines a program built for glibc without -D_TIME_BITS=64 has a time_t of 32 bits, and so have \
      timespec, timeval and what holds them. musl's own time_t has 64 bits everywhere since 1.2.0; it keeps functions \
      with 32-bit times under the old names for such programs. They work, until January 2038. 64-bit machines have 64 \
      bits in both.
      """,
    fix: "rebuild with -D_TIME_BITS=64 -D_FILE_OFFSET_BITS=64",
    names: functions,
    object: { view in
      guard view.target.loader == .musl, view.target.machine.hasShortOffsets else { return [] }
      return view.answeredByMusl().compactMap { name, reference -> Finding? in
        guard functions.contains(name) else { return nil }
        return time64.finding(
          .note, .silent, .table, "\(name): 32-bit times, by a function that musl keeps for them", symbol: name,
          version: view.version(reference), in: view.object, provider: "musl")
      }
    })

  private static let functions: Set<String> = [
    "time", "gettimeofday", "settimeofday", "adjtime", "clock_gettime", "clock_getres", "clock_settime",
    "clock_nanosleep", "nanosleep", "localtime", "localtime_r", "gmtime", "gmtime_r", "mktime", "timegm", "ctime",
    "ctime_r", "difftime", "select", "pselect", "ppoll", "utime", "utimes", "futimes", "lutimes", "futimesat",
    "futimens", "utimensat", "getitimer", "setitimer", "timer_gettime", "timer_settime", "timerfd_gettime",
    "timerfd_settime", "timespec_get", "sem_timedwait", "mq_timedreceive", "mq_timedsend", "recvmmsg",
    "sigtimedwait", "pthread_cond_timedwait", "pthread_mutex_timedlock", "pthread_rwlock_timedrdlock",
    "pthread_rwlock_timedwrlock", "pthread_timedjoin_np", "getrusage", "wait3", "wait4", "adjtimex",
    "thrd_sleep", "cnd_timedwait", "mtx_timedlock", "semtimedop", "aio_suspend", "stime", "ftime",
  ]
}
