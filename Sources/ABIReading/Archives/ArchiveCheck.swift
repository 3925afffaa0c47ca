import ABIComparison
import Glibc

extension Checker {
  /// The verdicts on all that a path means: one for a file, one for each program and library of an archive or image.
  ///
  /// - Parameter isNamed: the user named the path; else it was found in a folder, where only files with an archive's name are
  ///   taken for archives.
  public func reports(_ path: String, isNamed: Bool) -> [FileReport] {
    let read = Result { () throws(ReadError) in try ElfReader.read(path) }
    guard readsArchives, case .failure(let error) = read else { return [check(path)] }
    switch error {
    case .notELF, .archiveOfObjects, .isDirectory: break
    default: return [check(path)]
    }
    do throws(ReadError) {
      guard isNamed || error == .isDirectory || ArchiveKind.isUsualName(path),
        let content = try ArchiveContent(path, self)
      else { return [Self.failure(path, error)] }
      let reports = content.reports(self)
      if isNamed, !reports.contains(where: { $0.trouble == nil || $0.trouble == .unreadable }) {
        return [Self.failure(path, .archiveMember("no program or library in it"))]
      }
      guard !reports.contains(where: { $0.path == path }) else { return reports }
      // A record of its own, the last one, says that all of it was read.
      var end = FileReport(path: path, verdict: .unknown)
      end.trouble = .skipped
      end.fileCount = 0
      end.container = path
      end.remark = "all its members are looked at"
      return reports + [end]
    } catch {
      return [Self.archiveFailure(path, error)]
    }
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

/// What an archive or image layout holds, and the verdicts on it.
struct ArchiveContent {
  private struct Part {
    var tree: ArchiveTree
    var place: ArchiveRoot.Place
  }

  private let parts: [Part]

  /// Nil where the path is no archive after all: compressed data that is no tar archive, a folder that is no image layout.
  init?(_ path: String, _ checker: Checker) throws(ReadError) {
    let reader = ArchiveReader(
      budget: ArchiveBudget(checker.archiveLimits, isStopped: checker.isStopped), hashes: checker.hashesMembers)
    do throws(ReadError) {
      parts = try Self.parts(of: try reader.tree(ofFile: path, prefix: path + "!"))
    } catch .isDirectory {
      guard let images = try Self.images(inFolder: path, reader) else { return nil }
      parts = images
    } catch .notELF {
      return nil
    } catch .damagedArchive(let text) {
      // Any compressed file could have been a tar archive.
      if Self.isCompressed(path), !ArchiveKind.isUsualName(path) { return nil }
      throw .damagedArchive(text)
    }
  }

  private static func isCompressed(_ path: String) -> Bool {
    guard let (fd, _) = try? openRegularFile(path) else { return false }
    defer { close(fd) }
    return ArchiveKind.isCompressed(readHead(of: fd))
  }

  /// The images of an archived layout, or the archive itself.
  private static func parts(of tree: ArchiveTree) throws(ReadError) -> [Part] {
    guard let images = try OCIImage.images(text: { tree.text(at: $0) }) else {
      let place: ArchiveRoot.Place =
        switch tree.kind {
        case .zip: .somewhere
        case .deb, .rpm: .overRoot
        case .tar: tree.isSystem ? .root : tree.hasSystemFolders ? .overRoot : .somewhere
        }
      return [Part(tree: tree, place: place)]
    }
    return try Self.parts(images, prefix: tree.prefix) { path throws(ReadError) in
      guard let layer = tree.archives[path] else { throw .damagedArchive("missing") }
      return try layer.get()
    }
  }

  private static func images(inFolder folder: String, _ reader: ArchiveReader) throws(ReadError) -> [Part]? {
    guard let images = try OCIImage.images(text: { readSmallFile(folder + "/" + $0) }) else { return nil }
    return try parts(images, prefix: folder + "!") { path throws(ReadError) in
      do throws(ReadError) {
        return try reader.tree(
          ofFile: folder + "/" + path, prefix: folder + "!" + path + "!", level: .init(isLayer: true))
      } catch .notFound { throw .damagedArchive("missing") } catch .notELF { throw .damagedArchive("not a tar archive") }
    }
  }

  private static func parts(
    _ images: [OCIImage], prefix: String, layer: (String) throws(ReadError) -> ArchiveTree
  ) throws(ReadError) -> [Part] {
    var parts: [Part] = []
    for image in images {
      let name = images.count == 1 ? prefix : prefix + image.name + "!"
      parts.append(Part(tree: try image.tree(prefix: name, layer: layer), place: .root))
    }
    return parts
  }

  func reports(_ checker: Checker) -> [FileReport] { Self.reports(parts, among: checker.surroundings, checker) }

  private static func reports(_ parts: [Part], among outer: Surroundings, _ checker: Checker) -> [FileReport] {
    parts.flatMap { reports($0, among: outer, checker) }
  }

  private static func reports(_ part: Part, among outer: Surroundings, _ checker: Checker) -> [FileReport] {
    let tree = part.tree
    let name = String(tree.prefix.dropLast())
    var surroundings = Surroundings(
      root: ArchiveRoot(tree: tree, place: part.place, base: outer.root),
      source: ArchiveObjects(tree: tree, base: outer.source), extra: checker.extra,
      checksInterpreter: part.place == .root && checker.target.loader == .compat, rootName: name)
    for (path, error) in tree.unreadable { surroundings.unreadable[TreePath.last(path)] = error }
    var reports: [FileReport] = []
    var passedOver = tree.otherCount
    for path in tree.objectPaths {
      let shown = tree.prefix + path
      switch surroundings.source.object(at: shown) {
      case .success(let object):
        var report = checker.judge(object, shown, in: surroundings)
        report.sha256 = tree.member(at: path)?.sha256
        reports.append(report)
      case .failure(let error) where error.isSkippedInScan: passedOver += 1
      case .failure(let error): reports.append(Checker.failure(shown, error))
      }
    }
    for (path, error) in tree.unreadable { reports.append(Checker.archiveFailure(tree.prefix + path, error)) }
    for (path, nested) in tree.archives.sorted(by: { $0.key < $1.key }) {
      do throws(ReadError) {
        reports += Self.reports(try parts(of: try nested.get()), among: surroundings, checker)
      } catch {
        reports.append(Checker.archiveFailure(tree.prefix + path, error))
      }
    }
    reports += remarks(tree, name, passedOver: passedOver)
    for index in reports.indices where reports[index].container == nil { reports[index].container = name }
    return reports
  }

  /// What is told about the archive itself.
  private static func remarks(_ tree: ArchiveTree, _ name: String, passedOver: Int) -> [FileReport] {
    var reports: [FileReport] = []
    if tree.refused > 0 {
      reports.append(
        Checker.archiveFailure(
          name + "!..", .archiveMember("\(tree.refused) of its names lead out of it (..) or are too long: not read")))
    }
    guard passedOver > 0 else { return reports }
    var rest = FileReport(path: name, verdict: .unknown)
    rest.fileCount = passedOver
    rest.trouble = .skipped
    rest.category = "not a program or library"
    rest.remark = "\(grouped(UInt64(passedOver))) \(passedOver == 1 ? "member is" : "members are") not a program or library"
    return reports + [rest]
  }
}
