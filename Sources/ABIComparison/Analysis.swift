/// What one object says by itself before one target. Computed once per object and reused in every link it is part of.
public struct ObjectAnalysis: Sendable {
  /// The object that was analysed.
  public let object: ElfObject
  /// What the rules for a single object found.
  public let findings: [Finding]
  /// References that the libc's side does not answer and that must have an answer.
  public let open: [Int]
  /// The same for weak ones: never an error.
  public let openWeak: [Int]
  /// How many of its references each provider answers.
  public let counts: ProviderCounts
  /// Who answered the open references in an earlier link.
  let answers = KnownAnswers()

  /// - Parameter isRoot: whether it is the file asked for, not one that it needs.
  public init(_ object: ElfObject, target: Target, isRoot: Bool) {
    let view = ObjectView(object: object, target: target, isRoot: isRoot)
    self.object = object
    var open: [Int] = []
    var openWeak: [Int] = []
    var counts = ProviderCounts()
    for reference in view.references {
      counts.total += 1
      switch reference.answer {
      case .provided(.loader, _): counts.loader += 1
      case .provided(.shim, _): counts.shim += 1
      case .provided(.musl, _), .alias: counts.libc += 1
      case .provided(.glibc, _): counts.glibc += 1
      case .absent:
        let version = object.symbols.version(reference.symbol)
        // musl's loader wants an answer for every copy, also for that of a weak object.
        let isCopy = reference.symbol.isDefined && target.loader == .musl
        if !isCopy, reference.symbol.binding == .weak || version?.isWeak == true {
          openWeak.append(reference.index)
        } else {
          open.append(reference.index)
        }
      }
    }
    self.open = open
    self.openWeak = openWeak
    self.counts = counts
    // A library that is musl's own brings its own truth: rules about glibc's programs do not apply to it.
    findings = object.isMuslLinked ? [] : Rule.all.flatMap { $0.object(view) }
  }
}

/// The verdict on one file, from its own analysis, those of its libraries, and what the link of them lacks.
public enum Judgement {
  /// The verdict on a file with all that it needs.
  public static func report(
    path: String, link: LinkSet, analyses: [ObjectAnalysis], target: Target, interpreter: InterpreterState,
    glibcNames: GlibcNames?, ignoring ignored: (Finding) -> Bool = { _ in false }
  ) -> FileReport {
    var report = FileReport(path: path, verdict: .runs)
    report.facts = FileFacts(link.root)
    report.needed = link.edges
    report.counts = analyses[0].counts
    var definers = Definers(link.objects, loader: target.loader)
    var missing: [MissingReference] = []
    for (position, analysis) in analyses.enumerated() {
      let nobodys = position == 0 ? definers.missing(analysis.open, of: analysis.object) : definers.missing(analysis)
      let symbols = analysis.object.symbols
      for index in nobodys {
        missing.append(MissingReference(object: analysis.object, symbol: symbols.symbols[index], index: UInt32(index)))
      }
      if position == 0 {
        report.counts.missing += nobodys.count
        report.counts.bundled += analysis.open.count - nobodys.count
        let weak = definers.missing(analysis.openWeak, of: analysis.object).count
        report.counts.weakMissing += weak
        report.counts.bundled += analysis.openWeak.count - weak
      }
    }
    let view = LinkView(
      link: link, target: target, missing: missing, interpreter: interpreter, glibcNames: glibcNames)
    var findings = Rule.all.flatMap { $0.link(view) }
    for analysis in analyses {
      findings += analysis.findings.filter { finding in
        // A library of the program's own may define the name: then musl's behaviour does not matter.
        guard let symbol = finding.symbol, finding.evidence == .table else { return true }
        return !definers.export(symbol)
      }
    }
    report.findings = merged(findings).filter { !ignored($0) }
    report.verdict = Verdict(report.findings)
    report.notChecked = limits(of: link) + expected(view)
    if target.loader == .musl, target.machine != .x86_64 {
      report.notChecked.append(
        NotChecked(what: "old versions and long double of \(target.machine)", why: "known for x86_64 only"))
    }
    report.checked = everything
    return report
  }

  /// What is looked at in each file, in words.
  private static let everything = ["symbols", "versions", "relocations", "TLS", "stack", "layouts by function"]

  /// One finding per rule and symbol, with all who ask; the first found keeps its place.
  static func merged(_ findings: [Finding]) -> [Finding] {
    var order: [Finding] = []
    var places: [String: Int] = [:]
    for finding in findings {
      let about = finding.symbol.map { "\($0)@\(finding.version ?? "")" } ?? finding.message
      let key = "\(finding.rule) \(finding.severity.rawValue) \(about)"
      if let place = places[key] {
        order[place].requiredBy += finding.requiredBy.filter { !order[place].requiredBy.contains($0) }
      } else {
        places[key] = order.count
        order.append(finding)
      }
    }
    return order.enumerated().sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
      .map(\.element)
  }

  /// In a library, names that are nobody's here are the opening program's to define: neither right nor wrong.
  private static func expected(_ view: LinkView) -> [NotChecked] {
    guard !view.root.isProgram else { return [] }
    let expected = view.missingElsewhere.filter { $0.object === view.root }
    guard let first = expected.first else { return [] }
    let names = expected.prefix(3).map(\.name).joined(separator: ", ")
    let text =
      expected.count == 1 ? first.name : "\(expected.count) names (\(names)\(expected.count > 3 ? ", …" : ""))"
    return [NotChecked(what: "symbols of the program that opens it", why: text)]
  }

  private static func limits(of link: LinkSet) -> [NotChecked] {
    var limits: [NotChecked] = []
    let openers = link.objects.filter(\.contents.opensLibraries)
    let named = Set(openers.flatMap { $0.contents.dlopenStrings })
      .union(link.objects.flatMap { $0.contents.dlopenNotes }).sorted()
    let found = "\(openers.count) \(openers.count == 1 ? "file calls" : "files call") dlopen"
    limits.append(
      NotChecked(
        what: "libraries loaded by dlopen",
        why: openers.isEmpty && named.isEmpty
          ? "0 calls found" : found + (named.isEmpty ? "" : "; named: \(named.joined(separator: ", "))")))
    if let cut = link.cut { limits.append(NotChecked(what: "the rest of the libraries", why: cut)) }
    for object in link.objects {
      for what in object.contents.notRead {
        limits.append(NotChecked(what: "\(LinkSet.shortName(object.path))", why: what))
      }
    }
    return limits
  }
}
