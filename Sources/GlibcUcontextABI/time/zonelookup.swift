// <time.h>: which kind of local time a zone has at a time.

import CGlibcABI
import CMusl

typealias ZoneNames = (UnsafePointer<CChar>, UnsafePointer<CChar>)

/// Whether a broken-down time has a place for the year at Greenwich.
func hasYear(_ time: Int) -> Bool { CInt(exactly: year(ofTime: time) - 1900) != nil }

extension ZoneRules {
  func kind(at time: Int) -> ZoneKind {
    let summer = isSummer(time, year: year(ofTime: time))
    return ZoneKind(offset: summer ? offsets.1 : offsets.0, isSummer: summer, name: summer ? names.1 : names.0)
  }
}

extension ZoneFile {
  /// What holds at `time`, where the last transition is over and a footer goes on.
  func rules(at time: Int) -> ZoneRules? {
    guard transitionCount > 0, time >= transitions[transitionCount - 1], hasYear(time) else { return nil }
    return footer
  }

  /// The kind of local time, and the names that `tzname` has while it holds.
  func kind(at time: Int) -> (ZoneKind, ZoneNames) {
    if let rules = rules(at: time) { return (rules.kind(at: time), rules.names) }
    if transitionCount == 0 || time < transitions[0] { return firstKind }
    // The first transition after `time`.
    var low = 1, high = transitionCount
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] > time { high = middle } else { low = middle + 1 }
    }
    let kind = kinds[Int(kindOfTransition[low - 1])]
    var standard: UnsafePointer<CChar>? = kind.isSummer ? nil : kind.name
    var summer: UnsafePointer<CChar>? = kind.isSummer ? kind.name : nil
    for i in low..<transitionCount where standard == nil || summer == nil {
      let next = kinds[Int(kindOfTransition[i])]
      if next.isSummer { summer = summer ?? next.name } else { standard = standard ?? next.name }
    }
    let first = standard ?? summer ?? kind.name
    return (kind, (first, summer ?? first))
  }

  /// Before all transitions: the first kind that is not summer time.
  private var firstKind: (ZoneKind, ZoneNames) {
    var chosen = 0
    while chosen < kindCount && kinds[chosen].isSummer { chosen += 1 }
    if chosen == kindCount { chosen = 0 }
    var summer: UnsafePointer<CChar>?
    for i in 0..<kindCount where kinds[i].isSummer { summer = summer ?? kinds[i].name }
    return (kinds[chosen], (kinds[chosen].name, summer ?? kinds[chosen].name))
  }

  /// The names after the file is read: the last ones that a transition leads to.
  var usualNames: ZoneNames {
    var standard: UnsafePointer<CChar>?, summer: UnsafePointer<CChar>?
    for i in stride(from: transitionCount - 1, through: 0, by: -1) where standard == nil || summer == nil {
      let kind = kinds[Int(kindOfTransition[i])]
      if kind.isSummer { summer = summer ?? kind.name } else { standard = standard ?? kind.name }
    }
    let first = standard ?? summer ?? kinds[0].name
    return (first, summer ?? first)
  }

  /// Keeps the transitions, at the clocks of another zone: the two kinds become those of `rules`.
  mutating func adopt(_ rules: ZoneRules) {
    var wasSummer = false
    for i in 0..<transitionCount {
      let kind = kinds[Int(kindOfTransition[i])]
      if !kind.isUniversalTime {
        // The same hour on the clock that is changed.
        transitions[i] += wasSummer && !kind.isStandardTime ? summerOffset - rules.offsets.1 : standardOffset - rules.offsets.0
      }
      kindOfTransition[i] = kind.isSummer ? 1 : 0
      wasSummer = kind.isSummer
    }
    kindCount = 2
    kinds[0] = ZoneKind(offset: rules.offsets.0, isSummer: false, name: rules.names.0)
    kinds[1] = ZoneKind(offset: rules.offsets.1, isSummer: true, name: rules.names.1)
    standardOffset = rules.offsets.0
    summerOffset = rules.offsets.1
    // Where the file ends its own rules go on, by the clocks and names that were asked for.
    footer?.offsets = rules.offsets
    footer?.names = rules.names
  }
}
