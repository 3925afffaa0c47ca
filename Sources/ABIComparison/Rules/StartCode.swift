extension Rule {
  /// How a program's own start code calls the libc.
  static let startCode: Rule = Rule(
    "start-code", title: "start code that musl does not understand",
    why: """
      What the linker puts at a program's entry calls __libc_start_main. On powerpc glibc's passes a table of \
      functions and the kernel's own arguments, where musl expects main: the program crashes before main. On all other \
      machines the two agree.
      """,
    fix: "link the program against musl",
    names: ["__libc_start_main"],
    object: { view in
      guard view.target.loader == .musl, [20, 21].contains(view.target.machine.number), view.isRoot,
        view.object.isProgram, view.answeredByMusl().contains(where: { $0.name == "__libc_start_main" })
      else { return [] }
      return [
        startCode.finding(
          .error, .load, .table, "__libc_start_main takes other arguments in musl: the program crashes at the start",
          symbol: "__libc_start_main", in: view.object, provider: "musl")
      ]
    })
}
