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

/// Whose name is asked for.
private struct Address {
  let bytes: UnsafePointer<UInt8>
  let family: CInt
  let length: socklen_t
  var size: Int { family == AF_INET ? 4 : 16 }

  /// nil and EAFNOSUPPORT for what no table holds.
  init?(_ address: UnsafeRawPointer, _ length: socklen_t, _ family: CInt) {
    bytes = address.assumingMemoryBound(to: UInt8.self)
    self.family = family
    self.length = length
    if (family == AF_INET && length >= 4) || (family == AF_INET6 && length >= 16) { return }
    errno = EAFNOSUPPORT
    return nil
  }

  /// ::, which is no host's.
  var isUnspecified: Bool {
    if family == AF_INET { return false }
    for i in 0..<16 where bytes[i] != 0 { return false }
    return true
  }

  func isThat(of entry: HostEntry) -> Bool {
    entry.pointee.h_addrtype == family && length == size && memcmp(entry.pointee.h_addr_list[0]!, bytes, size) == 0
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
  // A domain's text has at most 1,025 bytes.
  var text = InlineArray<1025, CChar>(repeating: 0)
  return withUnsafeMutablePointer(to: &text) { text in
    let name = UnsafeMutableRawPointer(text).assumingMemoryBound(to: CChar.self)
    guard firstName(answer, size, name) else {
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
    memcpy(start + 16, wanted.bytes, wanted.size)
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

/// The first PTR record's name of an answer, into 1,025 bytes.
private func firstName(_ answer: UnsafePointer<UInt8>, _ size: Int, _ name: UnsafeMutablePointer<CChar>) -> Bool {
  let end = answer + size
  var at = answer + 12
  func number(_ at: UnsafePointer<UInt8>) -> Int { Int(at[0]) << 8 | Int(at[1]) }
  /// Steps over a name; false where fewer than `count` bytes follow it.
  func skipName(before count: Int) -> Bool {
    let length = dn_skipname(at, end)
    guard length >= 0 else { return false }
    at += Int(length)
    return end - at >= count
  }
  for _ in 0..<number(answer + 4) {
    guard skipName(before: 4) else { return false }
    at += 4
  }
  for _ in 0..<number(answer + 6) {
    guard skipName(before: 10) else { return false }
    let isPointer = number(at) == 12 && number(at + 2) == 1, length = number(at + 8)
    at += 10
    guard length <= end - at else { return false }
    if isPointer && dn_expand(answer, end, at, name, 1025) >= 0 && res_dnok(name) != 0 { return true }
    at += length
  }
  return false
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
