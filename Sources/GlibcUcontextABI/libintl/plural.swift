// Plural-Forms of a catalogue's header: `nplurals=N; plural=EXPRESSION;`. The expression is C's, over n, without assignment or calls.
// It is evaluated while it is read; what is malformed counts as the Germanic rule. Source: the GNU gettext manual, "Plural forms".
import CMusl

struct PluralExpression {
  private var at: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  private let n: UInt
  private var depth = 0
  private(set) var failed = false

  init(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, n: UInt) {
    at = start
    self.end = end
    self.n = n
  }

  /// The value for n; nil where the text is no expression or divides by zero.
  mutating func value() -> UInt? {
    let result = conditional()
    skipBlanks()
    return failed || (at < end && at.pointee != 0x3b && at.pointee != 0x0a) ? nil : result
  }

  private mutating func skipBlanks() {
    while at < end && (at.pointee == 0x20 || at.pointee == 0x09 || at.pointee == 0x5c) { at += 1 }
  }

  private mutating func takes(_ text: StaticString) -> Bool {
    skipBlanks()
    let size = text.utf8CodeUnitCount
    guard end - at >= size, memcmp(at, text.utf8Start, size) == 0 else { return false }
    at += size
    return true
  }

  private mutating func conditional() -> UInt {
    depth += 1
    defer { depth -= 1 }
    if depth > 64 { failed = true }
    if failed { return 0 }
    let condition = or()
    guard takes("?") else { return condition }
    let first = conditional()
    if !takes(":") { failed = true }
    let second = conditional()
    return condition != 0 ? first : second
  }

  private mutating func or() -> UInt {
    var left = and()
    while !failed && takes("||") {
      let right = and()
      left = left != 0 || right != 0 ? 1 : 0
    }
    return left
  }

  private mutating func and() -> UInt {
    var left = equality()
    while !failed && takes("&&") {
      let right = equality()
      left = left != 0 && right != 0 ? 1 : 0
    }
    return left
  }

  private mutating func equality() -> UInt {
    var left = comparison()
    while !failed {
      if takes("==") { left = left == comparison() ? 1 : 0 }
      else if takes("!=") { left = left != comparison() ? 1 : 0 }
      else { break }
    }
    return left
  }

  private mutating func comparison() -> UInt {
    var left = sum()
    while !failed {
      if takes("<=") { left = left <= sum() ? 1 : 0 }
      else if takes(">=") { left = left >= sum() ? 1 : 0 }
      else if takes("<") { left = left < sum() ? 1 : 0 }
      else if takes(">") { left = left > sum() ? 1 : 0 }
      else { break }
    }
    return left
  }

  private mutating func sum() -> UInt {
    var left = product()
    while !failed {
      if takes("+") { left = left &+ product() }
      else if takes("-") { left = left &- product() }
      else { break }
    }
    return left
  }

  private mutating func product() -> UInt {
    var left = unary()
    while !failed {
      if takes("*") { left = left &* unary(); continue }
      let divides = takes("/")
      guard divides || takes("%") else { break }
      let right = unary()
      if right == 0 { failed = true; return 0 }
      left = divides ? left / right : left % right
    }
    return left
  }

  private mutating func unary() -> UInt {
    skipBlanks()
    // `!=` here would be malformed anyway.
    if takes("!") { return unaryGuarded() == 0 ? 1 : 0 }
    if takes("(") {
      let inner = conditional()
      if !takes(")") { failed = true }
      return inner
    }
    if takes("n") { return n }
    var digits = 0
    var number: UInt = 0
    while at < end && at.pointee >= 0x30 && at.pointee <= 0x39 {
      number = number &* 10 &+ UInt(at.pointee - 0x30)
      at += 1
      digits += 1
    }
    if digits == 0 { failed = true }
    return number
  }

  private mutating func unaryGuarded() -> UInt {
    depth += 1
    defer { depth -= 1 }
    if depth > 64 { failed = true; return 0 }
    return unary()
  }
}

/// Which of a message's plural forms is for `n`, by the catalogue's header entry; the Germanic rule where it has none.
func pluralForm(_ n: UInt, header: UnsafePointer<UInt8>?, _ size: Int) -> UInt {
  let germanic: UInt = n == 1 ? 0 : 1
  guard let header, let count = find("nplurals=", header, header + size),
    let expression = find("plural=", count, header + size)
  else { return germanic }
  var total: UInt = 0
  var at = count
  while at < header + size && at.pointee == 0x20 { at += 1 }
  guard at < header + size, at.pointee >= 0x30, at.pointee <= 0x39 else { return germanic }
  while at < header + size && at.pointee >= 0x30 && at.pointee <= 0x39 {
    total = total &* 10 &+ UInt(at.pointee - 0x30)
    at += 1
  }
  var parser = PluralExpression(expression, header + size, n: n)
  guard let form = parser.value() else { return germanic }
  return form < total ? form : 0
}

/// Behind the first occurrence of `key`.
func find(_ key: StaticString, _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
  let size = key.utf8CodeUnitCount
  var at = start
  while end - at >= size {
    if memcmp(at, key.utf8Start, size) == 0 { return at + size }
    at += 1
  }
  return nil
}
