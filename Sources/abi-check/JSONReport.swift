import ABIComparison
import ABIReading

/// The report for programs, schema "abi-check/1". Members are added freely and never renamed.
struct JSONReport {
  let target: Target

  static let schema = "abi-check/1"

  static var tool: JSON {
    .object([("name", "abi-check"), ("version", .string(AbiCheck.shortVersion))])
  }

  func write(_ summary: Summary) {
    var members: [(String, JSON)] = [
      ("schema", .string(Self.schema)), ("tool", Self.tool), ("target", targetJSON), ("summary", summaryJSON(summary)),
      (
        "files",
        .array(
          summary.judged.map { report in
            var report = report
            if report.facts?.buildID == nil, report.trouble == nil { report.sha256 = SHA256.hex(ofFile: report.path) }
            return file(report)
          })
      ),
      (
        "skipped",
        .array(
          summary.reports.filter { $0.trouble == .skipped }.map {
            .object([("path", .string($0.path)), ("why", JSON($0.remark))])
          })
      ),
    ]
    if summary.isInterrupted { members.append(("interrupted", true)) }
    Output.line(JSON.object(members).text(indent: 0))
  }

  private var targetJSON: JSON {
    var members: [(String, JSON)] = [
      ("libc", .string(target.libcName)), ("version", JSON(target.version)), ("machine", .string("\(target.machine)")),
      ("loader", .string(target.loader == .compat ? "glibc-compat" : target.libcName)),
      ("path", JSON(target.providers.last?.path)),
    ]
    if let shim = target.provider(.shim) {
      members.append(
        (
          "shim",
          .object([
            ("path", .string(shim.path)), ("version", JSON(shim.version)),
            ("sha256", JSON(SHA256.hex(ofFile: shim.path))),
          ])
        ))
    }
    if let loader = target.provider(.loader) { members.append(("loader_path", .string(loader.path))) }
    return .object(members)
  }

  private func summaryJSON(_ summary: Summary) -> JSON {
    .object([
      ("runs", .int(summary.count(.runs))), ("risky", .int(summary.count(.risky))),
      ("fails", .int(summary.count(.fails))),
      ("unknown", .int(summary.count(.unknown))), ("files", .int(summary.reports.count)),
      ("elapsed_ms", .int(Int(summary.elapsed * 1000))),
    ])
  }

  func file(_ report: FileReport) -> JSON {
    let facts = report.facts
    var members: [(String, JSON)] = [
      ("path", .string(report.path)), ("build_id", JSON(facts?.buildID)), ("sha256", JSON(report.sha256)),
      ("class", facts.map { .int($0.machine.is64 ? 64 : 32) } ?? .null),
      ("machine", JSON(facts.map { "\($0.machine)" })),
      ("type", JSON(facts?.type)), ("interp", JSON(facts?.interpreter)), ("soname", JSON(facts?.soname)),
      ("verdict", .string(report.verdict.rawValue)), ("min_glibc", JSON(facts?.minimumGlibc)),
      ("remark", JSON(report.error == nil ? report.remark : nil)),
      ("needed", .array(report.needed.map(edge))), ("symbols", symbols(report.counts)),
      ("findings", .array(report.findings.map(finding))),
      ("checked", JSON(report.checked)),
      (
        "not_checked",
        .array(report.notChecked.map { .object([("what", .string($0.what)), ("why", .string($0.why))]) })
      ),
    ]
    if let error = report.error {
      members.append(("error", .object([("code", .string(error.code)), ("message", .string(error.message))])))
    }
    return .object(members)
  }

  private func edge(_ edge: LinkSet.Edge) -> JSON {
    let (found, provider, path): (Bool, String, String?) =
      switch edge.answer {
      case .libc: (true, target.libcName, nil)
      case .file(let path): (true, "file", path)
      case .missing: (false, "missing", nil)
      case .unfit(let path, _): (false, "unfit", path)
      }
    return .object([
      ("name", .string(edge.name)), ("required_by", .string(edge.requiredBy)), ("found", .bool(found)),
      ("provider", .string(provider)), ("path", JSON(path)),
    ])
  }

  private func symbols(_ counts: ProviderCounts) -> JSON {
    .object([
      ("total", .int(counts.total)),
      (
        "by_provider",
        .object([
          ("musl", .int(counts.libc)), ("glibc", .int(counts.glibc)), ("shim", .int(counts.shim)),
          ("loader", .int(counts.loader)), ("bundled", .int(counts.bundled)), ("missing", .int(counts.missing)),
          ("weak_missing", .int(counts.weakMissing)),
        ])
      ),
    ])
  }

  private func finding(_ finding: Finding) -> JSON {
    .object([
      ("rule", .string(finding.rule)), ("severity", .string(finding.severity.rawValue)),
      ("when", .string(finding.when.rawValue)), ("evidence", .string(finding.evidence.rawValue)),
      ("symbol", JSON(finding.symbol)), ("version", JSON(finding.version)), ("required_by", JSON(finding.requiredBy)),
      ("provider", JSON(finding.provider)), ("message", .string(finding.message)), ("fix", JSON(finding.fix)),
      ("docs", .string("abi-check explain \(finding.rule)")),
    ])
  }
}
