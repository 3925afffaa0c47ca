import ABIReading
import ArgumentParser
import CTables
import Glibc

/// The command. Exit statuses: 0 nothing found, 1 findings, 2 usage, 3 something named could not be checked, 4 internal
/// error, 130 interrupted.
struct AbiCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "abi-check",
    abstract: "Will this glibc program or library run on musl, and if not, why not?",
    discussion: """
      abi-check PATH... reads programs and libraries built for glibc, and the libraries they need, and says for each: \
      RUNS, RISKY (it starts, but something named may differ), FAILS, or UNKNOWN (not checked, with the reason). It \
      runs nothing.

      It checks against musl with glibc-compat's shim and loader, found in the sysroot or beside the tool; with \
      --no-shim against plain musl and its own loader; with --target glibc-2.31 against that glibc.

      Exit status: 0 nothing found at or above --fail-on, 1 findings, 2 usage, 3 something that was named could not be \
      checked, 4 internal error, 130 interrupted.

      Examples:
        abi-check ./program
        abi-check --no-shim lib*.so
        abi-check --sysroot /srv/root /usr/bin/php
        abi-check --format json /opt/app > report.json
        abi-check symbols --provider libfoo.so --reference libc.so.6
        abi-check layout ucontext_t --provider a.so --reference b.so
      """,
    version: version,
    subcommands: [Check.self, Merge.self, Deps.self, Symbols.self, Layout.self, Explain.self, Dump.self],
    defaultSubcommand: Check.self)

  static var version: String {
    "abi-check \(String(cString: abi_check_version()))\ntables:\n"
      + ExportTable.inventory.map { "  \($0)" }.joined(separator: "\n")
  }
  static var shortVersion: String {
    String(String(cString: abi_check_version()).prefix { $0 != " " })
  }
}

/// The statuses, each with one meaning.
enum Status: Int32 {
  case clean = 0
  case findings = 1
  case usage = 2
  case notChecked = 3
  case `internal` = 4
  case interrupted = 130
}

/// One line on stderr: `abi-check: what`.
func complain(_ text: String) {
  Output.flush()
  writeError("abi-check: \(text.visible)\n")
}

@main
enum Main {
  static func main() {
    // With `ulimit -f` a report or a record that becomes too large is an error of its write, not the end of the run.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try AbiCheck.parseAsRoot(arguments)
      try command.run()
      finish(.clean)
    } catch let status as StatusError {
      if let message = status.message { complain(message) }
      finish(status.status)
    } catch {
      let code = AbiCheck.exitCode(for: error)
      if code == .success {
        Output.write(AbiCheck.message(for: error) + "\n")
        finish(.clean)
      }
      let isUsage = code == .validationFailure
      writeError(AbiCheck.fullMessage(for: error) + "\n")
      finish(isUsage ? .usage : .internal)
    }
  }

  /// The arguments without the program's name; those that are no UTF-8 as `FileName` writes them.
  private static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { CommandLine.unsafeArgv[$0].map { FileName.text($0) } }
  }

  static func finish(_ status: Status) -> Never {
    Output.flush()
    // The reader of the pipe has seen enough. SIGPIPE says so, unless the parent had it ignored.
    if Output.failure == EPIPE { exit(128 + SIGPIPE) }
    // A full disk must not look like success.
    if Output.failed, status != .interrupted {
      writeError("abi-check: cannot write the report: \(ReadError(errno: Output.failure).message)\n")
      exit(Status.internal.rawValue)
    }
    exit(status.rawValue)
  }
}

/// Ends the run with a status, and a line where there is something to say.
struct StatusError: Error {
  var status: Status
  var message: String?
  init(_ status: Status, _ message: String? = nil) {
    self.status = status
    self.message = message
  }
}
