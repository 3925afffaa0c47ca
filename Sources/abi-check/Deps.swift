import ABIComparison
import ABIReading
import ArgumentParser

struct Deps: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the libraries a file needs, and who answers for each.",
    discussion: "Exit status 1 if a library is missing, 3 if the file cannot be read.")

  @Argument(help: "A program or library.", completion: .file())
  var path: String
  @OptionGroup var target: TargetOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var caching: CacheOptions

  func run() throws {
    try report.open(forms: [.text, .json])
    let root = target.root
    let isGlibc = target.target?.hasPrefix("glibc-") == true
    let loader: Target.Loader = isGlibc ? .glibc : target.noShim ? .musl : .compat
    let link: LinkSet
    do throws(ReadError) {
      if let member = try Checker.link(
        ofMember: path, loader: loader, root: root, extra: target.extra, cache: caching.cache)
      {
        link = member
      } else {
        link = try self.link(root.locate(path), loader, root)
      }
    } catch {
      throw StatusError(.notChecked, "\(path): \(error.message)")
    }
    let answerer = loader == .musl ? "musl" : loader == .glibc ? "glibc" : "glibc-compat and musl"
    if report.format == .text {
      writeText(link, root: root, answerer: answerer)
    } else {
      writeJSON(link, answerer: answerer)
    }
    let missing = link.edges.contains {
      if case .missing = $0.answer { true } else if case .unfit = $0.answer { true } else { false }
    }
    throw StatusError(missing ? .findings : .clean)
  }

  private func link(_ path: String, _ loader: Target.Loader, _ root: Root) throws(ReadError) -> LinkSet {
    let object = try ElfReader.read(path)
    let search = LibrarySearch(root: root, loader: loader, machine: object.contents.machine, extra: target.extra)
    let empty = Target(machine: object.contents.machine, loader: loader, version: nil, providers: [])
    return LinkReader(store: ObjectStore(target: empty), search: search).link(object)
  }

  private func writeText(_ link: LinkSet, root: Root, answerer: String) {
    Output.line(root.inside(link.root.path).visible)
    var shown: Set<String> = []
    write(link, of: link.root, indent: "  ", root: root, answerer: answerer, shown: &shown)
    if let cut = link.cut { Output.line("not followed: \(cut)") }
    for note in Set(link.objects.flatMap(\.contents.dlopenNotes)).sorted() {
      Output.line("not judged, opened by dlopen: \(note.visible)")
    }
  }

  private func write(
    _ link: LinkSet, of object: ElfObject, indent: String, root: Root, answerer: String, shown: inout Set<String>
  ) {
    let requester = LinkSet.shortName(object.path)
    guard shown.insert(object.path).inserted, indent.count < 140 else { return }
    for name in object.contents.needed {
      guard let edge = link.edges.first(where: { $0.name == name && $0.requiredBy == requester }) else { continue }
      switch edge.answer {
      case .libc: Output.line("\(indent)\(name.visible)  → \(answerer)")
      case .missing(let sought):
        let beside = edge.beside.map { "; beside it: \(root.inside($0).visible)" } ?? ""
        Output.line("\(indent)\(name.visible)  → missing (sought in \(sought.joined(separator: ", "))\(beside))")
      case .unfit(let path, let why): Output.line("\(indent)\(name.visible)  → unfit: \(path.visible) is \(why)")
      case .file(let path):
        let again = shown.contains(path) ? "  (above)" : ""
        Output.line("\(indent)\(name.visible)  → \(root.inside(path).visible)\(again)")
        if let library = link.objects.first(where: { $0.path == path }), again.isEmpty {
          write(link, of: library, indent: indent + "  ", root: root, answerer: answerer, shown: &shown)
        }
      }
    }
  }

  private func writeJSON(_ link: LinkSet, answerer: String) {
    let edges = link.edges.map { edge -> JSON in
      let (provider, path): (String, String?) =
        switch edge.answer {
        case .libc: (answerer, nil)
        case .file(let path): ("file", path)
        case .missing: ("missing", nil)
        case .unfit(let path, _): ("unfit", path)
        }
      return .object([
        ("name", .string(edge.name)), ("required_by", .string(edge.requiredBy)), ("provider", .string(provider)),
        ("path", JSON(path)),
      ])
    }
    Output.line(
      JSON.object([
        ("schema", .string(JSONReport.schema)), ("tool", JSONReport.tool), ("path", .string(link.root.path)),
        ("needed", .array(edges)),
      ]).text(indent: 0))
  }
}
