import ABIComparison
import ABIReading
import Glibc

/// JSON lines: a record on each line, each told apart by its member `record`. A header with the target comes first,
/// then a `file`, `skipped` or `problem` for each thing looked at, as found; the `end` says that nothing is missing. A
/// `changed` takes back what stands above it about a file.
struct JSONLines {
  let report: JSONReport

  func header(shard: Shard?) {
    write(
      "header",
      [
        ("schema", .string(JSONReport.schema)), ("tool", JSONReport.tool), ("target", report.target.json),
        ("shard", JSON(shard?.text)),
      ])
  }

  func file(_ file: FileReport) {
    let isSkipped = file.trouble == .skipped
    guard case .object(var members) = isSkipped ? JSONReport.skipped(file) : report.file(file) else { return }
    if let stamp = file.stamp { members.append(("stamp", stamp.json)) }
    write(isSkipped ? "skipped" : "file", members)
  }

  /// What stands above about the file, and about the members of the archive, does not count any more.
  func changed(_ path: String, _ why: String) {
    write("changed", [("path", .string(path)), ("why", .string(why))])
  }

  func problem(_ path: String, _ message: String) {
    guard case .object(let members) = JSONReport.problem(path, message) else { return }
    write("problem", members)
  }

  /// - Parameter files: how many records of files and skipped files stand before this line.
  func end(files: Int, isInterrupted: Bool) {
    write("end", [("files", .int(files)), ("interrupted", .bool(isInterrupted))])
  }

  private func write(_ record: String, _ members: [(String, JSON)]) {
    Output.line(JSON.object([("record", .string(record))] + members).text())
    // A run that is killed leaves whole lines behind, so that it can be taken up again.
    Output.flush()
  }
}

/// What one or more runs wrote as JSON lines.
struct Recording {
  /// One run: from its header to the next one.
  struct Run {
    var target: ReportTarget
    var toolVersion: String
    var shard: Shard?
    var files = 0
    var hasEnd = false
    var isInterrupted = false
  }

  var runs: [Run] = []
  var reports: [FileReport] = []
  var problems: [(path: String, message: String)] = []
  /// The last line has no end: the run was killed while it wrote.
  var isCut = false
  /// Bytes up to the last whole line, without an `end` that is the last record: there a run goes on.
  var length = 0

  static let maximumLine = 64 << 20

  /// Reads a file or stdin. `name` is for messages.
  init(path: String) throws {
    let name = path == "-" ? "stdin" : path
    var lines = LineReader(path: path, maximumLine: Self.maximumLine)
    var number = 0
    while let line = try lines.next() {
      number += 1
      guard line.isWhole else {
        isCut = true
        break
      }
      let place = "\(name):\(number)"
      let json: JSON
      do throws(JSONParser.Failure) { json = try JSONParser.parse(line.bytes) } catch {
        throw StatusError(
          .usage, "\(place): not JSON lines of abi-check: \(error.what) (byte \(error.offset + 1))")
      }
      try take(json, at: place)
      if json["record"]?.string != "end" { length = lines.offset }
    }
    if !fallen.isEmpty {
      reports = reports.enumerated().filter { place, report in
        !owners(of: report.path).contains { place < fallen[$0] ?? 0 }
      }.map(\.element)
    }
    guard !runs.isEmpty || isCut else {
      throw StatusError(.usage, "\(name): empty; JSON lines of abi-check begin with a header")
    }
  }

  /// How many reports there were when a file's records fell.
  private var fallen: [String: Int] = [:]

  private mutating func take(_ json: JSON, at place: String) throws {
    func refuse(_ what: String) -> StatusError { StatusError(.usage, "\(place): \(what)") }
    guard let record = json["record"]?.string else { throw refuse("no record of abi-check --format jsonl") }
    guard record == "header" || !runs.isEmpty else {
      throw refuse("a record before the header: the file's start is lost")
    }
    let last = runs.count - 1
    switch record {
    case "header":
      guard json["schema"]?.string == JSONReport.schema else {
        throw refuse("schema \(json["schema"]?.string ?? "none"); this is for \(JSONReport.schema)")
      }
      guard let target = ReportTarget(json["target"]), let version = json["tool"]?["version"]?.string else {
        throw refuse("a header without a target")
      }
      runs.append(Run(target: target, toolVersion: version, shard: json["shard"]?.string.flatMap { Shard($0) }))
    case "file", "skipped":
      guard let report = record == "file" ? ReportReader.file(json) : ReportReader.skipped(json) else {
        throw refuse("a record with members missing")
      }
      reports.append(report)
      runs[last].files += 1
    case "problem":
      guard let path = json["path"]?.string, let message = json["message"]?.string else {
        throw refuse("a record with members missing")
      }
      problems.append((path, message))
    case "changed":
      guard let path = json["path"]?.string else { throw refuse("a record with members missing") }
      fallen[path] = reports.count
    case "end":
      guard json["files"]?.int == runs[last].files else {
        throw refuse("\(json["files"]?.int ?? 0) files were written and \(runs[last].files) are here: lines are lost")
      }
      runs[last].hasEnd = true
      runs[last].isInterrupted = json["interrupted"]?.bool ?? false
    default: break  // A newer version's record.
    }
  }
}

/// A file line by line, with a bound on the line.
struct LineReader {
  private let descriptor: Int32
  private let name: String
  private let maximumLine: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private let failure: Int32
  /// Bytes of the lines handed out so far.
  private(set) var offset = 0

  init(path: String, maximumLine: Int) {
    name = path == "-" ? "stdin" : path
    descriptor = path == "-" ? 0 : path.withName { open($0, O_RDONLY | O_CLOEXEC) }
    failure = descriptor < 0 ? errno : 0
    self.maximumLine = maximumLine
  }

  /// The next line without its newline; not whole where the file ends before one.
  mutating func next() throws -> (bytes: ArraySlice<UInt8>, isWhole: Bool)? {
    guard failure == 0 else { throw StatusError(.usage, "\(name): \(ReadError(errno: failure).message)") }
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        let line = buffer[start..<end]
        offset += end + 1 - start
        start = end + 1
        return (line, true)
      }
      guard !isAtEnd else {
        if descriptor > 0 { close(descriptor) }
        guard start < buffer.count else { return nil }
        let rest = buffer[start...]
        start = buffer.count
        return (rest, false)
      }
      guard buffer.count - start <= maximumLine else {
        throw StatusError(.usage, "\(name): a line of more than \(maximumLine >> 20) MiB; not JSON lines of abi-check")
      }
      buffer.removeFirst(start)
      searched = buffer.count
      start = 0
      try fill()
    }
  }

  private mutating func fill() throws {
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw StatusError(.usage, "\(name): \(ReadError(errno: errno).message)") }
      if count == 0 { isAtEnd = true }
      buffer.append(contentsOf: block.prefix(count))
      return
    }
  }
}
