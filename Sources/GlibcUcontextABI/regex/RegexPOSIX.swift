// <regex.h>: regcomp, regexec, regerror, regfree. Source: regcomp(3), POSIX.1-2017 regcomp.
import CGlibcABI
import CMusl

typealias RegexBuffer = UnsafeMutablePointer<glibc_re_pattern_buffer>

/// Whether the calling thread's locale reads UTF-8.
func regexLocaleIsUTF8() -> Bool { __ctype_get_mb_cur_max() > 1 }

/// Compile into `buffer`, whose `syntax`, `translate`, `no_sub` and `newline_anchor` are set. 0, or glibc's error code.
func regexCompile(_ buffer: RegexBuffer, _ pattern: UnsafePointer<CChar>, _ length: Int, _ syntax: RegexSyntax) -> Int32 {
  let size = MemoryLayout<RegexProgram>.size
  guard let memory = malloc(size) else { return RegexError.outOfMemory.rawValue }
  let program = memory.assumingMemoryBound(to: RegexProgram.self)
  let text = RegexText(base: UnsafeRawPointer(pattern).assumingMemoryBound(to: UInt8.self), length: length,
    translate: buffer.pointee.translate, utf8: regexLocaleIsUTF8(), lax: false)
  buffer.pointee.fastmap_accurate = 0
  buffer.pointee.not_bol = 0
  buffer.pointee.not_eol = 0
  buffer.pointee.re_nsub = 0
  buffer.pointee.regs_allocated = 0
  do throws(RegexError) {
    let groups = try RegexCompiler.compile(text, syntax: syntax, newlineAnchor: buffer.pointee.newline_anchor != 0,
      noSubexpressions: buffer.pointee.no_sub != 0, into: program)
    buffer.pointee.re_nsub = Int(groups)
    buffer.pointee.can_be_null = program.pointee.canBeEmpty ? 1 : 0
  } catch {
    free(memory)
    buffer.pointee.buffer = nil
    buffer.pointee.allocated = 0
    return error.rawValue
  }
  buffer.pointee.buffer = memory
  buffer.pointee.allocated = UInt(size)
  buffer.pointee.used = UInt(length)
  return 0
}

/// The compiled program, or nil where `buffer` holds none.
func regexProgram(_ buffer: UnsafePointer<glibc_re_pattern_buffer>) -> UnsafeMutablePointer<RegexProgram>? {
  buffer.pointee.buffer?.assumingMemoryBound(to: RegexProgram.self)
}

/// Compile an expression. Returns 0 or a REG_ code; REG_ESPACE where the pattern is too large for the engine.
@c(regcomp)
public func regcomp(_ buffer: UnsafeMutablePointer<glibc_re_pattern_buffer>, _ pattern: UnsafePointer<CChar>, _ flags: Int32)
  -> Int32
{
  var syntax: RegexSyntax = flags & RegexFlag.extended != 0 ? .posixExtended : .posixBasic
  if flags & RegexFlag.ignoreCase != 0 { syntax.insert(.ignoreCase) }
  let newline = flags & RegexFlag.newline != 0
  if newline {
    syntax.remove(.dotNewline)
    syntax.insert(.hatListsNotNewline)
  }
  buffer.pointee = glibc_re_pattern_buffer()
  buffer.pointee.syntax = UInt(syntax.rawValue)
  buffer.pointee.newline_anchor = newline ? 1 : 0
  buffer.pointee.no_sub = flags & RegexFlag.noSubexpressions != 0 ? 1 : 0
  let code = regexCompile(buffer, pattern, strlen(pattern), syntax)
  // POSIX knows one code for an unmatched parenthesis of either kind.
  return code == RegexError.rightParenthesis.rawValue ? RegexError.parenthesis.rawValue : code
}

