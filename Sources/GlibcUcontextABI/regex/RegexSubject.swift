// The text of one search, with what its edges look like to anchors.
import CMusl

struct RegexSubject {
  var text: RegexText
  /// What anchors see before the first byte and behind the last.
  var beginContext: UInt8
  var endContext: UInt8

  init(text: RegexText, flags: Int32) {
    self.text = text
    let open = RegexContext.edge | RegexContext.newline
    beginContext = flags & RegexFlag.notBeginningOfLine != 0 ? RegexContext.edge : open
    endContext = flags & RegexFlag.notEndOfLine != 0 ? RegexContext.edge : open
  }

  /// The first place from `index` on where bytes stand that a match can start with; the length where there is none.
  @inline(__always)
  func nextStart(from index: Int, _ program: UnsafeMutablePointer<RegexProgram>) -> Int {
    var place = index
    if program.pointee.prefixCount > 0 {
      let found = memmem(text.base + place, text.length &- place, &program.pointee.prefix, program.pointee.prefixCount)
      guard let found else { return text.length }
      return text.base.distance(to: UnsafePointer(found.assumingMemoryBound(to: UInt8.self)))
    }
    if program.pointee.firstByteCount == 1 {
      let found = memchr(text.base + place, Int32(program.pointee.singleFirstByte), text.length &- place)
      guard let found else { return text.length }
      return text.base.distance(to: UnsafePointer(found.assumingMemoryBound(to: UInt8.self)))
    }
    while place < text.length && !program.pointee.firstBytes.contains(text.base[place]) { place &+= 1 }
    return place
  }

  /// What stands before `index`.
  func previousContext(_ index: Int, _ program: UnsafeMutablePointer<RegexProgram>) -> UInt8 {
    if index == 0 { return beginContext }
    return program.context(of: text.unit(before: index))
  }

  /// What stands at `index`.
  func nextContext(_ index: Int, _ program: UnsafeMutablePointer<RegexProgram>) -> UInt8 {
    if index >= text.length { return endContext }
    return program.context(of: text.unit(at: index).value)
  }
}

extension UnsafeMutablePointer where Pointee == RegexProgram {
  /// What an anchor sees of a character.
  func context(of unit: UInt32) -> UInt8 {
    if unit == 0x0a { return pointee.newlineAnchor ? RegexContext.newline : 0 }
    return pointee.usesWordAnchors && regexIsWord(unit, utf8: pointee.utf8) ? RegexContext.word : 0
  }

  /// The character at `index` as the pattern compares it.
  func folded(_ text: RegexText, _ index: Int) -> (value: UInt32, size: Int) {
    let found = text.unit(at: index)
    if !pointee.ignoreCase || (!pointee.utf8 && found.value >= 0x80) { return found }
    return (RegexLexer.fold(found.value, ignoreCase: true), found.size)
  }
}
