// <wordexp.h>: expansion of words as a shell does it.
//
// Which characters end what, when fields are split and what an empty word is follow glibc, also where a shell does otherwise: `""a` is two
// words, `~\x` loses its backslash, the direct text is split at spaces and tabs only.
import CGlibcABI
import CMusl

enum WordexpError: Int32, Error {
  case noSpace = 1
  case badCharacter = 2
  case badValue = 3
  case commandSubstitution = 4
  case syntax = 5
}

enum WordexpFlag {
  static let offsets: Int32 = 1
  static let append: Int32 = 2
  static let noCommands: Int32 = 4
  static let reuse: Int32 = 8
  static let showErrors: Int32 = 16
  static let undefinedIsError: Int32 = 32
}

typealias WordexpResult = UnsafeMutablePointer<wordexp_t>
typealias WordexpInput = UnsafePointer<CChar>

/// A text that grows. Empty and not there are the same.
struct WordexpText {
  private var bytes = RegexArray<CChar>()

  var count: Int { bytes.count }
  var isEmpty: Bool { bytes.count == 0 }
  var last: CChar { bytes.last }

  mutating func add(_ byte: CChar) throws(WordexpError) {
    do throws(RegexError) { try bytes.append(byte) } catch { throw .noSpace }
  }

  mutating func add(_ text: WordexpInput, count: Int) throws(WordexpError) {
    do throws(RegexError) { for index in 0..<count { try bytes.append(text[index]) } } catch { throw .noSpace }
  }

  mutating func add(_ text: WordexpInput) throws(WordexpError) { try add(text, count: strlen(text)) }

  mutating func add(number: Int) throws(WordexpError) {
    if number < 0 { try add(WordexpSign.minus) }
    var divisor: UInt = 1
    let size = number.magnitude
    while size / divisor >= 10 { divisor &*= 10 }
    while divisor > 0 {
      try add(CChar(0x30 &+ Int8(size / divisor % 10)))
      divisor /= 10
    }
  }

  mutating func removeLast() { bytes.shrink(to: bytes.count &- 1) }

  /// The text with a zero behind it; valid until the text changes.
  mutating func terminated() throws(WordexpError) -> WordexpInput {
    try add(0)
    removeLast()
    return WordexpInput(bytes.base)
  }

  /// Hands the text out, in memory from malloc, and is empty from then on.
  mutating func taken() throws(WordexpError) -> UnsafeMutablePointer<CChar> {
    try add(0)
    let text = bytes.base!
    bytes = RegexArray<CChar>()
    return text
  }

  mutating func free() { bytes.free() }
}

/// Adds a word, which is empty from then on.
func wordexpAdd(_ word: inout WordexpText, to result: WordexpResult) throws(WordexpError) {
  let filled = result.pointee.we_offs &+ result.pointee.we_wordc
  guard filled < Int.max / 16,
    let moved = realloc(result.pointee.we_wordv, (Int(filled) &+ 2) &* MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)
  else { throw .noSpace }
  let words = moved.assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self)
  result.pointee.we_wordv = words
  words[Int(filled)] = try word.taken()
  words[Int(filled) &+ 1] = nil
  result.pointee.we_wordc &+= 1
}

/// Frees what wordexp stored. Source: wordexp(3).
@c(wordfree)
public func wordfree(_ result: UnsafeMutablePointer<wordexp_t>?) {
  guard let result, let words = result.pointee.we_wordv else { return }
  var index = Int(result.pointee.we_offs)
  while let word = words[index] {
    free(word)
    index &+= 1
  }
  free(words)
  result.pointee.we_wordv = nil
}

private func begin(_ result: WordexpResult, _ flags: Int32) -> Bool {
  if flags & WordexpFlag.append != 0 { return true }
  if flags & WordexpFlag.offsets == 0 { result.pointee.we_offs = 0 }
  result.pointee.we_wordc = 0
  guard result.pointee.we_offs < Int.max / 16,
    let words = calloc(Int(result.pointee.we_offs) &+ 1, MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)
  else { return false }
  result.pointee.we_wordv = words.assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self)
  return true
}

/// Takes back what an appending call added; the array itself may have moved.
private func dropWords(of result: WordexpResult, from count: Int) {
  guard let words = result.pointee.we_wordv else { return }
  for index in Int(count)..<Int(result.pointee.we_wordc) {
    free(words[Int(result.pointee.we_offs) &+ index])
    words[Int(result.pointee.we_offs) &+ index] = nil
  }
  result.pointee.we_wordc = count
}

/// Expand `text`. 0 or a WRDE_ code; the result is as it was then, but for WRDE_NOSPACE, which leaves what was found.
/// Source: wordexp(3), POSIX.1-2017 wordexp.
@c(wordexp)
public func wordexp(_ text: UnsafePointer<CChar>, _ result: UnsafeMutablePointer<wordexp_t>, _ flags: Int32) -> Int32 {
  if flags & WordexpFlag.reuse != 0 { wordfree(result) }
  let old = result.pointee
  guard begin(result, flags) else { return WordexpError.noSpace.rawValue }
  let expander = WordexpExpander(flags: flags)
  do throws(WordexpError) {
    try expander.expand(text, into: result)
    return 0
  } catch {
    if error == .noSpace { return error.rawValue }
    if flags & WordexpFlag.append == 0 {
      wordfree(result)
      result.pointee = old
    } else {
      dropWords(of: result, from: old.we_wordc)
    }
    return error.rawValue
  }
}
