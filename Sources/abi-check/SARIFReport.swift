import ABIComparison
import ABIReading

/// SARIF 2.1.0: what code hosts show beside a change. A result per finding and file.
struct SARIFReport {
  func write(_ summary: Summary) {
    let used = Set(summary.reports.flatMap(\.findings).map(\.rule)).sorted()
    let rules = used.compactMap { Rule.named($0) }.map { rule -> JSON in
      .object([
        ("id", .string(rule.id)), ("shortDescription", text(rule.title)), ("fullDescription", text(rule.why)),
        ("help", text(rule.fix.isEmpty ? rule.why : rule.fix)),
      ])
    }
    let results = summary.judged.flatMap { report in report.findings.map { result($0, in: report) } }
    let troubles =
      summary.judged.filter { $0.trouble != nil }.map { "\($0.path): \($0.remark ?? "not checked")" }
      + summary.problems.map { "\($0.path): \($0.message)" } + summary.incomplete
    let notifications = troubles.map { JSON.object([("level", "warning"), ("message", text($0))]) }
    let run: JSON = .object([
      (
        "tool",
        .object([
          (
            "driver",
            .object([
              ("name", "abi-check"), ("version", .string(AbiCheck.shortVersion)), ("rules", .array(rules)),
            ])
          )
        ])
      ),
      (
        "invocations",
        .array([
          .object([
            ("executionSuccessful", .bool(!summary.isInterrupted && summary.incomplete.isEmpty)),
            ("toolExecutionNotifications", .array(notifications)),
          ])
        ])
      ),
      ("results", .array(results)),
    ])
    Output.line(
      JSON.object([
        ("$schema", "https://json.schemastore.org/sarif-2.1.0.json"), ("version", "2.1.0"), ("runs", .array([run])),
      ]).text(indent: 0))
  }

  private func text(_ text: String) -> JSON { .object([("text", .string(text))]) }

  private func result(_ finding: Finding, in report: FileReport) -> JSON {
    var location: [(String, JSON)] = [
      ("physicalLocation", .object([("artifactLocation", .object([("uri", .string(Self.uri(report.path)))]))]))
    ]
    if let symbol = finding.symbol {
      location.append(("logicalLocations", .array([.object([("name", .string(symbol)), ("kind", "function")])])))
    }
    let fix = finding.fix.map { ". Fix: \($0)" } ?? ""
    var members: [(String, JSON)] = [
      ("ruleId", .string(finding.rule)), ("level", .string(finding.severity.rawValue)),
      ("message", text("\(finding.message) (\(finding.when.rawValue))\(fix)")),
      ("locations", .array([.object(location)])),
    ]
    if report.gone != nil { members.append(("baselineState", finding.isKnown ? "unchanged" : "new")) }
    return .object(members)
  }

  /// RFC 3986: all but the unreserved characters and the slash are escaped.
  static func uri(_ path: String) -> String {
    var out = path.hasPrefix("/") ? "file://" : ""
    for byte in path.nameBytes {
      let character = Character(UnicodeScalar(byte))
      if byte < 0x80, character.isLetter || character.isNumber || "-._~/".contains(character) {
        out.append(character)
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        out += "%" + (hex.count == 1 ? "0" : "") + hex
      }
    }
    return out
  }
}
