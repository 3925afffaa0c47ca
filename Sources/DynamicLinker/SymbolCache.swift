// Most libraries ask for the same few hundred functions. While many objects are relocated in one go, what the global
// scope answered is remembered by name and version.

enum SymbolCache {
  private struct Entry {
    var hash: UInt32
    var mustBeDefined: Bool
    var name: Text?
    var version: UnsafeMutablePointer<Version>?
    var object: ObjectRef?
    var symbol: UnsafeMutablePointer<Symbol>?
  }

  /// Where so few objects are searched, looking into each is quicker than the faults on the table's fresh pages.
  private static let fewObjects: UInt = 12
  nonisolated(unsafe) private static var capacity: UInt = 0
  nonisolated(unsafe) private static var base: UInt = 0

  /// From here on answers are remembered: the global scope must not change until `stop`.
  static func start() {
    if base != 0 || Scope.global.count <= fewObjects { return }
    capacity = 1024
    while capacity < 8192 && capacity < Scope.global.count &* 64 { capacity = capacity &* 2 }
    base = address(of: Arena.allocate(Entry.self, capacity))
  }

  static func stop() {
    Arena.release(base, capacity &* UInt(bitPattern: MemoryLayout<Entry>.stride))
    base = 0
  }

  static func resolve(_ reference: Reference, from object: ObjectRef) -> Definition? {
    if base == 0 || object.pointee.symbolic || object.pointee.deepBind || object.pointee.kind == ObjectKind.shim
      || reference.skipProgram || object.pointee.isForMusl
    {
      return Scope.resolve(reference, from: object)
    }
    let slot = pointer(base, to: Entry.self) + Int(bitPattern: UInt(reference.hash) & (capacity &- 1))
    if slot.pointee.hash == reference.hash, let name = slot.pointee.name, let known = slot.pointee.object,
      let symbol = slot.pointee.symbol, slot.pointee.mustBeDefined == reference.mustBeDefined,
      equal(name, reference.name), same(slot.pointee.version, reference.version)
    {
      return Definition(object: known, symbol: symbol)
    }
    guard let found = Scope.resolve(reference, from: object) else { return nil }
    // Only what the global scope answers is the same for everyone.
    if found.object.pointee.isGlobal {
      slot.pointee = Entry(
        hash: reference.hash, mustBeDefined: reference.mustBeDefined, name: reference.name,
        version: reference.version, object: found.object, symbol: found.symbol)
    }
    return found
  }

  private static func same(_ a: UnsafeMutablePointer<Version>?, _ b: UnsafeMutablePointer<Version>?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    if a == b { return true }
    guard let x = a.pointee.name, let y = b.pointee.name else { return false }
    return a.pointee.hash == b.pointee.hash && a.pointee.hidden == b.pointee.hidden && equal(x, y)
  }
}
