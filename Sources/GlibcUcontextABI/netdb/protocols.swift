// <netdb.h>: /etc/protocols.
import CGlibcABI
import CMusl

private let path: StaticString = "/etc/protocols"
nonisolated(unsafe) private var cursor: OpaquePointer?
nonisolated(unsafe) private var shared = GrowingBuffer()
nonisolated(unsafe) private var sharedEntry = protoent()
nonisolated(unsafe) private var sharedResult: UnsafeMutablePointer<protoent>?
public typealias ProtocolEntry = UnsafeMutablePointer<protoent>
public typealias ProtocolResult = UnsafeMutablePointer<UnsafeMutablePointer<protoent>?>

private func fill(_ words: Words, _ entry: ProtocolEntry) -> Bool {
  guard let name = words.words[0], let word = words.words[1] else { return false }
  guard let number = wholeNumber(word) else { return false }
  entry.pointee.p_name = name
  entry.pointee.p_proto = CInt(truncatingIfNeeded: number)
  entry.pointee.p_aliases = words.words + 2
  return true
}

/// Back to the table's start. Source: setprotoent(3).
@c(setprotoent)
public func setProtocol(_ stayOpen: CInt) { rewindTable(&cursor, close: false) }

/// Closes the table. Source: endprotoent(3).
@c(endprotoent)
public func endProtocol() { rewindTable(&cursor, close: true) }

/// The next entry. 0, ENOENT at the end, ERANGE. Source: getprotoent_r(3).
@c(getprotoent_r)
public func nextProtocol(_ entry: ProtocolEntry, _ buffer: Text, _ room: Int, _ result: ProtocolResult) -> CInt {
  let outcome = nextEntry(&cursor, path, buffer, room) { fill($0, entry) }
  if case .found = outcome { result.pointee = entry } else { result.pointee = nil }
  return nextCode(outcome)
}

/// The next entry in static storage, NULL at the end. Source: getprotoent(3).
@c(getprotoent)
public func getProtocol() -> ProtocolEntry? {
  withUnsafeMutablePointer(to: &sharedEntry) { entry in
    _ = shared.run { nextProtocol(entry, $0, $1, &sharedResult) }
    return sharedResult
  }
}

/// The protocol of a name or alias. 0 with *result NULL where there is none, ERANGE, or why the table cannot be read. Source: getprotobyname_r(3).
@c(getprotobyname_r)
public func protocolByNameReentrant(
  _ name: ConstText, _ entry: ProtocolEntry, _ buffer: Text, _ room: Int, _ result: ProtocolResult
) -> CInt {
  let outcome = lookUp(path, buffer, room) { fill($0, entry) && isNamed($0, name) }
  if case .found = outcome { result.pointee = entry } else { result.pointee = nil }
  return lookUpCode(outcome)
}

/// The same in static storage. Source: getprotobyname(3).
@c(getprotobyname)
public func protocolByName(_ name: ConstText) -> ProtocolEntry? {
  withUnsafeMutablePointer(to: &sharedEntry) { entry in
    guard shared.run({ protocolByNameReentrant(name, entry, $0, $1, &sharedResult) }) else { return nil }
    return sharedResult
  }
}

/// The protocol of a number. 0 with *result NULL where there is none, ERANGE, or why the table cannot be read. Source: getprotobynumber_r(3).
@c(getprotobynumber_r)
public func protocolByNumberReentrant(
  _ number: CInt, _ entry: ProtocolEntry, _ buffer: Text, _ room: Int, _ result: ProtocolResult
) -> CInt {
  let outcome = lookUp(path, buffer, room) { fill($0, entry) && entry.pointee.p_proto == number }
  if case .found = outcome { result.pointee = entry } else { result.pointee = nil }
  return lookUpCode(outcome)
}

/// The same in static storage. Source: getprotobynumber(3).
@c(getprotobynumber)
public func protocolByNumber(_ number: CInt) -> ProtocolEntry? {
  withUnsafeMutablePointer(to: &sharedEntry) { entry in
    guard shared.run({ protocolByNumberReentrant(number, entry, $0, $1, &sharedResult) }) else { return nil }
    return sharedResult
  }
}
