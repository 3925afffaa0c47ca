import ABIComparison
import Glibc

/// Finds a needed library as the target's loader would.
public struct LibrarySearch: Sendable {
  /// The files that libraries are looked for in.
  public let root: any FileRoot
  /// Whose search rules count.
  public let loader: Target.Loader
  /// Libraries of another machine are passed over, as a loader does.
  public let machine: Machine
  /// What LD_LIBRARY_PATH will name (`-L`), host paths.
  public let extra: [String]
  /// The folders that are asked last, as the root sees them.
  let standard: [String]
  /// What is asked for an object without search paths of its own.
  let plain: [String]

  /// - Parameter extra: folders that LD_LIBRARY_PATH will name, searched first.
  public init(root: any FileRoot, loader: Target.Loader, machine: Machine, extra: [String]) {
    self.root = root
    self.loader = loader
    self.machine = machine
    self.extra = extra
    switch loader {
    case .musl: standard = Self.muslFolders(root, machine)
    case .glibc: standard = Self.configured(root, "/etc/ld.so.conf", depth: 0) + Self.defaults(machine)
    case .compat:
      standard =
        Self.configured(root, "/etc/ld.so.conf", depth: 0) + Self.defaults(machine)
        + Self.muslFolders(root, machine).filter { $0.hasPrefix("/") }
    }
    plain = Self.once(extra + standard)
  }

  private static func defaults(_ machine: Machine) -> [String] {
    let own = machine.multiarch.map { ["/lib/\($0)", "/usr/lib/\($0)"] } ?? []
    return own + (machine.is64 ? ["/lib64", "/usr/lib64"] : []) + ["/lib", "/usr/lib"]
  }

  /// musl: the folders in its path file, else the built-in three. glibc-compat's loader looks there last of all.
  private static func muslFolders(_ root: any FileRoot, _ machine: Machine) -> [String] {
    let file = "/etc/ld-musl-\(machine.muslName).path"
    guard root.resolve(file) != nil else { return ["/lib", "/usr/local/lib", "/usr/lib"] }
    return root.lines(file).flatMap { $0.split(separator: ":").map(String.init) }
  }

  /// ld.so.conf with its includes.
  private static func configured(_ root: any FileRoot, _ path: String, depth: Int) -> [String] {
    guard depth < 8 else { return [] }
    return root.lines(path).flatMap { line -> [String] in
      guard line.hasPrefix("include") else {
        return line.hasPrefix("hwcap") ? [] : line.split { " \t:,".contains($0) }.map(String.init)
      }
      let pattern = String(line.dropFirst(7)).trimmingBlanks
      let absolute = pattern.hasPrefix("/") ? pattern : "/etc/" + pattern
      return root.paths(matching: absolute).flatMap { configured(root, $0, depth: depth + 1) }
    }
  }

  /// A library by name for one object; `chain` is the object and those that led to it, outermost last.
  ///
  /// `folders` is what ``folders(for:)`` says of the chain, asked once for all that an object needs.
  func find(
    _ name: String, for chain: [ElfObject], in folders: [String], fits: (String) -> String?
  ) -> LinkSet.Answer {
    guard let requester = chain.first else { return .missing(sought: []) }
    if name.contains("/") {
      let path = expandTokens(name, of: requester)
      guard let host = root.resolve(path) else { return .missing(sought: [path]) }
      if let why = fits(host) { return .unfit(path: path, why: why) }
      return .file(host)
    }
    var unfit: LinkSet.Answer?
    for folder in folders {
      let candidate = extra.contains(folder) ? Root.realPath(folder + "/" + name) : root.resolve(folder + "/" + name)
      guard let host = candidate else { continue }
      // Both loaders pass over a file for another machine; only at the end is it worth telling.
      if let why = fits(host) {
        unfit = unfit ?? .unfit(path: root.inside(host), why: why)
        continue
      }
      return .file(host)
    }
    return unfit ?? .missing(sought: folders)
  }

  /// The library of a name in the folder of the one that needs it, where no loader looks by itself.
  func beside(_ requester: ElfObject, _ name: String, fits: (String) -> String?) -> String? {
    guard !name.contains("/"), let host = root.resolve(expandTokens("$ORIGIN", of: requester) + "/" + name) else {
      return nil
    }
    return fits(host) == nil ? host : nil
  }

  /// The folders that are asked for what the object needs, in order, each once.
  func folders(for chain: [ElfObject]) -> [String] {
    Self.once(orderedFolders(for: chain))
  }

  /// Whether a name is looked for where all names are: nobody who led to it has search paths.
  func isPlain(_ name: String, for chain: [ElfObject]) -> Bool {
    let isPlain =
      loader == .musl
      ? chain.allSatisfy { $0.contents.rpath.isEmpty && $0.contents.runpath.isEmpty }
      // RUNPATH is for the needs of its own object, and ends what RPATH of others is for it.
      : chain[0].contents.runpath.isEmpty && chain.allSatisfy { $0.contents.rpath.isEmpty }
    return isPlain && !name.utf8.contains(UInt8(ascii: "/"))
  }

  private static func once(_ folders: [String]) -> [String] {
    folders.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func orderedFolders(for chain: [ElfObject]) -> [String] {
    switch loader {
    case .musl:
      // LD_LIBRARY_PATH first; RPATH and RUNPATH are one thing, and those of the ancestors count.
      let own = chain.flatMap { object in
        let paths = object.contents.runpath.isEmpty ? object.contents.rpath : object.contents.runpath
        return paths.map { expandTokens($0, of: object) }
      }
      return extra + own + standard
    case .compat, .glibc:
      guard let requester = chain.first else { return extra + standard }
      var inherited: [String] = []
      if requester.contents.runpath.isEmpty {
        for object in chain where object.contents.runpath.isEmpty {
          inherited += object.contents.rpath.map { expandTokens($0, of: object) }
        }
      }
      return inherited + extra + requester.contents.runpath.map { expandTokens($0, of: requester) } + standard
    }
  }

  /// $ORIGIN, and under glibc's rules $LIB and $PLATFORM.
  private func expandTokens(_ path: String, of object: ElfObject) -> String {
    var inside = root.inside(object.path)
    if !inside.hasPrefix("/") { inside = root.inside(Root.absolute(object.path)) }
    let origin = inside.split(separator: "/").dropLast().joined(separator: "/")
    var text = replace(path, "ORIGIN", "/" + origin)
    if loader != .musl {
      text = replace(text, "LIB", machine.multiarch.map { "lib/\($0)" } ?? "lib")
      text = replace(text, "PLATFORM", machine.muslName)
    }
    return text
  }

  private func replace(_ text: String, _ token: String, _ value: String) -> String {
    var out = ""
    var rest = text[...]
    while let dollar = rest.firstIndex(of: "$") {
      out += rest[..<dollar]
      rest = rest[dollar...]
      if rest.hasPrefix("$\(token)") {
        out += value
        rest = rest.dropFirst(token.count + 1)
      } else if rest.hasPrefix("${\(token)}") {
        out += value
        rest = rest.dropFirst(token.count + 3)
      } else {
        out += "$"
        rest = rest.dropFirst()
      }
    }
    return out + rest
  }
}
