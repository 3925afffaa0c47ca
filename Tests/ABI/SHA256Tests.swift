@testable import ABIReading
import Testing

@Suite struct SHA256Tests {
  /// FIPS 180-4's own examples, and a million times "a".
  private let known: [(text: [UInt8], sum: String)] = [
    (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (
      Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      Array(repeating: 97, count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  @Test func knownSums() {
    for (text, sum) in known {
      #expect(text.withUnsafeBytes { SHA256.hex(of: $0) } == sum)
      for isFast in [false, true] { #expect(SHA256.text(digest(text, isFast, parts: 7)) == sum) }
    }
  }

  @Test func bothWaysAndAllPartsAreOne() {
    for count in 0..<200 {
      let text = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
      let whole = digest(text, true, parts: 1)
      for parts in [1, 2, 3, 5] { #expect(digest(text, false, parts: parts) == whole) }
    }
  }

  private func digest(_ text: [UInt8], _ isFast: Bool, parts: Int) -> [UInt8] {
    var hash = SHA256(isFast: isFast)
    for part in 0..<parts {
      Array(text[(text.count * part / parts)..<(text.count * (part + 1) / parts)]).withUnsafeBytes { hash.add($0) }
      // Asked in between, it goes on as if not asked.
      _ = hash.finish()
    }
    return hash.finish()
  }
}
