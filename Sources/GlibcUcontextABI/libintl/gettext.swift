// <libintl.h>: gettext and its kin as glibc has them: LANGUAGE's list, catalogues in any encoding, machine strings. musl's own know
// neither LANGUAGE nor an encoding but UTF-8. Source: gettext(3), ngettext(3), the GNU gettext manual.
import CGlibcABI
import CMusl

// What was found, or not, for a folder, locale, category, domain and encoding; kept for the life of the process.
private struct Loaded {
  var key: ConstText
  var catalog: Catalog?
  var next: UnsafeMutablePointer<Loaded>?
}
nonisolated(unsafe) private var loaded: UnsafeMutablePointer<Loaded>?

private func categoryFolder(_ category: CInt) -> StaticString? {
  switch category {
  case 0: return "LC_CTYPE"
  case 1: return "LC_NUMERIC"
  case 2: return "LC_TIME"
  case 3: return "LC_COLLATE"
  case 4: return "LC_MONETARY"
  case 5: return "LC_MESSAGES"
  case 7: return "LC_PAPER"
  case 8: return "LC_NAME"
  case 9: return "LC_ADDRESS"
  case 10: return "LC_TELEPHONE"
  case 11: return "LC_MEASUREMENT"
  case 12: return "LC_IDENTIFICATION"
  default: return nil
  }
}

private func isC(_ name: ConstText, _ size: Int) -> Bool {
  size == 1 && name[0] == 0x43 || size == 5 && memcmp(name, constText("POSIX"), 5) == 0
}

/// The catalogue of one locale, loaded at the first question. nil where there is none.
private func catalog(
  _ locale: ConstText, _ size: Int, _ folder: StaticString, _ name: ConstText, _ codeset: ConstText
) -> UnsafeMutablePointer<Loaded>? {
  let directory = GlibcUcontextABI.directory(of: name)
  let nameSize = strlen(name)
  let room = strlen(directory) + 2 * size + nameSize + strlen(codeset) + 48
  guard let memory = malloc(room) else { return nil }
  // The key: the parts, with a byte after each that no name has.
  let key = memory.assumingMemoryBound(to: CChar.self)
  defer { free(memory) }
  var length = 0
  func put(_ text: ConstText, _ count: Int) {
    memcpy(key + length, text, count)
    length += count
    key[length] = 1
    length += 1
  }
  put(directory, strlen(directory))
  put(locale, size)
  put(constText(folder), folder.utf8CodeUnitCount)
  put(name, nameSize)
  put(codeset, strlen(codeset))
  key[length] = 0
  var at = loaded
  while let entry = at {
    if strcmp(entry.pointee.key, key) == 0 { return entry.pointee.catalog == nil ? nil : entry }
    at = entry.pointee.next
  }
  guard let copy = strdup(key), let space = malloc(MemoryLayout<Loaded>.size) else { return nil }
  let entry = space.bindMemory(to: Loaded.self, capacity: 1)
  entry.initialize(to: Loaded(key: UnsafePointer(copy), catalog: nil, next: loaded))
  loaded = entry
  entry.pointee.catalog = load(locale, size, folder, name, codeset, directory, path: key, room)
  return entry.pointee.catalog == nil ? nil : entry
}

private func load(
  _ locale: ConstText, _ size: Int, _ folder: StaticString, _ name: ConstText, _ codeset: ConstText,
  _ directory: ConstText, path: Text, _ room: Int
) -> Catalog? {
  guard let parts = LocaleName(locale, size) else { return nil }
  var combination = parts.mask
  while combination >= 0 {
    if parts.has(combination) {
      var length = strlen(directory)
      memcpy(path, directory, length)
      path[length] = 0x2f
      length += 1
      length += parts.write(combination, to: path + length)
      path[length] = 0x2f
      memcpy(path + length + 1, folder.utf8Start, folder.utf8CodeUnitCount)
      length += 1 + folder.utf8CodeUnitCount
      path[length] = 0x2f
      memcpy(path + length + 1, name, strlen(name))
      length += 1 + strlen(name)
      memcpy(path + length, constText(".mo"), 4)
      if let found = Catalog(path, codeset: codeset) { return found }
    }
    combination -= 1
  }
  return nil
}

