// <time.h>: which kind of local time a zone has at a time.

import CGlibcABI
import CMusl

typealias ZoneNames = (UnsafePointer<CChar>, UnsafePointer<CChar>)

/// What holds between two transitions, up to and with the second `to`.
struct ZoneSpan {
  var from, to: Int
  var kind: ZoneKind
  var names: ZoneNames
}

/// Whether a broken-down time has a place for the year at Greenwich.
func hasYear(_ time: Int) -> Bool {
  // Half a milliard of years either way is within, without a count.
  time.magnitude < 1 << 54 || CInt(exactly: year(ofTime: time) - 1900) != nil
}

extension ZoneRules {
  func kind(at time: Int) -> ZoneKind {
    let summer = hasSummer && isSummer(time, year: year(ofTime: time))
    return ZoneKind(offset: summer ? offsets.1 : offsets.0, isSummer: summer, name: summer ? names.1 : names.0)
  }
}

/// The first name of each sort.
private struct FoundNames {
  var standard: UnsafePointer<CChar>?
  var summer: UnsafePointer<CChar>?
  var isComplete: Bool { standard != nil && summer != nil }

  mutating func add(_ kind: ZoneKind) {
    if kind.isSummer { summer = summer ?? kind.name } else { standard = standard ?? kind.name }
  }

  /// One stands for the other where there is none; one of both has been added.
  var names: ZoneNames {
    let first = standard ?? summer ?? constText("")
    return (first, summer ?? first)
  }
}

extension ZoneFile {
  /// What holds at `time`, where the last transition is over and a footer goes on.
  func rules(at time: Int) -> ZoneRules? {
    guard transitionCount > 0, time >= transitions[transitionCount - 1], hasYear(time) else { return nil }
    return footer
  }

  /// The kind of local time.
  func kind(at time: Int) -> ZoneKind {
    if let rules = rules(at: time) { return rules.kind(at: time) }
    let next = transitionAfter(time)
    return kinds[next == 0 ? firstKind : Int(kindOfTransition[next - 1])]
  }

  /// The names that `tzname` has while that holds: its own, and the next one of the other sort.
  func names(at time: Int) -> ZoneNames {
    if let rules = rules(at: time) { return rules.names }
    let next = transitionAfter(time)
    var found = FoundNames()
    if next == 0 {
      found.add(kinds[firstKind])
      var i = 0
      while i < kindCount && found.summer == nil {
        if kinds[i].isSummer { found.add(kinds[i]) }
        i += 1
      }
      return (kinds[firstKind].name, found.summer ?? kinds[firstKind].name)
    }
    var i = next - 1
    while i < transitionCount && !found.isComplete {
      found.add(kinds[Int(kindOfTransition[i])])
      i += 1
    }
    return found.names
  }

  /// All of that for as long as it stays the same. Not where `rules` say what holds.
  func span(at time: Int) -> ZoneSpan {
    let next = transitionAfter(time)
    return ZoneSpan(
      from: next == 0 ? .min : transitions[next - 1], to: next == transitionCount ? .max : transitions[next] - 1,
      kind: kind(at: time), names: names(at: time))
  }

  /// The names after the file is read: the last ones that a transition leads to.
  var usualNames: ZoneNames {
    var found = FoundNames(), i = transitionCount - 1
    while i >= 0 && !found.isComplete {
      found.add(kinds[Int(kindOfTransition[i])])
      i -= 1
    }
    if transitionCount == 0 { found.standard = kinds[0].name }
    return found.names
  }

  /// The number of the first transition after `time`.
  private func transitionAfter(_ time: Int) -> Int {
    var low = 0, high = transitionCount
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] > time { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// What holds before all transitions: the first kind that is not summer time.
  private var firstKind: Int {
    var chosen = 0
    while chosen < kindCount && kinds[chosen].isSummer { chosen += 1 }
    return chosen == kindCount ? 0 : chosen
  }

  /// Keeps the transitions, at the clocks of another zone: the two kinds become those of `rules`.
  mutating func adopt(_ rules: ZoneRules) {
    var wasSummer = false
    for i in 0..<transitionCount {
      let kind = kinds[Int(kindOfTransition[i])]
      if !kind.isUniversalTime {
        // The same hour on the clock that is changed.
        transitions[i] &+= wasSummer && !kind.isStandardTime ? summerOffset - rules.offsets.1 : standardOffset - rules.offsets.0
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
    footer?.hasSummer = true
    footer?.offsets = rules.offsets
    footer?.names = rules.names
  }
}
