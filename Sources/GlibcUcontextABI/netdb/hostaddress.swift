// <netdb.h>: the name of an address: /etc/hosts, then DNS. musl answers with the address itself where there is no name.
import CGlibcABI
import CMusl

nonisolated(unsafe) private var lock = pthread_mutex_t()
nonisolated(unsafe) private var shared = GrowingBuffer()
nonisolated(unsafe) private var sharedEntry = hostent()
nonisolated(unsafe) private var sharedResult: UnsafeMutablePointer<hostent>?

/// NETDB_INTERNAL: errno says why.
private let internalError: CInt = -1
/// Two pointers and the longest address, at the start of a caller's room.
private let headSize = 32

/// Whose name is asked for: a copy, as the caller's address may lie in an earlier result, which this one takes the place of.
private struct Address {
  private(set) var bytes = InlineArray<16, UInt8>(repeating: 0)
  let family: CInt
  let length: socklen_t
  var size: Int { family == AF_INET ? 4 : 16 }

  /// nil and EAFNOSUPPORT for what no table holds.
  init?(_ address: UnsafeRawPointer, _ length: socklen_t, _ family: CInt) {
    self.family = family
    self.length = length
    guard (family == AF_INET && length >= 4) || (family == AF_INET6 && length >= 16) else {
      errno = EAFNOSUPPORT
      return nil
    }
    for i in 0..<size { bytes[i] = address.load(fromByteOffset: i, as: UInt8.self) }
  }

  /// ::, which is no host's.
  var isUnspecified: Bool {
    if family == AF_INET { return false }
    for i in 0..<16 where bytes[i] != 0 { return false }
    return true
  }

  func isThat(of entry: HostEntry) -> Bool {
    guard entry.pointee.h_addrtype == family, length == size, let other = entry.pointee.h_addr_list[0] else { return false }
    for i in 0..<size where UInt8(bitPattern: other[i]) != bytes[i] { return false }
    return true
  }

  func write(_ to: UnsafeMutableRawPointer) {
    for i in 0..<size { to.storeBytes(of: bytes[i], toByteOffset: i, as: UInt8.self) }
  }

  /// The domain under which DNS keeps names of addresses: 1.0.0.127.in-addr.arpa. At most 73 bytes.
  func writeDomain(_ to: UnsafeMutablePointer<CChar>) {
    var at = to
    func put(_ byte: UInt8) {
      at.pointee = CChar(bitPattern: byte)
      at += 1
    }
    for i in stride(from: size - 1, through: 0, by: -1) {
      if family == AF_INET {
        if bytes[i] > 99 { put(0x30 + bytes[i] / 100) }
        if bytes[i] > 9 { put(0x30 + bytes[i] / 10 % 10) }
        put(0x30 + bytes[i] % 10)
        put(0x2e)
      } else {
        for shift in stride(from: UInt8(0), through: 4, by: 4) {
          let digit = bytes[i] >> shift & 15
          put(digit < 10 ? 0x30 + digit : 0x57 + digit)
          put(0x2e)
        }
      }
    }
    let parent: StaticString = family == AF_INET ? "in-addr.arpa" : "ip6.arpa"
    memcpy(at, parent.utf8Start, parent.utf8CodeUnitCount + 1)
  }
}

/// The name of an address. 0, also where there is none and *result is NULL, ERANGE where the buffer is too small, ENOENT for ::,
/// EAFNOSUPPORT; *error is an h_errno value. Source: gethostbyaddr_r(3).
@c(gethostbyaddr_r)
public func hostByAddress(
  _ address: UnsafeRawPointer, _ length: socklen_t, _ family: CInt, _ entry: HostEntry, _ buffer: Text, _ room: Int,
  _ result: HostResult, _ error: UnsafeMutablePointer<CInt>
) -> CInt {
  look(address, length, family, entry, buffer, room, result, error, inDNS: true)
}

private func look(
  _ address: UnsafeRawPointer, _ length: socklen_t, _ family: CInt, _ entry: HostEntry, _ buffer: Text, _ room: Int,
  _ result: HostResult, _ error: UnsafeMutablePointer<CInt>, inDNS: Bool
) -> CInt {
  result.pointee = nil
  guard let wanted = Address(address, length, family) else {
    error.pointee = internalError
    return EAFNOSUPPORT
  }
  if wanted.isUnspecified {
    error.pointee = HOST_NOT_FOUND
    return ENOENT
  }
  // The question waits in poll, a cancellation point: a thread that ended there would keep the lock, the socket and the memory.
  var cancellation: CInt = 0
  pthread_setcancelstate(CInt(PTHREAD_CANCEL_DISABLE), &cancellation)
  defer { pthread_setcancelstate(cancellation, nil) }
  let saved = errno
  let skip = (8 - Int(bitPattern: buffer) & 7) & 7
  let head = skip + headSize
  guard room > head else {
    error.pointee = internalError
    errno = ERANGE
    return ERANGE
  }
  let outcome = lookUp(hostTable, buffer + head, room - head) {
    fillHost($0, entry, (buffer + skip, headSize)) && wanted.isThat(of: entry)
  }
  switch outcome {
  case .found:
    errno = saved
    result.pointee = entry
    return 0
  case .tooSmall:
    error.pointee = internalError
    errno = ERANGE
    return ERANGE
  case .absent, .unavailable:
    errno = saved
    error.pointee = HOST_NOT_FOUND
    return inDNS ? ask(wanted, entry, buffer + skip, room - skip, result, error) : 0
  }
}

