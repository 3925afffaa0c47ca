import ABIComparison
import Glibc

/// What the user asked to check against, before the files are found.
public struct TargetRequest: Sendable {
  /// `musl-1.2.5`, `glibc-2.31`, a path, `host`, or nil for what is found.
  public var name: String?
  /// The shim's path; nil: the root's, else the one beside the tool.
  public var shim: String?
  /// The loader's path; nil: the root's, else the one beside the tool.
  public var loader: String?
  /// False: plain musl and its own loader.
  public var usesShim = true
  /// Needing a newer glibc than this is an error.
  public var maximumGlibc: String?
  /// Where the target is looked for.
  public var root = Root(nil)
  /// What the programs are made for.
  public var machine = Machine.x86_64
  /// The folder of the tool itself: the files built or installed with it stand beside it.
  public var toolFolder = ""

  /// The defaults of the command.
  public init() {}
}

/// Why there is no target.
public struct TargetError: Error, Sendable {
  /// One line: what was asked for and what is there instead.
  public var message: String
  /// Whether it was asked for in a way that no machine and no file could answer.
  public var isMisuse = false
}

/// Finds the libc, the shim and the loader, and reads what they export.
public struct TargetReader {
  let request: TargetRequest
  private static let loaderName = "ld-linux-x86-64.so.2"
  private static let shimName = "libglibc-compat.so.1"

  /// A reader for one request.
  public init(_ request: TargetRequest) { self.request = request }

  /// Reads the files or the table that make up the target.
  public func read() throws(TargetError) -> Target {
    if let target = try glibc() { return target }
    let (libc, machine) = try libcProvider()
    let limit = try limit(machine)
    let maximum = limit.flatMap { GlibcVersion($0.version) }
    guard request.usesShim else {
      return Target(
        machine: machine, loader: .musl, version: libc.version, providers: [libc], maximumGlibc: maximum,
        nodes: limit?.nodes())
    }
    guard machine == .x86_64 else {
      throw TargetError(
        message: "glibc-compat's shim and loader are for x86_64, not for \(machine): check plain musl with --no-shim")
    }
    let shim = try provider(.shim, request.shim, Self.shimName, option: "--shim")
    let loader = try provider(.loader, request.loader, Self.loaderName, option: "--loader")
    return Target(
      machine: machine, loader: .compat, version: libc.version, providers: [loader, shim, libc], maximumGlibc: maximum,
      nodes: limit?.nodes())
  }

  /// The glibc of --max-glibc.
  private func limit(_ machine: Machine) throws(TargetError) -> ExportTable? {
    guard let text = request.maximumGlibc else { return nil }
    if let table = ExportTable.named("glibc-\(text)", machine: machine) { return table }
    guard let newest = ExportTable.newest("glibc", machine: machine) else {
      throw TargetError(message: "--max-glibc: there is no table of glibc for \(machine)")
    }
    throw TargetError(
      message: "--max-glibc \(text): not a version from \(newest.oldest) to \(newest.version)", isMisuse: true)
  }

  /// glibc as the target: a version by its table, libc.so.6 by its path, or the one whose loader the root's programs
  /// start with.
  private func glibc() throws(TargetError) -> Target? {
    guard let name = request.name else { return nil }
    if name.hasPrefix("glibc-") {
      guard let table = ExportTable.named(name, machine: request.machine) else { throw unknown(name) }
      let rows = table.rows
      let provider = Provider(kind: .glibc, path: name, version: table.version, symbols: rows.symbols)
      var target = Target(
        machine: request.machine, loader: .glibc, version: table.version, providers: [provider],
        maximumGlibc: GlibcVersion(table.version), nodes: rows.nodes)
      target.knowsPrivateNames = false
      return target
    }
    if name == "host" {
      // What starts the programs here says which libc is meant: glibc's own loader stands beside its libc.
      guard let interpreter = request.machine.glibcInterpreter, let loader = request.root.resolve(interpreter),
        GlibcFiles.isGlibcLoader(loader)
      else { return nil }
      let folders = request.machine.multiarch.map { ["/lib/\($0)", "/usr/lib/\($0)"] } ?? []
      let places = [GlibcFiles.folder(of: loader)] + folders + ["/usr/lib64", "/lib64", "/usr/lib", "/lib"]
      for place in places {
        let path = place == places[0] ? "\(place)/libc.so.6" : request.root.resolve("\(place)/libc.so.6")
        if let path, let target = GlibcFiles.target(libc: path), target.machine == request.machine { return target }
      }
      throw TargetError(message: "--target host: \(loader) is glibc's loader, but there is no libc.so.6 beside it")
    }
    guard name.contains("/") else { return nil }
    return GlibcFiles.target(libc: Root.realPath(name) ?? name) ?? ExportSnapshot(path: name)?.glibc()
  }

  private func unknown(_ name: String) -> TargetError {
    let machine = request.machine
    if ExportTable.isKnown(name) || machine != .x86_64 {
      let known = ExportTable.inventory(of: machine)
      return TargetError(
        message: "no table of \(name) for \(machine)"
          + (known.isEmpty ? ", nor of any other libc: name one by its path with --target" : "; known: \(known)"))
    }
    return TargetError(
      message: "--target \(name): no such target. Known: \(ExportTable.inventory(of: machine)), "
        + "a path to musl's libc.so or glibc's libc.so.6, or host", isMisuse: true)
  }

