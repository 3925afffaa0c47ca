// From a name to a loaded object.

enum Libraries {
  /// The object that `name` means to `requester`: one that is loaded already, or a file that is found and mapped now.
  /// Nil with `LastError` set where there is none.
  static func load(_ name: Text, requester: ObjectRef?, isDependency: Bool = false, onlyLoaded: Bool = false)
    -> ObjectRef?
  {
    if PseudoLibc.isMember(name) { return Process.shim }
    if let known = find(named: name) { return known }
    if Trace.shows(Trace.Kind.files) && !onlyLoaded { Trace.wanted(name, requester, isDependency) }
    let hasSlash = firstIndex(of: 0x2f, in: name) != nil
    guard let found = hasSlash ? Search.open(path: name, requester) : Search.find(name, requester) else {
      reportNotFound(name, hasSlash, isDependency, requester)
      return nil
    }
    defer { closeFile(found.file) }
    var identity = FileIdentity()
    let isIdentified = identify(found.file, &identity) == 0
    if isIdentified, let known = find(identity) {
      Objects.addAlias(known, name)
      Arena.release(found.path)
      return known
    }
    if onlyLoaded { Arena.release(found.path); LastError.clear(); return nil }
    guard let object = load(found.file, found.path, identity: isIdentified ? identity : nil) else { return nil }
    if object.pointee.isProgramFile {
      LastError.set(found.path, "cannot dynamically load position-independent executable")
      unmap(object.pointee.mapStart, object.pointee.mapEnd &- object.pointee.mapStart)
      Objects.discard(object)
      return nil
    }
    if Trace.shows(Trace.Kind.files) { Trace.mapped(name, object) }
    object.pointee.requester = requester
    if !hasSlash { Objects.addAlias(object, name) }
    Objects.link(object)
    Dependencies.fresh.append(object)
    return object
  }

  /// Maps an open file. Nil with `LastError` set where it cannot be loaded.
  static func load(
    _ file: Int, _ path: Text, kind: UInt8 = ObjectKind.library, identity known: FileIdentity? = nil,
    allowExecutable: Bool = false
  ) -> ObjectRef? {
    let object = Objects.make(kind, name: path, path: path)
    var identity = known ?? FileIdentity()
    if known == nil && identify(file, &identity) < 0 {
      LastError.set(path, "cannot stat shared object", Failure.inputOutput)
      Objects.discard(object)
      return nil
    }
    if let error = Mapping.map(file, object, identity, allowExecutable: allowExecutable) {
      LastError.set(path, error)
      Objects.discard(object)
      return nil
    }
    if let error = Dynamic.parse(object) {
      unmap(object.pointee.mapStart, object.pointee.mapEnd &- object.pointee.mapStart)
      LastError.set(path, error)
      Objects.discard(object)
      return nil
    }
    return object
  }

  static func find(named name: Text) -> ObjectRef? {
    var next = Process.firstObject
    while let object = next {
      if object.pointee.kind == ObjectKind.library && Objects.isNamed(object, name) { return object }
      next = object.pointee.next
    }
    return nil
  }

  private static func find(_ identity: FileIdentity) -> ObjectRef? {
    var next = Process.firstObject
    while let object = next {
      if object.pointee.inode == identity.inode && object.pointee.device == identity.device && object.pointee.inode != 0
      {
        return object
      }
      next = object.pointee.next
    }
    return nil
  }

  private static func reportNotFound(_ name: Text, _ hasSlash: Bool, _ isDependency: Bool, _ requester: ObjectRef?) {
    let number = Search.errorNumber == 0 ? Failure.noEntry : Search.errorNumber
    LastError.build { line in
      line.append(name)
      line.add(": cannot open shared object file: ")
      line.add(errorText(number))
      if !hasSlash && !Process.running { Search.describe(&line) }
    }
  }
}
