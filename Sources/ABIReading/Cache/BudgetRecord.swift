/// What the reading of an archive took, as a record: with it the limits hold for archives that are not read again.
extension RecordWriter {
  func use(_ use: BudgetUse) {
    for number in [UInt64(use.entries), UInt64(use.nameBytes), UInt64(use.objects), UInt64(use.symbolTables)] {
      integer(number)
    }
    integer(use.unpacked)
  }
}

extension BudgetUse {
  private static let maximum: UInt64 = 1 << 40

  init(_ reader: inout RecordReader) throws(RecordError) {
    func number() throws(RecordError) -> UInt64 {
      let value: UInt64 = try reader.integer()
      guard value <= Self.maximum else { throw RecordError() }
      return value
    }
    (entries, nameBytes) = (Int(try number()), Int(try number()))
    (objects, symbolTables) = (Int(try number()), Int(try number()))
    unpacked = try number()
  }

  func adding(_ other: BudgetUse) -> BudgetUse {
    BudgetUse(
      unpacked: unpacked + other.unpacked, entries: entries + other.entries, nameBytes: nameBytes + other.nameBytes,
      objects: objects + other.objects, symbolTables: symbolTables + other.symbolTables)
  }

  /// What was used since.
  func since(_ before: BudgetUse) -> BudgetUse {
    BudgetUse(
      unpacked: unpacked - before.unpacked, entries: entries - before.entries, nameBytes: nameBytes - before.nameBytes,
      objects: objects - before.objects, symbolTables: symbolTables - before.symbolTables)
  }
}
