import ABIComparison
import ABIReading
import Glibc

/// libFuzzer's entry: one input is one file, read in every way that abi-check has.
///
/// Readers take a path, so the bytes go into a file in memory. What they throw is what they should do; a trap, a fault,
/// a hang or runaway memory is a finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  // What a run kept for the next one is not opened by its name, and its checksums would let nothing through.
  let bytes = UnsafeRawBufferPointer(start: data, count: size)
  if bytes.starts(with: "abi-check record".utf8) {
    _ = ReadCache.isReadable(bytes)
    return 0
  }
  guard let file = MemoryFile(data, size) else { return 0 }
  if isArchiveOrMember(file.path) {
    _ = checker.reports(file.path, isNamed: true)
    return 0
  }
  if let object = try? ElfReader.read(file.path) {
    for symbol in object.symbols.exports { _ = Export(symbol, in: object.symbols) }
  }
  if let code = try? ContextCode(path: file.path) { _ = code.compared(with: code) }
  guard let reader = try? LayoutReader(path: file.path, debugFolders: []) else { return 0 }
  let layouts = reader.allLayouts()
  for (name, layout) in layouts.prefix(64) {
    _ = LayoutComparison(provider: layout, reference: layout, includingPrivate: true)
    _ = reader.whyAbsent(name)
  }
  _ = reader.layouts(["plain_t", "struct nested", "ucontext_t", "ns::Class", "Outer::Inner"])
  return 0
}

/// Archives with limits that a small input reaches, so that both sides of each are tried.
private let checker: Checker = {
  let nobody = Target(machine: .x86_64, loader: .musl, version: nil, providers: [])
  var checker = Checker(target: nobody, root: Root("/nonexistent"), followsLibraries: true)
  checker.archiveLimits.entries = 1000
  checker.archiveLimits.memberSize = 16 << 20
  checker.archiveLimits.nestedZipSize = 16 << 20
  checker.archiveLimits.totalSize = 64 << 20
  checker.archiveLimits.ratioFloor = 1 << 20
  checker.hashesMembers = true
  return checker
}()

/// A file without a name, whose path is that of its descriptor.
private final class MemoryFile {
  private let descriptor: CInt
  var path: String { "/proc/self/fd/\(descriptor)" }

  init?(_ data: UnsafePointer<UInt8>, _ size: Int) {
    // In memory where there is such a folder.
    descriptor = ["/dev/shm", "/tmp"].lazy.map { folder in
      var name = Array("\(folder)/fuzz-readers-XXXXXX".utf8CString)
      let opened = mkstemp(&name)
      if opened >= 0 { unlink(name) }
      return opened
    }.first { $0 >= 0 } ?? -1
    // Nothing read would be nothing found.
    guard descriptor >= 0 else { fatalError("no folder for files: \(errno)") }
    guard write(descriptor, data, size) == size else { return nil }
  }

  deinit { close(descriptor) }
}
