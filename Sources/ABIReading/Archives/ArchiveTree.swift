import ABIComparison

/// The members of an archive as a tree of files: the programs and libraries as models, small configuration files as
/// text, links as links, all else only as a name.
///
/// One task fills it; then it does not change any more, and may be shared.
final class ArchiveTree: @unchecked Sendable {
  enum Node {
    case folder
    case object(Member)
    case text(String)
    case symbolicLink(String)
    case hardLink(String)
    case other
  }

  /// A program or library, or why it is none that can be judged.
  struct Member {
    var object: Result<ElfObject, ReadError>
    var sha256: String?
  }

  /// The archive as reports show it, with the mark: "dist/foo.whl!".
  let prefix: String
  let kind: ArchiveKind
  private(set) var nodes: [String: Node] = [:]
  /// Archives among the members, by path.
  private(set) var archives: [String: Result<ArchiveTree, ReadError>] = [:]
  /// Members whose bytes cannot be had: encrypted, too large, packed in a way that libarchive does not know.
  private(set) var unreadable: [(path: String, error: ReadError)] = []
  /// Members with names that lead out of the tree.
  private(set) var refused = 0

  init(prefix: String, kind: ArchiveKind) {
    self.prefix = prefix
    self.kind = kind
  }

  /// A later member of the same name takes the place of the earlier one, as when it is unpacked.
  func add(_ node: Node, at path: String) {
    if case .folder = node, nodes[path] != nil { return }
    nodes[path] = node
    archives[path] = nil
  }

  func add(_ tree: Result<ArchiveTree, ReadError>, at path: String) {
    nodes[path] = .other
    archives[path] = tree
  }

  func addUnreadable(_ path: String, _ error: ReadError) { unreadable.append((path, error)) }
  func refuse(_ count: Int = 1) { refused += count }

  /// Keeps what is not hidden by an upper layer of an image.
  func filter(_ isKept: (String) -> Bool) {
    nodes = nodes.filter { isKept($0.key) }
    archives = archives.filter { isKept($0.key) }
    unreadable = unreadable.filter { isKept($0.path) }
  }

  /// Lays another tree's members over these, but for some.
  func overlay(_ upper: ArchiveTree, without left: Set<String>) {
    nodes.merge(upper.nodes.lazy.filter { !left.contains($0.key) }.map { ($0.key, $0.value) }) { old, new in
      if case .folder = new { old } else { new }
    }
    archives.merge(upper.archives) { _, new in new }
    unreadable += upper.unreadable
    refused += upper.refused
  }

  private static let maximumLinks = 40

  /// The path of the file that a path means, all links followed; nil where there is none. ".." at the top stays there
  /// if the tree is a root directory, else it leads out of what is known.
  func resolve(_ path: String, isRoot: Bool) -> String? {
    var links = 0
    var pending = path.split(separator: "/")[...]
    var done: [Substring] = []
    while let part = pending.popFirst() {
      if part == "." { continue }
      if part == ".." {
        if done.popLast() == nil, !isRoot { return nil }
        continue
      }
      done.append(part)
      let here = done.joined(separator: "/")
      switch nodes[here] {
      case .symbolicLink(let target):
        links += 1
        guard links <= Self.maximumLinks else { return nil }
        // An absolute link means the tree's top only where the tree is the root.
        if target.hasPrefix("/") {
          guard isRoot else { return nil }
          done = []
        } else {
          done.removeLast()
        }
        pending = target.split(separator: "/")[...] + pending
      default: continue
      }
    }
    let here = done.joined(separator: "/")
    return content(at: here) == nil ? nil : here
  }

  /// What a name holds, by its own or as another name of the same file; nil for folders, symbolic links and nothing.
  func content(at path: String) -> Node? {
    var path = path
    for _ in 0..<Self.maximumLinks {
      switch nodes[path] {
      case .hardLink(let target): path = target
      case .object, .text, .other: return nodes[path]
      default: return nil
      }
    }
    return nil
  }

  func member(at path: String) -> Member? {
    if case .object(let member) = content(at: path) { member } else { nil }
  }

  /// The programs and libraries, hard links among them, in the order of their paths.
  var objectPaths: [String] {
    nodes.keys.filter { member(at: $0) != nil }.sorted()
  }

  /// Whether the members lie as in a root directory: those of a package. A bin/ and a lib/ alone are a release that is
  /// unpacked anywhere.
  var hasSystemFolders: Bool {
    nodes[".PKGINFO"] != nil || nodes.keys.contains { $0.hasPrefix("usr/") || $0.hasPrefix("etc/") }
  }

  /// Whether they are a whole system.
  var isSystem: Bool {
    ["etc/os-release", "usr/lib/os-release", "etc/passwd"].contains { nodes[$0] != nil }
  }

  func text(at path: String) -> String? {
    if case .text(let text) = content(at: path) { text } else { nil }
  }

  /// The small files that were kept as text.
  var texts: [String] {
    nodes.compactMap { path, node in if case .text = node { path } else { nil } }
  }

  /// How many files there are that are no programs or libraries.
  var otherCount: Int {
    let unreadable = Set(unreadable.map(\.path))
    return nodes.count { path, node in
      switch node {
      case .text: true
      case .other: archives[path] == nil && !unreadable.contains(path)
      default: false
      }
    }
  }
}
