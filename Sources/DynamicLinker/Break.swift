// The kernel's break, kept free for the program. musl's allocator would take its first pages for notes of its own while musl starts, and
// programs that were saved with their heap as data (GCL's) find their first page taken. An allocator that once cannot have the break maps
// its notes from then on, so the page below stands in its way only while musl starts.

enum Break {
  private static let pageSize: UInt = 4096
  nonisolated(unsafe) private static var page: UInt = 0

  static func occupy() {
    let now = systemCall(Call.brk, 0, 0, 0, 0, 0, 0)
    if failed(now) || now == 0 { return }
    let wanted = (UInt(bitPattern: now) &+ pageSize &- 1) & ~(pageSize &- 1)
    // Never in another mapping's place: that would be the stack's or a library's end.
    let answer = map(wanted, pageSize, Protection.none, MapFlag.isPrivate | MapFlag.anonymous | MapFlag.fixedIfFree, -1, 0)
    if !failed(answer) { page = UInt(bitPattern: answer) }
  }

  static func release() {
    if page != 0 { unmap(page, pageSize) }
    page = 0
  }
}
