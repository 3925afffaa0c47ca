import ABIComparison

/// A real glibc as the target: its libraries, which stand in one folder.
enum GlibcFiles {
  private static let libraries = [
    "libm.so.6", "libmvec.so.1", "libresolv.so.2", "libpthread.so.0", "libdl.so.2", "librt.so.1", "libutil.so.1",
    "libanl.so.1", "libnsl.so.1", "libBrokenLocale.so.1",
  ]

  static func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
  }

  /// Our own loader stands at the same path; the name that it exports tells.
  static func isGlibcLoader(_ path: String) -> Bool {
    guard let object = try? ElfReader.read(path) else { return false }
    return object.symbols.export(named: "__glibc_compat_loader") == nil
      && object.symbols.export(named: "_rtld_global") != nil
  }

  /// Nil where the file is not glibc's libc.
  static func target(libc path: String) -> Target? {
    guard let libc = try? ElfReader.read(path), libc.contents.soname == "libc.so.6",
      libc.symbols.export(named: "gnu_get_libc_version") != nil
    else { return nil }
    let folder = folder(of: path)
    let loader = libc.contents.machine.glibcInterpreter?.split(separator: "/").last.map { [String($0)] } ?? []
    let parts = [libc] + (libraries + loader).compactMap { try? ElfReader.read("\(folder)/\($0)") }
    let nodes = Set(parts.flatMap(\.contents.definedVersions))
    let version = nodes.compactMap { GlibcVersion($0) }.max()
    let providers = parts.map {
      Provider(kind: .glibc, path: $0.path, version: version?.description, symbols: $0.symbols)
    }
    return Target(
      machine: libc.contents.machine, loader: .glibc, version: version?.description, providers: providers,
      maximumGlibc: version, nodes: nodes)
  }
}
