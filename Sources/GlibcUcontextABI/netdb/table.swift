// The tables of names in /etc: protocols, services, networks, rpc. All have lines of the form: name value alias... # comment.
// This is glibc's "files" source; /etc/nsswitch.conf is not read (docs/limitations.md).
import CGlibcABI
import CMusl

/// A line's words, copied into a caller's buffer: the words' pointers end with NULL.
struct Words {
  let words: UnsafeMutablePointer<Text?>
  let count: Int
}

// Not found is an outcome, not an error; ERANGE asks for a larger buffer.
enum TableResult { case found, absent, tooSmall, unavailable(CInt) }

private func isBlank(_ c: CChar) -> Bool { c == 0x20 || c == 0x09 || c == 0x0a || c == 0x0d }

/// Copies a line without its comment and splits it. `nil` where the buffer is too small.
func splitWords(_ line: ConstText, into buffer: Text, _ room: Int) -> Words? {
  var length = 0
  while line[length] != 0 && line[length] != 0x23 && line[length] != 0x0a { length += 1 }
  let offset = (Int(bitPattern: buffer + length + 1) + 7) & ~7
  let start = offset - Int(bitPattern: buffer)
  guard length + 1 <= room, start <= room, let raw = UnsafeMutableRawPointer(bitPattern: offset) else { return nil }
  let slots = (room - start) / MemoryLayout<Text?>.size
  guard slots >= 1 else { return nil }
  let words = raw.bindMemory(to: Text?.self, capacity: slots)
  memcpy(buffer, line, length)
  buffer[length] = 0
  var count = 0
  var at = 0
  while at < length {
    while at < length && isBlank(buffer[at]) {
      buffer[at] = 0
      at += 1
    }
    guard at < length else { break }
    guard count + 1 < slots else { return nil }
    words[count] = buffer + at
    count += 1
    while at < length && !isBlank(buffer[at]) { at += 1 }
  }
  words[count] = nil
  return Words(words: words, count: count)
}

/// A number in decimal, octal or hexadecimal that fills the whole word.
func wholeNumber(_ word: ConstText) -> Int? {
  var end: Text?
  let value = strtoul(word, &end, 0)
  guard let end, end != Text(mutating: word), end[0] == 0 else { return nil }
  return Int(bitPattern: value)
}

/// Reads entries of `file` until `accept` takes one. The entry lies in `buffer`.
func searchTable(
  _ file: OpaquePointer, _ buffer: Text, _ room: Int, _ accept: (Words) -> Bool
) -> TableResult {
  var line: Text?
  var capacity = 0
  defer { free(line) }
  while true {
    let before = ftell(file)
    guard getline(&line, &capacity, file) >= 0, let text = line else { return .absent }
    guard let words = splitWords(text, into: buffer, room) else {
      // The next call, with more room, reads the same line again.
      fseek(file, before, SEEK_SET)
      return .tooSmall
    }
    if words.count >= 2 && accept(words) { return .found }
  }
}

func openTable(_ path: StaticString) -> OpaquePointer? {
  let mode: StaticString = "rce"
  return fopen(
    UnsafeRawPointer(path.utf8Start).assumingMemoryBound(to: CChar.self),
    UnsafeRawPointer(mode.utf8Start).assumingMemoryBound(to: CChar.self))
}

/// One search through a whole table from its start.
func lookUp(_ path: StaticString, _ buffer: Text, _ room: Int, _ accept: (Words) -> Bool) -> TableResult {
  guard let file = openTable(path) else { return .unavailable(__errno_location().pointee) }
  defer { fclose(file) }
  return searchTable(file, buffer, room, accept)
}

/// The next entry of a table that is read through; opens it at the first call.
func nextEntry(
  _ cursor: inout OpaquePointer?, _ path: StaticString, _ buffer: Text, _ room: Int, _ accept: (Words) -> Bool
) -> TableResult {
  glibc_compat_database_lock()
  defer { glibc_compat_database_unlock() }
  if cursor == nil { cursor = openTable(path) }
  guard let file = cursor else { return .unavailable(__errno_location().pointee) }
  return searchTable(file, buffer, room, accept)
}

func rewindTable(_ cursor: inout OpaquePointer?, close: Bool) {
  glibc_compat_database_lock()
  defer { glibc_compat_database_unlock() }
  guard let file = cursor else { return }
  if close {
    fclose(file)
    cursor = nil
  } else {
    rewind(file)
  }
}

/// What a look-up's `_r` function returns.
func lookUpCode(_ result: TableResult) -> CInt {
  switch result {
  case .found, .absent: return 0
  case .tooSmall: return ERANGE
  case .unavailable(let error): return error
  }
}

/// What a `get…ent_r` function returns: the end of the table is ENOENT.
func nextCode(_ result: TableResult) -> CInt {
  switch result {
  case .found: return 0
  case .tooSmall: return ERANGE
  default: return ENOENT
  }
}

/// The buffer behind the functions that are not reentrant: it grows until the entry fits.
struct GrowingBuffer {
  var bytes: Text?
  var size = 0

  /// Calls `attempt` with a larger buffer as long as it returns ERANGE; false where there is no memory.
  mutating func run(_ attempt: (Text, Int) -> CInt) -> Bool {
    while true {
      if bytes == nil {
        guard let fresh = malloc(1024) else { return false }
        bytes = fresh.assumingMemoryBound(to: CChar.self)
        size = 1024
      }
      guard let now = bytes else { return false }
      let code = attempt(now, size)
      if code == 0 { return true }
      guard code == ERANGE, size < 1 << 24, let grown = realloc(now, size * 2) else { return false }
      bytes = grown.assumingMemoryBound(to: CChar.self)
      size *= 2
    }
  }
}

/// Whether `name` is the entry's name or one of its aliases (the words after the value).
func isNamed(_ words: Words, _ name: ConstText) -> Bool {
  if let first = words.words[0], strcmp(first, name) == 0 { return true }
  var index = 2
  while index < words.count {
    if let alias = words.words[index], strcmp(alias, name) == 0 { return true }
    index += 1
  }
  return false
}
