import ABIComparison
import ABIReading

/// The report as one page that needs nothing else: no other file, no network, and no JavaScript to be read. The script
/// sorts and filters the table.
struct HTMLReport {
  let summary: Summary
  /// The folder that all files of a scan are in: said once, and left out of their names.
  private let folder: String

  init(_ summary: Summary) {
    self.summary = summary
    folder = summary.isScan ? Self.commonFolder(summary.judged.map { summary.target.inside($0.path) }) : ""
  }

  private static func commonFolder(_ paths: [String]) -> String {
    guard var common = paths.first.map({ Array($0.utf8) }) else { return "" }
    for path in paths {
      let bytes = Array(path.utf8)
      let count = zip(common, bytes).prefix { $0 == $1 }.count
      common.removeLast(common.count - count)
    }
    guard let slash = common.lastIndex(of: UInt8(ascii: "/")), slash > 0 else { return "" }
    return String(decoding: common[...slash], as: UTF8.self)
  }

  var target: ReportTarget { summary.target }

  func write() {
    let title = isOneFile ? "\(summary.judged[0].verdict.rawValue) \(name(summary.judged[0]))" : "abi-check report"
    let style = Markup.contentHash(HTMLStyle.css) { SHA256.hex(of: $0) }
    let script = Markup.contentHash(HTMLStyle.script) { SHA256.hex(of: $0) }
    let policy = "default-src 'none'; style-src \(style); script-src \(script); base-uri 'none'; form-action 'none'"
    Output.line("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")
    Output.line("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">")
    Output.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    Output.line("<meta name=\"color-scheme\" content=\"light dark\"><meta name=\"referrer\" content=\"no-referrer\">")
    Output.line("<meta name=\"generator\" content=\"abi-check \(Markup.text(AbiCheck.shortVersion))\">")
    Output.line("<title>\(Markup.text(title))</title>")
    Output.line("<style>\(HTMLStyle.css)</style>\n</head>\n<body>")
    header()
    Output.line("<main>")
    HTMLPicture(report: self).write()
    HTMLTable(report: self).write()
    HTMLFindings(report: self).write()
    HTMLSymbols(report: self).write()
    HTMLGraph(report: self).write()
    HTMLNotChecked(report: self).write()
    Output.line("</main>")
    let version = Markup.text(AbiCheck.shortVersion)
    Output.line("<footer>abi-check \(version) · nothing was run; what the files say</footer>")
    Output.line("<script>\(HTMLStyle.script)</script>\n</body>\n</html>")
  }

  var isOneFile: Bool { !summary.isScan && summary.judged.count == 1 }

  /// The path as it will be seen inside the sysroot, from the common folder on.
  func name(_ report: FileReport) -> String { String(target.inside(report.path).dropFirst(folder.count)) }

  /// The class of an element that shows a verdict.
  static func kind(_ verdict: Verdict) -> String { verdict.rawValue.lowercased() }

  static func badge(_ verdict: Verdict) -> String {
    "<span class=\"badge \(kind(verdict))\">\(verdict.rawValue)</span>"
  }

  /// Findings that are not notes, new ones first.
  static func serious(_ report: FileReport) -> [Finding] { report.findings.filter { $0.severity != .note } }

  private func header() {
    Output.line("<header>")
    if isOneFile, let report = summary.judged.first {
      Output.line("<h1>\(Self.badge(report.verdict)) <code>\(Markup.text(name(report)))</code></h1>")
      Output.line("<p class=\"lead\">\(Markup.text(Self.meaning(report)))</p>")
    } else {
      Output.line("<h1>Will it run? \(Markup.count(summary.judged.count, "file")) checked</h1>")
    }
    Output.line("<dl class=\"facts\">")
    fact("target", target.text)
    if let report = summary.judged.first, isOneFile {
      if let version = report.facts?.minimumGlibc { fact("needs", "glibc \(version)") }
      if let facts = report.facts { fact("file", "\(facts.type), \(facts.machine)") }
      if let id = report.facts?.buildID { fact("build-id", id) } else if let sum = report.sha256 { fact("sha256", sum) }
    }
    if !folder.isEmpty { fact("folder", folder) }
    if let compared = summary.compared {
      fact("since the baseline", "\(compared.new) new, \(compared.known) known, \(compared.gone) gone")
    }
    Output.line("</dl>")
    var warnings = summary.incomplete.map { "incomplete: \($0)" }
    if summary.isInterrupted {
      let total = summary.total.map { " of \($0)" } ?? ""
      warnings.append("interrupted: \(summary.reports.count)\(total) files were checked")
    }
    for text in warnings { Output.line("<p class=\"alert\" role=\"alert\">\(Markup.text(text))</p>") }
    Output.line("</header>")
  }

  private func fact(_ name: String, _ value: String) {
    Output.line("<div><dt>\(name)</dt><dd>\(Markup.text(value))</dd></div>")
  }

  static func meaning(_ report: FileReport) -> String {
    if let remark = report.remark { return remark }
    return switch report.verdict {
    case .runs: "Everything that it needs is there, and no rule knows of a difference."
    case .risky: "It starts. What is named below may behave differently, or stop the program when it is called."
    case .fails: "It does not start, or the library does not load."
    case .unknown: "It was not checked."
    }
  }

  /// Files with the worst verdict first, then by path.
  var ranked: [FileReport] {
    let order = Verdict.allCases
    return order.flatMap { verdict in summary.judged.filter { $0.verdict == verdict } }
  }
}
