// <rpc/clnt.h>: the time of another machine by the time protocol. Source: rtime(3), RFC 868.

import CMusl

/// Seconds between 1900, where the protocol counts from, and 1970.
private let epoch: UInt32 = 2_208_988_800

/// glibc's struct rpc_timeval, which is half as wide as a timeval.
public struct RemoteTime {
  var seconds: UInt32
  var microseconds: UInt32
}

/// Asks a server, by UDP where a timeout is given and by TCP where it is NULL: 0, or -1 and errno. The address's port becomes 37.
@c(rtime)
public func rtimeCall(
  _ address: UnsafeMutablePointer<sockaddr_in>, _ resultAddress: UnsafeMutableRawPointer, _ timeoutAddress: UnsafeRawPointer?
) -> CInt {
  let timeout = timeoutAddress?.assumingMemoryBound(to: RemoteTime.self)
  let file = socket(AF_INET, timeout == nil ? SOCK_STREAM : SOCK_DGRAM, 0)
  if file < 0 { return -1 }
  address.pointee.sin_family = sa_family_t(AF_INET)
  address.pointee.sin_port = UInt16(37).bigEndian
  var answer: UInt32 = 0
  let size = ask(file, address, timeout, &answer)
  let code = errno
  close(file)
  errno = code
  if size < 0 { return -1 }
  if size != 4 {
    errno = EIO
    return -1
  }
  resultAddress.storeBytes(of: RemoteTime(seconds: UInt32(bigEndian: answer) &- epoch, microseconds: 0), as: RemoteTime.self)
  return 0
}

private func ask(
  _ file: CInt, _ address: UnsafeMutablePointer<sockaddr_in>, _ timeout: UnsafePointer<RemoteTime>?, _ answer: UnsafeMutablePointer<UInt32>
) -> Int {
  let server = UnsafeRawPointer(address).assumingMemoryBound(to: sockaddr.self)
  let length = socklen_t(MemoryLayout<sockaddr_in>.size)
  guard let timeout else {
    if connect(file, server, length) < 0 { return -1 }
    return read(file, answer, 4)
  }
  if sendto(file, answer, 4, 0, server, length) < 0 { return -1 }
  var wait = pollfd(fd: file, events: CShort(POLLIN), revents: 0)
  let milliseconds = Int(timeout.pointee.seconds) * 1000 + Int(timeout.pointee.microseconds) / 1000
  var ready: CInt
  repeat {
    ready = poll(&wait, 1, CInt(truncatingIfNeeded: milliseconds))
  } while ready < 0 && errno == EINTR
  if ready <= 0 {
    if ready == 0 { errno = ETIMEDOUT }
    return -1
  }
  return recv(file, answer, 4, 0)
}
