// <time.h>: from the parts of a date to the time. Source: mktime(3), timegm(3), libc manual "Broken-down Time".
//
// A clock on the wall is ahead of the time by an offset that is fixed between two changes. So a reading of the wall can
// mean as many times as there were offsets in force around it: one for each, of which those are true at which that offset
// was indeed in force. Two are true where clocks were set back, none where they were set forward.

import CMusl

/// By how much the clock was ahead at the last success: mktime's and timegm's. Of two times that a reading can mean, it says
/// on which side of the change the program is. Under the lock of the zone.
nonisolated(unsafe) private var lastLocalAhead = 0
nonisolated(unsafe) private var lastUniversalAhead = 0

/// One way to understand a reading of the wall.
private struct Meaning {
  /// The offset that it is understood by.
  let ahead: Int
  let time: Int
  /// What the clock does at `time`.
  let there: ClockState
  var isTrue: Bool { there.ahead == ahead }

  init(_ wall: Int, ahead: Int, _ clock: WallClock) {
    self.ahead = ahead
    time = wall - ahead
    there = clock.state(at: time)
  }

  /// Whether summer time is what `wish`, a tm_isdst, says; who says nothing is content.
  func fits(_ wish: CInt) -> Bool { wish < 0 || there.isSummer == (wish > 0) }
}

/// All meanings of one reading.
private struct Meanings {
  let wall: Int
  let clock: WallClock
  let remembered: Int
  /// By offsets that all differ; the first is that of the side of a change that the program is on.
  private var all: (Meaning, Meaning?, Meaning?, Meaning?, Meaning?)

  init(of wall: Int, _ clock: WallClock, remembered: Int) {
    self.wall = wall
    self.clock = clock
    self.remembered = remembered
    all = (Meaning(wall, ahead: clock.state(at: wall - remembered).ahead, clock), nil, nil, nil, nil)
  }

  /// Adds what the reading means by the offsets before and after, and by those that false meanings led to.
  mutating func lookAround() {
    // No clock is further from Greenwich than a day and an hour.
    let reach = 26 * 3600
    add(clock.state(at: wall - reach).ahead)
    add(clock.state(at: wall + reach).ahead)
    add(all.0.there.ahead)
    if let second = all.1 { add(second.there.ahead) }
  }

  private mutating func add(_ ahead: Int) {
    if ahead == all.0.ahead || ahead == all.1?.ahead || ahead == all.2?.ahead || ahead == all.3?.ahead { return }
    let meaning = Meaning(wall, ahead: ahead, clock)
    if all.1 == nil {
      all.1 = meaning
    } else if all.2 == nil {
      all.2 = meaning
    } else if all.3 == nil {
      all.3 = meaning
    } else {
      all.4 = meaning
    }
  }

  /// The first for which `condition` holds.
  func first(_ condition: (Meaning) -> Bool) -> Meaning? {
    if condition(all.0) { return all.0 }
    if let meaning = all.1, condition(meaning) { return meaning }
    if let meaning = all.2, condition(meaning) { return meaning }
    if let meaning = all.3, condition(meaning) { return meaning }
    if let meaning = all.4, condition(meaning) { return meaning }
    return nil
  }

  /// The time that is meant by one who wishes for `wish`; nil where there is none.
  mutating func time(_ wish: CInt) -> Int? {
    if all.0.isTrue && all.0.fits(wish) { return all.0.time }
    lookAround()
    if let best = first({ $0.isTrue && $0.fits(wish) }) { return best.time }
    if let other = first({ $0.isTrue }) {
      return clock.canShow(other.time) ? wall - aheadOfNearest(other, summer: wish > 0) : nil
    }
    return skipped(wish)
  }

  /// The reading was skipped. One who wishes for standard time reads by standard time, and comes out in summer time; the
  /// other way as well. One who wishes for nothing comes out in summer time, where that is on one side. Where both sides are
  /// the same: by what is remembered.
  private func skipped(_ wish: CInt) -> Int? {
    let summer = first { $0.there.isSummer }, standard = first { !$0.there.isSummer }
    if let summer, let standard { return wish > 0 ? standard.time : summer.time }
    if wish >= 0 && (summer != nil) == (wish > 0) { return nil }
    return (first { $0.ahead == remembered } ?? all.0).time
  }

