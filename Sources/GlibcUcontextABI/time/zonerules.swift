// <time.h>: a time zone that is written out, `CET-1CEST,M3.5.0,M10.5.0/3`: the text and what it says of a time.
//
// Every text says something: what cannot be read is left at its start value, as on glibc. Source: tzset(3), POSIX
// "Environment Variables", libc manual, "TZ Variable".

import CGlibcABI
import CMusl

let secondsOfDay = 86400

/// The moment of a year at which summer time begins or ends.
struct ZoneChange {
  enum Kind { case dayFromZero, dayWithoutLeap, weekday }
  var kind = Kind.dayFromZero
  var month = 0
  var week = 0
  var day = 0
  /// Seconds after midnight, of the clock that is changed.
  var time = 0

  /// Seconds since 1970 by the clock that is changed. Years before 1970 have the day of 1970, as glibc counts them.
  func moment(ofYear year: Int) -> Int {
    var days = year > 1970 ? daysBefore(year: year) : 0
    switch kind {
    case .dayFromZero: days += day
    case .dayWithoutLeap: days += day - 1 + (day >= 60 && isLeap(year) ? 1 : 0)
    case .weekday:
      let first = daysBefore(month: month, leap: isLeap(year))
      let length = daysBefore(month: month + 1, leap: isLeap(year)) - first
      // The first of January 1970 was a Thursday.
      let weekdayOfFirst = floorRemainder(daysBefore(year: year) + first + 4, 7)
      var date = floorRemainder(day - weekdayOfFirst, 7)
      for _ in stride(from: 1, to: week, by: 1) where date + 7 < length { date += 7 }
      days += first + date
    }
    return days * secondsOfDay + time
  }
}

/// What a zone's text says.
struct ZoneRules {
  /// Where names are interned: standard time's and summer time's.
  var names: (UnsafePointer<CChar>, UnsafePointer<CChar>)
  /// Seconds east of Greenwich.
  var offsets = (0, 0)
  var changes = (ZoneChange(), ZoneChange())
  /// Both zones are named and no rule says when they change.
  var needsDefault = false
  /// Whether there is any summer time: most questions are about zones without.
  var hasSummer = false

  /// Whether `time`, whose year at Greenwich is `year`, is in summer time.
  func isSummer(_ time: Int, year: Int) -> Bool {
    let begin = changes.0.moment(ofYear: year) - offsets.0, end = changes.1.moment(ofYear: year) - offsets.1
    return begin > end ? time < end || time >= begin : time >= begin && time < end
  }

  /// Coordinated Universal Time.
  static var universal: ZoneRules { ZoneRules(names: (constText("UTC"), constText("UTC"))) }

  init(names: (UnsafePointer<CChar>, UnsafePointer<CChar>)) { self.names = names }

  /// Reads `text`, which ends with a null byte.
  init(_ text: UnsafePointer<CChar>) {
    self.init(names: (constText(""), constText("")))
    var reader = ZoneTextReader(at: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self))
    guard let standard = reader.name() else { return }
    names.0 = standard
    let first = reader.byte
    guard first == letter("+") || first == letter("-") || isDigit(first), let offset = reader.offset() else { return }
    offsets.0 = offset
    if reader.byte == 0 {
      names.1 = names.0
      offsets.1 = offset
      return
    }
    hasSummer = true
    if let summer = reader.name() {
      names.1 = summer
      offsets.1 = reader.offset() ?? offset + 3600
      needsDefault = reader.byte == 0 || reader.byte == letter(",") && reader.at[1] == 0
    }
    if reader.change(&changes.0, defaultMonth: 3, defaultWeek: 2) {
      _ = reader.change(&changes.1, defaultMonth: 11, defaultWeek: 1)
    }
  }
}

/// Reads a zone's text from the left.
private struct ZoneTextReader {
  var at: UnsafePointer<UInt8>
  var byte: UInt8 { at.pointee }

  init(at: UnsafePointer<UInt8>) { self.at = at }

  /// At least three letters, or letters, digits and signs between < and >.
  mutating func name() -> UnsafePointer<CChar>? {
    var end = at
    while isLetter(end.pointee) { end += 1 }
    if end - at >= 3 {
      defer { at = end }
      return internZoneName(at, end - at)
    }
    guard byte == letter("<") else { return nil }
    let start = at + 1
    end = start
    while isLetter(end.pointee) || isDigit(end.pointee) || end.pointee == letter("+") || end.pointee == letter("-") { end += 1 }
    guard end.pointee == letter(">"), end - start >= 3 else { return nil }
    at = end + 1
    return internZoneName(start, end - start)
  }

