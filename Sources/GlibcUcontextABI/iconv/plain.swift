// <iconv.h>: ASCII, Latin-1 and the forms of Unicode, one character at a time, with the errors that glibc has for each.
import CGlibcABI
import CMusl

/// Little-endian unless it says otherwise.
enum PlainForm: UInt8 {
  case ascii, latin1, utf8, utf16, utf16Big, utf32, utf32Big, ucs2, ucs2Big, ucs4, ucs4Big
  /// glibc's own within: any number.
  case wide

  /// The bytes of a unit.
  var unit: Int {
    switch self {
    case .ascii, .latin1, .utf8: return 1
    case .utf16, .utf16Big, .ucs2, .ucs2Big: return 2
    default: return 4
    }
  }

  /// The form in the other byte order.
  var swapped: PlainForm {
    switch self {
    case .utf16: return .utf16Big
    case .ucs2: return .ucs2Big
    case .utf32: return .utf32Big
    default: return self
    }
  }

  /// The form that is converted in runs.
  var direct: DirectForm {
    switch self {
    case .ascii: return .ascii
    case .latin1: return .latin1
    case .utf8: return .utf8
    case .utf16: return .utf16Little
    case .utf16Big: return .utf16Big
    case .ucs2: return .ucs2Little
    case .ucs2Big: return .ucs2Big
    case .utf32, .ucs4, .wide: return .utf32Little
    case .utf32Big, .ucs4Big: return .utf32Big
    }
  }

  fileprivate var isBig: Bool {
    switch self {
    case .utf16Big, .utf32Big, .ucs2Big, .ucs4Big: return true
    default: return false
    }
  }
}

private func isSurrogate(_ code: UInt32) -> Bool { code >= 0xd800 && code < 0xe000 }

@inline(__always)
private func half(_ from: UnsafePointer<UInt8>, _ isBig: Bool) -> UInt32 {
  isBig ? UInt32(from[0]) << 8 | UInt32(from[1]) : UInt32(from[1]) << 8 | UInt32(from[0])
}

/// One character at `from`, of `left` bytes; at least one.
func decodePlain(_ form: PlainForm, _ from: UnsafePointer<UInt8>, _ left: Int) -> Decoded {
  if left < form.unit { return .incomplete(0) }
  switch form {
  case .ascii: return from[0] < 0x80 ? .character(UInt32(from[0]), 1) : .illegal(1)
  case .latin1: return .character(UInt32(from[0]), 1)
  case .utf8: return decodeUTF8(from, left)
  case .utf16, .utf16Big:
    let first = half(from, form.isBig)
    if !isSurrogate(first) { return .character(first, 2) }
    if first >= 0xdc00 { return .illegal(2) }
    if left < 4 { return .incomplete(0) }
    let second = half(from + 2, form.isBig)
    return second >= 0xdc00 && second < 0xe000 ? .character((first - 0xd7c0) << 10 + second - 0xdc00, 4) : .illegal(2)
  case .ucs2, .ucs2Big:
    let code = half(from, form.isBig)
    if !isSurrogate(code) { return .character(code, 2) }
    return form.isBig ? .passed(2) : .illegal(2)
  default:
    let raw = UnsafeRawPointer(from).loadUnaligned(as: UInt32.self)
    let code = form.isBig ? raw.byteSwapped : raw
    switch form {
    case .utf32, .utf32Big: return code > 0x10ffff || isSurrogate(code) ? .illegal(4) : .character(code, 4)
    case .ucs4, .ucs4Big: return code > 0x7fff_ffff ? .passed(4) : .character(code, 4)
    default: return .character(code, 4)
    }
  }
}

// Up to six bytes, as it once was.
private func decodeUTF8(_ from: UnsafePointer<UInt8>, _ left: Int) -> Decoded {
  let first = UInt32(from[0])
  if first < 0x80 { return .character(first, 1) }
  let count: Int
  var code: UInt32
  switch first {
  case 0xc2..<0xe0: (count, code) = (2, first & 0x1f)
  case 0xe0..<0xf0: (count, code) = (3, first & 0x0f)
  case 0xf0..<0xf8: (count, code) = (4, first & 0x07)
  case 0xf8..<0xfc: (count, code) = (5, first & 0x03)
  case 0xfc..<0xfe: (count, code) = (6, first & 0x01)
  default:
    var size = 1
    while size < left && from[size] & 0xc0 == 0x80 && size < 5 { size += 1 }
    return .illegal(size)
  }
  var size = 1
  while size < count && size < left && from[size] & 0xc0 == 0x80 {
    code = code << 6 | UInt32(from[size] & 0x3f)
    size += 1
  }
  if size == left && size < count { return .incomplete(0) }
  if size < count || (count > 2 && code >> UInt32(5 * count - 4) == 0) || isSurrogate(code) { return .illegal(size) }
  return .character(code, count)
}

/// Writes one character. A tag that no encoding has is written as nothing.
func encodePlain(_ form: PlainForm, _ code: UInt32, _ to: inout Text, _ room: inout Int) -> Put {
  guard room >= form.unit else { return .noRoom }
  let isTag = code >> 7 == 0xe0000 >> 7
  switch form {
  case .ascii, .latin1:
    if code >= (form == .ascii ? 0x80 : 0x100) { return isTag ? .done : .unknown }
    return putBytes(code, 1, &to, &room) ? .done : .noRoom
  case .utf8: return encodeUTF8(code, &to, &room)
  case .utf16, .utf16Big:
    if isSurrogate(code) { return .refused }
    if code > 0x10ffff { return .unknown }
    if code < 0x10000 { return putHalf(code, form.isBig, &to, &room) ? .done : .noRoom }
    guard room >= 4 else { return .noRoom }
    _ = putHalf(0xd7c0 + code >> 10, form.isBig, &to, &room)
    return putHalf(0xdc00 + code & 0x3ff, form.isBig, &to, &room) ? .done : .noRoom
  case .ucs2, .ucs2Big:
    if code >= 0x10000 { return isTag ? .done : .unknown }
    if isSurrogate(code) { return .refused }
    return putHalf(code, form.isBig, &to, &room) ? .done : .noRoom
  case .utf32, .utf32Big:
    if code > 0x10ffff { return .unknown }
    if isSurrogate(code) { return .refused }
    return putBytes(form.isBig ? code : code.byteSwapped, 4, &to, &room) ? .done : .noRoom
  default: return putBytes(form.isBig ? code : code.byteSwapped, 4, &to, &room) ? .done : .noRoom
  }
}

private func putHalf(_ unit: UInt32, _ isBig: Bool, _ to: inout Text, _ room: inout Int) -> Bool {
  putBytes(isBig ? unit : (unit & 0xff) << 8 | unit >> 8, 2, &to, &room)
}

private func encodeUTF8(_ code: UInt32, _ to: inout Text, _ room: inout Int) -> Put {
  if code < 0x80 { return putBytes(code, 1, &to, &room) ? .done : .noRoom }
  if code > 0x7fff_ffff || isSurrogate(code) { return .unknown }
  var count = 2
  while count < 6 && code >> UInt32(5 * count + 1) != 0 { count += 1 }
  guard room >= count else { return .noRoom }
  var rest = code
  var at = count - 1
  while at > 0 {
    to[at] = CChar(truncatingIfNeeded: 0x80 | rest & 0x3f)
    rest >>= 6
    at -= 1
  }
  to[0] = CChar(truncatingIfNeeded: ~0xff >> count | Int(rest))
  to += count
  room -= count
  return .done
}
