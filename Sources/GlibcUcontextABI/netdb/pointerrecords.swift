// <netdb.h>: the name that an answer of DNS gives an address. Whoever serves the addresses writes there what he likes, and programs hand
// a host's name on to shells, logs and pages: only a name of letters, digits, '-' and '_' is one.
import CGlibcABI
import CMusl

/// A name as messages have it, not compressed: labels behind their lengths. Text cannot tell a dot within a label from one between two.
private struct WireName {
  var bytes = InlineArray<256, UInt8>(repeating: 0)

  /// The same, whatever the case. Lengths of labels are below all letters.
  func equals(_ other: WireName) -> Bool {
    func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte }
    var at = 0
    while true {
      let length = Int(bytes[at])
      guard length == Int(other.bytes[at]) else { return false }
      if length == 0 { return true }
      for index in at + 1...at + length where lowered(bytes[index]) != lowered(other.bytes[index]) { return false }
      at += length + 1
    }
  }
}

private struct AnswerReader {
  let message: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>
  var at: UnsafePointer<UInt8>

  func number(_ offset: Int) -> Int { Int(at[offset]) << 8 | Int(at[offset + 1]) }

  /// The bytes that the name here takes, or nil for what is none.
  func read(_ name: inout WireName) -> Int? {
    let taken = withUnsafeMutablePointer(to: &name.bytes) {
      nsNameUnpack(message, end, at, UnsafeMutableRawPointer($0).assumingMemoryBound(to: UInt8.self), 256)
    }
    return taken < 0 ? nil : Int(taken)
  }

  /// Steps over the name here; false where it is none, or fewer than `count` bytes follow it.
  mutating func pass(_ name: inout WireName, before count: Int) -> Bool {
    guard let taken = read(&name) else { return false }
    at += taken
    return end - at >= count
  }
}

/// The first PTR record's name of an answer of at least 12 bytes, into 256 bytes of text. False without one, and as on glibc where that
/// first one is no host's name. Records count that belong to the question's name, or to what CNAME records make of it.
func pointerName(_ answer: UnsafePointer<UInt8>, _ size: Int, _ text: Text) -> Bool {
  var reader = AnswerReader(message: answer, end: answer + size, at: answer)
  let count = reader.number(6)
  guard reader.number(4) == 1 else { return false }
  var expected = WireName(), owner = WireName()
  reader.at += 12
  guard reader.pass(&expected, before: 4) else { return false }
  reader.at += 4
  for _ in 0..<count {
    guard reader.pass(&owner, before: 10) else { return false }
    let type = reader.number(0), isInternet = reader.number(2) == 1, length = reader.number(8)
    reader.at += 10
    guard length <= reader.end - reader.at else { return false }
    if isInternet && owner.equals(expected) {
      if type == 5 { guard reader.read(&expected) != nil else { return false } }
      if type == 12 { return reader.read(&owner) != nil && writeHost(&owner, text) }
    }
    reader.at += length
  }
  return false
}

private func writeHost(_ name: inout WireName, _ text: Text) -> Bool {
  withUnsafeMutablePointer(to: &name.bytes) {
    let wire = UnsafePointer(UnsafeMutableRawPointer($0).assumingMemoryBound(to: UInt8.self))
    return isHostWire(wire) && nsNameNtop(wire, text, 256) >= 0
  }
}
