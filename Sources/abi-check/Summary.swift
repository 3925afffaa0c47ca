import ABIComparison

/// What a run found, or what several runs found together, before it is written.
struct Summary: Sendable {
  var target: ReportTarget
  /// By path, so that neither threads nor shards show.
  var reports: [FileReport]
  var problems: [(path: String, message: String)]
  /// Seconds; nil where runs were merged.
  var elapsed: Double?
  /// How many files there were to check, where not all of them were.
  var total: Int?
  var isInterrupted = false
  /// What of the scan is not here: shards that are missing or were killed.
  var incomplete: [String] = []

  init(
    target: ReportTarget, reports: [FileReport], problems: [(path: String, message: String)], elapsed: Double? = nil,
    total: Int? = nil, isInterrupted: Bool = false, incomplete: [String] = []
  ) {
    self.target = target
    self.reports = Self.sorted(reports, by: \.path)
    self.problems = Self.sorted(problems, by: \.path)
    self.elapsed = elapsed
    self.total = total
    self.isInterrupted = isInterrupted
    self.incomplete = incomplete
  }

  /// By bytes, which is fast and the same everywhere; equal ones keep their order.
  private static func sorted<T>(_ items: [T], by path: (T) -> String) -> [T] {
    items.enumerated().map { (key: Array(path($0.element).utf8), place: $0.offset, item: $0.element) }
      .sorted {
        $0.key == $1.key ? $0.place < $1.place : $0.key.lexicographicallyPrecedes($1.key)
      }
      .map(\.item)
  }

  var judged: [FileReport] { reports.filter { $0.trouble != .skipped } }
  var skipped: [FileReport] { reports.filter { $0.trouble == .skipped } }
  var fileCount: Int { reports.reduce(0) { $0 + $1.fileCount } }
  func count(_ verdict: Verdict) -> Int { judged.count { $0.verdict == verdict } }

  /// Several files, or what was found in folders: shown as a list, not as one file's report.
  /// An archive with one program in it is that program.
  var isScan: Bool {
    let files = reports.filter { $0.container == nil }
    return files.count > 1 || files.contains { !$0.isNamed } || judged.count != 1
  }

  /// What the baseline did: findings that are new, known and gone. Notes are not counted.
  var compared: (new: Int, known: Int, gone: Int)? {
    guard reports.contains(where: { $0.gone != nil }) else { return nil }
    let findings = reports.flatMap(\.findings).filter { $0.severity != .note }
    let known = findings.count(where: \.isKnown)
    return (findings.count - known, known, reports.reduce(0) { $0 + ($1.gone ?? 0) })
  }

  var outcome: Outcome {
    var outcome = Outcome()
    for report in reports { outcome.add(report) }
    if !problems.isEmpty || !incomplete.isEmpty { outcome.hasProblems = true }
    outcome.isInterrupted = isInterrupted
    return outcome
  }
}

/// What the exit status needs of a run: small, however many files there are.
struct Outcome: Sendable {
  var worst = Severity.note
  var hasUnread = false
  var hasUnreadNamed = false
  var hasChecked = false
  var hasProblems = false
  var isInterrupted = false

  mutating func add(_ report: FileReport) {
    for finding in report.findings where !finding.isKnown { worst = max(worst, finding.severity) }
    switch report.trouble {
    case nil: hasChecked = true
    case .unreadable:
      hasUnread = true
      if report.isNamed { hasUnreadNamed = true }
    case .skipped: break
    }
  }

  /// - Parameter mayBeEmpty: a shard that no file falls into is not a mistake.
  func status(_ failOn: FailOn, strict: Bool, mayBeEmpty: Bool = false) -> Status {
    if isInterrupted { return .interrupted }
    switch failOn {
    case .never: break
    case .error where worst == .error: return .findings
    case .warning where worst >= .warning: return .findings
    default: break
    }
    if strict, hasUnread || hasProblems { return .notChecked }
    // A file that was named and not judged is never "all is well".
    return hasUnreadNamed || !hasChecked && !mayBeEmpty || hasProblems ? .notChecked : .clean
  }
}