/// Asks DNS for the name. Of several the first counts, as on glibc.
private func ask(
  _ wanted: Address, _ entry: HostEntry, _ buffer: Text, _ room: Int, _ result: HostResult, _ error: UnsafeMutablePointer<CInt>
) -> CInt {
  let saved = errno, limit = 65536
  guard let memory = malloc(limit) else {
    error.pointee = internalError
    return ENOMEM
  }
  defer { free(memory) }
  let answer = memory.bindMemory(to: UInt8.self, capacity: limit)
  var domain = InlineArray<80, CChar>(repeating: 0)
  let got = withUnsafeMutablePointer(to: &domain) { domain in
    let text = UnsafeMutableRawPointer(domain).assumingMemoryBound(to: CChar.self)
    wanted.writeDomain(text)
    return res_query(text, 1, 12, answer, CInt(limit))
  }
  guard got >= 12 else {
    error.pointee = got < 0 ? __h_errno_location().pointee : NO_RECOVERY
    if error.pointee == internalError { return errno }
    errno = saved
    return 0
  }
  errno = saved
  return fill(answer, min(Int(got), limit), wanted, entry, buffer, room, result, error)
}

/// Writes the first name of an answer into the caller's room.
private func fill(
  _ answer: UnsafePointer<UInt8>, _ size: Int, _ wanted: Address, _ entry: HostEntry, _ buffer: Text, _ room: Int, _ result: HostResult,
  _ error: UnsafeMutablePointer<CInt>
) -> CInt {
  var text = InlineArray<256, CChar>(repeating: 0)
  return withUnsafeMutablePointer(to: &text) { text in
    let name = UnsafeMutableRawPointer(text).assumingMemoryBound(to: CChar.self)
    guard pointerName(answer, size, name) else {
      error.pointee = NO_RECOVERY
      return 0
    }
    // Behind the head the empty list of aliases, then the name.
    let length = strlen(name) + 1, start = UnsafeMutableRawPointer(buffer)
    guard headSize + 8 + length <= room else {
      error.pointee = internalError
      errno = ERANGE
      return ERANGE
    }
    memcpy(buffer + headSize + 8, name, length)
    wanted.write(start + 16)
    let list = start.assumingMemoryBound(to: Text?.self)
    list[0] = (start + 16).assumingMemoryBound(to: CChar.self)
    list[1] = nil
    list[headSize / 8] = nil
    entry.pointee.h_name = buffer + headSize + 8
    entry.pointee.h_aliases = list + headSize / 8
    entry.pointee.h_addrtype = wanted.family
    entry.pointee.h_length = CInt(wanted.size)
    entry.pointee.h_addr_list = list
    result.pointee = entry
    error.pointee = 0
    return 0
  }
}

private func inStaticStorage(
  _ address: UnsafeRawPointer, _ length: socklen_t, _ family: CInt, inDNS: Bool
) -> HostEntry? {
  pthread_mutex_lock(&lock)
  defer { pthread_mutex_unlock(&lock) }
  return withUnsafeMutablePointer(to: &sharedEntry) { entry in
    var code: CInt = 0
    var outcome: CInt = 0
    _ = shared.run {
      outcome = look(address, length, family, entry, $0, $1, &sharedResult, &code, inDNS: inDNS)
      return outcome
    }
    if outcome != 0 { errno = outcome }
    if sharedResult == nil { __h_errno_location().pointee = code }
    return sharedResult
  }
}

/// The name of an address in static storage; NULL and h_errno. Source: gethostbyaddr(3).
@c(gethostbyaddr)
public func hostByAddressShared(_ address: UnsafeRawPointer, _ length: socklen_t, _ family: CInt) -> HostEntry? {
  inStaticStorage(address, length, family, inDNS: true)
}

/// The same of /etc/hosts alone: a name of old programs.
@c(_gethtbyaddr)
public func hostByAddressInTable(_ address: UnsafeRawPointer, _ length: Int, _ family: CInt) -> HostEntry? {
  inStaticStorage(address, socklen_t(truncatingIfNeeded: length), family, inDNS: false)
}
