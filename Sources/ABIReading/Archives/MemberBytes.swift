import Glibc

/// The bytes of one archive member, in pages of their own that go back to the system at once when it is done with.
///
/// The size that an archive states for a member is not believed: pages become memory only as bytes arrive.
final class MemberBytes {
  private(set) var start: UnsafeMutableRawPointer?
  private(set) var count = 0
  private var capacity = 0
  private let limit: Int

  /// - Parameters:
  ///   - expected: the size that the archive states; a hint.
  ///   - limit: more bytes than this are refused.
  init(expected: Int, limit: Int) {
    self.limit = limit
    reserve(min(max(expected, 1), limit))
  }

  deinit { if let start { munmap(start, capacity) } }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

  /// Takes over bytes at an offset, with zeros in the gap before them (sparse members). False beyond the limit.
  func append(_ source: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    guard offset >= count, offset <= limit, source.count <= limit - offset else { return false }
    let end = offset + source.count
    if end > capacity { reserve(min(limit, max(end, capacity &* 2))) }
    guard let start, end <= capacity else { return false }
    if let from = source.baseAddress { (start + offset).copyMemory(from: from, byteCount: source.count) }
    count = end
    return true
  }

  /// Zeros up to the end of a sparse member. False beyond the limit.
  func extend(to end: Int) -> Bool {
    guard end > count else { return true }
    return append(UnsafeRawBufferPointer(start: nil, count: 0), at: end)
  }

  private func reserve(_ wanted: Int) {
    let size = (wanted + 0xffff) & ~0xffff
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | Int32(MAP_NORESERVE)
    guard let new = mmap(nil, size, PROT_READ | PROT_WRITE, flags, -1, 0), new != MAP_FAILED else { return }
    if let start {
      new.copyMemory(from: start, byteCount: count)
      munmap(start, capacity)
    }
    start = new
    capacity = size
  }
}
