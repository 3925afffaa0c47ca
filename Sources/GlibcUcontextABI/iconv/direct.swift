// <iconv.h>: the encodings that need no table, converted here: character by character through musl takes twenty times
// as long.
//
// Only what is plainly right is taken: whatever is damaged, cut off, unknown to the target or short of room is left
// to the general way, which knows the errors.
import CMusl

enum DirectForm: UInt8 {
  case none, ascii, latin1, utf8, utf16Little, utf16Big, utf32Little, utf32Big, ucs2Little, ucs2Big
}

private func isScalar(_ code: UInt32) -> Bool { code < 0xd800 || (code >= 0xe000 && code <= 0x10ffff) }

/// The character at `from` and the bytes it takes; 0 bytes where this is not the place to say.
@inline(__always)
func decodeDirect(_ form: DirectForm, _ from: UnsafePointer<UInt8>, _ left: Int) -> (code: UInt32, taken: Int) {
  let first = UInt32(from[0])
  switch form {
  case .ascii: return (first, first < 0x80 ? 1 : 0)
  case .latin1: return (first, 1)
  case .utf8:
    if first < 0x80 { return (first, 1) }
    guard first >= 0xc2, left >= 2, from[1] & 0xc0 == 0x80 else { return (0, 0) }
    let second = UInt32(from[1] & 0x3f)
    if first < 0xe0 { return ((first & 0x1f) << 6 | second, 2) }
    guard left >= 3, from[2] & 0xc0 == 0x80 else { return (0, 0) }
    let third = UInt32(from[2] & 0x3f)
    if first < 0xf0 {
      let code = (first & 0xf) << 12 | second << 6 | third
      return (code, code >= 0x800 && isScalar(code) ? 3 : 0)
    }
    guard first < 0xf5, left >= 4, from[3] & 0xc0 == 0x80 else { return (0, 0) }
    let code = (first & 7) << 18 | second << 12 | third << 6 | UInt32(from[3] & 0x3f)
    return (code, code >= 0x10000 && isScalar(code) ? 4 : 0)
  case .utf16Little, .utf16Big:
    guard left >= 2 else { return (0, 0) }
    let big = form == .utf16Big
    let unit = big ? first << 8 | UInt32(from[1]) : UInt32(from[1]) << 8 | first
    if unit & 0xf800 != 0xd800 { return (unit, 2) }
    guard unit < 0xdc00, left >= 4 else { return (0, 0) }
    let other = big ? UInt32(from[2]) << 8 | UInt32(from[3]) : UInt32(from[3]) << 8 | UInt32(from[2])
    return (0x10000 &+ ((unit & 0x3ff) << 10 | other & 0x3ff), other & 0xfc00 == 0xdc00 ? 4 : 0)
  case .ucs2Little, .ucs2Big:
    guard left >= 2 else { return (0, 0) }
    let unit = form == .ucs2Big ? first << 8 | UInt32(from[1]) : UInt32(from[1]) << 8 | first
    return (unit, unit & 0xf800 == 0xd800 ? 0 : 2)
  case .utf32Little, .utf32Big:
    guard left >= 4 else { return (0, 0) }
    let raw = UnsafeRawPointer(from).loadUnaligned(as: UInt32.self)
    let code = form == .utf32Big ? raw.byteSwapped : raw
    return (code, isScalar(code) ? 4 : 0)
  case .none: return (0, 0)
  }
}

/// Writes the character and gives the number of bytes; 0 where there is no room, or the target has no such character.
@inline(__always)
func encodeDirect(_ form: DirectForm, _ code: UInt32, _ to: UnsafeMutablePointer<UInt8>, _ room: Int) -> Int {
  func byte(_ value: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value) }
  switch form {
  case .ascii, .latin1:
    guard code < (form == .ascii ? 0x80 : 0x100), room >= 1 else { return 0 }
    to[0] = byte(code)
    return 1
  case .utf8:
    if code < 0x80 {
      guard room >= 1 else { return 0 }
      to[0] = byte(code)
      return 1
    }
    if code < 0x800 {
      guard room >= 2 else { return 0 }
      to[0] = byte(0xc0 | code >> 6)
      to[1] = byte(0x80 | code & 0x3f)
      return 2
    }
    let wide = code >= 0x10000
    guard room >= (wide ? 4 : 3) else { return 0 }
    if wide { to[0] = byte(0xf0 | code >> 18) }
    let next = wide ? 1 : 0
    to[next] = wide ? byte(0x80 | code >> 12 & 0x3f) : byte(0xe0 | code >> 12)
    to[next &+ 1] = byte(0x80 | code >> 6 & 0x3f)
    to[next &+ 2] = byte(0x80 | code & 0x3f)
    return next &+ 3
  case .ucs2Little, .ucs2Big:
    guard code < 0x10000, room >= 2 else { return 0 }
    let unit = UInt16(truncatingIfNeeded: code)
    UnsafeMutableRawPointer(to).storeBytes(of: form == .ucs2Big ? unit.byteSwapped : unit, as: UInt16.self)
    return 2
  case .utf16Little, .utf16Big:
    let high = form == .utf16Big ? 0 : 1
    let low = 1 &- high
    if code < 0x10000 {
      guard room >= 2 else { return 0 }
      to[high] = byte(code >> 8)
      to[low] = byte(code)
      return 2
    }
    guard room >= 4 else { return 0 }
    let first = 0xd800 | (code &- 0x10000) >> 10
    let second = 0xdc00 | code & 0x3ff
    to[high] = byte(first >> 8)
    to[low] = byte(first)
    to[2 &+ high] = byte(second >> 8)
    to[2 &+ low] = byte(second)
    return 4
  case .utf32Little, .utf32Big:
    guard room >= 4 else { return 0 }
    UnsafeMutableRawPointer(to).storeBytes(of: form == .utf32Big ? code.byteSwapped : code, as: UInt32.self)
    return 4
  case .none: return 0
  }
}

