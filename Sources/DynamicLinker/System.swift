// The system calls that the loader makes, by their Linux names (x86_64 numbers). Answers below zero are -errno.

enum Call {
  static let read = 0, write = 1, open = 2, close = 3, fstat = 5, mmap = 9, mprotect = 10, munmap = 11, brk = 12, signalMask = 14
  static let pread = 17, getProcessID = 39, access = 21, yield = 24, exitGroup = 231, readlink = 89, getcwd = 79, prctl = 157,
    getThreadID = 186, futex = 202, getdents = 217
}

enum Failure {
  static let noEntry = 2, inputOutput = 5, noMemory = 12, access = 13, isDirectory = 21, invalid = 22, tooManyFiles = 24
  static let notDirectory = 20, nameTooLong = 36, loop = 40, interrupted = 4, noExec = 8
}

enum Protection {
  static let none = 0, read = 1, write = 2, execute = 4
}

enum MapFlag {
  static let isPrivate = 2, fixed = 0x10, anonymous = 0x20, noReserve = 0x4000, fixedIfFree = 0x100000
}

struct FileIdentity {
  var device: UInt = 0
  var inode: UInt = 0
  var size: UInt = 0
  var mode: UInt32 = 0
}

func failed(_ answer: Int) -> Bool { answer < 0 && answer > -4096 }

func openFile(_ path: Text) -> Int {
  FileStart.forget()
  let readOnly = 0, closeOnExec = 0x80000
  while true {
    let answer = systemCall(Call.open, Int(bitPattern: path), readOnly | closeOnExec, 0, 0, 0, 0)
    if answer != -Failure.interrupted { return answer }
  }
}

func openDirectory(_ path: Text) -> Int {
  systemCall(Call.open, Int(bitPattern: path), 0x80000 | 0x10000, 0, 0, 0, 0)
}

func closeFile(_ file: Int) { _ = systemCall(Call.close, file, 0, 0, 0, 0, 0) }

/// Reads until `count` bytes are there or the file ends.
func readFile(_ file: Int, into buffer: UnsafeMutableRawPointer, _ count: UInt, at offset: UInt) -> UInt {
  var total: UInt = 0
  while total < count {
    let answer = systemCall(
      Call.pread, file, Int(bitPattern: buffer) &+ Int(bitPattern: total), Int(bitPattern: count &- total),
      Int(bitPattern: offset &+ total), 0, 0)
    if answer == -Failure.interrupted { continue }
    if answer <= 0 { break }
    total = total &+ UInt(bitPattern: answer)
  }
  return total
}

/// fstat(2): what identifies a file, or the error.
func identify(_ file: Int, _ identity: inout FileIdentity) -> Int {
  withUnsafeTemporaryAllocation(byteCount: 144, alignment: 8) { buffer in
    let base = buffer.baseAddress.unsafelyUnwrapped
    let answer = systemCall(Call.fstat, file, Int(bitPattern: base), 0, 0, 0, 0)
    if answer == 0 {
      identity.device = base.load(fromByteOffset: 0, as: UInt.self)
      identity.inode = base.load(fromByteOffset: 8, as: UInt.self)
      identity.mode = base.load(fromByteOffset: 24, as: UInt32.self)
      identity.size = base.load(fromByteOffset: 48, as: UInt.self)
    }
    return answer
  }
}

/// mmap(2): the address as a number, or -errno.
func map(_ address: UInt, _ length: UInt, _ protection: Int, _ flags: Int, _ file: Int, _ offset: UInt) -> Int {
  systemCall(
    Call.mmap, Int(bitPattern: address), Int(bitPattern: length), protection, flags, file, Int(bitPattern: offset))
}

/// Fresh zeroed memory, or 0.
func mapMemory(_ length: UInt) -> UInt {
  let answer = map(0, length, Protection.read | Protection.write, MapFlag.isPrivate | MapFlag.anonymous, -1, 0)
  return failed(answer) ? 0 : UInt(bitPattern: answer)
}

func unmap(_ address: UInt, _ length: UInt) {
  _ = systemCall(Call.munmap, Int(bitPattern: address), Int(bitPattern: length), 0, 0, 0, 0)
}

func protect(_ address: UInt, _ length: UInt, _ protection: Int) -> Int {
  systemCall(Call.mprotect, Int(bitPattern: address), Int(bitPattern: length), protection, 0, 0, 0)
}

/// readlink(2) into a terminated buffer; false where it fails or does not fit.
func readLink(_ path: Text, into buffer: UnsafeMutablePointer<UInt8>, _ capacity: UInt) -> Bool {
  let answer = systemCall(
    Call.readlink, Int(bitPattern: path), Int(bitPattern: buffer), Int(bitPattern: capacity &- 1), 0, 0, 0)
  if answer <= 0 || answer >= Int(bitPattern: capacity &- 1) { return false }
  buffer[answer] = 0
  return true
}

func exitProcess(_ status: Int) -> Never {
  while true { _ = systemCall(Call.exitGroup, status, 0, 0, 0, 0, 0) }
}

func writeAll(_ file: Int, _ text: Text, _ count: UInt) {
  var done: UInt = 0
  while done < count {
    let answer = systemCall(
      Call.write, file, Int(bitPattern: text) &+ Int(bitPattern: done), Int(bitPattern: count &- done), 0, 0, 0)
    if answer == -Failure.interrupted { continue }
    if answer <= 0 { return }
    done = done &+ UInt(bitPattern: answer)
  }
}
