extension Rule {
  /// A name of glibc's that neither musl nor the shim has.
  static let missingSymbol: Rule = Rule(
    "missing-symbol", title: "a name of glibc's that nobody defines here",
    why: """
      The program uses a function or an object of glibc that musl and the shim do not have. Under glibc-compat's \
      loader a missing function stops the program only if it is called, with one line that names it; missing data \
      stops it at the start. musl's own loader binds everything at the start and ends with "symbol not found".
      """,
    fix: "use a newer shim, or rebuild the program without the function",
    link: { view in findings(view) })

  private static func findings(_ view: LinkView) -> [Finding] {
    view.missingOfGlibc.compactMap { missing -> Finding? in
      guard missing.version?.name != "GLIBC_PRIVATE" else { return nil }
      // A version node that is too new has a finding of its own.
      if let maximum = view.target.maximumGlibc,
        let version = missing.version.flatMap({ ABIComparison.GlibcVersion($0.name) }),
        version > maximum
      {
        return nil
      }
      let (severity, when) = weight(of: missing, view)
      return missingSymbol.finding(
        severity, when, .elf, message(missing, when), symbol: missing.name, version: missing.version?.name,
        in: missing.object, fix: fix(view.target))
    }
  }

  /// What helps before this target: another libc in front of musl, or a newer one.
  private static func fix(_ target: Target) -> String? {
    switch target.loader {
    case .compat: nil
    case .musl: "use glibc-compat (check without --no-shim), or rebuild the program without the function"
    case .glibc: "take a newer glibc, or rebuild the program without the function"
    }
  }

  /// When a reference without an answer bites, and how surely.
  static func weight(of missing: MissingReference, _ view: LinkView) -> (Severity, Moment) {
    let relocations = missing.object.contents.relocations
    let isData =
      missing.symbol.kind == .object || missing.symbol.kind == .tls || relocations.copies.contains(missing.index)
      || relocations.staticTLS.contains(missing.index)
    let isCalled = relocations.calls.contains(missing.index) || missing.symbol.isFunction
    let isUsed = isCalled || relocations.data.contains(missing.index) || isData
    // A symbol that no relocation names is never bound: the loader does not even look it up.
    guard isUsed, relocations.total > 0 else { return (.note, .load) }
    switch view.target.loader {
    // Our loader binds a missing function to a stub that names it, through the PLT or not.
    case .compat where !isData: return (.warning, .call)
    case .glibc where !missing.object.bindsNow && isCalled && !relocations.data.contains(missing.index) && !isData:
      return (.warning, .call)
    default: return (.error, view.root.isProgram ? .load : .dlopen)
    }
  }

  private static func message(_ missing: MissingReference, _ when: Moment) -> String {
    let kind = missing.symbol.kind == .object ? "object" : missing.symbol.kind == .tls ? "thread-local" : "function"
    return "the \(kind) \(missing.name) is missing" + (when == .call ? ": the program stops if it is called" : "")
  }
}
