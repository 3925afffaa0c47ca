// <time.h>: strftime with glibc's flags (_ - 0 ^ #), widths and conversions. Only the locales C and C.UTF-8 exist, so names are English.
import CMusl

private let dayNames: StaticString = "Sunday   Monday   Tuesday  WednesdayThursday Friday   Saturday "
private let dayLengths: InlineArray<7, Int> = [6, 6, 7, 9, 8, 6, 8]
private let monthNames: StaticString =
  "January  February March    April    May      June     July     August   SeptemberOctober  November December "
private let monthLengths: InlineArray<12, Int> = [7, 8, 5, 5, 3, 4, 4, 6, 9, 7, 8, 8]

// The text of `name` number `index`, each 9 bytes wide.
func englishDay(_ index: CInt) -> (UnsafePointer<UInt8>, Int)? {
  guard index >= 0, index < 7 else { return nil }
  return (dayNames.utf8Start + 9 * Int(index), dayLengths[Int(index)])
}

func englishMonth(_ index: CInt) -> (UnsafePointer<UInt8>, Int)? {
  guard index >= 0, index < 12 else { return nil }
  return (monthNames.utf8Start + 9 * Int(index), monthLengths[Int(index)])
}

func letter(_ scalar: Unicode.Scalar) -> UInt8 { UInt8(truncatingIfNeeded: scalar.value) }

// The output; `failed` once it does not fit.
struct TimeWriter {
  var buffer: UnsafeMutablePointer<CChar>?
  let room: Int
  var count = 0
  var failed = false

  @inline(__always)
  mutating func put(_ byte: UInt8) {
    guard count < room - 1 else {
      failed = true
      return
    }
    if let buffer { buffer[count] = CChar(bitPattern: byte) }
    count += 1
  }

  /// Two digits of a number from 0 to 99.
  @inline(__always)
  mutating func putPair(_ value: CInt) {
    let tens = UInt8(truncatingIfNeeded: (value &* 103) >> 10)
    put(letter("0") &+ tens)
    put(letter("0") &+ (UInt8(truncatingIfNeeded: value) &- tens &* 10))
  }

  mutating func pad(_ byte: UInt8, _ number: Int) {
    guard number > 0 else { return }
    guard number < room - count else {
      failed = true
      return
    }
    for _ in 0..<number { put(byte) }
  }
}

enum CaseChange { case none, upper, lower }

// One conversion's flags.
struct TimeField {
  var pad: UInt8 = 0
  var width = 0
  var upper = false
  var change = false
  var modifier: UInt8 = 0

  // Padding before text of `length` bytes.
  func fill(_ writer: inout TimeWriter, before length: Int) {
    writer.pad(pad == letter("0") ? letter("0") : letter(" "), width - length)
  }

  func text(_ writer: inout TimeWriter, _ bytes: UnsafePointer<UInt8>, _ length: Int, _ change: CaseChange) {
    fill(&writer, before: length)
    for index in 0..<length {
      var byte = bytes[index]
      if change == .upper && byte >= 0x61 && byte <= 0x7a { byte -= 0x20 }
      if change == .lower && byte >= 0x41 && byte <= 0x5a { byte += 0x20 }
      writer.put(byte)
    }
  }

  // A number of at least `digits` digits; `standard` is the padding without a flag.
  func number(_ writer: inout TimeWriter, _ value: Int, digits: Int, standard: UInt8) {
    // Nearly all: two digits with zeros, and years.
    if pad == 0 && width == 0 && standard == letter("0") && value >= 0 {
      if digits == 2 && value < 100 { return writer.putPair(CInt(truncatingIfNeeded: value)) }
      if digits == 1 && value >= 1000 && value < 10000 {
        writer.putPair(CInt(truncatingIfNeeded: value / 100))
        return writer.putPair(CInt(truncatingIfNeeded: value % 100))
      }
    }
    let padding = pad == 0 ? standard : pad
    let magnitude = value.magnitude
    var length = 1
    var rest = magnitude / 10
    while rest > 0 {
      length += 1
      rest /= 10
    }
    let signLength = value < 0 ? 1 : 0
    let wanted = max(digits, width)
    let missing = wanted - length - signLength
    let signByte = letter("-")
    if padding == letter("-") {
      writer.pad(letter(" "), width - length - signLength)
      if signLength > 0 { writer.put(signByte) }
    } else if padding == letter("_") {
      writer.pad(letter(" "), missing)
      if signLength > 0 { writer.put(signByte) }
    } else {
      if signLength > 0 { writer.put(signByte) }
      writer.pad(letter("0"), missing)
    }
    var divisor: UInt = 1
    for _ in 1..<max(length, 1) { divisor *= 10 }
    var remaining = magnitude
    for _ in 0..<length {
      writer.put(letter("0") + UInt8(truncatingIfNeeded: remaining / divisor))
      remaining %= divisor
      divisor = max(divisor / 10, 1)
    }
  }
}

