extension Rule {
  /// Calls of the dl* family that musl's loader does not have or does differently.
  static let dlopen: Rule = Rule(
    "dlopen", title: "uses of the dynamic loader",
    why: """
      musl has dlopen, dlsym, dladdr and dl_iterate_phdr, but no dlmopen (namespaces), no RTLD_DEEPBIND, and a \
      dlclose that unloads nothing. Programs that rely on those behave differently.
      """,
    fix: "run it under glibc-compat's loader",
    names: ["dlclose"],
    object: { view in
      guard view.target.loader == .musl else { return [] }
      return view.watched.compactMap { name, reference -> Finding? in
        guard case .provided = reference.answer, name == "dlclose" else { return nil }
        return dlopen.finding(
          .note, .call, .table, "dlclose unloads nothing in musl", symbol: "dlclose", in: view.object)
      }
    })
}
