// <stdlib.h>: random and rand with the process's own state, behind a lock as on glibc. Source: random(3), rand(3).

import CGlibcABI
import CMusl

nonisolated(unsafe) private var lock = pthread_mutex_t()
nonisolated(unsafe) private var memory = InlineArray<32, Int32>(repeating: 0)
nonisolated(unsafe) private var generator = glibc_random_data(
  front: nil, rear: nil, state: nil, type: 0, degree: 0, separation: 0, end: nil)

/// Runs `body` on the generator, which starts out as if by srandom(1).
private func withGenerator<T>(_ body: (UnsafeMutableRawPointer) -> T) -> T {
  pthread_mutex_lock(&lock)
  defer { pthread_mutex_unlock(&lock) }
  return withUnsafeMutablePointer(to: &generator) { generator in
    if generator.pointee.state == nil {
      withUnsafeMutablePointer(to: &memory) { _ = initstateR(1, UnsafeMutableRawPointer($0), 128, generator) }
    }
    return body(UnsafeMutableRawPointer(generator))
  }
}

@c(random)
public func randomCall() -> CLong {
  withGenerator {
    var result: Int32 = 0
    _ = randomR($0, &result)
    return CLong(result)
  }
}

@c(srandom)
public func srandomCall(_ seed: CUnsignedInt) {
  withGenerator { _ = srandomR(seed, $0) }
}

@c(initstate)
public func initstateCall(
  _ seed: CUnsignedInt, _ state: UnsafeMutableRawPointer?, _ size: Int
) -> UnsafeMutableRawPointer? {
  withGenerator {
    let old = $0.assumingMemoryBound(to: glibc_random_data.self).pointee.state! - 1
    return initstateR(seed, state, size, $0) == 0 ? UnsafeMutableRawPointer(old) : nil
  }
}

@c(setstate)
public func setstateCall(_ state: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  withGenerator {
    let old = $0.assumingMemoryBound(to: glibc_random_data.self).pointee.state! - 1
    return setstateR(state, $0) == 0 ? UnsafeMutableRawPointer(old) : nil
  }
}

@c(rand)
public func randCall() -> CInt {
  CInt(randomCall())
}

@c(srand)
public func srandCall(_ seed: CUnsignedInt) {
  srandomCall(seed)
}

/// Three steps of a linear congruential generator, of which the upper bits are kept.
@c(rand_r)
public func randR(_ seed: UnsafeMutablePointer<CUnsignedInt>) -> CInt {
  var next = seed.pointee
  func bits(_ modulus: CUnsignedInt) -> CUnsignedInt {
    next = next &* 1_103_515_245 &+ 12345
    return (next >> 16) % modulus
  }
  var result = bits(2048)
  result = result << 10 ^ bits(1024)
  result = result << 10 ^ bits(1024)
  seed.pointee = next
  return CInt(bitPattern: result)
}
