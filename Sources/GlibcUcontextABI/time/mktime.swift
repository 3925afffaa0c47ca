// <time.h>: from the parts of a date to the time. Source: mktime(3), timegm(3), libc manual "Broken-down Time".
//
// A zone is known only by what it answers, so a time is looked for: guess by the offset that fitted last, see how far what the
// zone shows is from what was asked, correct the guess. Two guesses that take turns stand at both sides of a time that was skipped.

import CGlibcABI
import CMusl

/// Seconds from local time to the time, at the last success: mktime's and timegm's.
nonisolated(unsafe) private var localOffset = 0
nonisolated(unsafe) private var universalOffset = 0

/// The two ways to break a time down.
private enum Clock {
  case local, universal

  func show(_ time: Int, _ result: UnsafeMutablePointer<tm>) -> Bool {
    self == .local ? breakDownLocal(time, always: false, into: result) : breakDownUniversal(time, into: result)
  }

  /// As `show`; a time whose year has no place becomes the nearest one that has.
  func showNearest(_ time: inout Int, _ result: UnsafeMutablePointer<tm>) -> Bool {
    if show(time, result) { return true }
    guard errno == EOVERFLOW else { return false }
    var bad = time, good = 0
    while abs(bad - good) > 1 {
      let middle = good + (bad - good) / 2
      if show(middle, result) { good = middle } else { bad = middle }
    }
    time = good
    return show(good, result)
  }
}

/// What is asked for, in numbers that may be out of range.
private struct Request {
  let day: Int
  let seconds: Int
  let year: Int
  let dayOfYear: Int

  /// Seconds of `date`, taken as universal time, subtracted from those asked for.
  func difference(_ date: UnsafePointer<tm>) -> Int {
    let date = date.pointee
    let shown = (daysBefore(year: Int(date.tm_year) + 1900) + Int(date.tm_yday)) * secondsOfDay + Int(date.tm_hour) * 3600
      + Int(date.tm_min) * 60 + Int(date.tm_sec)
    return day * secondsOfDay + seconds - shown
  }

  init(_ date: tm, second: Int) {
    let month = Int(date.tm_mon)
    year = Int(date.tm_year) + 1900 + floorDivide(month, 12)
    dayOfYear = daysBefore(month: floorRemainder(month, 12) + 1, leap: isLeap(year)) + Int(date.tm_mday) - 1
    day = daysBefore(year: year) + dayOfYear
    seconds = Int(date.tm_hour) * 3600 + Int(date.tm_min) * 60 + second
  }
}

private func differ(_ asked: CInt, _ shown: CInt) -> Bool {
  asked >= 0 && shown >= 0 && (asked != 0) != (shown != 0)
}

/// -1 with EOVERFLOW where no time fits; the date is then left alone.
private func makeTime(_ date: UnsafeMutablePointer<tm>, _ clock: Clock, _ offset: inout Int) -> Int {
  let asked = date.pointee
  // A leap second is no second that the calendar knows: it is added in the end.
  let second = max(0, min(59, Int(asked.tm_sec)))
  let request = Request(asked, second: second)
  var shown = tm()
  let first = request.day * secondsOfDay + request.seconds + offset
  var time = first, before = first, beforeThat = first
  var beforeWasSummer = false
  var probes = 6
  while true {
    guard clock.showNearest(&time, &shown) else { return -1 }
    let difference = request.difference(&shown)
    if difference == 0 {
      guard findSummer(asked.tm_isdst, request, clock, &time, &shown) else { return -1 }
      break
    }
    let isSummer = shown.tm_isdst != 0
    let settles = asked.tm_isdst < 0 ? isSummer || !beforeWasSummer : (asked.tm_isdst != 0) != isSummer
    if time == before && time != beforeThat && settles { break }
    probes -= 1
    if probes == 0 {
      errno = EOVERFLOW
      return -1
    }
    before = beforeThat
    beforeThat = time
    time += difference
    beforeWasSummer = isSummer
  }
  offset = time - first + offset
  if Int(asked.tm_sec) != Int(shown.tm_sec) {
    time += (second == 0 && shown.tm_sec == 60 ? 1 : 0) - second + Int(asked.tm_sec)
    guard clock.show(time, &shown) else { return -1 }
  }
  date.pointee = shown
  return time
}

/// Where `time` is in summer time and was asked for in standard time, or the other way, moves it by the offset that the nearest time
/// of the right sort has; by an hour where there is none.
private func findSummer(_ asked: CInt, _ request: Request, _ clock: Clock, _ time: inout Int, _ shown: inout tm) -> Bool {
  guard differ(asked, shown.tm_isdst) else { return true }
  // Less than a week, so that no short summer time is stepped over; as far as half of the longest there was.
  let step = 601_200, longest = 457_243_209
  for distance in stride(from: step, to: longest / 2 + step, by: step) {
    for direction in stride(from: -1, through: 1, by: 2) {
      var other = time + distance * direction, there = tm()
      guard clock.showNearest(&other, &there) else { return false }
      if differ(asked, there.tm_isdst) { continue }
      time = other + request.difference(&there)
      return clock.showNearest(&time, &shown)
    }
  }
  time += 3600 * ((asked == 0 ? 1 : 0) - (shown.tm_isdst == 0 ? 1 : 0))
  return clock.show(time, &shown)
}

@c(mktime)
public func mktimeCall(_ date: UnsafeMutablePointer<tm>) -> Int {
  setZone(always: true)
  return makeTime(date, .local, &localOffset)
}

@c(timegm)
public func timegmCall(_ date: UnsafeMutablePointer<tm>) -> Int {
  date.pointee.tm_isdst = 0
  return makeTime(date, .universal, &universalOffset)
}

@c(tzset)
public func tzsetCall() { setZone(always: true) }

@c(localtime_r)
public func localtimeR(_ time: UnsafePointer<Int>, _ result: UnsafeMutablePointer<tm>) -> UnsafeMutablePointer<tm>? {
  breakDownLocal(time.pointee, always: false, into: result) ? result : nil
}

@c(gmtime_r)
public func gmtimeR(_ time: UnsafePointer<Int>, _ result: UnsafeMutablePointer<tm>) -> UnsafeMutablePointer<tm>? {
  breakDownUniversal(time.pointee, into: result) ? result : nil
}

/// localtime(3) into the date of the process: looks at TZ.
@c(glibc_compat_localtime)
public func localtimeShared(_ time: UnsafePointer<Int>, _ result: UnsafeMutablePointer<tm>) -> UnsafeMutablePointer<tm>? {
  breakDownLocal(time.pointee, always: true, into: result) ? result : nil
}
