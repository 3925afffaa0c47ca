import ABIComparison
import ABIReading
import ArgumentParser

struct Layout: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare how types lie in memory, from the debug information of two files.",
    discussion: """
      Compares size, alignment and the place of every public member, nested ones too. Members with a leading \
      underscore belong to the libc and are notes only. Without a TYPE it compares every structure and union that both \
      files define. Without --reference it prints the layouts; \
      what it prints with --format json can be the --reference or --provider of another run. Exit status 1 if a \
      layout differs, 3 if there is no \
      debug information or a type is not in it. Without debug information ucontext_t is compared by the places where \
      the code of getcontext stores each register (x86_64, aarch64, riscv; evidence: code).
      """)

  @Argument(help: "Types: ucontext_t, 'struct sched_param', 'ns::Class'. None: all that both have.")
  var types: [String] = []
  @Option(help: "The file to judge.", completion: .file())
  var provider: String
  @Option(help: "The file that is right, such as glibc's libc.so.6.", completion: .file())
  var reference: String?
  @Option(help: "A folder of separate debug files, as /usr/lib/debug.", completion: .directory)
  var debugDir: [String] = []
  @Option(
    help: "A folder that stands for the root: the files and /usr/lib/debug are looked for there.",
    completion: .directory)
  var sysroot: String?
  @Flag(help: "Members with a leading underscore count as the others do.")
  var allMembers = false
  @OptionGroup var report: ReportOptions
  @OptionGroup var caching: CacheOptions

  func validate() throws {
    if let sysroot, !isDirectory(sysroot) { throw ValidationError("--sysroot \(sysroot): not a directory") }
  }

  func run() throws {
    try report.open(forms: [.text, .json])
    let root = Root(sysroot)
    var output = LayoutOutput(report: report, listsEqual: !types.isEmpty, root: root)
    let cache = caching.cache
    let own = try read(provider, root, cache)
    guard let reference else { return try show(own, &output) }
    let other = try read(reference, root, cache)
    if own.machine != other.machine { output.remark("different machines: \(own.machine) and \(other.machine)") }
    let names = types.isEmpty ? own.layouts.keys.filter { other.layouts[$0] != nil }.sorted() : types
    for type in names { compare(type, own, other, &output) }
    if types.isEmpty {
      for part in own.missingParts + other.missingParts { output.remark("not read: \(part)") }
      if output.total == 0 { output.unknown("all types", "none is in both files") }
    }
    output.finish(provider: own.path, reference: other.path)
    throw StatusError(output.differs ? .findings : output.isPartial ? .notChecked : .clean)
  }

  private func compare(_ type: String, _ own: LayoutSource, _ other: LayoutSource, _ output: inout LayoutOutput) {
    if let here = own.layouts[type], let there = other.layouts[type] {
      output.compared(there, LayoutComparison(provider: here, reference: there, includingPrivate: allMembers))
    } else if Self.isContext(type), let code = own.code, let reference = other.code {
      output.compared(type, code.compared(with: reference))
    } else if Self.isContext(type), let code = own.code, let there = other.layouts[type] {
      output.compared(type, code.compared(with: there))
    } else if Self.isContext(type), let here = own.layouts[type], let code = other.code {
      output.compared(type, code.compared(with: here))
    } else {
      output.unknown(type, [own, other].compactMap { $0.whyAbsent(type) }.joined(separator: "; "))
    }
  }

  private func show(_ own: LayoutSource, _ output: inout LayoutOutput) throws {
    for type in types.isEmpty ? own.layouts.keys.sorted() : types {
      if let layout = own.layouts[type] {
        output.show(layout, privateToo: allMembers || report.verbose)
      } else if Self.isContext(type), let code = own.code {
        output.show(type, code)
      } else {
        output.unknown(type, own.whyAbsent(type) ?? "not read")
      }
    }
    output.finish(provider: own.path, machine: own.machine)
    throw StatusError(output.isPartial ? .notChecked : .clean)
  }

  static func isContext(_ type: String) -> Bool { type == "ucontext_t" || type == "struct ucontext_t" }

  private func read(_ argument: String, _ root: Root, _ cache: ReadCache?) throws -> LayoutSource {
    let path = root.locate(argument)
    if let snapshot = try LayoutSource(snapshot: path) { return snapshot }
    do throws(DebugInfoError) {
      let folders = debugDir + [root.prefix + "/usr/lib/debug"]
      let reader = try LayoutReader(path: path, debugFolders: folders, root: root, cache: cache)
      let layouts = types.isEmpty ? reader.allLayouts() : reader.layouts(types)
      let needsCode = types.contains { Self.isContext($0) && layouts[$0] == nil }
      return LayoutSource(reader: reader, layouts: layouts, code: needsCode ? try? ContextCode(path: path) : nil)
    } catch {
      // Without debug information the code of getcontext still tells where one type's members are.
      guard types.contains(where: Self.isContext) else { throw StatusError(.notChecked, error.message) }
      do throws(DebugInfoError) {
        return LayoutSource(code: try ContextCode(path: path), why: error.message)
      } catch let second {
        throw StatusError(.notChecked, "\(error.message); and \(second.message)")
      }
    }
  }
}

/// What is known of one file's layouts: from its debug information, else from its code.
struct LayoutSource {
  let path: String
  let machine: Machine
  let layouts: [String: TypeLayout]
  let missingParts: [String]
  let code: ContextCode?
  private let reader: LayoutReader?
  private let why: String

  init(reader: LayoutReader, layouts: [String: TypeLayout], code: ContextCode?) {
    (path, machine, missingParts) = (reader.debugPath, reader.machine, reader.missingParts)
    (self.reader, self.layouts, self.code, why) = (reader, layouts, code, "")
  }

  init(code: ContextCode, why: String) {
    (path, machine, missingParts) = (code.path, code.machine, [])
    (reader, layouts, self.code, self.why) = (nil, [:], code, why)
  }

  /// Layouts that were read before.
  init(path: String, machine: Machine, layouts: [String: TypeLayout], why: String) {
    (self.path, self.machine, self.layouts, self.why) = (path, machine, layouts, why)
    (missingParts, code, reader) = ([], nil, nil)
  }

  /// Why a type is not known here; nil where it is.
  func whyAbsent(_ type: String) -> String? {
    if layouts[type] != nil { return nil }
    return reader?.whyAbsent(type) ?? why
  }
}