// A character of two or three bytes, where there are three; 0 for any other.
@inline(__always)
private func twoOrThreeBytes(_ from: UnsafePointer<UInt8>) -> (code: UInt32, taken: Int) {
  let first = UInt32(from[0])
  let second = UInt32(from[1]) ^ 0x80
  if first & 0xf0 == 0xe0 {
    let third = UInt32(from[2]) ^ 0x80
    let code = (first & 0xf) << 12 | second << 6 | third
    return (second | third) < 0x40 && code >= 0x800 && code & 0xf800 != 0xd800 ? (code, 3) : (0, 0)
  }
  return first >= 0xc2 && first < 0xe0 && second < 0x40 ? ((first & 0x1f) << 6 | second, 2) : (0, 0)
}

/// Writes a character below U+10000, where there is room for four bytes, and gives the number of its own bytes.
@inline(__always)
func storeUTF8(_ code: UInt32, _ to: UnsafeMutablePointer<UInt8>) -> Int {
  if code >= 0x800 {
    let bytes = 0x8080e0 | code >> 12 | (code << 2) & 0x3f00 | (code & 0x3f) << 16
    UnsafeMutableRawPointer(to).storeBytes(of: bytes, as: UInt32.self)
    return 3
  }
  if code < 0x80 {
    to[0] = UInt8(truncatingIfNeeded: code)
    return 1
  }
  let bytes = UInt16(truncatingIfNeeded: 0x80c0 | code >> 6 | (code & 0x3f) << 8)
  UnsafeMutableRawPointer(to).storeBytes(of: bytes, as: UInt16.self)
  return 2
}

/// Converts as far as it goes without a question.
func convertDirectly(
  _ source: DirectForm, _ target: DirectForm, _ from: inout Text, _ left: inout Int, _ to: inout Text, _ room: inout Int
) {
  var input = UnsafePointer<UInt8>(OpaquePointer(from))
  var output = UnsafeMutablePointer<UInt8>(OpaquePointer(to))
  let end = input + left
  let limit = output + room
  // Runs of ASCII become two bytes each without a look at anything else.
  let runs = (source == .utf8 || source == .latin1) && target == .utf16Little
  let narrows = (source == .utf16Little || source == .ucs2Little) && target == .utf8
  let widens = source == .utf8 && (target == .utf16Little || target == .ucs2Little)
  let copies = source.rawValue <= DirectForm.utf8.rawValue && target.rawValue <= DirectForm.utf8.rawValue
  while input < end {
    if copies {
      while end - input >= 8 && limit - output >= 8 {
        let eight = UnsafeRawPointer(input).loadUnaligned(as: UInt64.self)
        if eight & 0x8080_8080_8080_8080 != 0 { break }
        UnsafeMutableRawPointer(output).storeBytes(of: eight, as: UInt64.self)
        input += 8
        output += 8
      }
      while input < end && output < limit && input[0] < 0x80 {
        output[0] = input[0]
        input += 1
        output += 1
      }
      if input == end { break }
    }
    if runs {
      while input < end && limit - output >= 2 && input[0] < 0x80 {
        UnsafeMutableRawPointer(output).storeBytes(of: UInt16(input[0]), as: UInt16.self)
        input += 1
        output += 2
      }
      if input == end { break }
    }
    if widens {
      let start = input
      while end - input >= 3 && limit - output >= 2 {
        let unit = twoOrThreeBytes(input)
        if unit.code == 0 { break }
        UnsafeMutableRawPointer(output).storeBytes(of: UInt16(truncatingIfNeeded: unit.code), as: UInt16.self)
        input += unit.taken
        output += 2
      }
      // What stopped it is most often a run of ASCII again.
      if input > start { continue }
    }
    if narrows {
      while end - input >= 2 && limit - output >= 4 {
        let unit = UInt32(UnsafeRawPointer(input).loadUnaligned(as: UInt16.self))
        if unit & 0xf800 == 0xd800 { break }
        output += storeUTF8(unit, output)
        input += 2
      }
      if input == end { break }
    }
    let (code, taken) = decodeDirect(source, input, end - input)
    if taken == 0 { break }
    let written = encodeDirect(target, code, output, limit - output)
    if written == 0 { break }
    input += taken
    output += written
  }
  left = end - input
  room = limit - output
  from = Text(OpaquePointer(input))
  to = Text(OpaquePointer(output))
}
