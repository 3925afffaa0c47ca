// <netdb.h>: /etc/services.
import CGlibcABI
import CMusl

private let path: StaticString = "/etc/services"
nonisolated(unsafe) private var cursor: OpaquePointer?
nonisolated(unsafe) private var shared = GrowingBuffer()
nonisolated(unsafe) private var sharedEntry = servent()
nonisolated(unsafe) private var sharedResult: UnsafeMutablePointer<servent>?
public typealias ServiceEntry = UnsafeMutablePointer<servent>
public typealias ServiceResult = UnsafeMutablePointer<UnsafeMutablePointer<servent>?>

private func fill(_ words: Words, _ entry: ServiceEntry) -> Bool {
  guard let name = words.words[0], let word = words.words[1] else { return false }
  // "port/protocol": the slash becomes the end of the number.
  guard let slash = strchr(word, 0x2f) else { return false }
  slash[0] = 0
  guard let port = wholeNumber(word) else { return false }
  entry.pointee.s_name = name
  entry.pointee.s_port = CInt(UInt16(truncatingIfNeeded: port).bigEndian)
  entry.pointee.s_proto = slash + 1
  entry.pointee.s_aliases = words.words + 2
  return true
}

/// Back to the table's start. Source: setservent(3).
@c(setservent)
public func setService(_ stayOpen: CInt) { rewindTable(&cursor, close: false) }

/// Closes the table. Source: endservent(3).
@c(endservent)
public func endService() { rewindTable(&cursor, close: true) }

/// The next entry. 0, ENOENT at the end, ERANGE. Source: getservent_r(3).
@c(getservent_r)
public func nextService(_ entry: ServiceEntry, _ buffer: Text, _ room: Int, _ result: ServiceResult) -> CInt {
  let outcome = nextEntry(&cursor, path, buffer, room) { fill($0, entry) }
  if case .found = outcome { result.pointee = entry } else { result.pointee = nil }
  return nextCode(outcome)
}

/// The next entry in static storage, NULL at the end. Source: getservent(3).
@c(getservent)
public func getService() -> ServiceEntry? {
  withUnsafeMutablePointer(to: &sharedEntry) { entry in
    _ = shared.run { nextService(entry, $0, $1, &sharedResult) }
    return sharedResult
  }
}

/// The service of a name or alias, of any protocol where `proto` is NULL. 0 with *result NULL where there is none, ERANGE, or why the table cannot be read. Source: getservbyname_r(3).
@c(getservbyname_r)
public func serviceByNameReentrant(
  _ name: ConstText, _ proto: ConstText?, _ entry: ServiceEntry, _ buffer: Text, _ room: Int, _ result: ServiceResult
) -> CInt {
  let outcome = lookUp(path, buffer, room) { fill($0, entry) && isNamed($0, name) && isProtocol(entry, proto) }
  if case .found = outcome { result.pointee = entry } else { result.pointee = nil }
  return lookUpCode(outcome)
}

/// The same in static storage. Source: getservbyname(3).
@c(getservbyname)
public func serviceByName(_ name: ConstText, _ proto: ConstText?) -> ServiceEntry? {
  withUnsafeMutablePointer(to: &sharedEntry) { entry in
    guard shared.run({ serviceByNameReentrant(name, proto, entry, $0, $1, &sharedResult) }) else { return nil }
    return sharedResult
  }
}

/// The service of a port in network byte order. 0 with *result NULL where there is none, ERANGE, or why the table cannot be read. Source: getservbyport_r(3).
@c(getservbyport_r)
public func serviceByPortReentrant(
  _ port: CInt, _ proto: ConstText?, _ entry: ServiceEntry, _ buffer: Text, _ room: Int, _ result: ServiceResult
) -> CInt {
  let outcome = lookUp(path, buffer, room) { fill($0, entry) && entry.pointee.s_port == port && isProtocol(entry, proto) }
  if case .found = outcome { result.pointee = entry } else { result.pointee = nil }
  return lookUpCode(outcome)
}

/// The same in static storage. Source: getservbyport(3).
@c(getservbyport)
public func serviceByPort(_ port: CInt, _ proto: ConstText?) -> ServiceEntry? {
  withUnsafeMutablePointer(to: &sharedEntry) { entry in
    guard shared.run({ serviceByPortReentrant(port, proto, entry, $0, $1, &sharedResult) }) else { return nil }
    return sharedResult
  }
}

private func isProtocol(_ entry: ServiceEntry, _ proto: ConstText?) -> Bool {
  guard let proto else { return true }
  return strcmp(entry.pointee.s_proto, proto) == 0
}
