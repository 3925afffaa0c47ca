// <wchar.h>: wcsftime, through the byte version: the format and the result go through the locale's encoding.
import CMusl

/// Formats a broken-down time as wide characters. 0 where they do not fit. Source: wcsftime(3).
@c(wcsftime)
public func formatWideTime(
  _ buffer: UnsafeMutablePointer<wchar_t>, _ room: Int, _ format: UnsafePointer<wchar_t>, _ time: UnsafePointer<tm>
) -> Int {
  guard room > 0 else { return 0 }
  var source: UnsafePointer<wchar_t>? = format
  var state = mbstate_t()
  let formatSize = wcsrtombs(nil, &source, 0, &state)
  guard formatSize != Int(bitPattern: UInt.max) else { return 0 }
  // A conversion can write more bytes than characters, at most four for each.
  let (resultSize, overflow) = min(room, 1 << 20).multipliedReportingOverflow(by: 4)
  guard !overflow, let block = malloc(formatSize + 1 + resultSize + 1) else { return 0 }
  defer { free(block) }
  let bytes = block.assumingMemoryBound(to: CChar.self)
  let result = bytes + formatSize + 1
  source = format
  state = mbstate_t()
  _ = wcsrtombs(bytes, &source, formatSize + 1, &state)
  let length = formatTime(result, resultSize + 1, bytes, time)
  if length == 0 {
    buffer[0] = 0
    return 0
  }
  state = mbstate_t()
  var text: UnsafePointer<CChar>? = UnsafePointer(result)
  let count = mbsrtowcs(buffer, &text, room, &state)
  guard count != Int(bitPattern: UInt.max), count < room else { return 0 }
  return count
}

@c(wcsftime_l)
public func formatWideTimeLocale(
  _ buffer: UnsafeMutablePointer<wchar_t>, _ room: Int, _ format: UnsafePointer<wchar_t>, _ time: UnsafePointer<tm>,
  _ locale: locale_t?
) -> Int {
  formatWideTime(buffer, room, format, time)
}

@c(__wcsftime_l)
public func underscoreFormatWideTimeLocale(
  _ buffer: UnsafeMutablePointer<wchar_t>, _ room: Int, _ format: UnsafePointer<wchar_t>, _ time: UnsafePointer<tm>,
  _ locale: locale_t?
) -> Int {
  formatWideTime(buffer, room, format, time)
}