  /// The offset of the nearest time that is, or is not, in summer time. Where there is none in years, summer time is one
  /// hour.
  private func aheadOfNearest(_ meaning: Meaning, summer: Bool) -> Int {
    // Measured at 2.36: of summer times of one hour at every distance it finds those that an instant so many hours off falls
    // into, up to the 381st. A week, or another limit, gives other offsets in zones whose standard time has changed.
    let interval = 167 * 3600, looks = 381
    for count in 1...looks {
      let before = clock.state(at: meaning.time - count * interval)
      if before.isSummer == summer { return before.ahead }
      let after = clock.state(at: meaning.time + count * interval)
      if after.isSummer == summer { return after.ahead }
    }
    return meaning.ahead + (summer ? 3600 : -3600)
  }
}

/// Seconds since 1970 that a clock shows for what `date` says, in numbers that may be out of range, with `second` for its seconds.
@_optimize(speed)
private func wallSeconds(_ date: tm, second: Int) -> Int {
  let month = Int(date.tm_mon), year = Int(date.tm_year) + 1900 + floorDivide(month, 12)
  let day = daysBefore(year: year) + daysBefore(month: floorRemainder(month, 12) + 1, leap: isLeap(year)) + Int(date.tm_mday) - 1
  return day * secondsOfDay + Int(date.tm_hour) * 3600 + Int(date.tm_min) * 60 + second
}

/// -1 with EOVERFLOW where no time fits; the date is then left alone. Under the lock of the zone.
private func makeTime(_ date: UnsafeMutablePointer<tm>, _ clock: WallClock, _ remembered: inout Int) -> Int {
  let asked = date.pointee
  // What is beyond a minute's seconds is time that goes by from there: so are leap seconds.
  let second = max(0, min(59, Int(asked.tm_sec)))
  let wall = wallSeconds(asked, second: second)
  var meanings = Meanings(of: wall, clock, remembered: remembered)
  var shown = tm()
  guard var time = meanings.time(asked.tm_isdst) else {
    errno = EOVERFLOW
    return -1
  }
  guard clock.show(time, into: &shown) else { return -1 }
  remembered = wall - time
  if asked.tm_sec != shown.tm_sec {
    // A minute that begins is not the leap second before it, which is as far from midnight.
    let isLeapSecond = second == 0 && shown.tm_sec == 60
    time += Int(asked.tm_sec) - second + (isLeapSecond ? 1 : 0)
    guard clock.show(time, into: &shown) else { return -1 }
  }
  date.pointee = shown
  return time
}

@c(mktime)
public func mktimeCall(_ date: UnsafeMutablePointer<tm>) -> Int {
  lockZone()
  defer { unlockZone() }
  setZone(always: true)
  return makeTime(date, .local, &lastLocalAhead)
}

@c(timegm)
public func timegmCall(_ date: UnsafeMutablePointer<tm>) -> Int {
  lockZone()
  defer { unlockZone() }
  setZone(always: false)
  date.pointee.tm_isdst = 0
  guard !hasLeapSeconds() else { return makeTime(date, .universal, &lastUniversalAhead) }
  // Then this clock is never ahead, and a reading means one time.
  let time = wallSeconds(date.pointee, second: Int(date.pointee.tm_sec))
  var shown = tm()
  guard WallClock.universal.show(time, into: &shown) else { return -1 }
  lastUniversalAhead = 0
  date.pointee = shown
  return time
}

@c(tzset)
public func tzsetCall() {
  lockZone()
  setZone(always: true)
  unlockZone()
}

@c(localtime_r)
public func localtimeR(_ time: UnsafePointer<Int>, _ result: UnsafeMutablePointer<tm>) -> UnsafeMutablePointer<tm>? {
  breakDown(time, .local, always: false, result)
}

@c(gmtime_r)
public func gmtimeR(_ time: UnsafePointer<Int>, _ result: UnsafeMutablePointer<tm>) -> UnsafeMutablePointer<tm>? {
  breakDown(time, .universal, always: false, result)
}

/// localtime(3) into the date of the process: looks at TZ.
@c(glibc_compat_localtime)
public func localtimeShared(_ time: UnsafePointer<Int>, _ result: UnsafeMutablePointer<tm>) -> UnsafeMutablePointer<tm>? {
  breakDown(time, .local, always: true, result)
}

private func breakDown(
  _ time: UnsafePointer<Int>, _ clock: WallClock, always: Bool, _ result: UnsafeMutablePointer<tm>
) -> UnsafeMutablePointer<tm>? {
  lockZone()
  defer { unlockZone() }
  setZone(always: always)
  return clock.show(time.pointee, into: result) ? result : nil
}
