// <iconv.h>: iconv_open, iconv, iconv_close. Source: iconv_open(3), iconv(3); the suffixes are in the GNU C Library
// manual.
import CGlibcABI
import CMusl

private func fail(_ error: CInt) -> iconv_t? {
  __errno_location().pointee = error
  return badDescriptor
}

/// A conversion between two encodings; the target may be followed by //TRANSLIT and //IGNORE. (iconv_t)-1 with EINVAL
/// for names that are unknown, ENOMEM. Source: iconv_open(3).
@c(iconv_open)
public func openConversion(_ to: ConstText, _ from: ConstText) -> iconv_t? {
  let toBytes = UnsafeRawPointer(to).assumingMemoryBound(to: UInt8.self)
  let fromBytes = UnsafeRawPointer(from).assumingMemoryBound(to: UInt8.self)
  if let converter = takeKept(toBytes, fromBytes) { return converter }
  let wanted = EncodingArgument(toBytes)
  guard let target = findEncoding(wanted.name), let source = findEncoding(EncodingArgument(fromBytes).name) else {
    return fail(EINVAL)
  }
  // There is no step that would do nothing.
  if target.isInternal && source.isInternal { return fail(EINVAL) }
  var made = Converter(source: source, target: target, transliterate: wanted.transliterates, ignore: wanted.ignores)
  switch source.kind {
  case .plain(let form): made.sourceForm = form.direct
  case .set(let number): made.sourceSet = readingTables(number)
  case .coded(let form): made.sourceCoded = CodedReading(form)
  }
  switch target.kind {
  case .plain(let form): made.targetForm = form.direct
  case .set(let number): made.targetSet = writingTables(number)
  case .coded(let form): made.targetCoded = CodedWriting(form)
  }
  guard made.isComplete, let block = malloc(MemoryLayout<Converter>.size) else { return fail(ENOMEM) }
  made.readMark = !source.hasMark
  made.prepareSteps()
  made.key = ConversionKey(toBytes, fromBytes)
  block.bindMemory(to: Converter.self, capacity: 1).initialize(to: made)
  return block
}

extension Converter {
  // Nothing is missing for want of memory.
  fileprivate var isComplete: Bool {
    switch source.kind {
    case .set where sourceSet == nil, .coded where sourceCoded == nil: return false
    default: break
    }
    switch target.kind {
    case .set where targetSet == nil, .coded where targetCoded == nil: return false
    default: return true
    }
  }

  fileprivate mutating func prepareSteps() {
    if target.isInternal {
      leastRoom = 4
      if case .plain(let form) = source.kind, form != .ucs4Big { leastText = form.unit }
    } else if source.isInternal {
      leastRoom = 1
      leastText = 4
      if case .plain(let form) = target.kind {
        leastRoom = form.unit
        if form == .ucs4 || form == .ucs4Big { leastText = 1 }
      }
    }
    if let sourceSet, targetForm != .none { fromSetPlainly = isPlain(sourceSet) }
    if let targetSet, sourceForm != .none { intoSetPlainly = isPlain(targetSet) }
  }

