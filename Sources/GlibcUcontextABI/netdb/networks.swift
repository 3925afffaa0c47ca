// <netdb.h>: /etc/networks.
import CGlibcABI
import CMusl

private let path: StaticString = "/etc/networks"
nonisolated(unsafe) private var cursor: OpaquePointer?
nonisolated(unsafe) private var shared = GrowingBuffer()
nonisolated(unsafe) private var sharedEntry = netent()
nonisolated(unsafe) private var sharedResult: UnsafeMutablePointer<netent>?
public typealias NetworkEntry = UnsafeMutablePointer<netent>
public typealias NetworkResult = UnsafeMutablePointer<UnsafeMutablePointer<netent>?>

private func fill(_ words: Words, _ entry: NetworkEntry) -> Bool {
  guard let name = words.words[0], let word = words.words[1] else { return false }
  var address = in_addr()
  // A network address may leave its last bytes out: they are appended as zeros and shifted away again.
  guard inet_aton(word, &address) != 0 || wholeNumber(word) != nil else { return false }
  entry.pointee.n_name = name
  entry.pointee.n_addrtype = AF_INET
  entry.pointee.n_net = inet_network(word)
  entry.pointee.n_aliases = words.words + 2
  return true
}

/// Back to the table's start. Source: setnetent(3).
@c(setnetent)
public func setNetwork(_ stayOpen: CInt) { rewindTable(&cursor, close: false) }

/// Closes the table. Source: endnetent(3).
@c(endnetent)
public func endNetwork() { rewindTable(&cursor, close: true) }

/// The next entry. 0, ENOENT at the end, ERANGE. Source: getnetent_r(3).
@c(getnetent_r)
public func nextNetwork(_ entry: NetworkEntry, _ buffer: Text, _ room: Int, _ result: NetworkResult, _ error: UnsafeMutablePointer<CInt>) -> CInt {
  let outcome = nextEntry(&cursor, path, buffer, room) { fill($0, entry) }
  if case .found = outcome { result.pointee = entry } else { result.pointee = nil }
  return nextCode(outcome)
}

/// The next entry in static storage, NULL at the end. Source: getnetent(3).
@c(getnetent)
public func getNetwork() -> NetworkEntry? {
  withUnsafeMutablePointer(to: &sharedEntry) { entry in
    _ = shared.run { nextNetwork(entry, $0, $1, &sharedResult, __h_errno_location()) }
    return sharedResult
  }
}

// Networks report through h_errno as well: 0, or HOST_NOT_FOUND, or TRY_AGAIN for a small buffer.
private func networkError(_ outcome: TableResult) -> CInt {
  switch outcome {
  case .found: return 0
  case .absent: return HOST_NOT_FOUND
  case .tooSmall: return -1
  case .unavailable: return 0  // no table: *error keeps its value
  }
}

private func search(
  _ entry: NetworkEntry, _ buffer: Text, _ room: Int, _ result: NetworkResult, _ error: UnsafeMutablePointer<CInt>,
  _ matches: (Words) -> Bool
) -> CInt {
  let outcome = lookUp(path, buffer, room) { fill($0, entry) && matches($0) }
  if case .found = outcome { result.pointee = entry } else { result.pointee = nil }
  let code = networkError(outcome)
  if code != 0 { error.pointee = code }
  return lookUpCode(outcome)
}

/// The network of a name or alias; *error is an h_errno value. Source: getnetbyname_r(3).
@c(getnetbyname_r)
public func networkByNameReentrant(
  _ name: ConstText, _ entry: NetworkEntry, _ buffer: Text, _ room: Int, _ result: NetworkResult, _ error: UnsafeMutablePointer<CInt>
) -> CInt {
  search(entry, buffer, room, result, error) { isNamed($0, name) }
}

/// The network of a number. Source: getnetbyaddr_r(3).
@c(getnetbyaddr_r)
public func networkByAddressReentrant(
  _ number: UInt32, _ type: CInt, _ entry: NetworkEntry, _ buffer: Text, _ room: Int, _ result: NetworkResult,
  _ error: UnsafeMutablePointer<CInt>
) -> CInt {
  search(entry, buffer, room, result, error) { _ in
    // glibc compares without the zero bytes at the end.
    entry.pointee.n_net == number && (type == AF_UNSPEC || type == AF_INET)
  }
}

/// The same in static storage. Source: getnetbyname(3).
@c(getnetbyname)
public func networkByName(_ name: ConstText) -> NetworkEntry? {
  withUnsafeMutablePointer(to: &sharedEntry) { entry in
    guard shared.run({ networkByNameReentrant(name, entry, $0, $1, &sharedResult, __h_errno_location()) }) else { return nil }
    return sharedResult
  }
}

/// The same in static storage. Source: getnetbyaddr(3).
@c(getnetbyaddr)
public func networkByAddress(_ number: UInt32, _ type: CInt) -> NetworkEntry? {
  withUnsafeMutablePointer(to: &sharedEntry) { entry in
    guard shared.run({ networkByAddressReentrant(number, type, entry, $0, $1, &sharedResult, __h_errno_location()) }) else {
      return nil
    }
    return sharedResult
  }
}
