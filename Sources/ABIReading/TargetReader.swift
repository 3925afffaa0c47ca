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
  /// The folder of the tool itself: the files built or installed with it stand beside it.
  public var toolFolder = ""

  /// The defaults of the command.
  public init() {}
}

/// Why there is no target.
public struct TargetError: Error, Sendable {
  /// One line: what was asked for and what is there instead.
  public var message: String
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
    var limit: ExportTable?
    if let text = request.maximumGlibc {
      limit = ExportTable.named("glibc-\(text)")
      guard limit != nil else {
        throw TargetError(message: "--max-glibc \(text): not a version from 2.17 to \(newestGlibc)")
      }
    }
    let maximum = limit.flatMap { GlibcVersion($0.version) }
    let libc = try libcProvider()
    guard request.usesShim else {
      return Target(
        machine: .x86_64, loader: .musl, version: libc.version, providers: [libc], maximumGlibc: maximum,
        nodes: limit?.nodes())
    }
    let shim = try provider(.shim, request.shim, Self.shimName, option: "--shim")
    let loader = try provider(.loader, request.loader, Self.loaderName, option: "--loader")
    return Target(
      machine: .x86_64, loader: .compat, version: libc.version, providers: [loader, shim, libc], maximumGlibc: maximum,
      nodes: limit?.nodes())
  }

  private var newestGlibc: String { ExportTable.newest("glibc")?.version ?? "" }

  /// glibc as the target: a version by its table, libc.so.6 by its path, or the one whose loader the root's programs start with.
  private func glibc() throws(TargetError) -> Target? {
    guard let name = request.name else { return nil }
    if name.hasPrefix("glibc-") {
      guard let table = ExportTable.named(name) else { throw unknown(name) }
      let provider = Provider(kind: .glibc, path: name, version: table.version, symbols: table.symbols())
      var target = Target(
        machine: .x86_64, loader: .glibc, version: table.version, providers: [provider],
        maximumGlibc: GlibcVersion(table.version), nodes: table.nodes())
      target.knowsPrivateNames = false
      return target
    }
    if name == "host" {
      // What starts the programs here says which libc is meant: glibc's own loader stands beside its libc.
      guard let loader = request.root.resolve(GlibcFiles.interpreter), GlibcFiles.isGlibcLoader(loader) else {
        return nil
      }
      let places = [GlibcFiles.folder(of: loader), "/lib/x86_64-linux-gnu", "/usr/lib64", "/lib64", "/usr/lib", "/lib"]
      for place in places {
        let path = place == places[0] ? "\(place)/libc.so.6" : request.root.resolve("\(place)/libc.so.6")
        if let path, let target = GlibcFiles.target(libc: path) { return target }
      }
      throw TargetError(message: "--target host: \(loader) is glibc's loader, but there is no libc.so.6 beside it")
    }
    guard name.contains("/") else { return nil }
    return GlibcFiles.target(libc: Root.realPath(name) ?? name) ?? ExportSnapshot(path: name)?.glibc()
  }

  private func unknown(_ name: String) -> TargetError {
    let known = ExportTable.inventory.joined(separator: ", ")
    return TargetError(
      message: "--target \(name): no such target. Known: \(known), a path to musl's libc.so or glibc's libc.so.6, or host")
  }

  /// musl: a table by name, a file by path, or what the root has.
  private func libcProvider() throws(TargetError) -> Provider {
    if let name = request.name, name != "host" {
      if name.contains("/") { return try musl(at: name) }
      guard name.hasPrefix("musl-"), let table = ExportTable.named(name) else {
        throw unknown(name)
      }
      return Provider(kind: .musl, path: name, version: table.version, symbols: table.symbols())
    }
    let places = ["/lib/ld-musl-x86_64.so.1", "/usr/lib/x86_64-linux-musl/libc.so", "/usr/lib/ld-musl-x86_64.so.1"]
    for place in places {
      if let host = request.root.resolve(place) { return try musl(at: host) }
    }
    guard request.name == nil, let newest = ExportTable.newest("musl") else {
      throw TargetError(
        message:
          "no musl found (looked for \(places.map { request.root.prefix + $0 }.joined(separator: ", "))). Name it with --target PATH"
      )
    }
    return Provider(kind: .musl, path: newest.name, version: newest.version, symbols: newest.symbols())
  }

  private func musl(at path: String) throws(TargetError) -> Provider {
    if let snapshot = ExportSnapshot(path: path) {
      guard let libc = snapshot.libraries.first(where: { $0.libc == "musl" }) else {
        throw TargetError(message: "\(path): a table of exports, but of no libc")
      }
      return Provider(kind: .musl, path: path, version: libc.version, symbols: libc.symbols)
    }
    do throws(ReadError) {
      let object = try ElfReader.read(path)
      let file = try ElfFile(path: path)
      guard object.symbols.export(named: "__libc_start_main") != nil, object.symbols.export(named: "printf") != nil
      else {
        throw ReadError.damaged("no libc: it does not define __libc_start_main and printf")
      }
      return Provider(kind: .musl, path: path, version: MuslVersion.find(in: file), symbols: object.symbols)
    } catch {
      throw TargetError(message: "\(path): \(error.message)")
    }
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
      return Provider(kind: kind, path: named, version: nil, symbols: library.symbols)
    }
    var last: ReadError?
    for candidate in candidates {
      do throws(ReadError) {
        let object = try ElfReader.read(Root.realPath(candidate) ?? candidate)
        // On a glibc system the path holds glibc's own loader, which is not the one that is meant.
        if named == nil, kind == .loader, object.symbols.export(named: "__glibc_compat_loader") == nil { continue }
        return Provider(kind: kind, path: Root.realPath(candidate) ?? candidate, version: nil, symbols: object.symbols)
      } catch {
        if named != nil || error != .notFound { last = error }
      }
    }
    if let last, let named { throw TargetError(message: "\(named): \(last.message)") }
    throw TargetError(
      message: "no \(name) found beside the tool\(request.root.isHost ? "" : " or in the sysroot"). "
        + "Name it with \(option) PATH, or check plain musl with --no-shim")
  }
}

/// musl's version: the only string of its libc of the form 1.2.3, near "musl libc".
enum MuslVersion {
  static func find(in file: ElfFile) -> String? {
    for segment in file.segments where segment.type == 1 && segment.flags & 0b010 == 0 {
      guard let bytes = file.bytes(at: segment.offset, count: min(segment.fileSize, 4 << 20))?.bytes else { continue }
      var start = 0
      for (index, byte) in bytes.enumerated() where byte == 0 {
        defer { start = index + 1 }
        guard (5...9).contains(index - start), (0x30...0x39).contains(bytes[start]), bytes[start + 1] == 0x2E else {
          continue
        }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        if GlibcVersion(text)?.numbers.count == 3 { return text }
      }
    }
    return nil
  }
}
