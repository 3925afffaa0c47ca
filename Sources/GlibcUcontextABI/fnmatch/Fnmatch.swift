// <fnmatch.h>: matching of names against shell patterns, with GNU's flags.
import CMusl

/// FNM_ flags. No OptionSet: its conformance brings arrays along.
struct FnmatchFlags {
  let rawValue: Int32
  static let pathname = FnmatchFlags(rawValue: 1)
  static let noEscape = FnmatchFlags(rawValue: 2)
  static let period = FnmatchFlags(rawValue: 4)
  static let leadingDirectory = FnmatchFlags(rawValue: 8)
  static let caseFold = FnmatchFlags(rawValue: 16)
  static let extended = FnmatchFlags(rawValue: 32)

  @inline(__always)
  func contains(_ flag: FnmatchFlags) -> Bool { rawValue & flag.rawValue != 0 }
}

private func isASCII(_ text: UnsafePointer<CChar>, _ count: Int) -> Bool {
  let bytes = UnsafeRawPointer(text)
  var seen: UInt64 = 0
  var index = 0
  while index &+ 8 <= count {
    seen |= bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    index &+= 8
  }
  while index < count {
    seen |= UInt64(bytes.load(fromByteOffset: index, as: UInt8.self))
    index &+= 1
  }
  return seen & 0x8080_8080_8080_8080 == 0
}

private func match<Unit: FnmatchUnit>(_ pattern: UnsafePointer<Unit>, _ patternCount: Int, _ subject: UnsafePointer<Unit>, _ count: Int,
  _ flags: FnmatchFlags) -> Int32
{
  var run = FnmatchRun(pattern: pattern, patternCount: patternCount, subject: subject, flags: flags)
  defer { run.free() }
  do throws(RegexError) {
    return try run.matches(run.start, 0, count, flags.contains(.period), nil) ? 0 : 1
  } catch {
    errno = ENOMEM
    return -1
  }
}

/// Match `string` against `pattern`: 0, FNM_NOMATCH (1), or -1 where memory ran out. Where one of both is no valid text in the locale,
/// or the characters do not match, bytes are compared, as on glibc: `??` matches a character of two bytes. Source: fnmatch(3), POSIX.1-2017 2.13, GNU's FNM_ flags.
@c(fnmatch)
public func fnmatch(_ pattern: UnsafePointer<CChar>, _ string: UnsafePointer<CChar>, _ rawFlags: Int32) -> Int32 {
  let flags = FnmatchFlags(rawValue: rawFlags)
  let patternCount = strlen(pattern)
  let count = strlen(string)
  // ASCII needs no conversion, and in the C locale a byte is a character.
  if regexLocaleIsUTF8() && !(isASCII(pattern, patternCount) && isASCII(string, count)) {
    let room = (patternCount &+ 1, count &+ 1)
    guard let memory = malloc((room.0 &+ room.1) &* MemoryLayout<wchar_t>.stride) else { return -1 }
    defer { free(memory) }
    let widePattern = memory.assumingMemoryBound(to: wchar_t.self)
    let wideString = widePattern + room.0
    let widePatternCount = mbstowcs(widePattern, pattern, room.0)
    let wideCount = mbstowcs(wideString, string, room.1)
    if widePatternCount != -1 && wideCount != -1 {
      let result = widePattern.withMemoryRebound(to: UInt32.self, capacity: room.0) { pattern in
        wideString.withMemoryRebound(to: UInt32.self, capacity: room.1) {
          match(pattern, Int(widePatternCount), $0, Int(wideCount), flags)
        }
      }
      if result != 1 { return result }
    }
  }
  return pattern.withMemoryRebound(to: UInt8.self, capacity: patternCount &+ 1) { pattern in
    string.withMemoryRebound(to: UInt8.self, capacity: count &+ 1) { match(pattern, patternCount, $0, count, flags) }
  }
}
