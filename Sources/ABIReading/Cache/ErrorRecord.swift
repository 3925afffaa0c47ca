/// Why something cannot be read, as a record.
extension RecordWriter {
  func error(_ error: ReadError) {
    switch error {
    // These follow from the bytes alone.
    case .empty: tag(0)
    case .notELF(let text): tag(1, text)
    case .linkerScript(let target):
      tag(2)
      optional(target, text)
    case .archiveOfObjects: tag(3)
    case .objectFile: tag(4)
    case .coreFile: tag(5)
    case .debugFile: tag(6)
    case .truncated(let what, let offset, let size):
      tag(7, what)
      integer(offset)
      integer(size)
    case .damaged(let text): tag(8, text)
    case .archiveLimit(let text): tag(10, text)
    case .encrypted: tag(12)
    // Memory, the file system, the target: another run may have other luck. What unpacks says of a lack of memory that
    // the archive is damaged.
    case .damagedArchive, .archiveMember, .notFound, .permissionDenied, .symlinkLoop, .isDirectory, .special,
      .wrongMachine, .noTarget, .notThePart, .system:
      refuse()
    }
  }

  private func tag(_ number: UInt8, _ content: String? = nil) {
    integer(number)
    if let content { text(content) }
  }
}

extension RecordReader {
  mutating func error() throws(RecordError) -> ReadError {
    switch try integer(UInt8.self) {
    case 0: .empty
    case 1: .notELF(try text())
    case 2: .linkerScript(target: try optionalText())
    case 3: .archiveOfObjects
    case 4: .objectFile
    case 5: .coreFile
    case 6: .debugFile
    case 7: .truncated(what: try text(), offset: try integer(), size: try integer())
    case 8: .damaged(try text())
    case 10: .archiveLimit(try text())
    case 12: .encrypted
    default: throw RecordError()
    }
  }
}
