// dlsym(3) and dlvsym(3).

enum SymbolCalls {
  private static let next = UInt.max

  static func find(_ handle: UInt, _ name: Text, _ version: Text?, _ caller: UInt) -> UInt {
    Process.tables.acquire()
    var reference = Reference(name: name)
    reference.newest = version == nil
    let asking = AddressMap.object(at: caller) ?? Process.program.unsafelyUnwrapped
    var shown = asking
    var wanted = Version()
    if let version {
      wanted = Version(
        name: version, file: nil, hash: systemVHash(version), hidden: true, isLibc: hasPrefix(version, "GLIBC_"))
    }
    let found = withUnsafeMutablePointer(to: &wanted) { pointer -> Definition? in
      if version != nil { reference.version = pointer }
      if handle == 0 {
        return Scope.resolve(
          reference, from: asking.pointee.kind == ObjectKind.shim ? Process.program.unsafelyUnwrapped : asking)
      }
      if handle == next { return findNext(reference, asking) }
      guard let object = Handles.object(UnsafeMutableRawPointer(bitPattern: handle)) else { return nil }
      shown = object
      return Scope.search(reference, object.pointee.kind == ObjectKind.program ? Scope.global : list(object))
    }
    guard let found else {
      LastError.build { line in
        line.append(shown.pointee.shownName)
        line.add(": undefined symbol: ")
        line.append(name)
        if let version {
          line.add(", version ")
          line.append(version)
        }
      }
      ThreadError.keep()
      Process.tables.release()
      return 0
    }
    if Trace.shows(Trace.Kind.bindings) && asking.pointee.kind != ObjectKind.shim {
      Trace.binding(shown, found.object, reference)
    }
    if handle == 0 && found.object != asking { Dependencies.noteBinding(asking, found.object) }
    if found.symbol.pointee.type == SymbolType.tls {
      let address = ThreadModules.block(found.object.pointee.tlsModule) &+ MuslErrno.value(found)
      Process.tables.release()
      return address
    }
    Process.tables.release()
    return found.isIndirect ? Code.callResolver(found.address) : found.address
  }

  private static func list(_ object: ObjectRef) -> List<ObjectRef> {
    if object.pointee.searchList.count > 0 { return object.pointee.searchList }
    // The pseudo-libc and libraries that were there at the start have no list of their own until they are asked.
    if Lookup.isPseudoLibc(object) {
      PseudoLibc.appendMembers(to: &object.pointee.searchList)
    } else if object.pointee.kind == ObjectKind.library {
      _ = Dependencies.loadClosure(object)
    }
    return object.pointee.searchList
  }

  /// RTLD_NEXT: what comes after the caller in the scope that it was loaded into; musl's for the shim.
  private static func findNext(_ reference: Reference, _ asking: ObjectRef) -> Definition? {
    if asking.pointee.kind == ObjectKind.shim { return Scope.search(reference, one: Process.musl.unsafelyUnwrapped) }
    if let found = find(reference, after: asking, in: Scope.global) { return found }
    var index: UInt = 0
    while index < asking.pointee.scopes.count {
      if let found = find(reference, after: asking, in: asking.pointee.scopes[index].pointee.searchList) {
        return found
      }
      index = index &+ 1
    }
    return nil
  }

  private static func find(_ reference: Reference, after object: ObjectRef, in list: List<ObjectRef>) -> Definition? {
    var index: UInt = 0
    while index < list.count && list[index] != object { index = index &+ 1 }
    index = index &+ 1
    while index < list.count {
      if let found = Scope.search(reference, one: list[index]) { return found }
      index = index &+ 1
    }
    return nil
  }
}

@c(glibc_compat_dlsym)
public func dlsym(_ handle: UInt, _ name: UnsafePointer<UInt8>, _ caller: UInt) -> UInt {
  SymbolCalls.find(handle, name, nil, caller)
}

@c(glibc_compat_dlvsym)
public func dlvsym(_ handle: UInt, _ name: UnsafePointer<UInt8>, _ version: UnsafePointer<UInt8>, _ caller: UInt)
  -> UInt
{
  SymbolCalls.find(handle, name, version, caller)
}
