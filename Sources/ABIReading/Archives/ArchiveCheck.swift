import ABIComparison
import Glibc

extension Checker {
  /// The verdicts on all that a path means: one for a file, one for each program and library of an archive or image, or
  /// of a part of one ("foo.whl!numpy").
  ///
  /// - Parameter isNamed: the user named the path; else it was found in a folder, where only files with an archive's
  ///   name are
  ///   taken for archives.
  public func reports(_ path: String, isNamed: Bool) -> [FileReport] {
    let error: ReadError
    // A library that others needed was read for them.
    if let known = (surroundings.source as? ObjectStore)?.known(path) { return [judge(known, path)] }
    do throws(ReadError) { return [judge(try ElfReader.read(path), path)] } catch let failure { error = failure }
    do throws(ReadError) {
      guard readsArchives, let place = ArchivePlace(path, error, isNamed: isNamed),
        let content = try ArchiveContent(place.archive, self)
      else { return [Self.failure(path, error)] }
      let reports = content.reports(self)
      return isStopped() ? [] : select(reports, place, isNamed: isNamed)
    } catch {
      // Nothing is said of an archive that was not read to its end: a run that is taken up again reads it.
      if isStopped() { return [] }
      return [Self.archiveFailure(path, error)]
    }
  }

  private func select(_ all: [FileReport], _ place: ArchivePlace, isNamed: Bool) -> [FileReport] {
    let path = place.archive
    if let member = place.member {
      let wanted = path + "!" + member
      let found = all.filter { report in
        report.path == wanted || ["/", "!"].contains { report.path.hasPrefix(wanted + $0) }
      }
      return found.isEmpty ? [Self.failure(wanted, .archiveMember("no such program or library in it"))] : found
    }
    if isNamed, !all.contains(where: { $0.trouble == nil || $0.trouble == .unreadable }) {
      return [Self.failure(path, .archiveMember("no program or library in it"))]
    }
    guard !all.contains(where: { $0.path == path }) else { return all }
    // A record of its own, the last one, says that all of it was read.
    var end = FileReport(path: path, verdict: .unknown)
    end.trouble = .skipped
    end.fileCount = 0
    end.container = path
    end.remark = "all its members are looked at"
    return all + [end]
  }

  /// The link of a member of an archive ("foo.whl!numpy/core.so"), for `deps`; nil where the path is no such.
  public static func link(
    ofMember path: String, loader: Target.Loader, root: Root, extra: [String], cache: ReadCache? = nil
  ) throws(ReadError) -> LinkSet? {
    guard let place = ArchivePlace(path, .notFound, isNamed: true), let member = place.member else { return nil }
    func checker(_ machine: Machine) -> Checker {
      var checker = Checker(
        target: Target(machine: machine, loader: loader, version: nil, providers: []), root: root, extra: extra)
      checker.cache = cache
      return checker
    }
    guard let content = try ArchiveContent(place.archive, checker(.x86_64)) else { return nil }
    let link = try content.link(of: place.archive + "!" + member, checker(.x86_64))
    // The member tells for which machine its libraries must be.
    let machine = link.root.contents.machine
    return machine == .x86_64 ? link : try content.link(of: link.root.path, checker(machine))
  }

  static func archiveFailure(_ path: String, _ error: ReadError) -> FileReport {
    var report = failure(path, error)
    switch error {
    case .archiveLimit: report.category = "too large an archive"
    case .damagedArchive: report.category = "damaged archive"
    case .encrypted, .archiveMember: report.category = "unreadable member of an archive"
    default: break
    }
    return report
  }
}

/// An archive, or the part of it that is meant: "foo.whl" and "numpy/core.so" in "foo.whl!numpy/core.so".
struct ArchivePlace {
  var archive: String
  var member: String?

  /// - Parameter error: why the path is no program or library; nil is the result where the reason has to do with no
  ///   archive.
  init?(_ path: String, _ error: ReadError, isNamed: Bool) {
    switch error {
    case .isDirectory: break
    case .notELF, .archiveOfObjects: guard isNamed || ArchiveKind.isUsualName(path) else { return nil }
    case .notFound:
      guard isNamed, let split = Self.split(path) else { return nil }
      self = split
      return
    default: return nil
    }
    archive = path
  }

  private init(archive: String, member: String) {
    self.archive = archive
    self.member = member
  }

  /// At the first mark before which there is a file or an image layout.
  private static func split(_ path: String) -> ArchivePlace? {
    for mark in path.indices where path[mark] == "!" {
      let archive = String(path[..<mark])
      if isArchive(archive) { return ArchivePlace(archive: archive, member: String(path[path.index(after: mark)...])) }
    }
    return nil
  }

  /// Whether a path begins as an archive does, is an image layout, or leads into one.
  static func isMeant(by path: String) -> Bool { isArchive(path) || split(path) != nil }
}

/// Whether a file begins as an archive does, a folder is an image layout, or the path is that of a member of such.
public func isArchiveOrMember(_ path: String) -> Bool { ArchivePlace.isMeant(by: path) }
