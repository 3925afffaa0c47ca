extension Rule {
  /// A sanitizer's runtime that is not where it must be: its own start ends the process.
  static let sanitizer: Rule = Rule(
    "sanitizer", title: "a sanitizer's runtime",
    why: """
      AddressSanitizer's runtime must be the first library of the process, because it takes the allocator's place: \
      started later, or opened with dlopen by a program that was not built with it, it ends the process. \
      HWAddressSanitizer's needs a processor and a kernel that ignore the upper bits of addresses, and ends the \
      process where they do not.
      """,
    fix: "build the program with the same -fsanitize option, or name the runtime in LD_PRELOAD",
    link: { view in
      var found: [Finding] = []
      // What is linked into the program itself starts before all libraries.
      for object in view.link.objects where !(object === view.root && view.root.isProgram) {
        let when: Moment = view.root.isProgram ? .load : .dlopen
        let isAddress = object.symbols.mayExport(address) && object.symbols.export(named: "__asan_init") != nil
        if isAddress, !comesFirst(object, view) {
          let reason = view.root.isProgram ? "is not the first library" : "opened late"
          found.append(
            sanitizer.finding(
              .warning, when, .table, "AddressSanitizer's runtime \(reason): it ends the process", in: object))
        }
        if object.symbols.mayExport(tagged), object.symbols.export(named: "__hwasan_init") != nil {
          found.append(
            sanitizer.finding(
              .warning, when, .table, "HWAddressSanitizer's runtime ends the process where addresses cannot be tagged",
              in: object, fix: "build with -fsanitize=address instead"))
        }
      }
      return found
    })

  /// Hashes, because every library of every link is asked.
  private static let address = SymbolTable.hash("__asan_init".utf8)
  private static let tagged = SymbolTable.hash("__hwasan_init".utf8)

  /// Whether a program's first DT_NEEDED is the object.
  private static func comesFirst(_ object: ElfObject, _ view: LinkView) -> Bool {
    guard view.root.isProgram, let first = view.root.contents.needed.first,
      let edge = view.link.edges.first(where: { $0.name == first }), case .file(let path) = edge.answer
    else { return false }
    return path == object.path
  }
}
