import ABIComparison
import ABIReading
import ArgumentParser

struct Layout: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare how types lie in memory, from the debug information of two files.",
    discussion: """
      Compares size, alignment and the place of every public member, nested ones too. Members with a leading \
      underscore belong to the libc and are notes only. Without a TYPE it compares every structure and union that both \
      files define. Without --reference it prints the layouts. Exit status 1 if a layout differs, 3 if there is no \
      debug information or a type is not in it.
      """)

  @Argument(help: "Types: ucontext_t, 'struct sched_param', 'ns::Class'. None: all that both have.")
  var types: [String] = []
  @Option(help: "The file to judge.", completion: .file())
  var provider: String
  @Option(help: "The file that is right, such as glibc's libc.so.6.", completion: .file())
  var reference: String?
  @Option(help: "A folder of separate debug files, as /usr/lib/debug.", completion: .directory)
  var debugDir: [String] = []
  @Flag(help: "Members with a leading underscore count as the others do.")
  var allMembers = false
  @OptionGroup var report: ReportOptions

  func run() throws {
    try report.open()
    let folders = debugDir + ["/usr/lib/debug"]
    let own = try read(provider, folders)
    var output = LayoutOutput(report: report, listsEqual: !types.isEmpty)
    guard let reference else { return try show(own, &output) }
    let other = try read(reference, folders)
    if own.reader.machine != other.reader.machine {
      output.remark("different machines: \(own.reader.machine) and \(other.reader.machine)")
    }
    for type in types.isEmpty ? own.layouts.keys.filter({ other.layouts[$0] != nil }).sorted() : types {
      guard let here = own.layouts[type], let there = other.layouts[type] else {
        let reasons = [own, other].filter { $0.layouts[type] == nil }.map { $0.reader.whyAbsent(type) }
        output.unknown(type, reasons.joined(separator: "; "))
        continue
      }
      output.compared(
        there, LayoutComparison(provider: here, reference: there, includingPrivate: allMembers))
    }
    if types.isEmpty {
      for part in own.reader.missingParts + other.reader.missingParts { output.remark("not read: \(part)") }
      if output.total == 0 { output.unknown("all types", "none is in both files") }
    }
    output.finish(provider: own.reader.debugPath, reference: other.reader.debugPath)
    throw StatusError(output.differs ? .findings : output.isPartial ? .notChecked : .clean)
  }

  private func show(_ own: (reader: LayoutReader, layouts: [String: TypeLayout]), _ output: inout LayoutOutput) throws {
    for type in types.isEmpty ? own.layouts.keys.sorted() : types {
      if let layout = own.layouts[type] {
        output.show(layout, privateToo: allMembers || report.verbose)
      } else {
        output.unknown(type, own.reader.whyAbsent(type))
      }
    }
    output.finish(provider: own.reader.debugPath)
    throw StatusError(output.isPartial ? .notChecked : .clean)
  }

  private func read(
    _ path: String, _ folders: [String]
  ) throws -> (reader: LayoutReader, layouts: [String: TypeLayout]) {
    do throws(DebugInfoError) {
      let reader = try LayoutReader(path: path, debugFolders: folders)
      return (reader, types.isEmpty ? reader.allLayouts() : reader.layouts(types))
    } catch {
      throw StatusError(.notChecked, error.message)
    }
  }
}
