import ABIComparison

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
    let notifications = summary.judged.filter { $0.trouble != nil }.map { report -> JSON in
      .object([
        ("level", "warning"), ("message", text("\(report.path): \(report.remark ?? "not checked")")),
      ])
    }
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
            ("executionSuccessful", .bool(!summary.isInterrupted)),
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
    return .object([
      ("ruleId", .string(finding.rule)), ("level", .string(finding.severity.rawValue)),
      ("message", text("\(finding.message) (\(finding.when.rawValue))\(fix)")),
      ("locations", .array([.object(location)])),
    ])
  }

  /// RFC 3986: all but the unreserved characters and the slash are escaped.
  static func uri(_ path: String) -> String {
    var out = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
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

/// JUnit's XML: a test case for each file, for test dashboards.
struct JUnitReport {
  func write(_ summary: Summary, failOn: FailOn) {
    let failures = summary.judged.filter { $0.trouble == nil && fails($0, failOn) }.count
    let errors = summary.judged.count { $0.trouble != nil }
    let seconds = Int(summary.elapsed * 1000)
    let time = "\(seconds / 1000).\(String(1000 + seconds % 1000).dropFirst())"
    Output.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    Output.line(
      "<testsuite name=\"abi-check\" tests=\"\(summary.judged.count)\" failures=\"\(failures)\" errors=\"\(errors)\" time=\"\(time)\">"
    )
    for report in summary.judged {
      Output.write("  <testcase classname=\"abi-check\" name=\"\(escaped(report.path))\"")
      if report.trouble != nil {
        Output.line(">\n    <error message=\"\(escaped(report.remark ?? "not checked"))\"/>\n  </testcase>")
      } else if fails(report, failOn) {
        let lines = report.findings.filter { $0.severity != .note }.map {
          "\($0.severity.rawValue) [\($0.rule)] \($0.message)"
        }
        Output.line(
          ">\n    <failure message=\"\(report.verdict.rawValue)\">\(escaped(lines.joined(separator: "\n")))</failure>\n  </testcase>"
        )
      } else {
        Output.line("/>")
      }
    }
    Output.line("</testsuite>")
  }

  private func fails(_ report: FileReport, _ failOn: FailOn) -> Bool {
    switch failOn {
    case .never: false
    case .error: report.verdict == .fails
    case .warning: report.verdict == .fails || report.verdict == .risky
    }
  }

  /// XML 1.0 has no way to write most control characters: they become question marks.
  private func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\n": out += "&#10;"
      case _ where scalar.value < 0x20: out += "?"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
