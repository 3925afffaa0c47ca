// What the assembly files define: the only declarations that Swift takes on trust.

@_extern(c, "glibc_compat_syscall")
func systemCall(_ number: Int, _ a: Int, _ b: Int, _ c: Int, _ d: Int, _ e: Int, _ f: Int) -> Int
@_extern(c, "glibc_compat_thread_pointer") func threadPointer() -> UInt
@_extern(c, "glibc_compat_cpuid")
func cpuid(_ leaf: UInt32, _ subleaf: UInt32, _ registers: UnsafeMutablePointer<UInt32>)
@_extern(c, "glibc_compat_xgetbv") func extendedControl() -> UInt32

@_extern(c, "glibc_compat_exchange") func compareExchange(_ place: UInt, _ expected: Int32, _ desired: Int32) -> Int32

@_extern(c, "memcpy") @discardableResult
func memcpy(_ to: UnsafeMutableRawPointer, _ from: UnsafeRawPointer, _ count: UInt) -> UnsafeMutableRawPointer
@_extern(c, "memset") @discardableResult
func memset(_ to: UnsafeMutableRawPointer, _ byte: Int32, _ count: UInt) -> UnsafeMutableRawPointer
@_extern(c, "memcmp")
func memcmp(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ count: UInt) -> Int32
@_extern(c, "strlen") func strlen(_ text: UnsafePointer<UInt8>) -> UInt

// Code whose address is what matters.
@_extern(c, "glibc_compat_musl_ready") func muslReadyEntry()
@_extern(c, "glibc_compat_resolve_lazily") func lazyResolverEntry()
@_extern(c, "glibc_compat_tlsdesc_static") func staticDescriptorEntry()
@_extern(c, "glibc_compat_tlsdesc_undefined") func undefinedDescriptorEntry()
@_extern(c, "glibc_compat_tlsdesc_dynamic") func dynamicDescriptorEntry()
@_extern(c, "_dl_debug_state") func debuggerBreakpoint()

/// Number of entries in the table of stubs.S.
let missingStubCount = 2048
/// Bytes per entry of that table.
let missingStubSize: UInt = 10

typealias CFunction = @convention(c) () -> Void

/// The address of a function that assembly or Swift defines.
@inline(__always)
func address(of function: CFunction) -> UInt { unsafeBitCast(function, to: UInt.self) }

// Data in data.S: found through functions, because Swift cannot declare another language's variable.
@_extern(c, "glibc_compat_data") func sharedData(_ which: Int) -> UnsafeMutableRawPointer

/// What `sharedData` knows, in the order of the table in data.S.
enum SharedData {
  static var interface: UnsafeMutableRawPointer { sharedData(0) }
  static var debuggerRecord: UnsafeMutableRawPointer { sharedData(1) }
  static var stackEnd: UnsafeMutableRawPointer { sharedData(2) }
  static var slotOffset: UnsafeMutablePointer<Int> { sharedData(3).assumingMemoryBound(to: Int.self) }
  static var saveSize: UnsafeMutablePointer<UInt> { sharedData(4).assumingMemoryBound(to: UInt.self) }
  static var saveMask: UnsafeMutablePointer<UInt> { sharedData(5).assumingMemoryBound(to: UInt.self) }
  static var hasCompactSave: UnsafeMutablePointer<UInt> { sharedData(6).assumingMemoryBound(to: UInt.self) }
  static var libraryDirectory: Text { UnsafePointer(sharedData(7).assumingMemoryBound(to: UInt8.self)) }
  static var ownHeader: UInt { UInt(bitPattern: sharedData(8)) }
  static var missingStubs: UInt { UInt(bitPattern: sharedData(10)) }
  static var ownDynamic: UInt { UInt(bitPattern: sharedData(9)) }
}
