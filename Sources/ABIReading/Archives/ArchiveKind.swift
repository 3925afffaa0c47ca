import Glibc

/// What kind of archive a file is, and what libarchive is allowed to take it for.
public enum ArchiveKind: Sendable {
  /// .zip, .whl, .jar and all that is a zip file under another name.
  case zip
  /// A Debian package: an ar archive whose member data.tar has the files.
  case deb
  case rpm
  /// tar, compressed or not; an Alpine package is one as well.
  case tar

  /// The kind by the first bytes (``headLength`` of them); nil where they are none of an archive. Compressed data
  /// counts as tar: what is inside shows when it is opened.
  init?(head: [UInt8]) {
    if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
      self = .zip
    } else if head.starts(with: Array("!<arch>\ndebian-binary".utf8)) {
      self = .deb
    } else if head.starts(with: [0xED, 0xAB, 0xEE, 0xDB]) {
      self = .rpm
    } else if Self.isCompressed(head) || head.dropFirst(257).starts(with: Array("ustar".utf8)) {
      self = .tar
    } else {
      return nil
    }
  }

  /// gzip, bzip2, xz, zstd, lz4, or lzma with the usual properties.
  static func isCompressed(_ head: [UInt8]) -> Bool {
    let magic: [[UInt8]] = [
      [0x1F, 0x8B], Array("BZh".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], [0x28, 0xB5, 0x2F, 0xFD],
      [4, 0x22, 0x4D, 0x18], [0x5D, 0, 0],
    ]
    return magic.contains { head.starts(with: $0) }
  }

  private static let endings = [
    ".zip", ".whl", ".jar", ".war", ".ear", ".egg", ".nupkg", ".pyz", ".deb", ".udeb", ".rpm", ".apk", ".tar", ".tgz",
    ".tbz2", ".txz", ".tzst", ".tar.gz", ".tar.bz2", ".tar.xz", ".tar.zst", ".tar.lz4", ".tar.lzma", ".crate", ".gem",
    ".conda",
  ]

  /// Whether a name is one that archives have: only such are opened in a scan, where most files are compressed texts.
  public static func isUsualName(_ path: String) -> Bool {
    let name = path.lowercased()
    return endings.contains { name.hasSuffix($0) }
  }

  var noun: String {
    switch self {
    case .zip: "zip file"
    case .deb: "Debian package"
    case .rpm: "RPM package"
    case .tar: "tar archive"
    }
  }
}

/// Whether a file begins as an archive does; true for a folder that is an image layout.
func isArchive(_ path: String) -> Bool {
  guard let (fd, _) = try? openRegularFile(path) else { return isImageLayout(path) }
  defer { close(fd) }
  return ArchiveKind(head: readHead(of: fd)) != nil
}

/// Whether a folder is an OCI image layout.
public func isImageLayout(_ folder: String) -> Bool {
  ["/oci-layout", "/index.json"].allSatisfy { (folder + $0).withName { access($0, F_OK) } == 0 }
}
