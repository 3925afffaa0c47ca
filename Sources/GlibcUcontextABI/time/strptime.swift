// <time.h>: strptime with glibc's extensions (%s %z %Z %k %l and flags), and with the days of the week and year computed from the date.
//
// glibc decides once in a format whether E and O mean the locale's own years and digits. No locale here has any, and what follows from
// that is kept: a second number with O fails, and so does %EY behind one; %Ey reads a year of up to four digits first and then one of two.
import CMusl

private enum TimeDecision { case open, locale, plain }

private struct TimeReader {
  var at: UnsafePointer<UInt8>
  let time: UnsafeMutablePointer<tm>
  var decision = TimeDecision.open
  var hasHour12 = false
  var isAfternoon = false
  var century = -1
  var usesCentury = false
  var usesEra = false
  var hasMonth = false, hasDay = false, hasWeekday = false, hasYearDay = false
  /// Whether the days of the week and year are to be computed.
  var hasDate = false
  var week = 0
  var hasSundayWeek = false
  var hasMondayWeek = false

  mutating func skipBlanks() {
    while isTimeBlank(at[0]) { at += 1 }
  }

  // A number of at most `digits` digits between two limits; blanks in front are skipped.
  @inline(__always)
  mutating func number(_ low: Int, _ high: Int, digits: Int) -> Int? {
    skipBlanks()
    guard at[0] >= 0x30, at[0] <= 0x39 else { return nil }
    var value = 0
    var count = 0
    // A digit that would lead beyond the limit is left for what follows.
    while count < digits, value * 10 <= high, at[0] >= 0x30, at[0] <= 0x39 {
      value = value * 10 + Int(at[0] - 0x30)
      at += 1
      count += 1
    }
    return value >= low && value <= high ? value : nil
  }

  // The same behind O.
  mutating func otherNumber(_ low: Int, _ high: Int, digits: Int) -> Int? {
    if decision == .locale { return nil }
    if decision == .open { decision = .locale }
    return number(low, high, digits: digits)
  }

  mutating func word(_ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    for index in 0..<length where lowercase(at[index]) != lowercase(text[index]) { return false }
    at += length
    return true
  }

  // The full name or its first three letters.
  mutating func name(_ count: CInt, _ names: (CInt) -> (UnsafePointer<UInt8>, Int)?) -> CInt? {
    for index in 0..<count {
      guard let (text, length) = names(index) else { continue }
      if word(text, length) || word(text, 3) { return index }
    }
    return nil
  }
}

private func isTimeBlank(_ c: UInt8) -> Bool { c == 0x20 || (c >= 9 && c <= 13) }
private func lowercase(_ c: UInt8) -> UInt8 { c >= 0x41 && c <= 0x5a ? c + 0x20 : c }

/// Reads a broken-down time. The place behind what was read, or NULL where the text does not fit the format. Source: strptime(3).
@c(strptime)
public func parseTime(_ text: ConstText, _ format: ConstText, _ time: UnsafeMutablePointer<tm>) -> Text? {
  var reader = TimeReader(at: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), time: time)
  guard parse(&reader, UnsafeRawPointer(format).assumingMemoryBound(to: UInt8.self)) else { return nil }
  complete(&reader)
  return Text(mutating: UnsafeRawPointer(reader.at).assumingMemoryBound(to: CChar.self))
}

@_optimize(speed)
private func parse(_ reader: inout TimeReader, _ start: UnsafePointer<UInt8>) -> Bool {
  var format = start
  while format[0] != 0 {
    if isTimeBlank(format[0]) {
      reader.skipBlanks()
      format += 1
      continue
    }
    guard format[0] == letter("%") else {
      guard format[0] == reader.at[0] else { return false }
      reader.at += 1
      format += 1
      continue
    }
    format += 1
    // strftime's flags and widths mean nothing here.
    while format[0] == letter("-") || format[0] == letter("_") || format[0] == letter("^") || format[0] == letter("#")
      || (format[0] >= 0x30 && format[0] <= 0x39)
    {
      format += 1
    }
    let modifier = format[0]
    let isModified = modifier == letter("E") || modifier == letter("O")
    if isModified { format += 1 }
    if format[0] == 0 { return false }
    let fits = !isModified ? field(&reader, format[0], other: false)
      : modifier == letter("E") ? eraField(&reader, format[0]) : otherField(&reader, format[0])
    if !fits { return false }
    format += 1
  }
  return true
}

