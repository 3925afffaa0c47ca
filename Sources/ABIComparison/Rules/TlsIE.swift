extension Rule {
  /// Initial-exec TLS in a library.
  static let tlsIE: Rule = Rule(
    "tls-ie", title: "static TLS in a library",
    why: """
      The library's thread-locals have a place fixed when the process starts. Named by the program (DT_NEEDED) it \
      works everywhere. Opened later with dlopen, musl's loader refuses: "initial-exec TLS resolves to dynamic \
      definition". glibc and glibc-compat's loader keep spare room for such libraries: 1,664 bytes and 4,096.
      """,
    fix: "LD_PRELOAD it, or rebuild with -ftls-model=global-dynamic",
    object: { view in
      let relocations = view.object.contents.relocations
      guard view.isRoot, !view.object.isProgram, !relocations.staticTLS.isEmpty || view.object.hasStaticTLSFlag else {
        return []
      }
      switch view.target.loader {
      case .musl:
        guard !relocations.staticTLS.isEmpty else { return [] }
        return [
          tlsIE.finding(
            .warning, .dlopen, .elf, "static TLS; fails if opened with dlopen after start", in: view.object)
        ]
      case .compat, .glibc:
        let size = view.object.contents.tlsSize
        let spare: UInt64 = view.target.loader == .compat ? 4096 : 1664
        return [
          tlsIE.finding(
            size > spare ? .warning : .note, .dlopen, .elf,
            size > spare
              ? "static TLS of \(size) bytes, the loader's spare room is \(spare): fails if opened with dlopen"
              : "static TLS of \(size) bytes: takes of the loader's spare room",
            in: view.object)
        ]
      }
    })
}
