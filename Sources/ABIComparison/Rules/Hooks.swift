extension Rule {
  private static let names: Set<String> = [
    "__malloc_hook", "__free_hook", "__realloc_hook", "__memalign_hook", "__malloc_initialize_hook",
    "__after_morecore_hook", "register_printf_function", "register_printf_specifier", "register_printf_modifier",
    "register_printf_type",
  ]

  /// Hooks into glibc's malloc and printf.
  static let hooks: Rule = Rule(
    "hooks", title: "hooks into malloc or printf",
    why: """
      glibc lets a program replace malloc by variables (until 2.34) and add conversions to printf. musl has neither: \
      such variables are never read, and conversions are unknown.
      """,
    fix: "define malloc and free in the program itself; they are used by all libraries",
    names: names,
    object: { view in
      guard view.target.loader != .glibc else { return [] }
      return view.watched.compactMap { name, reference -> Finding? in
        guard names.contains(name), case .provided(let kind, let symbol) = reference.answer else { return nil }
        let isVariable = symbol.kind == .object
        return hooks.finding(
          isVariable || kind == .musl ? .warning : .note, .silent, .table,
          isVariable
            ? "\(name) is defined, but never called" : "\(name): musl's printf does not know conversions of others",
          symbol: name, in: view.object, provider: kind.rawValue)
      }
    })
}
