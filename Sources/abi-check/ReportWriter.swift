import ABIReading

/// Writes a summary in the form that was asked for. JSON lines are the exception: they are written as files are found.
struct ReportWriter {
  let options: ReportOptions
  let failOn: FailOn

  func write(_ summary: Summary) {
    switch options.format {
    case .text:
      TextReport(
        target: summary.target, palette: Palette(options.color), quiet: options.quiet, verbose: options.verbose
      )
      .write(summary)
    case .json: JSONReport(target: summary.target).write(summary)
    case .sarif: SARIFReport().write(summary)
    case .junit: JUnitReport().write(summary, failOn: failOn)
    case .html: HTMLReport(summary).write()
    case .jsonl: writeLines(summary)
    }
  }

  /// The lines of a summary that is there already: a merged one, written in its order.
  private func writeLines(_ summary: Summary) {
    let lines = JSONLines(report: JSONReport(target: summary.target))
    lines.header(shard: nil)
    for report in summary.reports { lines.file(report) }
    for problem in summary.problems { lines.problem(problem.path, problem.message) }
    // Without an end where something is missing: who merges this again must hear of it.
    guard summary.incomplete.isEmpty else { return }
    lines.end(files: summary.reports.count, isInterrupted: summary.isInterrupted)
  }
}
