import ABIComparison
import ABIReading
import ArgumentParser

struct Layout: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare how types lie in memory, from the debug information of two files.",
    discussion: """
      Compares size, alignment and the place of every public member, nested ones too. Members with a leading underscore \
      belong to the libc and are notes only. Exit status 1 if a layout differs, 3 if there is no debug information or a \
      type is not in it.
      """)

  @Argument(help: "Types: ucontext_t, 'struct sched_param'.")
  var types: [String]
  @Option(help: "The file to judge.", completion: .file())
  var provider: String
  @Option(help: "The file that is right, such as glibc's libc.so.6.", completion: .file())
  var reference: String
  @Option(help: "A folder of separate debug files, as /usr/lib/debug.", completion: .directory)
  var debugDir: [String] = []
  @OptionGroup var report: ReportOptions

  func run() throws {
    try report.open()
    let folders = debugDir + ["/usr/lib/debug"]
    let own = try read(provider, folders)
    let other = try read(reference, folders)
    var results: [JSON] = []
    var differs = false
    var absent = false
    let palette = Palette(report.color)
    let isText = report.format == .text
    for type in types {
      guard let here = own.layouts[type], let there = other.layouts[type] else {
        absent = true
        let files = [own.layouts[type] == nil ? own.path : nil, other.layouts[type] == nil ? other.path : nil]
          .compactMap(\.self)
        let why = "not in the debug info of \(files.joined(separator: " and "))"
        if isText { Output.line("\(palette.yellow("UNKNOWN"))  \(type)   \(why)") }
        results.append(.object([("type", .string(type)), ("result", "unknown"), ("why", .string(why))]))
        continue
      }
      let comparison = LayoutComparison(provider: here, reference: there)
      let equal = comparison.differences.isEmpty
      if !equal { differs = true }
      if isText { write(type, there, comparison, palette) }
      results.append(
        .object([
          ("type", .string(type)), ("result", equal ? "equal" : "differs"), ("size", .int(Int(there.size))),
          ("alignment", .int(Int(there.alignment))), ("members", .int(comparison.comparedMembers)),
          ("differences", JSON(comparison.differences)), ("notes", JSON(comparison.notes)), ("evidence", "dwarf"),
        ]))
    }
    if isText {
      Output.line("read: \(own.path), \(other.path)")
    } else {
      Output.line(
        JSON.object([
          ("schema", .string(JSONReport.schema)), ("tool", JSONReport.tool), ("provider", .string(own.path)),
          ("reference", .string(other.path)), ("layouts", .array(results)),
        ]).text(indent: 0))
    }
    throw StatusError(differs ? .findings : absent ? .notChecked : .clean)
  }

  private func read(_ path: String, _ folders: [String]) throws -> (path: String, layouts: [String: TypeLayout]) {
    do throws(DebugInfoError) {
      let reader = try LayoutReader(path: path, debugFolders: folders)
      return (reader.debugPath, reader.layouts(types))
    } catch {
      throw StatusError(.notChecked, error.message)
    }
  }

  private func write(_ type: String, _ layout: TypeLayout, _ comparison: LayoutComparison, _ palette: Palette) {
    let members = "\(comparison.comparedMembers) members"
    if comparison.differences.isEmpty {
      Output.line(
        "\(palette.green("EQUAL"))    \(type)   \(layout.size) bytes, alignment \(layout.alignment), \(members)")
    } else {
      Output.line("\(palette.red("DIFFERS"))  \(type)")
      for difference in comparison.differences { Output.line("    \(difference)") }
    }
    if report.verbose { for note in comparison.notes { Output.line(palette.dim("    note: \(note)")) } }
  }
}