  /// A number as scanf's %hu takes it: blanks, a sign, digits, cut to 16 bits. nil, and nothing taken, where there is none.
  mutating func number() -> Int? {
    var next = at
    while next.pointee == 32 || next.pointee >= 9 && next.pointee <= 13 { next += 1 }
    let isNegative = next.pointee == letter("-")
    if isNegative || next.pointee == letter("+") { next += 1 }
    guard isDigit(next.pointee) else { return nil }
    var value: UInt64 = 0
    var tooLarge = false
    while isDigit(next.pointee) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(UInt64(next.pointee - letter("0")))
      tooLarge = tooLarge || overflow || carry
      value = sum
      next += 1
    }
    at = next
    let full = tooLarge ? UInt64.max : isNegative ? 0 &- value : value
    return Int(UInt16(truncatingIfNeeded: full))
  }

  /// h, h:m or h:m:s.
  mutating func clock() -> (hours: Int, minutes: Int, seconds: Int)? {
    guard let hours = number() else { return nil }
    var parts = (0, 0)
    var ahead = self
    guard ahead.byte == letter(":") else { return (hours, 0, 0) }
    ahead.at += 1
    guard let minutes = ahead.number() else { return (hours, 0, 0) }
    self = ahead
    parts.0 = minutes
    if ahead.byte == letter(":") {
      ahead.at += 1
      if let seconds = ahead.number() {
        self = ahead
        parts.1 = seconds
      }
    }
    return (hours, parts.0, parts.1)
  }

  /// An offset, west of Greenwich unless it has a minus, as seconds east. A sign is taken also where no number follows.
  mutating func offset() -> Int? {
    var sign = -1
    if byte == letter("-") || byte == letter("+") {
      sign = byte == letter("-") ? 1 : -1
      at += 1
    }
    guard let time = clock() else { return nil }
    return sign * (min(time.hours, 24) * 3600 + min(time.minutes, 59) * 60 + min(time.seconds, 59))
  }

  /// One rule; where the text has ended, that of the United States. What was read before an error stays, as on glibc.
  mutating func change(_ change: inout ZoneChange, defaultMonth: Int, defaultWeek: Int) -> Bool {
    if byte == letter(",") { at += 1 }
    switch byte {
    case 0: change = ZoneChange(kind: .weekday, month: defaultMonth, week: defaultWeek)
    case letter("M"):
      var ahead = self
      ahead.at += 1
      guard let month = ahead.number(), ahead.take(letter(".")), let week = ahead.number(), ahead.take(letter(".")),
        let day = ahead.number(), month >= 1, month <= 12, week >= 1, week <= 5, day <= 6
      else { return false }
      self = ahead
      change = ZoneChange(kind: .weekday, month: month, week: week, day: day)
    case letter("J"), letter("0")...letter("9"):
      let skipsLeap = byte == letter("J")
      if skipsLeap { at += 1 }
      change.kind = skipsLeap ? .dayWithoutLeap : .dayFromZero
      var day = 0
      guard isDigit(byte) else { return false }
      while isDigit(byte) {
        day = min(day * 10 + Int(byte - letter("0")), 1000)
        at += 1
      }
      guard day <= 365, !(skipsLeap && day == 0) else { return false }
      change.day = day
    default: return false
    }
    if byte == 0 || byte == letter(",") {
      change.time = 2 * 3600
      return true
    }
    guard take(letter("/")), byte != 0 else { return false }
    let isNegative = take(letter("-"))
    let time = clock() ?? (2, 0, 0)
    change.time = (isNegative ? -1 : 1) * (time.hours * 3600 + time.minutes * 60 + time.seconds)
    return true
  }

  mutating func take(_ expected: UInt8) -> Bool {
    guard byte == expected else { return false }
    at += 1
    return true
  }
}

private func isLetter(_ byte: UInt8) -> Bool {
  byte >= letter("a") && byte <= letter("z") || byte >= letter("A") && byte <= letter("Z")
}
private func isDigit(_ byte: UInt8) -> Bool { byte >= letter("0") && byte <= letter("9") }
