// The folders in which a locale's catalogue may lie: language[_TERRITORY][.codeset][@modifier] from the most to the least specific.
import CGlibcABI
import CMusl

/// Parts of a locale's name and which of their combinations comes when.
struct LocaleName {
  // The bits of a combination; a larger number is more specific.
  private static let normalized = 1
  private static let codeset = 2
  private static let territory = 4
  private static let modifier = 8

  private let text: ConstText
  private var languageSize = 0
  private var territoryPart = (start: 0, size: 0)
  private var codesetPart = (start: 0, size: 0)
  private var modifierPart = (start: 0, size: 0)
  private(set) var mask = 0

  init?(_ text: ConstText, _ size: Int) {
    self.text = text
    var at = 0
    func isEnd(_ index: Int) -> Bool { index >= size }
    while !isEnd(at) && text[at] != 0x5f && text[at] != 0x2e && text[at] != 0x40 { at += 1 }
    languageSize = at
    guard at > 0 else { return nil }
    if !isEnd(at) && text[at] == 0x5f {
      let start = at + 1
      at = start
      while !isEnd(at) && text[at] != 0x2e && text[at] != 0x40 { at += 1 }
      territoryPart = (start, at - start)
      mask |= LocaleName.territory
    }
    if !isEnd(at) && text[at] == 0x2e {
      let start = at + 1
      at = start
      while !isEnd(at) && text[at] != 0x40 { at += 1 }
      codesetPart = (start, at - start)
      if at > start { mask |= LocaleName.codeset | (isNormalized ? 0 : LocaleName.normalized) }
    }
    if !isEnd(at) && text[at] == 0x40 {
      modifierPart = (at + 1, size - at - 1)
      mask |= LocaleName.modifier
    }
  }

  // A normalized codeset has only small letters and digits, and "iso" before digits alone.
  private var isNormalized: Bool {
    var letters = 0
    for index in 0..<codesetPart.size {
      let c = text[codesetPart.start + index]
      if c >= 0x61 && c <= 0x7a { letters += 1 } else if c < 0x30 || c > 0x39 { return false }
    }
    return letters > 0
  }

  /// Whether the combination exists: no part that the name lacks, and not both spellings of the codeset.
  func has(_ combination: Int) -> Bool {
    let both = LocaleName.codeset | LocaleName.normalized
    return combination & ~mask == 0 && combination & both != both
  }

  /// Writes the combination's name and a NUL; the space must be for twice the name's bytes and 8 more. The bytes written without the NUL.
  func write(_ combination: Int, to target: Text) -> Int {
    var length = 0
    func put(_ separator: CChar, _ part: (start: Int, size: Int)) {
      target[length] = separator
      memcpy(target + length + 1, text + part.start, part.size)
      length += part.size + 1
    }
    memcpy(target, text, languageSize)
    length = languageSize
    if combination & LocaleName.territory != 0 { put(0x5f, territoryPart) }
    if combination & LocaleName.codeset != 0 { put(0x2e, codesetPart) }
    if combination & LocaleName.normalized != 0 { length += writeNormalized(to: target + length) }
    if combination & LocaleName.modifier != 0 { put(0x40, modifierPart) }
    target[length] = 0
    return length
  }

  private func writeNormalized(to target: Text) -> Int {
    var letters = 0
    var length = 1
    target[0] = 0x2e
    for index in 0..<codesetPart.size {
      var c = text[codesetPart.start + index]
      if c >= 0x41 && c <= 0x5a { c += 0x20 }
      if c >= 0x61 && c <= 0x7a { letters += 1 } else if c < 0x30 || c > 0x39 { continue }
      target[length] = c
      length += 1
    }
    if letters == 0 {
      memmove(target + 4, target + 1, length - 1)
      memcpy(target + 1, constText("iso"), 3)
      length += 3
    }
    return length
  }
}
