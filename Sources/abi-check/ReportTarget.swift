import ABIComparison
import ABIReading

/// What a report says of the target. It travels in the first record of JSON lines, so that `merge` needs no target.
struct ReportTarget: Sendable {
  struct Shim: Sendable, Equatable {
    var path: String
    var version: String?
    var sha256: String?
  }

  /// "musl" or "glibc".
  var libc: String
  var version: String?
  var machine: String
  /// "glibc-compat", "musl" or "glibc": whose rules bind.
  var loader: String
  /// The libc's file, or the name of the table that stands for it.
  var path: String?
  var shim: Shim?
  var loaderPath: String?
  /// The folder that stands for the root directory; nil for the machine's own.
  var sysroot: String?
  /// Needing a newer glibc than this is an error.
  var maximumGlibc: String?

  init(_ target: Target, root: Root) {
    libc = target.libcName
    version = target.version
    machine = "\(target.machine)"
    loader = target.loader == .compat ? "glibc-compat" : target.libcName
    path = target.providers.last?.path
    shim = target.provider(.shim).map {
      Shim(path: $0.path, version: $0.version, sha256: SHA256.hex(ofFile: $0.path))
    }
    loaderPath = target.provider(.loader)?.path
    sysroot = root.isHost ? nil : root.prefix
    maximumGlibc = target.maximumGlibc?.description
  }

  /// A path as the programs in the sysroot see it.
  func inside(_ path: String) -> String {
    guard let sysroot, path.hasPrefix(sysroot + "/") else { return path }
    return String(path.dropFirst(sysroot.count))
  }

  /// The target in a few words, for the first line of a report.
  var text: String {
    let number = version.map { " \($0)" } ?? ""
    if loader == "glibc" { return "glibc\(number)" }
    guard let shim else { return "musl\(number), its own loader (\(inside(path ?? "")))" }
    return "musl\(number) + \(LinkSet.shortName(shim.path)) (\(inside(shim.path)))"
  }

  var json: JSON {
    var members: [(String, JSON)] = [
      ("libc", .string(libc)), ("version", JSON(version)), ("machine", .string(machine)), ("loader", .string(loader)),
      ("path", JSON(path)),
    ]
    if let shim {
      let parts: [(String, JSON)] = [
        ("path", .string(shim.path)), ("version", JSON(shim.version)), ("sha256", JSON(shim.sha256)),
      ]
      members.append(("shim", .object(parts)))
    }
    if let loaderPath { members.append(("loader_path", .string(loaderPath))) }
    if let sysroot { members.append(("sysroot", .string(sysroot))) }
    if let maximumGlibc { members.append(("max_glibc", .string(maximumGlibc))) }
    return .object(members)
  }

  /// What `json` wrote; nil where a member that every report has is not there.
  init?(_ json: JSON?) {
    guard let json, let libc = json["libc"]?.string, let machine = json["machine"]?.string,
      let loader = json["loader"]?.string
    else { return nil }
    self.libc = libc
    self.machine = machine
    self.loader = loader
    version = json["version"]?.string
    path = json["path"]?.string
    if let shim = json["shim"], let path = shim["path"]?.string {
      self.shim = Shim(path: path, version: shim["version"]?.string, sha256: shim["sha256"]?.string)
    }
    loaderPath = json["loader_path"]?.string
    sysroot = json["sysroot"]?.string
    maximumGlibc = json["max_glibc"]?.string
  }

  /// Whether two runs judged against the same thing. The shim counts by its bytes, not by where it lay.
  func isSame(as other: ReportTarget) -> Bool {
    difference(from: other) == nil
  }

  /// The first thing in which two targets differ, for the message.
  func difference(from other: ReportTarget) -> String? {
    func text(_ value: String?) -> String { value ?? "none" }
    let pairs: [(String, String?, String?)] = [
      ("libc", libc, other.libc), ("version", version, other.version), ("machine", machine, other.machine),
      ("loader", loader, other.loader), ("path", path, other.path),
      ("shim", shim?.sha256 ?? shim?.path, other.shim?.sha256 ?? other.shim?.path),
      ("sysroot", sysroot, other.sysroot), ("max_glibc", maximumGlibc, other.maximumGlibc),
    ]
    return pairs.first { $0.1 != $0.2 }.map { "\($0.0) \(text($0.1)), not \(text($0.2))" }
  }
}
