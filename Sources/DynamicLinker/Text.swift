// Zero-terminated text. There is no String here: it would need an allocator and Unicode tables.

typealias Text = UnsafePointer<UInt8>

@inline(__always)
func text(_ literal: StaticString) -> Text { literal.utf8Start }

@inline(__always)
func length(_ text: Text) -> UInt { strlen(text) }

func equal(_ a: Text, _ b: Text) -> Bool {
  if a == b { return true }  // one entry of one string table: most references of a library to itself
  var index = 0
  while true {
    let x = a[index]
    if x != b[index] { return false }
    if x == 0 { return true }
    index &+= 1
  }
}

func equal(_ a: Text, to literal: StaticString) -> Bool { equal(a, literal.utf8Start) }

/// Whether `text` starts with `literal`.
func hasPrefix(_ text: Text, _ literal: StaticString) -> Bool {
  let wanted = literal.utf8Start
  var index = 0
  while index < literal.utf8CodeUnitCount {
    if text[index] != wanted[index] { return false }
    index &+= 1
  }
  return true
}

/// Position of `byte` in `text`, or nil.
func firstIndex(of byte: UInt8, in text: Text) -> UInt? {
  var index = 0
  while text[index] != 0 {
    if text[index] == byte { return UInt(bitPattern: index) }
    index &+= 1
  }
  return nil
}

func lastIndex(of byte: UInt8, in text: Text) -> UInt? {
  var found: UInt? = nil
  var index = 0
  while text[index] != 0 {
    if text[index] == byte { found = UInt(bitPattern: index) }
    index &+= 1
  }
  return found
}

/// What follows the last slash.
func lastComponent(_ path: Text) -> Text {
  guard let slash = lastIndex(of: 0x2f, in: path) else { return path }
  return path + Int(bitPattern: slash) + 1
}

/// Whether `word` is one of the words of `list`, which single spaces separate.
func contains(_ list: StaticString, word: Text, _ count: UInt) -> Bool {
  let base = list.utf8Start
  let end = UInt(bitPattern: list.utf8CodeUnitCount)
  var start: UInt = 0
  while start < end {
    var stop = start
    while stop < end && base[Int(bitPattern: stop)] != 0x20 { stop = stop &+ 1 }
    if stop &- start == count && memcmp(base + Int(bitPattern: start), word, count) == 0 { return true }
    start = stop &+ 1
  }
  return false
}

/// Whether `element` is one of the elements of `list`, which colons separate.
func contains(_ list: Text, element: Text) -> Bool {
  let wanted = length(element)
  var start = list
  while true {
    let count = firstIndex(of: 0x3a, in: start) ?? length(start)
    if count == wanted && memcmp(start, element, count) == 0 { return true }
    if start[Int(bitPattern: count)] == 0 { return false }
    start += Int(bitPattern: count) + 1
  }
}

/// The hash of DT_GNU_HASH.
func gnuHash(_ name: Text) -> UInt32 {
  var hash: UInt32 = 5381
  var cursor = name
  while true {  // two bytes in one turn: the multiplications are what takes the time
    let first = UInt32(cursor[0])
    if first == 0 { return hash }
    let second = UInt32(cursor[1])
    if second == 0 { return hash &* 33 &+ first }
    hash = hash &* 1089 &+ (first &* 33 &+ second)
    cursor += 2
  }
}

/// The same of the first `count` bytes of `name`.
func gnuHash(_ name: Text, _ count: UInt) -> UInt32 {
  var hash: UInt32 = 5381
  for index in 0..<Int(bitPattern: count) { hash = hash &* 33 &+ UInt32(name[index]) }
  return hash
}

/// The hash of DT_HASH and of version names (gABI, chapter 5).
func systemVHash(_ name: Text) -> UInt32 {
  var hash: UInt32 = 0
  var cursor = name
  while cursor.pointee != 0 {
    hash = (hash << 4) &+ UInt32(cursor.pointee)
    hash ^= (hash >> 24) & 0xf0
    hash &= 0x0fff_ffff
    cursor += 1
  }
  return hash
}
