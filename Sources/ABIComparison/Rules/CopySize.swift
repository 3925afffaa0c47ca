extension Rule {
  /// COPY relocations: the program owns the object, and its size was fixed at link time.
  static let copySize: Rule = Rule(
    "copy-size", title: "a copied object of another size",
    why: """
      A program that is not position-independent holds its own copy of a library's variable, as large as it was when \
      the program was linked. Where the library's variable is larger today, the library reads and writes past the \
      copy; where it is smaller, the rest of the copy is not what the program expects. glibc's loader warns, musl's \
      does not.
      """,
    fix: "rebuild the program with -fPIE, or against the library that is used",
    link: { view in
      let program = view.root
      return program.contents.relocations.copies.sorted().compactMap { index -> Finding? in
        guard index < program.symbols.symbols.count else { return nil }
        let copy = program.symbols.symbols[Int(index)]
        guard let (size, owner) = definition(of: copy, in: program, view), size != copy.size, size != 0, copy.size != 0
        else { return nil }
        let name = program.symbols.name(copy)
        return copySize.finding(
          .warning, .silent, .elf, "\(name) is \(copy.size) bytes in the program, \(size) in \(owner)", symbol: name,
          in: program, provider: owner)
      }
    })

  /// The size of the object that is copied, and whose it is: the first library's that has it, as loaders search.
  private static func definition(
    of copy: Symbol, in program: ElfObject, _ view: LinkView
  ) -> (size: UInt64, owner: String)? {
    let name = program.symbols.nameBytes(copy)
    let tables =
      view.link.objects.dropFirst().map { ($0.symbols, LinkSet.shortName($0.path)) }
      + view.target.providers.map { ($0.symbols, $0.kind.rawValue) }
    for (table, owner) in tables {
      var size: UInt64?
      table.forEachExport(of: name, hash: copy.hash) { symbol in
        size = symbol.size
        return true
      }
      if let size { return (size, owner) }
    }
    return nil
  }
}
