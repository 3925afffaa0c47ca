import ABIComparison
import ABIReading
import Glibc

/// What changed between two builds of a library that a program compiled with the old one would notice: functions and
/// data that are gone or have another version, and structures that lie otherwise in memory.
///
///     layout-difference OLD NEW
///
/// Exit status: 0 nothing, 1 something, 2 wrong usage, 3 a file cannot be read.
@main
struct LayoutDifference {
  static func main() {
    guard CommandLine.arguments.count == 3 else {
      print("usage: layout-difference OLD NEW")
      exit(2)
    }
    do {
      let exports = try compareExports(CommandLine.arguments[1], CommandLine.arguments[2])
      let layouts = try compareLayouts(CommandLine.arguments[1], CommandLine.arguments[2])
      exit(exports + layouts > 0 ? 1 : 0)
    } catch let error as ReadError {
      print("cannot read: \(error.message)")
    } catch let error as DebugInfoError {
      print(error.message)
    } catch {
      print(error)
    }
    exit(3)
  }

  /// ELF: what a dynamic linker would miss.
  private static func compareExports(_ old: String, _ new: String) throws -> Int {
    let before = try ElfReader.read(old).symbols
    let after = try ElfReader.read(new).symbols
    let gone = before.exports.filter { symbol in
      let name = before.name(symbol)
      return after.export(named: name) == nil
    }
    for symbol in gone { print("gone: \(before.name(symbol))") }
    return gone.count
  }

  /// DWARF: what compiled code would misread.
  private static func compareLayouts(_ old: String, _ new: String) throws -> Int {
    let folders = ["/usr/lib/debug"]
    let before = try LayoutReader(path: old, debugFolders: folders).allLayouts()
    let after = try LayoutReader(path: new, debugFolders: folders).allLayouts()
    var changed = 0
    for (name, reference) in before.sorted(by: { $0.key < $1.key }) {
      guard let provider = after[name] else { continue }
      let comparison = LayoutComparison(provider: provider, reference: reference)
      guard !comparison.differences.isEmpty else { continue }
      changed += 1
      print("\(name):")
      for difference in comparison.differences { print("  \(difference)") }
    }
    return changed
  }
}
