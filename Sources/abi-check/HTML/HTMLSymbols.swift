import ABIComparison

/// Missing names, seen from the libraries that ask for them.
struct HTMLSymbols {
  let report: HTMLReport
  private static let librariesShown = 300

  func write() {
    var byLibrary: [String: Set<String>] = [:]
    for file in report.summary.judged {
      for finding in file.findings where ["missing-symbol", "private", "unresolved-symbol"].contains(finding.rule) {
        guard let symbol = finding.symbol else { continue }
        let name = finding.version.map { "\(symbol)@\($0)" } ?? symbol
        let users = finding.requiredBy.isEmpty ? [LinkSet.shortName(file.path)] : finding.requiredBy
        for user in users { byLibrary[user, default: []].insert(name) }
      }
    }
    guard !byLibrary.isEmpty else { return }
    let order = byLibrary.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    Output.line("<section aria-labelledby=\"h-missing\">\n<h2 id=\"h-missing\">Missing symbols by library</h2>")
    Output.line("<p class=\"dim\">Who asks for names that nobody provides; the most first.</p>")
    for (index, library) in order.prefix(Self.librariesShown).enumerated() {
      Output.line("<details class=\"library\"\(index < 3 ? " open" : "")>")
      Output.line(
        "<summary><code>\(Markup.text(library.key))</code> "
          + "<span class=\"dim\">\(Markup.count(library.value.count, "name"))</span></summary>")
      let names = library.value.sorted().map { "<li><code>\(Markup.text($0))</code></li>" }
      Output.line("<ul class=\"chips\">\(names.joined())</ul>\n</details>")
    }
    if order.count > Self.librariesShown {
      let more = Markup.group(order.count - Self.librariesShown)
      Output.line("<p class=\"dim\">\(more) more are in the JSON report.</p>")
    }
    Output.line("</section>")
  }
}
