// Text domains: where each one's catalogues lie and in which encoding its translations are wanted. Source: bindtextdomain(3).
import CGlibcABI
import CMusl

struct Domain {
  var name: ConstText
  var directory: ConstText?
  var codeset: ConstText?
  var next: UnsafeMutablePointer<Domain>?
}

/// Guards everything of <libintl.h>.
nonisolated(unsafe) private var lock = pthread_mutex_t()
func lockDomains() { pthread_mutex_lock(&lock) }
func unlockDomains() { pthread_mutex_unlock(&lock) }

nonisolated(unsafe) private var domains: UnsafeMutablePointer<Domain>?
nonisolated(unsafe) private var current: ConstText?

func constText(_ literal: StaticString) -> ConstText {
  UnsafeRawPointer(literal.utf8Start).assumingMemoryBound(to: CChar.self)
}
let emptyText: ConstText = constText("")
private var defaultDomain: ConstText { constText("messages") }
private var defaultDirectory: ConstText { constText("/usr/share/locale") }

func domain(_ name: ConstText) -> UnsafeMutablePointer<Domain>? {
  var at = domains
  while let entry = at, strcmp(entry.pointee.name, name) != 0 { at = entry.pointee.next }
  return at
}

func directory(of name: ConstText) -> ConstText { domain(name)?.pointee.directory ?? defaultDirectory }
func currentDomain() -> ConstText { current ?? defaultDomain }

private func domainToChange(_ name: ConstText) -> UnsafeMutablePointer<Domain>? {
  if let found = domain(name) { return found }
  guard let memory = malloc(MemoryLayout<Domain>.size), let copy = strdup(name) else { return nil }
  let entry = memory.bindMemory(to: Domain.self, capacity: 1)
  entry.initialize(to: Domain(name: UnsafePointer(copy), directory: nil, codeset: nil, next: domains))
  domains = entry
  return entry
}

/// The domain for calls without one; NULL asks, "" is "messages" again. What it returns stays valid. NULL with ENOMEM.
@c(textdomain)
public func textDomain(_ name: ConstText?) -> Text? {
  lockDomains()
  defer { unlockDomains() }
  guard let name else { return Text(mutating: currentDomain()) }
  _nl_msg_cat_cntr &+= 1
  if name[0] == 0 || strcmp(name, defaultDomain) == 0 {
    current = nil
  } else if strcmp(name, currentDomain()) != 0 {
    guard let copy = strdup(name) else { return nil }
    current = UnsafePointer(copy)
  }
  return Text(mutating: currentDomain())
}

/// The folder of a domain's catalogues; NULL asks. NULL for a domain without a name, or with ENOMEM.
@c(bindtextdomain)
public func bindTextDomain(_ name: ConstText?, _ directory: ConstText?) -> Text? {
  guard let name, name[0] != 0 else { return nil }
  lockDomains()
  defer { unlockDomains() }
  guard let directory else { return Text(mutating: GlibcUcontextABI.directory(of: name)) }
  guard let entry = domainToChange(name) else { return nil }
  if strcmp(entry.pointee.directory ?? defaultDirectory, directory) != 0 {
    guard let copy = strdup(directory) else { return nil }
    entry.pointee.directory = UnsafePointer(copy)
  }
  _nl_msg_cat_cntr &+= 1
  return Text(mutating: entry.pointee.directory ?? defaultDirectory)
}

/// The encoding in which a domain's translations are wanted instead of the locale's; NULL asks. NULL where none was set.
@c(bind_textdomain_codeset)
public func bindTextDomainCodeset(_ name: ConstText?, _ codeset: ConstText?) -> Text? {
  guard let name, name[0] != 0 else { return nil }
  lockDomains()
  defer { unlockDomains() }
  guard let codeset else { return Text(mutating: domain(name)?.pointee.codeset) }
  guard let entry = domainToChange(name) else { return nil }
  if entry.pointee.codeset.map({ strcmp($0, codeset) != 0 }) ?? true {
    guard let copy = strdup(codeset) else { return nil }
    entry.pointee.codeset = UnsafePointer(copy)
  }
  _nl_msg_cat_cntr &+= 1
  return Text(mutating: entry.pointee.codeset)
}
