import ABIComparison
import ABIReading
import ArgumentParser

struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make one report of what several runs of check wrote as JSON lines.",
    discussion: """
      Each worker of a large scan writes its part: abi-check --shard 3/8 --resume part-3.jsonl FOLDER. The merged \
      report has the same bytes however the files were divided. Runs against different targets are refused; a run that \
      was killed is reported, and its command, given again, goes on where it stopped.

      Exit status as for check; 3 where a part is missing or was killed and nothing was found in the rest.
      """)

  @Argument(help: "Files of JSON lines; - is stdin, where several may follow one another.", completion: .file())
  var parts: [String]
  @OptionGroup var report: ReportOptions
  @OptionGroup var counting: CountingOptions

  func run() throws {
    let baseline = try counting.readBaseline()
    var merger = Merger()
    for part in parts {
      merger.add(try Recording(path: part), name: part == "-" ? "stdin" : part)
    }
    var summary = try merger.summary()
    for text in summary.incomplete { complain(text) }
    if let baseline { for index in summary.reports.indices { baseline.mark(&summary.reports[index]) } }
    try report.open()
    ReportWriter(options: report, failOn: counting.failOn).write(summary)
    throw StatusError(summary.outcome.status(counting.failOn, strict: counting.strictInputs))
  }
}

/// Puts recordings together, whatever their order.
struct Merger {
  private var runs: [(name: String, run: Recording.Run)] = []
  private var reports: [FileReport] = []
  private var sources: [String] = []
  private var problems: [(path: String, message: String)] = []
  private var cut: [String] = []

  mutating func add(_ recording: Recording, name: String) {
    runs += recording.runs.map { (name, $0) }
    reports += recording.reports
    sources += [String](repeating: name, count: recording.reports.count)
    problems += recording.problems
    if recording.isCut { cut.append(name) }
  }

  func summary() throws -> Summary {
    guard let first = runs.first else {
      throw StatusError(.notChecked, "\(cut.joined(separator: ", ")): killed before the first line was whole")
    }
    for (name, run) in runs.dropFirst() {
      if let difference = run.target.difference(from: first.run.target) {
        throw StatusError(
          .usage,
          "\(name): target \(difference) as in \(first.name): what was checked against two targets is not one report")
      }
      guard run.toolVersion == first.run.toolVersion else {
        throw StatusError(
          .usage, "\(name): from abi-check \(run.toolVersion), not \(first.run.toolVersion) as \(first.name): "
            + "their rules may differ")
      }
    }
    // The shim may lie elsewhere on each machine: the least path stands for all, whatever the order of the parts.
    func place(_ target: ReportTarget) -> (String, String) { (target.shim?.path ?? "", target.loaderPath ?? "") }
    let target = runs.map(\.run.target).min { place($0) < place($1) }
    var seen: Set<String> = []
    return Summary(
      target: target ?? first.run.target, reports: try distinctReports(),
      problems: problems.filter { seen.insert("\($0.path)\u{0}\($0.message)").inserted },
      isInterrupted: runs.contains(where: \.run.isInterrupted), incomplete: incomplete())
  }

  /// A file that two parts hold counts once; if they say different things of it, nobody knows which is right.
  private func distinctReports() throws -> [FileReport] {
    var places: [String: Int] = [:]
    var kept: [FileReport] = []
    var origin: [String] = []
    let writer = JSONReport(target: runs[0].run.target)
    for (report, source) in zip(reports, sources) {
      guard let place = places[report.path] else {
        places[report.path] = kept.count
        kept.append(report)
        origin.append(source)
        continue
      }
      let isSame = writer.file(kept[place]).text() == writer.file(report).text()
      guard isSame, kept[place].trouble == report.trouble else {
        throw StatusError(
          .usage, "\(report.path): judged differently in \(origin[place]) and \(source); check it again and drop one")
      }
    }
    return kept
  }

  /// What is not here: parts that were killed, and shards of which nothing was given.
  private func incomplete() -> [String] {
    var lacking: [String] = cut.map { "\($0): the last line is cut short: the run was killed" }
    for (name, run) in runs where !cut.contains(name) {
      if run.isInterrupted {
        lacking.append("\(name): the run was interrupted")
      } else if !run.hasEnd {
        lacking.append("\(name): the run was killed before its end")
      }
    }
    lacking = lacking.map { "\($0); go on with abi-check --resume" }
    for count in Set(runs.compactMap(\.run.shard?.count)).sorted() {
      let there = Set(runs.compactMap(\.run.shard).filter { $0.count == count }.map(\.index))
      let missing = (1...count).filter { !there.contains($0) }
      guard !missing.isEmpty else { continue }
      let names = missing.prefix(8).map { "\($0)/\(count)" }.joined(separator: ", ")
      lacking.append("missing: shard \(names)\(missing.count > 8 ? " and \(missing.count - 8) more" : "")")
    }
    return lacking
  }
}
