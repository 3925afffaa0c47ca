// <iconv.h>: iconv_open, iconv, iconv_close. Source: iconv_open(3), iconv(3); the suffixes are in the GNU C Library manual.
import CGlibcABI
import CMusl

private func length(_ text: UnsafePointer<UInt8>, before stop: UInt8) -> Int {
  var at = 0
  while text[at] != 0 && text[at] != stop { at += 1 }
  return at
}

// The part before the first slash, and the rest. nil where a single slash follows.
private func splitName(_ text: UnsafePointer<UInt8>) -> (Int, UnsafePointer<UInt8>?)? {
  let size = length(text, before: 0x2f)
  if text[size] == 0 { return (size, nil) }
  guard text[size + 1] == 0x2f else { return nil }
  return (size, text + size + 2)
}

private func hasSuffix(_ suffixes: UnsafePointer<UInt8>?, _ name: StaticString) -> Bool {
  guard var at = suffixes else { return false }
  while at[0] != 0 {
    var size = 0
    while at[size] != 0 && at[size] != 0x2f && at[size] != 0x2c { size += 1 }
    if equalsIgnoringCase(at, size, name) { return true }
    at += size
    while at[0] == 0x2f || at[0] == 0x2c { at += 1 }
  }
  return false
}

private func fail(_ error: CInt) -> iconv_t? {
  __errno_location().pointee = error
  return badDescriptor
}

private let pivot: StaticString = "UTF-32LE"
private var pivotName: UnsafePointer<CChar> { UnsafeRawPointer(pivot.utf8Start).assumingMemoryBound(to: CChar.self) }

private func open(from encoding: Encoding) -> iconv_t? {
  withUnsafePointer(to: encoding.name) {
    glibc_compat_musl_iconv_open(pivotName, UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
  }
}

private func open(to encoding: Encoding) -> iconv_t? {
  withUnsafePointer(to: encoding.name) {
    glibc_compat_musl_iconv_open(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self), pivotName)
  }
}

private func openSwapped(_ kind: EncodingKind) -> iconv_t? {
  var other = Encoding()
  let name: StaticString
  switch kind {
  case .utf16: name = "UTF-16BE"
  case .utf32: name = "UTF-32BE"
  default: return badDescriptor
  }
  for index in 0..<name.utf8CodeUnitCount { other.name[index] = CChar(bitPattern: name.utf8Start[index]) }
  return open(from: other)
}

/// A conversion between two encodings; the target may be followed by //TRANSLIT and //IGNORE. (iconv_t)-1 with EINVAL for names that
/// are unknown, ENOMEM. Source: iconv_open(3).
@c(iconv_open)
public func openConversion(_ to: ConstText, _ from: ConstText) -> iconv_t? {
  let toBytes = UnsafeRawPointer(to).assumingMemoryBound(to: UInt8.self)
  let fromBytes = UnsafeRawPointer(from).assumingMemoryBound(to: UInt8.self)
  if let converter = takeKept(toBytes, fromBytes) { return converter }
  guard let (toLength, suffixes) = splitName(toBytes), let (fromLength, _) = splitName(fromBytes),
    let target = findEncoding(toBytes, toLength), let source = findEncoding(fromBytes, fromLength)
  else { return fail(EINVAL) }
  guard let decoder = open(from: source) else { return fail(EINVAL) }
  let sourceTable = decoder == badDescriptor ? ByteTable(fromBytes, fromLength) : nil
  if decoder == badDescriptor && sourceTable == nil { return fail(EINVAL) }
  var inverse: UnsafeMutablePointer<UInt16>?
  var encoder: iconv_t? = badDescriptor
  switch target.kind {
  case .doubleByte, .gb18030:
    inverse = withUnsafePointer(to: target.name) { buildInverse(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)) }
  default:
    encoder = open(to: target)
  }
  let targetTable = encoder == badDescriptor && inverse == nil ? ByteTable(toBytes, toLength) : nil
  guard let encoder, encoder != badDescriptor || inverse != nil || targetTable != nil, let block = malloc(MemoryLayout<Converter>.size) else {
    glibc_compat_musl_iconv_close(decoder)
    return fail(inverse != nil || targetTable != nil ? ENOMEM : EINVAL)
  }
  let converter = block.bindMemory(to: Converter.self, capacity: 1)
  converter.initialize(
    to: Converter(
      decoder: decoder, encoder: encoder, source: source.kind, target: target.kind,
      transliterate: hasSuffix(suffixes, "TRANSLIT"), ignore: hasSuffix(suffixes, "IGNORE"),
      swappedDecoder: openSwapped(source.kind) ?? decoder, inverse: inverse, sourceTable: sourceTable,
      targetTable: targetTable))
  let forms = (directForm(source), directForm(target))
  if forms.0 != .none && forms.1 != .none {
    converter.pointee.sourceForm = forms.0
    converter.pointee.targetForm = forms.1
    // Neither half of musl has a state of its own then.
    converter.pointee.key = ConversionKey(toBytes, fromBytes)
  } else {
    converter.pointee.isASCIISafe = isASCIISafe(&converter.pointee)
  }
  return block
}

