import ABIComparison
import Glibc

/// How much of a file's start tells what it is.
let headLength = 1024

/// The first bytes of an open file; empty where they cannot be read.
func readHead(of fd: Int32) -> [UInt8] {
  var head = [UInt8](repeating: 0, count: headLength)
  let count = pread(fd, &head, head.count, 0)
  return Array(head.prefix(max(0, count)))
}

/// What a file that is not ELF is, from its first bytes, for the message.
func classify(_ bytes: [UInt8], _ size: UInt64) -> ReadError {
  guard !bytes.isEmpty else { return .empty }
  if bytes.starts(with: Array("!<arch>\n".utf8)) || bytes.starts(with: Array("!<thin>\n".utf8)) {
    return .archiveOfObjects
  }
  if bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]) {
    return .truncated(what: "ELF header", offset: 64, size: size)
  }
  let magic: [([UInt8], String)] = [
    (Array("#!".utf8), "script"), ([0x50, 0x4B, 3, 4], "zip archive"), ([0x1F, 0x8B], "gzip data"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz data"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd data"),
    (Array("BZh".utf8), "bzip2 data"), (Array("MZ".utf8), "Windows program"),
    ([0xCA, 0xFE, 0xBA, 0xBE], "Java class or Mach-O"),
    ([0xCF, 0xFA, 0xED, 0xFE], "Mach-O program"), (Array("\u{89}PNG".utf8.dropFirst(1)), "PNG image"),
    ([0, 0x61, 0x73, 0x6D], "WebAssembly"),
  ]
  if let known = magic.first(where: { bytes.starts(with: $0.0) })?.1 { return .notELF(known) }
  let text = bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 9 || $0 == 10 || $0 == 13 }
  if text {
    let content = String(decoding: bytes, as: UTF8.self)
    if content.includes("GNU ld script") || content.includes("GROUP") && content.contains("(")
      || content.includes("INPUT(")
    {
      return .linkerScript(target: firstLibrary(in: content))
    }
    return .notELF("ASCII text")
  }
  return .notELF(String(validating: bytes, as: UTF8.self) != nil ? "UTF-8 text" : "data")
}

/// The first absolute path of a library in a linker script.
private func firstLibrary(in script: String) -> String? {
  script.split(whereSeparator: { $0 == " " || $0 == "(" || $0 == ")" || $0 == "\n" || $0 == "," })
    .first { $0.hasPrefix("/") && $0.includes(".so") }.map(String.init)
}
