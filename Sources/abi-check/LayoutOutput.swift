import ABIComparison
import ABIReading

/// The report on layouts, as text while it goes and as JSON at the end.
struct LayoutOutput {
  private let isText: Bool
  private let isVerbose: Bool
  private let palette: Palette
  private let listsEqual: Bool
  private var results: [JSON] = []
  private var remarks: [String] = []
  private var equal = 0
  private var unequal = 0
  private(set) var total = 0
  private(set) var isPartial = false
  var differs: Bool { unequal > 0 }

  /// - Parameter listsEqual: a line for each type that is equal; else their number at the end.
  init(report: ReportOptions, listsEqual: Bool) {
    isText = report.format == .text
    isVerbose = report.verbose
    palette = Palette(report.color)
    self.listsEqual = listsEqual || report.verbose
  }

  mutating func remark(_ text: String) {
    remarks.append(text)
    if isText { Output.line(text) }
  }

  mutating func unknown(_ type: String, _ why: String) {
    isPartial = true
    if isText { Output.line("\(palette.yellow("UNKNOWN"))  \(type)   \(why)") }
    results.append(.object([("type", .string(type)), ("result", "unknown"), ("why", .string(why))]))
  }

  mutating func compared(_ layout: TypeLayout, _ comparison: LayoutComparison, evidence: String = "dwarf") {
    let isEqual = comparison.differences.isEmpty
    total += 1
    if isEqual { equal += 1 } else { unequal += 1 }
    if isText { write(layout, comparison, evidence) }
    results.append(
      .object([
        ("type", .string(layout.name)), ("result", isEqual ? "equal" : "differs"),
        ("size", .int(Int(truncatingIfNeeded: layout.size))),
        ("alignment", .int(Int(truncatingIfNeeded: layout.alignment))), ("members", .int(comparison.comparedMembers)),
        ("differences", JSON(comparison.differences)), ("notes", JSON(comparison.notes)),
        ("evidence", .string(evidence)),
      ]))
  }

  private func write(_ layout: TypeLayout, _ comparison: LayoutComparison, _ evidence: String) {
    if !comparison.differences.isEmpty {
      Output.line("\(palette.red("DIFFERS"))  \(layout.name)")
      for difference in comparison.differences { Output.line("    \(difference)") }
    } else if listsEqual {
      Output.line(
        "\(palette.green("EQUAL"))    \(layout.name)   \(layout.size) bytes, alignment \(layout.alignment), "
          + "\(comparison.comparedMembers) members")
    }
    if isVerbose { for note in comparison.notes { Output.line(palette.dim("    note: \(note)")) } }
  }

  /// One layout alone: the members of structures within it indented under it.
  mutating func show(_ layout: TypeLayout, privateToo: Bool) {
    total += 1
    let members = layout.members.filter { privateToo || $0.isPublic }
    if isText {
      Output.line("\(layout.name)   \(layout.size) bytes, alignment \(layout.alignment)")
      for member in members { Output.line("    \(member.path): \(member.place), \(member.type)") }
      if members.count < layout.members.count {
        Output.line(palette.dim("    …and \(layout.members.count - members.count) private ones (-v)"))
      }
      for text in layout.notRead { Output.line(palette.dim("    note: \(text)")) }
    }
    results.append(
      .object([
        ("type", .string(layout.name)), ("result", "read"), ("size", .int(Int(truncatingIfNeeded: layout.size))),
        ("alignment", .int(Int(truncatingIfNeeded: layout.alignment))), ("members", .array(members.map(Self.json))),
        ("notes", JSON(layout.notRead)), ("evidence", "dwarf"),
      ]))
  }

  private static func json(_ member: MemberLayout) -> JSON {
    .object([
      ("path", .string(member.path)), ("bit_offset", .int(Int(truncatingIfNeeded: member.bitOffset))),
      ("bit_size", .int(Int(truncatingIfNeeded: member.bitSize))), ("type", .string(member.type)),
      ("kind", .string(member.kind.rawValue)),
    ])
  }

  func finish(provider: String, reference: String? = nil) {
    let files = [provider, reference].compactMap(\.self)
    if isText {
      if !listsEqual, reference != nil {
        Output.line("\(grouped(UInt64(total))) types compared: \(equal) equal, \(unequal) differ")
      }
      Output.line("read: \(files.joined(separator: ", "))")
    } else {
      Output.line(
        JSON.object([
          ("schema", .string(JSONReport.schema)), ("tool", JSONReport.tool), ("provider", .string(provider)),
          ("reference", reference.map(JSON.string) ?? .null), ("layouts", .array(results)), ("remarks", JSON(remarks)),
        ]).text(indent: 0))
    }
  }
}