// Tried with every character: then runs of them can be copied.
private func isASCIISafe(_ converter: inout Converter) -> Bool {
  switch (converter.source, converter.target) {
  case (.utf16, _), (.utf32, _), (_, .utf16), (_, .utf32): return false
  default: break
  }
  var input: CChar = 0
  var output: (CChar, CChar, CChar, CChar) = (0, 0, 0, 0)
  for code in UInt8(0)..<0x80 {
    input = CChar(code)
    guard case .character(let decoded, 1) = decode(&converter, &input, 1), decoded == UInt32(code) else { return false }
    let encoded = withUnsafeMutableBytes(of: &output) { room -> Encoded in
      guard let base = room.baseAddress else { return .unknown }
      return encode(&converter, decoded, base.assumingMemoryBound(to: CChar.self), 4)
    }
    guard case .bytes(1) = encoded, output.0 == input else { return false }
  }
  return true
}

/// Ends a conversion. Source: iconv_close(3).
@c(iconv_close)
public func closeConversion(_ descriptor: iconv_t?) -> CInt {
  guard let descriptor, descriptor != badDescriptor else {
    __errno_location().pointee = EBADF
    return -1
  }
  if !keep(descriptor) { discard(descriptor) }
  return 0
}

private func error(_ number: CInt) -> Int {
  __errno_location().pointee = number
  return -1
}

// What is written in place of a character that the target lacks: bytes, or nil.
private func substitute(_ converter: inout Converter, _ code: UInt32, _ out: Text, _ room: Int) -> Encoded {
  guard let text = glibc_compat_transliteration(code) else { return encode(&converter, 0x3f, out, room) }
  var count = 0
  var index = 0
  while text[index] != 0 {
    switch encode(&converter, UInt32(text[index]), out + count, room - count) {
    case .bytes(let size): count += size
    case .noRoom: return .noRoom
    // The target does not have the spelling either.
    case .unknown: return encode(&converter, 0x3f, out, room)
    }
    index += 1
  }
  return .bytes(count)
}

/// Converts as much as it can and moves all four arguments. The number of characters that were replaced, or -1 with EILSEQ, EINVAL
/// (the input ends within a character) or E2BIG. Source: iconv(3).
@c(iconv)
public func convert(
  _ descriptor: iconv_t?, _ input: UnsafeMutablePointer<Text?>?, _ inputLeft: UnsafeMutablePointer<Int>?,
  _ output: UnsafeMutablePointer<Text?>?, _ outputLeft: UnsafeMutablePointer<Int>?
) -> Int {
  guard let descriptor, descriptor != badDescriptor else { return error(EBADF) }
  let converter = descriptor.assumingMemoryBound(to: Converter.self)
  guard let input, var from = input.pointee, let inputLeft else {
    converter.pointee.wroteMark = false
    converter.pointee.readMark = false
    converter.pointee.isSwapped = false
    return 0
  }
  guard let output, var to = output.pointee, let outputLeft else { return error(E2BIG) }
  var left = inputLeft.pointee
  var room = outputLeft.pointee
  let result = convertAll(&converter.pointee, &from, &left, &to, &room)
  input.pointee = from
  inputLeft.pointee = left
  output.pointee = to
  outputLeft.pointee = room
  return result
}

private func writeMark(_ converter: inout Converter, _ to: inout Text, _ room: inout Int) -> Bool {
  guard !converter.wroteMark else { return true }
  switch converter.target {
  case .utf16, .utf32:
    guard case .bytes(let count) = encode(&converter, 0xfeff, to, room) else { return false }
    to += count
    room -= count
  default: break
  }
  converter.wroteMark = true
  return true
}

private func convertAll(_ converter: inout Converter, _ from: inout Text, _ left: inout Int, _ to: inout Text, _ room: inout Int) -> Int {
  var replaced = 0
  var skipped = false
  guard writeMark(&converter, &to, &room) else { return error(E2BIG) }
  while left > 0 {
    if converter.isASCIISafe {
      while left > 0 && room > 0 && from[0] >= 0 {
        to[0] = from[0]
        to += 1
        from += 1
        left -= 1
        room -= 1
      }
      if left == 0 { break }
    } else if converter.sourceForm != .none && converter.readMark && !converter.isSwapped {
      convertDirectly(converter.sourceForm, converter.targetForm, &from, &left, &to, &room)
      if left == 0 { break }
    }
    switch decode(&converter, from, left) {
    case .nothing(let taken):
      from += taken
      left -= taken
      if taken == 0 { return error(EINVAL) }
    case .incomplete(let taken):
      from += taken
      left -= taken
      return error(EINVAL)
    case .invalid(let taken):
      from += taken
      left -= taken
      guard converter.ignore, left > 0 else { return error(EILSEQ) }
      skipped = true
      from += 1
      left -= 1
    case .character(let code, let taken):
      var written = encode(&converter, code, to, room)
      if case .unknown = written {
        if converter.transliterate {
          written = substitute(&converter, code, to, room)
          if case .bytes = written { replaced += 1 }
        }
        if case .unknown = written {
          guard converter.ignore else { return error(EILSEQ) }
          skipped = true
          written = .bytes(0)
        }
      }
      guard case .bytes(let count) = written else { return error(E2BIG) }
      to += count
      room -= count
      from += taken
      left -= taken
    }
  }
  // Everything is converted, but what was left out is reported all the same.
  return skipped ? error(EILSEQ) : replaced
}
