import ABIComparison

/// The report for people: the verdict first, then errors by rule, then what was not checked.
struct TextReport {
  let target: ReportTarget
  let palette: Palette
  let quiet: Bool
  let verbose: Bool

  func write(_ summary: Summary) {
    if summary.isScan {
      writeScan(summary)
    } else if let report = summary.judged.first {
      writeFile(report)
    }
    if summary.isInterrupted {
      let total = summary.total.map { " of \($0)" } ?? ""
      Output.line("interrupted: \(summary.reports.count)\(total) files were checked")
    }
    for text in summary.incomplete { Output.line("incomplete: \(text.visible)") }
  }

  // MARK: one file

  private func writeFile(_ report: FileReport) {
    Output.line(headline(report))
    guard !quiet else { return }
    if let remark = report.remark { Output.line("  \(remark.visible)") }
    guard report.remark == nil else { return }
    Output.line("  " + symbolLine(report))
    let findings = report.findings.filter { verbose || $0.severity != .note && !$0.isKnown }
    if !findings.isEmpty {
      Output.line()
      FindingText(palette: palette, verbose: verbose).write(findings)
    }
    let notes = report.findings.count { $0.severity == .note }
    let known = report.findings.count { $0.severity != .note && $0.isKnown }
    if known > 0 {
      let verb = known == 1 ? "finding is" : "findings are"
      let hint = verbose ? "" : " (-v shows them)"
      Output.line(palette.dim("  known: \(known) \(verb) in the baseline and not counted\(hint)"))
    }
    if let gone = report.gone, gone > 0 {
      Output.line(palette.dim("  gone: \(gone) \(gone == 1 ? "finding" : "findings") of the baseline"))
    }
    if notes > 0, !verbose { Output.line(palette.dim("  \(notes) \(notes == 1 ? "note" : "notes") (-v shows them)")) }
    Output.line("  checked: \(report.checked.joined(separator: ", "))")
    for item in report.notChecked { Output.line("  not checked: \(item.what.visible) (\(item.why.visible))") }
    if !findings.isEmpty {
      let rule = findings[0].rule
      Output.line("\(tally(report.findings.filter { !$0.isKnown })).  abi-check explain \(rule)   for more")
    }
  }

  private func headline(_ report: FileReport) -> String {
    var text = "\(paint(report.verdict))  \(visiblePath(report.path))"
    if let version = report.facts?.minimumGlibc { text += "   needs glibc \(version)" }
    return text + " · target \(report.target.map(Self.text) ?? target.text)"
  }

  /// The target of a file for another machine than the report's.
  private static func text(_ target: JudgedTarget) -> String {
    let name = target.libc + (target.version.map { " \($0)" } ?? "")
    let file = target.path.map { $0.contains("/") ? " (\($0))" : "" } ?? ""
    return "\(name) on \(target.machine)\(target.libc == "musl" ? ", its own loader" : "")\(file)"
  }

  private func visiblePath(_ path: String) -> String { target.inside(path).visible }

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
    let who = parts.isEmpty ? "" : ": \(parts.joined(separator: ", "))"
    return "\(counts.total) \(counts.total == 1 ? "symbol" : "symbols")\(who).  \(libraries)"
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
    let time = summary.elapsed.map { Int(($0 * 10).rounded()) }.map { ", \($0 / 10).\($0 % 10) s" } ?? ""
    let files = "\(summary.fileCount) \(summary.fileCount == 1 ? "file" : "files")"
    Output.line("\(counts)   \(files)\(time) · target \(target.text)")
    let others = Set(summary.reports.compactMap { $0.target.map(Self.text) }).sorted()
    if !others.isEmpty { Output.line("files for other machines: target \(others.joined(separator: "; ").visible)") }
    if let compared = summary.compared {
      Output.line("since the baseline: \(compared.new) new, \(compared.known) known, \(compared.gone) gone")
    }
    let bad = judged.filter { $0.verdict == .fails || $0.verdict == .risky }
    let shown = quiet || verbose ? judged : bad.filter { !isKnown($0) }
    let limit = verbose || quiet ? shown.count : 30
    let order = shown.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(
      \.element)
    for report in order.prefix(limit) {
      let gap = report.verdict == .unknown ? "  " : "    "
      Output.line("\(paint(report.verdict))\(gap)\(visiblePath(report.path))   \(reason(report))")
    }
    if order.count > limit { Output.line("…\(order.count - limit) more: --verbose") }
    let known = bad.count(where: isKnown)
    if known > 0, !quiet, !verbose {
      Output.line(palette.dim("\(known) \(known == 1 ? "file has" : "files have") only known findings (-v lists them)"))
    }
    guard !quiet else { return }
    writeNotChecked(summary)
  }

  /// Nothing about the file is new since the baseline.
  private func isKnown(_ report: FileReport) -> Bool {
    report.gone != nil && report.findings.allSatisfy { $0.isKnown || $0.severity == .note }
  }

  private func rank(_ report: FileReport) -> Int { Verdict.allCases.firstIndex(of: report.verdict) ?? 0 }

  private func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// The worst finding in a few words, and how many symbols it is about.
  private func reason(_ report: FileReport) -> String {
    if let remark = report.remark { return remark.visible }
    let news = report.findings.filter { !$0.isKnown && $0.severity != .note }
    if news.isEmpty, report.findings.contains(where: { $0.isKnown && $0.severity != .note }) { return "known" }
    guard let worst = news.first else { return "" }
    let same = news.filter { $0.rule == worst.rule && $0.severity == worst.severity }
    guard worst.rule == "missing-symbol" || worst.rule == "private" else { return worst.message.visible }
    let names = same.compactMap(\.symbol)
    return "\(names.prefix(4).joined(separator: ", ").visible)\(names.count > 4 ? ", …" : "") missing"
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
        reports[0].trouble == .unreadable && reports[0].error?.code != "wrong-machine"
        ? " (\(visiblePath(reports[0].path)): \((reports[0].remark ?? "").visible))" : ""
      parts.append("\(reports.reduce(0) { $0 + $1.fileCount }) \(category)\(detail)")
    }
    parts += summary.problems.map { "\($0.path.visible) (\($0.message.visible))" }
    if !parts.isEmpty { Output.line("not checked: \(parts.joined(separator: ", "))") }
    let openers = summary.judged.flatMap(\.notChecked).count {
      $0.what.hasPrefix("libraries loaded") && $0.why != "0 calls found"
    }
    if openers > 0 {
      Output.line("not checked: what \(openers) \(openers == 1 ? "file loads" : "files load") with dlopen")
    }
  }
}
