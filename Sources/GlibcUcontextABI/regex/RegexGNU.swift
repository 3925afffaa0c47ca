// The GNU interface of <regex.h>: re_compile_pattern, re_search, re_match and their kin. Source: regex.h of glibc, "GNU Regex Functions".
import CGlibcABI
import CMusl

/// Set the syntax of the patterns to come; returns the one before.
@c(re_set_syntax)
public func reSetSyntax(_ syntax: UInt) -> UInt {
  let old = re_syntax_options
  re_syntax_options = syntax
  return old
}

/// Compile a pattern of `length` bytes in the syntax of re_set_syntax. Returns nil, or the text of the error.
@c(re_compile_pattern)
public func reCompilePattern(_ pattern: UnsafePointer<CChar>, _ length: Int, _ buffer: UnsafeMutablePointer<glibc_re_pattern_buffer>)
  -> UnsafePointer<CChar>?
{
  let syntax = RegexSyntax(rawValue: re_syntax_options)
  buffer.pointee.no_sub = syntax.contains(.noSubexpressions) ? 1 : 0
  buffer.pointee.newline_anchor = 1
  buffer.pointee.syntax = UInt(syntax.rawValue)
  let code = regexCompile(buffer, pattern, length, syntax)
  if code == 0 { return nil }
  return regexMessage(code).map { UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self) }
}

/// Fill the caller's table of the bytes that a match can start with. Returns 0.
@c(re_compile_fastmap)
public func reCompileFastmap(_ buffer: UnsafeMutablePointer<glibc_re_pattern_buffer>) -> Int32 {
  guard let fastmap = buffer.pointee.fastmap, let program = regexProgram(buffer) else { return 0 }
  for byte in 0..<256 {
    let can = program.pointee.canBeEmpty || program.pointee.firstBytes.contains(UInt8(byte))
    fastmap[byte] = can ? 1 : 0
  }
  buffer.pointee.fastmap_accurate = 1
  return 0
}

/// Let later searches put registers into the caller's arrays, which malloc made; with no arrays the next search makes its own.
@c(re_set_registers)
public func reSetRegisters(_ buffer: UnsafeMutablePointer<glibc_re_pattern_buffer>,
  _ registers: UnsafeMutablePointer<glibc_re_registers>, _ count: UInt32, _ starts: UnsafeMutablePointer<Int32>?,
  _ ends: UnsafeMutablePointer<Int32>?)
{
  buffer.pointee.regs_allocated = count > 0 ? 1 : 0
  registers.pointee.num_regs = count
  registers.pointee.start = count > 0 ? starts : nil
  registers.pointee.end = count > 0 ? ends : nil
}

/// Copy a match to the caller's registers, growing them where they are the library's to grow. False where memory ran out.
private func copy(_ found: RegexArray<RegexMatch>, to registers: UnsafeMutablePointer<glibc_re_registers>,
  _ buffer: UnsafeMutablePointer<glibc_re_pattern_buffer>) -> Bool
{
  // One more than the groups: old programs read an end mark there.
  let needed = found.count &+ 1
  if buffer.pointee.regs_allocated != 2 && (buffer.pointee.regs_allocated == 0 || needed > Int(registers.pointee.num_regs)) {
    let fresh = buffer.pointee.regs_allocated == 0
    let bytes = needed &* MemoryLayout<Int32>.stride
    guard let starts = realloc(fresh ? nil : UnsafeMutableRawPointer(registers.pointee.start), bytes) else { return false }
    registers.pointee.start = starts.assumingMemoryBound(to: Int32.self)
    guard let ends = realloc(fresh ? nil : UnsafeMutableRawPointer(registers.pointee.end), bytes) else {
      if fresh { free(starts) }
      return false
    }
    registers.pointee.end = ends.assumingMemoryBound(to: Int32.self)
    registers.pointee.num_regs = UInt32(needed)
    buffer.pointee.regs_allocated = 1
  }
  for index in 0..<Int(registers.pointee.num_regs) {
    let match = index < found.count ? found[index] : RegexMatch()
    registers.pointee.start[index] = Int32(truncatingIfNeeded: match.start)
    registers.pointee.end[index] = Int32(truncatingIfNeeded: match.end)
  }
  return true
}

/// Search in `text` from `start`, at `range` more places. Returns where the match starts (its length with `wantLength`), -1 for none, -2 for an error.
private func search(_ buffer: UnsafeMutablePointer<glibc_re_pattern_buffer>, _ base: UnsafePointer<UInt8>, _ length: Int, _ start: Int,
  _ range: Int, _ registers: UnsafeMutablePointer<glibc_re_registers>?, wantLength: Bool) -> Int32
{
  guard let program = regexProgram(buffer) else { return -2 }
  if start < 0 || start > length { return -1 }
  let last = max(0, min(length, start &+ range))
  var registers = buffer.pointee.no_sub != 0 ? nil : registers
  var count = registers == nil ? 1 : Int(buffer.pointee.re_nsub) &+ 1
  if buffer.pointee.regs_allocated == 2, let given = registers {
    count = min(count, Int(given.pointee.num_regs))
    if count < 1 {
      registers = nil
      count = 1
    }
  }
  var found = RegexArray<RegexMatch>()
  defer { found.free() }
  let flags = (buffer.pointee.not_bol != 0 ? RegexFlag.notBeginningOfLine : 0) | (buffer.pointee.not_eol != 0 ? RegexFlag.notEndOfLine : 0)
  let text = RegexText(base: base, length: length, translate: buffer.pointee.translate, utf8: program.pointee.utf8,
    lax: program.pointee.lax)
  do throws(RegexError) {
    try found.append(RegexMatch(), times: count)
    let searcher = RegexSearcher(program: program, subject: RegexSubject(text: text, flags: flags))
    let match = try searcher.search(from: start, to: last, existenceOnly: false, registers: found)
    if match.start < 0 { return -1 }
    if let registers, !copy(found, to: registers, buffer) { return -2 }
    return Int32(truncatingIfNeeded: wantLength ? match.end &- match.start : match.start)
  } catch { return -2 }
}

