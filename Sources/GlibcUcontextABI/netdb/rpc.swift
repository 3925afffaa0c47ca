// <netdb.h>: /etc/rpc.
import CGlibcABI
import CMusl

private let path: StaticString = "/etc/rpc"
nonisolated(unsafe) private var cursor: OpaquePointer?
nonisolated(unsafe) private var shared = GrowingBuffer()
nonisolated(unsafe) private var sharedEntry = rpcent()
nonisolated(unsafe) private var sharedResult: UnsafeMutablePointer<rpcent>?
public typealias RemoteProcedureEntry = UnsafeMutablePointer<rpcent>
public typealias RemoteProcedureResult = UnsafeMutablePointer<UnsafeMutablePointer<rpcent>?>

private func fill(_ words: Words, _ entry: RemoteProcedureEntry) -> Bool {
  guard let name = words.words[0], let word = words.words[1] else { return false }
  guard let number = wholeNumber(word) else { return false }
  entry.pointee.r_name = name
  entry.pointee.r_number = CInt(truncatingIfNeeded: number)
  entry.pointee.r_aliases = words.words + 2
  return true
}

/// Back to the table's start. Source: setrpcent(3).
@c(setrpcent)
public func setRemoteProcedure(_ stayOpen: CInt) { rewindTable(&cursor, close: false) }

/// Closes the table. Source: endrpcent(3).
@c(endrpcent)
public func endRemoteProcedure() { rewindTable(&cursor, close: true) }

/// The next entry. 0, ENOENT at the end, ERANGE. Source: getrpcent_r(3).
@c(getrpcent_r)
public func nextRemoteProcedure(_ entry: RemoteProcedureEntry, _ buffer: Text, _ room: Int, _ result: RemoteProcedureResult) -> CInt {
  let outcome = nextEntry(&cursor, path, buffer, room) { fill($0, entry) }
  if case .found = outcome { result.pointee = entry } else { result.pointee = nil }
  return nextCode(outcome)
}

/// The next entry in static storage, NULL at the end. Source: getrpcent(3).
@c(getrpcent)
public func getRemoteProcedure() -> RemoteProcedureEntry? {
  withUnsafeMutablePointer(to: &sharedEntry) { entry in
    _ = shared.run { nextRemoteProcedure(entry, $0, $1, &sharedResult) }
    return sharedResult
  }
}

/// The program of a name or alias. 0 with *result NULL where there is none, ERANGE, or why the table cannot be read. Source: getrpcbyname_r(3).
@c(getrpcbyname_r)
public func remoteProcedureByNameReentrant(
  _ name: ConstText, _ entry: RemoteProcedureEntry, _ buffer: Text, _ room: Int, _ result: RemoteProcedureResult
) -> CInt {
  let outcome = lookUp(path, buffer, room) { fill($0, entry) && isNamed($0, name) }
  if case .found = outcome { result.pointee = entry } else { result.pointee = nil }
  return lookUpCode(outcome)
}

/// The same in static storage. Source: getrpcbyname(3).
@c(getrpcbyname)
public func remoteProcedureByName(_ name: ConstText) -> RemoteProcedureEntry? {
  withUnsafeMutablePointer(to: &sharedEntry) { entry in
    guard shared.run({ remoteProcedureByNameReentrant(name, entry, $0, $1, &sharedResult) }) else { return nil }
    return sharedResult
  }
}

/// The program of a number. 0 with *result NULL where there is none, ERANGE, or why the table cannot be read. Source: getrpcbynumber_r(3).
@c(getrpcbynumber_r)
public func remoteProcedureByNumberReentrant(
  _ number: CInt, _ entry: RemoteProcedureEntry, _ buffer: Text, _ room: Int, _ result: RemoteProcedureResult
) -> CInt {
  let outcome = lookUp(path, buffer, room) { fill($0, entry) && entry.pointee.r_number == number }
  if case .found = outcome { result.pointee = entry } else { result.pointee = nil }
  return lookUpCode(outcome)
}

/// The same in static storage. Source: getrpcbynumber(3).
@c(getrpcbynumber)
public func remoteProcedureByNumber(_ number: CInt) -> RemoteProcedureEntry? {
  withUnsafeMutablePointer(to: &sharedEntry) { entry in
    guard shared.run({ remoteProcedureByNumberReentrant(number, entry, $0, $1, &sharedResult) }) else { return nil }
    return sharedResult
  }
}
