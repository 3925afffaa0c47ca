// <time.h>: the time zone of the process, which TZ names: a file of the zone database or the rules themselves.
//
// All of it is behind one lock. Names are kept for ever, because tm_zone and tzname point to them. Source: tzset(3), localtime(3).

import CGlibcABI
import CMusl

nonisolated(unsafe) private var lock = pthread_mutex_t()
nonisolated(unsafe) private var isInitialized = false
/// TZ as it was when last looked at; nil where the next look must go on.
nonisolated(unsafe) private var lastText: UnsafeMutablePointer<CChar>?
nonisolated(unsafe) private var rules: ZoneRules?
/// By its address, since a copy of the record takes as long as a look at it.
nonisolated(unsafe) private var file: UnsafeMutablePointer<ZoneFile>?
/// The part of the file that was needed last: the next time is mostly near.
nonisolated(unsafe) private var lastSpan: ZoneSpan? = nil
/// The file that `file` was read from.
nonisolated(unsafe) private var identity = glibc_compat_file_identity()

/// A name in the list of all names that a zone had.
private struct ZoneName {
  var next: UnsafeMutablePointer<ZoneName>?
}
nonisolated(unsafe) private var zoneNames: UnsafeMutablePointer<ZoneName>?

/// The one copy of a name of `length` bytes. nil where memory is short. Under the lock.
func internZoneName(_ name: UnsafePointer<UInt8>, _ length: Int) -> UnsafePointer<CChar>? {
  let header = MemoryLayout<ZoneName>.size
  var at = zoneNames
  while let entry = at {
    let text = (UnsafeRawPointer(entry) + header).assumingMemoryBound(to: CChar.self)
    if strnlen(text, length + 1) == length && memcmp(text, name, length) == 0 { return text }
    at = entry.pointee.next
  }
  guard let memory = calloc(1, header + length + 1) else { return nil }
  memcpy(memory + header, name, length)
  let entry = memory.bindMemory(to: ZoneName.self, capacity: 1)
  entry.initialize(to: ZoneName(next: zoneNames))
  zoneNames = entry
  return UnsafeRawPointer(memory + header).assumingMemoryBound(to: CChar.self)
}

func lockZone() { pthread_mutex_lock(&lock) }
func unlockZone() { pthread_mutex_unlock(&lock) }

/// Looks at TZ, as `tzset` does: again, or where nobody has yet. Under the lock, as all that follows.
func setZone(always: Bool) {
  guard always || !isInitialized else { return }
  lookAtTZ()
  if always, let rules { publish(rules) }
}

/// What a clock does at a time.
struct ClockState {
  /// How many seconds it shows more than have passed.
  var ahead: Int
  var isSummer: Bool
}

/// The two clocks that the calendar's functions know.
enum WallClock {
  case local, universal

  func state(at time: Int) -> ClockState {
    let leap = leapSeconds(at: time)
    var kind = universalKind
    if self == .local { kind = file?.pointee.kind(at: time) ?? (rules ?? .universal).kind(at: time) }
    return ClockState(ahead: kind.offset - leap.correction + leap.hit, isSummer: kind.isSummer)
  }

  /// `time` as the clock shows it. False with EOVERFLOW where its year has no place. The zone's names become those of then.
  @_optimize(speed)
  func show(_ time: Int, into result: UnsafeMutablePointer<tm>) -> Bool {
    var kind = universalKind
    if self == .local {
      if let zone = file {
        if zone.pointee.transitionCount == 0, zone.pointee.kindCount == 1 {
          // UTC, most of all.
          kind = zone.pointee.kinds[0]
          glibc_compat_set_zone(kind.name, kind.name, -zone.pointee.standardOffset, zone.pointee.hasSummer)
        } else if let rules = zone.pointee.rules(at: time) {
          kind = rules.kind(at: time)
          publish(rules)
        } else {
          if lastSpan == nil || time < lastSpan!.from || time > lastSpan!.to { lastSpan = zone.pointee.span(at: time) }
          kind = lastSpan!.kind
          glibc_compat_set_zone(
            lastSpan!.names.0, lastSpan!.names.1, -zone.pointee.standardOffset, zone.pointee.hasSummer)
        }
      } else {
        guard hasYear(time) else {
          errno = EOVERFLOW
          return false
        }
        kind = (rules ?? .universal).kind(at: time)
      }
    }
    result.pointee.tm_isdst = kind.isSummer ? 1 : 0
    result.pointee.tm_zone = kind.name
    result.pointee.tm_gmtoff = kind.offset
    let leap = leapSeconds(at: time)
    guard breakDown(time, offset: kind.offset - leap.correction, into: result) else { return false }
    result.pointee.tm_sec += CInt(leap.hit)
    return true
  }

