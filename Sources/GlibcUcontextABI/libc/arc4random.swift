// <stdlib.h>: arc4random. glibc 2.36 takes every byte from the kernel, and so does this: nothing is kept that a fork
// could repeat.

import CMusl

/// Fills a buffer with random bytes; ends the process where the kernel has none to give. Source: arc4random(3).
@c(arc4random_buf)
public func arc4randomBuf(_ buffer: UnsafeMutableRawPointer, _ size: Int) {
  var done = 0
  while done < size {
    let got = getrandom(buffer + done, size - done, 0)
    if got > 0 {
      done += got
    } else if got < 0 && errno == EINTR {
      continue
    } else {
      fromDevice(buffer + done, size - done)
      return
    }
  }
}

/// Without the system call (before Linux 3.17, or filtered): wait until the pool is ready, then read the device.
private func fromDevice(_ buffer: UnsafeMutableRawPointer, _ size: Int) {
  let message: StaticString = "Fatal glibc error: cannot get entropy for arc4random\n"
  let ready: StaticString = "/dev/random"
  let device: StaticString = "/dev/urandom"
  var wait = pollfd(fd: openFile(ready.cString), events: Int16(POLLIN), revents: 0)
  if wait.fd < 0 { glibcCompatFatal(message.cString) }
  while poll(&wait, 1, -1) < 0 && errno == EINTR {}
  close(wait.fd)
  let file = openFile(device.cString)
  if file < 0 { glibcCompatFatal(message.cString) }
  var done = 0
  while done < size {
    let got = read(file, buffer + done, size - done)
    if got > 0 { done += got } else if got == 0 || errno != EINTR { glibcCompatFatal(message.cString) }
  }
  close(file)
}

private func openFile(_ path: UnsafePointer<CChar>) -> CInt {
  status(SYS_openat, CInt(-100), path, O_RDONLY | O_CLOEXEC | O_NOCTTY, 0)
}

/// Source: arc4random(3).
@c(arc4random)
public func arc4randomWord() -> UInt32 {
  var word: UInt32 = 0
  arc4randomBuf(&word, MemoryLayout<UInt32>.size)
  return word
}

/// A number below `bound`, every one as likely; 0 where the bound is 0 or 1. Source: arc4random_uniform(3).
@c(arc4random_uniform)
public func arc4randomUniform(_ bound: UInt32) -> UInt32 {
  if bound < 2 { return 0 }
  // Numbers below 2^32 modulo the bound are dropped: what stays is a multiple of the bound.
  let least = (0 &- bound) % bound
  while true {
    let word = arc4randomWord()
    if word >= least { return word % bound }
  }
}
