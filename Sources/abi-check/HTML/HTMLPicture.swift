import ABIComparison

/// The verdict at one look: what share of the files has which verdict, or who answers for one file's symbols; and which
/// rules stand in the way of how many files.
struct HTMLPicture {
  let report: HTMLReport
  private struct Part {
    var kind: String
    var name: String
    var count: Int
  }

  func write() {
    let parts = report.isOneFile ? providers : verdicts
    let title = report.isOneFile ? "Who answers for its symbols" : "Verdicts"
    Output.line("<section class=\"picture\" aria-labelledby=\"h-verdicts\">\n<h2 id=\"h-verdicts\">\(title)</h2>")
    if parts.contains(where: { $0.count > 0 }) { bar(parts, title) }
    if !report.isOneFile { rules() }
    Output.line("</section>")
  }

  private var verdicts: [Part] {
    Verdict.allCases.map { Part(kind: HTMLReport.kind($0), name: $0.rawValue, count: report.summary.count($0)) }
  }

  private var providers: [Part] {
    let counts = report.summary.judged[0].counts
    return [
      Part(kind: "fails", name: "missing", count: counts.missing),
      Part(kind: "p1", name: report.target.libc, count: counts.libc + counts.glibc),
      Part(kind: "p2", name: "shim", count: counts.shim), Part(kind: "p3", name: "loader", count: counts.loader),
      Part(kind: "p4", name: "its libraries", count: counts.bundled),
      Part(kind: "unknown", name: "weak, absent", count: counts.weakMissing),
    ]
  }

  /// One bar in parts, with a legend that says it in words and numbers.
  private func bar(_ parts: [Part], _ title: String) {
    let shown = parts.filter { $0.count > 0 }
    let total = shown.reduce(0) { $0 + $1.count }
    let words = shown.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
    // A part of one in a thousand must still be seen; the others give the room.
    let width = 960
    let least = 6
    let room = width - least * shown.count
    var left = 0
    Output.line("<svg class=\"bar\" viewBox=\"0 0 \(width) 36\" role=\"img\" preserveAspectRatio=\"none\">")
    Output.line("<title>\(title): \(Markup.text(words))</title>")
    for (index, part) in shown.enumerated() {
      let isLast = index == shown.count - 1
      let size = isLast ? width - left : least + room * part.count / total
      Output.line(
        "<rect class=\"\(part.kind)\" x=\"\(left)\" y=\"0\" "
          + "width=\"\(max(1, size - (isLast ? 0 : 2)))\" height=\"36\"/>")
      left += size
    }
    Output.line("</svg>\n<ul class=\"legend\">")
    for part in parts where part.count > 0 || !report.isOneFile {
      // Rounded, but "all" and "none" are said only of all and none.
      let rounded = (part.count * 1000 + total / 2) / max(1, total)
      let tenths = part.count == 0 || part.count == total ? rounded : min(999, max(1, rounded))
      let swatch = "<span class=\"swatch \(part.kind)\"></span>"
      let share = " <span class=\"dim\">\(tenths / 10).\(tenths % 10) %</span>"
      Output.line(
        "<li>\(swatch)<b>\(Markup.group(part.count))</b> \(Markup.text(part.name))\(share)</li>")
    }
    Output.line("</ul>")
  }

  /// How many files each rule speaks of, the most first.
  private func rules() {
    var files: [String: (severity: Severity, count: Int)] = [:]
    for file in report.summary.judged {
      var seen: Set<String> = []
      for finding in HTMLReport.serious(file) {
        let isFirst = seen.insert(finding.rule).inserted
        let old = files[finding.rule]
        files[finding.rule] = (max(old?.severity ?? .note, finding.severity), (old?.count ?? 0) + (isFirst ? 1 : 0))
      }
    }
    let order = files.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    guard let most = order.first?.value.count else { return }
    Output.line("<h3>What stands in the way</h3>\n<table class=\"bars\">")
    Output.line("<caption class=\"hidden\">Files for each rule</caption>")
    for (rule, value) in order.prefix(14) {
      let width = max(4, value.count * 400 / most)
      let kind = value.severity == .error ? "fails" : "risky"
      Output.line(
        "<tr><th scope=\"row\"><a href=\"#rule-\(Markup.text(rule))\">\(Markup.text(rule))</a></th>"
          + "<td><svg width=\"400\" height=\"14\" viewBox=\"0 0 400 14\" aria-hidden=\"true\">"
          + "<rect class=\"\(kind)\" width=\"\(width)\" height=\"14\" rx=\"3\"/></svg></td>"
          + "<td class=\"number\">\(Markup.count(value.count, "file"))</td>"
          + "<td class=\"dim wide\">\(Markup.text(Rule.named(rule)?.title ?? ""))</td></tr>")
    }
    Output.line("</table>")
  }
}
