import ABIComparison
import ABIReading
import ArgumentParser
import Glibc

extension When: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}

enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, jsonl, sarif, junit, html }
enum FailOn: String, CaseIterable, ExpressibleByArgument { case error, warning, never }

/// What is checked against.
struct TargetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "musl-1.2.3 … 1.2.6, glibc-2.17 … 2.43, a path to musl's libc.so or glibc's libc.so.6, or host.",
      valueName: "target"))
  var target: String?
  @Option(help: "The shim, libglibc-compat.so.1.", completion: .file())
  var shim: String?
  @Option(help: "The loader, ld-linux-x86-64.so.2 of glibc-compat.", completion: .file())
  var loader: String?
  @Flag(help: "Check plain musl and its own loader.")
  var noShim = false
  @Option(
    help: "The folder that will be the root: libraries, loader and libc are looked for there.", completion: .directory)
  var sysroot: String?
  @Option(
    name: .customShort("L", allowingJoined: true),
    help: "A folder of the program's own libraries, as in LD_LIBRARY_PATH.", completion: .directory)
  var folders: [String] = []
  @Option(help: ArgumentHelp("Also an error: needing a newer glibc than this.", valueName: "version"))
  var maxGlibc: String?

  func validate() throws {
    if let sysroot, !isDirectory(sysroot) { throw ValidationError("--sysroot \(sysroot): not a directory") }
    for folder in folders where !isDirectory(folder) { throw ValidationError("-L \(folder): not a directory") }
    if noShim, shim != nil { throw ValidationError("--shim and --no-shim exclude each other") }
  }

  var root: Root { Root(sysroot) }

  /// Whether a name tells the target, which then is each file's machine's, and not a path.
  var isByMachine: Bool { target?.contains("/") != true && shim == nil && loader == nil }

  /// The target, for x86_64 if there is one, else for another of these machines.
  func read(for machines: [Machine] = []) throws -> Target {
    do { return try read(.x86_64).get() } catch {
      if isByMachine {
        for machine in machines { if case .success(let target) = read(machine) { return target } }
      }
      throw StatusError(error.isMisuse ? .usage : .notChecked, error.message)
    }
  }

  func read(_ machine: Machine) -> Result<Target, TargetError> {
    var request = TargetRequest()
    request.machine = machine
    request.name = target
    request.shim = shim
    request.loader = loader
    request.usesShim = !noShim
    request.maximumGlibc = maxGlibc
    request.root = root
    request.toolFolder = toolFolder()
    return Result { () throws(TargetError) in try TargetReader(request).read() }
  }

  var extra: [String] { folders.map { realPath($0) ?? $0 } }
}

func isDirectory(_ path: String) -> Bool {
  var info = stat()
  return path.withName { stat($0, &info) } == 0 && info.st_mode & S_IFMT == S_IFDIR
}

func realPath(_ path: String) -> String? {
  guard let resolved = path.withName({ realpath($0, nil) }) else { return nil }
  defer { free(resolved) }
  return FileName.text(resolved)
}

/// The folder that the running program is in.
func toolFolder() -> String {
  let path = realPath("/proc/self/exe") ?? CommandLine.arguments.first ?? ""
  return path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
}

/// What of the findings makes the exit status.
struct CountingOptions: ParsableArguments {
  @Option(help: "What makes the exit status 1: error, warning or never.")
  var failOn: FailOn = .error
  @Option(
    help: "An earlier report (json or jsonl): what it found is shown as known and does not count.", completion: .file())
  var baseline: String?
  @Flag(help: "Exit status 3 if any file could not be checked.")
  var strictInputs = false

  func readBaseline() throws -> Baseline? { try baseline.map { try Baseline(path: $0) } }
}

/// How the report looks and where it goes.
struct ReportOptions: ParsableArguments {
  @Option(
    help: """
      text or json (one document); check and merge have also jsonl (one object per file, as found), sarif, junit, html.
      """)
  var format: Format = .text
  @Option(name: .shortAndLong, help: "Write the report to a file.", completion: .file())
  var output: String?
  @Flag(name: .shortAndLong, help: "Only verdicts, no details.")
  var quiet = false
  @Flag(name: .shortAndLong, help: "Everything: notes, all symbols, all files.")
  var verbose = false
  @Option(help: "When to colour: auto, always, never.")
  var color: When = .auto
  @Option(help: "When to show progress on stderr: auto, always, never.")
  var progress: When = .auto

  /// - Parameter forms: those that the command has; check and merge have all.
  func open(forms: [Format] = Format.allCases) throws {
    guard forms.contains(format) else {
      let known = forms.map(\.rawValue).joined(separator: " and ")
      throw StatusError(.usage, "--format \(format.rawValue): this command has \(known)")
    }
    guard let output else { return }
    let failure = Output.open(output)
    if failure != 0 { throw StatusError(.usage, "\(output): \(ReadError(errno: failure).message)") }
  }
}
