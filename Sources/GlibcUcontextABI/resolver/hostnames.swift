// <resolv.h>: whether a name is well formed for a host, a mailbox, an owner of records, or at all. All look at the wire form, so an
// escape is judged by what it stands for; characters that do not print are refused in the text already.
import CMusl

private func isHostByte(_ c: UInt8) -> Bool {
  (c >= 0x30 && c <= 0x39) || (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a) || c == 0x2d || c == 0x5f
}

// Every label from here on has letters, digits, '-' and '_' only.
private func hasHostLabels(_ wire: UnsafePointer<UInt8>) -> Bool {
  var at = 0
  while wire[at] != 0 {
    let length = Int(wire[at])
    for index in 1...length where !isHostByte(wire[at + index]) { return false }
    at += length + 1
  }
  return true
}

private func isPrintable(_ name: ConstText) -> Bool {
  var at = 0
  while name[at] != 0 {
    guard name[at] > 0x20 && name[at] < 0x7f else { return false }
    at += 1
  }
  return true
}

private func judge(_ name: ConstText, _ rule: (UnsafePointer<UInt8>) -> Bool) -> CInt {
  guard isPrintable(name) else { return 0 }
  return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { wire in
    guard let base = wire.baseAddress, nameToWire(name, base, 255) >= 0 else { return 0 }
    return rule(UnsafePointer(base)) ? 1 : 0
  }
}

/// Whether a name on the wire, not compressed, is well formed for a host.
func isHostWire(_ wire: UnsafePointer<UInt8>) -> Bool {
  if wire[0] > 0 && wire[1] == 0x2d { return false }
  return hasHostLabels(wire)
}

/// A host's name: no '-' in front. Source: RFC 952, RFC 1123, <resolv.h>.
@c(res_hnok)
public func isHost(_ name: ConstText) -> CInt { judge(name, isHostWire) }

/// The owner of a record: as a host, after an optional "*" label.
@c(res_ownok)
public func isOwner(_ name: ConstText) -> CInt {
  judge(name) { wire in wire[0] == 1 && wire[1] == 0x2a ? hasHostLabels(wire + 2) : isHostWire(wire) }
}

/// A mailbox: one label of any printable characters, then a host. "." is one as well.
@c(res_mailok)
public func isMailbox(_ name: ConstText) -> CInt {
  judge(name) { wire in
    if wire[0] == 0 { return true }
    let host = wire + Int(wire[0]) + 1
    return host[0] != 0 && hasHostLabels(host)
  }
}

/// Any domain name of printable characters.
@c(res_dnok)
public func isDomain(_ name: ConstText) -> CInt { judge(name) { _ in true } }

@c(__res_hnok) public func oldIsHost(_ name: ConstText) -> CInt { isHost(name) }
@c(__res_ownok) public func oldIsOwner(_ name: ConstText) -> CInt { isOwner(name) }
@c(__res_mailok) public func oldIsMailbox(_ name: ConstText) -> CInt { isMailbox(name) }
@c(__res_dnok) public func oldIsDomain(_ name: ConstText) -> CInt { isDomain(name) }
