import ABIComparison
import ABIReading
import ArgumentParser
import Glibc
import Synchronization

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say for each file whether it will run (the default command).")

  @Argument(help: "Programs, libraries, folders.", completion: .file())
  var paths: [String] = []
  @OptionGroup var target: TargetOptions
  @OptionGroup var report: ReportOptions

  @Option(help: "What makes the exit status 1: error, warning or never.")
  var failOn: FailOn = .error
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
  @Flag(help: "Follow symbolic links in folders.")
  var followSymlinks = false
  @Flag(help: "Judge each file alone, without the libraries it needs.")
  var noLibraries = false
  @Flag(help: "Exit status 3 if any file could not be checked.")
  var strictInputs = false

  func validate() throws {
    if paths.isEmpty, filesFrom == nil {
      throw ValidationError("nothing to check: name a program, a library or a folder")
    }
    if let jobs, jobs < 1 { throw ValidationError("-j \(jobs): at least 1") }
  }

  func run() throws {
    try report.open()
    let root = target.root
    var inputs = Inputs(recurses: !noRecurse, followsLinks: followSymlinks)
    let named = try paths + listedPaths()
    for path in named { inputs.add(path, root: root) }
    let isScan = inputs.files.contains { !$0.isNamed } || inputs.files.count > 1
    try stopIfNothingReadable(inputs, isScan: isScan)
    let target = try self.target.read()
    let ignoring = try IgnoreList(ignore, file: ignoreFile)
    let checker = Checker(
      target: target, root: root, extra: self.target.extra, followsLibraries: !noLibraries,
      isIgnored: { ignoring.accepts($0) })
    catchInterrupt()
    let run = scan(inputs.files, with: checker)
    let summary = Summary(
      reports: run.reports, problems: inputs.problems, elapsed: run.elapsed, total: inputs.files.count,
      isInterrupted: interrupted.load(ordering: .relaxed))
    switch report.format {
    case .text:
      TextReport(
        target: target, root: root, palette: Palette(report.color), quiet: report.quiet, verbose: report.verbose
      )
      .write(summary, isScan: isScan)
    case .json: JSONReport(target: target).write(summary)
    case .sarif: SARIFReport().write(summary)
    case .junit: JUnitReport().write(summary, failOn: failOn)
    case .jsonl: break
    }
    for ignored in ignoring.expired { complain("\(ignored): this entry has expired") }
    throw StatusError(status(summary))
  }

  /// A single named file that cannot be read at all needs no target to say so.
  private func stopIfNothingReadable(_ inputs: Inputs, isScan: Bool) throws {
    for problem in inputs.problems { complain("\(problem.path): \(problem.message)") }
    if inputs.files.isEmpty {
      throw StatusError(
        .notChecked, inputs.problems.isEmpty ? "no files found in \(paths.joined(separator: ", "))" : nil)
    }
    guard !isScan, let file = inputs.files.first, report.format == .text else { return }
    do throws(ReadError) { _ = try ElfReader.read(file.path) } catch {
      if case .truncated = error { return }
      throw StatusError(.notChecked, "\(file.path): \(error.message)")
    }
  }

  private func listedPaths() throws -> [String] {
    guard let filesFrom else { return [] }
    guard let text = readWhole(filesFrom) else {
      throw StatusError(.usage, "\(filesFrom): \(String(cString: strerror(errno)))")
    }
    let end: UInt8 = nul ? 0 : 0x0A
    return text.split(separator: end).map { String(decoding: $0, as: UTF8.self) }
  }

  private func scan(_ files: [Inputs.File], with checker: Checker) -> (reports: [FileReport], elapsed: Double) {
    let progress = Progress(total: files.count, choice: report.progress)
    let results = Mutex<[(Int, FileReport)]>([])
    let lines = report.format == .jsonl
    let target = checker.target
    forEachInParallel(files.count, jobs: jobs ?? processorCount()) { index -> FileReport in
      let file = files[index]
      var result = checker.check(file.path)
      result.isNamed = file.isNamed
      if file.isNamed, result.trouble == .skipped { result.trouble = .unreadable }
      if lines, result.facts?.buildID == nil, result.trouble == nil { result.sha256 = SHA256.hex(ofFile: file.path) }
      return result
    } collect: { index, result in
      progress.step(result.path)
      if lines, result.trouble != .skipped { Output.line(JSONReport(target: target).file(result).text()) }
      results.withLock { $0.append((index, result)) }
    }
    progress.clear()
    return (results.withLock { $0.sorted { $0.0 < $1.0 }.map(\.1) }, progress.elapsed)
  }

  private func status(_ summary: Summary) -> Status {
    if summary.isInterrupted { return .interrupted }
    let worst = summary.reports.flatMap(\.findings).map(\.severity).max() ?? .note
    switch failOn {
    case .never: break
    case .error where worst == .error: return .findings
    case .warning where worst >= .warning: return .findings
    default: break
    }
    let unread = summary.reports.filter { $0.trouble == .unreadable }
    let checked = summary.reports.filter { $0.trouble == nil }
    if strictInputs, !unread.isEmpty || !summary.problems.isEmpty { return .notChecked }
    // A file that was named and not judged is never "all is well".
    return unread.contains(where: \.isNamed) || checked.isEmpty || !summary.problems.isEmpty
      ? .notChecked : .clean
  }
}

/// A whole file or stdin as bytes, at most 256 MiB.
func readWhole(_ path: String) -> [UInt8]? {
  let fd = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
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

/// What a run found, before it is written.
struct Summary {
  var reports: [FileReport]
  var problems: [(path: String, message: String)]
  var elapsed: Double
  var total: Int
  var isInterrupted: Bool

  var judged: [FileReport] { reports.filter { $0.trouble != .skipped } }
  func count(_ verdict: Verdict) -> Int { judged.count { $0.verdict == verdict } }
}
