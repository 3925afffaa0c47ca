import ABIComparison
import ABIReading

/// The report for programs, schema "abi-check/1". Members are added freely and never renamed.
struct JSONReport {
  let target: ReportTarget

  static let schema = "abi-check/1"

  static var tool: JSON {
    .object([("name", "abi-check"), ("version", .string(AbiCheck.shortVersion))])
  }

  func write(_ summary: Summary) {
    var members: [(String, JSON)] = [
      ("schema", .string(Self.schema)), ("tool", Self.tool), ("target", target.json), ("summary", summaryJSON(summary)),
      ("files", .array(summary.judged.map(file))), ("skipped", .array(summary.skipped.map(Self.skipped))),
    ]
    if !summary.problems.isEmpty {
      members.append(("problems", .array(summary.problems.map { Self.problem($0.path, $0.message) })))
    }
    if !summary.incomplete.isEmpty { members.append(("incomplete", JSON(summary.incomplete))) }
    if summary.isInterrupted { members.append(("interrupted", true)) }
    Output.line(JSON.object(members).text(indent: 0))
  }

  static func skipped(_ report: FileReport) -> JSON {
    var members: [(String, JSON)] = [
      ("path", .string(report.path)), ("why", JSON(report.remark)), ("category", JSON(report.category)),
    ]
    if report.container != nil { members.append(("container", JSON(report.container))) }
    if report.fileCount != 1 { members.append(("count", .int(report.fileCount))) }
    return .object(members)
  }

  static func problem(_ path: String, _ message: String) -> JSON {
    .object([("path", .string(path)), ("message", .string(message))])
  }

  private func summaryJSON(_ summary: Summary) -> JSON {
    var members: [(String, JSON)] = [
      ("runs", .int(summary.count(.runs))), ("risky", .int(summary.count(.risky))),
      ("fails", .int(summary.count(.fails))),
      ("unknown", .int(summary.count(.unknown))), ("files", .int(summary.fileCount)),
    ]
    if let compared = summary.compared {
      members += [("new", .int(compared.new)), ("known", .int(compared.known)), ("gone", .int(compared.gone))]
    }
    // A merged report says the same whatever the sharding, so it has no time.
    if let elapsed = summary.elapsed { members.append(("elapsed_ms", .int(Int(elapsed * 1000)))) }
    return .object(members)
  }

  func file(_ report: FileReport) -> JSON {
    let facts = report.facts
    var members: [(String, JSON)] = [
      ("path", .string(report.path)), ("container", JSON(report.container)), ("build_id", JSON(facts?.buildID)),
      ("sha256", JSON(report.sha256)),
      ("class", facts.map { .int($0.machine.is64 ? 64 : 32) } ?? .null),
      ("machine", JSON(facts.map { "\($0.machine)" })),
      ("elf_machine", facts.map { .int(Int($0.machine.number)) } ?? .null),
      ("byte_order", JSON(facts.map { $0.machine.isBigEndian ? "big" : "little" })),
    ]
    if let facts, facts.machine.variant != .usual {
      members.append(("abi_variant", .string(facts.machine.variant.rawValue)))
    }
    members += [
      ("type", JSON(facts?.type)), ("interp", JSON(facts?.interpreter)), ("soname", JSON(facts?.soname)),
      ("verdict", .string(report.verdict.rawValue)), ("min_glibc", JSON(facts?.minimumGlibc)),
      ("remark", JSON(report.error == nil ? report.remark : nil)), ("category", JSON(report.category)),
      ("named", .bool(report.isNamed)),
      ("needed", .array(report.needed.map(edge))), ("symbols", symbols(report.counts)),
      ("findings", .array(report.findings.map(finding))),
      ("checked", JSON(report.checked)),
      (
        "not_checked",
        .array(report.notChecked.map { .object([("what", .string($0.what)), ("why", .string($0.why))]) })
      ),
    ]
    if let target = report.target {
      members.append(
        (
          "target",
          .object([
            ("libc", .string(target.libc)), ("version", JSON(target.version)), ("machine", .string(target.machine)),
            ("path", JSON(target.path)),
          ])
        ))
    }
    if report.path.unicodeScalars.contains(where: FileName.isByte) {
      members.append(("uri", .string(SARIFReport.uri(report.path))))
    }
    if let gone = report.gone { members.append(("gone", .int(gone))) }
    if let error = report.error {
      members.append(("error", .object([("code", .string(error.code)), ("message", .string(error.message))])))
    }
    return .object(members)
  }

  private func edge(_ edge: LinkSet.Edge) -> JSON {
    var members: [(String, JSON)] = [("name", .string(edge.name)), ("required_by", .string(edge.requiredBy))]
    switch edge.answer {
    case .libc: members += [("found", true), ("provider", .string(target.libc)), ("path", .null)]
    case .file(let path): members += [("found", true), ("provider", "file"), ("path", .string(path))]
    case .missing(let sought):
      members += [("found", false), ("provider", "missing"), ("path", .null), ("sought", JSON(sought))]
    case .unfit(let path, let why):
      members += [("found", false), ("provider", "unfit"), ("path", .string(path)), ("why", .string(why))]
    }
    return .object(members)
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
    var members: [(String, JSON)] = [
      ("rule", .string(finding.rule)), ("severity", .string(finding.severity.rawValue)),
      ("when", .string(finding.when.rawValue)), ("evidence", .string(finding.evidence.rawValue)),
      ("symbol", JSON(finding.symbol)), ("version", JSON(finding.version)), ("required_by", JSON(finding.requiredBy)),
      ("provider", JSON(finding.provider)), ("message", .string(finding.message)), ("fix", JSON(finding.fix)),
      ("docs", .string("abi-check explain \(finding.rule)")),
    ]
    if finding.isKnown { members.append(("known", true)) }
    return .object(members)
  }
}
