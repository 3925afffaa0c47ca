import ABIComparison

/// The findings by rule: what it is, why, what to do, and every name with the files that use it.
struct HTMLFindings {
  let report: HTMLReport
  private static let namesOpen = 12
  private static let namesShown = 400
  private static let filesShown = 5

  private struct Entry {
    var finding: Finding
    var files: [String] = []
    var isNew = false
  }

  func write() {
    var order: [String] = []
    var rules: [String: [String: Entry]] = [:]
    for file in report.summary.judged {
      for finding in file.findings {
        let about = finding.symbol.map { "\($0)@\(finding.version ?? "")" } ?? finding.message
        if rules[finding.rule] == nil { order.append(finding.rule) }
        var entry = rules[finding.rule, default: [:]][about] ?? Entry(finding: finding)
        if finding.severity > entry.finding.severity { entry.finding = finding }
        let users = report.isOneFile ? finding.requiredBy : [report.name(file)]
        entry.files += users.filter { $0 != entry.files.last }
        entry.isNew = entry.isNew || !finding.isKnown
        rules[finding.rule, default: [:]][about] = entry
      }
    }
    let known = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let ranked = order.sorted { a, b in
      let (first, second) = (severity(rules[a]), severity(rules[b]))
      return first == second ? (known[a] ?? 0) < (known[b] ?? 0) : first > second
    }
    Output.line("<section aria-labelledby=\"h-findings\">\n<h2 id=\"h-findings\">Findings</h2>")
    if ranked.isEmpty { Output.line("<p>Nothing was found.</p>") }
    for rule in ranked { write(rule, rules[rule] ?? [:]) }
    Output.line("</section>")
  }

  private func severity(_ entries: [String: Entry]?) -> Severity {
    entries?.values.map(\.finding.severity).max() ?? .note
  }

  private func write(_ id: String, _ entries: [String: Entry]) {
    let list = entries.sorted { a, b in
      let (first, second) = (a.value, b.value)
      if first.finding.severity != second.finding.severity { return first.finding.severity > second.finding.severity }
      return (second.files.count, a.key) < (first.files.count, b.key)
    }
    let worst = severity(entries)
    let isOpen = worst != .note
    Output.line("<details class=\"rule \(worst.rawValue)\" id=\"rule-\(Markup.text(id))\"\(isOpen ? " open" : "")>")
    let rule = Rule.named(id)
    Output.line(
      "<summary><span class=\"severity \(worst.rawValue)\">\(worst.rawValue)</span> <code>\(Markup.text(id))</code> "
        + "\(Markup.text(rule?.title ?? "")) <span class=\"dim\">\(Markup.group(list.count))</span></summary>")
    if let why = rule?.why { Output.line("<p>\(Markup.text(why))</p>") }
    var fixes: [String] = []
    for fix in list.compactMap(\.value.finding.fix) where !fixes.contains(fix) && fixes.count < 6 { fixes.append(fix) }
    for fix in fixes { Output.line("<p class=\"fix\"><b>Fix:</b> \(Markup.text(fix))</p>") }
    table(list.prefix(Self.namesOpen).map(\.value))
    let rest = list.dropFirst(Self.namesOpen)
    if !rest.isEmpty {
      Output.line("<details class=\"rest\"><summary>\(Markup.group(rest.count)) more</summary>")
      table(rest.prefix(Self.namesShown).map(\.value))
      Output.line("</details>")
    }
    if rest.count > Self.namesShown {
      Output.line("<p class=\"dim\">\(Markup.group(rest.count - Self.namesShown)) more are in the JSON report.</p>")
    }
    Output.line("</details>")
  }

  private func table(_ entries: [Entry]) {
    Output.line("<table class=\"names\">\n<thead><tr><th scope=\"col\">what</th><th scope=\"col\">when</th>")
    Output.line("<th scope=\"col\">evidence</th><th scope=\"col\">used by</th></tr></thead>\n<tbody>")
    for entry in entries { row(entry) }
    Output.line("</tbody></table>")
  }

  private func row(_ entry: Entry) {
    let finding = entry.finding
    var what = Markup.text(finding.message)
    if let symbol = finding.symbol {
      let version = finding.version.map { "<span class=\"dim\">@\(Markup.text($0))</span>" } ?? ""
      let name = "<code>\(Markup.text(symbol))\(version)</code>"
      let saysName = finding.message.hasPrefix(symbol)
      if ["missing-symbol", "private", "unresolved-symbol"].contains(finding.rule) {
        what = name
      } else {
        let text = Markup.text(symbol)
        what = saysName ? "<code>\(text)</code>" + what.dropFirst(text.count) : name + " " + what
      }
    }
    if !entry.isNew { what += " <span class=\"known\">known</span>" }
    let first = entry.files.prefix(Self.filesShown).map { "<code>\(Markup.text($0))</code>" }
    var files = first.joined(separator: ", ")
    if entry.files.count > first.count { files += " and \(Markup.group(entry.files.count - first.count)) more" }
    Output.line(
      "<tr><td>\(what)</td><td>\(finding.when.rawValue)</td><td>\(finding.evidence.rawValue)</td>"
        + "<td>\(files)</td></tr>")
  }
}
