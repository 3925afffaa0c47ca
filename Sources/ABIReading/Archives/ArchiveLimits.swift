import ABIComparison

/// How far archives are read. Beyond a limit a message names it; what was read so far is not judged, because libraries
/// may be missing from it.
public struct ArchiveLimits: Sendable {
  /// Archives inside an archive, one in the other. A Debian package's data.tar and an image's layers do not count.
  public var depth = 2
  public var entries = 500_000
  /// The names of all members, and the small files that are kept: what the list of members may take in memory.
  public var nameBytes = 128 << 20
  /// A program or library is in memory while it is read.
  public var memberSize = 1 << 30
  /// A zip file inside an archive is in memory while it is read, because its directory is at its end.
  public var nestedZipSize = 256 << 20
  /// Programs, libraries and inner archives: each has a record in the report.
  public var objects = 100_000
  /// The symbol tables of all programs and libraries: they stay in memory until all are judged.
  public var symbolTables = 1 << 30
  /// All that is unpacked from one archive, whether it is kept or not.
  public var totalSize: UInt64 = 16 << 30
  /// What an archive unpacks to, as a multiple of its own size; not asked below ``ratioFloor`` bytes.
  public var ratio: UInt64 = 200
  public var ratioFloor: UInt64 = 64 << 20

  public init() {}
}

/// What reading takes.
struct BudgetUse {
  var unpacked: UInt64 = 0
  var entries = 0
  /// Of all members, and the bytes of small files that are kept.
  var nameBytes = 0
  var objects = 0
  /// In bytes.
  var symbolTables = 0
}

/// What the reading of one archive, with all archives inside, has used up.
final class ArchiveBudget {
  let limits: ArchiveLimits
  let isStopped: @Sendable () -> Bool
  private var archiveSize: UInt64 = 0
  private(set) var used = BudgetUse()

  init(_ limits: ArchiveLimits, isStopped: @escaping @Sendable () -> Bool) {
    self.limits = limits
    self.isStopped = isStopped
  }

  /// A file that is read: what it unpacks to is measured against its size.
  func addArchive(_ size: UInt64) { archiveSize += size }

  func unpack(_ count: Int) throws(ReadError) {
    used.unpacked += UInt64(count)
    if isStopped() { throw .system("interrupted") }
    if used.unpacked > limits.totalSize {
      throw .archiveLimit("unpacks to more than \(sizeText(limits.totalSize)), the limit: not read further")
    }
    if used.unpacked > limits.ratioFloor, used.unpacked / limits.ratio > archiveSize {
      throw .archiveLimit(
        "unpacks to more than \(limits.ratio) times its size, the limit beyond \(sizeText(limits.ratioFloor)): "
          + "not read further")
    }
  }

  /// An archive that need not be read again counts as much as if it were; false where that is beyond a limit.
  func add(_ use: BudgetUse) -> Bool {
    let sum = used.adding(use)
    guard sum.unpacked <= limits.totalSize, sum.entries <= limits.entries, sum.nameBytes <= limits.nameBytes,
      sum.objects <= limits.objects, sum.symbolTables <= limits.symbolTables,
      sum.unpacked <= limits.ratioFloor || sum.unpacked / limits.ratio <= archiveSize
    else { return false }
    used = sum
    return true
  }

  func addEntry(named name: String) throws(ReadError) {
    used.entries += 1
    used.nameBytes += name.utf8.count
    if used.entries > limits.entries {
      throw .archiveLimit("more than \(grouped(UInt64(limits.entries))) members, the limit: not read further")
    }
    if used.nameBytes > limits.nameBytes { throw tooManyNames }
  }

  /// Small files that are kept count like names.
  func addText(_ count: Int) throws(ReadError) {
    used.nameBytes += count
    if used.nameBytes > limits.nameBytes { throw tooManyNames }
  }

  private var tooManyNames: ReadError {
    let limit = sizeText(UInt64(limits.nameBytes))
    return .archiveLimit("its names and small files take more than \(limit), the limit: not read further")
  }

  func addObject() throws(ReadError) {
    used.objects += 1
    if used.objects > limits.objects {
      throw .archiveLimit(
        "more than \(grouped(UInt64(limits.objects))) programs, libraries and archives inside, the limit: "
          + "not read further")
    }
  }

  func addSymbols(_ table: SymbolTable) throws(ReadError) {
    used.symbolTables += table.symbols.count * MemoryLayout<Symbol>.stride + table.strings.count
    if used.symbolTables > limits.symbolTables {
      let limit = sizeText(UInt64(limits.symbolTables))
      throw .archiveLimit("the symbol tables in it take more than \(limit), the limit: not read further")
    }
  }
}

/// A limit as people write it: 1 GiB, 64 MiB, 4,096 bytes.
func sizeText(_ bytes: UInt64) -> String {
  if bytes >= 1 << 30, bytes % (1 << 30) == 0 { return "\(bytes >> 30) GiB" }
  if bytes >= 1 << 20, bytes % (1 << 20) == 0 { return "\(bytes >> 20) MiB" }
  return "\(grouped(bytes)) bytes"
}
