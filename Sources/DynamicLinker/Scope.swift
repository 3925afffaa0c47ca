// Which objects a reference is looked up in, and in which order.

enum Scope {
  /// The program, what it needs in breadth-first order, and what dlopen added with RTLD_GLOBAL.
  nonisolated(unsafe) static var global = List<ObjectRef>()

  /// The names that the shim's own references share with the program: a program may bring its own allocator.
  private static let interposable: StaticString =
    "malloc calloc realloc free memalign aligned_alloc posix_memalign malloc_usable_size valloc pvalloc reallocarray"

  /// The definition that a reference of `object` binds to.
  static func resolve(_ reference: Reference, from object: ObjectRef) -> Definition? {
    if object.pointee.kind == ObjectKind.shim { return resolveForShim(reference) }
    guard object.pointee.isForMusl else { return resolveInOrder(reference, object) }
    guard let found = resolveInOrder(reference, object) else { return nil }
    return MuslLibraries.definition(reference, instead: found)
  }

  private static func resolveInOrder(_ reference: Reference, _ object: ObjectRef) -> Definition? {
    if object.pointee.symbolic, let found = search(reference, one: object) { return found }
    if object.pointee.deepBind {
      if let found = searchLocal(reference, object) { return found }
      return search(reference, global)
    }
    if let found = search(reference, global) { return found }
    return searchLocal(reference, object)
  }

  /// A bit for the hash of each of these names: nearly every other name is told by it alone.
  nonisolated(unsafe) private static var interposableHashes: UInt = 0

  static func isInterposable(_ reference: Reference) -> Bool {
    if interposableHashes == 0 { hashInterposable() }
    return (interposableHashes >> UInt(reference.hash & 63)) & 1 != 0
      && contains(interposable, word: reference.name, length(reference.name))
  }

  private static func hashInterposable() {
    let end = interposable.utf8Start + interposable.utf8CodeUnitCount
    var word = interposable.utf8Start
    while word < end {
      var count: UInt = 0
      while word + Int(bitPattern: count) < end && word[Int(bitPattern: count)] != 0x20 { count = count &+ 1 }
      interposableHashes |= 1 << UInt(gnuHash(word, count) & 63)
      word += Int(bitPattern: count) + 1
    }
  }

  private static func resolveForShim(_ reference: Reference) -> Definition? {
    if isInterposable(reference), let found = search(reference, global) { return found }
    // Its references have no versions and mean what is current, never an old version of its own.
    var current = reference
    current.newest = true
    if let own = Process.shim, let symbol = Lookup.find(current, in: own) {
      // Its functions are its own; a variable may have been copied into the program.
      if symbol.pointee.type != SymbolType.object { return Definition(object: own, symbol: symbol) }
      return search(reference, global)
    }
    if let loader = Process.loader, let found = search(reference, one: loader) { return found }
    guard let musl = Process.musl, let found = search(reference, one: musl) else { return nil }
    // As with the shim's own variables: where the program holds a copy (stdout, environ, optind), that one counts.
    return found.symbol.pointee.type == SymbolType.object ? search(reference, global) ?? found : found
  }

  static func search(_ reference: Reference, _ list: List<ObjectRef>) -> Definition? {
    var index: UInt = 0
    while index < list.count {
      if let found = search(reference, one: list[index]) { return found }
      index = index &+ 1
    }
    return nil
  }

  @inline(__always)
  static func search(_ reference: Reference, one object: ObjectRef) -> Definition? {
    if reference.skipProgram && object.pointee.kind == ObjectKind.program { return nil }
    guard let symbol = Lookup.find(reference, in: object) else { return nil }
    if symbol.pointee.binding == SymbolBinding.unique { return UniqueSymbols.claim(object, symbol, reference.name) }
    return Definition(object: object, symbol: symbol)
  }

  private static func searchLocal(_ reference: Reference, _ object: ObjectRef) -> Definition? {
    var index: UInt = 0
    while index < object.pointee.scopes.count {
      if let found = search(reference, object.pointee.scopes[index].pointee.searchList) { return found }
      index = index &+ 1
    }
    return nil
  }

  /// Whether an object of the program's own, before the libc in the search order, defines `name`: then musl must use that one too.
  static func interposer(of name: Text) -> Definition? {
    var reference = Reference(name: name)
    reference.newest = false
    var index: UInt = 0
    while index < global.count {
      let object = global[index]
      if object.pointee.kind == ObjectKind.shim || object.pointee.kind == ObjectKind.musl { break }
      if object.pointee.kind != ObjectKind.loader, object.pointee.kind != ObjectKind.vdso,
        let symbol = Lookup.find(reference, in: object), !symbol.pointee.isUndefined,
        symbol.pointee.type != SymbolType.tls
      {
        return Definition(object: object, symbol: symbol)
      }
      index = index &+ 1
    }
    // The shim's allocator is musl's as well: what musl hands out, the program frees.
    guard isInterposable(reference), let shim = Process.shim, let symbol = Lookup.find(reference, in: shim) else { return nil }
    return Definition(object: shim, symbol: symbol)
  }
}
