extension Rule {
  private static let objects: [String: String] = [
    "_IO_2_1_stdin_": "glibc's own FILE object", "_IO_2_1_stdout_": "glibc's own FILE object",
    "_IO_2_1_stderr_": "glibc's own FILE object", "_IO_list_all": "glibc's list of open files",
    "_IO_file_jumps": "glibc's table of file operations", "_IO_wfile_jumps": "glibc's table of file operations",
    "_rtld_global": "the state of glibc's loader", "_rtld_global_ro": "the state of glibc's loader",
    "_nl_C_locobj": "glibc's C locale",
  ]

  /// Objects whose inside is glibc's own.
  static let privateStructure: Rule = Rule(
    "private-object", title: "an object with glibc's inside",
    why: """
      Some programs reach into objects that glibc exports but whose fields are its own: FILE through \
      _IO_2_1_stdout_, the loader's state through _rtld_global. What stands there on musl has another inside.
      """,
    fix: "use stdin, stdout, stderr and the documented calls",
    names: Set(objects.keys),
    object: { view in
      guard view.target.loader != .glibc else { return [] }
      return view.watched.compactMap { name, reference -> Finding? in
        guard let what = objects[name], case .provided(let kind, _) = reference.answer else { return nil }
        return privateStructure.finding(
          .warning, .silent, .table, "\(name) is \(what); its fields differ here", symbol: name, in: view.object,
          provider: kind.rawValue)
      }
    })
}
