import Glibc
import Synchronization

/// The files that a loader will see, by the paths under which it will see them.
public protocol FileRoot: Sendable {
  /// Where a path inside really is, all symbolic links followed; nil where nothing is there. Ready for
  /// ``ObjectSource``.
  func resolve(_ path: String) -> String?
  /// The opposite: a path from ``resolve(_:)`` as the loader will see it, for messages and for $ORIGIN.
  func inside(_ path: String) -> String
  /// A small text file's lines without comments; empty where it is missing.
  func lines(_ path: String) -> [String]
  /// The files that a glob pattern names.
  func paths(matching pattern: String) -> [String]
}

/// The file system that programs will see: the machine's own, or a folder that stands for it (`--sysroot`).
public struct Root: FileRoot {
  /// Without a slash at the end; empty for the machine's own.
  public let prefix: String

  /// - Parameter path: the folder; nil is the machine itself.
  public init(_ path: String?) {
    guard let path, let real = Self.realPath(path), real != "/" else {
      prefix = ""
      return
    }
    prefix = real
  }

  /// Whether it is the machine itself.
  public var isHost: Bool { prefix.isEmpty }

  static func realPath(_ path: String) -> String? {
    guard let resolved = path.withName({ realpath($0, nil) }) else { return nil }
    defer { free(resolved) }
    return FileName.text(resolved)
  }

  /// A path as it is from the root directory, links as they are.
  static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = realPath(".") else { return path }
    return folder == "/" ? "/" + path : folder + "/" + path
  }

  /// The host path of a path inside, all symbolic links followed as the root sees them; nil where nothing is there.
  public func resolve(_ path: String) -> String? {
    if isHost { return Self.realPath(path) }
    var links = 0
    var pending = path.split(separator: "/").map(String.init)[...]
    var done: [String] = []
    while let part = pending.popFirst() {
      if part == "." { continue }
      if part == ".." {
        _ = done.popLast()
        continue
      }
      let host = prefix + "/" + (done + [part]).joined(separator: "/")
      var info = stat()
      guard host.withName({ lstat($0, &info) }) == 0 else { return nil }
      guard info.st_mode & S_IFMT == S_IFLNK else {
        done.append(part)
        continue
      }
      links += 1
      guard links < 40, let target = readLink(host) else { return nil }
      if target.hasPrefix("/") { done = [] }
      pending = target.split(separator: "/").map(String.init)[...] + pending
    }
    return prefix + "/" + done.joined(separator: "/")
  }

  private func readLink(_ path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = path.withName { readlink($0, &buffer, buffer.count) }
    return count > 0 ? FileName.text(buffer.prefix(count)) : nil
  }

  /// A host path as the root sees it, for messages and for $ORIGIN.
  public func inside(_ hostPath: String) -> String {
    guard !isHost, hostPath.hasPrefix(prefix + "/") else { return hostPath }
    return String(hostPath.dropFirst(prefix.count))
  }

  /// Where an argument of the command line is: inside the root if it is there, else as it stands. A path into the
  /// root's folder is taken as the root sees it too, so that $ORIGIN and absolute links mean what they will mean there.
  public func locate(_ argument: String) -> String {
    guard !isHost else { return argument }
    if argument.hasPrefix("/"), !argument.hasPrefix(prefix + "/") { return resolve(argument) ?? argument }
    let parts = argument.split(separator: "/").map(String.init)
    guard let last = parts.last else { return argument }
    let folder = (argument.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
    guard let real = Self.realPath(folder.isEmpty ? "." : folder) else { return argument }
    let absolute = real + "/" + last
    return absolute.hasPrefix(prefix + "/") ? resolve(inside(absolute)) ?? argument : argument
  }

  /// A small text file's lines without comments; empty where it is missing.
  public func lines(_ path: String) -> [String] {
    guard let host = resolve(path), let text = readSmallFile(host) else { return [] }
    return Self.lines(of: text)
  }

  /// The lines of a configuration file, without comments and blanks around them.
  static func lines(of text: String) -> [String] {
    text.split(separator: "\n").map { line in
      String(line.prefix { $0 != "#" }).trimmingBlanks
    }.filter { !$0.isEmpty }
  }

  /// The paths inside that match a shell pattern, sorted.
  public func paths(matching pattern: String) -> [String] {
    var result = glob_t()
    defer { globfree(&result) }
    guard (prefix + pattern).withName({ glob($0, 0, nil, &result) }) == 0 else { return [] }
    return (0..<Int(result.gl_pathc)).compactMap { result.gl_pathv[$0].map { inside(FileName.text($0)) } }
  }
}

/// A root that remembers where paths lead: a scan asks for the same few libraries thousands of times.
final class RememberingRoot: FileRoot {
  private let root: any FileRoot
  private let known = Mutex<[String: String?]>([:])
  /// Enough for every library of a distribution; a scan of more only asks again.
  private static let maximum = 65536

  init(_ root: any FileRoot) { self.root = root }

  func resolve(_ path: String) -> String? {
    if let answer = known.withLock({ $0[path] }) { return answer }
    let answer = root.resolve(path)
    known.withLock { if $0.count < Self.maximum { $0[path] = .some(answer) } }
    return answer
  }
  func inside(_ path: String) -> String { root.inside(path) }
  func lines(_ path: String) -> [String] { root.lines(path) }
  func paths(matching pattern: String) -> [String] { root.paths(matching: pattern) }
}

extension String {
  var trimmingBlanks: String {
    var view = self[...]
    while let first = view.first, first == " " || first == "\t" { view.removeFirst() }
    while let last = view.last, last == " " || last == "\t" || last == "\r" { view.removeLast() }
    return String(view)
  }
}

/// A text file of at most 1 MiB.
public func readSmallFile(_ path: String) -> String? {
  guard let (fd, size) = try? openRegularFile(path), size <= 1 << 20 else { return nil }
  defer { close(fd) }
  var buffer = [UInt8](repeating: 0, count: Int(size))
  let count = read(fd, &buffer, buffer.count)
  return count >= 0 ? String(decoding: buffer.prefix(count), as: UTF8.self) : nil
}
