import CLibarchive

/// The libraries that do the reading, as they are on this machine today.
enum LibraryVersions {
  /// libarchive with those that unpack for it: "libarchive 3.6.2 zlib/1.2.13 …".
  static var archives: String { archive_version_details().map { String(cString: $0) } ?? "" }
}
