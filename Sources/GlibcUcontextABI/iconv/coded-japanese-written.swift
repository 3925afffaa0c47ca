// <iconv.h>: ISO-2022-JP and ISO-2022-JP-2 are written. The set in force is kept where it has the character, then
// others are tried in an order that Unicode's language tags can change. `bits` of the state: the second set in the
// lowest two bits, the tag above.
import CGlibcABI
import CMusl

private enum Tag {
  static let none: UInt32 = 0
  static let japanese: UInt32 = 1
  static let korean: UInt32 = 2
  static let chinese: UInt32 = 3
  // Tags that are not read whole yet.
  static let start: UInt32 = 4
  static let j: UInt32 = 5
  static let k: UInt32 = 6
  static let z: UInt32 = 7
}

private let tagShift: UInt32 = 2

private func nextTag(_ tag: UInt32, _ code: UInt32) -> UInt32 {
  let byte = code & 0x7f
  let lower = byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte
  switch (tag, lower) {
  case (_, 0x01): return Tag.start
  case (Tag.start, 0x6a): return Tag.j
  case (Tag.j, 0x61): return Tag.japanese
  case (Tag.start, 0x6b): return Tag.k
  case (Tag.k, 0x6f): return Tag.korean
  case (Tag.start, 0x7a): return Tag.z
  case (Tag.z, 0x68): return Tag.chinese
  case (_, 0x7f): return Tag.none
  default: return tag >= Tag.start ? Tag.none : tag
  }
}

private func jis0212Bytes(_ sets: CodedWriting, _ code: UInt32) -> UInt32 {
  guard let tables = sets.japanese else { return 0 }
  // The set has a tilde of its own, which EUC-JP writes in ASCII.
  if code == 0x7e { return 0x2237 }
  let bytes = tables.pointee.bytes(code)
  return bytes >> 16 == 0x8f ? bytes & 0x7f7f : 0
}

/// JIS X 0201 without its control characters; 0 for none.
@inline(__always)
func romanByte(_ code: UInt32) -> UInt32 {
  if code == 0xa5 { return 0x5c }
  if code == 0x203e { return 0x7e }
  return code > 0x20 && code < 0x7e && code != 0x5c ? code : 0
}

@inline(__always)
func kanaByte(_ code: UInt32) -> UInt32 { code >= 0xff61 && code <= 0xff9f ? code - 0xff40 : 0 }

private func greekByte(_ sets: CodedWriting, _ code: UInt32) -> UInt32 {
  guard let tables = sets.greek else { return 0 }
  let byte = tables.pointee.bytes(code)
  return byte >= 0xa0 && byte < 0x100 ? byte & 0x7f : 0
}

// The bytes in a set, how many, and 0 for none.
private func bytes(_ sets: CodedWriting, _ set: UInt32, _ code: UInt32) -> (bytes: UInt32, size: Int) {
  switch set {
  case CodedSet.roman: return (romanByte(code), 1)
  case CodedSet.kana: return (kanaByte(code), 1)
  case CodedSet.jis0208: return (twoBytes(sets.japanese, code), 2)
  case CodedSet.jis0212: return (jis0212Bytes(sets, code), 2)
  case CodedSet.chinese: return (twoBytes(sets.chinese, code), 2)
  default: return (koreanBytes(sets, code), 2)
  }
}

private func escape(_ set: UInt32) -> (bytes: UInt32, size: Int) {
  switch set {
  case CodedSet.roman: return (0x1b284a, 3)
  case CodedSet.kana: return (0x1b2849, 3)
  case CodedSet.jis0208: return (0x1b2442, 3)
  case CodedSet.jis0212: return (0x1b242844, 4)
  case CodedSet.chinese: return (0x1b2441, 3)
  default: return (0x1b242843, 4)
  }
}

private func language(_ set: UInt32) -> UInt32 {
  set == CodedSet.chinese ? Tag.chinese : set == CodedSet.korean ? Tag.korean : Tag.japanese
}

