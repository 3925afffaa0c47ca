import ABIComparison
import ABIReading
import Glibc

extension FileStamp {
  /// The file as it is now; nil where there is none. A folder is an image layout: its index names all the rest by
  /// content.
  static func now(_ path: String) -> FileStamp? {
    var info = stat()
    guard path.withName({ stat($0, &info) }) == 0 else { return nil }
    if info.st_mode & S_IFMT == S_IFDIR {
      guard (path + "/index.json").withName({ stat($0, &info) }) == 0 else { return nil }
    }
    return FileStamp(
      size: Int(info.st_size), modified: "\(info.st_mtim.tv_sec).\(info.st_mtim.tv_nsec)",
      changed: "\(info.st_ctim.tv_sec).\(info.st_ctim.tv_nsec)")
  }

  var json: JSON {
    .object([("size", .int(size)), ("modified", .string(modified)), ("changed", .string(changed))])
  }

  /// What `json` wrote.
  init?(_ json: JSON?) {
    guard let size = json?["size"]?.int, let modified = json?["modified"]?.string,
      let changed = json?["changed"]?.string
    else { return nil }
    self.init(size: size, modified: modified, changed: changed)
  }
}

/// The paths under which a report may fall: its own, and those of the archives that it is in ("a.zip" for
/// "a.zip!lib.so").
func owners(of path: String) -> [String] {
  guard path.utf8.contains(UInt8(ascii: "!")) else { return [path] }
  return path.indices.filter { path[$0] == "!" }.map { String(path[..<$0]) } + [path]
}
