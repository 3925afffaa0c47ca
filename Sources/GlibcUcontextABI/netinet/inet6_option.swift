// <netinet/in.h>: IPv6 options in control data, in the older interface. Source: RFC 2292, section 6.3.
//
// The control message: length (8 bytes), level, type, then the header: next header, its length in eights less one, options of type, length, data.

import CMusl

private let messageHeader = 16
private let hopByHop: CInt = 54
private let destination: CInt = 59

private func data(_ message: UnsafeMutableRawPointer) -> UnsafeMutablePointer<UInt8> {
  (message + messageHeader).assumingMemoryBound(to: UInt8.self)
}

private func storedLength(_ message: UnsafeMutableRawPointer) -> Int { message.load(as: Int.self) }

/// Options of no meaning: one byte of type 0, or type 1 with a length.
private func pad(_ at: UnsafeMutablePointer<UInt8>, _ count: Int) {
  if count == 1 {
    at[0] = 0
  } else if count > 1 {
    at[0] = 1
    at[1] = UInt8(count - 2)
    memset(at + 2, 0, count - 2)
  }
}

/// Room for a control message with so many bytes of options.
@c(inet6_option_space)
public func inet6OptionSpace(_ size: CInt) -> CInt {
  CInt(messageHeader) + ((size &+ 2 &+ 7) & ~7)
}

/// Begins a message of hop-by-hop or destination options. 0, or -1 for another type.
@c(inet6_option_init)
public func inet6OptionInit(
  _ memory: UnsafeMutableRawPointer, _ message: UnsafeMutablePointer<UnsafeMutableRawPointer?>, _ type: CInt
) -> CInt {
  if type != hopByHop && type != destination { return -1 }
  memory.storeBytes(of: messageHeader, as: Int.self)
  memory.storeBytes(of: CInt(41), toByteOffset: 8, as: CInt.self)
  memory.storeBytes(of: type, toByteOffset: 12, as: CInt.self)
  message.pointee = memory
  return 0
}

/// Room for one more option at `multiple` times a number plus `plus`: where it stands, or NULL.
@c(inet6_option_alloc)
public func inet6OptionAlloc(
  _ message: UnsafeMutableRawPointer, _ size: CInt, _ multiple: CInt, _ plus: CInt
) -> UnsafeMutablePointer<UInt8>? {
  guard multiple == 1 || multiple == 2 || multiple == 4 || multiple == 8, plus >= 0, plus <= 7, size >= 0 else { return nil }
  let start = data(message)
  var used = storedLength(message) - messageHeader
  if used <= 0 { used = 2 }
  let misplaced = used & Int(multiple - 1)
  // As on glibc: up to the next multiple, and from there on.
  let gap = (misplaced == 0 ? 0 : Int(multiple) - misplaced) + Int(plus)
  pad(start + used, gap)
  used += gap
  let place = start + used
  used += Int(size)
  let tail = (8 - used % 8) % 8
  if (used + tail) / 8 - 1 > 255 { return nil }
  pad(start + used, tail)
  used += tail
  start[1] = UInt8(used / 8 - 1)
  message.storeBytes(of: messageHeader + used, as: Int.self)
  return place
}

/// Appends an option: 0, or -1 where the message is full.
@c(inet6_option_append)
public func inet6OptionAppend(
  _ message: UnsafeMutableRawPointer, _ option: UnsafePointer<UInt8>, _ multiple: CInt, _ plus: CInt
) -> CInt {
  let size = option[0] == 0 ? 1 : CInt(option[1]) + 2
  guard let place = inet6OptionAlloc(message, size, multiple, plus) else { return -1 }
  memcpy(place, option, Int(size))
  return 0
}

/// Where the option at a place ends, or nil where that lies beyond the end.
private func optionEnd(
  _ option: UnsafeMutablePointer<UInt8>, _ end: UnsafeMutablePointer<UInt8>
) -> UnsafeMutablePointer<UInt8>? {
  if option >= end { return nil }
  if option[0] == 0 { return option + 1 }
  if option + 2 > end { return nil }
  let next = option + Int(option[1]) + 2
  return next > end ? nil : next
}

/// The options of a well-formed message: their first place and their end.
private func options(
  _ message: UnsafeMutableRawPointer
) -> (start: UnsafeMutablePointer<UInt8>, end: UnsafeMutablePointer<UInt8>)? {
  let type = message.load(fromByteOffset: 12, as: CInt.self)
  guard message.load(fromByteOffset: 8, as: CInt.self) == 41, type == hopByHop || type == destination else { return nil }
  let length = storedLength(message)
  let start = data(message)
  if length < messageHeader + 8 || length < messageHeader + (Int(start[1]) + 1) * 8 { return nil }
  return (start + 2, start + (Int(start[1]) + 1) * 8)
}

private func walk(
  _ message: UnsafeMutableRawPointer, _ place: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>, _ wanted: (UInt8) -> Bool
) -> CInt {
  guard let (start, end) = options(message) else { return -1 }
  var next = start
  if let last = place.pointee {
    // The place must be one of this message's.
    guard last >= start, let after = optionEnd(last, end) else { return -1 }
    next = after
  }
  while next < end {
    guard let after = optionEnd(next, end) else { return -1 }
    if wanted(next[0]) {
      place.pointee = next
      return 0
    }
    next = after
  }
  return -1
}

/// The option after a place, or the first, padding included. 0, or -1 at the end and in a broken message, with the place as it was.
@c(inet6_option_next)
public func inet6OptionNext(
  _ message: UnsafeMutableRawPointer, _ place: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>
) -> CInt {
  walk(message, place) { _ in true }
}

/// The same for options of one type.
@c(inet6_option_find)
public func inet6OptionFind(
  _ message: UnsafeMutableRawPointer, _ place: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>, _ type: CInt
) -> CInt {
  walk(message, place) { CInt($0) == type }
}
