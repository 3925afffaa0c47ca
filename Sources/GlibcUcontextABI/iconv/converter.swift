// <iconv.h>: one conversion: every character goes through Unicode, one half at a time.
import CGlibcABI
import CMusl

let badDescriptor = iconv_t(bitPattern: -1)

struct Converter {
  /// What it was opened for, where it may serve again.
  var key = ConversionKey()
  let source: Encoding
  let target: Encoding
  let transliterate: Bool
  let ignore: Bool
  /// Where both have one, most of the text needs no look at what is special.
  var sourceForm = DirectForm.none, targetForm = DirectForm.none
  /// In one step, room is asked for before the text is looked at, as soon as so many bytes are there.
  var leastRoom = 0
  var leastText = 1
  /// The source's byte order is not the processor's; a mark says so, and it stays so.
  var isSwapped = false
  var readMark = false
  var wroteMark = false
  /// For encodings with tables, and whether runs of plain text need nothing but them.
  var sourceSet: UnsafeMutablePointer<ReadingTables>?
  var targetSet: UnsafeMutablePointer<WritingTables>?
  var fromSetPlainly = false, intoSetPlainly = false
  /// For encodings in which the bytes before decide.
  var sourceCoded: CodedReading?
  var targetCoded: CodedWriting?
  var sourceState = SourceState()
  var targetState = TargetState()

  /// Back to the first state. What a mark said of the byte order stays.
  mutating func restart() {
    sourceState = SourceState()
    targetState = TargetState()
    wroteMark = false
    readMark = !source.hasMark
  }
}

/// Writes one character and moves on behind it.
func put(_ converter: inout Converter, _ code: UInt32, _ to: inout Text, _ room: inout Int) -> Put {
  if let set = converter.targetSet { return encodeSet(set, &converter.targetState, code, &to, &room) }
  if let sets = converter.targetCoded { return encodeCoded(sets, &converter.targetState, code, &to, &room) }
  guard case .plain(let form) = converter.target.kind else { return .unknown }
  return encodePlain(form, code, &to, &room)
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

/// One character of the source, and the bytes it took; bytes that stand for nothing by themselves (escape sequences)
/// come alone.
func decode(_ converter: inout Converter, _ source: UnsafeMutablePointer<CChar>, _ left: Int) -> Decoded {
  let bytes = UnsafePointer<UInt8>(OpaquePointer(source))
  if let set = converter.sourceSet { return decodeSet(set, &converter.sourceState, bytes, left) }
  if let sets = converter.sourceCoded {
    return decodeCoded(sets, converter.ignore, &converter.sourceState, bytes, left)
  }
  guard case .plain(let form) = converter.source.kind else { return .illegal(1) }
  return decodePlain(converter.isSwapped ? form.swapped : form, bytes, left)
}

/// The first character of the forms with a mark tells the byte order; false where it is cut off.
func readByteOrderMark(_ converter: inout Converter, _ source: inout Text, _ left: inout Int) -> Bool {
  guard converter.source.hasMark, left > 0, case .plain(let form) = converter.source.kind else { return true }
  guard left >= form.unit else { return false }
  converter.readMark = true
  let bytes = UnsafeRawPointer(source)
  let value = form.unit == 2 ? UInt32(bytes.loadUnaligned(as: UInt16.self)) : bytes.loadUnaligned(as: UInt32.self)
  let isOther = value == (form.unit == 2 ? 0xfffe : 0xfffe_0000)
  if isOther { converter.isSwapped = true }
  if isOther || value == 0xfeff {
    source += form.unit
    left -= form.unit
  }
  return true
}
