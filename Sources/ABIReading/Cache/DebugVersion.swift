import CElfutils

extension LibraryVersions {
  /// libelf and libdw.
  static var debug: String { dwfl_version(nil).map { String(cString: $0) } ?? "" }
}
