// <iconv.h>: the encodings whose bytes mean what those before them say: the ISO 2022 ones (RFC 1468, 1554, 1557,
// 1922; JIS X 0213), UTF-7 (RFC 2152, RFC 3501) and TSCII. Their sets of characters are those of the EUC encodings,
// seven bits a byte.
import CGlibcABI
import CMusl

enum CodedForm: UInt8 { case korean, chinese, chineseExtended, japanese, japanese2, japanese3, utf7, utf7IMAP, tamil }

/// The form with this name.
func codedForm(_ name: EncodingName) -> CodedForm? {
  func named(_ list: StaticString) -> Bool { isNamed(name, list) }
  if named("ISO-2022-JP CSISO2022JP ISO2022JP") { return .japanese }
  if named("ISO-2022-JP-2 CSISO2022JP2 ISO2022JP2") { return .japanese2 }
  if named("ISO-2022-JP-3") { return .japanese3 }
  if named("ISO-2022-KR CSISO2022KR ISO2022KR") { return .korean }
  if named("ISO-2022-CN CSISO2022CN ISO2022CN") { return .chinese }
  if named("ISO-2022-CN-EXT ISO2022CNEXT") { return .chineseExtended }
  if named("UTF-7 UTF7") { return .utf7 }
  if named("UTF-7-IMAP") { return .utf7IMAP }
  return named("TSCII") ? .tamil : nil
}

/// A set of characters that bytes can be of.
enum CodedSet {
  static let ascii: UInt32 = 0
  static let roman: UInt32 = 1  // JIS X 0201
  static let kana: UInt32 = 2
  static let jis0208: UInt32 = 3
  static let jis0212: UInt32 = 4
  static let jis0213Old: UInt32 = 5  // plane 1 of 2000
  static let jis0213: UInt32 = 6  // plane 1 of 2004
  static let jis0213Two: UInt32 = 7
  static let chinese: UInt32 = 8  // GB 2312
  static let korean: UInt32 = 9  // KS C 5601
  static let isoIR165: UInt32 = 10
  static let taiwan: UInt32 = 16  // CNS 11643, and the plane
}

/// Where the sets of a form have their characters, for reading or for writing; those that it does not have are nil.
struct CodedTables<Tables> {
  var form: CodedForm
  var japanese, newJapanese, chinese, korean, taiwanese, greek: UnsafeMutablePointer<Tables>?

  /// nil without memory.
  fileprivate init?(_ form: CodedForm, _ make: (EncodingNumber) -> UnsafeMutablePointer<Tables>?) {
    self.form = form
    func tables(_ name: StaticString) -> UnsafeMutablePointer<Tables>? { findTables(name).flatMap { make($0) } }
    let needs = Needs(form)
    if needs.japanese { japanese = tables("EUC-JP") }
    if needs.newJapanese { newJapanese = tables("EUC-JISX0213") }
    if needs.chinese { chinese = tables("EUC-CN") }
    if needs.korean { korean = tables("EUC-KR") }
    if needs.taiwanese { taiwanese = tables("EUC-TW") }
    if needs.greek { greek = tables("ISO-8859-7") }
    if needs.japanese && japanese == nil || needs.newJapanese && newJapanese == nil || needs.chinese && chinese == nil {
      return nil
    }
    if needs.korean && korean == nil || needs.taiwanese && taiwanese == nil || needs.greek && greek == nil {
      return nil
    }
  }
}

typealias CodedReading = CodedTables<ReadingTables>
typealias CodedWriting = CodedTables<WritingTables>

extension CodedTables where Tables == ReadingTables {
  init?(_ form: CodedForm) { self.init(form, readingTables) }
}

extension CodedTables where Tables == WritingTables {
  init?(_ form: CodedForm) { self.init(form, writingTables) }
}

private struct Needs {
  let japanese, newJapanese, chinese, korean, taiwanese, greek: Bool

  init(_ form: CodedForm) {
    let isWide = form == .japanese2
    japanese = form == .japanese || isWide || form == .japanese3
    newJapanese = form == .japanese3
    chinese = isWide || form == .chinese || form == .chineseExtended
    korean = isWide || form == .korean
    taiwanese = form == .chinese || form == .chineseExtended
    greek = isWide
  }
}

private func findTables(_ name: StaticString) -> EncodingNumber? {
  let several = glibc_compat_multibyte_find(name.utf8Start, name.utf8CodeUnitCount)
  if several >= 0 { return EncodingNumber(index: several, isOneByte: false) }
  let one = glibc_compat_charset_find(name.utf8Start, name.utf8CodeUnitCount)
  return one >= 0 ? EncodingNumber(index: one, isOneByte: true) : nil
}

let escapeByte: UInt8 = 0x1b

