import ABIComparison
import ABIReading
import Glibc

/// Findings that the user has accepted: from --ignore, and from a file where each needs a reason.
struct IgnoreList: Sendable {
  private struct Entry: Sendable {
    var rule: String
    var symbol: String?
  }

  private var entries: [Entry] = []
  /// Entries of the file whose date has passed: they hold no longer.
  private(set) var expired: [String] = []

  init(_ arguments: [String], file: String?) throws {
    for argument in arguments { entries.append(try Self.entry(argument, where: "--ignore \(argument)")) }
    let path = file ?? ".abi-check.ignore"
    guard file != nil || path.withName({ access($0, R_OK) }) == 0 else { return }
    guard let bytes = readWhole(path) else { throw StatusError(.usage, "\(path): \(ReadError(errno: errno).message)") }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      try read(String(decoding: line, as: UTF8.self), where: "\(path):\(number + 1)")
    }
  }

  private mutating func read(_ line: String, where place: String) throws {
    let parts = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let words = parts[0].split { $0 == " " || $0 == "\t" }.map(String.init)
    guard let what = words.first else { return }
    guard parts.count == 2, parts[1].contains(where: { $0 != " " }) else {
      throw StatusError(.usage, "\(place): \(what) has no reason; write it after #")
    }
    if words.count == 3, words[1] == "until" {
      if words[2] < today() {
        expired.append("\(place): \(what)")
        return
      }
    } else if words.count != 1 {
      throw StatusError(.usage, "\(place): expected RULE[:SYMBOL] [until YYYY-MM-DD] # reason")
    }
    entries.append(try Self.entry(what, where: place))
  }

  private static func entry(_ text: String, where place: String) throws -> Entry {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard let rule = parts.first, Rule.named(rule) != nil else {
      throw StatusError(.usage, "\(place): no rule of that name; abi-check explain lists them")
    }
    return Entry(rule: rule, symbol: parts.count > 1 ? parts[1] : nil)
  }

  private func today() -> String {
    var now = time(nil)
    var date = tm()
    gmtime_r(&now, &date)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date.tm_year + 1900)-\(two(date.tm_mon + 1))-\(two(date.tm_mday))"
  }

  func accepts(_ finding: Finding) -> Bool {
    entries.contains { $0.rule == finding.rule && ($0.symbol == nil || $0.symbol == finding.symbol) }
  }
}
