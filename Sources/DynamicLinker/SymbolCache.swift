// Most libraries ask for the same few hundred functions. While many objects are relocated in one go, what the global
// scope answered is remembered by name and version.

enum SymbolCache {
  private struct Entry {
    var hash: UInt32
    var mustBeDefined: Bool
    var name: Text?
    var version: UnsafeMutablePointer<Version>?
    var definition: Definition?
  }

  private static let capacity: UInt = 8192
  nonisolated(unsafe) private static var base: UInt = 0

  /// From here on answers are remembered: the global scope must not change until `stop`.
  static func start() {
    if base == 0 { base = address(of: Arena.allocate(Entry.self, capacity)) }
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
    let entry = slot.pointee
    if let name = entry.name, entry.hash == reference.hash, entry.mustBeDefined == reference.mustBeDefined,
      equal(name, reference.name),
      same(entry.version, reference.version)
    {
      return entry.definition ?? Scope.resolve(reference, from: object)
    }
    guard let found = Scope.resolve(reference, from: object) else { return nil }
    // Only what the global scope answers is the same for everyone.
    if found.object.pointee.isGlobal {
      slot.pointee = Entry(
        hash: reference.hash, mustBeDefined: reference.mustBeDefined, name: reference.name,
        version: reference.version, definition: found)
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
