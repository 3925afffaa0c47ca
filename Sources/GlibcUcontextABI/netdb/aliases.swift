// <aliases.h>: mail aliases from /etc/aliases: "name: member, member …", going on in lines that begin with a blank.
import CGlibcABI
import CMusl

private let path: StaticString = "/etc/aliases"
nonisolated(unsafe) private var cursor: OpaquePointer?
nonisolated(unsafe) private var shared = GrowingBuffer()
nonisolated(unsafe) private var sharedEntry = aliasent()
nonisolated(unsafe) private var sharedResult: UnsafeMutablePointer<aliasent>?
public typealias AliasEntry = UnsafeMutablePointer<aliasent>
public typealias AliasResult = UnsafeMutablePointer<UnsafeMutablePointer<aliasent>?>

private func isBlank(_ c: CInt) -> Bool { c == 0x20 || c == 0x09 }

// One entry with its continuation lines, as one text in `buffer`; comments and the marks between members become blanks.
private func readEntry(_ file: OpaquePointer, _ entry: AliasEntry, _ buffer: Text, _ room: Int) -> TableResult {
  while true {
    let start = ftell(file)
    var length = 0
    var isComment = false
    var isQuoted = false
    while true {
      let c = getc(file)
      if c == EOF { break }
      if c == 0x0a {
        isComment = false
        isQuoted = false
        let next = getc(file)
        if next != EOF { ungetc(next, file) }
        guard isBlank(next), length > 0 else { break }
        continue
      }
      if c == 0x23 && !isQuoted { isComment = true }
      if isComment { continue }
      if c == 0x22 { isQuoted.toggle() }
      guard length < room - 1 else {
        fseek(file, start, SEEK_SET)
        return .tooSmall
      }
      buffer[length] = CChar(truncatingIfNeeded: c)
      length += 1
    }
    buffer[length] = 0
    if length == 0 && feof(file) != 0 { return .absent }
    guard let colon = memchr(buffer, 0x3a, length) else { continue }
    let nameEnd = colon.assumingMemoryBound(to: CChar.self) - buffer
    buffer[nameEnd] = 0
    for index in (nameEnd + 1)..<max(length, nameEnd + 1) where buffer[index] == 0x2c { buffer[index] = 0x20 }
    guard let members = pointers(buffer, nameEnd + 1, length, room) else {
      fseek(file, start, SEEK_SET)
      return .tooSmall
    }
    var end = nameEnd
    while end > 0 && isBlank(CInt(buffer[end - 1])) {
      end -= 1
      buffer[end] = 0
    }
    guard end > 0, members.count > 0 else { continue }
    entry.pointee.alias_name = buffer
    entry.pointee.alias_members_len = UInt(members.count)
    entry.pointee.alias_members = members.words
    entry.pointee.alias_local = 1
    return .found
  }
}

// Pointers to the words from `start` on, behind the text.
private func pointers(_ buffer: Text, _ start: Int, _ length: Int, _ room: Int) -> Words? {
  let offset = (Int(bitPattern: buffer + length + 1) + 7) & ~7
  let first = offset - Int(bitPattern: buffer)
  guard first <= room, let raw = UnsafeMutableRawPointer(bitPattern: offset) else { return nil }
  let slots = (room - first) / MemoryLayout<Text?>.size
  let words = raw.assumingMemoryBound(to: Text?.self)
  var count = 0
  var at = start
  while at < length {
    while at < length && isBlank(CInt(buffer[at])) {
      buffer[at] = 0
      at += 1
    }
    guard at < length else { break }
    guard count < slots else { return nil }
    words[count] = buffer + at
    count += 1
    while at < length && !isBlank(CInt(buffer[at])) { at += 1 }
  }
  return Words(words: words, count: count)
}

/// Back to the table's start. Source: setaliasent(3).
@c(setaliasent)
public func setAlias() { rewindTable(&cursor, close: false) }

/// Closes the table. Source: endaliasent(3).
@c(endaliasent)
public func endAlias() { rewindTable(&cursor, close: true) }

/// The next alias. 0, ENOENT at the end, ERANGE. Source: getaliasent_r(3).
@c(getaliasent_r)
public func nextAlias(_ entry: AliasEntry, _ buffer: Text, _ room: Int, _ result: AliasResult) -> CInt {
  glibc_compat_database_lock()
  defer { glibc_compat_database_unlock() }
  result.pointee = nil
  if cursor == nil { cursor = openTable(path) }
  guard let file = cursor else { return ENOENT }
  let outcome = readEntry(file, entry, buffer, room)
  if case .found = outcome { result.pointee = entry }
  return nextCode(outcome)
}

/// The alias of a name, whatever its case. 0, ENOENT where there is none, ERANGE. Source: getaliasbyname_r(3).
@c(getaliasbyname_r)
public func aliasByNameReentrant(
  _ name: ConstText, _ entry: AliasEntry, _ buffer: Text, _ room: Int, _ result: AliasResult
) -> CInt {
  result.pointee = nil
  guard let file = openTable(path) else { return ENOENT }
  defer { fclose(file) }
  while true {
    let outcome = readEntry(file, entry, buffer, room)
    guard case .found = outcome else { return nextCode(outcome) }
    if let found = entry.pointee.alias_name, strcasecmp(found, name) == 0 {
      result.pointee = entry
      return 0
    }
  }
}

/// The next alias in static storage. Source: getaliasent(3).
@c(getaliasent)
public func getAlias() -> AliasEntry? {
  withUnsafeMutablePointer(to: &sharedEntry) { entry in
    _ = shared.run { nextAlias(entry, $0, $1, &sharedResult) }
    return sharedResult
  }
}

/// The alias of a name in static storage. Source: getaliasbyname(3).
@c(getaliasbyname)
public func aliasByName(_ name: ConstText) -> AliasEntry? {
  withUnsafeMutablePointer(to: &sharedEntry) { entry in
    _ = shared.run { aliasByNameReentrant(name, entry, $0, $1, &sharedResult) }
    return sharedResult
  }
}
