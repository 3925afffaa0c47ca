import ABIComparison
import ABIReading
import ArgumentParser

struct Symbols: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare what libraries export with what glibc's libraries export.",
    discussion: """
      Compares name, version, type, the size of data, and which version is the default. Exit status 1 if anything \
      differs. \
      Each may be a file, a table that the tool carries (glibc-2.36), or one that abi-check dump wrote. Names at \
      GLIBC_PRIVATE are not compared.
      """)

  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("The libraries to judge.", valueName: "lib"), completion: .file())
  var provider: [String]
  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Real libraries of glibc, or glibc-VERSION.", valueName: "lib"),
    completion: .file())
  var reference: [String]
  @Option(help: "Compare these only, separated by commas; * at the end matches any rest.")
  var names: String?
  @OptionGroup var report: ReportOptions

  func validate() throws {
    if provider.isEmpty || reference.isEmpty { throw ValidationError("--provider and --reference each need a library") }
  }

  func run() throws {
    try report.open(forms: [.text, .json])
    // A table stands for the machine that the files beside it are for.
    let machine = (provider + reference).lazy.compactMap { ElfReader.machine(of: $0) }.first ?? .x86_64
    let patterns = names.map { $0.split(separator: ",").map(String.init) }
    let comparison = ExportComparison(
      provider: try exports(provider, machine), reference: try exports(reference, machine)
    ) { name in
      guard let patterns else { return true }
      return patterns.contains { $0.hasSuffix("*") ? name.hasPrefix($0.dropLast()) : name == $0 }
    }
    guard comparison.compared > 0 else {
      throw StatusError(.notChecked, "nothing to compare: the reference exports none of the names")
    }
    if report.format == .text { writeText(comparison) } else { writeJSON(comparison) }
    throw StatusError(comparison.mismatches.isEmpty ? .clean : .findings)
  }

  private func exports(_ paths: [String], _ machine: Machine) throws -> [Export] {
    try paths.flatMap { path -> [Export] in
      if let table = ExportTable.named(path, machine: machine) {
        let symbols = table.symbols()
        return symbols.exports.map { Export($0, in: symbols) }
      }
      if let snapshot = ExportSnapshot(path: path) {
        return snapshot.libraries.flatMap { library in
          library.symbols.exports.map { Export($0, in: library.symbols) }
        }
      }
      do throws(ReadError) {
        let object = try ElfReader.read(path)
        return object.symbols.exports.map { Export($0, in: object.symbols) }
      } catch { throw StatusError(.notChecked, "\(path): \(error.message)") }
    }
  }

  private func writeText(_ comparison: ExportComparison) {
    let palette = Palette(report.color)
    let share = comparison.compared == 0 ? 0 : comparison.matched * 1000 / comparison.compared
    Output.line(
      "\(comparison.matched) of \(comparison.compared) exports equal (\(share / 10).\(share % 10) %), "
        + "\(comparison.mismatches.count) \(comparison.mismatches.count == 1 ? "mismatch" : "mismatches")")
    guard !report.quiet else { return }
    for version in comparison.coverage.keys.sorted(by: older) {
      guard let (have, all) = comparison.coverage[version] else { continue }
      let label = version.isEmpty ? "no version" : version
      if have < all || report.verbose { Output.line("  \(label)  \(have) of \(all)") }
    }
    let limit = report.verbose ? comparison.mismatches.count : 40
    for mismatch in comparison.mismatches.prefix(limit) {
      Output.line("\(palette.red("mismatch")) \(mismatch.export.text)  \(Self.text(mismatch))")
    }
    if comparison.mismatches.count > limit { Output.line("…and \(comparison.mismatches.count - limit) more (-v)") }
    if !comparison.extra.isEmpty, report.verbose {
      for export in comparison.extra { Output.line("extra \(export.text)") }
    }
    Output.line("not checked: names at GLIBC_PRIVATE, what the functions do, layouts (abi-check layout)")
  }

  private func older(_ a: String, _ b: String) -> Bool {
    guard let first = GlibcVersion(a), let second = GlibcVersion(b) else { return a < b }
    return first < second
  }

  static func text(_ mismatch: ExportComparison.Mismatch) -> String {
    switch mismatch.difference {
    case .missing: "missing"
    case .otherVersion(let versions): "only at \(versions.joined(separator: ", "))"
    case .otherKind(let here, let there): "is \(here), in the reference \(there)"
    case .otherSize(let here, let there): "is \(here) bytes, in the reference \(there)"
    case .otherDefault:
      mismatch.export.isDefault ? "is not the default version" : "is the default version, in the reference an old one"
    }
  }

  private func writeJSON(_ comparison: ExportComparison) {
    let coverage = comparison.coverage.keys.sorted(by: older).map { version -> JSON in
      .object([
        ("version", .string(version)), ("have", .int(comparison.coverage[version]?.have ?? 0)),
        ("all", .int(comparison.coverage[version]?.all ?? 0)),
      ])
    }
    let mismatches = comparison.mismatches.map { mismatch -> JSON in
      .object([
        ("symbol", .string(mismatch.export.name)), ("version", .string(mismatch.export.version)),
        ("type", .string(mismatch.export.kindText)), ("difference", .string(Self.text(mismatch))),
      ])
    }
    Output.line(
      JSON.object([
        ("schema", .string(JSONReport.schema)), ("tool", JSONReport.tool), ("compared", .int(comparison.compared)),
        ("equal", .int(comparison.matched)), ("coverage", .array(coverage)), ("mismatches", .array(mismatches)),
        ("not_checked", JSON(["names at GLIBC_PRIVATE", "behaviour", "layouts"])),
      ]).text(indent: 0))
  }
}
