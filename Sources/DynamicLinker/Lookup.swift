// Finding a symbol in one object: name, type, visibility and version, with glibc's rules (elf/dl-lookup.c documents
// them by what it accepts; the gABI and "LSB Symbol Versioning" say the rest).

/// What is looked for.
struct Reference {
  var name: Text
  var hash: UInt32
  var version: UnsafeMutablePointer<Version>? = nil
  /// Without a version: the newest default instead of the oldest (dlsym).
  var newest = false
  /// An undefined symbol with a value, a program's PLT entry, is no answer (JUMP_SLOT, TLS).
  var mustBeDefined = false
  /// COPY: the program's own symbol is no answer.
  var skipProgram = false

  init(name: Text) {
    self.name = name
    hash = gnuHash(name)
  }
}

/// A found symbol and the object that has it.
struct Definition {
  var object: ObjectRef
  var symbol: UnsafeMutablePointer<Symbol>

  var address: UInt {
    symbol.pointee.section == Section.absolute
      ? symbol.pointee.value : ChosenFunctions.function(at: object.pointee.at(symbol.pointee.value))
  }
  var isIndirect: Bool { symbol.pointee.type == SymbolType.indirect && !symbol.pointee.isUndefined }
}

enum Lookup {
  private static let knownTypes: UInt32 = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 5 | 1 << 6 | 1 << 10
  private static let knownBindings: UInt32 = 1 << 1 | 1 << 2 | 1 << 10

  fileprivate enum Match { case no, yes, perhaps }

  /// Looks at one symbol after the other. A symbol with a version is taken for a reference without one only where it is
  /// the only default of that name.
  struct Matcher {
    let reference: Reference
    let object: ObjectRef
    var found: UnsafeMutablePointer<Symbol>? = nil
    fileprivate var candidate: UnsafeMutablePointer<Symbol>? = nil
    fileprivate var candidates = 0

    fileprivate init(reference: Reference, object: ObjectRef) {
      self.reference = reference
      self.object = object
    }

    mutating func takes(_ index: UInt) -> Bool {
      let symbol = object.pointee.symbols + Int(bitPattern: index)
      switch Lookup.match(reference, object, index, symbol) {
      case .no: return false
      case .yes: found = symbol; return true
      case .perhaps:
        if candidates == 0 { candidate = symbol }
        candidates &+= 1
        return false
      }
    }
  }

  @inline(__always)
  static func find(_ reference: Reference, in object: ObjectRef) -> UnsafeMutablePointer<Symbol>? {
    HashTables.mayHave(object, reference.hash) || object.pointee.kind == ObjectKind.musl
      ? findByTable(reference, in: object) : nil
  }

  private static func findByTable(_ reference: Reference, in object: ObjectRef) -> UnsafeMutablePointer<Symbol>? {
    if let version = reference.version, !version.pointee.isLibc, isPseudoLibc(object) { return nil }
    var matcher = Matcher(reference: reference, object: object)
    if object.pointee.gnuTable != 0 {
      // musl is asked in spite of its filter: it may have the name under another one.
      if HashTables.mayHave(object, reference.hash) { HashTables.visitGNU(object, reference.hash, &matcher) }
    } else if object.pointee.sysvTable != 0 {
      HashTables.visitSystemV(object, systemVHash(reference.name), &matcher)
    }
    if matcher.found == nil && matcher.candidates == 1 { matcher.found = matcher.candidate }
    guard let symbol = matcher.found else {
      return object.pointee.kind == ObjectKind.musl ? LargeFile.find(reference, in: object) : nil
    }
    let visibility = symbol.pointee.visibility
    if visibility == SymbolVisibility.hidden || visibility == SymbolVisibility.internal_ { return nil }
    return 1 << UInt32(symbol.pointee.binding) & knownBindings != 0 ? symbol : nil
  }

  static func isPseudoLibc(_ object: ObjectRef) -> Bool {
    object.pointee.kind == ObjectKind.loader || object.pointee.kind == ObjectKind.shim
      || object.pointee.kind == ObjectKind.musl
  }

  /// The shim's version node for musl's loader, which binds by name: what glibc has as hidden old versions only.
  private static func isForMusl(_ version: Text) -> Bool { equal(version, to: "GLIBC_COMPAT_BY_NAME") }

  fileprivate static func match(
    _ reference: Reference, _ object: ObjectRef, _ index: UInt, _ symbol: UnsafeMutablePointer<Symbol>
  ) -> Match {
    let type = symbol.pointee.type
    if symbol.pointee.value == 0 && symbol.pointee.section != Section.absolute && type != SymbolType.tls { return .no }
    if symbol.pointee.isUndefined && (reference.mustBeDefined || type == SymbolType.tls || isPseudoLibc(object)) {
      return .no
    }
    if 1 << UInt32(type) & knownTypes == 0 { return .no }
    if UInt(symbol.pointee.name) >= object.pointee.stringsSize { return .no }
    if !equal(object.pointee.strings + Int(symbol.pointee.name), reference.name) { return .no }
    if object.pointee.kind == ObjectKind.loader || object.pointee.kind == ObjectKind.musl { return .yes }
    if object.pointee.versionIndexes == 0 { return .yes }

    let raw = read(object.pointee.versionIndexes &+ index &* 2, as: UInt16.self)
    let hidden = raw & 0x8000 != 0
    let number = UInt(raw & 0x7fff)
    var name: Text? = nil
    var hash: UInt32 = 0
    if number < object.pointee.versionCount, let versions = object.pointee.versions {
      name = versions[Int(bitPattern: number)].name
      hash = versions[Int(bitPattern: number)].hash
    }
    guard let wanted = reference.version else {
      if let name, object.pointee.kind == ObjectKind.shim, isForMusl(name) { return .no }
      if number >= (reference.newest ? 2 : 3) { return hidden ? .no : .perhaps }
      return .yes
    }
    if let name, hash == wanted.pointee.hash, let other = wanted.pointee.name, equal(name, other) { return .yes }
    // The shim has each function once where glibc has several versions of the same behaviour: its default answers for
    // all.
    if object.pointee.kind == ObjectKind.shim {
      if let name, isForMusl(name) { return .no }
      return hidden ? .no : .perhaps
    }
    return wanted.pointee.hidden || hash != 0 || hidden ? .no : .yes
  }
}
