import ABIComparison

/// JUnit's XML: a test case for each file, for test dashboards.
struct JUnitReport {
  func write(_ summary: Summary, failOn: FailOn) {
    let failures = summary.judged.filter { $0.trouble == nil && fails($0, failOn) }.count
    let errors = summary.judged.count { $0.trouble != nil }
    let time = summary.elapsed.map { seconds -> String in
      let thousandths = Int(seconds * 1000)
      return " time=\"\(thousandths / 1000).\(String(1000 + thousandths % 1000).dropFirst())\""
    }
    Output.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    let counts = "tests=\"\(summary.judged.count)\" failures=\"\(failures)\" errors=\"\(errors)\""
    Output.line("<testsuite name=\"abi-check\" \(counts)\(time ?? "")>")
    for report in summary.judged {
      Output.write("  <testcase classname=\"abi-check\" name=\"\(escaped(report.path))\"")
      if report.trouble != nil {
        Output.line(">\n    <error message=\"\(escaped(report.remark ?? "not checked"))\"/>\n  </testcase>")
      } else if fails(report, failOn) {
        let lines = report.findings.filter { $0.severity != .note }.map {
          "\($0.isKnown ? "known " : "")\($0.severity.rawValue) [\($0.rule)] \($0.message)"
        }
        let text = escaped(lines.joined(separator: "\n"))
        Output.line(">\n    <failure message=\"\(report.verdict.rawValue)\">\(text)</failure>")
        Output.line("  </testcase>")
      } else {
        Output.line("/>")
      }
    }
    Output.line("</testsuite>")
  }

  private func fails(_ report: FileReport, _ failOn: FailOn) -> Bool {
    let worst = report.findings.filter { !$0.isKnown }.map(\.severity).max() ?? .note
    return switch failOn {
    case .never: false
    case .error: worst == .error
    case .warning: worst >= .warning
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
