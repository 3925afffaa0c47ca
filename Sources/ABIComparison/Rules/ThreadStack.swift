extension Rule {
  /// musl's small default stack for threads.
  static let threadStack: Rule = Rule(
    "thread-stack", title: "small stacks of threads",
    why: """
      musl gives a thread 128 KiB of stack by default, glibc what `ulimit -s` says, usually 8 MiB. Deep recursion or \
      large arrays in a thread then crash. glibc-compat's loader and shim give what glibc gives.
      """,
    fix: "relink with -Wl,-z,stack-size=8388608, or call pthread_attr_setstacksize",
    names: ["pthread_create", "pthread_attr_setstacksize"],
    object: { view in
      guard view.target.loader == .musl, view.isRoot, view.target.provider(.shim) == nil,
        view.imports("pthread_create"), !view.imports("pthread_attr_setstacksize"),
        view.object.contents.stackSize < 1 << 20
      else { return [] }
      return [
        threadStack.finding(
          .warning, .call, .table, "its threads get 128 KiB of stack, not 8 MiB", in: view.object)
      ]
    })
}
