import CSystem
import Glibc

/// SHA-256 (FIPS 180-4), for files without a build-id and for what is kept between runs.
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

  /// Bytes that are no whole block yet.
  private var pending: [UInt8] = []
  private var total: UInt64 = 0

  private let isFast: Bool

  /// Of nothing yet.
  public init() { isFast = Self.isFastHere }
  /// The same by one of the two ways.
  package init(isFast: Bool) { self.isFast = isFast && Self.isFastHere }

  /// Of a file's bytes; nil where it cannot be read.
  public static func hex(ofFile path: String) -> String? {
    let fd = path.withName { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard fd >= 0 else { return nil }
    defer { close(fd) }
    return bytes(ofFile: fd).map(text)
  }

  /// Of bytes in memory.
  public static func hex(of bytes: UnsafeRawBufferPointer) -> String {
    var hash = SHA256()
    hash.add(bytes)
    return text(hash.finish())
  }

  /// Of an open file, from its start; where it is read up to does not change. Nil where it cannot be read, or was told
  /// to stop.
  static func bytes(ofFile fd: Int32, isStopped: () -> Bool = { false }) -> [UInt8]? {
    var hash = SHA256()
    let isRead = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { block in
      var offset: off_t = 0
      while true {
        let count = pread(fd, block.baseAddress, block.count, offset)
        guard count >= 0, !isStopped() else { return false }
        guard count > 0 else { return true }
        hash.add(UnsafeRawBufferPointer(rebasing: block[..<count]))
        offset += off_t(count)
      }
    }
    return isRead ? hash.finish() : nil
  }

  /// Digits of bytes.
  static func text(_ bytes: [UInt8]) -> String { bytes.withUnsafeBytes { Notes.hex($0) } }

  /// Bytes that follow those before.
  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    total += UInt64(bytes.count)
    var rest = bytes
    if !pending.isEmpty {
      let missing = min(64 - pending.count, rest.count)
      pending += rest[..<missing]
      rest = UnsafeRawBufferPointer(rebasing: rest[missing...])
      guard pending.count == 64 else { return }
      pending.withUnsafeBytes { absorb($0) }
      pending.removeAll(keepingCapacity: true)
    }
    let whole = rest.count / 64 * 64
    absorb(UnsafeRawBufferPointer(rebasing: rest[..<whole]))
    pending += rest[whole...]
  }

  /// The 32 bytes of all that was added so far.
  package func finish() -> [UInt8] {
    var last = self
    let bits = total * 8
    last.pending.append(0x80)
    while last.pending.count % 64 != 56 { last.pending.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) { last.pending.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    let end = last.pending
    end.withUnsafeBytes { last.absorb($0) }
    return last.state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
  }

  /// Whether this processor can do it by itself.
  package static let isFastHere = abi_check_sha256_is_fast() != 0

  private mutating func absorb(_ raw: UnsafeRawBufferPointer) {
    guard let start = raw.baseAddress, raw.count >= 64 else { return }
    if isFast {
      state.withUnsafeMutableBufferPointer { abi_check_sha256_blocks($0.baseAddress, start, raw.count / 64) }
      return
    }
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
