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

// The bytes of a unit.
private func leastRoom(_ form: DirectForm) -> Int {
  switch form {
  case .utf16Little, .utf16Big: return 2
  case .utf32Little, .utf32Big: return 4
  default: return 1
  }
}

private func failed(_ made: Converter, _ error: CInt) -> iconv_t? {
  closeHalves(made)
  return fail(error)
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
  var made = Converter(
    decoder: badDescriptor, encoder: badDescriptor, source: source.kind, target: target.kind,
    transliterate: hasSuffix(suffixes, "TRANSLIT"), ignore: hasSuffix(suffixes, "IGNORE"), swappedDecoder: badDescriptor)
  if target.isInternal {
    made.leastRoom = 4
  } else if source.isInternal {
    made.leastRoom = leastRoom(directForm(target))
    made.leastText = 4
  }
  if case .set(let number) = source.kind {
    guard let tables = readingTables(number) else { return fail(ENOMEM) }
    made.sourceSet = tables
  } else {
    made.decoder = open(from: source)
    made.swappedDecoder = openSwapped(source.kind)
    if made.decoder == badDescriptor { return fail(EINVAL) }
  }
  if case .set(let number) = target.kind {
    made.targetSet = writingTables(number)
    if made.targetSet == nil { return failed(made, ENOMEM) }
  } else {
    made.encoder = open(to: target)
    if made.encoder == badDescriptor { return failed(made, EINVAL) }
  }
  guard let block = malloc(MemoryLayout<Converter>.size) else { return failed(made, ENOMEM) }
  let converter = block.bindMemory(to: Converter.self, capacity: 1)
  converter.initialize(to: made)
  converter.pointee.sourceForm = directForm(source)
  converter.pointee.targetForm = directForm(target)
  let known = (made.sourceSet != nil || converter.pointee.sourceForm != .none, made.targetSet != nil || converter.pointee.targetForm != .none)
  // Neither half of musl has a state of its own then.
  if known.0 && known.1 { converter.pointee.key = ConversionKey(toBytes, fromBytes) }
  converter.pointee.prepareRuns()
  if !known.0 || !known.1 {
    converter.pointee.isASCIISafe = isASCIISafe(&converter.pointee)
  }
  return block
}

extension Converter {
  fileprivate mutating func prepareRuns() {
    if let sourceSet, targetForm != .none { fromSetPlainly = isPlain(sourceSet) }
    if let targetSet, sourceForm != .none { intoSetPlainly = isPlain(targetSet) }
  }

  // Runs of plain text in which nothing waits and no mark of the byte order is due.
  @inline(__always)
  fileprivate mutating func convertRun(_ from: inout Text, _ left: inout Int, _ to: inout Text, _ room: inout Int) {
    if let sourceSet, fromSetPlainly {
      if sourceState.pending == 0 { convertFromSet(sourceSet, targetForm, &from, &left, &to, &room) }
    } else if sourceForm != .none && readMark && !isSwapped {
      if let targetSet, intoSetPlainly {
        convertIntoSet(sourceForm, targetSet, &from, &left, &to, &room)
      } else if targetForm != .none {
        convertDirectly(sourceForm, targetForm, &from, &left, &to, &room)
      }
    }
  }
}

