// What would be loaded from where, instead of running the program: --list and LD_TRACE_LOADED_OBJECTS, which ldd(1) asks
// with; with LD_WARN also what nobody defines, with LD_VERBOSE which versions are asked of whom.

enum Listing {
  nonisolated(unsafe) static var isWanted = false
  /// LD_WARN: references to data (ldd -d), and with LD_BIND_NOW to functions as well (ldd -r).
  nonisolated(unsafe) static var warns = false
  nonisolated(unsafe) static var isVerbose = false

  /// A name of DT_NEEDED for which no file is loaded: one of the libc's, which the shim answers to, or one that is not
  /// found.
  private struct Name {
    var text: Text
    var isLibc: Bool
    /// The object that was loaded last before: it stands there in the list.
    var after: ObjectRef?
  }
  nonisolated(unsafe) private static var names = List<Name>()

  static func readEnvironment() {
    if Process.variable("LD_TRACE_LOADED_OBJECTS") != nil { isWanted = true }
    if !isWanted { return }
    if let value = Process.variable("LD_WARN"), value.pointee != 0 { warns = true }
    if let value = Process.variable("LD_VERBOSE"), value.pointee != 0 { isVerbose = true }
  }

  static func note(_ name: Text, isLibc: Bool) {
    if isLibc && equal(lastComponent(name), to: "ld-linux-x86-64.so.2") { return }
    var index: UInt = 0
    while index < names.count {
      if equal(names[index].text, name) { return }
      index = index &+ 1
    }
    names.append(Name(text: name, isLibc: isLibc, after: Process.lastObject))
  }

  /// Prints the list and ends the process, where that is what the loader was started for.
  static func print() {
    if !isWanted { return }
    var line = Message(capacity: 16384)
    var next = Process.firstObject
    while let object = next {
      if object.pointee.kind != ObjectKind.program && !(object.pointee.kind == ObjectKind.shim && hasLibcName()) {
        let isNamed = object.pointee.kind != ObjectKind.vdso && object.pointee.kind != ObjectKind.loader
        print(object, isNamed ? object.pointee.soname : nil, &line)
      }
      printNames(after: object, &line)
      next = object.pointee.next
    }
    if warns { printUndefined(&line) }
    if isVerbose { printVersions(&line) }
    exitProcess(0)
  }

  private static func hasLibcName() -> Bool {
    var index: UInt = 0
    while index < names.count { if names[index].isLibc { return true }; index = index &+ 1 }
    return false
  }

  private static func print(_ object: ObjectRef, _ name: Text?, _ line: inout Message) {
    line.clear()
    line.add("\t")
    if let name {
      line.append(name)
      line.add(" => ")
    }
    line.append(object.pointee.name)
    line.add(" (0x")
    line.append(number: object.pointee.base, radix: 16, width: 16)
    line.add(")\n")
    line.write(to: 1)
  }

  private static func printNames(after object: ObjectRef, _ line: inout Message) {
    var index: UInt = 0
    while index < names.count {
      let name = names[index]
      index = index &+ 1
      if name.after != object { continue }
      if name.isLibc, let shim = Process.shim { print(shim, name.text, &line); continue }
      line.clear()
      line.add("\t")
      line.append(name.text)
      line.add(" => not found\n")
      line.write(to: 1)
    }
  }

  /// Every reference that would have no definition, in the order in which relocations would ask.
  private static func printUndefined(_ line: inout Message) {
    var next = Process.lastObject
    while let object = next {
      if object.pointee.kind == ObjectKind.library { printUndefined(object, &line) }
      next = object.pointee.previous
    }
    if let program = Process.program { printUndefined(program, &line) }
  }

  private static func printUndefined(_ object: ObjectRef, _ line: inout Message) {
    printUndefined(object, object.pointee.rela, object.pointee.relaCount, &line)
    if Process.bindNow { printUndefined(object, object.pointee.jumpRela, object.pointee.jumpRelaCount, &line) }
  }

  private static func printUndefined(_ object: ObjectRef, _ table: UInt, _ count: UInt, _ line: inout Message) {
    var index: UInt = 0
    var last: UInt32 = 0
    while index < count {
      let relocation: Relocation = read(table &+ index &* 24)
      index = index &+ 1
      // Relocations of one symbol in a row are one reference: the two words of a thread-local variable.
      if relocation.symbol == 0 || relocation.symbol == last { continue }
      last = relocation.symbol
      guard case .missing = Binding.bind(object, UInt(relocation.symbol), relocation.type) else { continue }
      line.clear()
      line.add("undefined symbol: ")
      line.append(object.pointee.strings + Int((object.pointee.symbols + Int(relocation.symbol)).pointee.name))
      line.add("\t(")
      line.append(object.pointee.kind == ObjectKind.program ? object.pointee.path : object.pointee.name)
      line.add(")\n")
      line.write(to: 1)
    }
  }

  private static func printVersions(_ line: inout Message) {
    var hasTitle = false
    var next = Process.firstObject
    while let object = next {
      next = object.pointee.next
      if object.pointee.kind > ObjectKind.library || object.pointee.versionNeeds == 0 { continue }
      line.clear()
      if !hasTitle { line.add("\n\tVersion information:\n") }
      hasTitle = true
      line.add("\t")
      line.append(object.pointee.kind == ObjectKind.program ? object.pointee.path : object.pointee.name)
      line.add(":\n")
      line.write(to: 1)
      VersionCheck.visit(object) { file, version in
        line.clear()
        line.add("\t\t")
        line.append(file)
        line.add(" (")
        line.append(version)
        line.add(") => ")
        if let provider = VersionCheck.provider(object, file) {
          line.append(provider.pointee.name)
        } else if PseudoLibc.isMember(file), let shim = Process.shim {
          line.append(shim.pointee.name)
        } else {
          line.add("not found")
        }
        line.add("\n")
        line.write(to: 1)
      }
    }
  }
}
