// <time.h>: seconds and dates of the Gregorian calendar, before and after 1970.

import CMusl

func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

/// The remainder that is never negative.
@inline(__always)
func floorRemainder(_ value: Int, _ by: Int) -> Int {
  let remainder = value % by
  return remainder < 0 ? remainder + by : remainder
}

/// Days from the first of January 1970 to that of `year`.
@inline(__always)
func daysBefore(year: Int) -> Int {
  let last = year - 1
  return (year - 1970) * 365 + floorDivide(last, 4) - floorDivide(last, 100) + floorDivide(last, 400) - (492 - 19 + 4)
}

/// Days of a year before its month `month`, 1 to 13.
@inline(__always)
func daysBefore(month: Int, leap: Bool) -> Int {
  // Of a year that begins in March the months are 31 and 30 days long by turns, but for two of 31 together.
  if month <= 2 { return month == 1 ? 0 : 31 }
  return (153 * (month - 3) + 2) / 5 + (leap ? 60 : 59)
}

/// The year in which `time`, seconds since 1970, falls.
func year(ofTime time: Int) -> Int { date(ofDay: floorDivide(time, secondsOfDay)).year }

/// The year of a day since 1970, and the day within it, from 0.
@_optimize(speed)
@inline(__always)
private func date(ofDay day: Int) -> (year: Int, day: Int) {
  // 400 years have the same number of days wherever they begin: here in January of the year 1600.
  let period = 146_097
  let since1600 = day &+ 135_140
  let cycles = floorDivide(since1600, period)
  let rest = UInt32(truncatingIfNeeded: since1600 &- cycles &* period)
  // The first year of the 400 and the first of each four but of the other centuries have 366 days: counted out, all have 365.
  let century = rest < 36_525 ? 0 : (rest &- 1) / 36_524
  let inCentury = rest &- (century == 0 ? 0 : century &* 36_524 &+ 1)
  // A century whose first year is short begins as if its first four years had begun a day before.
  let shift: UInt32 = century == 0 ? 0 : 1
  let isFirst = century != 0 && inCentury < 365
  let four = isFirst ? 0 : (inCentury &+ shift) / 1461
  let inFour = isFirst ? inCentury : inCentury &+ shift &- four &* 1461
  let yearInFour = isFirst || inFour < 366 ? 0 : (inFour &- 1) / 365
  let dayOfYear = yearInFour == 0 ? inFour : inFour &- yearInFour &* 365 &- 1
  return (1600 + cycles * 400 + Int(century &* 100 &+ four &* 4 &+ yearInFour), Int(dayOfYear))
}

/// Writes `time`, `offset` seconds from Greenwich, into a broken-down time's numbers. False with EOVERFLOW where the year has no place.
@_optimize(speed)
func breakDown(_ time: Int, offset: Int, into result: UnsafeMutablePointer<tm>) -> Bool {
  var day = floorDivide(time, secondsOfDay)
  // Wraps for the earliest times there are, and comes back.
  let seconds = time &- day &* secondsOfDay + offset
  day += floorDivide(seconds, secondsOfDay)
  let rest = floorRemainder(seconds, secondsOfDay)
  let (year, dayOfYear) = date(ofDay: day)
  guard let short = CInt(exactly: year - 1900) else {
    errno = EOVERFLOW
    return false
  }
  let leap = isLeap(year)
  var month = dayOfYear / 31 + 1
  if daysBefore(month: month + 1, leap: leap) <= dayOfYear { month += 1 }
  result.pointee.tm_sec = CInt(rest % 60)
  result.pointee.tm_min = CInt(rest / 60 % 60)
  result.pointee.tm_hour = CInt(rest / 3600)
  result.pointee.tm_mday = CInt(dayOfYear - daysBefore(month: month, leap: leap) + 1)
  result.pointee.tm_mon = CInt(month - 1)
  result.pointee.tm_year = short
  result.pointee.tm_wday = CInt(floorRemainder(day + 4, 7))
  result.pointee.tm_yday = CInt(dayOfYear)
  return true
}
