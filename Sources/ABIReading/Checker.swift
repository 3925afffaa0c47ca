import ABIComparison

/// Answers "will it run?" for files, before one target. Safe to use from several threads at once.
public struct Checker: Sendable {
  public let target: Target
  public let root: Root
  private let store: ObjectStore
  private let links: LinkReader
  private let glibcNames: GlibcNames?
  /// Whether the program interpreter must stand in the root.
  private let checksInterpreter: Bool
  private let followsLibraries: Bool
  private let isIgnored: @Sendable (Finding) -> Bool

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
    store = ObjectStore(target: target)
    links = LinkReader(
      store: store,
      search: LibrarySearch(root: root, loader: target.loader, machine: target.machine, extra: extra))
    glibcNames = ExportTable.newest("glibc").map { GlibcNames($0.symbols()) }
    checksInterpreter = !root.isHost && target.loader == .compat
  }

  /// The verdict on one file. Never throws: what cannot be read is UNKNOWN, with the reason.
  public func check(_ path: String, shownAs shown: String? = nil) -> FileReport {
    do throws(ReadError) {
      return judge(try ElfReader.read(path), shown ?? path)
    } catch {
      return Self.failure(shown ?? path, error)
    }
  }

  /// The verdict on a file that was read already.
  public func judge(_ object: ElfObject, _ shown: String) -> FileReport {
    if object.contents.machine != target.machine {
      let error = ReadError.wrongMachine(
        found: "\(object.contents.machine)", target: "\(target.machine) \(target.libcName)")
      var report = Self.failure(shown, error)
      report.facts = FileFacts(object)
      report.category = "\(object.contents.machine)"
      return report
    }
    if let cut = object.contents.notRead.first(where: { $0.contains("cut short") }) {
      var report = Self.failure(shown, .damaged(cut))
      report.error = ("truncated", cut)
      report.remark = cut
      report.category = "truncated"
      report.facts = FileFacts(object)
      return report
    }
    if object.isStatic || !object.contents.hasDynamic {
      return settled(object, shown, "statically linked: needs no libc, runs as is", "static")
    }
    if object.isMuslLinked, target.loader != .glibc {
      return settled(object, shown, "already linked to musl", "musl-linked")
    }
    let link = followsLibraries ? links.link(object) : LinkSet(objects: [object])
    let analyses = link.objects.enumerated().map { index, object in
      index == 0 ? ObjectAnalysis(object, target: target, isRoot: true) : store.analysis(of: object)
    }
    var report = Judgement.report(
      path: shown, link: link, analyses: analyses, target: target, interpreter: interpreter(of: object),
      glibcNames: glibcNames, ignoring: isIgnored)
    if !followsLibraries {
      report.notChecked.insert(NotChecked(what: "its libraries", why: "--no-libraries was given"), at: 0)
    }
    return report
  }

  /// The link of one file, for `deps`.
  public func link(of object: ElfObject) -> LinkSet { links.link(object) }

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

  private func interpreter(of object: ElfObject) -> InterpreterState {
    guard checksInterpreter, let path = object.contents.interpreter else { return .notAsked }
    guard let host = root.resolve(path) else { return .absent(path: path, sysroot: root.prefix) }
    guard case .success(let loader) = store.object(at: host) else { return .other(path: path, what: "not a loader") }
    if loader.symbols.export(named: "__glibc_compat_loader") != nil { return .present }
    if loader.symbols.exports("_dl_mcount", version: "GLIBC_2.2.5")
      || loader.symbols.export(named: "_rtld_global") != nil
    {
      return .other(path: path, what: "glibc's own loader")
    }
    return .other(path: path, what: "another loader")
  }
}

extension Target {
  /// "musl" or "glibc".
  public var libcName: String { loader == .glibc ? "glibc" : "musl" }
}
