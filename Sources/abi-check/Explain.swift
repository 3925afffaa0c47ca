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
    if let rule = Rule.named(name) ?? Rule.named(name.lowercased()) { return explain(rule) }
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
            + extent(symbol))
      }
    }
    let target = try self.target.read()
    for provider in target.providers {
      guard let symbol = provider.symbols.export(named: name) else { continue }
      known = true
      let version = provider.symbols.version(symbol).map { "@\($0.name)" } ?? ""
      Output.line(
        "\(provider.kind.rawValue): \(name)\(version)  \(extent(symbol))  (\(provider.path))")
    }
    guard known else {
      let near = Spelling.nearest(to: text.lowercased(), among: Rule.all.map(\.id))
      throw StatusError(
        .usage, "\(text): neither a rule nor a symbol of glibc, musl, the shim or the loader"
          + (near.map { "; did you mean \($0)?" } ?? ". abi-check explain lists the rules"))
    }
    let answerer = target.providers.first { $0.symbols.export(named: name) != nil }
    if let answerer {
      let whose = [.shim, .loader].contains(answerer.kind) ? "the \(answerer.kind.rawValue)" : answerer.kind.rawValue
      Output.line("A program that uses it gets \(whose)'s.")
    } else if LargeFileNames.isAnswered(name, by: target) {
      Output.line("musl's loader answers with its \(name.dropLast(2)): lfs64.")
    } else {
      Output.line("Nobody provides it here: missing-symbol.")
    }
    for rule in RuleTables.about(name) { Output.line("Without the shim: \(rule)") }
  }

  /// A function's size is told where it is known: the tables have sizes of data only.
  private func extent(_ symbol: Symbol) -> String {
    symbol.size == 0 ? "\(symbol.kind)" : "\(symbol.kind), \(symbol.size) \(symbol.size == 1 ? "byte" : "bytes")"
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
