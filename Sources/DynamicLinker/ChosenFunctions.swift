// The shim's functions that are chosen by processor (struct glibc_compat_functions): references bind to the chosen function, not to the
// stub that the shim exports for it. What indirect functions do elsewhere; the shim has none, because musl's own loader, under which it
// can be preloaded, knows none.

enum ChosenFunctions {
  nonisolated(unsafe) private static var first: UInt = 0
  nonisolated(unsafe) private static var size: UInt = 0
  nonisolated(unsafe) private static var stubSize: UInt = 1
  nonisolated(unsafe) private static var chosen: UInt = 0

  /// Once the shim is relocated, before any reference to it is bound.
  static func choose(_ shim: ObjectRef) {
    let name: StaticString = "__glibc_compat_functions"
    var reference = Reference(name: text(name))
    reference.newest = true
    guard let symbol = Lookup.find(reference, in: shim) else { return }
    let record = shim.pointee.at(symbol.pointee.value)
    let stubs: UInt = read(record)
    let sizes: UInt = read(record &+ 8)
    let chooser: UInt = read(record &+ 16)
    if sizes & 0xffff_ffff == 0 || !Dynamic.isCode(shim, chooser) { return }
    chosen = Code.callResolver(chooser)
    stubSize = sizes & 0xffff_ffff
    size = stubSize &* (sizes >> 32)
    first = stubs
  }

  /// The chosen function behind a stub; any other address is itself.
  @inline(__always)
  static func function(at address: UInt) -> UInt {
    let offset = address &- first
    return offset < size ? read(chosen &+ offset / stubSize &* 8) : address
  }
}
