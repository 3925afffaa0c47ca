// Command substitution: /bin/sh -c, its output read through a pipe.
import CGlibcABI
import CMusl

extension WordexpExpander {
  /// Runs a script and adds what it writes; with `result` in fields.
  func run(_ script: WordexpInput, _ word: inout WordexpText, into result: WordexpResult?) throws(WordexpError) {
    if flags & WordexpFlag.noCommands != 0 { throw .commandSubstitution }
    if script[0] == 0 { return }
    // A cancelled thread would leave the pipe and the child behind.
    var cancellation: Int32 = 0
    pthread_setcancelstate(Int32(PTHREAD_CANCEL_DISABLE), &cancellation)
    defer { pthread_setcancelstate(cancellation, nil) }
    var ends: (Int32, Int32) = (-1, -1)
    let made = withUnsafeMutablePointer(to: &ends) {
      $0.withMemoryRebound(to: Int32.self, capacity: 2) { pipe2($0, O_CLOEXEC) }
    }
    if made != 0 { throw .noSpace }
    let child = start(constText("-c"), script, output: ends.1, showErrors: flags & WordexpFlag.showErrors != 0)
    close(ends.1)
    guard let child else {
      close(ends.0)
      throw .noSpace
    }
    var failure: WordexpError?
    do throws(WordexpError) { try read(ends.0, &word, into: result) } catch { failure = error }
    close(ends.0)
    if failure != nil { kill(child, SIGKILL) }
    let status = wait(child)
    if let failure { throw failure }
    // A script that failed may not be one at all: the shell is asked without running it.
    if status != 0, let second = start(constText("-nc"), script, output: -1, showErrors: false), wait(second) != 0 { throw .syntax }
  }

  private func start(_ option: WordexpInput, _ script: WordexpInput, output: Int32, showErrors: Bool) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    if posix_spawn_file_actions_init(&actions) != 0 { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    let null = constText("/dev/null")
    if output >= 0 && posix_spawn_file_actions_adddup2(&actions, output, 1) != 0 { return nil }
    if !showErrors {
      // The descriptor may be the pipe's, then standard output already has its copy.
      if posix_spawn_file_actions_addopen(&actions, 2, null, O_WRONLY, 0) != 0 { return nil }
    }
    let shell = constText("/bin/sh")
    var child: pid_t = 0
    var arguments: (WordexpInput?, WordexpInput?, WordexpInput?, WordexpInput?) = (shell, option, script, nil)
    let status = withUnsafeMutablePointer(to: &arguments) { pointer in
      pointer.withMemoryRebound(to: UnsafeMutablePointer<CChar>?.self, capacity: 4) { posix_spawn(&child, shell, &actions, nil, $0, environ) }
    }
    return status == 0 ? child : nil
  }

  /// The status of a child that ended; 0 where nobody knows it, because the program reaps its children elsewhere.
  private func wait(_ child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      if errno != EINTR { return 0 }
    }
    return status
  }

  private func read(_ descriptor: Int32, _ word: inout WordexpText, into result: WordexpResult?) throws(WordexpError) {
    guard let memory = malloc(4096) else { throw .noSpace }
    defer { free(memory) }
    let bytes = memory.assumingMemoryBound(to: CChar.self)
    var splitter = WordexpOutputFields()
    var newlines = 0
    while true {
      let count = CMusl.read(descriptor, memory, 4096)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      for index in 0..<count {
        if let result {
          try splitter.add(bytes[index], &word, self, into: result)
        } else {
          newlines = bytes[index] == WordexpSign.newline ? newlines &+ 1 : 0
          try word.add(bytes[index])
        }
      }
    }
    // Line feeds at the end are dropped, those of the word before the command are not.
    var left = result == nil ? newlines : splitter.newlines
    while left > 0 && !word.isEmpty && word.last == WordexpSign.newline {
      word.removeLast()
      left &-= 1
    }
  }
}
