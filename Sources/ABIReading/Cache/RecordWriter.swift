import Glibc

/// Writes a record into a file: integers with the lowest byte first, texts and lists after their lengths, and the
/// SHA-256 of all of it at the end.
final class RecordWriter {
  private let fd: Int32
  private let limit: Int
  private var hash = SHA256()
  private var buffer: [UInt8] = []
  /// How many bytes there are so far.
  private(set) var count = 0
  private var isRefused = false

  private static let block = 1 << 16

  init(fd: Int32, limit: Int) {
    (self.fd, self.limit) = (fd, limit)
    buffer.reserveCapacity(Self.block + 4096)
  }

  /// The record is not to be kept: it has something that another run must find out for itself.
  func refuse() { isRefused = true }

  /// Whether there is nothing against it so far.
  var isKept: Bool { !isRefused }

  func bytes(_ bytes: some Collection<UInt8>) {
    guard !isRefused else { return }
    count += bytes.count
    if count > limit { isRefused = true }
    buffer += bytes
    if buffer.count >= Self.block { flush() }
  }

  func integer(_ value: some FixedWidthInteger & UnsignedInteger) {
    guard !isRefused else { return }
    let size = value.bitWidth / 8
    count += size
    withUnsafeBytes(of: value.littleEndian) { buffer.append(contentsOf: $0) }
    if buffer.count >= Self.block { flush() }
  }

  func length(_ value: Int) { integer(UInt32(clamping: value)) }
  func flag(_ value: Bool) { integer(UInt8(value ? 1 : 0)) }

  func text(_ value: String) {
    length(value.utf8.count)
    bytes(value.utf8)
  }

  func optional<T>(_ value: T?, _ body: (T) -> Void) {
    flag(value != nil)
    if let value { body(value) }
  }

  func list<T>(_ values: some Collection<T>, _ body: (T) -> Void) {
    length(values.count)
    for value in values where !isRefused { body(value) }
  }

  func texts(_ values: [String]) { list(values, text) }

  /// Ends the record with its checksum. False where anything went wrong, or it is longer than the limit.
  func finish() -> Bool {
    flush()
    bytes(hash.finish())
    flush()
    return isKept && count <= limit
  }

  private func flush() {
    guard !isRefused else { return }
    buffer.withUnsafeBytes { bytes in
      hash.add(bytes)
      var done = 0
      while done < bytes.count, !isRefused {
        let written = write(fd, bytes.baseAddress! + done, bytes.count - done)
        if written > 0 { done += written } else { isRefused = true }
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