/// The n-th of the texts in a message.
private func form(_ message: Message, _ number: UInt) -> UnsafePointer<UInt8> {
  var at = message.text
  var left = number
  while left > 0 {
    guard let end = memchr(at, 0, message.text + message.size - at) else { return message.text }
    at = UnsafePointer(end.assumingMemoryBound(to: UInt8.self)) + 1
    left -= 1
  }
  return at
}

private func outputCodeset(_ name: ConstText) -> ConstText {
  if let wanted = domain(name)?.pointee.codeset { return wanted }
  if let wanted = getenv(constText("OUTPUT_CHARSET")), wanted[0] != 0 { return UnsafePointer(wanted) }
  return glibc_compat_codeset()
}

private func lookUp(
  _ name: ConstText, _ text: ConstText, _ isPlural: Bool, _ n: UInt, _ folder: StaticString, _ locales: ConstText
) -> Text? {
  let isSecure = getauxval(UInt(AT_SECURE)) != 0
  let codeset = outputCodeset(name)
  var at = locales
  while at[0] != 0 {
    var size = 0
    while at[size] != 0 && at[size] != 0x3a { size += 1 }
    defer { at += at[size] == 0 ? size : size + 1 }
    if size == 0 || isSecure && memchr(at, 0x2f, size) != nil { continue }
    if isC(at, size) { return nil }
    guard let entry = catalog(at, size, folder, name, codeset), let found = entry.pointee.catalog?.find(text) else {
      continue
    }
    let header = entry.pointee.catalog?.header
    let number = isPlural ? pluralForm(n, header: header?.text, header?.size ?? 0) : 0
    return UnsafeMutableRawPointer(mutating: form(found, number)).assumingMemoryBound(to: CChar.self)
  }
  return nil
}

private func translate(
  _ name: ConstText?, _ text: ConstText?, _ plural: ConstText?, isPlural: Bool, _ n: UInt, _ category: CInt
) -> Text? {
  guard let text else { return nil }
  let untranslated = Text(mutating: isPlural && n != 1 ? plural : text)
  guard let folder = categoryFolder(category) else { return untranslated }
  guard let locale = glibc_compat_locale_name(category) else { return untranslated }
  if strcmp(locale, constText("C")) == 0 { return untranslated }
  let before = __errno_location().pointee
  defer { __errno_location().pointee = before }
  var locales = locale
  if let languages = getenv(constText("LANGUAGE")), languages[0] != 0 { locales = UnsafePointer(languages) }
  lockDomains()
  defer { unlockDomains() }
  return lookUp(name ?? currentDomain(), text, isPlural, n, folder, locales) ?? untranslated
}

/// The translation of a text in a domain (NULL: textdomain's) and a category, else the text. errno stays as it is.
@c(dcgettext)
public func dcgettext(_ name: ConstText?, _ text: ConstText?, _ category: CInt) -> Text? {
  translate(name, text, nil, isPlural: false, 0, category)
}

@c(dgettext)
public func dgettext(_ name: ConstText?, _ text: ConstText?) -> Text? {
  translate(name, text, nil, isPlural: false, 0, LC_MESSAGES)
}

@c(gettext)
public func gettext(_ text: ConstText?) -> Text? { translate(nil, text, nil, isPlural: false, 0, LC_MESSAGES) }

/// The translation in the plural form for `n`, else by the Germanic rule one of the two texts.
@c(dcngettext)
public func dcngettext(_ name: ConstText?, _ text: ConstText?, _ plural: ConstText?, _ n: UInt, _ category: CInt) -> Text? {
  translate(name, text, plural, isPlural: true, n, category)
}

@c(dngettext)
public func dngettext(_ name: ConstText?, _ text: ConstText?, _ plural: ConstText?, _ n: UInt) -> Text? {
  translate(name, text, plural, isPlural: true, n, LC_MESSAGES)
}

@c(ngettext)
public func ngettext(_ text: ConstText?, _ plural: ConstText?, _ n: UInt) -> Text? {
  translate(nil, text, plural, isPlural: true, n, LC_MESSAGES)
}