@c(re_search)
public func reSearch(_ buffer: UnsafeMutablePointer<glibc_re_pattern_buffer>, _ string: UnsafePointer<UInt8>, _ length: Int32,
  _ start: Int32, _ range: Int32, _ registers: UnsafeMutablePointer<glibc_re_registers>?) -> Int32
{
  search(buffer, string, Int(length), Int(start), Int(range), registers, wantLength: false)
}

@c(re_match)
public func reMatch(_ buffer: UnsafeMutablePointer<glibc_re_pattern_buffer>, _ string: UnsafePointer<UInt8>, _ length: Int32,
  _ start: Int32, _ registers: UnsafeMutablePointer<glibc_re_registers>?) -> Int32
{
  search(buffer, string, Int(length), Int(start), 0, registers, wantLength: true)
}

/// Two strings as one, up to `stop` bytes of it.
private func search2(_ buffer: UnsafeMutablePointer<glibc_re_pattern_buffer>, _ first: UnsafePointer<UInt8>?, _ firstLength: Int32,
  _ second: UnsafePointer<UInt8>?, _ secondLength: Int32, _ start: Int32, _ range: Int32,
  _ registers: UnsafeMutablePointer<glibc_re_registers>?, _ stop: Int32, wantLength: Bool) -> Int32
{
  if firstLength < 0 || secondLength < 0 || stop < 0 { return -2 }
  let total = Int(firstLength) &+ Int(secondLength)
  guard total <= Int(Int32.max) else { return -2 }
  let end = min(total, Int(stop))
  var joined: UnsafeMutableRawPointer?
  defer { free(joined) }
  var text = firstLength > 0 ? first : second
  if firstLength > 0 && secondLength > 0 {
    joined = malloc(total)
    guard let joined, let first, let second else { return -2 }
    memcpy(joined, first, Int(firstLength))
    memcpy(joined + Int(firstLength), second, Int(secondLength))
    text = UnsafePointer(joined.assumingMemoryBound(to: UInt8.self))
  }
  guard let text else { return -2 }
  return search(buffer, text, end, Int(start), Int(range), registers, wantLength: wantLength)
}

@c(re_search_2)
public func reSearch2(_ buffer: UnsafeMutablePointer<glibc_re_pattern_buffer>, _ first: UnsafePointer<UInt8>?, _ firstLength: Int32,
  _ second: UnsafePointer<UInt8>?, _ secondLength: Int32, _ start: Int32, _ range: Int32,
  _ registers: UnsafeMutablePointer<glibc_re_registers>?, _ stop: Int32) -> Int32
{
  search2(buffer, first, firstLength, second, secondLength, start, range, registers, stop, wantLength: false)
}

@c(re_match_2)
public func reMatch2(_ buffer: UnsafeMutablePointer<glibc_re_pattern_buffer>, _ first: UnsafePointer<UInt8>?, _ firstLength: Int32,
  _ second: UnsafePointer<UInt8>?, _ secondLength: Int32, _ start: Int32, _ registers: UnsafeMutablePointer<glibc_re_registers>?,
  _ stop: Int32) -> Int32
{
  search2(buffer, first, firstLength, second, secondLength, start, 0, registers, stop, wantLength: true)
}

nonisolated(unsafe) private var compiled = glibc_re_pattern_buffer()

/// 4.2BSD's compiler: one pattern for the process. Returns nil or the text of the error.
@c(re_comp)
public func reComp(_ pattern: UnsafePointer<CChar>?) -> UnsafePointer<CChar>? {
  guard let pattern else {
    if compiled.buffer != nil { return nil }
    let message: StaticString = "No previous regular expression"
    return UnsafeRawPointer(message.utf8Start).assumingMemoryBound(to: CChar.self)
  }
  if compiled.buffer != nil { regfree(&compiled) }
  compiled = glibc_re_pattern_buffer()
  compiled.newline_anchor = 1
  let code = regexCompile(&compiled, pattern, strlen(pattern), RegexSyntax(rawValue: re_syntax_options))
  if code == 0 { return nil }
  return regexMessage(code).map { UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self) }
}

/// Whether the pattern of re_comp matches: 1 or 0.
@c(re_exec)
public func reExec(_ string: UnsafePointer<CChar>) -> Int32 { regexec(&compiled, string, 0, nil, 0) == 0 ? 1 : 0 }
