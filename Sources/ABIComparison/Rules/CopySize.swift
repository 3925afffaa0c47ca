extension Rule {
  /// COPY relocations: the program owns the object, and its size was fixed at link time.
  static let copySize: Rule = Rule(
    "copy-size", title: "a copied object of another size",
    why: """
      A program that is not position-independent holds its own copy of a library's variable, as large as it was when it was \
      linked. Where the libc's variable has another size, the copy is cut or reads past the end.
      """,
    fix: "rebuild with -fPIE, or against the library that is used",
    object: { view in
      view.object.contents.relocations.copies.sorted().compactMap { index -> Finding? in
        guard index < view.object.symbols.symbols.count else { return nil }
        let copy = view.object.symbols.symbols[Int(index)]
        let name = view.object.symbols.nameBytes(copy)
        for provider in view.target.providers {
          var size: UInt64?
          provider.symbols.forEachExport(of: name, hash: copy.hash) { symbol in
            size = symbol.size
            return true
          }
          guard let size else { continue }
          guard size != copy.size, size != 0, copy.size != 0 else { return nil }
          let text = view.object.symbols.name(copy)
          return copySize.finding(
            size > copy.size && !text.hasPrefix("_IO_2_1_") ? .warning : .error, .silent, .elf,
            "\(text) is \(copy.size) bytes in the program, \(size) in \(provider.kind.rawValue)", symbol: text,
            in: view.object, provider: provider.kind.rawValue)
        }
        return nil
      }
    })
}
