import ABIComparison
import ABIReading

/// An earlier report: what it found is known, and only what is new counts. Read from `--format json` or `jsonl`.
struct Baseline: Sendable {
  /// What makes two findings the same: the file's path and what is wrong, not how the sentence about a symbol reads.
  private struct Key: Hashable {
    var rule: String
    var about: String

    init(_ finding: Finding) {
      rule = finding.rule
      about = finding.symbol.map { "\($0)@\(finding.version ?? "")" } ?? finding.message
    }
  }

  private var findings: [String: [Key: Severity]] = [:]

  init(path: String) throws {
    for report in try Self.reports(path) {
      for finding in report.findings {
        let key = Key(finding)
        let known = findings[report.path, default: [:]][key]
        findings[report.path, default: [:]][key] = max(known ?? .note, finding.severity)
      }
    }
  }

  /// JSON lines begin with a header on one line; all else must be one document.
  private static func reports(_ path: String) throws -> [FileReport] {
    var first = LineReader(path: path, maximumLine: Recording.maximumLine)
    if path != "-", let line = try first.next(), (try? JSONParser.parse(line.bytes))?["record"] != nil {
      return try Recording(path: path).reports
    }
    guard let bytes = readWhole(path) else { throw StatusError(.usage, "\(path): cannot be read as a baseline") }
    let document: JSON
    do throws(JSONParser.Failure) { document = try JSONParser.parse(bytes[...]) } catch {
      let isTable = bytes.starts(with: ExportSnapshot.firstLine.utf8)
      throw StatusError(
        .usage,
        isTable
          ? "\(path): a table of exports (abi-check dump): use it with symbols, or as --target"
          : "\(path): no report of abi-check --format json or jsonl: \(error.what) (byte \(error.offset + 1))")
    }
    guard document["schema"]?.string == JSONReport.schema, case .array(let files) = document["files"] else {
      throw StatusError(.usage, "\(path): no report of check (\(JSONReport.schema) with files)")
    }
    return try files.map { file in
      guard let report = ReportReader.file(file) else {
        throw StatusError(.usage, "\(path): the report of \(file["path"]?.string ?? "a file") has members missing")
      }
      return report
    }
  }

  /// Marks what is known. A finding that counted less then is new.
  func mark(_ report: inout FileReport) {
    var known = findings[report.path] ?? [:]
    for index in report.findings.indices {
      guard let severity = known.removeValue(forKey: Key(report.findings[index])) else { continue }
      report.findings[index].isKnown = severity >= report.findings[index].severity
    }
    report.gone = report.trouble == nil ? known.values.count { $0 != .note } : 0
  }
}
