import ABIComparison

/// Findings as text, grouped by rule: ten symbols of a group, all with --verbose.
struct FindingText {
  let palette: Palette
  let verbose: Bool
  private static let limit = 10

  init(palette: Palette, verbose: Bool) {
    self.palette = palette
    self.verbose = verbose
  }

  func write(_ findings: [Finding]) {
    var groups: [[Finding]] = []
    for finding in findings {
      let place = groups.firstIndex {
        $0[0].rule == finding.rule && $0[0].severity == finding.severity && $0[0].when == finding.when
          && $0[0].isKnown == finding.isKnown
      }
      if let place { groups[place].append(finding) } else { groups.append([finding]) }
    }
    for group in groups { write(group: group) }
  }

  private func write(group: [Finding]) {
    let first = group[0]
    if group.count == 1, first.rule != "missing-symbol", first.rule != "private" {
      Output.line("\(label(first)): \(first.message.visible) (\(first.when.rawValue))")
      if first.symbol != nil || verbose { Output.line("    used by \(users(first))") }
    } else {
      Output.line("\(label(first)): \(title(group)) (\(first.when.rawValue))")
      let shown = group.prefix(verbose ? group.count : Self.limit)
      let names = shown.map { name($0) }
      let width = min(44, names.map(\.count).max() ?? 0)
      for (finding, name) in zip(shown, names) {
        let gap = String(repeating: " ", count: max(0, width - name.count))
        Output.line("    \(name)\(gap)  \(detail(finding))")
      }
      if group.count > shown.count { Output.line("    …and \(group.count - shown.count) more (-v)") }
    }
    if let fix = first.fix { Output.line("    fix: \(fix)") }
  }

  private func label(_ finding: Finding) -> String {
    let text = "\(finding.isKnown ? "known " : "")\(finding.severity.rawValue)[\(finding.rule)]"
    switch finding.severity {
    case .error: return palette.red(text)
    case .warning: return palette.yellow(text)
    case .note: return palette.dim(text)
    }
  }

  private func title(_ group: [Finding]) -> String {
    let first = group[0]
    switch first.rule {
    case "missing-symbol", "private":
      let count = "\(group.count) \(group.count == 1 ? "name" : "names") of glibc"
      let verb = group.count == 1 ? "is" : "are"
      // Before a table of glibc nobody knows: it may be there.
      if first.rule == "private", first.severity == .warning, first.when == .load {
        return "\(count) \(verb) private to glibc: only the release it was built with surely has them"
      }
      return first.when == .call
        ? "\(count) \(verb) missing: the program stops if \(group.count == 1 ? "it is" : "they are") called"
        : "\(count) \(verb) missing"
    default: return Rule.named(first.rule)?.title ?? first.rule
    }
  }

  private func name(_ finding: Finding) -> String {
    guard let symbol = finding.symbol else { return finding.message.visible }
    return (finding.version.map { "\(symbol)@\($0)" } ?? symbol).visible
  }

  private func detail(_ finding: Finding) -> String {
    switch finding.rule {
    case "missing-symbol", "private", "unresolved-symbol": "used by \(users(finding))"
    default: (finding.symbol == nil ? "" : "\(remainder(finding)); ") + "used by \(users(finding))"
    }
  }

  /// The message without the name that stands before it in the line.
  private func remainder(_ finding: Finding) -> String {
    let message = finding.message.visible
    guard finding.version == nil, let name = finding.symbol?.visible, message.hasPrefix(name + " ") else {
      return message
    }
    return String(message.dropFirst(name.count + 1))
  }

  private func users(_ finding: Finding) -> String {
    let names = finding.requiredBy
    let limit = verbose ? names.count : 4
    let rest = names.count > limit ? " and \(names.count - limit) more" : ""
    return names.prefix(limit).joined(separator: ", ").visible + rest
  }
}
