extension Rule {
  /// PT_GNU_STACK with the execute flag.
  static let execstack: Rule = Rule(
    "execstack", title: "an executable stack",
    why: """
      The file asks for a stack that can be executed (nested functions of GNU C, hand-written assembly without a \
      note). The kernel grants it to the program itself; glibc also makes stacks executable for libraries, musl \
      never does, so code on the stack crashes when called.
      """,
    fix: "rebuild without nested functions, or link with -z noexecstack where the note is only missing",
    names: ["pthread_create"],
    object: { view in
      guard view.object.contents.hasExecutableStack else { return [] }
      if view.isRoot, view.object.isProgram {
        let threads = view.imports("pthread_create")
        return [
          execstack.finding(
            threads && view.target.loader != .glibc ? .warning : .note, .call, .elf,
            threads
              ? "an executable stack: its threads' stacks will not be" : "an executable stack, which the kernel grants",
            in: view.object)
        ]
      }
      guard view.target.loader != .glibc else { return [] }
      return [
        execstack.finding(
          .warning, .call, .elf, "wants an executable stack, which nobody grants to a library here", in: view.object)
      ]
    })
}
