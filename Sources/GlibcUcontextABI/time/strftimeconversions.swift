// <time.h>: what each conversion of strftime writes.
import CGlibcABI
import CMusl

private func subformat(_ writer: inout TimeWriter, _ field: TimeField, _ format: StaticString, _ time: UnsafePointer<tm>) {
  // Measured first, because a width pads in front of the whole.
  if field.width > 0 {
    var measure = TimeWriter(buffer: nil, room: Int.max / 2)
    interpretTimeFormat(&measure, format.utf8Start, format.utf8CodeUnitCount, time, upper: field.upper)
    field.fill(&writer, before: measure.count)
  }
  interpretTimeFormat(&writer, format.utf8Start, format.utf8CodeUnitCount, time, upper: field.upper)
}

private func name(
  _ writer: inout TimeWriter, _ field: TimeField, _ text: (UnsafePointer<UInt8>, Int)?, short: Bool
) {
  let change: CaseChange = field.upper || field.change ? .upper : .none
  if let (bytes, length) = text {
    field.text(&writer, bytes, short ? 3 : length, change)
  } else {
    let unknown: StaticString = "?"
    field.text(&writer, unknown.utf8Start, 1, .none)
  }
}

private func zone(_ writer: inout TimeWriter, _ field: TimeField, _ time: UnsafePointer<tm>) {
  let change: CaseChange = field.change ? .lower : field.upper ? .upper : .none
  var found: UnsafePointer<CChar>? = time.pointee.tm_zone
  let isUnnamed = found.map { $0[0] == 0 } ?? true
  if isUnnamed && time.pointee.tm_isdst >= 0 {
    // Without a name the time zone of the process is asked.
    tzset()
    found = glibc_compat_zone_name(time.pointee.tm_isdst > 0 ? 1 : 0)
  }
  guard let text = found else {
    field.fill(&writer, before: 0)
    return
  }
  field.text(&writer, UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), strlen(text), change)
}

// "+hhmm"; nothing where the time does not know whether it is summer time.
private func offset(_ writer: inout TimeWriter, _ field: TimeField, _ time: UnsafePointer<tm>) {
  guard time.pointee.tm_isdst >= 0 else { return }
  let seconds = Int(time.pointee.tm_gmtoff)
  let minutes = Int(seconds.magnitude) / 60
  field.fill(&writer, before: 1)
  writer.put(seconds < 0 ? letter("-") : letter("+"))
  field.number(&writer, minutes / 60 * 100 + minutes % 60, digits: 4, standard: letter("0"))
}

private func isValid(_ modifier: UInt8, _ conversion: UInt8) -> Bool {
  switch modifier {
  case letter("E"):
    switch conversion {
    case letter("c"), letter("C"), letter("x"), letter("X"), letter("y"), letter("Y"), letter("p"), letter("P"),
      letter("r"), letter("R"), letter("T"), letter("n"), letter("t"), letter("z"), letter("Z"), letter("s"), letter("u"), letter("%"):
      return true
    default: return false
    }
  case letter("O"):
    switch conversion {
    case letter("a"), letter("A"), letter("c"), letter("x"), letter("X"), letter("Y"), letter("D"), letter("F"): return false
    default: return true
    }
  default: return true
  }
}

