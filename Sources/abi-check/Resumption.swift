import ABIComparison
import ABIReading
import Glibc

/// What an earlier run wrote before it stopped, so that this one goes on after it.
struct Resumption {
  /// Paths that need no second look.
  private(set) var done: Set<String> = []
  private(set) var problems: Set<String> = []
  private(set) var outcome = Outcome()
  private(set) var count = 0
  /// Files that are not what they were, and how one sees it: their records fall.
  private(set) var stale: [(path: String, why: String)] = []

  /// Opens the file for what follows; nil where there is nothing before it and a header must be written.
  init?(_ path: String, target: ReportTarget, shard: Shard?) throws {
    var length = 0
    if path.withName({ access($0, F_OK) }) == 0, let before = try Self.read(path) {
      guard before.runs.count < 2 else { throw StatusError(.usage, "\(path): holds several runs; none can go on") }
      if let run = before.runs.first {
        try Self.compare(run, target, shard, path)
        let kept = dropStale(before.reports)
        done = Set(kept.map(\.path))
        problems = Set(before.problems.map(\.path))
        for report in kept { outcome.add(report) }
        count = run.files
        length = before.length
      }
    }
    let failure = Output.append(path, after: length)
    guard failure == 0 else {
      let what = failure == EWOULDBLOCK ? "another run is writing it" : ReadError(errno: failure).message
      throw StatusError(.usage, "\(path): \(what)")
    }
    if length == 0 { return nil }
  }

  /// The reports on files that are as they were.
  private mutating func dropStale(_ reports: [FileReport]) -> [FileReport] {
    // Of an archive the last record has the stamp; its members stand before it, and have none where the run was killed.
    let own = reports.filter { $0.container == nil || $0.container == $0.path }
    stale = own.compactMap { report in
      guard let now = FileStamp.now(report.path) else { return (report.path, "gone") }
      return now == report.stamp ? nil : (report.path, report.stamp?.size == now.size ? "time" : "size")
    }
    let fallen = Set(stale.map(\.path))
    guard !fallen.isEmpty else { return reports }
    return reports.filter { !owners(of: $0.path).contains(where: fallen.contains) }
  }

  /// nil for an empty file.
  private static func read(_ path: String) throws -> Recording? {
    var info = stat()
    guard path.withName({ stat($0, &info) }) != 0 || info.st_size > 0 else { return nil }
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
