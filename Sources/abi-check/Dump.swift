import ABIComparison
import ABIReading
import ArgumentParser

struct Dump: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a snapshot of what libraries export, to check against where they are not.",
    discussion: """
      One row per exported name and version, tab-separated: library, name, version, default or compat, type, size, \
      binding; before them, lines with # name the libraries and their version nodes. Names at GLIBC_PRIVATE are left \
      out unless -v is given. The file stands for the libraries in symbols --provider and --reference, and for a libc, \
      the shim or the loader in --target ./FILE, --shim and --loader. With --format json the same as a document, for \
      other programs.
      """)

  @Argument(help: "Libraries.", completion: .file())
  var paths: [String]
  @OptionGroup var report: ReportOptions

  func run() throws {
    try report.open(forms: [.text, .json])
    var rows: [(library: String, export: Export)] = []
    var marks: [String] = []
    for path in paths {
      do throws(ReadError) {
        let object = try ElfReader.read(path)
        let library = object.contents.soname ?? LinkSet.shortName(path)
        let libc = LibcIdentity(object)
        marks.append(
          ["#library", library, object.contents.machine.tableName, libc?.libc ?? "", libc?.version ?? ""]
            .joined(separator: "\t"))
        marks += object.contents.definedVersions.map { "#node\t\(library)\t\($0)" }
        for symbol in object.symbols.exports {
          let export = Export(symbol, in: object.symbols)
          if export.name == export.version || export.version == "GLIBC_PRIVATE" && !report.verbose { continue }
          rows.append((library, export))
        }
      } catch { throw StatusError(.notChecked, "\(path): \(error.message)") }
    }
    rows.sort { ($0.library, $0.export.name, $0.export.version) < ($1.library, $1.export.name, $1.export.version) }
    guard report.format == .text else {
      let objects = rows.map { row -> JSON in
        .object([
          ("library", .string(row.library)), ("name", .string(row.export.name)),
          ("version", .string(row.export.version)),
          ("default", .bool(row.export.isDefault)), ("type", .string(row.export.kindText)),
          ("size", .int(Int(truncatingIfNeeded: row.export.size))), ("binding", .string(row.export.bindingText)),
        ])
      }
      Output.line(
        JSON.object([("schema", .string(JSONReport.schema)), ("tool", JSONReport.tool), ("exports", .array(objects))])
          .text(indent: 0))
      return
    }
    Output.line("\(ExportSnapshot.firstLine) \(AbiCheck.shortVersion)")
    for mark in marks { Output.line(mark) }
    for (library, export) in rows {
      Output.line(
        [
          library, export.name, export.version, export.isDefault ? "default" : "compat", export.kindText,
          "\(export.size)",
          export.bindingText,
        ].joined(separator: "\t"))
    }
  }
}
