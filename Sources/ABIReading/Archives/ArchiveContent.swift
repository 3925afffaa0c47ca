import ABIComparison
import Glibc

/// What an archive or image layout holds, and the verdicts on it.
struct ArchiveContent {
  struct Part {
    var tree: ArchiveTree
    var place: ArchiveRoot.Place
  }

  private let parts: [Part]
  /// So many members that cannot be read have a record of their own; all others share one.
  private static let maximumUnreadable = 100

  /// Nil where the path is no archive after all: compressed data that is no tar archive, a folder that is no image
  /// layout.
  init?(_ path: String, _ checker: Checker) throws(ReadError) {
    let reader = ArchiveReader(
      budget: ArchiveBudget(checker.archiveLimits, isStopped: checker.isStopped), hashes: checker.hashesMembers,
      cache: checker.cache)
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
      } catch .notFound {
        throw .damagedArchive("missing")
      } catch .notELF {
        throw .damagedArchive("not a tar archive")
      }
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

  func reports(_ checker: Checker) -> [FileReport] { Self.reports(parts, among: nil, checker) }

  private static func reports(_ parts: [Part], among outer: ArchiveSurroundings?, _ checker: Checker) -> [FileReport] {
    parts.flatMap { reports($0, among: outer, checker) }
  }

  fileprivate static func surroundings(_ part: Part, _ outer: Surroundings, _ checker: Checker) -> Surroundings {
    var result = Surroundings(
      root: ArchiveRoot(tree: part.tree, place: part.place, base: outer.root),
      source: ArchiveObjects(tree: part.tree, base: outer.source), extra: checker.extra,
      checksInterpreter: part.place == .root && checker.target.loader == .compat,
      rootName: String(part.tree.prefix.dropLast()))
    for (path, error) in part.tree.unreadable { result.unreadable[TreePath.last(path)] = error }
    return result
  }

  /// What one member needs, and who answers.
  func link(of path: String, _ checker: Checker) throws(ReadError) -> LinkSet {
    guard let link = try Self.link(of: path, parts, among: checker.surroundings, checker) else {
      throw .archiveMember("no such program or library in it")
    }
    return link
  }

  private static func link(
    of path: String, _ parts: [Part], among outer: Surroundings, _ checker: Checker
  ) throws(ReadError) -> LinkSet? {
    for part in parts where path.hasPrefix(part.tree.prefix) {
      let surroundings = surroundings(part, outer, checker)
      let name = String(path.dropFirst(part.tree.prefix.count))
      if part.tree.member(at: name) != nil {
        return surroundings.links.link(try surroundings.source.object(at: path).get())
      }
      for (nested, tree) in part.tree.archives where name.hasPrefix(nested + "!") {
        let inner = try Self.parts(of: try tree.get())
        if let found = try link(of: path, inner, among: surroundings, checker) { return found }
      }
    }
    return nil
  }

  private static func reports(_ part: Part, among outer: ArchiveSurroundings?, _ checker: Checker) -> [FileReport] {
    let tree = part.tree
    let name = String(tree.prefix.dropLast())
    let around = ArchiveSurroundings(part, among: outer)
    let surroundings = around.of(checker)
    var reports: [FileReport] = []
    var passedOver = tree.otherCount
    for path in tree.objectPaths where !checker.isStopped() {
      let shown = tree.prefix + path
      switch surroundings.source.object(at: shown) {
      case .success(let object):
        var report = checker.judge(object, shown, in: surroundings, around: around)
        report.sha256 = tree.member(at: path)?.sha256
        reports.append(report)
      case .failure(let error) where error.isSkippedInScan: passedOver += 1
      case .failure(let error): reports.append(Checker.failure(shown, error))
      }
    }
    for (path, error) in tree.unreadable.prefix(Self.maximumUnreadable) {
      reports.append(Checker.archiveFailure(tree.prefix + path, error))
    }
    if tree.unreadable.count > Self.maximumUnreadable {
      let count = tree.unreadable.count - Self.maximumUnreadable
      var more = Checker.archiveFailure(
        name + "!…", .archiveMember("\(grouped(UInt64(count))) more members cannot be read"))
      more.fileCount = count
      reports.append(more)
    }
    for (path, nested) in tree.archives.sorted(by: { $0.key < $1.key }) {
      do throws(ReadError) {
        reports += Self.reports(try parts(of: try nested.get()), among: around, checker)
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
    let members = passedOver == 1 ? "member is" : "members are"
    rest.remark = "\(grouped(UInt64(passedOver))) \(members) not a program or library"
    return reports + [rest]
  }
}

/// What is around the members of an archive, as the checker of each machine sees it.
final class ArchiveSurroundings {
  private let part: ArchiveContent.Part
  private let outer: ArchiveSurroundings?
  /// One for each machine, so that a library is analysed once.
  private var known: [Machine: Surroundings] = [:]

  init(_ part: ArchiveContent.Part, among outer: ArchiveSurroundings?) {
    self.part = part
    self.outer = outer
  }

  func of(_ checker: Checker) -> Surroundings {
    if let found = known[checker.target.machine] { return found }
    let found = ArchiveContent.surroundings(part, outer?.of(checker) ?? checker.surroundings, checker)
    known[checker.target.machine] = found
    return found
  }
}
