import ABIComparison
import ABIReading

/// Makes reports again from what `JSONReport` wrote. A member that is missing or of another kind makes the whole record
/// nil: a report is taken as it is or not at all.
enum ReportReader {
  static func file(_ json: JSON) -> FileReport? {
    guard let path = json["path"]?.string, let word = json["verdict"]?.string, let verdict = Verdict(rawValue: word),
      case .array(let findings) = json["findings"], case .array(let needed) = json["needed"],
      case .array(let notChecked) = json["not_checked"]
    else { return nil }
    var report = FileReport(path: path, verdict: verdict)
    report.facts = facts(json)
    report.container = json["container"]?.string
    report.sha256 = json["sha256"]?.string
    report.remark = json["remark"]?.string
    report.category = json["category"]?.string
    report.isNamed = json["named"]?.bool ?? false
    report.gone = json["gone"]?.int
    report.stamp = FileStamp(json["stamp"])
    if let target = json["target"], let libc = target["libc"]?.string, let machine = target["machine"]?.string {
      report.target = JudgedTarget(
        libc: libc, version: target["version"]?.string, machine: machine, path: target["path"]?.string)
    }
    report.checked = json["checked"]?.strings ?? []
    report.findings = findings.compactMap(finding)
    report.needed = needed.compactMap(edge)
    report.notChecked = notChecked.compactMap { item in
      guard let what = item["what"]?.string, let why = item["why"]?.string else { return nil }
      return NotChecked(what: what, why: why)
    }
    guard report.findings.count == findings.count, report.needed.count == needed.count,
      report.notChecked.count == notChecked.count, let counts = counts(json["symbols"])
    else { return nil }
    report.counts = counts
    if let error = json["error"] {
      guard let code = error["code"]?.string, let message = error["message"]?.string else { return nil }
      report.error = (code, message)
      report.remark = message
      report.trouble = .unreadable
    }
    return report
  }

  static func skipped(_ json: JSON) -> FileReport? {
    guard let path = json["path"]?.string else { return nil }
    var report = FileReport(path: path, verdict: .unknown)
    report.trouble = .skipped
    report.remark = json["why"]?.string
    report.category = json["category"]?.string
    report.container = json["container"]?.string
    report.fileCount = json["count"]?.int ?? 1
    report.stamp = FileStamp(json["stamp"])
    return report
  }

  private static func facts(_ json: JSON) -> FileFacts? {
    guard let type = json["type"]?.string, let bits = json["class"]?.int,
      let number = json["elf_machine"]?.int.flatMap({ UInt16(exactly: $0) })
    else { return nil }
    let machine = Machine(
      number: number, is64: bits == 64, isBigEndian: json["byte_order"]?.string == "big",
      variant: json["abi_variant"]?.string.flatMap(Machine.Variant.init) ?? .usual)
    var facts = FileFacts(machine: machine, type: type)
    facts.buildID = json["build_id"]?.string
    facts.interpreter = json["interp"]?.string
    facts.soname = json["soname"]?.string
    facts.minimumGlibc = json["min_glibc"]?.string
    return facts
  }

  static func finding(_ json: JSON) -> Finding? {
    guard let rule = json["rule"]?.string, let severity = json["severity"]?.string.flatMap(Severity.init),
      let when = json["when"]?.string.flatMap(Moment.init),
      let evidence = json["evidence"]?.string.flatMap(Evidence.init), let message = json["message"]?.string
    else { return nil }
    var finding = Finding(rule: rule, severity: severity, when: when, evidence: evidence, message: message)
    finding.symbol = json["symbol"]?.string
    finding.version = json["version"]?.string
    finding.requiredBy = json["required_by"]?.strings ?? []
    finding.provider = json["provider"]?.string
    finding.fix = json["fix"]?.string
    finding.isKnown = json["known"]?.bool ?? false
    return finding
  }

  private static func edge(_ json: JSON) -> LinkSet.Edge? {
    guard let name = json["name"]?.string, let user = json["required_by"]?.string else { return nil }
    let answer: LinkSet.Answer
    switch (json["provider"]?.string, json["path"]?.string) {
    case ("file", let path?): answer = .file(path)
    case ("missing", _): answer = .missing(sought: json["sought"]?.strings ?? [])
    case ("unfit", let path?): answer = .unfit(path: path, why: json["why"]?.string ?? "")
    case ("musl", _), ("glibc", _): answer = .libc
    default: return nil
    }
    return LinkSet.Edge(name: name, requiredBy: user, answer: answer)
  }

  private static func counts(_ json: JSON?) -> ProviderCounts? {
    guard let json, let total = json["total"]?.int, let by = json["by_provider"] else { return nil }
    func count(_ name: String) -> Int { by[name]?.int ?? 0 }
    var counts = ProviderCounts()
    counts.total = total
    counts.libc = count("musl")
    counts.glibc = count("glibc")
    counts.shim = count("shim")
    counts.loader = count("loader")
    counts.bundled = count("bundled")
    counts.missing = count("missing")
    counts.weakMissing = count("weak_missing")
    return counts
  }
}
