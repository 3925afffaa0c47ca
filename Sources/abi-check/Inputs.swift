import ABIComparison
import ABIReading
import Glibc

/// The files to check, from arguments and folders.
struct Inputs {
  struct File {
    var path: String
    /// Given on the command line: a problem with it is told, not passed over.
    var isNamed: Bool
  }

  var files: [File] = []
  /// Folders that could not be read, and the like.
  var problems: [(path: String, message: String)] = []
  let recurses: Bool
  let followsLinks: Bool
  let readsArchives: Bool
  private var seen: Set<String> = []

  init(recurses: Bool, followsLinks: Bool, readsArchives: Bool) {
    self.recurses = recurses
    self.followsLinks = followsLinks
    self.readsArchives = readsArchives
  }

  /// The machines of the files that were named, where one is a program or library.
  var namedMachines: [Machine] { files.lazy.filter(\.isNamed).prefix(16).compactMap { ElfReader.machine(of: $0.path) } }

  mutating func add(_ path: String, root: Root, isPattern: Bool = false) {
    if path.isEmpty {
      problems.append(("''", "an empty name"))
      return
    }
    let host = root.locate(path)
    var info = stat()
    let isThere = host.withName { lstat($0, &info) } == 0
    if !isThere, !isPattern, path.utf8.contains(where: { "*?[".utf8.contains($0) }) {
      // Quoted from the shell, from a list, or meant for the sysroot: what no shell could expand.
      let found = (path.hasPrefix("/") ? root : Root(nil)).paths(matching: path)
      for match in found { add(match, root: root, isPattern: true) }
      if found.isEmpty { problems.append((path, "no file has such a name")) }
      return
    }
    guard host.withName({ stat($0, &info) }) == 0, info.st_mode & S_IFMT == S_IFDIR else {
      files.append(File(path: host, isNamed: true))
      return
    }
    if readsArchives, isImageLayout(host) {
      files.append(File(path: host, isNamed: true))
      return
    }
    guard recurses else {
      problems.append((path, "a directory; skipped (--no-recurse)"))
      return
    }
    walk(host, depth: 0)
  }

  private mutating func walk(_ folder: String, depth: Int) {
    guard depth < 256 else { return }
    guard let stream = folder.withName({ opendir($0) }) else {
      problems.append((folder, ReadError(errno: errno).message))
      return
    }
    var names: [(name: String, type: UInt8)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { FileName.text($0) }
      }
      if name != ".", name != ".." { names.append((name, entry.pointee.d_type)) }
    }
    closedir(stream)
    for (name, type) in names.sorted(by: { $0.name < $1.name }) {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      var kind = type
      if kind == UInt8(DT_UNKNOWN) || (kind == UInt8(DT_LNK) && followsLinks) {
        var info = stat()
        guard path.withName({ followsLinks ? stat($0, &info) : lstat($0, &info) }) == 0 else { continue }
        kind = info.st_mode & S_IFMT == S_IFDIR ? UInt8(DT_DIR) : info.st_mode & S_IFMT == S_IFREG ? UInt8(DT_REG) : 0
        // A link back up would walk forever.
        if kind == UInt8(DT_DIR), !seen.insert("\(info.st_dev):\(info.st_ino)").inserted { continue }
      }
      if kind == UInt8(DT_DIR) {
        if readsArchives, isImageLayout(path) {
          files.append(File(path: path, isNamed: false))
        } else {
          walk(path, depth: depth + 1)
        }
      }
      if kind == UInt8(DT_REG) { files.append(File(path: path, isNamed: false)) }
    }
  }
}
