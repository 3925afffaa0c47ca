// Code that reads glibc's record of the thread by itself. glibc has the thread's pthread_t there twice, at fs:0 and at fs:0x10, and an inline
// function of Qt 6 (QThread::currentThreadId) reads the second. musl has another thread's record there, and which one changes while the thread
// runs: a thread waits for itself, a recursive mutex has another owner at its unlock. The first place holds the same value in both libcs, so the
// instruction is made to read that one.
// Source: Qt's qthread.h; System V ABI, AMD64 supplement, 3.4.6 (the word at fs:0).

enum ThreadRecordReads {
  /// Whether code that is linked with the library `name` has such reads. Searching all code of all programs would take longer than their start.
  static func isReader(_ name: Text?) -> Bool {
    guard let name else { return false }
    return hasPrefix(lastComponent(name), "libQt6Core")
  }

  /// mov %fs:0x10, register: prefix, REX.W, opcode, ModRM and SIB of an absolute address, and the address in four bytes.
  private static let length: UInt = 9

  /// Changes every such instruction of a mapped object, before its code runs. Where memory may not be made writable it stays as it is.
  static func correct(_ object: ObjectRef) {
    for index in 0..<Int(bitPattern: object.pointee.headerCount) {
      let segment = object.pointee.headers[index]
      if segment.type != SegmentType.load || segment.flags & SegmentFlag.execute == 0 { continue }
      if segment.flags & SegmentFlag.read == 0 || segment.fileSize < length { continue }
      let start = object.pointee.at(segment.address)
      correct(from: start, to: start &+ segment.fileSize, Mapping.protection(segment.flags))
    }
  }

  /// The address ends in three zeros, so of every third byte one is among them.
  private static func correct(from start: UInt, to end: UInt, _ access: Int) {
    var place = start &+ 6
    while place < end {
      if byte(place) == 0 {
        for back in UInt(6)...8 {
          let instruction = place &- back
          if instruction < start || instruction &+ length > end { continue }
          if isRead(instruction) { change(instruction, access) }
          if instruction &- start >= rotationLength && isDemangling(instruction) { removeDemangling(instruction, access) }
        }
      }
      place = place &+ 3
    }
  }

  private static func isRead(_ place: UInt) -> Bool {
    byte(place) == 0x64 && byte(place &+ 1) & 0xFB == 0x48 && byte(place &+ 2) == 0x8B && byte(place &+ 3) & 0xC7 == 0x04
      && byte(place &+ 4) == 0x25 && byte(place &+ 5) == 0x10 && byte(place &+ 6) == 0 && byte(place &+ 7) == 0
      && byte(place &+ 8) == 0
  }

  /// Never writable and executable at once: nothing runs there yet.
  private static func change(_ instruction: UInt, _ access: Int) {
    let page = pageFloor(instruction &+ 5)
    if protect(page, pageSize, Protection.read | Protection.write) < 0 { return }
    let displacement: UnsafeMutablePointer<UInt8> = pointer(instruction &+ 5)
    displacement.pointee = 0
    _ = protect(page, pageSize, access)
  }

  private static let rotationLength: UInt = 4

  /// ror $17, register; xor %fs:0x30, the same register: how ThreadSanitizer reads the stack pointer in glibc's jmp_buf. musl's, at the same
  /// place, is not mangled.
  private static func isDemangling(_ exclusive: UInt) -> Bool {
    if byte(exclusive) != 0x64 || byte(exclusive &+ 1) & 0xFB != 0x48 || byte(exclusive &+ 2) != 0x33 { return false }
    if byte(exclusive &+ 3) & 0xC7 != 0x04 || byte(exclusive &+ 4) != 0x25 || read(exclusive &+ 5, as: UInt32.self) != 0x30 {
      return false
    }
    let rotation = exclusive &- rotationLength
    let register = (byte(exclusive &+ 3) >> 3) & 7
    let high = (byte(exclusive &+ 1) >> 2) & 1
    return byte(rotation) == 0x48 | high && byte(rotation &+ 1) == 0xC1 && byte(rotation &+ 2) == 0xC8 | register
      && byte(rotation &+ 3) == 17
  }

  private static func removeDemangling(_ exclusive: UInt, _ access: Int) {
    let start = exclusive &- rotationLength
    let first = pageFloor(start)
    let bytes = pageFloor(exclusive &+ length &- 1) &+ pageSize &- first
    if protect(first, bytes, Protection.read | Protection.write) < 0 { return }
    let code: UnsafeMutablePointer<UInt8> = pointer(start)
    memset(code, 0x90, rotationLength &+ length)
    _ = protect(first, bytes, access)
  }

  @inline(__always)
  private static func byte(_ place: UInt) -> UInt8 { read(place, as: UInt8.self) }
}
