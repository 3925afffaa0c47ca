/// How much a finding counts. Only what will certainly bite is an error.
public enum Severity: String, Sendable, Comparable, CaseIterable {
  case note, warning, error

  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
  private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
}

/// The moment at which a finding bites.
public enum Moment: String, Sendable {
  /// Before main: the loader stops.
  case load
  /// When the library is opened with dlopen.
  case dlopen
  /// When the function is called.
  case call
  /// Never visibly: wrong results or damaged memory.
  case silent
}

/// What a finding rests on.
public enum Evidence: String, Sendable {
  /// Read from the files.
  case elf
  /// Read from debug information.
  case dwarf
  /// Built-in knowledge of the two libcs.
  case table
  /// A sign, not a proof.
  case heuristic
}

/// One thing that was found about one file.
public struct Finding: Sendable {
  /// The id of the rule: `abi-check explain RULE` tells about it.
  public var rule: String
  /// How bad it is.
  public var severity: Severity
  /// When it bites.
  public var when: Moment
  /// What it rests on.
  public var evidence: Evidence
  /// The name that it is about, where it is about one.
  public var symbol: String?
  /// The version that is asked for.
  public var version: String?
  /// The files that ask for the symbol, as their names in the dependency graph.
  public var requiredBy: [String]
  /// Who answers, where somebody does.
  public var provider: String?
  /// One line in plain words.
  public var message: String
  /// What to do, where something can be done.
  public var fix: String?
  /// In the baseline as well: shown, and not counted.
  public var isKnown = false

  /// A finding; who requires it is added by the judgement.
  public init(
    rule: String, severity: Severity, when: Moment, evidence: Evidence, symbol: String? = nil, version: String? = nil,
    requiredBy: [String] = [], provider: String? = nil, message: String, fix: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.when = when
    self.evidence = evidence
    self.symbol = symbol
    self.version = version
    self.requiredBy = requiredBy
    self.provider = provider
    self.message = message
    self.fix = fix
  }
}

/// The answer to "will it run?".
public enum Verdict: String, Sendable, CaseIterable {
  case fails = "FAILS"
  case risky = "RISKY"
  case runs = "RUNS"
  case unknown = "UNKNOWN"

  /// Errors make FAILS, warnings RISKY; notes change nothing.
  public init(_ findings: [Finding]) {
    switch findings.map(\.severity).max() {
    case .error: self = .fails
    case .warning: self = .risky
    default: self = .runs
    }
  }
}

/// Something that the run did not look at, and why.
public struct NotChecked: Sendable, Hashable {
  /// What was not checked.
  public var what: String
  /// The reason.
  public var why: String

  /// What was not checked, and why.
  public init(what: String, why: String) {
    self.what = what
    self.why = why
  }
}

/// Who answers for the references of one file.
public struct ProviderCounts: Sendable {
  /// All references to libc.
  public var total = 0
  /// Answered by the target's libc.
  public var libc = 0
  /// Answered by the shim.
  public var shim = 0
  /// Answered by the loader.
  public var loader = 0
  /// Answered by the program's own libraries.
  public var bundled = 0
  /// Answered by nothing.
  public var missing = 0
  /// Answered by nothing, which weak references allow.
  public var weakMissing = 0
  /// Those that are glibc's, whoever answers.
  public var glibc = 0

  /// Nothing counted.
  public init() {}
}

/// What identifies a file: kept after its symbols are let go, so that a scan of many files stays small.
public struct FileFacts: Sendable {
  /// What it is made for.
  public var machine: Machine
  /// "program" or "library".
  public var type: String
  /// In hexadecimal.
  public var buildID: String?
  /// The loader that it asks for.
  public var interpreter: String?
  /// The name that others need it by.
  public var soname: String?
  /// The oldest glibc that has all versions it needs.
  public var minimumGlibc: String?

  /// Facts that are filled in later.
  public init(machine: Machine, type: String) {
    self.machine = machine
    self.type = type
  }

  /// The facts of an object.
  public init(_ object: ElfObject) {
    machine = object.contents.machine
    type = object.isProgram ? (object.contents.type == 2 ? "executable" : "pie") : "library"
    buildID = object.contents.buildID
    interpreter = object.contents.interpreter
    soname = object.contents.soname
    minimumGlibc = object.minimumGlibc
  }
}

/// By what a file is known to be the same that was read before: a copy over it, and a rename, change at least one.
public struct FileStamp: Sendable, Equatable {
  /// In bytes.
  public var size: Int
  /// When its contents were changed, in seconds with nine digits more or less: as the system counts.
  public var modified: String
  /// When anything of it was changed, its place among the names too.
  public var changed: String

  /// All parts at once.
  public init(size: Int, modified: String, changed: String) {
    self.size = size
    self.modified = modified
    self.changed = changed
  }
}

/// All that is known about one file after the check.
public struct FileReport: Sendable {
  /// Why a file has no verdict.
  public enum Trouble: Sendable {
    /// Cannot be judged: unreadable, damaged, for another machine, not ELF.
    case unreadable
    /// Nothing to judge in a scan: a text file, a fifo, a debug file.
    case skipped
  }

  /// Members of archives as "foo.whl!numpy/core.so".
  public var path: String
  /// The archive or image that the file is in.
  public var container: String?
  /// How many files this stands for: the members of an archive that are no programs or libraries are told in one.
  public var fileCount = 1
  /// RUNS, RISKY, FAILS or UNKNOWN.
  public var verdict: Verdict
  /// What the file is, where it could be read.
  public var facts: FileFacts?
  /// Errors first.
  public var findings: [Finding] = []
  /// What the verdict does not cover.
  public var notChecked: [NotChecked] = []
  /// Who answers how many references.
  public var counts = ProviderCounts()
  /// Each library that is needed, and who answers for it.
  public var needed: [LinkSet.Edge] = []
  /// What was checked, in words.
  public var checked: [String] = []
  /// One sentence for files that need no check ("statically linked: …") or cannot have one.
  public var remark: String?
  /// Nil where there is a verdict.
  public var trouble: Trouble?
  /// Asked for by name, not found in a folder.
  public var isNamed = false
  /// In hexadecimal, where it was asked for.
  public var sha256: String?
  /// The short name and the text of what went wrong with the input, where something did.
  public var error: (code: String, message: String)?
  /// Words for the summary of a scan: "static", "i386", "truncated".
  public var category: String?
  /// The file when it was read, where the report is one that can be taken up again.
  public var stamp: FileStamp?
  /// What it was judged against, where that is not the report's target: the file is for another machine.
  public var target: JudgedTarget?
  /// How many findings of the baseline are no longer there; nil where there is no baseline.
  public var gone: Int?

  /// A report without findings.
  public init(path: String, verdict: Verdict) {
    self.path = path
    self.verdict = verdict
  }
}
