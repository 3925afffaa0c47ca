// What the runtimes of AddressSanitizer, LeakSanitizer and ThreadSanitizer ask of glibc's loader, beside its public functions: where a thread's
// variables and its record lie. They compute it from %fs:0x10 (ThreadRecordReads), the size of both together, which _dl_get_tls_static_info
// tells, and the size of the record, which is in _thread_db_sizeof_pthread:
//
//     thread pointer - total            thread pointer            thread pointer + record
//     | variables                      | the libc's record of the thread |
//
// Source: compiler-rt, sanitizer_common/sanitizer_linux_libcdep.cpp, InitTlsSize and GetTls; glibc's names are private to it and documented nowhere.

enum Sanitizers {
  /// What musl's record of a thread has had in all releases of 1.2, or less: what is said to belong to it must be there. The same number is in
  /// data.S.
  static let recordSize: UInt = 128

  /// Whether `object` has such a runtime inside: the shared libraries do, and programs that were linked with the static ones. Of these, some
  /// export the runtimes' interface, as clang links them, and all refer to functions that a program may bring (__sanitizer_free_hook).
  static func isRuntime(_ object: ObjectRef) -> Bool {
    if object.pointee.kind > ObjectKind.library { return false }
    if let symbol = Lookup.find(Reference(name: text("__sanitizer_acquire_crash_state")), in: object) {
      return !symbol.pointee.isUndefined
    }
    return object.pointee.kind == ObjectKind.program && refersToOne(object)
  }

  /// Symbols that are not defined stand before those that the hash table knows.
  private static func refersToOne(_ program: ObjectRef) -> Bool {
    if program.pointee.gnuTable == 0 { return false }
    let firstDefined = UInt(read(program.pointee.gnuTable &+ 4, as: UInt32.self))
    var index: UInt = 1
    while index < firstDefined && index < program.pointee.symbolLimit {
      let name = UInt(program.pointee.symbols[Int(bitPattern: index)].name)
      if name < program.pointee.stringsSize
        && hasPrefix(program.pointee.strings + Int(bitPattern: name), "__sanitizer_")
      {
        return true
      }
      index = index &+ 1
    }
    return false
  }
}

/// _dl_get_tls_static_info: the size of a thread's variables and its record, and how both are aligned.
@c(_dl_get_tls_static_info)
public func staticTLSInformation(_ size: UnsafeMutablePointer<UInt>, _ alignment: UnsafeMutablePointer<UInt>) {
  size.pointee = StaticTLS.total &+ Sanitizers.recordSize
  alignment.pointee = StaticTLS.alignment
}
