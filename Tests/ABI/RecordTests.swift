import ABIComparison
import Glibc
import Testing

@testable import ABIReading

/// What is kept between runs comes back as it was, and nothing else does.
@Suite struct RecordTests {
  /// The body of a record: what is written, without the checksum behind it.
  private func record(_ body: (RecordWriter) -> Void) throws -> [UInt8]? {
    var name = Array("/tmp/abi-record-XXXXXX".utf8CString)
    let fd = mkstemp(&name)
    #expect(fd >= 0)
    unlink(name)
    defer { close(fd) }
    let writer = RecordWriter(fd: fd, limit: 1 << 20)
    body(writer)
    guard writer.finish() else { return nil }
    var bytes = [UInt8](repeating: 0, count: writer.count)
    #expect(pread(fd, &bytes, bytes.count, 0) == bytes.count)
    return Array(bytes.dropLast(32))
  }

  private var tree: ArchiveTree {
    let tree = ArchiveTree(prefix: "old/a.zip!", kind: .zip)
    var contents = ElfObject.Contents()
    contents.path = "old/a.zip!lib/é.so"
    contents.machine = Machine(number: 8, is64: false, isBigEndian: true, variant: .nan2008)
    contents.soname = "é.so"
    contents.needed = ["libc.so.6", ""]
    contents.symbols = table([("puts", "GLIBC_2.2.5", false, false), ("own", nil, true, false)])
    contents.neededVersions = [SymbolVersion(name: "GLIBC_2.2.5", library: "libc.so.6", isWeak: true)]
    contents.relocations.total = 3
    contents.relocations.types = [7: 2, 8: 1]
    contents.relocations.calls = SymbolSet([0, 200])
    contents.relocations.copies = [4, 5]
    contents.staticMutexes = [StaticMutex(kind: .adaptive, name: nil, isProved: true)]
    contents.stackSize = .max
    contents.hasStackHeader = true
    tree.add(.object(.init(object: .success(ElfObject(contents)), sha256: "00")), at: "lib/é.so")
    tree.add(
      .object(.init(object: .failure(.truncated(what: "x", offset: 1, size: 2)), sha256: nil)), at: "cut")
    tree.add(.folder, at: "lib")
    tree.add(.symbolicLink("lib/é.so"), at: "l")
    tree.add(.hardLink("cut"), at: "h")
    tree.add(.text("text\n"), at: "etc/ld.so.conf")
    let inner = ArchiveTree(prefix: "old/a.zip!in.tar!", kind: .tar)
    inner.add(.other, at: "a")
    tree.add(.success(inner), at: "in.tar")
    tree.add(.failure(.archiveLimit("deep")), at: "deep.tar")
    tree.addUnreadable("secret", .encrypted)
    tree.refuse(3)
    return tree
  }

  @Test func treesComeBack() throws {
    let bytes = try #require(try record { $0.tree(tree) })
    try bytes.withUnsafeBytes { bytes in
      var reader = RecordReader(bytes)
      let back = try reader.tree(prefix: "new/b.zip!", hashes: false)
      #expect(reader.isAtEnd)
      #expect(Set(back.nodes.keys) == Set(tree.nodes.keys))
      #expect(back.refused == 3 && back.unreadable.map(\.path) == ["secret"] && back.otherCount == tree.otherCount)
      let member = try #require(back.member(at: "lib/é.so"))
      let object = try member.object.get()
      #expect(member.sha256 == nil && object.path == "new/b.zip!lib/é.so" && object.contents.stackSize == .max)
      #expect(object.contents.machine.description == "nan2008 32-bit mips")
      #expect(object.symbols.exports("own", version: "") == false && object.symbols.export(named: "own") != nil)
      #expect(object.symbols.refers(to: "puts") && object.contents.relocations.calls.sorted() == [0, 200])
      #expect(object.contents.neededVersions == tree.memberContents("lib/é.so")?.neededVersions)
      #expect(object.contents.staticMutexes.map(\.kind) == [.adaptive])
      guard case .failure(.truncated("x", 1, 2))? = back.member(at: "h")?.object else {
        Issue.record("the error of a member that is cut")
        return
      }
      let inner = try back.archives["in.tar"]?.get()
      #expect(inner?.prefix == "new/b.zip!in.tar!")
      #expect(back.text(at: "etc/ld.so.conf") == "text\n")
    }
  }

  @Test func layoutsComeBack() throws {
    let member = MemberLayout(path: "a.b", bitOffset: 3, bitSize: .max, type: "int", kind: .floating)
    let layouts = ["t": TypeLayout(name: "struct t", size: 8, alignment: 4, members: [member], notRead: ["x"])]
    let bytes = try #require(try record { $0.layouts(layouts) })
    try bytes.withUnsafeBytes { bytes in
      var reader = RecordReader(bytes)
      let back = try reader.layouts()
      #expect(back == layouts)
      #expect(reader.isAtEnd)
    }
  }

  @Test func damageIsNoTrap() throws {
    let bytes = try #require(try record { $0.tree(tree) })
    var wrong = 0
    func read(_ bytes: [UInt8]) {
      bytes.withUnsafeBytes { bytes in
        var reader = RecordReader(bytes)
        let tree = try? reader.tree(prefix: "a!", hashes: true)
        if tree == nil || !reader.isAtEnd { wrong += 1 }
        _ = tree.map { ($0.objectPaths, $0.otherCount, $0.isSystem) }
      }
    }
    for length in bytes.indices { read(Array(bytes[..<length])) }
    #expect(wrong == bytes.count)
    for place in bytes.indices {
      for value: UInt8 in [0, 1, 0x7f, 0xff, bytes[place] ^ 0x80] {
        var damaged = bytes
        damaged[place] = value
        read(damaged)
      }
    }
  }

  @Test func whatAnotherRunMustFindOutIsNotKept() throws {
    let tree = ArchiveTree(prefix: "a!", kind: .tar)
    tree.add(.object(.init(object: .failure(.system("out of memory")), sha256: nil)), at: "a")
    let bytes = try record { $0.tree(tree) }
    #expect(bytes == nil)
  }

  @Test func whatIsTooLongIsNotKept() throws {
    let bytes = try record { $0.bytes([UInt8](repeating: 1, count: 1 << 20)) }
    #expect(bytes == nil)
  }
}

extension ArchiveTree {
  fileprivate func memberContents(_ path: String) -> ElfObject.Contents? {
    (try? member(at: path)?.object.get())?.contents
  }
}
