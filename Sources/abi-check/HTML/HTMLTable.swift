import ABIComparison

/// Every judged file in one table. In a plain page it is sorted by verdict and path; the script lets the reader sort by
/// any column and hide rows.
struct HTMLTable {
  let report: HTMLReport

  func write() {
    guard !report.isOneFile else { return }
    Output.line("<section aria-labelledby=\"h-files\">\n<h2 id=\"h-files\">Files</h2>\n<div id=\"controls\"></div>")
    Output.line("<div class=\"scroll\">\n<table id=\"files\">\n<thead><tr>")
    for (name, kind) in [
      ("verdict", "number"), ("file", "text"), ("needs", "number"), ("symbols", "number"), ("missing", "number"),
      ("libraries", "number"), ("findings", "number"),
    ] {
      Output.write("<th scope=\"col\" data-kind=\"\(kind)\">\(name)</th>")
    }
    Output.line("\n</tr></thead>\n<tbody>")
    for file in report.ranked { row(file) }
    Output.line("</tbody>\n</table>\n</div>\n</section>")
  }

  private func row(_ file: FileReport) {
    let rank = Verdict.allCases.firstIndex(of: file.verdict) ?? 0
    let serious = HTMLReport.serious(file)
    var libraries: Set<String> = []
    for edge in file.needed { if case .libc = edge.answer { continue } else { libraries.insert(edge.name) } }
    Output.write("<tr data-verdict=\"\(file.verdict.rawValue)\"><td data-key=\"\(rank)\">")
    Output.write("\(HTMLReport.badge(file.verdict))</td><td><code>\(Markup.text(report.name(file)))</code></td>")
    let version = file.facts?.minimumGlibc
    Output.write("<td data-key=\"\(key(version))\">\(Markup.text(version ?? ""))</td>")
    for number in [file.counts.total, file.counts.missing, libraries.count] {
      Output.write("<td class=\"number\" data-key=\"\(number)\">\(Markup.group(number))</td>")
    }
    Output.line("<td data-key=\"\(serious.count)\">\(findings(serious, of: file))</td></tr>")
  }

  /// 2.34 as 2034, so that 2.4 comes before 2.34.
  private func key(_ version: String?) -> Int {
    guard let numbers = version.flatMap({ GlibcVersion($0) })?.numbers else { return 0 }
    return (numbers + [0, 0, 0]).prefix(3).reduce(0) { $0 &* 1000 &+ min($1, 999) }
  }

  private func findings(_ serious: [Finding], of file: FileReport) -> String {
    if let remark = file.remark { return "<span class=\"dim\">\(Markup.text(remark))</span>" }
    var order: [String] = []
    var counts: [String: Int] = [:]
    for finding in serious {
      if counts[finding.rule] == nil { order.append(finding.rule) }
      counts[finding.rule, default: 0] += 1
    }
    var parts = order.map { rule -> String in
      let count = counts[rule] ?? 0
      return "<a href=\"#rule-\(Markup.text(rule))\">\(Markup.text(rule))</a>\(count > 1 ? " ×\(count)" : "")"
    }
    if file.gone != nil, !serious.isEmpty, serious.allSatisfy(\.isKnown) {
      parts.append("<span class=\"known\">known</span>")
    }
    return parts.joined(separator: ", ")
  }
}

/// What the run did not look at. A report without this would promise more than it knows.
struct HTMLNotChecked {
  let report: HTMLReport
  private static let shown = 200

  func write() {
    let summary = report.summary
    var reasons: [(what: String, files: [String])] = []
    var places: [String: Int] = [:]
    func add(_ what: String, _ file: String) {
      if let place = places[what] {
        reasons[place].files.append(file)
      } else {
        places[what] = reasons.count
        reasons.append((what, [file]))
      }
    }
    for problem in summary.problems { add(problem.message, problem.path) }
    for file in summary.judged {
      if file.trouble != nil { add(file.remark ?? "not checked", report.name(file)) }
      for item in file.notChecked where !(item.what.hasPrefix("libraries loaded") && item.why == "0 calls found") {
        add("\(item.what) (\(item.why))", report.name(file))
      }
    }
    Output.line("<section aria-labelledby=\"h-not\">\n<h2 id=\"h-not\">Not checked</h2>\n<ul class=\"plain\">")
    for (what, files) in reasons.prefix(Self.shown) { item(what, files) }
    let rest = reasons.count - Self.shown
    if rest > 0 { Output.line("<li>\(rest) more reasons: see the JSON report</li>") }
    let skipped = summary.skipped
    if !skipped.isEmpty {
      Output.line(
        "<li>\(Markup.count(skipped.count, "file")) passed over: no program or library</li>")
    }
    Output.line("<li>what the functions do: names, versions, layouts and known differences are compared</li>")
    Output.line("</ul>\n</section>")
  }

  private func item(_ what: String, _ files: [String]) {
    guard !report.isOneFile else { return Output.line("<li>\(Markup.text(what))</li>") }
    let names = files.prefix(Self.shown).map { "<code>\(Markup.text($0))</code>" }
    if files.count == 1 { return Output.line("<li>\(Markup.text(what)): \(names[0])</li>") }
    let rest = files.count > names.count ? " and \(files.count - names.count) more" : ""
    Output.line("<li><details><summary>\(Markup.text(what)): \(Markup.count(files.count, "file"))</summary>")
    Output.line("<p>\(names.joined(separator: ", "))\(rest)</p></details></li>")
  }
}
