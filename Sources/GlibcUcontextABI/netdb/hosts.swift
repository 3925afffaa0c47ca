// <netdb.h>: /etc/hosts read through. Look-ups by name are musl's, those by address are in hostaddress.swift.
import CGlibcABI
import CMusl

let hostTable: StaticString = "/etc/hosts"
nonisolated(unsafe) private var cursor: OpaquePointer?
nonisolated(unsafe) private var shared = GrowingBuffer()
nonisolated(unsafe) private var sharedEntry = hostent()
nonisolated(unsafe) private var sharedResult: UnsafeMutablePointer<hostent>?
public typealias HostEntry = UnsafeMutablePointer<hostent>
public typealias HostResult = UnsafeMutablePointer<UnsafeMutablePointer<hostent>?>

// The words are address, name, aliases. The address in binary takes the place of its text, which is never shorter than it needs.
func fillHost(_ words: Words, _ entry: HostEntry, _ room: (Text, Int)) -> Bool {
  guard let address = words.words[0], let name = words.words[1] else { return false }
  var bytes: (UInt64, UInt64) = (0, 0)
  var size: CInt = 4
  var family = AF_INET
  if inet_pton(AF_INET, address, &bytes) != 1 {
    guard inet_pton(AF_INET6, address, &bytes) == 1 else { return false }
    size = 16
    family = AF_INET6
  }
  // The list of addresses and the address itself stand in front of the line's text.
  let start = UnsafeMutableRawPointer(room.0)
  let list = start.assumingMemoryBound(to: Text?.self)
  let binary = start + 16
  withUnsafeBytes(of: &bytes) { binary.copyMemory(from: $0.baseAddress!, byteCount: Int(size)) }
  list[0] = binary.assumingMemoryBound(to: CChar.self)
  list[1] = nil
  entry.pointee.h_name = name
  entry.pointee.h_aliases = words.words + 2
  entry.pointee.h_addrtype = family
  entry.pointee.h_length = size
  entry.pointee.h_addr_list = list
  return true
}

/// Back to the table's start. Source: sethostent(3).
@c(sethostent)
public func setHost(_ stayOpen: CInt) { rewindTable(&cursor, close: false) }

/// Closes the table. Source: endhostent(3).
@c(endhostent)
public func endHost() { rewindTable(&cursor, close: true) }

/// The next line of /etc/hosts. 0, ENOENT at the end, ERANGE; *error is an h_errno value. Source: gethostent_r(3).
@c(gethostent_r)
public func nextHost(
  _ entry: HostEntry, _ buffer: Text, _ room: Int, _ result: HostResult, _ error: UnsafeMutablePointer<CInt>
) -> CInt {
  result.pointee = nil
  // Room for two pointers and the longest address, aligned.
  let skip = (8 - Int(bitPattern: buffer) & 7) & 7
  let head = skip + 32
  guard room > head else {
    error.pointee = -1
    return ERANGE
  }
  let outcome = nextEntry(&cursor, hostTable, buffer + head, room - head) { fillHost($0, entry, (buffer + skip, 32)) }
  if case .found = outcome { result.pointee = entry } else { error.pointee = HOST_NOT_FOUND }
  if case .tooSmall = outcome { error.pointee = -1 }
  return nextCode(outcome)
}

/// The next line of /etc/hosts in static storage, NULL at the end. Source: gethostent(3).
@c(gethostent)
public func getHost() -> HostEntry? {
  withUnsafeMutablePointer(to: &sharedEntry) { entry in
    _ = shared.run { nextHost(entry, $0, $1, &sharedResult, __h_errno_location()) }
    return sharedResult
  }
}