// Tried with every character: then runs of them can be copied.
private func isASCIISafe(_ converter: inout Converter) -> Bool {
  switch (converter.source, converter.target) {
  case (.utf16, _), (.utf32, _), (_, .utf16), (_, .utf32), (.set, _), (_, .set): return false
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

// Writes what stands for a character that the target lacks.
private func substitute(_ converter: inout Converter, _ code: UInt32, _ to: inout Text, _ room: inout Int) -> Put {
  let before = (to, room, converter.targetState)
  func back(_ result: Put) -> Put {
    (to, room, converter.targetState) = before
    return result
  }
  guard let text = glibc_compat_transliteration(code) else { return put(&converter, 0x3f, &to, &room) }
  var index = 0
  while text[index] != 0 {
    switch put(&converter, UInt32(text[index]), &to, &room) {
    case .done: break
    case .noRoom: return back(.noRoom)
    // The target does not have the spelling either.
    case .unknown:
      _ = back(.unknown)
      return put(&converter, 0x3f, &to, &room)
    }
    index += 1
  }
  return .done
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
    return reset(&converter.pointee, output, outputLeft)
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

// Back to the first state. With room to write to, what is left to be written is written first.
private func reset(_ converter: inout Converter, _ output: UnsafeMutablePointer<Text?>?, _ outputLeft: UnsafeMutablePointer<Int>?) -> Int {
  if let output, var to = output.pointee, let outputLeft {
    var room = outputLeft.pointee
    let result = finish(&converter, &to, &room)
    output.pointee = to
    outputLeft.pointee = room
    if result != 0 { return error(result) }
  }
  converter.sourceState = SourceState()
  converter.targetState = TargetState()
  converter.wroteMark = false
  converter.readMark = false
  converter.isSwapped = false
  return 0
}

private func finish(_ converter: inout Converter, _ to: inout Text, _ room: inout Int) -> CInt {
  let waiting = converter.sourceState.pending != 0 ? converter.sourceState.pending : converter.sourceState.held
  if waiting != 0 {
    switch put(&converter, waiting, &to, &room) {
    case .noRoom: return E2BIG
    case .unknown:
      if converter.transliterate {
        if case .noRoom = substitute(&converter, waiting, &to, &room) { return E2BIG }
      } else if !converter.ignore {
        return EILSEQ
      }
    case .done: break
    }
    converter.sourceState = SourceState()
  }
  if let set = converter.targetSet, !finishSet(set, &converter.targetState, &to, &room) { return E2BIG }
  return 0
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
  // Where the last character ended that was written: there the text goes on if the next one cannot be.
  var mark = (from, left, converter.sourceState)
  var hasMore = left > 0
  while hasMore {
    if converter.isASCIISafe {
      while left > 0 && room > 0 && from[0] >= 0 {
        to[0] = from[0]
        to += 1
        from += 1
        left -= 1
        room -= 1
      }
      if left == 0 { break }
      mark = (from, left, converter.sourceState)
    } else {
      converter.convertRun(&from, &left, &to, &room)
      if left == 0 && converter.sourceState.pending == 0 { break }
      mark = (from, left, converter.sourceState)
    }
    if room < converter.leastRoom && left >= converter.leastText { return error(E2BIG) }
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
      // From glibc's own form it is the target's step that finds it.
      if converter.leastText == 4, let set = converter.targetSet, set.pointee.countsUnknown { replaced += 1 } else { skipped = true }
      let skip = min(leastRoom(converter.sourceForm), left)
      from += skip
      left -= skip
    case .illegal(let skip):
      guard converter.ignore else { return error(EILSEQ) }
      skipped = true
      from += min(skip, left)
      left -= min(skip, left)
    case .passed(let skip):
      guard converter.ignore else { return error(EILSEQ) }
      replaced += 1
      from += min(skip, left)
      left -= min(skip, left)
    case .replaced(let taken):
      guard converter.ignore else { return error(EILSEQ) }
      if let failure = write(&converter, 0xfffd, &to, &room, &replaced, &skipped) { return error(failure) }
      from += taken
      left -= taken
      mark = (from, left, converter.sourceState)
    case .character(let code, let taken):
      if let failure = write(&converter, code, &to, &room, &replaced, &skipped) {
        (from, left, converter.sourceState) = mark
        return error(failure)
      }
      from += taken
      left -= taken
      mark = (from, left, converter.sourceState)
    }
    hasMore = left > 0 || converter.sourceState.pending != 0
  }
  // Everything is converted, but what was left out is reported all the same.
  return skipped ? error(EILSEQ) : replaced
}

// One character, or what stands for it; the error if neither can be written.
private func write(
  _ converter: inout Converter, _ code: UInt32, _ to: inout Text, _ room: inout Int, _ replaced: inout Int, _ skipped: inout Bool
) -> CInt? {
  var written = put(&converter, code, &to, &room)
  if case .unknown = written, converter.transliterate {
    written = substitute(&converter, code, &to, &room)
    if case .done = written { replaced += 1 }
  }
  switch written {
  case .done: return nil
  case .noRoom: return E2BIG
  case .unknown:
    guard converter.ignore else { return EILSEQ }
    if let set = converter.targetSet, set.pointee.countsUnknown { replaced += 1 } else { skipped = true }
    return nil
  }
}
