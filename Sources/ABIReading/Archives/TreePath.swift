/// The names of archive members as paths inside the tree that they make: no slash at either end, no "." and no "..".
enum TreePath {
  static let maximumLength = 4096

  /// Nil for a name that leads out of the tree or is longer than any file system takes: unpackers refuse such members
  /// too.
  static func normal(_ name: String) -> String? {
    guard name.utf8.count <= maximumLength, !name.utf8.contains(0) else { return nil }
    var parts: [Substring] = []
    for part in name.split(separator: "/") where part != "." {
      if part == ".." { return nil }
      parts.append(part)
    }
    return parts.joined(separator: "/")
  }

  static func parent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  static func last(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