func encodeJapanese(
  _ sets: CodedWriting, _ state: inout TargetState, _ code: UInt32, _ to: inout Text, _ room: inout Int
) -> Put {
  let isSecond = sets.form == .japanese2
  var tag = state.bits >> tagShift
  if isSecond {
    if code >> 7 == 0xe0000 >> 7 {
      state.bits = state.bits & SecondSet.mask | nextTag(tag, code) << tagShift
      return .done
    }
    if tag >= Tag.start {
      tag = Tag.none
      state.bits &= SecondSet.mask
    }
  }
  if state.shift == CodedSet.ascii {
    if code < 0x80 { return putASCII(isSecond, &state, code, &to, &room) }
  } else if tag == Tag.none || tag == language(state.shift) {
    // Whether there is room for two bytes is asked before whether the set has the character.
    if state.shift == CodedSet.jis0208 && room < 2 { return .noRoom }
    let (found, size) = bytes(sets, state.shift, code)
    if found != 0 { return putBytes(found, size, &to, &room) ? .done : .noRoom }
  }
  if tag == Tag.none {
    let second = state.bits & SecondSet.mask
    var byte: UInt32 = 0x100
    if second == SecondSet.latin && code >= 0x80 && code < 0x100 { byte = code & 0x7f }
    if second == SecondSet.greek {
      let greek = greekByte(sets, code)
      if greek != 0 { byte = greek }
    }
    if byte < 0x100 { return putBytes(0x1b4e00 | byte, 3, &to, &room) ? .done : .noRoom }
  }
  if code < 0x80 {
    guard putBytes(0x1b2842, 3, &to, &room) else { return .noRoom }
    state.shift = CodedSet.ascii
    return putASCII(isSecond, &state, code, &to, &room)
  }
  return encodeElsewhere(sets, tag, &state, code, &to, &room)
}

private func putASCII(_ isSecond: Bool, _ state: inout TargetState, _ code: UInt32, _ to: inout Text, _ room: inout Int)
  -> Put
{
  guard putBytes(code, 1, &to, &room) else { return .noRoom }
  // At the beginning of a line there is no second set.
  if isSecond && code == 0x0a { state.bits &= ~SecondSet.mask }
  return .done
}

// Each language's sets, after the preference of the tag.
private func encodeElsewhere(
  _ sets: CodedWriting, _ tag: UInt32, _ state: inout TargetState, _ code: UInt32, _ to: inout Text, _ room: inout Int
) -> Put {
  func attempt(_ set: UInt32) -> Put {
    let (found, size) = bytes(sets, set, code)
    if found == 0 { return .unknown }
    if state.shift != set {
      let sequence = escape(set)
      guard putBytes(sequence.bytes, sequence.size, &to, &room) else { return .noRoom }
      state.shift = set
    }
    return putBytes(found, size, &to, &room) ? .done : .noRoom
  }
  func second(_ set: UInt32, _ byte: UInt32) -> Put {
    if state.bits & SecondSet.mask != set {
      guard putBytes(set == SecondSet.latin ? 0x1b2e41 : 0x1b2e46, 3, &to, &room) else { return .noRoom }
      state.bits = state.bits & ~SecondSet.mask | set
    }
    return putBytes(0x1b4e00 | byte, 3, &to, &room) ? .done : .noRoom
  }
  func japanese() -> Put {
    for set in CodedSet.roman...CodedSet.jis0212 where set != CodedSet.kana {
      if set == CodedSet.jis0212 && sets.form == .japanese { break }
      let put = attempt(set)
      if put != .unknown { return put }
    }
    return .unknown
  }
  func european() -> Put {
    if code >= 0x80 && code < 0x100 { return second(SecondSet.latin, code & 0x7f) }
    let greek = greekByte(sets, code)
    return greek == 0 ? .unknown : second(SecondSet.greek, greek)
  }
  if sets.form == .japanese { return japanese() }
  var put = Put.unknown
  if tag == Tag.korean { put = attempt(CodedSet.korean) }
  if tag == Tag.chinese { put = attempt(CodedSet.chinese) }
  if tag < Tag.korean { put = japanese() }
  if put == .unknown { put = european() }
  if put == .unknown && tag >= Tag.korean { put = japanese() }
  if put == .unknown && tag != Tag.chinese { put = attempt(CodedSet.chinese) }
  if put == .unknown && tag != Tag.korean { put = attempt(CodedSet.korean) }
  if put == .unknown { put = attempt(CodedSet.kana) }
  return put
}
