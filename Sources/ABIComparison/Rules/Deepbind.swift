extension Rule {
  /// Libraries that are to find their own names first.
  static let deepbind: Rule = Rule(
    "deepbind", title: "a flag of dlopen that musl does not have",
    why: """
      With RTLD_DEEPBIND a library that is opened finds names in itself and its own libraries before those of the \
      program. musl does not define the flag and takes no notice of it: such a library gets the program's definitions. \
      The flag is a number among the arguments of dlopen; whether a file passes it cannot be seen in its tables.
      """,
    fix: "run it under glibc-compat's loader",
    names: ["dlopen"],
    object: { view in
      guard view.target.loader == .musl else { return [] }
      return view.watched.compactMap { name, reference -> Finding? in
        guard case .provided = reference.answer, name == "dlopen" else { return nil }
        return deepbind.finding(
          .note, .dlopen, .heuristic, "dlopen: musl takes no notice of RTLD_DEEPBIND, if it is passed",
          symbol: "dlopen", in: view.object)
      }
    })
}