// ISO 8601: the year and week that a day belongs to.
func isoWeek(_ time: UnsafePointer<tm>) -> (year: Int, week: Int) {
  var year = Int(time.pointee.tm_year) + 1900
  let day = Int(time.pointee.tm_yday)
  let weekday = Int(time.pointee.tm_wday)
  // Days since the Monday that starts week 1; the fourth of January is always in it.
  func days(_ yday: Int) -> Int {
    let bigEnough = 3 * 7
    return yday - (yday - weekday + 4 + bigEnough) % 7 + 4 - 1
  }
  var number = days(day)
  if number < 0 {
    year -= 1
    number = days(day + (isLeap(year) ? 366 : 365))
  } else {
    let next = days(day - (isLeap(year) ? 366 : 365))
    if next >= 0 {
      year += 1
      number = next
    }
  }
  return (year, number / 7 + 1)
}

// Floor division, as the century of a year before 0 needs it.
@inline(__always)
func floorDivide(_ value: Int, _ by: Int) -> Int { value / by - (value % by < 0 ? 1 : 0) }

/// Formats a broken-down time. Returns the bytes written without the end byte, 0 where they do not fit. Source: strftime(3).
@c(strftime)
public func formatTime(
  _ buffer: UnsafeMutablePointer<CChar>?, _ room: Int, _ format: UnsafePointer<CChar>, _ time: UnsafePointer<tm>
) -> Int {
  var writer = TimeWriter(buffer: buffer, room: room)
  let bytes = UnsafeRawPointer(format).assumingMemoryBound(to: UInt8.self)
  interpretTimeFormat(&writer, bytes, strlen(format), time, upper: false)
  if writer.failed { return 0 }
  if let buffer, room > 0 { buffer[writer.count] = 0 }
  return writer.count
}

@c(strftime_l)
public func formatTimeLocale(
  _ buffer: UnsafeMutablePointer<CChar>?, _ room: Int, _ format: UnsafePointer<CChar>, _ time: UnsafePointer<tm>, _ locale: locale_t?
) -> Int {
  formatTime(buffer, room, format, time)
}

/// What the conversions that most formats are made of show without a flag: two digits.
@inline(__always)
private func plainPair(_ conversion: UInt8, _ time: UnsafePointer<tm>) -> CInt? {
  switch conversion {
  case letter("d"): return time.pointee.tm_mday
  case letter("H"): return time.pointee.tm_hour
  case letter("M"): return time.pointee.tm_min
  case letter("m"): return time.pointee.tm_mon < 12 ? time.pointee.tm_mon &+ 1 : nil
  case letter("S"): return time.pointee.tm_sec
  default: return nil
  }
}

func interpretTimeFormat(
  _ writer: inout TimeWriter, _ format: UnsafePointer<UInt8>, _ length: Int, _ time: UnsafePointer<tm>, upper: Bool
) {
  var at = 0
  while at < length && !writer.failed {
    let byte = format[at]
    if byte != letter("%") {
      writer.put(byte)
      at += 1
      continue
    }
    let start = at
    at += 1
    if at < length, let pair = plainPair(format[at], time), pair >= 0, pair < 100 {
      writer.putPair(pair)
      at += 1
      continue
    }
    var field = TimeField()
    field.upper = upper
    flags: while at < length {
      switch format[at] {
      case letter("_"), letter("-"), letter("0"): field.pad = format[at]
      case letter("^"): field.upper = true
      case letter("#"): field.change = true
      default: break flags
      }
      at += 1
    }
    while at < length, format[at] >= letter("0"), format[at] <= letter("9") {
      let digit = Int(format[at] - letter("0"))
      field.width = field.width > (Int(Int32.max) - digit) / 10 ? Int(Int32.max) : field.width * 10 + digit
      at += 1
    }
    if at < length, format[at] == letter("E") || format[at] == letter("O") {
      field.modifier = format[at]
      at += 1
    }
    let conversion = at < length ? format[at] : 0
    if conversion != 0 { at += 1 }
    if !convertTime(&writer, conversion, field, time) {
      // What is no conversion is copied.
      var copied = field
      copied.pad = field.pad == letter("0") ? field.pad : 0
      // A month's name with # is upper case, and so is what is copied in its place.
      let isMonth = conversion == letter("b") || conversion == letter("h")
      copied.text(&writer, format + start, at - start, field.upper || (field.change && isMonth) ? .upper : .none)
    }
  }
}
