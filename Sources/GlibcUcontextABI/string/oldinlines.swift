// <bits/string2.h>, which glibc had until 2.26: what compilers put into programs in place of strspn and its kin with short constant sets.
// Source: that header; the functions whose names they bear, in string(3).

import CMusl

/// The length of the text before the first byte that is in a set, or before its end. A set is up to three characters, as a signed char holds them.
@inline(__always)
private func lengthWithout(_ s: UnsafePointer<CChar>, _ a: CInt, _ b: CInt, _ c: CInt) -> Int {
  var at = 0
  while s[at] != 0 && CInt(s[at]) != a && CInt(s[at]) != b && CInt(s[at]) != c { at += 1 }
  return at
}

@inline(__always)
private func lengthOf(_ s: UnsafePointer<CChar>, _ a: CInt, _ b: CInt, _ c: CInt) -> Int {
  var at = 0
  while s[at] != 0 && (CInt(s[at]) == a || CInt(s[at]) == b || CInt(s[at]) == c) { at += 1 }
  return at
}

@c(__strcspn_c1) public func strcspnC1(_ s: UnsafePointer<CChar>, _ a: CInt) -> Int { lengthWithout(s, a, a, a) }
@c(__strcspn_c2) public func strcspnC2(_ s: UnsafePointer<CChar>, _ a: CInt, _ b: CInt) -> Int { lengthWithout(s, a, b, b) }
@c(__strcspn_c3) public func strcspnC3(_ s: UnsafePointer<CChar>, _ a: CInt, _ b: CInt, _ c: CInt) -> Int { lengthWithout(s, a, b, c) }
@c(__strspn_c1) public func strspnC1(_ s: UnsafePointer<CChar>, _ a: CInt) -> Int { lengthOf(s, a, a, a) }
@c(__strspn_c2) public func strspnC2(_ s: UnsafePointer<CChar>, _ a: CInt, _ b: CInt) -> Int { lengthOf(s, a, b, b) }
@c(__strspn_c3) public func strspnC3(_ s: UnsafePointer<CChar>, _ a: CInt, _ b: CInt, _ c: CInt) -> Int { lengthOf(s, a, b, c) }

@inline(__always)
private func find(_ text: UnsafePointer<CChar>, _ a: CInt, _ b: CInt, _ c: CInt) -> UnsafeMutablePointer<CChar>? {
  let found = text + lengthWithout(text, a, b, c)
  return found.pointee == 0 ? nil : UnsafeMutablePointer(mutating: found)
}

@c(__strpbrk_c2)
public func strpbrkC2(_ s: UnsafePointer<CChar>, _ a: CInt, _ b: CInt) -> UnsafeMutablePointer<CChar>? { find(s, a, b, b) }

@c(__strpbrk_c3)
public func strpbrkC3(_ s: UnsafePointer<CChar>, _ a: CInt, _ b: CInt, _ c: CInt) -> UnsafeMutablePointer<CChar>? {
  find(s, a, b, c)
}

/// The next word between separators of one byte; the place after it is kept in `rest`.
@c(__strtok_r_1c)
public func strtokR1c(
  _ text: UnsafeMutablePointer<CChar>?, _ separator: CChar, _ rest: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> UnsafeMutablePointer<CChar>? {
  guard var at = text ?? rest.pointee else { return nil }
  while at.pointee != 0 && at.pointee == separator { at += 1 }
  var word: UnsafeMutablePointer<CChar>? = nil
  if at.pointee != 0 {
    word = at
    at += 1
    while at.pointee != 0 {
      at += 1
      if at[-1] == separator {
        at[-1] = 0
        break
      }
    }
  }
  rest.pointee = at
  return word
}

@inline(__always)
private func separate(
  _ text: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, _ a: CChar, _ b: CChar, _ c: CChar
) -> UnsafeMutablePointer<CChar>? {
  guard let start = text.pointee else { return nil }
  let end = start + lengthWithout(start, CInt(a), CInt(b), CInt(c))
  if end.pointee == 0 {
    text.pointee = nil
  } else {
    end.pointee = 0
    text.pointee = end + 1
  }
  return start
}

@c(__strsep_1c)
public func strsep1c(_ s: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, _ a: CChar) -> UnsafeMutablePointer<CChar>? {
  separate(s, a, a, a)
}

@c(__strsep_2c)
public func strsep2c(
  _ s: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, _ a: CChar, _ b: CChar
) -> UnsafeMutablePointer<CChar>? { separate(s, a, b, b) }

@c(__strsep_3c)
public func strsep3c(
  _ s: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, _ a: CChar, _ b: CChar, _ c: CChar
) -> UnsafeMutablePointer<CChar>? { separate(s, a, b, c) }
