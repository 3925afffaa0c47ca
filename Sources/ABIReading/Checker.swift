import ABIComparison

/// Answers "will it run?" for files, before one target. Safe to use from several threads at once.
public struct Checker: Sendable {
  /// What files are checked against.
  public let target: Target
  /// The folder that stands for the root directory.
  public let root: Root
  /// Where files that are no members of archives find their libraries.
  let surroundings: Surroundings
  /// How far archives are read.
  public var archiveLimits = ArchiveLimits()
  /// Whether archives are looked into.
  public var readsArchives = true
  /// Whether members of archives that have no build-id get a SHA-256.
  public var hashesMembers = false
  /// Where what was read of archives is kept for later runs; nil keeps nothing.
  public var cache: ReadCache?
  /// Folders of separate debug files, before `/usr/lib/debug`.
  public var debugFolders: [String] = []
  /// Asked while a long archive is read: true ends it.
  public var isStopped: @Sendable () -> Bool = { false }
  /// Who judges files for other machines; nil where the target's files are for one machine only.
  public var others: MachineCheckers?
  private let glibcNames: GlibcNames?
  let extra: [String]
  private let followsLibraries: Bool
  /// Findings that the user has accepted.
  public let isIgnored: @Sendable (Finding) -> Bool

  /// - Parameters:
  ///   - extra: folders that LD_LIBRARY_PATH will name.
  ///   - followsLibraries: also judge the libraries that a file needs.
  ///   - isIgnored: findings that the user has accepted.
  public init(
    target: Target, root: Root, extra: [String] = [], followsLibraries: Bool = true,
    isIgnored: @escaping @Sendable (Finding) -> Bool = { _ in false }
  ) {
    self.target = target
    self.root = root
    self.followsLibraries = followsLibraries
    self.isIgnored = isIgnored
    self.extra = extra
    surroundings = Surroundings(
      root: root, source: ObjectStore(target: target), extra: extra,
      checksInterpreter: !root.isHost && target.loader == .compat)
    // Where there is no table, nearly all names are those of x86_64.
    let table = ExportTable.newest("glibc", machine: target.machine) ?? ExportTable.newest("glibc")
    glibcNames = table.map { GlibcNames($0.symbols()) }
  }

  /// The verdict on one file. Never throws: what cannot be read is UNKNOWN, with the reason.
  public func check(_ path: String, shownAs shown: String? = nil) -> FileReport {
    do throws(ReadError) {
      if let known = (surroundings.source as? ObjectStore)?.known(path) { return judge(known, shown ?? path) }
      return judge(try ElfReader.read(path), shown ?? path)
    } catch {
      return Self.failure(shown ?? path, error)
    }
  }

  /// The verdict on a file that was read already.
  public func judge(_ object: ElfObject, _ shown: String) -> FileReport {
    let (proved, notChecked) = provingMutexes(object)
    var report = judge(proved, shown, in: surroundings)
    // What has a remark is settled without a look inside.
    if let notChecked, report.remark == nil { report.notChecked.append(notChecked) }
    return report
  }

  /// The same among other files than those of the root: the members of an archive.
  func judge(
    _ object: ElfObject, _ shown: String, in surroundings: Surroundings,
    around archive: ArchiveSurroundings? = nil
  ) -> FileReport {
    if object.contents.machine != target.machine { return judgeForOther(object, shown, archive) }
    if let cut = object.contents.notRead.first(where: { $0.includes("cut short") }) {
      var report = Self.failure(shown, .damaged(cut))
      report.error = ("truncated", cut)
      report.remark = cut
      report.category = "truncated"
      report.facts = FileFacts(object)
      return report
    }
    if object.isStatic || !object.contents.hasDynamic {
      let opened = "; for users, groups and host names it may open libnss_* modules of its own glibc"
      return settled(
        object, shown,
        "statically linked: needs no libc, runs as is" + (object.contents.opensNameServices ? opened : ""), "static")
    }
    if let soname = object.contents.soname, target.loader != .glibc, isReplaced(soname) {
      return settled(
        object, shown, "a part of glibc: the loader answers for it itself and never loads it", "glibc's own")
    }
    if object.isMuslLinked, target.loader != .glibc {
      return settled(object, shown, "already linked to musl", "musl-linked")
    }
    let link = followsLibraries ? surroundings.links.link(object) : LinkSet(objects: [object])
    if let unread = surroundings.unreadable(in: link) {
      var report = Self.failure(shown, unread)
      report.facts = FileFacts(object)
      return report
    }
    let analyses = link.objects.enumerated().map { index, object in
      index == 0
        ? ObjectAnalysis(object, target: target, isRoot: true) : surroundings.source.analysis(of: object)
    }
    var report = Judgement.report(
      path: shown, link: link, analyses: analyses, target: target, interpreter: surroundings.interpreter(of: object),
      glibcNames: glibcNames, ignoring: isIgnored)
    if target.loader == .musl, object.contents.hasUnprovedMutexes, surroundings.source is ArchiveObjects {
      report.notChecked.append(Self.unproved("its debug information is not looked for inside archives"))
    }
    if !followsLibraries {
      report.notChecked.insert(NotChecked(what: "its libraries", why: "--no-libraries was given"), at: 0)
    }
    return report
  }

  /// The verdict on a file for another machine than the target's.
  private func judgeForOther(
    _ object: ElfObject, _ shown: String, _ archive: ArchiveSurroundings?
  ) -> FileReport {
    let machine = object.contents.machine
    var error = ReadError.wrongMachine(found: "\(machine)", target: "\(target.machine) \(target.libcName)")
    switch others?.checker(for: machine) {
    case .success(let checker)? where checker.target.machine == machine:
      var report = checker.judge(object, shown, in: archive?.of(checker) ?? checker.surroundings)
      report.target = JudgedTarget(checker.target)
      return report
    case .failure(let why)?: error = .noTarget(why.message)
    case .success?, nil: break
    }
    var report = Self.failure(shown, error)
    report.facts = FileFacts(object)
    report.category = "\(machine)"
    return report
  }

  /// The link of one file, for `deps`.
  public func link(of object: ElfObject) -> LinkSet { surroundings.links.link(object) }

  /// Our loader puts itself in the place of glibc's parts; musl's recognises a libc by what it defines, even under a
  /// path.
  private func isReplaced(_ soname: String) -> Bool {
    target.loader == .musl ? soname == "libc.so.6" : PseudoLibc.isAnswered(soname, by: .glibc)
  }

  private func settled(_ object: ElfObject, _ path: String, _ remark: String, _ category: String) -> FileReport {
    var report = FileReport(path: path, verdict: .runs)
    report.facts = FileFacts(object)
    report.remark = remark
    report.category = category
    return report
  }

  static func failure(_ path: String, _ error: ReadError) -> FileReport {
    var report = FileReport(path: path, verdict: .unknown)
    report.remark = error.message
    report.error = (error.code, error.message)
    report.trouble = error.isSkippedInScan ? .skipped : .unreadable
    switch error {
    case .truncated: report.category = "truncated"
    case .damaged: report.category = "damaged"
    default: report.category = error.isSkippedInScan ? "not a program or library" : "unreadable"
    }
    return report
  }
}

extension Target {
  /// "musl" or "glibc".
  public var libcName: String { loader == .glibc ? "glibc" : "musl" }
}