  /// Whether the year of `time` has a place.
  func canShow(_ time: Int) -> Bool {
    var shown = tm()
    return show(time, into: &shown)
  }

  private var universalKind: ZoneKind { ZoneKind(offset: 0, isSummer: false, name: constText("GMT")) }
}

/// Whether clocks show leap seconds.
func hasLeapSeconds() -> Bool { file != nil && file!.pointee.leapCount > 0 }

/// By how much the clock is ahead, and whether `time` is a leap second itself: how many in a row.
private func leapSeconds(at time: Int) -> (correction: Int, hit: Int) {
  guard let zone = file, zone.pointee.leapCount > 0 else { return (0, 0) }
  let leaps = zone.pointee.leaps
  var i = zone.pointee.leapCount - 1
  while i >= 0 && time < leaps[i].time { i -= 1 }
  guard i >= 0 else { return (0, 0) }
  let correction = leaps[i].correction
  var hit = 0
  if time == leaps[i].time && correction > (i == 0 ? 0 : leaps[i - 1].correction) {
    hit = 1
    while i > 0 && leaps[i].time == leaps[i - 1].time &+ 1
      && leaps[i].correction == leaps[i - 1].correction + 1
    {
      hit += 1
      i -= 1
    }
  }
  return (correction, hit)
}

/// Sets `rules` or `file` by TZ. Where TZ is what it was, or its file is, nothing changes.
private func lookAtTZ() {
  isInitialized = true
  let variable = getenv(constText("TZ"))
  var text: UnsafePointer<CChar>? = variable.map { UnsafePointer($0) }
  if let given = text {
    if given[0] == 0 { text = constText("Universal") }
    if given[0] == 0x3a { text = given + 1 }
  }
  if let text, let last = lastText, strcmp(text, last) == 0 { return }
  let name = text ?? constText("/etc/localtime")
  free(lastText)
  lastText = strdup(name)
  if useFile(name) { return }
  rules = name[0] == 0 || strcmp(name, constText("/etc/localtime")) == 0 ? .universal : ZoneRules(name)
  if rules!.needsDefault && useDefaultRules() { return }
  publish(rules!)
}

private func publish(_ rules: ZoneRules) {
  glibc_compat_set_zone(rules.names.0, rules.names.1, -rules.offsets.0, rules.offsets.0 != rules.offsets.1)
}

/// Reads the zone's file; false, and no file is in use, where there is none.
private func useFile(_ name: UnsafePointer<CChar>) -> Bool {
  let old = file
  file = nil
  lastSpan = nil
  guard name[0] != 0, isAllowed(name) else {
    discard(old)
    return false
  }
  var found = glibc_compat_file_identity(), size = 0
  if old != nil { found = identity }
  let contents = glibc_compat_read_zone(name, &found, old != nil, &size)
  if size < 0 {
    file = old
    return true
  }
  discard(old)
  guard let contents else { return false }
  identity = found
  defer { free(contents) }
  guard let zone = ZoneFile(contents, size: size) else { return false }
  guard let memory = malloc(MemoryLayout<ZoneFile>.size) else {
    free(zone.memory)
    return false
  }
  file = memory.bindMemory(to: ZoneFile.self, capacity: 1)
  file!.initialize(to: zone)
  rules = nil
  let names = zone.usualNames
  glibc_compat_set_zone(names.0, names.1, -zone.standardOffset, zone.hasSummer)
  return true
}

private func discard(_ old: UnsafeMutablePointer<ZoneFile>?) {
  guard let old else { return }
  free(old.pointee.memory)
  free(old)
}

/// A program with privileges reads files of the zone database only.
private func isAllowed(_ name: UnsafePointer<CChar>) -> Bool {
  guard getauxval(UInt(AT_SECURE)) != 0 else { return true }
  if strstr(name, constText("../")) != nil { return false }
  let folder = constText("/usr/share/zoneinfo")
  return name[0] != letter("/") || strcmp(name, constText("/etc/localtime")) == 0 || strncmp(name, folder, strlen(folder)) == 0
}

/// The changes of the file `posixrules`, at the offsets and with the names of `rules`.
private func useDefaultRules() -> Bool {
  guard let wanted = rules else { return false }
  guard useFile(constText("posixrules")), file!.pointee.kindCount >= 2 else {
    discard(file)
    file = nil
    rules = wanted
    return false
  }
  file!.pointee.adopt(wanted)
  lastSpan = nil
  // What is in use now is no file's: a zone with the file that `posixrules` is a link to reads that again.
  identity = glibc_compat_file_identity(device: .max, inode: .max, changed: .min)
  publish(wanted)
  // The next look reads everything again.
  free(lastText)
  lastText = nil
  return true
}
