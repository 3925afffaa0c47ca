import Glibc

/// Why a file cannot be read or judged. All texts of the "bad input" lines stand here.
public enum ReadError: Error, Sendable, Equatable {
  case notFound
  case permissionDenied
  case symlinkLoop
  case isDirectory
  case special(String)
  case empty
  case notELF(String)
  case linkerScript(target: String?)
  case archiveOfObjects
  case objectFile
  case coreFile
  case debugFile
  case wrongMachine(found: String, target: String)
  /// There is no target for the file's machine, for the reason in the text.
  case noTarget(String)
  case truncated(what: String, offset: UInt64, size: UInt64)
  case damaged(String)
  /// Another library than the part of the target that it was named as.
  case notThePart(String)
  /// "not a complete zip file".
  case damagedArchive(String)
  /// A limit of reading archives, named in the text.
  case archiveLimit(String)
  /// A member that cannot be had while the rest of its archive can.
  case archiveMember(String)
  case encrypted
  case system(String)

  /// One line without the path: what it is, and a hint where there is one.
  public var message: String {
    switch self {
    case .notFound: "no such file"
    case .permissionDenied: "permission denied"
    case .symlinkLoop: "too many levels of symbolic links"
    case .isDirectory: "a directory"
    case .special(let kind): "a \(kind); skipped"
    case .empty: "empty file"
    case .notELF(let what): "not an ELF file (\(what))"
    case .linkerScript(let target):
      "a linker script, not a library" + (target.map { "; did you mean \($0)?" } ?? "")
    case .archiveOfObjects: "archive of objects; check what links it"
    case .objectFile: "an object file, not linked yet; check what links it"
    case .coreFile: "a core dump, not a program"
    case .debugFile: "a debug file, not a library (SHT_NOBITS .text)"
    case .wrongMachine(let found, let target): "\(found); the target is \(target)"
    case .truncated(let what, let offset, let size):
      "\(what) (offset \(grouped(offset))) is past the end of the file (\(grouped(size)) bytes): the file is cut short"
    case .damaged(let what): "damaged: \(what)"
    case .notThePart(let text), .noTarget(let text): text
    case .damagedArchive(let text), .archiveLimit(let text), .archiveMember(let text): text
    case .encrypted: "encrypted: not read"
    case .system(let text): text
    }
  }

  /// The short name in JSON.
  public var code: String {
    switch self {
    case .notFound: "not-found"
    case .permissionDenied: "permission-denied"
    case .symlinkLoop: "symlink-loop"
    case .isDirectory: "directory"
    case .special: "special-file"
    case .empty: "empty"
    case .notELF: "not-elf"
    case .linkerScript: "linker-script"
    case .archiveOfObjects: "archive-of-objects"
    case .objectFile: "object-file"
    case .coreFile: "core-file"
    case .debugFile: "debug-file"
    case .wrongMachine: "wrong-machine"
    case .noTarget: "no-target"
    case .truncated: "truncated"
    case .damaged: "damaged"
    case .notThePart: "not-the-part"
    case .damagedArchive: "damaged-archive"
    case .archiveLimit: "archive-limit"
    case .archiveMember: "archive-member"
    case .encrypted: "encrypted"
    case .system: "system"
    }
  }

  /// In a scan of a folder such files are passed over and counted, not reported.
  public var isSkippedInScan: Bool {
    switch self {
    case .special, .empty, .notELF, .linkerScript, .archiveOfObjects, .objectFile, .coreFile, .debugFile, .isDirectory:
      true
    default: false
    }
  }

  /// What an error number of the system means for a reader.
  public init(errno code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self = .notFound
    case EACCES, EPERM: self = .permissionDenied
    case ELOOP: self = .symlinkLoop
    case EISDIR: self = .isDirectory
    default: self = .system(Self.text(of: code))
    }
  }

  /// What the system says of an error number, as it stands behind a colon: "is a directory".
  private static func text(of code: Int32) -> String {
    let text = String(cString: strerror(code))
    let isName = text.prefix(2).allSatisfy(\.isUppercase)
    return isName ? text : text.prefix(1).lowercased() + text.dropFirst()
  }
}

/// 1918280 as "1,918,280".
public func grouped(_ number: UInt64) -> String {
  var digits = Array(String(number))
  var position = digits.count - 3
  while position > 0 {
    digits.insert(",", at: position)
    position -= 3
  }
  return String(digits)
}
