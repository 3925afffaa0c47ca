// <time.h>: a time zone's file, RFC 8536. Source: tzfile(5).
//
// The file comes from whoever sets TZ: each count is held against the file's size before anything is read by it.

import CGlibcABI
import CMusl

/// One kind of local time in a zone.
struct ZoneKind {
  var offset: Int
  var isSummer: Bool
  var name: UnsafePointer<CChar>
  /// How the transitions to it were written: in standard time, in universal time.
  var isStandardTime = false
  var isUniversalTime = false
}

/// From `time` on, clocks with leap seconds are `correction` seconds ahead.
struct LeapSecond {
  var time: Int
  var correction: Int
}

/// A zone's file, read.
struct ZoneFile {
  /// What the arrays lie in, from malloc.
  let memory: UnsafeMutableRawPointer
  var transitions: UnsafeMutablePointer<Int>
  /// The kind that begins with each transition.
  var kindOfTransition: UnsafeMutablePointer<UInt8>
  var transitionCount: Int
  var kinds: UnsafeMutablePointer<ZoneKind>
  var kindCount: Int
  var leaps: UnsafeMutablePointer<LeapSecond>
  var leapCount: Int
  /// What holds after the last transition.
  var footer: ZoneRules?
  /// Those of the last transitions of each.
  var standardOffset = 0
  var summerOffset = 0
  /// Whether a transition leads to summer time.
  var hasSummer = false

  /// Of `size` bytes at `bytes`; nil where they are no zone, or memory is short.
  init?(_ bytes: UnsafePointer<UInt8>, size: Int) {
    guard var header = ZoneHeader(bytes, size: size, wide: false) else { return nil }
    if header.version != 0 {
      guard let second = ZoneHeader(bytes + header.end, size: size - header.end, wide: true) else { return nil }
      header = second
    }
    // A transition names its kind in a byte; and names are kept for ever, so that few and short ones are taken.
    guard header.kindCount > 0, header.kindCount <= 256, header.standardCount <= header.kindCount, header.universalCount <= header.kindCount
    else { return nil }
    transitionCount = header.transitionCount
    kindCount = header.kindCount
    leapCount = header.leapCount
    // Every size is a multiple of 8, but for the last two: each array is aligned.
    let sizes = (transitionCount * 8, kindCount * MemoryLayout<ZoneKind>.stride, leapCount * MemoryLayout<LeapSecond>.stride)
    let footerAt = sizes.0 + sizes.1 + sizes.2 + transitionCount
    guard let room = calloc(footerAt + size - header.end + 1, 1) else { return nil }
    memory = room
    transitions = room.bindMemory(to: Int.self, capacity: transitionCount)
    kinds = (room + sizes.0).bindMemory(to: ZoneKind.self, capacity: kindCount)
    leaps = (room + sizes.0 + sizes.1).bindMemory(to: LeapSecond.self, capacity: leapCount)
    kindOfTransition = (room + sizes.0 + sizes.1 + sizes.2).bindMemory(to: UInt8.self, capacity: transitionCount)
    guard read(header) else {
      free(room)
      return nil
    }
    readFooter(header, copy: (room + footerAt).assumingMemoryBound(to: UInt8.self))
    findOffsets()
  }

  private mutating func read(_ header: ZoneHeader) -> Bool {
    for i in 0..<transitionCount {
      transitions[i] = header.time(header.transitionsAt, i)
      kindOfTransition[i] = header.kindsAt[i]
      if Int(kindOfTransition[i]) >= kindCount { return false }
    }
    for i in 0..<kindCount {
      let entry = header.entriesAt + 6 * i
      let start = Int(entry[5])
      guard entry[4] <= 1, start < header.letterCount else { return false }
      var length = 0
      while start + length < header.letterCount && header.lettersAt[start + length] != 0 {
        length += 1
        if length > 255 { return false }
      }
      guard let name = internZoneName(header.lettersAt + start, length) else { return false }
      kinds[i] = ZoneKind(
        offset: Int(Int32(truncatingIfNeeded: bigEndian(entry, 4))), isSummer: entry[4] == 1, name: name,
        isStandardTime: i < header.standardCount && header.standardAt[i] != 0,
        isUniversalTime: i < header.universalCount && header.universalAt[i] != 0)
    }
    let width = header.timeSize + 4
    for i in 0..<leapCount {
      let entry = header.leapsAt + width * i
      let time = header.timeSize == 8 ? bigEndian(entry, 8) : Int(Int32(truncatingIfNeeded: bigEndian(entry, 4)))
      leaps[i] = LeapSecond(time: time, correction: Int(Int32(truncatingIfNeeded: bigEndian(entry + header.timeSize, 4))))
    }
    return true
  }

