import ABIComparison
import ABIReading

/// The report on layouts, as text while it goes and as JSON at the end.
struct LayoutOutput {
  private let isText: Bool
  private let isVerbose: Bool
  private let palette: Palette
  private let listsEqual: Bool
  private let root: Root
  private var results: [JSON] = []
  private var remarks: [String] = []
  private var equal = 0
  private var unequal = 0
  private(set) var total = 0
  private(set) var isPartial = false
  var differs: Bool { unequal > 0 }

  /// - Parameters:
  ///   - listsEqual: a line for each type that is equal; else their number at the end.
  ///   - root: people read paths as they are in it.
  init(report: ReportOptions, listsEqual: Bool, root: Root) {
    self.root = root
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

  mutating func compared(_ layout: TypeLayout, _ comparison: LayoutComparison) {
    let isEqual = count(comparison)
    if isText {
      let summary = "\(layout.size) bytes, alignment \(layout.alignment), \(comparison.comparedMembers) members"
      write(layout.name, comparison, summary)
    }
    results.append(
      .object([
        ("type", .string(layout.name)), ("result", isEqual ? "equal" : "differs"),
        ("size", .int(Int(truncatingIfNeeded: layout.size))),
        ("alignment", .int(Int(truncatingIfNeeded: layout.alignment))), ("members", .int(comparison.comparedMembers)),
        ("differences", JSON(comparison.differences)), ("notes", JSON(comparison.notes)),
        ("evidence", "dwarf"),
      ]))
  }

  /// By the places where code stores registers: neither the size nor what is not stored is known.
  mutating func compared(_ type: String, _ comparison: LayoutComparison) {
    let isEqual = count(comparison)
    if isText {
      write(type, comparison, "\(comparison.comparedMembers) places where the code of getcontext stores a register")
    }
    results.append(
      .object([
        ("type", .string(type)), ("result", isEqual ? "equal" : "differs"),
        ("members", .int(comparison.comparedMembers)), ("differences", JSON(comparison.differences)),
        ("notes", JSON(comparison.notes)), ("evidence", "code"),
      ]))
  }

  private mutating func count(_ comparison: LayoutComparison) -> Bool {
    total += 1
    if comparison.differences.isEmpty { equal += 1 } else { unequal += 1 }
    return comparison.differences.isEmpty
  }

  private func write(_ type: String, _ comparison: LayoutComparison, _ summary: String) {
    if !comparison.differences.isEmpty {
      Output.line("\(palette.red("DIFFERS"))  \(type)")
      for difference in comparison.differences { Output.line("    \(difference)") }
    } else if listsEqual {
      Output.line("\(palette.green("EQUAL"))    \(type)   \(summary)")
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

  mutating func show(_ type: String, _ code: ContextCode) {
    total += 1
    if isText {
      Output.line("\(type)   as the code of getcontext stores it")
      for slot in code.slots { Output.line("    \(slot.name): offset \(slot.offset), \(slot.size) bytes") }
    }
    let slots = code.slots.map { slot in
      JSON.object([
        ("path", .string(slot.name)), ("bit_offset", .int(Int(slot.offset) * 8)),
        ("bit_size", .int(Int(slot.size) * 8)),
      ])
    }
    results.append(
      .object([("type", .string(type)), ("result", "read"), ("members", .array(slots)), ("evidence", "code")]))
  }

  private static func json(_ member: MemberLayout) -> JSON {
    .object([
      ("path", .string(member.path)), ("bit_offset", .int(Int(truncatingIfNeeded: member.bitOffset))),
      ("bit_size", .int(Int(truncatingIfNeeded: member.bitSize))), ("type", .string(member.type)),
      ("kind", .string(member.kind.rawValue)),
    ])
  }

  /// - Parameter machine: the one machine that layouts were shown of, so that another run can take them.
  func finish(provider: String, reference: String? = nil, machine: Machine? = nil) {
    let files = [provider, reference].compactMap(\.self)
    if isText {
      if !listsEqual, reference != nil {
        Output.line("\(grouped(UInt64(total))) types compared: \(equal) equal, \(unequal) differ")
      }
      Output.line("read: \(files.map { root.inside($0) }.joined(separator: ", "))")
    } else {
      var members: [(String, JSON)] = [
        ("schema", .string(JSONReport.schema)), ("tool", JSONReport.tool), ("provider", .string(provider)),
        ("reference", JSON(reference)),
      ]
      if let machine {
        members += [
          ("class", .int(machine.is64 ? 64 : 32)), ("machine", .string("\(machine)")),
          ("elf_machine", .int(Int(machine.number))), ("byte_order", .string(machine.isBigEndian ? "big" : "little")),
        ]
      }
      members += [("layouts", .array(results)), ("remarks", JSON(remarks))]
      Output.line(JSON.object(members).text(indent: 0))
    }
  }
}
