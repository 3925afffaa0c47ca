// Calls on file descriptors that musl lacks: <unistd.h>, <sys/epoll.h>, <stdio.h> (renameat2), <sys/stat.h> (statx),
// <dirent.h>.

import CMusl

/// Closes a range of descriptors, or marks them close-on-exec. Source: close_range(2).
@c(close_range)
public func closeRange(_ first: CUnsignedInt, _ last: CUnsignedInt, _ flags: CInt) -> CInt {
  status(SYS_close_range, first, last, flags)
}

/// Closes every descriptor from `first` on; a negative one means all. It cannot fail: without the system call (before
/// Linux 5.9) the open ones are found in /proc, and without that the process ends, as on glibc. Source: closefrom(3).
@c(closefrom)
public func closefromCall(_ first: CInt) {
  let from = max(first, 0)
  if closeRange(CUnsignedInt(from), .max, 0) == 0 { return }
  let path: StaticString = "/proc/self/fd"
  let folder = openDirectory(path.cString)
  if folder < 0 { abort() }
  var found = true
  // Closing while listing makes the kernel skip entries: list again until nothing above is open but the listing itself.
  while found {
    found = false
    _ = lseek(folder, 0, SEEK_SET)
    found = closeListed(folder, from)
  }
  close(folder)
}

private func openDirectory(_ path: UnsafePointer<CChar>) -> CInt {
  status(SYS_openat, CInt(-100), path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
}

/// Closes what one listing of `folder` shows from `from` on; false where there was nothing.
private func closeListed(_ folder: CInt, _ from: CInt) -> Bool {
  var closed = false
  var block = InlineArray<1024, UInt8>(repeating: 0)
  withUnsafeMutableBytes(of: &block) { bytes in
    while true {
      let size = systemCall(SYS_getdents64, folder, bytes.baseAddress, 1024)
      if size <= 0 { break }
      var at = 0
      // struct linux_dirent64: inode 8, offset 8, record length 2, type 1, name.
      while at + 19 < size {
        let length = Int(bytes.loadUnaligned(fromByteOffset: at + 16, as: UInt16.self))
        var number: CInt = 0
        var digits = 0
        while at + 19 + digits < size, case let digit = bytes[at + 19 + digits], digit >= 48, digit <= 57, digits < 9 {
          number = number * 10 + CInt(digit - 48)
          digits += 1
        }
        if digits > 0 && number >= from && number != folder {
          close(number)
          closed = true
        }
        if length == 0 { break }
        at += length
      }
    }
  }
  return closed
}

/// Renames with flags; without flags it is renameat, also on kernels that lack the call. Source: renameat2(2).
@c(renameat2)
public func renameat2Call(
  _ fromFolder: CInt, _ from: UnsafePointer<CChar>, _ toFolder: CInt, _ to: UnsafePointer<CChar>, _ flags: CUnsignedInt
) -> CInt {
  flags == 0 ? renameat(fromFolder, from, toFolder, to) : status(SYS_renameat2, fromFolder, from, toFolder, to, flags)
}

/// Extended file status; the kernel has it since 4.11. Source: statx(2).
@c(statx)
public func statxCall(
  _ folder: CInt, _ path: UnsafePointer<CChar>?, _ flags: CInt, _ mask: CUnsignedInt, _ result: UnsafeMutableRawPointer?
) -> CInt {
  status(SYS_statx, folder, path, flags, mask, result)
}

/// Directory entries as the kernel gives them, and the offset they start at. Source: getdirentries(3).
@c(getdirentries)
public func getdirentriesCall(
  _ file: CInt, _ buffer: UnsafeMutableRawPointer?, _ size: Int, _ base: UnsafeMutablePointer<Int>
) -> Int {
  let start = lseek(file, 0, SEEK_CUR)
  let result = systemCall(SYS_getdents64, file, buffer, size)
  if result != -1 { base.pointee = Int(start) }
  return result
}

/// Opens a file by the rules of a `struct open_how`. Source: openat2(2).
@c(openat2)
public func openat2Call(
  _ folder: CInt, _ path: UnsafePointer<CChar>, _ how: UnsafeRawPointer?, _ size: Int
) -> CInt {
  status(CInt(437), folder, path, how, size)
}

/// Forbids changes of a range of memory until the process ends. Source: mseal(2).
@c(mseal)
public func msealCall(_ start: UnsafeMutableRawPointer?, _ size: Int, _ flags: CUnsignedLong) -> CInt {
  status(CInt(462), start, size, flags)
}
