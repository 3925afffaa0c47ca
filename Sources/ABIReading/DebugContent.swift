import ABIComparison

/// A file's own debug information: opened when it is needed, which unpacks all of it, or known from an earlier run.
final class DebugContent {
  /// Which layouts a record has: those that were asked for by name, or all.
  enum Range: String, CaseIterable { case named, all }

  private let file: ElfFile
  /// Made before anything is read, so that a change of the file meanwhile is seen.
  private let places: [Range: CachePlace]
  private var records: [Range: [String: TypeLayout]?] = [:]
  /// libdw's handle.
  private(set) lazy var source: DwarfSource? = DwarfSource(file)

  /// Nil where the file has no debug information.
  init?(_ file: ElfFile, _ cache: ReadCache?) {
    self.file = file
    var places: [Range: CachePlace] = [:]
    if let cache, let fd = file.fd {
      for range in Range.allCases { places[range] = cache.place(of: fd, .layouts, parameters: range.rawValue) }
    }
    self.places = places
    if !isKnown, source == nil { return nil }
  }

  /// Whether an earlier run read layouts from the same bytes; then the information is there.
  var isKnown: Bool { Range.allCases.contains { known($0) != nil } }

  func known(_ range: Range) -> [String: TypeLayout]? {
    if let looked = records[range] { return looked }
    let known = places[range]?.load { record throws(RecordError) in try record.layouts() }
    records[range] = .some(known)
    return known
  }

  func keep(_ layouts: [String: TypeLayout], _ range: Range) {
    places[range]?.store { $0.layouts(layouts) }
  }
}
