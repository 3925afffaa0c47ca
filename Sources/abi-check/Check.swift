import ABIComparison
import ABIReading
import ArgumentParser
import Glibc
import Synchronization

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say for each file whether it will run (the default command).")

  @Argument(help: "Programs, libraries, folders, archives, packages, images.", completion: .file())
  var paths: [String] = []
  @OptionGroup var target: TargetOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var counting: CountingOptions
  @OptionGroup var caching: CacheOptions

  @Option(help: "A folder of separate debug files, besides /usr/lib/debug.", completion: .directory)
  var debugDir: [String] = []
  @Option(help: ArgumentHelp("A finding to accept.", valueName: "rule[:symbol]"))
  var ignore: [String] = []
  @Option(help: "Accepted findings, one a line: RULE[:SYMBOL] [until YYYY-MM-DD] # reason.", completion: .file())
  var ignoreFile: String?
  @Option(name: .customShort("j", allowingJoined: true), help: "How many files at once.")
  var jobs: Int?
  @Option(help: "Read paths from a file, one a line; - is stdin.", completion: .file())
  var filesFrom: String?
  @Flag(name: .customShort("0"), help: "Paths of --files-from end with NUL.")
  var nul = false
  @Flag(help: "Do not look into folders.")
  var noRecurse = false
  @Flag(help: "Do not look into archives, packages and images.")
  var noArchives = false
  @Flag(help: "Follow symbolic links in folders.")
  var followSymlinks = false
  @Flag(help: "Judge each file alone, without the libraries it needs.")
  var noLibraries = false
  @Option(help: ArgumentHelp("Only this part of the files, such as 2/8; see merge.", valueName: "i/n"))
  var shard: Shard?
  @Option(
    help: "Write JSON lines to a file; if it is there already, go on where it stops.", completion: .file())
  var resume: String?

  func validate() throws {
    if paths.isEmpty, filesFrom == nil {
      throw ValidationError("nothing to check: name a program, a library or a folder")
    }
    if let jobs, jobs < 1 { throw ValidationError("-j \(jobs): at least 1") }
    if resume != nil {
      if report.output != nil { throw ValidationError("--resume FILE is where the report goes: leave out -o") }
      guard report.format == .text || report.format == .jsonl else {
        throw ValidationError("--resume writes JSON lines; abi-check merge makes \(report.format.rawValue) of them")
      }
    }
  }

  func run() throws {
    let baseline = try counting.readBaseline()
    if resume == nil { try report.open() }
    let root = target.root
    var inputs = Inputs(recurses: !noRecurse, followsLinks: followSymlinks, readsArchives: !noArchives)
    let named = try paths + listedPaths()
    for path in named { inputs.add(path, root: root) }
    try stopIfNothingReadable(inputs)
    if let shard { inputs.files.removeAll { !shard.holds($0.path) } }
    let target = try self.target.read(for: inputs.namedMachines)
    let ignoring = try IgnoreList(ignore, file: ignoreFile)
    let shown = ReportTarget(target, root: root)
    var checker = Checker(
      target: target, root: root, extra: self.target.extra, followsLibraries: !noLibraries,
      isIgnored: { ignoring.accepts($0) })
    if self.target.isByMachine { checker.others = others(checker) }
    checker.readsArchives = !noArchives
    checker.hashesMembers = format != .text
    checker.cache = caching.cache
    checker.debugFolders = debugDir
    checker.isStopped = { interrupted.load(ordering: .relaxed) }
    catchInterrupt()
    let run = Scan(
      checker: checker, baseline: baseline, jobs: jobs ?? processorCount(), progress: report.progress,
      hashes: format != .text, stamps: format == .jsonl)
    for ignored in ignoring.expired { complain("\(ignored): this entry has expired") }
    let outcome =
      format == .jsonl
      ? try writeLines(run, inputs, JSONLines(report: JSONReport(target: shown)))
      : try writeReport(run, inputs, shown)
    throw StatusError(outcome.status(counting.failOn, strict: counting.strictInputs, mayBeEmpty: shard != nil))
  }

  /// The same check for files of other machines, each before its own machine's target.
  private func others(_ checker: Checker) -> MachineCheckers {
    let target = self.target
    let (root, isAlone) = (checker.root, noLibraries)
    let isIgnored = checker.isIgnored
    return MachineCheckers { machine in
      target.read(machine).map {
        Checker(target: $0, root: root, extra: target.extra, followsLibraries: !isAlone, isIgnored: isIgnored)
      }
    }
  }

  private var format: Format { resume == nil ? report.format : .jsonl }

  private func writeReport(_ run: Scan, _ inputs: Inputs, _ target: ReportTarget) throws -> Outcome {
    let reports = Mutex<[FileReport]>([])
    // The lines about many files say nothing of each one's libraries: a scan of a distribution keeps its verdicts only.
    let isShort = format == .text && inputs.files.count > 1
    let elapsed = run.check(inputs.files) { report in
      var report = report
      if isShort { report.needed = [] }
      reports.withLock { $0.append(report) }
    }
    let summary = Summary(
      target: target, reports: reports.withLock { $0 }, problems: inputs.problems, elapsed: elapsed,
      total: inputs.files.count, isInterrupted: interrupted.load(ordering: .relaxed))
    // One archive that could not be read is one line, as any other file that cannot be read.
    if format == .text, summary.reports.count == 1, let only = summary.reports.first, only.isNamed,
      only.trouble == .unreadable, only.facts == nil, let remark = only.remark
    {
      throw StatusError(.notChecked, "\(only.path): \(remark)")
    }
    ReportWriter(options: report, failOn: counting.failOn).write(summary)
    return summary.outcome
  }

  /// Each file's record as soon as it is there, and nothing of it kept.
  private func writeLines(_ run: Scan, _ inputs: Inputs, _ lines: JSONLines) throws -> Outcome {
    var files = inputs.files
    let state = Mutex((outcome: Outcome(), count: 0))
    let before = try resume.flatMap { try Resumption($0, target: lines.report.target, shard: shard) }
    if let before {
      state.withLock { $0 = (before.outcome, before.count) }
      files.removeAll { before.done.contains($0.path) }
      for (path, why) in before.stale { lines.changed(path, why) }
      if !before.stale.isEmpty {
        let many = before.stale.count == 1 ? "1 file has" : "\(before.stale.count) files have"
        complain("\(resume ?? ""): \(many) changed since; what was said of them does not count")
      }
    }
    if before == nil { lines.header(shard: shard) }
    for problem in inputs.problems where before?.problems.contains(problem.path) != true {
      lines.problem(problem.path, problem.message)
    }
    run.check(files) { report in
      lines.file(report)
      state.withLock {
        $0.outcome.add(report)
        $0.count += 1
      }
    }
    var (outcome, count) = state.withLock { $0 }
    outcome.isInterrupted = interrupted.load(ordering: .relaxed)
    outcome.hasProblems = outcome.hasProblems || !inputs.problems.isEmpty
    lines.end(files: count, isInterrupted: outcome.isInterrupted)
    return outcome
  }

  /// A single named file that cannot be read at all needs no target to say so.
  private func stopIfNothingReadable(_ inputs: Inputs) throws {
    for problem in inputs.problems { complain("\(problem.path): \(problem.message)") }
    if let first = paths.first, !first.contains("/"), inputs.files.first?.path == first,
      first.withName({ access($0, F_OK) }) != 0,
      let command = Spelling.nearest(to: first, among: AbiCheck.configuration.subcommands.map { $0._commandName })
    {
      throw StatusError(.notChecked, "\(first): no such file; did you mean abi-check \(command)?")
    }
    if inputs.files.isEmpty {
      throw StatusError(
        .notChecked, inputs.problems.isEmpty ? "no files found in \(paths.joined(separator: ", "))" : nil)
    }
    guard inputs.files.count == 1, let file = inputs.files.first, file.isNamed, format == .text else { return }
    do throws(ReadError) { _ = try ElfReader.read(file.path) } catch {
      if case .truncated = error { return }
      if !noArchives, isArchiveOrMember(file.path) { return }
      throw StatusError(.notChecked, "\(file.path): \(error.message)")
    }
  }

  private func listedPaths() throws -> [String] {
    guard let filesFrom else { return [] }
    guard let text = readWhole(filesFrom) else {
      throw StatusError(.usage, "\(filesFrom): \(ReadError(errno: errno).message)")
    }
    let end: UInt8 = nul ? 0 : 0x0A
    return text.split(separator: end).map { FileName.text($0) }
  }
}

/// A whole file or stdin as bytes, at most 256 MiB.
func readWhole(_ path: String) -> [UInt8]? {
  let fd = path == "-" ? 0 : path.withName { open($0, O_RDONLY | O_CLOEXEC) }
  guard fd >= 0 else { return nil }
  defer { if fd != 0 { close(fd) } }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 1 << 16)
  while bytes.count < 1 << 28 {
    let count = read(fd, &block, block.count)
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return count == 0 ? bytes : nil }
    bytes += block.prefix(count)
  }
  return bytes
}
