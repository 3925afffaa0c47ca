import ABIComparison
import ArgumentParser

/// A part of a scan: `2/8` is the second of eight. Which part a file belongs to depends on its path alone, so that
/// every worker finds its own files without asking the others, and a file more or less moves no other.
struct Shard: ExpressibleByArgument, Equatable {
  var index: Int
  var count: Int

  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], index >= 1, index <= count, count <= 1_000_000
    else { return nil }
    self.index = index
    self.count = count
  }

  init?(argument: String) { self.init(argument) }

  var text: String { "\(index)/\(count)" }
  var defaultValueDescription: String { text }

  func holds(_ path: String) -> Bool {
    // FNV-1a, with its bits mixed once more: its low bits alone are uneven for paths that end alike.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= hash >> 32
    hash = hash &* 0x9E37_79B9_7F4A_7C15
    return Int((hash >> 33) % UInt64(count)) == index - 1
  }
}
