// Arithmetic of wordexp: + - * / and parentheses on numbers of 64 bits, which wrap. What cannot continue an expression ends it.
import CMusl

struct WordexpArithmetic {
  var text: WordexpInput

  private mutating func skipSpace() {
    while text[0] == WordexpSign.space || (text[0] >= 9 && text[0] <= 13) { text += 1 }
  }

  private mutating func takes(_ sign: CChar) -> Bool {
    skipSpace()
    if text[0] != sign { return false }
    text += 1
    return true
  }

  /// `depth` bounds the stack that parentheses take.
  mutating func sum(depth: Int) throws(WordexpError) -> Int {
    var value = try product(depth: depth)
    while true {
      if takes(WordexpSign.plus) {
        value &+= try product(depth: depth)
      } else if takes(WordexpSign.minus) {
        value &-= try product(depth: depth)
      } else {
        return value
      }
    }
  }

  private mutating func product(depth: Int) throws(WordexpError) -> Int {
    var value = try operand(depth: depth)
    while true {
      if takes(WordexpSign.star) {
        value &*= try operand(depth: depth)
      } else if takes(WordexpSign.slash) {
        let divisor = try operand(depth: depth)
        if divisor == 0 || (divisor == -1 && value == Int.min) { throw .syntax }
        value /= divisor
      } else {
        return value
      }
    }
  }

  private mutating func operand(depth: Int) throws(WordexpError) -> Int {
    if takes(WordexpSign.open) {
      if depth == 200 { throw .syntax }
      let value = try sum(depth: depth &+ 1)
      if !takes(WordexpSign.close) { throw .syntax }
      return value
    }
    var end: UnsafeMutablePointer<CChar>?
    let value = strtol(text, &end, 0)
    guard let end, UnsafePointer(end) != text else { throw .syntax }
    text = UnsafePointer(end)
    return value
  }
}
