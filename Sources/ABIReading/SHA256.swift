import Glibc

/// SHA-256 (FIPS 180-4), for files without a build-id.
public struct SHA256 {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = {
    var primes: [Int] = []
    var candidate = 2
    while primes.count < 64 {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes.map { prime in
      let root = cbrtl(Float80(prime))
      return UInt32((root - root.rounded(.down)) * 4_294_967_296)
    }
  }()

  /// Of a file's bytes; nil where it cannot be read.
  public static func hex(ofFile path: String) -> String? {
    let fd = path.withName { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard fd >= 0 else { return nil }
    defer { close(fd) }
    var hash = SHA256()
    var block = [UInt8](repeating: 0, count: 1 << 16)
    var pending: [UInt8] = []
    var total: UInt64 = 0
    while true {
      let count = read(fd, &block, block.count)
      guard count >= 0 else { return nil }
      guard count > 0 else { break }
      total += UInt64(count)
      pending += block.prefix(count)
      let whole = pending.count / 64 * 64
      pending[..<whole].withUnsafeBytes { hash.absorb($0) }
      pending.removeFirst(whole)
    }
    return hash.finish(pending, total)
  }

  /// Of bytes in memory.
  public static func hex(of bytes: UnsafeRawBufferPointer) -> String {
    var hash = SHA256()
    let whole = bytes.count / 64 * 64
    hash.absorb(UnsafeRawBufferPointer(rebasing: bytes[..<whole]))
    return hash.finish(Array(bytes[whole...]), UInt64(bytes.count))
  }

  private mutating func finish(_ rest: [UInt8], _ total: UInt64) -> String {
    var pending = rest
    pending.append(0x80)
    while pending.count % 64 != 56 { pending.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      pending.append(UInt8(truncatingIfNeeded: (total * 8) >> shift))
    }
    pending.withUnsafeBytes { absorb($0) }
    return state.map { word in
      let text = String(word, radix: 16)
      return String(repeating: "0", count: 8 - text.count) + text
    }.joined()
  }

  private mutating func absorb(_ raw: UnsafeRawBufferPointer) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
      for start in stride(from: 0, to: raw.count, by: 64) {
        for index in 0..<16 {
          words[index] = raw.loadUnaligned(fromByteOffset: start + index * 4, as: UInt32.self).bigEndian
        }
        round(words)
      }
    }
  }

  private mutating func round(_ words: UnsafeMutableBufferPointer<UInt32>) {
    func turn(_ value: UInt32, _ count: UInt32) -> UInt32 { value >> count | value << (32 - count) }
    for index in 16..<64 {
      let early = words[index - 15]
      let late = words[index - 2]
      let small = turn(early, 7) ^ turn(early, 18) ^ early >> 3
      let large = turn(late, 17) ^ turn(late, 19) ^ late >> 10
      words[index] = words[index - 16] &+ small &+ words[index - 7] &+ large
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let sum = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
      let first = h &+ sum &+ (e & f ^ ~e & g) &+ Self.constants[index] &+ words[index]
      let second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) &+ (a & b ^ a & c ^ b & c)
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= value }
  }
}
