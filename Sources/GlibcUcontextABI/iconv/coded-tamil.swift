// <iconv.h>: TSCII 1.7, glyphs of Tamil in the order in which they are seen. Vowel signs that stand before their
// consonant wait for it when they are read, consonants wait for what follows when they are written.
import CGlibcABI
import CMusl

private let block: UInt32 = 0x0b00
private let virama: UInt32 = 0x0bcd

// A letter's place in the block; 0 for a byte that is no single character.
private func single(_ byte: UInt8) -> UInt32 { UInt32(glibc_compat_tamil_letter(byte)) }

// The 18 consonants of Tamil proper.
private let firstConsonant: UInt8 = 0xb8
private let lastConsonant: UInt8 = 0xc9

// The bytes of a consonant with the vowel sign U; that with UU is elsewhere, at the same distance from each.
private func withU(_ index: UInt8) -> UInt8 {
  index == 1 ? 0x99 : index == 3 ? 0x9a : index == 0 ? 0xcc : index == 2 ? 0xcd : 0xca + index
}
private func withUU(_ index: UInt8) -> UInt8 { index == 1 ? 0x9b : index == 3 ? 0x9c : withU(index) + 0x10 }

// The consonant and the sign of a byte that is both; nil for another.
private func syllable(_ byte: UInt8) -> (UInt32, UInt32)? {
  if byte >= 0x88 && byte <= 0x89 { return (block + single(byte - 5), virama) }
  if byte == 0xca || byte == 0xcb { return (0x0b9f, UInt32(byte) + 0x0af5) }
  if byte >= 0xec && byte <= 0xfd { return (block + single(byte - 0xec + firstConsonant), virama) }
  for index in 0...(lastConsonant - firstConsonant) {
    if byte == withU(index) { return (block + single(firstConsonant + index), 0x0bc1) }
    if byte == withUU(index) { return (block + single(firstConsonant + index), 0x0bc2) }
  }
  return nil
}

// What comes behind the character that is read: up to three more, the next one in the lowest byte.
private func queue(_ state: inout SourceState, _ rest: UInt32) {
  state.pending = rest == 0 ? 0 : block + rest & 0xff
  state.bits = rest >> 8
}

/// Goes on to the next character that was read already, if there is one.
func advanceTamil(_ state: inout SourceState) { queue(&state, state.bits) }

func decodeTamil(_ state: inout SourceState, _ from: UnsafePointer<UInt8>, _ left: Int) -> Decoded {
  if state.pending != 0 {
    let code = state.pending
    advanceTamil(&state)
    return .character(code, 0)
  }
  guard left > 0 else { return .nothing(0) }
  let byte = from[0]
  if state.held != 0 { return combine(&state, byte) }
  if byte < 0x80 { return .character(UInt32(byte), 1) }
  let code = single(byte)
  if code != 0 { return .character(block + code, 1) }
  if let (consonant, sign) = syllable(byte) {
    queue(&state, sign & 0xff)
    return .character(consonant, 1)
  }
  switch byte {
  case 0x82:
    queue(&state, 0xc0b0cd)
    return .character(0x0bb8, 1)
  case 0x87, 0x8c:
    queue(&state, byte == 0x87 ? 0xb7cd : 0xcdb7cd)
    return .character(0x0b95, 1)
  case 0x8a, 0x8b:
    state.held = virama
    state.shift = 1
    return .character(UInt32(byte) + 0x0b2e, 1)
  case 0x91, 0x92: return .character(UInt32(byte) + 0x1f87, 1)
  case 0x93, 0x94: return .character(UInt32(byte) + 0x1f89, 1)
  case 0xa6...0xa8:
    state.held = UInt32(byte) + 0x0b20
    return .nothing(1)
  case 0xa9: return .character(0xa9, 1)
  default: return .illegal(1)
  }
}

// A sign waits; `shift` says whether it has seen its consonant, or is a virama that a vowel sign replaces.
private func combine(_ state: inout SourceState, _ byte: UInt8) -> Decoded {
  let last = state.held
  let hasFlag = state.shift != 0
  func done(_ code: UInt32) -> Decoded {
    state.held = 0
    state.shift = 0
    return .character(code, 1)
  }
  if last == virama {
    if hasFlag && (byte == 0xa4 || byte == 0xa5) { return done(UInt32(byte) + 0x0b1d) }
  } else if (last != 0x0bc8 && byte == 0xa1) || (last == 0x0bc7 && byte == 0xaa) {
    return done(last + 4 + (byte == 0xa1 ? 0 : 1))
  } else if byte >= firstConsonant && byte <= lastConsonant && !hasFlag {
    state.shift = 1
    return .character(block + single(byte), 1)
  }
  _ = done(0)
  return .character(last, 0)
}