  // Runs of plain text in which nothing waits and no mark of the byte order is due.
  @inline(__always)
  fileprivate mutating func convertRun(_ from: inout Text, _ left: inout Int, _ to: inout Text, _ room: inout Int) {
    if let sourceSet, fromSetPlainly {
      if sourceState.pending | sourceState.held == 0 { convertFromSet(sourceSet, targetForm, &from, &left, &to, &room) }
    } else if let sourceSet, targetForm != .none {
      if sourceState.pending | sourceState.held == 0 {
        convertFromShifted(sourceSet, &sourceState, targetForm, &from, &left, &to, &room)
      }
    } else if let sourceCoded, targetForm != .none, sourceCoded.form != .tamil {
      if sourceState.pending == 0 {
        convertFromCoded(sourceCoded, &sourceState, targetForm, &from, &left, &to, &room)
      }
    } else if sourceForm != .none && readMark && !isSwapped {
      if let targetSet, intoSetPlainly {
        if targetState.held == 0 { convertIntoSet(sourceForm, targetSet, &from, &left, &to, &room) }
      } else if targetForm != .none {
        convertDirectly(sourceForm, targetForm, &from, &left, &to, &room)
      }
    }
  }
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

// Writes what stands for a character that the target lacks: the first text that it has, or else a question mark.
private func substitute(_ converter: inout Converter, _ code: UInt32, _ to: inout Text, _ room: inout Int) -> Put {
  guard var list = glibc_compat_transliterations(code) else { return put(&converter, 0x3f, &to, &room) }
  let before = (to, room, converter.targetState)
  var left = list[0]
  list += 1
  while left > 0 {
    let size = Int(list[0])
    let result = putText(&converter, list + 1, size, &to, &room)
    if result == .done { return .done }
    (to, room, converter.targetState) = before
    if result == .noRoom { return .noRoom }
    list += size + 1
    left -= 1
  }
  return put(&converter, 0x3f, &to, &room)
}

// A text in UTF-16, as far as it goes.
private func putText(
  _ converter: inout Converter, _ text: UnsafePointer<UInt16>, _ size: Int, _ to: inout Text, _ room: inout Int
) -> Put {
  var index = 0
  while index < size {
    var code = UInt32(text[index])
    index += 1
    if code >= 0xd800 && code < 0xdc00 {
      code = (code - 0xd7c0) << 10 + UInt32(text[index]) - 0xdc00
      index += 1
    }
    let result = put(&converter, code, &to, &room)
    if result != .done { return result }
  }
  return .done
}

/// Converts as much as it can and moves all four arguments. The number of characters that were replaced, or -1 with
/// EILSEQ, EINVAL (the input ends within a character) or E2BIG. Source: iconv(3).
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
private func reset(
  _ converter: inout Converter, _ output: UnsafeMutablePointer<Text?>?, _ outputLeft: UnsafeMutablePointer<Int>?
) -> Int {
  if let output, var to = output.pointee, let outputLeft {
    var room = outputLeft.pointee
    let result = finish(&converter, &to, &room)
    output.pointee = to
    outputLeft.pointee = room
    if result != 0 { return error(result) }
  }
  converter.restart()
  return 0
}

private func finish(_ converter: inout Converter, _ to: inout Text, _ room: inout Int) -> CInt {
  // One step from the form within; the other goes on only with something to write.
  guard converter.targetCoded?.form != .korean || writeMark(&converter, &to, &room) else { return E2BIG }
  while true {
    let waiting = converter.sourceState.pending != 0 ? converter.sourceState.pending : converter.sourceState.held
    if waiting == 0 { break }
    guard writeMark(&converter, &to, &room) else { return E2BIG }
    switch put(&converter, waiting, &to, &room) {
    case .noRoom: return E2BIG
    case .unknown, .refused:
      guard converter.transliterate else {
        // It is left out, with //IGNORE for good.
        if converter.ignore { converter.sourceState = SourceState() }
        return EILSEQ
      }
      if case .noRoom = substitute(&converter, waiting, &to, &room) { return E2BIG }
    case .done: break
    }
    // TSCII has up to three in a row.
    if converter.sourceState.pending == 0 {
      converter.sourceState.held = 0
    } else {
      advanceTamil(&converter.sourceState)
    }
  }
  if let sets = converter.targetCoded, !finishCoded(sets.form, &converter.targetState, &to, &room) { return E2BIG }
  if let set = converter.targetSet, !finishSet(set, &converter.targetState, &to, &room) { return E2BIG }
  return 0
}

private func writeMark(_ converter: inout Converter, _ to: inout Text, _ room: inout Int) -> Bool {
  guard !converter.wroteMark else { return true }
  if converter.targetCoded?.form == .korean {
    guard putBytes(koreanHeader, 4, &to, &room) else { return false }
  } else if converter.target.hasMark {
    guard case .done = put(&converter, 0xfeff, &to, &room) else { return false }
  }
  converter.wroteMark = true
  return true
}

private func convertAll(
  _ converter: inout Converter, _ from: inout Text, _ left: inout Int, _ to: inout Text, _ room: inout Int
) -> Int {
  var replaced = 0
  // Left out of the text, by the first step and by the second.
  var skipped = false
  var leftOut = false
  // In two steps the second one begins with the first character that comes to it.
  if converter.source.isInternal || !(converter.target.hasMark || converter.targetCoded?.form == .korean) {
    guard writeMark(&converter, &to, &room) else { return error(E2BIG) }
  }
  let hadMark = converter.readMark
  if !converter.readMark && !readByteOrderMark(&converter, &from, &left) { return error(EINVAL) }
  // Where the last character ended that was written: there the text goes on if the next one cannot be.
  var mark = (from, left, converter.sourceState)
  let isNew =
    !hadMark && converter.sourceForm == .utf16Little && converter.source.hasMark && !converter.target.isInternal
  let start = from
  var hasMore = left > 0
  while hasMore {
    if converter.wroteMark {
      let before = left
      converter.convertRun(&from, &left, &to, &room)
      if left != before { mark = (from, left, converter.sourceState) }
      if left == 0 && converter.sourceState.pending == 0 { break }
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
      // What the second step left out is reported before what the first one lacks.
      return error(leftOut && !converter.source.isInternal ? EILSEQ : EINVAL)
    case .invalid(let taken):
      from += taken
      left -= taken
      guard converter.ignore, left > 0 else { return error(EILSEQ) }
      skipped = true
      from += 1
      left -= 1
    case .illegal(let skip):
      guard converter.ignore else { return error(EILSEQ) }
      skipped = true
      from += min(skip, left)
      left -= min(skip, left)
    case .passed(let skip):
      guard converter.ignore else { return error(EILSEQ) }
      if converter.target.isInternal { replaced += 1 }
      from += min(skip, left)
      left -= min(skip, left)
    case .replaced(let taken):
      guard converter.ignore else { return error(EILSEQ) }
      if let failure = write(&converter, 0xfffd, &to, &room, &replaced, &leftOut) { return error(failure) }
      from += taken
      left -= taken
      mark = (from, left, converter.sourceState)
    case .character(let code, let taken):
      if let failure = write(&converter, code, &to, &room, &replaced, &leftOut) {
        (from, left, converter.sourceState) = mark
        // Two steps that got nowhere have not begun: UTF-16 looks for its mark again.
        if isNew && from == start { converter.readMark = false }
        return error(failure)
      }
      from += taken
      left -= taken
      mark = (from, left, converter.sourceState)
    }
    hasMore = left > 0 || converter.sourceState.pending != 0
  }
  // Everything is converted, but what was left out is reported all the same.
  return skipped || leftOut ? error(EILSEQ) : replaced
}

// One character, or what stands for it; the error if neither can be written.
private func write(
  _ converter: inout Converter, _ code: UInt32, _ to: inout Text, _ room: inout Int, _ replaced: inout Int,
  _ leftOut: inout Bool
) -> CInt? {
  guard writeMark(&converter, &to, &room) else { return E2BIG }
  var written = put(&converter, code, &to, &room)
  if case .unknown = written, converter.transliterate {
    written = substitute(&converter, code, &to, &room)
    if case .done = written { replaced += 1 }
  }
  switch written {
  case .done: return nil
  case .noRoom: return E2BIG
  case .unknown, .refused:
    guard converter.ignore else { return EILSEQ }
    if case .plain(.ucs2Big) = converter.target.kind, case .refused = written {
      replaced += 1
      return nil
    }
    if let set = converter.targetSet, set.pointee.countsUnknown { replaced += 1 } else { leftOut = true }
    return nil
  }
}