  /// musl: a table by name, a file by path, or what the root has; and what it is made for.
  private func libcProvider() throws(TargetError) -> (Provider, Machine) {
    let machine = request.machine
    if let name = request.name, name != "host" {
      if name.contains("/") { return try musl(at: name) }
      guard name.hasPrefix("musl-"), let table = ExportTable.named(name, machine: machine) else { throw unknown(name) }
      return (Provider(kind: .musl, path: name, version: table.version, symbols: table.symbols()), machine)
    }
    let name = machine.muslName
    let places = ["/lib/ld-musl-\(name).so.1", "/usr/lib/\(name)-linux-musl/libc.so", "/usr/lib/ld-musl-\(name).so.1"]
    for place in places {
      guard let host = request.root.resolve(place) else { continue }
      let found = try musl(at: host)
      // i386's folder has another name on some systems; a libc of another machine there is none.
      if found.1 == machine { return found }
    }
    guard request.name == nil, let newest = ExportTable.newest("musl", machine: machine) else {
      let sought = places.map { request.root.prefix + $0 }.joined(separator: ", ")
      throw TargetError(
        message: request.name == nil
          ? "no musl for \(machine) found (looked for \(sought)), and no table of one. Name it with --target PATH"
          : "no musl found (looked for \(sought)). Name it with --target PATH")
    }
    return (
      Provider(kind: .musl, path: newest.name, version: newest.version, symbols: newest.symbols()), machine
    )
  }

  private func musl(at path: String) throws(TargetError) -> (Provider, Machine) {
    if let snapshot = ExportSnapshot(path: path) {
      guard let libc = snapshot.libraries.first(where: { $0.libc == "musl" }) else {
        throw TargetError(message: "\(path): a table of exports, but of no libc")
      }
      let provider = Provider(kind: .musl, path: path, version: libc.version, symbols: libc.symbols)
      return (provider, Machine(tableName: libc.machine) ?? .x86_64)
    }
    do throws(ReadError) {
      let object = try ElfReader.read(path)
      let file = try ElfFile(path: path)
      guard object.symbols.export(named: "__libc_start_main") != nil, object.symbols.export(named: "printf") != nil
      else {
        throw ReadError.notThePart("not a libc: it does not define __libc_start_main and printf")
      }
      let version = MuslVersion.find(in: file)
      return (Provider(kind: .musl, path: path, version: version, symbols: object.symbols), file.machine)
    } catch {
      throw TargetError(message: "--target \(path): \(error.message)")
    }
  }

  /// What a file is that was named as the shim or the loader and cannot be it. Any library can stand in front of musl
  /// as a shim does, and only one loader has the shim's hook.
  private static func other(_ kind: Provider.Kind, _ symbols: SymbolTable, isProgram: Bool = false) -> String? {
    if kind == .loader, symbols.export(named: "__glibc_compat_loader") == nil { return "not glibc-compat's loader" }
    return isProgram ? "a program, not a library" : nil
  }

  /// The shim or the loader: as named, else in the root, else beside the tool.
  private func provider(
    _ kind: Provider.Kind, _ named: String?, _ name: String, option: String
  ) throws(TargetError) -> Provider {
    var candidates: [String] = []
    if let named {
      candidates = [named]
    } else {
      if !request.root.isHost {
        candidates = ["/lib64", "/usr/lib", "/usr/local/lib", "/lib"].compactMap {
          request.root.resolve("\($0)/\(name)")
        }
      }
      candidates += ["../x86_64", "../lib", "../lib64", "../lib/x86_64-linux-musl"].map {
        "\(request.toolFolder)/\($0)/\(name)"
      }
      candidates += ["/usr/local/lib/\(name)", "/lib64/\(name)", "/usr/lib/\(name)", "/lib/\(name)"]
    }
    if let named, let library = ExportSnapshot(path: named)?.libraries.first {
      if let other = Self.other(kind, library.symbols) { throw TargetError(message: "\(option) \(named): \(other)") }
      return Provider(kind: kind, path: named, version: nil, symbols: library.symbols)
    }
    var last: ReadError?
    for candidate in candidates {
      do throws(ReadError) {
        let object = try ElfReader.read(Root.realPath(candidate) ?? candidate)
        // On a glibc system the path holds glibc's own loader, which is not the one that is meant.
        if let other = Self.other(kind, object.symbols, isProgram: object.isProgram) {
          if named == nil { continue }
          throw ReadError.notThePart(other)
        }
        return Provider(kind: kind, path: Root.realPath(candidate) ?? candidate, version: nil, symbols: object.symbols)
      } catch {
        if named != nil || error != .notFound { last = error }
      }
    }
    if let last, let named { throw TargetError(message: "\(option) \(named): \(last.message)") }
    throw TargetError(
      message: "no \(name) found beside the tool\(request.root.isHost ? "" : " or in the sysroot"). "
        + "Name it with \(option) PATH, or check plain musl with --no-shim")
  }
}