// Where it fails, the time is as it was.
private func nested(_ reader: inout TimeReader, _ format: StaticString) -> Bool {
  let before = reader.time.pointee
  if parse(&reader, format.utf8Start) { return true }
  reader.time.pointee = before
  return false
}

/// Behind E.
private func eraField(_ reader: inout TimeReader, _ conversion: UInt8) -> Bool {
  switch conversion {
  case letter("c"), letter("x"), letter("X"): return field(&reader, conversion, other: false)
  case letter("C"), letter("Y"):
    if reader.decision == .locale { return false }
    reader.decision = .plain
    return field(&reader, conversion, other: false)
  case letter("y"):
    if reader.decision != .plain {
      guard let value = reader.number(0, 9999, digits: 4) else { return false }
      reader.time.pointee.tm_year = CInt(value)
      reader.usesEra = true
      reader.hasDate = true
      reader.usesCentury = true
      if reader.decision == .locale { return false }
      reader.decision = .plain
    }
    return field(&reader, conversion, other: false)
  default: return false
  }
}

/// Behind O.
private func otherField(_ reader: inout TimeReader, _ conversion: UInt8) -> Bool {
  switch conversion {
  case letter("b"), letter("B"), letter("h"): return field(&reader, conversion, other: false)
  case letter("d"), letter("e"), letter("H"), letter("I"), letter("m"), letter("M"), letter("S"), letter("U"), letter("W"),
    letter("V"), letter("w"), letter("y"):
    return field(&reader, conversion, other: true)
  default: return false
  }
}

