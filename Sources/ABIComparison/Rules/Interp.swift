extension Rule {
  /// The program interpreter: the kernel starts what PT_INTERP names, so that file must exist and be the right loader.
  static let interp: Rule = Rule(
    "interp", title: "the program's loader",
    why: """
      The kernel starts the loader whose path stands in the program (PT_INTERP), for glibc on x86_64 \
      /lib64/ld-linux-x86-64.so.2. If no file is there, starting the program says "No such file or directory", as if \
      the program itself were missing.
      """,
    fix: "install glibc-compat's ld-linux-x86-64.so.2 at that path, or start the program with glibc-run",
    link: { view in
      switch view.interpreter {
      case .notAsked, .present: []
      case .absent(let path, let sysroot):
        [
          interp.finding(
            .error, .load, .elf, "its loader \(path) does not exist in \(sysroot): the kernel cannot start it",
            in: view.root)
        ]
      case .other(let path, let what):
        [
          interp.finding(
            .error, .load, .elf, "its loader \(path) is \(what), not glibc-compat's", in: view.root)
        ]
      }
    })
}
