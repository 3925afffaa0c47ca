import ABIComparison
import ABIReading

/// The report for people: the verdict first, then errors by rule, then what was not checked.
struct TextReport {
  let target: Target
  let root: Root
  let palette: Palette
  let quiet: Bool
  let verbose: Bool

  func write(_ summary: Summary, isScan: Bool) {
    if isScan {
      writeScan(summary)
    } else if let report = summary.judged.first {
      writeFile(report)
    }
    if summary.isInterrupted {
      Output.line("interrupted: \(summary.reports.count) of \(summary.total) files were checked")
    }
  }

  // MARK: one file

  private func writeFile(_ report: FileReport) {
    Output.line(headline(report))
    guard !quiet else { return }
    if let remark = report.remark { Output.line("  \(remark)") }
    guard report.remark == nil else { return }
    Output.line("  " + symbolLine(report))
    let findings = report.findings.filter { verbose || $0.severity != .note }
    if !findings.isEmpty {
      Output.line()
      FindingText(palette: palette, verbose: verbose).write(findings)
    }
    let notes = report.findings.count { $0.severity == .note }
    if notes > 0, !verbose { Output.line(palette.dim("  \(notes) \(notes == 1 ? "note" : "notes") (-v shows them)")) }
    Output.line("  checked: \(report.checked.joined(separator: ", "))")
    for item in report.notChecked { Output.line("  not checked: \(item.what) (\(item.why))") }
    if !findings.isEmpty {
      let rule = findings[0].rule
      Output.line("\(tally(report.findings)).  abi-check explain \(rule)   for more")
    }
  }

  private func headline(_ report: FileReport) -> String {
    var text = "\(paint(report.verdict))  \(root.inside(report.path))"
    if let version = report.facts?.minimumGlibc { text += "   needs glibc \(version)" }
    return text + " · target \(targetText)"
  }

  var targetText: String {
    let libc = target.providers.last
    let version = target.version.map { " \($0)" } ?? ""
    if target.loader == .glibc { return "glibc\(version)" }
    guard let shim = target.provider(.shim) else {
      return "musl\(version), its own loader (\(root.inside(libc?.path ?? "")))"
    }
    return "musl\(version) + \(LinkSet.shortName(shim.path)) (\(root.inside(shim.path)))"
  }

  private func symbolLine(_ report: FileReport) -> String {
    let counts = report.counts
    let parts = [
      (counts.libc, "musl"), (counts.glibc, "glibc"), (counts.shim, "shim"), (counts.loader, "loader"),
      (counts.bundled, "libraries"), (counts.missing, "missing"), (counts.weakMissing, "weak and absent (no error)"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let files = report.needed.filter { if case .libc = $0.answer { false } else { true } }
    let names = Set(files.map(\.name))
    let missing = Set(files.filter { if case .file = $0.answer { false } else { true } }.map(\.name))
    let libraries =
      names.isEmpty
      ? "No other libraries."
      : "\(names.count) \(names.count == 1 ? "library" : "libraries"), "
        + (missing.isEmpty ? "all found." : "\(missing.count) not found.")
    return "\(counts.total) symbols: \(parts.joined(separator: ", ")).  \(libraries)"
  }

  private func paint(_ verdict: Verdict) -> String {
    switch verdict {
    case .runs: palette.green(verdict.rawValue)
    case .fails: palette.red(verdict.rawValue)
    case .risky, .unknown: palette.yellow(verdict.rawValue)
    }
  }

  private func tally(_ findings: [Finding]) -> String {
    [(Severity.error, "error", "errors"), (.warning, "warning", "warnings")].compactMap { severity, one, many in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
    }.joined(separator: ", ")
  }

  // MARK: many files

  private func writeScan(_ summary: Summary) {
    let judged = summary.judged
    let counts = Verdict.allCases.map { "\(paint($0)) \(pad(String(summary.count($0)), 4))" }.joined(separator: "  ")
    let seconds = Int((summary.elapsed * 10).rounded())
    Output.line("\(counts)   \(summary.reports.count) files, \(seconds / 10).\(seconds % 10) s · target \(targetText)")
    let shown = quiet || verbose ? judged : judged.filter { $0.verdict == .fails || $0.verdict == .risky }
    let limit = verbose || quiet ? shown.count : 30
    let order = shown.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(
      \.element)
    for report in order.prefix(limit) {
      Output.line(
        "\(paint(report.verdict))\(report.verdict == .unknown ? "" : "  ")  \(root.inside(report.path))   \(reason(report))"
      )
    }
    if order.count > limit { Output.line("…\(order.count - limit) more: --verbose") }
    guard !quiet else { return }
    writeNotChecked(summary)
  }

  private func rank(_ report: FileReport) -> Int { Verdict.allCases.firstIndex(of: report.verdict) ?? 0 }

  private func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// The worst finding in a few words, and how many symbols it is about.
  private func reason(_ report: FileReport) -> String {
    if let remark = report.remark { return remark }
    guard let worst = report.findings.first, worst.severity != .note else { return "" }
    let same = report.findings.filter { $0.rule == worst.rule && $0.severity == worst.severity }
    guard worst.rule == "missing-symbol" || worst.rule == "private" else { return worst.message }
    let names = same.compactMap(\.symbol)
    return "\(names.prefix(4).joined(separator: ", "))\(names.count > 4 ? ", …" : "") missing"
      + "   (\(names.count) of \(report.counts.total) symbols)"
  }

  private func writeNotChecked(_ summary: Summary) {
    var parts: [String] = []
    var byCategory: [(String, [FileReport])] = []
    for report in summary.reports where report.remark != nil {
      guard let category = report.category else { continue }
      if let place = byCategory.firstIndex(where: { $0.0 == category }) {
        byCategory[place].1.append(report)
      } else {
        byCategory.append((category, [report]))
      }
    }
    for (category, reports) in byCategory {
      let detail =
        reports[0].trouble == .unreadable && category != "\(reports[0].facts?.machine.description ?? "")"
        ? " (\(root.inside(reports[0].path)): \(reports[0].remark ?? ""))" : ""
      parts.append("\(reports.count) \(category)\(detail)")
    }
    parts += summary.problems.map { "\($0.path) (\($0.message))" }
    if !parts.isEmpty { Output.line("not checked: \(parts.joined(separator: ", "))") }
    let openers = summary.judged.flatMap(\.notChecked).count {
      $0.what.hasPrefix("libraries loaded") && $0.why != "0 calls found"
    }
    if openers > 0 { Output.line("not checked: what \(openers) files load with dlopen") }
  }
}
