// <stdlib.h>: the 48-bit generators with the process's own state. musl's keep the factor that lcong48 set when srand48 or seed48 begin anew.
// Source: drand48(3), POSIX drand48.

import CGlibcABI
import CMusl

nonisolated(unsafe) private var data = glibc_drand48_data(
  x: (0, 0, 0), old_x: (0, 0, 0), addend: 0, initialised: 0, factor: 0)

private func withData<T>(_ body: (UnsafeMutableRawPointer) -> T) -> T {
  withUnsafeMutablePointer(to: &data) { body(UnsafeMutableRawPointer($0)) }
}

@c(drand48)
public func drand48Call() -> Double {
  withData {
    var result = 0.0
    _ = drand48R($0, &result)
    return result
  }
}

@c(erand48)
public func erand48Call(_ words: UnsafeMutableRawPointer) -> Double {
  withData {
    var result = 0.0
    _ = erand48R(words, $0, &result)
    return result
  }
}

@c(lrand48)
public func lrand48Call() -> CLong {
  withData {
    var result = 0
    _ = lrand48R($0, &result)
    return result
  }
}

@c(nrand48)
public func nrand48Call(_ words: UnsafeMutableRawPointer) -> CLong {
  withData {
    var result = 0
    _ = nrand48R(words, $0, &result)
    return result
  }
}

@c(mrand48)
public func mrand48Call() -> CLong {
  withData {
    var result = 0
    _ = mrand48R($0, &result)
    return result
  }
}

@c(jrand48)
public func jrand48Call(_ words: UnsafeMutableRawPointer) -> CLong {
  withData {
    var result = 0
    _ = jrand48R(words, $0, &result)
    return result
  }
}

@c(srand48)
public func srand48Call(_ seed: CLong) {
  withData { _ = srand48R(seed, $0) }
}

/// Gives the 48 bits as they were, in memory of the function's own.
@c(seed48)
public func seed48Call(_ words: UnsafePointer<UInt16>) -> UnsafeMutableRawPointer {
  withData {
    _ = seed48R(words, $0)
    return $0 + MemoryLayout<UInt16>.size * 3
  }
}

@c(lcong48)
public func lcong48Call(_ words: UnsafePointer<UInt16>) {
  withData { _ = lcong48R(words, $0) }
}