@_optimize(speed)
private func field(_ reader: inout TimeReader, _ conversion: UInt8, other: Bool) -> Bool {
  let time = reader.time
  func number(_ low: Int, _ high: Int, _ digits: Int) -> Int? {
    other ? reader.otherNumber(low, high, digits: digits) : reader.number(low, high, digits: digits)
  }
  switch conversion {
  case letter("%"):
    guard reader.at[0] == letter("%") else { return false }
    reader.at += 1
  case letter("n"), letter("t"): reader.skipBlanks()
  case letter("a"), letter("A"):
    let start = reader.at
    guard let index = reader.name(7, englishDay) else { return false }
    // Once E was found to mean nothing, glibc does not step over a short name, so neither %a nor %c can go on behind it.
    if reader.decision == .plain && reader.at == start + 3 { reader.at = start }
    time.pointee.tm_wday = index
    reader.hasWeekday = true
  case letter("b"), letter("B"), letter("h"):
    guard let index = reader.name(12, englishMonth) else { return false }
    time.pointee.tm_mon = index
    reader.hasMonth = true
    reader.hasDate = true
  case letter("c"): return nested(&reader, "%a %b %e %H:%M:%S %Y")
  case letter("D"), letter("x"): return nested(&reader, "%m/%d/%y")
  case letter("F"): return nested(&reader, "%Y-%m-%d")
  case letter("r"): return nested(&reader, "%I:%M:%S %p")
  case letter("R"): return nested(&reader, "%H:%M")
  case letter("T"), letter("X"): return nested(&reader, "%H:%M:%S")
  case letter("C"):
    guard let value = number(0, 99, 2) else { return false }
    reader.century = value
    reader.hasDate = true
  case letter("d"), letter("e"):
    guard let value = number(1, 31, 2) else { return false }
    time.pointee.tm_mday = CInt(value)
    reader.hasDay = true
    reader.hasDate = true
  case letter("H"), letter("k"):
    guard let value = number(0, 23, 2) else { return false }
    time.pointee.tm_hour = CInt(value)
    reader.hasHour12 = false
  case letter("I"), letter("l"):
    guard let value = number(1, 12, 2) else { return false }
    time.pointee.tm_hour = CInt(value % 12)
    reader.hasHour12 = true
  case letter("j"):
    guard let value = number(1, 366, 3) else { return false }
    time.pointee.tm_yday = CInt(value - 1)
    reader.hasYearDay = true
  case letter("m"):
    guard let value = number(1, 12, 2) else { return false }
    time.pointee.tm_mon = CInt(value - 1)
    reader.hasMonth = true
    reader.hasDate = true
  case letter("M"):
    guard let value = number(0, 59, 2) else { return false }
    time.pointee.tm_min = CInt(value)
  case letter("S"):
    guard let value = number(0, 61, 2) else { return false }
    time.pointee.tm_sec = CInt(value)
  case letter("p"):
    let morning: StaticString = "AM"
    let afternoon: StaticString = "PM"
    if reader.word(morning.utf8Start, 2) { reader.isAfternoon = false }
    else if reader.word(afternoon.utf8Start, 2) { reader.isAfternoon = true }
    else { return false }
  case letter("s"): return secondsOfEpoch(&reader)
  case letter("u"):
    guard let value = number(1, 7, 1) else { return false }
    time.pointee.tm_wday = CInt(value % 7)
    reader.hasWeekday = true
  case letter("w"):
    guard let value = number(0, 6, 1) else { return false }
    time.pointee.tm_wday = CInt(value)
    reader.hasWeekday = true
  // The ISO week and its year are read, but do not determine the date.
  case letter("g"): return number(0, 99, 2) != nil
  case letter("V"): return number(0, 53, 2) != nil
  case letter("G"):
    guard reader.at[0] >= 0x30, reader.at[0] <= 0x39 else { return false }
    while reader.at[0] >= 0x30, reader.at[0] <= 0x39 { reader.at += 1 }
  case letter("U"), letter("W"):
    guard let value = number(0, 53, 2) else { return false }
    reader.week = value
    if conversion == letter("U") { reader.hasSundayWeek = true } else { reader.hasMondayWeek = true }
  case letter("y"):
    guard let value = number(0, 99, 2) else { return false }
    time.pointee.tm_year = CInt(value >= 69 ? value : value + 100)
    if !other { reader.usesCentury = true }
    reader.hasDate = true
  case letter("Y"):
    guard let value = number(0, 9999, 4) else { return false }
    time.pointee.tm_year = CInt(value - 1900)
    // A century that was read stays in force, but not together with this year.
    reader.usesCentury = false
    reader.hasDate = true
  case letter("z"): return offset(&reader)
  case letter("Z"):
    // A name is read over: it does not tell its offset.
    reader.skipBlanks()
    while reader.at[0] != 0 && !isTimeBlank(reader.at[0]) { reader.at += 1 }
  default: return false
  }
  return true
}

private func secondsOfEpoch(_ reader: inout TimeReader) -> Bool {
  guard reader.at[0] >= 0x30, reader.at[0] <= 0x39 else { return false }
  var seconds: time_t = 0
  while reader.at[0] >= 0x30, reader.at[0] <= 0x39 {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 10)
    let (sum, overflow2) = product.addingReportingOverflow(time_t(reader.at[0] - 0x30))
    guard !overflow, !overflow2 else { return false }
    seconds = sum
    reader.at += 1
  }
  return localtime_r(&seconds, reader.time) != nil
}

