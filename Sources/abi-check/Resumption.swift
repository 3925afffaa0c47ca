import ABIComparison
import Glibc

/// What an earlier run wrote before it stopped, so that this one goes on after it.
struct Resumption {
  /// Paths that need no second look.
  private(set) var done: Set<String> = []
  private(set) var problems: Set<String> = []
  private(set) var outcome = Outcome()
  private(set) var count = 0

  /// Opens the file for what follows; nil where there is nothing before it and a header must be written.
  init?(_ path: String, target: ReportTarget, shard: Shard?) throws {
    var length = 0
    if access(path, F_OK) == 0, let before = try Self.read(path) {
      guard before.runs.count < 2 else { throw StatusError(.usage, "\(path): holds several runs; none can go on") }
      if let run = before.runs.first {
        try Self.compare(run, target, shard, path)
        done = Set(before.reports.map(\.path))
        problems = Set(before.problems.map(\.path))
        for report in before.reports { outcome.add(report) }
        count = run.files
        length = before.length
      }
    }
    let failure = Output.append(path, after: length)
    guard failure == 0 else {
      let what = failure == EWOULDBLOCK ? "another run is writing it" : String(cString: strerror(failure))
      throw StatusError(.usage, "\(path): \(what)")
    }
    if length == 0 { return nil }
  }

  /// nil for an empty file.
  private static func read(_ path: String) throws -> Recording? {
    var info = stat()
    guard stat(path, &info) != 0 || info.st_size > 0 else { return nil }
    return try Recording(path: path)
  }

  private static func compare(_ run: Recording.Run, _ target: ReportTarget, _ shard: Shard?, _ path: String) throws {
    if let difference = target.difference(from: run.target) {
      throw StatusError(.usage, "\(path): begun against another target: now \(difference)")
    }
    guard run.toolVersion == AbiCheck.shortVersion else {
      throw StatusError(.usage, "\(path): begun by abi-check \(run.toolVersion); this is \(AbiCheck.shortVersion)")
    }
    guard run.shard == shard else {
      throw StatusError(
        .usage, "\(path): holds shard \(run.shard?.text ?? "1/1"), not \(shard?.text ?? "1/1"): give each its own file")
    }
  }
}
