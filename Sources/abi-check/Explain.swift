import ABIComparison
import ABIReading
import ArgumentParser

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a rule means, or who provides a symbol.",
    discussion: "Without an argument: the list of rules.")

  @Argument(help: "A rule (relr) or a symbol (regexec, regexec@GLIBC_2.3.4).")
  var name: String?
  @OptionGroup var target: TargetOptions

  func run() throws {
    guard let name else {
      let width = Rule.all.map(\.id.count).max() ?? 0
      for rule in Rule.all.sorted(by: { $0.id < $1.id }) {
        Output.line(rule.id + String(repeating: " ", count: width - rule.id.count + 2) + rule.title)
      }
      return
    }
    if let rule = Rule.named(name) { return explain(rule) }
    try explain(symbol: name)
  }

  private func explain(_ rule: Rule) {
    Output.line("\(rule.id): \(rule.title)\n")
    Output.line(wrapped(rule.why))
    if !rule.fix.isEmpty { Output.line("\nfix: \(rule.fix)") }
  }

  private func explain(symbol text: String) throws {
    let name = String(text.prefix { $0 != "@" })
    var known = false
    if let table = ExportTable.newest("glibc") {
      let symbols = table.symbols()
      for symbol in symbols.exports where symbols.name(symbol) == name {
        known = true
        let mark = symbol.isHidden ? "@" : "@@"
        Output.line(
          "glibc \(table.version): \(name)\(mark)\(symbols.version(symbol)?.name ?? "")  "
            + "\(symbol.kind), \(symbol.size) bytes"
        )
      }
    }
    let target = try self.target.read()
    for provider in target.providers {
      guard let symbol = provider.symbols.export(named: name) else { continue }
      known = true
      let version = provider.symbols.version(symbol).map { "@\($0.name)" } ?? ""
      Output.line(
        "\(provider.kind.rawValue): \(name)\(version)  \(symbol.kind), \(symbol.size) bytes  (\(provider.path))")
    }
    guard known else {
      throw StatusError(.usage, "\(text): neither a rule nor a symbol of glibc, musl, the shim or the loader")
    }
    let answerer = target.providers.first { $0.symbols.export(named: name) != nil }
    Output.line(
      answerer.map { "A program that uses it gets \($0.kind.rawValue)'s." }
        ?? "Nobody provides it here: missing-symbol.")
    for rule in RuleTables.about(name) { Output.line("Without the shim: \(rule)") }
  }

  private func wrapped(_ text: String) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.count + word.count + 1 > 80 {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