  /// The text between two newlines behind a file of 64-bit times. Without one there are no rules.
  private mutating func readFooter(_ header: ZoneHeader, copy: UnsafeMutablePointer<UInt8>) {
    let left = header.size - header.end, text = header.bytes + header.end
    guard header.timeSize == 8, left >= 3, text[0] == 10 else { return }
    var length = 0
    while 1 + length < left && text[1 + length] != 10 { length += 1 }
    guard length > 0, 1 + length < left, text[1] != 0 else { return }
    memcpy(copy, text + 1, length)
    footer = ZoneRules(UnsafeRawPointer(copy).assumingMemoryBound(to: CChar.self))
  }

  private mutating func findOffsets() {
    var standard: Int?, summer: Int?
    var i = transitionCount - 1
    while i >= 0 && (standard == nil || summer == nil) {
      let kind = kinds[Int(kindOfTransition[i])]
      if kind.isSummer { summer = summer ?? kind.offset } else { standard = standard ?? kind.offset }
      i -= 1
    }
    if transitionCount == 0 { standard = kinds[0].offset }
    standardOffset = standard ?? 0
    summerOffset = summer ?? standardOffset
    hasSummer = summer != nil
  }
}

/// Where things stand in one half of a file.
private struct ZoneHeader {
  let bytes: UnsafePointer<UInt8>
  let size: Int
  let timeSize: Int
  let version: UInt8
  let universalCount, standardCount, leapCount, transitionCount, kindCount, letterCount: Int
  var transitionsAt: UnsafePointer<UInt8> { bytes + 44 }
  var kindsAt: UnsafePointer<UInt8> { transitionsAt + transitionCount * timeSize }
  var entriesAt: UnsafePointer<UInt8> { kindsAt + transitionCount }
  var lettersAt: UnsafePointer<UInt8> { entriesAt + kindCount * 6 }
  var leapsAt: UnsafePointer<UInt8> { lettersAt + letterCount }
  var standardAt: UnsafePointer<UInt8> { leapsAt + leapCount * (timeSize + 4) }
  var universalAt: UnsafePointer<UInt8> { standardAt + standardCount }
  /// Bytes to the end of this half.
  var end: Int { universalAt + universalCount - bytes }

  init?(_ start: UnsafePointer<UInt8>, size limit: Int, wide: Bool) {
    let magic: StaticString = "TZif"
    guard limit >= 44, memcmp(start, magic.utf8Start, 4) == 0 else { return nil }
    bytes = start
    size = limit
    timeSize = wide ? 8 : 4
    version = start[4]
    universalCount = bigEndian(start + 20, 4)
    standardCount = bigEndian(start + 24, 4)
    leapCount = bigEndian(start + 28, 4)
    transitionCount = bigEndian(start + 32, 4)
    kindCount = bigEndian(start + 36, 4)
    letterCount = bigEndian(start + 40, 4)
    // Six counts below 2^32, with at most 12 bytes each: no sum overflows.
    if end > limit { return nil }
  }

  func time(_ table: UnsafePointer<UInt8>, _ index: Int) -> Int {
    let value = bigEndian(table + index * timeSize, timeSize)
    return timeSize == 8 ? value : Int(Int32(truncatingIfNeeded: value))
  }
}

private func bigEndian(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
  var value: UInt = 0
  for i in 0..<count { value = value << 8 | UInt(bytes[i]) }
  return Int(bitPattern: value)
}
