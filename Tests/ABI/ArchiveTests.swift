import ABIComparison
import Glibc
import Testing

@testable import ABIReading

@Suite struct ArchiveTests {
  @Test func namesThatLeadOutAreRefused() {
    #expect(TreePath.normal("./usr//lib/./x.so") == "usr/lib/x.so")
    #expect(TreePath.normal("/usr/lib/") == "usr/lib")
    #expect(TreePath.normal("a/../b") == nil)
    #expect(TreePath.normal("..") == nil)
    #expect(TreePath.normal(String(repeating: "x", count: 5000)) == nil)
  }

  @Test func linksAreFollowedInsideOnly() {
    let tree = ArchiveTree(prefix: "a.tar!", kind: .tar)
    tree.add(.other, at: "usr/lib/x.so.1")
    tree.add(.symbolicLink("usr/lib"), at: "lib")
    tree.add(.symbolicLink("/usr/lib"), at: "lib64")
    tree.add(.symbolicLink("x.so.1"), at: "usr/lib/x.so")
    tree.add(.symbolicLink("loop"), at: "loop")
    tree.add(.hardLink("usr/lib/x.so.1"), at: "usr/y.so")
    #expect(tree.resolve("lib/x.so", isRoot: false) == "usr/lib/x.so.1")
    #expect(tree.resolve("lib64/x.so", isRoot: true) == "usr/lib/x.so.1")
    #expect(tree.resolve("lib64/x.so", isRoot: false) == nil)
    #expect(tree.resolve("lib/../lib/x.so", isRoot: false) == "usr/lib/x.so.1")
    #expect(tree.resolve("../usr/lib/x.so", isRoot: true) == "usr/lib/x.so.1")
    #expect(tree.resolve("../usr/lib/x.so", isRoot: false) == nil)
    #expect(tree.resolve("loop", isRoot: true) == nil)
    #expect(tree.resolve("usr", isRoot: true) == nil)
    #expect(tree.resolve("usr/y.so", isRoot: true) == "usr/y.so")
  }

  @Test func upperLayersHideWhatIsBelow() {
    func tree(_ paths: String...) -> ArchiveTree {
      let tree = ArchiveTree(prefix: "", kind: .tar)
      for path in paths { tree.add(path.hasSuffix("/") ? .folder : .other, at: TreePath.normal(path) ?? "") }
      return tree
    }
    let image = tree("a/", "a/one", "a/two", "b/one", "b/two/deep", "c/one", "d/one")
    OCIImage.lay(tree("a/.wh.one", "b/", "b/.wh..wh..opq", "b/new", "c", "d/", ".wh.e"), over: image)
    #expect(image.nodes.keys.sorted() == ["a", "a/two", "b", "b/new", "c", "d", "d/one"])
  }

  @Test func digestsLeadToBlobsOnly() {
    #expect(OCIImage.blob("sha256:0aF") == "blobs/sha256/0aF")
    #expect(OCIImage.blob("sha256:../../etc/passwd") == nil)
    #expect(OCIImage.blob("..:x") == nil)
    #expect(OCIImage.blob("sha256") == nil)
    #expect(OCIImage.blob("sha256:") == nil)
  }

  @Test func jsonIsReadOrRefused() {
    let value = JSON(parsing: #"{"a": [1, -2.5e3, true, null, "x\n\u00e9\ud83d\ude00"], "b": {}}"#.utf8)
    #expect(value?["a"]?.items.count == 5)
    #expect(value?["a"]?.items.last?.string == "x\né😀")
    for bad in ["", "{", "[1,]", #"{"a"}"#, "[1] x", "\"\\ud800\"", "tru", "\"\u{1}\"", "nan"] {
      #expect(JSON(parsing: bad.utf8) == nil, "\(bad)")
    }
    #expect(JSON(parsing: String(repeating: "[", count: 100_000).utf8) == nil)
  }

  /// A tar archive of empty or zero-filled files.
  private func tar(_ files: [(name: String, size: Int)]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (name, size) in files {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at offset: Int) {
        header.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
      }
      put(name, at: 0)
      put("0000644", at: 100)
      put(String(repeating: "0", count: 11 - String(size, radix: 8).count) + String(size, radix: 8), at: 124)
      put("00000000000", at: 136)
      put("        0", at: 148)
      put("ustar", at: 257)
      let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
      put(String(repeating: "0", count: 6 - sum.count) + sum + "\0", at: 148)
      bytes += header + [UInt8](repeating: 0, count: (size + 511) / 512 * 512)
    }
    return bytes + [UInt8](repeating: 0, count: 1024)
  }

  private func message(_ files: [(name: String, size: Int)], _ change: (inout ArchiveLimits) -> Void) -> String? {
    let path = "/tmp/abi-check-limits-\(getpid())-\(files.count).tar"
    let bytes = tar(files)
    let fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    defer { unlink(path) }
    guard fd >= 0, write(fd, bytes, bytes.count) == bytes.count, close(fd) == 0 else { return "cannot write" }
    var checker = Checker(
      target: Target(machine: .x86_64, loader: .musl, version: nil, providers: []), root: Root(nil))
    change(&checker.archiveLimits)
    return checker.reports(path, isNamed: true).first?.remark
  }

  @Test func limitsAreNamed() {
    let two = [(name: "a", size: 5000), (name: "b", size: 5000)]
    #expect(message(two) { _ in } == "no program or library in it")
    #expect(message(two) { $0.entries = 1 } == "more than 1 members, the limit: not read further")
    #expect(
      message(two) { $0.totalSize = 1500 } == "unpacks to more than 1,500 bytes, the limit: not read further")
    #expect(
      message(two) { $0.nameBytes = 1 }
        == "its names and small files take more than 1 bytes, the limit: not read further")
  }
}