/// What is read of one step: nothing more (a change of the state), a character, or why there is none.
func decodeCoded(
  _ sets: CodedReading, _ ignores: Bool, _ state: inout SourceState, _ from: UnsafePointer<UInt8>, _ left: Int
) -> Decoded {
  if sets.form == .tamil { return decodeTamil(&state, from, left) }
  if state.pending != 0 {
    let code = state.pending
    state.pending = 0
    return .character(code, 0)
  }
  guard left > 0 else { return .nothing(0) }
  switch sets.form {
  case .korean: return decodeKorean(sets, &state, from, left)
  case .chinese: return decodeChinese(sets, &state, from, left)
  case .chineseExtended: return decodeChineseExtended(sets, ignores, &state, from, left)
  case .japanese, .japanese2, .japanese3: return decodeJapanese(sets, &state, from, left)
  default: return decodeUTF7(sets.form == .utf7IMAP, ignores, &state, from, left)
  }
}

/// Writes one character, and what leads to its set. What leads there stays written where the character itself has no
/// room.
func encodeCoded(_ sets: CodedWriting, _ state: inout TargetState, _ code: UInt32, _ to: inout Text, _ room: inout Int)
  -> Put
{
  guard room > 0 else { return .noRoom }
  switch sets.form {
  case .korean: return encodeKorean(sets, &state, code, &to, &room)
  case .chinese: return encodeChinese(sets, &state, code, &to, &room)
  case .chineseExtended: return encodeChineseExtended(sets, &state, code, &to, &room)
  case .japanese, .japanese2: return encodeJapanese(sets, &state, code, &to, &room)
  case .japanese3: return encodeNewJapanese(sets, &state, code, &to, &room)
  case .utf7, .utf7IMAP: return encodeUTF7(sets.form == .utf7IMAP, &state, code, &to, &room)
  case .tamil: return encodeTamil(&state, code, &to, &room)
  }
}

/// Writes what is left to write at the end, and what leads back to the first state; false without room.
func finishCoded(_ form: CodedForm, _ state: inout TargetState, _ to: inout Text, _ room: inout Int) -> Bool {
  switch form {
  case .korean, .chinese, .chineseExtended:
    guard state.shift != 0 || state.bits != 0 else { return true }
    guard putBytes(0x0f, 1, &to, &room) else { return false }
  case .japanese, .japanese2:
    guard state.shift == CodedSet.ascii || putBytes(0x1b2842, 3, &to, &room) else { return false }
  case .japanese3: return finishNewJapanese(&state, &to, &room)
  case .utf7, .utf7IMAP: return finishUTF7(form == .utf7IMAP, &state, &to, &room)
  case .tamil: return flushTamil(&state, &to, &room)
  }
  state = TargetState()
  return true
}

/// Writes `count` bytes, the first one highest, or nothing without room for all of them.
@inline(__always)
func putBytes(_ bytes: UInt32, _ count: Int, _ to: inout Text, _ room: inout Int) -> Bool {
  guard room >= count else { return false }
  var shift = UInt32(count - 1) * 8
  for index in 0..<count {
    to[index] = CChar(truncatingIfNeeded: bytes >> shift)
    shift = shift &- 8
  }
  to += count
  room -= count
  return true
}

private func isGraphic(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7f }

/// What two bytes of seven bits are in an EUC encoding, behind `prefix` if that is not 0; `Cell.invalid` for nothing.
@inline(__always)
func cell(
  _ tables: UnsafeMutablePointer<ReadingTables>?, _ prefix: UInt8, _ plane: UInt8, _ first: UInt8, _ second: UInt8
) -> UInt32 {
  guard let tables, let words = UnsafePointer(tables.pointee.tree.list.words), isGraphic(first), isGraphic(second)
  else { return Cell.invalid }
  var node = tables.pointee.root
  if prefix != 0 {
    let next = ByteTree.cell(words, node, prefix)
    guard next & Cell.child != 0 else { return Cell.invalid }
    node = next & ~Cell.child
  }
  if plane != 0 {
    let next = ByteTree.cell(words, node, plane)
    guard next & Cell.child != 0 else { return Cell.invalid }
    node = next & ~Cell.child
  }
  let next = ByteTree.cell(words, node, first | 0x80)
  guard next & Cell.child != 0 else { return Cell.invalid }
  return ByteTree.cell(words, next & ~Cell.child, second | 0x80)
}

/// The two bytes of a character in a set, or 0.
@inline(__always)
func twoBytes(_ tables: UnsafeMutablePointer<WritingTables>?, _ code: UInt32) -> UInt32 {
  guard let tables else { return 0 }
  let bytes = tables.pointee.bytes(code)
  return bytes & 0x8080 == 0x8080 && bytes < 0x10000 && bytes >> 8 != 0x8e ? bytes & 0x7f7f : 0
}