/// Match `string`. Returns 0, REG_NOMATCH, REG_BADPAT for unknown flags, or REG_ESPACE where memory ran out.
@c(regexec)
public func regexec(_ buffer: UnsafePointer<glibc_re_pattern_buffer>, _ string: UnsafePointer<CChar>, _ count: Int,
  _ matches: UnsafeMutablePointer<glibc_regmatch>?, _ flags: Int32) -> Int32
{
  let known = RegexFlag.notBeginningOfLine | RegexFlag.notEndOfLine | RegexFlag.startEnd
  if flags & ~known != 0 { return RegexError.badPattern.rawValue }
  guard let program = regexProgram(buffer) else { return RegexError.badPattern.rawValue }
  var start = 0
  var length: Int
  if flags & RegexFlag.startEnd != 0, let matches {
    start = Int(matches[0].start)
    length = Int(matches[0].end)
  } else {
    length = strlen(string)
  }
  guard start >= 0 && length >= start else { return RegexError.noMatch.rawValue }
  let wanted = buffer.pointee.no_sub != 0 || matches == nil ? 0 : count
  var registers = RegexArray<RegexMatch>()
  defer { registers.free() }
  do throws(RegexError) {
    let text = RegexText(base: UnsafeRawPointer(string).assumingMemoryBound(to: UInt8.self), length: length,
      translate: buffer.pointee.translate, utf8: program.pointee.utf8, lax: program.pointee.lax)
    let kept = min(wanted, Int(buffer.pointee.re_nsub) &+ 1)
    try registers.append(RegexMatch(), times: kept)
    let searcher = RegexSearcher(program: program, subject: RegexSubject(text: text, flags: flags))
    let match = try searcher.search(from: start, to: length, existenceOnly: kept == 0, registers: registers)
    if match.start < 0 { return RegexError.noMatch.rawValue }
    for index in 0..<wanted {
      let found = index < kept ? registers[index] : RegexMatch()
      matches![index] = glibc_regmatch(start: Int32(truncatingIfNeeded: found.start), end: Int32(truncatingIfNeeded: found.end))
    }
    return 0
  } catch {
    return error.rawValue
  }
}

/// Free what regcomp made; the buffer itself is the caller's.
@c(regfree)
public func regfree(_ buffer: UnsafeMutablePointer<glibc_re_pattern_buffer>) {
  if let program = regexProgram(buffer) {
    if program.pointee.hasBackReference {
      RegexWalk.release(program.pointee.cache)
    } else {
      RegexSearchState.release(program.pointee.cache)
    }
    program.pointee.free()
    free(buffer.pointee.buffer)
  }
  free(buffer.pointee.fastmap)
  free(buffer.pointee.translate)
  buffer.pointee.buffer = nil
  buffer.pointee.allocated = 0
  buffer.pointee.fastmap = nil
  buffer.pointee.translate = nil
}

/// glibc's text for an error code; nil for a code it does not have.
func regexMessage(_ code: Int32) -> UnsafePointer<UInt8>? {
  let text: StaticString
  switch code {
  case 0: text = "Success"
  case 1: text = "No match"
  case 2: text = "Invalid regular expression"
  case 3: text = "Invalid collation character"
  case 4: text = "Invalid character class name"
  case 5: text = "Trailing backslash"
  case 6: text = "Invalid back reference"
  case 7: text = "Unmatched [, [^, [:, [., or [="
  case 8: text = "Unmatched ( or \\("
  case 9: text = "Unmatched \\{"
  case 10: text = "Invalid content of \\{\\}"
  case 11: text = "Invalid range end"
  case 12: text = "Memory exhausted"
  case 13: text = "Invalid preceding regular expression"
  case 14: text = "Premature end of regular expression"
  case 15: text = "Regular expression too big"
  case 16: text = "Unmatched ) or \\)"
  default: return nil
  }
  return text.utf8Start
}

/// The text of an error code, cut to `size` bytes with its terminator. Returns the size that the whole text needs.
@c(regerror)
public func regerror(_ code: Int32, _ buffer: UnsafePointer<glibc_re_pattern_buffer>?, _ target: UnsafeMutablePointer<CChar>?,
  _ size: Int) -> Int
{
  guard let message = regexMessage(code) else { abort() }
  let text = UnsafeRawPointer(message).assumingMemoryBound(to: CChar.self)
  let needed = strlen(text) &+ 1
  if size > 0, let target {
    let copied = min(needed, size) &- 1
    memcpy(target, text, copied)
    target[copied] = 0
  }
  return needed
}
