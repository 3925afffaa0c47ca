import ABIComparison
import ABIReading

/// Checks many files on several threads.
struct Scan: Sendable {
  let checker: Checker
  let baseline: Baseline?
  let jobs: Int
  let progress: When
  /// A file without a build-id is identified by its hash, where the report has room for it.
  let hashes: Bool
  /// Whether the report is to say what the files were like, so that a later run sees which have changed.
  let stamps: Bool

  /// Hands each report to `collect`, one at a time, as found. Returns the seconds that it took.
  @discardableResult
  func check(_ files: [Inputs.File], collect: @escaping @Sendable (FileReport) -> Void) -> Double {
    let progress = Progress(total: files.count, choice: progress)
    forEachInParallel(files.count, jobs: jobs) { index -> [FileReport] in
      let file = files[index]
      progress.begin(file.path)
      // Before it is read: what changes meanwhile is seen by the next run.
      let stamp = stamps ? FileStamp.now(file.path) : nil
      return checker.reports(file.path, isNamed: file.isNamed).map { report in
        var report = report
        // The members of an archive are hashed while it is read, and named by nobody.
        if report.container == nil {
          report.isNamed = file.isNamed
          if file.isNamed, report.trouble == .skipped { report.trouble = .unreadable }
          if hashes, report.facts?.buildID == nil, report.trouble == nil {
            report.sha256 = SHA256.hex(ofFile: file.path)
          }
        }
        if report.path == file.path { report.stamp = stamp }
        baseline?.mark(&report)
        return report
      }
    } collect: { _, reports in
      for report in reports { collect(report) }
      progress.step()
    }
    progress.stop()
    return progress.elapsed
  }
}
