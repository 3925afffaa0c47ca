// <iconv.h>: names of encodings, glibc's to musl's.
import CGlibcABI
import CMusl

/// An encoding with a table, by its number among those of one byte a character or of several.
struct EncodingNumber {
  let index: Int32
  let isOneByte: Bool

  /// Where its tables are kept.
  func slot(forWriting writing: Bool) -> UnsafeMutablePointer<UnsafeMutableRawPointer?>? {
    isOneByte ? glibc_compat_charset_slot(index, writing ? 1 : 0) : glibc_compat_multibyte_slot(index, writing ? 1 : 0)
  }
}

/// What is special about an encoding.
enum EncodingKind {
  case plain
  case utf16, utf32  // with a byte order mark; without one, the processor's order
  case set(EncodingNumber)  // one with a table
}

struct Encoding {
  var kind = EncodingKind.plain
  /// glibc's own form within: what is converted to it is converted in one step.
  var isInternal = false
  /// musl's name.
  var name: InlineArray<48, CChar> = InlineArray(repeating: 0)
}

private func upper(_ byte: UInt8) -> UInt8 { byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte }

/// Whether `length` bytes equal `text`, which is in upper case.
func equalsIgnoringCase(_ bytes: UnsafePointer<UInt8>, _ length: Int, _ text: StaticString) -> Bool {
  guard length == text.utf8CodeUnitCount else { return false }
  for index in 0..<length where upper(bytes[index]) != text.utf8Start[index] { return false }
  return true
}

private func store(_ encoding: inout Encoding, _ bytes: UnsafePointer<UInt8>, _ length: Int) {
  for index in 0..<length { encoding.name[index] = CChar(bitPattern: bytes[index]) }
  encoding.name[length] = 0
}

private func store(_ encoding: inout Encoding, _ text: StaticString) { store(&encoding, text.utf8Start, text.utf8CodeUnitCount) }

/// glibc's name, `length` bytes; an empty one means the locale's encoding. nil for a name too long to be one.
func findEncoding(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Encoding? {
  func named(_ text: StaticString) -> Bool { equalsIgnoringCase(bytes, length, text) }
  var encoding = Encoding()
  if length == 0 {
    guard let codeset = glibc_compat_codeset(), codeset[0] != 0 else { return nil }
    return findEncoding(UnsafeRawPointer(codeset).assumingMemoryBound(to: UInt8.self), strlen(codeset))
  }
  let number = glibc_compat_multibyte_find(bytes, length)
  if number >= 0 {
    encoding.kind = .set(EncodingNumber(index: number, isOneByte: false))
    return encoding
  }
  if named("WCHAR_T") || named("INTERNAL") {
    encoding.isInternal = true
    store(&encoding, "UTF-32LE")
  } else if named("ANSI_X3.4-1968") || named("ANSI_X3.4-1986") || named("ISO646-US") || named("ISO-IR-6") || named("US")
    || named("CP367") || named("IBM367") || named("US-ASCII")
  {
    store(&encoding, "ASCII")
  } else if named("UTF-16") || named("UTF16") || named("UNICODE") || named("CSUNICODE") {
    encoding.kind = .utf16
    store(&encoding, "UTF-16LE")
  } else if named("UTF-32") || named("UTF32") {
    encoding.kind = .utf32
    store(&encoding, "UTF-32LE")
  } else if named("UCS-2") || named("UCS2") || named("ISO-10646-UCS-2") || named("UNICODELITTLE") || named("UCS-2LE") {
    store(&encoding, "UCS2LE")
  } else {
    guard length < 47 else { return nil }
    store(&encoding, bytes, length)
    if directForm(encoding) == .none {
      let byteNumber = glibc_compat_charset_find(bytes, length)
      if byteNumber >= 0 { encoding.kind = .set(EncodingNumber(index: byteNumber, isOneByte: true)) }
    }
  }
  return encoding
}
