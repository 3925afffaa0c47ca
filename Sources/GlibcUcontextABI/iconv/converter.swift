// <iconv.h>: one conversion. musl converts, but replaces what the target lacks by '*' where glibc stops with EILSEQ, and it
// knows neither //TRANSLIT nor //IGNORE nor glibc's byte order marks. So a character goes through UTF-32, one half of musl at a time.
import CGlibcABI
import CMusl

let badDescriptor = iconv_t(bitPattern: -1)

struct Converter {
  /// What it was opened for, where it may serve again.
  var key = ConversionKey()
  var decoder: iconv_t?
  var encoder: iconv_t?
  let source: EncodingKind
  let target: EncodingKind
  let transliterate: Bool
  let ignore: Bool
  /// Where both have one, most of the text needs neither half of musl.
  var sourceForm = DirectForm.none, targetForm = DirectForm.none
  /// In one step, room is asked for before the text is looked at, as soon as so many bytes are there.
  var leastRoom = 0
  var leastText = 1
  /// Bytes below 0x80 are the same in both encodings.
  var isASCIISafe = false
  /// The source's byte order is that of the mark: the second decoder reads the other one.
  var swappedDecoder: iconv_t?
  var isSwapped = false
  var readMark = false
  var wroteMark = false
  /// For encodings with tables of ours, not musl's; and whether runs of plain text need nothing but them.
  var sourceSet: UnsafeMutablePointer<ReadingTables>?
  var targetSet: UnsafeMutablePointer<WritingTables>?
  var fromSetPlainly = false, intoSetPlainly = false
  var sourceState = SourceState()
  var targetState = TargetState()
}

enum Encoded { case bytes(Int), unknown, noRoom }

/// Writes one character and moves on behind it.
func put(_ converter: inout Converter, _ code: UInt32, _ to: inout Text, _ room: inout Int) -> Put {
  if let set = converter.targetSet { return encodeSet(set, &converter.targetState, code, &to, &room) }
  if code >> 7 == 0xe0000 >> 7, converter.targetForm == .ascii || converter.targetForm == .latin1 { return room > 0 ? .done : .noRoom }
  switch encode(&converter, code, to, room) {
  case .bytes(let count):
    to += count
    room -= count
    return .done
  case .unknown: return .unknown
  case .noRoom: return .noRoom
  }
}

/// One character in the target's encoding.
func encode(_ converter: inout Converter, _ code: UInt32, _ target: UnsafeMutablePointer<CChar>, _ room: Int) -> Encoded {
  return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { scratch in
    guard let out = scratch.baseAddress else { return .unknown }
    var value = code
    return withUnsafeMutablePointer(to: &value) { pointer in
      var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: CChar.self)
      var inputLeft = 4
      var output: UnsafeMutablePointer<CChar>? = out
      var outputLeft = 32
      // musl counts a substitution; such a character the target does not have.
      let result = glibc_compat_musl_iconv(converter.encoder, &input, &inputLeft, &output, &outputLeft)
      guard result == 0 else { return .unknown }
      let count = 32 - outputLeft
      guard count <= room else { return .noRoom }
      memcpy(target, out, count)
      return .bytes(count)
    }
  }
}

enum Decoded {
  case character(UInt32, Int), nothing(Int), incomplete(Int), invalid(Int)
  /// No character; the number of bytes that //IGNORE leaves out.
  case illegal(Int)
  /// The same, but what is left out counts as replaced.
  case passed(Int)
  /// The same, but U+FFFD with //IGNORE.
  case replaced(Int)
}

/// One character of the source, and the bytes it took; bytes that stand for nothing by themselves (escape sequences) come alone.
func decode(_ converter: inout Converter, _ source: UnsafeMutablePointer<CChar>, _ left: Int) -> Decoded {
  if let set = converter.sourceSet { return decodeSet(set, &converter.sourceState, UnsafePointer(OpaquePointer(source)), left) }
  if !converter.readMark {
    if let taken = readByteOrderMark(&converter, source, left) { return taken }
  }
  var input: UnsafeMutablePointer<CChar>? = source
  var inputLeft = left
  var value: UInt32 = 0
  let decoder = converter.isSwapped ? converter.swappedDecoder : converter.decoder
  let (status, written) = withUnsafeMutablePointer(to: &value) { pointer -> (Int, Bool) in
    var output: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: CChar.self)
    var outputLeft = 4
    let status = glibc_compat_musl_iconv(decoder, &input, &inputLeft, &output, &outputLeft)
    return (Int(status), outputLeft == 0)
  }
  let taken = left - inputLeft
  if written { return .character(value, taken) }
  if status != -1 { return .nothing(taken) }
  return __errno_location().pointee == EINVAL ? .incomplete(taken) : .invalid(taken)
}

// The first character of UTF-16 and UTF-32 tells the byte order.
private func readByteOrderMark(_ converter: inout Converter, _ source: UnsafeMutablePointer<CChar>, _ left: Int) -> Decoded? {
  let size: Int
  switch converter.source {
  case .utf16: size = 2
  case .utf32: size = 4
  default:
    converter.readMark = true
    return nil
  }
  guard left >= size else { return .incomplete(0) }
  converter.readMark = true
  let bytes = UnsafeRawPointer(source)
  let value = size == 2 ? UInt32(bytes.loadUnaligned(as: UInt16.self)) : bytes.loadUnaligned(as: UInt32.self)
  if value == 0xfeff { return .nothing(size) }
  if (size == 2 && value == 0xfffe) || (size == 4 && value == 0xfffe_0000) {
    converter.isSwapped = true
    return .nothing(size)
  }
  return nil
}
