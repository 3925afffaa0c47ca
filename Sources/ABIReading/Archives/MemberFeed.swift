/// Hands the data of one stream's current member to another stream.
final class MemberFeed {
  private let outer: ArchiveStream
  private var block: [UInt8]
  private let storage: UnsafeMutableRawBufferPointer
  private var isFirst = true
  private(set) var error: ReadError?

  init(_ outer: ArchiveStream, _ head: [UInt8]) {
    self.outer = outer
    block = head
    storage = .allocate(byteCount: 1 << 16, alignment: 16)
  }

  deinit { storage.deallocate() }

  func next(_ buffer: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
    do throws(ReadError) {
      if !isFirst || block.isEmpty { block = try outer.read(upTo: storage.count) }
      isFirst = false
    } catch {
      self.error = error
      return -1
    }
    storage.copyBytes(from: block)
    buffer?.pointee = UnsafeRawPointer(storage.baseAddress)
    return block.count
  }

  func rethrow() throws(ReadError) { if let error { throw error } }
}
