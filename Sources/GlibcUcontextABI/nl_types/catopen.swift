// <nl_types.h>: message catalogues by name. Source: catopen(3), catgets(3), POSIX's NLSPATH.
import CGlibcABI
import CMusl

private let failed = UnsafeMutableRawPointer(bitPattern: -1)
/// NL_CAT_LOCALE: the locale of messages chooses the catalogue, not the variable LANG.
private let byLocale: CInt = 1

/// A path that grows by pieces of a template; what goes beyond PATH_MAX makes it none.
private struct PathBuilder {
  static let room = 4096
  private let bytes: Text
  private(set) var size = 0
  private var isWhole = true

  init(_ bytes: Text) { self.bytes = bytes }

  mutating func add(_ byte: CChar) {
    if size >= PathBuilder.room - 1 { isWhole = false } else { bytes[size] = byte; size += 1 }
  }

  mutating func add(_ text: ConstText) {
    var at = text
    while at.pointee != 0 { add(at.pointee); at += 1 }
  }

  /// From `text` to one of two bytes or its end.
  mutating func add(_ text: ConstText, upTo one: UInt8, _ other: UInt8) {
    var at = text
    while at.pointee != 0 && at.pointee != CChar(bitPattern: one) && at.pointee != CChar(bitPattern: other) {
      add(at.pointee)
      at += 1
    }
  }

  mutating func clear() { size = 0 }

  /// Opens the path; -1 with errno where it is empty, too long or no file.
  func open() -> CInt {
    guard size > 0, isWhole else {
      errno = size > 0 ? ENAMETOOLONG : ENOENT
      return -1
    }
    bytes[size] = 0
    return glibc_compat_open_for_reading(bytes)
  }
}

/// Appends what a percent sign and a letter stand for; false for letters that mean nothing.
private func expand(_ letter: UInt8, _ path: inout PathBuilder, _ name: ConstText, _ locale: ConstText) -> Bool {
  let underscore = UInt8(ascii: "_"), dot = UInt8(ascii: ".")
  switch letter {
  case UInt8(ascii: "N"): path.add(name)
  case UInt8(ascii: "L"): path.add(locale)
  case UInt8(ascii: "l"): path.add(locale, upTo: underscore, dot)
  case UInt8(ascii: "t"):
    if let start = strchr(locale, CInt(underscore)) { path.add(start + 1, upTo: dot, dot) }
  case UInt8(ascii: "c"):
    if let start = strchr(locale, CInt(dot)) { path.add(start + 1) }
  case UInt8(ascii: "%"): path.add(CChar(bitPattern: letter))
  default: return false
  }
  return true
}

/// Tries the templates of a list with colons between them: an empty one is the name itself, one with an unknown letter
/// is left out.
private func search(_ templates: ConstText, _ name: ConstText, _ locale: ConstText, _ room: Text) -> CInt {
  let colon = CChar(bitPattern: UInt8(ascii: ":")), percent = CChar(bitPattern: UInt8(ascii: "%"))
  var at = templates
  var file: CInt = -1
  while file < 0 && at.pointee != 0 {
    var path = PathBuilder(room)
    if at.pointee == colon {
      path.add(name)
    }
    while at.pointee != 0 && at.pointee != colon {
      if at.pointee != percent {
        path.add(at.pointee)
        at += 1
        continue
      }
      at += 1
      if expand(UInt8(bitPattern: at.pointee), &path, name, locale) {
        at += 1
      } else {
        path.clear()
        while at.pointee != 0 && at.pointee != colon { at += 1 }
      }
    }
    file = path.open()
    if at.pointee == colon { at += 1 }
  }
  return file
}

private func openByName(_ name: ConstText, _ flag: CInt) -> CInt {
  if strchr(name, 0x2f) != nil { return glibc_compat_open_for_reading(name) }
  let isSecure = getauxval(UInt(AT_SECURE)) != 0
  var locale = constText("C")
  let chosen = flag == byLocale ? ConstText(setlocale(LC_MESSAGES, nil)) : ConstText(getenv(constText("LANG")))
  if let chosen, chosen.pointee != 0, !isSecure || strchr(chosen, 0x2f) == nil { locale = chosen }
  guard let memory = malloc(PathBuilder.room) else { return -1 }
  defer { free(memory) }
  let room = memory.assumingMemoryBound(to: CChar.self)
  var file: CInt = -1
  errno = ENOENT
  if !isSecure, let own = getenv(constText("NLSPATH")), own.pointee != 0 { file = search(own, name, locale, room) }
  if file < 0 {
    file = search(constText("/usr/share/locale/%L/%N:/usr/share/locale/%L/LC_MESSAGES/%N"), name, locale, room)
  }
  if file < 0 {
    file = search(constText("/usr/share/locale/%l/%N:/usr/share/locale/%l/LC_MESSAGES/%N"), name, locale, room)
  }
  return file
}

/// Opens a catalogue by its path, or by its name along NLSPATH and the system's folders. (nl_catd)-1 and errno: EINVAL
/// for a file that is no catalogue of gencat, ENOENT.
@c(catopen)
public func openCatalogue(_ name: ConstText, _ flag: CInt) -> UnsafeMutableRawPointer? {
  let file = openByName(name, flag)
  guard file >= 0 else { return failed }
  let catalogue = MessageCatalogue(file)
  let error = errno
  close(file)
  errno = error
  guard var catalogue else { return failed }
  guard let memory = malloc(MemoryLayout<MessageCatalogue>.size) else {
    catalogue.close()
    return failed
  }
  memory.bindMemory(to: MessageCatalogue.self, capacity: 1).initialize(to: catalogue)
  return memory
}

/// The text of a message in a set, or `otherwise` and ENOMSG. For the catalogue (nl_catd)-1 and numbers below 0 errno
/// stays.
@c(catgets)
public func message(_ handle: UnsafeMutableRawPointer?, _ set: CInt, _ number: CInt, _ otherwise: ConstText?) -> Text? {
  let unfound = otherwise.map { Text(mutating: $0) }
  guard handle != failed, let handle, set >= 0, number >= 0 else { return unfound }
  if let text = handle.assumingMemoryBound(to: MessageCatalogue.self).pointee.text(set, number) { return text }
  errno = ENOMSG
  return unfound
}

/// Closes a catalogue: 0, or -1 and EBADF for what is none.
@c(catclose)
public func closeCatalogue(_ handle: UnsafeMutableRawPointer?) -> CInt {
  guard handle != failed, let handle, handle.assumingMemoryBound(to: MessageCatalogue.self).pointee.isOpen else {
    errno = EBADF
    return -1
  }
  handle.assumingMemoryBound(to: MessageCatalogue.self).pointee.close()
  free(handle)
  return 0
}
