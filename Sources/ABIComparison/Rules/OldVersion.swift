extension Rule {
  /// A binding to an old version node that is different code in glibc, where the target has the newest only.
  static let oldVersion: Rule = Rule(
    "old-version", title: "an old version of a function",
    why: """
      glibc keeps, for programs linked long ago, the function as it was then (memcpy@GLIBC_2.2.5 still takes \
      overlapping blocks). Where the shim has no such old version, the program gets today's.
      """,
    fix: "relink on a newer glibc, or check that the program does not rely on the old behaviour",
    names: Set(oldVersions.keys),
    object: { view in
      guard view.target.loader != .glibc else { return [] }
      return view.watched.compactMap { name, reference -> Finding? in
        guard let version = view.version(reference), case .provided(let kind, let symbol) = reference.answer else {
          return nil
        }
        guard let old = oldVersions[name], old.version == version else { return nil }
        if let provider = view.target.provider(kind), provider.symbols.version(symbol)?.name == version { return nil }
        return oldVersion.finding(
          old.severity, .silent, .table, "\(name)@\(version): \(old.difference)", symbol: name, version: version,
          in: view.object, provider: kind.rawValue)
      }
    })

  struct OldVersion: Sendable {
    var version: String
    var severity: Severity
    var difference: String
  }

  /// Compat symbols of glibc 2.36 whose code differs from the default version's, among the names that musl has too.
  static let oldVersions: [String: OldVersion] = {
    var table: [String: OldVersion] = [
      "memcpy": .init(
        version: "GLIBC_2.2.5", severity: .warning, difference: "took overlapping blocks, as memmove does"),
      "sched_getaffinity": .init(version: "GLIBC_2.3.3", severity: .warning, difference: "had no size argument"),
      "sched_setaffinity": .init(version: "GLIBC_2.3.3", severity: .warning, difference: "had no size argument"),
      "pthread_getaffinity_np": .init(version: "GLIBC_2.3.3", severity: .warning, difference: "had no size argument"),
      "pthread_setaffinity_np": .init(version: "GLIBC_2.3.3", severity: .warning, difference: "had no size argument"),
      "realpath": .init(version: "GLIBC_2.2.5", severity: .note, difference: "refused NULL as the second argument"),
      "fmemopen": .init(
        version: "GLIBC_2.2.5", severity: .note, difference: "treated the end of the buffer differently"),
      "nftw": .init(version: "GLIBC_2.2.5", severity: .note, difference: "ignored FTW_ACTIONRETVAL"),
      "nftw64": .init(version: "GLIBC_2.2.5", severity: .note, difference: "ignored FTW_ACTIONRETVAL"),
      "regexec": .init(version: "GLIBC_2.2.5", severity: .note, difference: "ignored REG_STARTEND"),
      "quick_exit": .init(version: "GLIBC_2.10", severity: .note, difference: "ran thread-local destructors"),
      "pthread_kill": .init(version: "GLIBC_2.2.5", severity: .note, difference: "gave ESRCH for an ended thread"),
      "lio_listio": .init(version: "GLIBC_2.2.5", severity: .note, difference: "notified differently"),
      "lio_listio64": .init(version: "GLIBC_2.2.5", severity: .note, difference: "notified differently"),
      "glob": .init(version: "GLIBC_2.2.5", severity: .note, difference: "left out dangling symbolic links"),
      "glob64": .init(version: "GLIBC_2.2.5", severity: .note, difference: "left out dangling symbolic links"),
      "posix_spawn": .init(version: "GLIBC_2.2.5", severity: .note, difference: "ran scripts without #! by the shell"),
      "posix_spawnp": .init(version: "GLIBC_2.2.5", severity: .note, difference: "ran scripts without #! by the shell"),
    ]
    for name in ["create", "delete", "getoverrun", "gettime", "settime"] {
      table["timer_" + name] = .init(version: "GLIBC_2.2.5", severity: .warning, difference: "timer_t was an int")
    }
    let errno = "set errno and called matherr by _LIB_VERSION"
    for name in ["exp", "exp10f", "exp2", "hypot", "log", "log2", "pow"] {
      table[name] = .init(version: "GLIBC_2.2.5", severity: .note, difference: errno)
    }
    for name in ["exp2f", "expf", "hypotf", "log2f", "logf", "powf"] {
      table[name] = .init(version: "GLIBC_2.2.5", severity: .note, difference: errno)
    }
    for name in ["lgamma", "lgammaf", "lgammal"] {
      table[name] = .init(version: "GLIBC_2.2.5", severity: .note, difference: "set signgam always")
    }
    return table
  }()
}
