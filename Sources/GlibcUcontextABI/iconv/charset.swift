// <iconv.h>: which encoding a name is.
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

/// How an encoding is converted.
enum EncodingKind {
  case plain(PlainForm)
  case set(EncodingNumber)  // one with a table
  case coded(CodedForm)  // one whose bytes mean what those before them say
}

struct Encoding {
  var kind: EncodingKind
  /// A mark says which byte order it is; without one, the processor's.
  var hasMark = false

  init(_ kind: EncodingKind) { self.kind = kind }

  init(_ form: PlainForm, hasMark: Bool = false) {
    kind = .plain(form)
    self.hasMark = hasMark
  }

  /// glibc's own form within: what is converted to it is converted in one step.
  var isInternal: Bool {
    if case .plain(.wide) = kind { return true }
    return false
  }
}

/// The encoding with this name; an empty one means the locale's. nil for an unknown name.
func findEncoding(_ name: EncodingName) -> Encoding? {
  if name.isLong { return nil }
  if name.count == 0 {
    guard let codeset = glibc_compat_codeset(), codeset[0] != 0 else { return nil }
    let found = EncodingArgument(UnsafeRawPointer(codeset).assumingMemoryBound(to: UInt8.self)).name
    return found.count == 0 ? nil : findEncoding(found)
  }
  func named(_ list: StaticString) -> Bool { isNamed(name, list) }
  if named("UTF-8 UTF8 ISO-10646/UTF8 ISO-10646/UTF-8 ISO-IR-193 OSF05010001") { return Encoding(.utf8) }
  if named("WCHAR_T") { return Encoding(.wide) }
  if named("ANSI_X3.4-1968 ANSI_X3.4 ANSI_X3.4-1986 ASCII US-ASCII US ISO646-US ISO_646.IRV:1991 ISO-IR-6")
    || named("IBM367 CP367 CSASCII OSF00010020")
  {
    return Encoding(.ascii)
  }
  if named("ISO-8859-1 ISO88591 ISO8859-1 LATIN1 L1 ISO_8859-1 ISO_8859-1:1987 8859_1")
    || named("ISO-IR-100 IBM819 CP819 CSISOLATIN1 OSF00010001")
  {
    return Encoding(.latin1)
  }
  if named("UTF-16 UTF16") { return Encoding(.utf16, hasMark: true) }
  if named("UNICODE CSUNICODE") { return Encoding(.ucs2, hasMark: true) }
  if named("UTF-32 UTF32") { return Encoding(.utf32, hasMark: true) }
  if named("UTF-16LE UTF16LE") { return Encoding(.utf16) }
  if named("UTF-16BE UTF16BE") { return Encoding(.utf16Big) }
  if named("UTF-32LE UTF32LE") { return Encoding(.utf32) }
  if named("UTF-32BE UTF32BE") { return Encoding(.utf32Big) }
  if named("UCS-4LE") { return Encoding(.ucs4) }
  if named("UCS4 UCS-4 UCS-4BE CSUCS4 ISO-10646 ISO-10646/UCS4 10646-1:1993 10646-1:1993/UCS4")
    || named("OSF00010104 OSF00010105 OSF00010106")
  {
    return Encoding(.ucs4Big)
  }
  if named("UCS-2 UCS2 ISO-10646/UCS2 OSF00010100 OSF00010101 OSF00010102 UNICODELITTLE UCS-2LE") {
    return Encoding(.ucs2)
  }
  if named("UNICODEBIG UCS-2BE") { return Encoding(.ucs2Big) }
  if let form = codedForm(name) { return Encoding(.coded(form)) }
  let size = name.count
  return withUnsafePointer(to: name.bytes) { text -> Encoding? in
    let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    let several = glibc_compat_multibyte_find(bytes, size)
    if several >= 0 { return Encoding(.set(EncodingNumber(index: several, isOneByte: false))) }
    let one = glibc_compat_charset_find(bytes, size)
    return one >= 0 ? Encoding(.set(EncodingNumber(index: one, isOneByte: true))) : nil
  }
}
