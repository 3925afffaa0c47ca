// <netdb.h>: a host's name as /etc/hosts spells it. musl compares letter by letter, glibc without regard to case.
import CMusl

/// Copies the table's spelling of `name`; 0 where the table has not the name, or none that fits.
@c(glibc_compat_host_in_table)
public func hostInTable(_ name: ConstText, _ spelling: Text, _ room: Int) -> CInt {
  guard name[0] != 0, let file = openTable(hostTable) else { return 0 }
  defer { fclose(file) }
  var line: Text?
  var capacity = 0
  defer { free(line) }
  while getline(&line, &capacity, file) >= 0, let text = line {
    // Most lines of a long table are done with here.
    guard strcasestr(text, name) != nil, let word = word(of: text, equalTo: name) else { continue }
    let length = strlen(word)
    guard length < room else { return 0 }
    memcpy(spelling, word, length + 1)
    return 1
  }
  return 0
}

/// The word behind the address that is `name`, ended in place.
private func word(of line: Text, equalTo name: ConstText) -> Text? {
  func isBlank(_ at: Int) -> Bool { line[at] == 0x20 || (line[at] >= 0x09 && line[at] <= 0x0d) }
  func isEnd(_ at: Int) -> Bool { line[at] == 0 || line[at] == 0x23 }
  var at = 0
  var isAddress = true
  while true {
    while !isEnd(at) && isBlank(at) { at += 1 }
    if isEnd(at) { return nil }
    let start = at
    while !isEnd(at) && !isBlank(at) { at += 1 }
    let after = line[at]
    line[at] = 0
    if !isAddress && strcasecmp(line + start, name) == 0 { return line + start }
    line[at] = after
    isAddress = false
  }
}