// "Z", "+hh", "+hhmm" or "+hh:mm".
private func offset(_ reader: inout TimeReader) -> Bool {
  reader.skipBlanks()
  if reader.at[0] == letter("Z") {
    reader.at += 1
    reader.time.pointee.tm_gmtoff = 0
    return true
  }
  guard reader.at[0] == letter("+") || reader.at[0] == letter("-") else { return false }
  let isNegative = reader.at[0] == letter("-")
  reader.at += 1
  var value = 0
  var digits = 0
  while digits < 4, reader.at[0] >= 0x30, reader.at[0] <= 0x39 {
    value = value * 10 + Int(reader.at[0] - 0x30)
    digits += 1
    reader.at += 1
    if digits == 2 && reader.at[0] == letter(":") && reader.at[1] >= 0x30 && reader.at[1] <= 0x39 { reader.at += 1 }
  }
  if digits == 2 { value *= 100 } else if digits != 4 { return false }
  guard value % 100 < 60 else { return false }
  let seconds = (value / 100 * 60 + value % 100) * 60
  reader.time.pointee.tm_gmtoff = isNegative ? -seconds : seconds
  return true
}

private let daysBefore: InlineArray<13, Int> = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]

private func dayOfYear(_ year: Int, _ month: Int, _ day: Int) -> Int {
  let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  return daysBefore[month] + (isLeap && month > 1 ? 1 : 0) + day - 1
}

// Day 0 of 1970 was a Thursday.
private func weekday(_ year: Int, _ dayOfYear: Int) -> Int {
  let before = year - 1
  let days = 365 * (year - 1970) + (floorDivide(before, 4) - floorDivide(before, 100) + floorDivide(before, 400)) - 477 + dayOfYear
  return ((days % 7) + 11) % 7
}

// The month and its day that a day of the year is, where those were not read.
private func dateFromYearDay(_ reader: inout TimeReader) {
  let time = reader.time
  let year = Int(time.pointee.tm_year) + 1900
  let day = Int(time.pointee.tm_yday)
  var month = 0
  while month < 11 && dayOfYear(year, month + 1, 1) <= day { month += 1 }
  if !reader.hasMonth { time.pointee.tm_mon = day < 0 ? -1 : CInt(month) }
  if !reader.hasDay { time.pointee.tm_mday = CInt(truncatingIfNeeded: day - dayOfYear(year, month, 1) + 1) }
}

// What follows from the fields that were read. The others may hold any number.
@_optimize(speed)
private func complete(_ reader: inout TimeReader) {
  let time = reader.time
  if reader.hasHour12 && reader.isAfternoon { time.pointee.tm_hour &+= 12 }
  if reader.century >= 0 {
    let inCentury = reader.usesCentury ? Int(time.pointee.tm_year) % 100 : 0
    time.pointee.tm_year = CInt(inCentury + (reader.century - 19) * 100)
  } else if reader.usesEra && reader.usesCentury && time.pointee.tm_year < 69 {
    time.pointee.tm_year &+= 100
  }
  let year = Int(time.pointee.tm_year) + 1900
  func monthIsKnown() -> Bool { time.pointee.tm_mon >= 0 && time.pointee.tm_mon < 12 }
  func dayOfDate() -> Int { dayOfYear(year, Int(time.pointee.tm_mon), Int(time.pointee.tm_mday)) }
  if reader.hasDate && !reader.hasWeekday {
    if !(reader.hasMonth && reader.hasDay) && reader.hasYearDay {
      dateFromYearDay(&reader)
      reader.hasMonth = true
      reader.hasDay = true
    }
    if monthIsKnown() { time.pointee.tm_wday = CInt(truncatingIfNeeded: weekday(year, dayOfDate())) }
  }
  if reader.hasDate && !reader.hasYearDay && monthIsKnown() { time.pointee.tm_yday = CInt(truncatingIfNeeded: dayOfDate()) }
  guard (reader.hasSundayWeek || reader.hasMondayWeek) && reader.hasWeekday else { return }
  // A week and a day of it give the date.
  let start = reader.hasSundayWeek ? 0 : 1
  let position = (Int(time.pointee.tm_wday) - start + 7) % 7
  if !reader.hasYearDay { time.pointee.tm_yday = CInt((7 - (weekday(year, 0) - start)) % 7 + (reader.week - 1) * 7 + position) }
  if !reader.hasMonth || !reader.hasDay { dateFromYearDay(&reader) }
}