/// Writes one conversion; false where there is none of that name.
func convertTime(_ writer: inout TimeWriter, _ conversion: UInt8, _ field: TimeField, _ time: UnsafePointer<tm>) -> Bool {
  let zero = letter("0"), blank = letter("_")
  let year = Int(time.pointee.tm_year) + 1900
  let hour = Int(time.pointee.tm_hour)
  let hour12 = hour > 12 ? hour - 12 : hour == 0 ? 12 : hour
  let weekday = Int(time.pointee.tm_wday), day = Int(time.pointee.tm_yday)
  guard isValid(field.modifier, conversion) else { return false }
  switch conversion {
  case letter("%"):
    field.fill(&writer, before: 1)
    writer.put(conversion)
  case letter("n"), letter("t"):
    field.fill(&writer, before: 1)
    writer.put(conversion == letter("n") ? 10 : 9)
  case letter("a"): name(&writer, field, englishDay(time.pointee.tm_wday), short: true)
  case letter("A"): name(&writer, field, englishDay(time.pointee.tm_wday), short: false)
  case letter("b"), letter("h"): name(&writer, field, englishMonth(time.pointee.tm_mon), short: true)
  case letter("B"): name(&writer, field, englishMonth(time.pointee.tm_mon), short: false)
  case letter("c"): subformat(&writer, field, "%a %b %e %H:%M:%S %Y", time)
  case letter("D"), letter("x"): subformat(&writer, field, "%m/%d/%y", time)
  case letter("F"): isoDate(&writer, field, year, time)
  case letter("r"): subformat(&writer, field, "%I:%M:%S %p", time)
  case letter("R"): subformat(&writer, field, "%H:%M", time)
  case letter("T"), letter("X"): subformat(&writer, field, "%H:%M:%S", time)
  case letter("p"), letter("P"):
    let text: StaticString = hour > 11 ? "PM" : "AM"
    let change: CaseChange = conversion == letter("P") || field.change ? .lower : .none
    field.text(&writer, text.utf8Start, 2, change)
  case letter("C"):
    let century = floorDivide(year, 100)
    field.number(&writer, century, digits: 1, standard: zero)
  case letter("Y"): field.number(&writer, year, digits: 1, standard: zero)
  case letter("G"): field.number(&writer, isoWeek(time).year, digits: 1, standard: zero)
  case letter("y"): twoDigits(&writer, field, year)
  case letter("g"): twoDigits(&writer, field, isoWeek(time).year)
  case letter("d"): field.number(&writer, Int(time.pointee.tm_mday), digits: 2, standard: zero)
  case letter("e"): field.number(&writer, Int(time.pointee.tm_mday), digits: 2, standard: blank)
  case letter("H"): field.number(&writer, hour, digits: 2, standard: zero)
  case letter("I"): field.number(&writer, hour12, digits: 2, standard: zero)
  case letter("k"): field.number(&writer, hour, digits: 2, standard: blank)
  case letter("l"): field.number(&writer, hour12, digits: 2, standard: blank)
  case letter("j"): field.number(&writer, 1 + day, digits: 3, standard: zero)
  case letter("M"): field.number(&writer, Int(time.pointee.tm_min), digits: 2, standard: zero)
  case letter("m"): field.number(&writer, Int(time.pointee.tm_mon) + 1, digits: 2, standard: zero)
  case letter("S"): field.number(&writer, Int(time.pointee.tm_sec), digits: 2, standard: zero)
  case letter("s"):
    var copy = time.pointee
    field.number(&writer, mktime(&copy), digits: 1, standard: blank)
  case letter("u"): field.number(&writer, (weekday - 1 + 7) % 7 + 1, digits: 1, standard: zero)
  case letter("w"): field.number(&writer, weekday, digits: 1, standard: zero)
  case letter("U"): field.number(&writer, (day - weekday + 7) / 7, digits: 2, standard: zero)
  case letter("W"): field.number(&writer, (day - (weekday - 1 + 7) % 7 + 7) / 7, digits: 2, standard: zero)
  case letter("V"): field.number(&writer, isoWeek(time).week, digits: 2, standard: zero)
  case letter("z"): offset(&writer, field, time)
  case letter("Z"): zone(&writer, field, time)
  default: return false
  }
  return true
}

private func twoDigits(_ writer: inout TimeWriter, _ field: TimeField, _ year: Int) {
  field.number(&writer, ((year % 100) + 100) % 100, digits: 2, standard: letter("0"))
}

private func isoDate(_ writer: inout TimeWriter, _ field: TimeField, _ year: Int, _ time: UnsafePointer<tm>) {
  subformat(&writer, field, "%Y-%m-%d", time)
}