// Two glyphs wait as one number, the first one lowest.
private let twoGlyphs: UInt32 = 0xc38a

func flushTamil(_ state: inout TargetState, _ to: inout Text, _ room: inout Int) -> Bool {
  if state.held == 0 { return true }
  let isDone = state.held == twoGlyphs ? putBytes(0x8ac3, 2, &to, &room) : putBytes(state.held, 1, &to, &room)
  if isDone { state.held = 0 }
  return isDone
}

func encodeTamil(_ state: inout TargetState, _ code: UInt32, _ to: inout Text, _ room: inout Int) -> Put {
  if state.held != 0 {
    if let put = join(&state, code, &to, &room) { return put }
    guard flushTamil(&state, &to, &room), room > 0 else { return .noRoom }
  }
  if code < 0x80 || code == 0xa9 { return putBytes(code, 1, &to, &room) ? .done : .noRoom }
  if code >= 0x0b80 && code <= 0x0bff { return encodeLetter(&state, code, &to, &room) }
  if code == 0x2018 || code == 0x2019 { return putBytes(code - 0x1f87, 1, &to, &room) ? .done : .noRoom }
  if code == 0x201c || code == 0x201d { return putBytes(code - 0x1f89, 1, &to, &room) ? .done : .noRoom }
  return code >> 7 == 0xe0000 >> 7 ? .done : .unknown
}

private func encodeLetter(_ state: inout TargetState, _ code: UInt32, _ to: inout Text, _ room: inout Int) -> Put {
  let byte = UInt32(glibc_compat_tamil_byte(code))
  if byte != 0 {
    if (byte >= 0xb8 && byte <= 0xc9) || (byte >= 0x83 && byte <= 0x86) {
      state.held = byte
      return .done
    }
    return putBytes(byte, 1, &to, &room) ? .done : .noRoom
  }
  guard code >= 0x0bca && code <= 0x0bcc else { return .unknown }
  return putBytes((code == 0x0bca ? 0xa600 : 0xa700) | (code == 0x0bcc ? 0xaa : 0xa1), 2, &to, &room) ? .done : .noRoom
}

// What waits, with the character behind it; nil where the two do not go together.
private func join(_ state: inout TargetState, _ code: UInt32, _ to: inout Text, _ room: inout Int) -> Put? {
  func out(_ bytes: UInt32, _ count: Int) -> Put {
    guard putBytes(bytes, count, &to, &room) else { return .noRoom }
    state.held = 0
    return .done
  }
  func wait(_ glyph: UInt32) -> Put {
    state.held = glyph
    return .done
  }
  let last = state.held
  switch last {
  case 0xb8...0xc9:
    let index = UInt8(last - 0xb8)
    switch code {
    case 0x0bc1: return out(UInt32(withU(index)), 1)
    case 0x0bc2: return out(UInt32(withUU(index)), 1)
    case 0x0bc6...0x0bc8: return out((code - 0x0b20) << 8 | last, 2)
    case 0x0bca, 0x0bcb: return out((code - 0x0b24) << 16 | last << 8 | 0xa1, 3)
    case 0x0bcc: return out(0xa70000 | last << 8 | 0xaa, 3)
    case virama: return last == 0xb8 ? wait(0xec) : out(last + 0x34, 1)
    case 0x0bbf, 0x0bc0: return last == 0xbc ? out(code - 0x0af5, 1) : nil
    default: return nil
    }
  case 0x83...0x86:
    // The sign itself is written behind it all the same.
    if last >= 0x85 && (code == 0x0bc1 || code == 0x0bc2) { state.held = last + 5 }
    if code == virama { return last == 0x85 ? wait(0x8a) : out(last + 5, 1) }
    return nil
  case 0xec: return code == 0x0bb7 ? wait(0x87) : nil
  case 0x8a: return code == 0x0bb0 ? wait(twoGlyphs) : nil
  case 0x87: return code == virama ? out(0x8c, 1) : nil
  case twoGlyphs: return code == 0x0bc0 ? out(0x82, 1) : nil
  default: return nil
  }
}
