// <stdlib.h>: random, rand and their reentrant forms.
//
// The sequences are glibc's for every seed and size of state: programs with a fixed seed print them. It is the
// additive feedback generator of 4.3BSD: x[i] = x[i-degree] + x[i-separation], seeded by the minimal standard
// generator. Source: random(3), random_r(3).

import CGlibcABI
import CMusl

typealias RandomData = glibc_random_data

// By size of the state in bytes: 8, 32, 64, 128, 256.
private func degree(_ type: CInt) -> CInt {
  switch type { case 1: 7 case 2: 15 case 3: 31 case 4: 63 default: 0 }
}

private func separation(_ type: CInt) -> CInt {
  switch type { case 1: 3 case 2: 1 case 3: 3 case 4: 1 default: 0 }
}

/// The word before the state says which kind it is and where the generator stands, for setstate.
private func rememberPosition(_ data: UnsafeMutablePointer<RandomData>) {
  guard let state = data.pointee.state, let rear = data.pointee.rear else { return }
  let type = data.pointee.type
  state[-1] = type == 0 ? 0 : Int32(truncatingIfNeeded: (rear - state) * 5) + type
}

@c(random_r)
public func randomR(_ data: UnsafeMutableRawPointer?, _ result: UnsafeMutablePointer<Int32>?) -> CInt {
  guard let result, let data = data?.assumingMemoryBound(to: RandomData.self), let state = data.pointee.state else {
    return fail(EINVAL)
  }
  if data.pointee.type == 0 {
    state[0] = (state[0] &* 1_103_515_245 &+ 12345) & 0x7fff_ffff
    result.pointee = state[0]
    return 0
  }
  guard var front = data.pointee.front, var rear = data.pointee.rear, let end = data.pointee.end else {
    return fail(EINVAL)
  }
  let value = UInt32(bitPattern: front.pointee) &+ UInt32(bitPattern: rear.pointee)
  front.pointee = Int32(bitPattern: value)
  // The lowest bit is the least random one.
  result.pointee = Int32(value >> 1)
  front += 1
  rear += 1
  data.pointee.front = front >= end ? state : front
  data.pointee.rear = rear >= end ? state : rear
  return 0
}

@c(srandom_r)
public func srandomR(_ seed: CUnsignedInt, _ data: UnsafeMutableRawPointer?) -> CInt {
  guard let data = data?.assumingMemoryBound(to: RandomData.self), let state = data.pointee.state,
    data.pointee.type >= 0, data.pointee.type <= 4
  else { return -1 }
  state[0] = seed == 0 ? 1 : Int32(bitPattern: seed)
  if data.pointee.type == 0 { return 0 }
  let degree = Int(data.pointee.degree)
  var word = Int64(state[0])
  for at in 1..<degree {
    // 16807 x mod 2^31-1, of a number that may be negative at first.
    word = (16807 * word) % 2_147_483_647
    if word < 0 { word += 2_147_483_647 }
    state[at] = Int32(truncatingIfNeeded: word)
  }
  data.pointee.front = state + Int(data.pointee.separation)
  data.pointee.rear = state
  var dropped: Int32 = 0
  for _ in 0..<(degree * 10) { _ = randomR(UnsafeMutableRawPointer(data), &dropped) }
  return 0
}

@c(initstate_r)
public func initstateR(
  _ seed: CUnsignedInt, _ memory: UnsafeMutableRawPointer?, _ size: Int, _ data: UnsafeMutableRawPointer?
) -> CInt {
  guard let memory, let data = data?.assumingMemoryBound(to: RandomData.self), size >= 8 else { return fail(EINVAL) }
  rememberPosition(data)
  let type: CInt = size < 32 ? 0 : size < 64 ? 1 : size < 128 ? 2 : size < 256 ? 3 : 4
  let state = memory.assumingMemoryBound(to: Int32.self) + 1
  data.pointee.type = type
  data.pointee.degree = degree(type)
  data.pointee.separation = separation(type)
  data.pointee.state = state
  data.pointee.rear = state
  data.pointee.end = state + Int(degree(type))
  _ = srandomR(seed, UnsafeMutableRawPointer(data))
  rememberPosition(data)
  return 0
}

@c(setstate_r)
public func setstateR(_ memory: UnsafeMutableRawPointer?, _ data: UnsafeMutableRawPointer?) -> CInt {
  guard let memory, let data = data?.assumingMemoryBound(to: RandomData.self) else { return fail(EINVAL) }
  rememberPosition(data)
  let state = memory.assumingMemoryBound(to: Int32.self) + 1
  let type = state[-1] % 5
  if type < 0 { return fail(EINVAL) }
  data.pointee.type = type
  data.pointee.degree = degree(type)
  data.pointee.separation = separation(type)
  data.pointee.state = state
  data.pointee.end = state + Int(degree(type))
  if type != 0 {
    let rear = Int(state[-1] / 5)
    data.pointee.rear = state + rear
    data.pointee.front = state + (rear + Int(separation(type))) % Int(degree(type))
  }
  return 0
}
