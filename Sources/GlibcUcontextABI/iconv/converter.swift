// <iconv.h>: one conversion. musl converts, but replaces what the target lacks by '*' where glibc stops with EILSEQ, and it
// knows neither //TRANSLIT nor //IGNORE nor glibc's byte order marks. So a character goes through UTF-32, one half of musl at a time.
import CGlibcABI
import CMusl

let badDescriptor = iconv_t(bitPattern: -1)

struct Converter {
  /// What it was opened for, where it may serve again.
  var key = ConversionKey()
  let decoder: iconv_t
  let encoder: iconv_t
  let source: EncodingKind
  let target: EncodingKind
  let transliterate: Bool
  let ignore: Bool
  /// Where both have one, most of the text needs neither half of musl.
  var sourceForm = DirectForm.none, targetForm = DirectForm.none
  /// Bytes below 0x80 are the same in both encodings.
  var isASCIISafe = false
  /// The source's byte order is that of the mark: the second decoder reads the other one.
  let swappedDecoder: iconv_t
  var isSwapped = false
  var readMark = false
  var wroteMark = false
  /// For encodings that musl only decodes: the two-byte code of each character of the first plane, 0 where there is none.
  var inverse: UnsafeMutablePointer<UInt16>?
  /// For encodings that musl does not know.
  var sourceTable: ByteTable?
  var targetTable: ByteTable?
}

enum Encoded { case bytes(Int), unknown, noRoom }

/// One character in the target's encoding.
func encode(_ converter: inout Converter, _ code: UInt32, _ target: UnsafeMutablePointer<CChar>, _ room: Int) -> Encoded {
  if let table = converter.targetTable {
    guard let byte = table.byte(code) else { return .unknown }
    guard room >= 1 else { return .noRoom }
    target[0] = CChar(bitPattern: byte)
    return .bytes(1)
  }
  if let inverse = converter.inverse { return encodeInverse(converter, inverse, code, target, room) }
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

private func encodeInverse(
  _ converter: Converter, _ inverse: UnsafeMutablePointer<UInt16>, _ code: UInt32, _ target: UnsafeMutablePointer<CChar>, _ room: Int
) -> Encoded {
  if code < 0x80 {
    guard room >= 1 else { return .noRoom }
    target[0] = CChar(code)
    return .bytes(1)
  }
  if code < 0x10000, inverse[Int(code)] != 0 {
    guard room >= 2 else { return .noRoom }
    target[0] = CChar(bitPattern: UInt8(inverse[Int(code)] >> 8))
    target[1] = CChar(bitPattern: UInt8(inverse[Int(code)] & 0xff))
    return .bytes(2)
  }
  guard case .gb18030 = converter.target, code <= 0x10ffff, code < 0xd800 || code > 0xdfff else { return .unknown }
  guard room >= 4 else { return .noRoom }
  // The four-byte codes number the characters that have no two-byte code.
  var index: UInt32 = 0
  if code >= 0x10000 {
    index = 189000 + code - 0x10000
  } else {
    for other in 0x80..<Int(code) where inverse[other] == 0 && !(other >= 0xd800 && other <= 0xdfff) { index += 1 }
  }
  target[0] = CChar(bitPattern: UInt8(0x81 + index / 12600))
  target[1] = CChar(bitPattern: UInt8(0x30 + index / 1260 % 10))
  target[2] = CChar(bitPattern: UInt8(0x81 + index / 10 % 126))
  target[3] = CChar(bitPattern: UInt8(0x30 + index % 10))
  return .bytes(4)
}

/// Decodes every two-byte code once and notes it at its character.
func buildInverse(_ name: UnsafePointer<CChar>) -> UnsafeMutablePointer<UInt16>? {
  let utf32: StaticString = "UTF-32LE"
  let decoder = glibc_compat_musl_iconv_open(UnsafeRawPointer(utf32.utf8Start).assumingMemoryBound(to: CChar.self), name)
  guard decoder != badDescriptor, let block = calloc(0x10000, 2) else { return nil }
  defer { glibc_compat_musl_iconv_close(decoder) }
  let table = block.assumingMemoryBound(to: UInt16.self)
  for lead in 0x81...0xfe {
    for trail in 0x40...0xfe {
      var bytes: (UInt8, UInt8) = (UInt8(lead), UInt8(trail))
      let code = withUnsafeMutableBytes(of: &bytes) { decodePair(decoder, $0) }
      if code >= 0x80, code < 0x10000, table[Int(code)] == 0 { table[Int(code)] = UInt16(lead << 8 | trail) }
    }
  }
  return table
}

private func decodePair(_ decoder: iconv_t?, _ bytes: UnsafeMutableRawBufferPointer) -> UInt32 {
  var input = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
  var inputLeft = 2
  var result: (UInt32, UInt32) = (0, 0)
  return withUnsafeMutableBytes(of: &result) { room in
    var output = room.baseAddress?.assumingMemoryBound(to: CChar.self)
    var outputLeft = 8
    let status = glibc_compat_musl_iconv(decoder, &input, &inputLeft, &output, &outputLeft)
    return status == 0 && outputLeft == 4 ? room.load(as: UInt32.self) : 0
  }
}

enum Decoded { case character(UInt32, Int), nothing(Int), incomplete(Int), invalid(Int) }

/// One character of the source, and the bytes it took; bytes that stand for nothing by themselves (escape sequences) come alone.
func decode(_ converter: inout Converter, _ source: UnsafeMutablePointer<CChar>, _ left: Int) -> Decoded {
  if let table = converter.sourceTable {
    guard let code = table.character(UInt8(bitPattern: source[0])) else { return .invalid(0) }
    return .character(code, 1)
  }
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
