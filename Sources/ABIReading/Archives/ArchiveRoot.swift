import ABIComparison
import Glibc
import Synchronization

/// An archive in the place of a file system: what a loader would see if it were unpacked.
struct ArchiveRoot: FileRoot {
  /// Where the members will be.
  enum Place {
    /// In a folder that nobody knows yet (a wheel, a zip file): only paths relative to members lead to members.
    case somewhere
    /// In the root directory, over what is there: packages.
    case overRoot
    /// They are a root directory of their own: images and whole systems.
    case root
  }

  let tree: ArchiveTree
  let place: Place
  /// What is outside: the machine or the sysroot, or the archive around this one.
  let base: any FileRoot
  /// The folder name under which members of a ``Place/somewhere`` archive are seen. No real path has it.
  private let mount: String

  init(tree: ArchiveTree, place: Place, base: any FileRoot) {
    self.tree = tree
    self.place = place
    self.base = base
    mount = "/" + TreePath.last(tree.prefix) + "/"
  }

  func resolve(_ path: String) -> String? {
    switch place {
    case .somewhere:
      guard path.hasPrefix(mount) else { return base.resolve(path) }
      return tree.resolve(String(path.dropFirst(mount.count)), isRoot: false).map { tree.prefix + $0 }
    case .overRoot:
      return tree.resolve(path, isRoot: true).map { tree.prefix + $0 } ?? base.resolve(path)
    case .root:
      return tree.resolve(path, isRoot: true).map { tree.prefix + $0 }
    }
  }

  func inside(_ path: String) -> String {
    guard path.hasPrefix(tree.prefix) else { return base.inside(path) }
    let member = path.dropFirst(tree.prefix.count)
    return place == .somewhere ? mount + member : "/" + member
  }

  func lines(_ path: String) -> [String] {
    if place != .somewhere, let text = tree.resolve(path, isRoot: true).flatMap({ tree.text(at: $0) }) {
      return Root.lines(of: text)
    }
    return place == .root ? [] : base.lines(path)
  }

  func paths(matching pattern: String) -> [String] {
    let outside = place == .root ? [] : base.paths(matching: pattern)
    guard place != .somewhere else { return outside }
    let own = tree.texts.map { "/" + $0 }.filter { fnmatch(pattern, $0, FNM_PATHNAME) == 0 }
    return Set(outside + own).sorted()
  }
}

/// The programs and libraries of an archive, and those of what is outside.
final class ArchiveObjects: ObjectSource {
  private struct State {
    var objects: [String: ElfObject] = [:]
    var analyses: [String: ObjectAnalysis] = [:]
  }

  let tree: ArchiveTree
  let base: any ObjectSource
  private let state = Mutex(State())
  var target: Target { base.target }

  init(tree: ArchiveTree, base: any ObjectSource) {
    self.tree = tree
    self.base = base
  }

  func object(at path: String) -> Result<ElfObject, ReadError> {
    guard path.hasPrefix(tree.prefix) else { return base.object(at: path) }
    guard let member = tree.member(at: String(path.dropFirst(tree.prefix.count))) else {
      return .failure(.notELF("data"))
    }
    return member.object.map { object in
      // Another name of the same file (a hard link) is another place, and so another $ORIGIN.
      guard object.path != path else { return object }
      return state.withLock { state in
        if let known = state.objects[path] { return known }
        var contents = object.contents
        contents.path = path
        let named = ElfObject(contents)
        state.objects[path] = named
        return named
      }
    }
  }

  func analysis(of object: ElfObject) -> ObjectAnalysis {
    guard object.path.hasPrefix(tree.prefix) else { return base.analysis(of: object) }
    if let known = state.withLock({ $0.analyses[object.path] }) { return known }
    let analysis = ObjectAnalysis(object, target: target, isRoot: false)
    state.withLock { $0.analyses[object.path] = analysis }
    return analysis
  }
}
