// <argz.h>: vectors of strings, each ended by a zero byte, in one block from malloc.
import CMusl

public typealias Text = UnsafeMutablePointer<CChar>
public typealias ConstText = UnsafePointer<CChar>
public typealias Vector = UnsafeMutablePointer<Text?>
public typealias Length = UnsafeMutablePointer<Int>

// Makes room for `count` bytes at `offset`. The vector is unchanged where there is no memory.
func insertRoom(_ vector: Vector, _ length: Length, at offset: Int, count: Int) -> Text? {
  let (total, overflow) = length.pointee.addingReportingOverflow(count)
  guard !overflow, let grown = realloc(vector.pointee, max(total, 1)) else { return nil }
  let bytes = grown.assumingMemoryBound(to: CChar.self)
  memmove(bytes + offset + count, bytes + offset, length.pointee - offset)
  vector.pointee = bytes
  length.pointee = total
  return bytes + offset
}

/// A vector from a NULL-ended array of strings. 0 or ENOMEM. Source: argz_create(3).
@c(argz_create)
public func argzCreate(_ argv: UnsafePointer<Text?>, _ vector: Vector, _ length: Length) -> CInt {
  var total = 0
  var count = 0
  while let word = argv[count] {
    total += strlen(word) + 1
    count += 1
  }
  vector.pointee = nil
  length.pointee = total
  guard total > 0 else { return 0 }
  guard let block = malloc(total) else { return ENOMEM }
  var position = block.assumingMemoryBound(to: CChar.self)
  vector.pointee = position
  for index in 0..<count {
    guard let word = argv[index] else { break }
    let size = strlen(word) + 1
    memcpy(position, word, size)
    position += size
  }
  return 0
}

/// A vector from a string that `separator` divides; runs of separators count as one. 0 or ENOMEM. Source: argz_create_sep(3).
@c(argz_create_sep)
public func argzCreateSep(_ string: ConstText, _ separator: CInt, _ vector: Vector, _ length: Length) -> CInt {
  let size = strlen(string) + 1
  vector.pointee = nil
  length.pointee = 0
  guard size > 1 else { return 0 }
  guard let block = malloc(size) else { return ENOMEM }
  let words = block.assumingMemoryBound(to: CChar.self)
  vector.pointee = words
  length.pointee = divide(string, CChar(truncatingIfNeeded: separator), into: words)
  return 0
}

// Copies `string` with each run of separators as one end byte, none in front. Returns the bytes written.
private func divide(_ string: ConstText, _ separator: CChar, into words: Text) -> Int {
  var used = 0
  var index = 0
  while string[index] != 0 {
    if string[index] == separator {
      if used > 0 && words[used - 1] != 0 {
        words[used] = 0
        used += 1
      }
    } else {
      words[used] = string[index]
      used += 1
    }
    index += 1
  }
  // The end byte is always copied: a separator at the end leaves an empty last string.
  words[used] = 0
  return used + 1
}

/// The number of strings. Source: argz_count(3).
@c(argz_count)
public func argzCount(_ vector: ConstText?, _ length: Int) -> Int {
  guard let vector else { return 0 }
  var count = 0
  var position = 0
  while position < length {
    position += strlen(vector + position) + 1
    count += 1
  }
  return count
}

@c(__argz_count)
public func underscoreArgzCount(_ vector: ConstText?, _ length: Int) -> Int { argzCount(vector, length) }

/// Fills `argv`, which has room for argz_count + 1 pointers, with pointers into the vector. Source: argz_extract(3).
@c(argz_extract)
public func argzExtract(_ vector: Text?, _ length: Int, _ argv: UnsafeMutablePointer<Text?>) {
  var position = 0
  var count = 0
  while position < length, let vector {
    argv[count] = vector + position
    position += strlen(vector + position) + 1
    count += 1
  }
  argv[count] = nil
}

/// Turns all end bytes but the last into `separator`. Source: argz_stringify(3).
@c(argz_stringify)
public func argzStringify(_ vector: Text?, _ length: Int, _ separator: CInt) {
  guard let vector else { return }
  var position = 0
  while position < length {
    position += strnlen(vector + position, length - position)
    if position >= length - 1 { break }
    vector[position] = CChar(truncatingIfNeeded: separator)
    position += 1
  }
}

@c(__argz_stringify)
public func underscoreArgzStringify(_ vector: Text?, _ length: Int, _ separator: CInt) { argzStringify(vector, length, separator) }

/// Appends `count` bytes. 0 or ENOMEM. Source: argz_append(3).
@c(argz_append)
public func argzAppend(_ vector: Vector, _ length: Length, _ bytes: ConstText, _ count: Int) -> CInt {
  guard let room = insertRoom(vector, length, at: length.pointee, count: count) else { return ENOMEM }
  memcpy(room, bytes, count)
  return 0
}

/// Appends a string. 0 or ENOMEM. Source: argz_add(3).
@c(argz_add)
public func argzAdd(_ vector: Vector, _ length: Length, _ string: ConstText) -> CInt {
  argzAppend(vector, length, string, strlen(string) + 1)
}

/// Appends the parts of a string that `separator` divides. 0 or ENOMEM. Source: argz_add_sep(3).
@c(argz_add_sep)
public func argzAddSep(_ vector: Vector, _ length: Length, _ string: ConstText, _ separator: CInt) -> CInt {
  let size = strlen(string) + 1
  guard size > 1 else { return 0 }
  let before = length.pointee
  guard let room = insertRoom(vector, length, at: before, count: size) else { return ENOMEM }
  length.pointee = before + divide(string, CChar(truncatingIfNeeded: separator), into: room)
  return 0
}

/// Removes the string that `entry` points to; frees the vector with its last string. Source: argz_delete(3).
@c(argz_delete)
public func argzDelete(_ vector: Vector, _ length: Length, _ entry: Text?) {
  guard let entry, let start = vector.pointee else { return }
  let size = strlen(entry) + 1
  length.pointee -= size
  memmove(entry, entry + size, length.pointee - (entry - start))
  if length.pointee == 0 {
    free(start)
    vector.pointee = nil
  }
}

/// Inserts a string before `before`, or at the end where that is NULL. 0, ENOMEM, or EINVAL for a pointer outside the vector.
/// Source: argz_insert(3).
@c(argz_insert)
public func argzInsert(_ vector: Vector, _ length: Length, _ before: Text?, _ entry: ConstText) -> CInt {
  guard let before else { return argzAdd(vector, length, entry) }
  guard let start = vector.pointee, before >= start, before < start + length.pointee else { return EINVAL }
  var offset = before - start
  while offset > 0 && start[offset - 1] != 0 { offset -= 1 }
  let size = strlen(entry) + 1
  guard let room = insertRoom(vector, length, at: offset, count: size) else { return ENOMEM }
  memcpy(room, entry, size)
  return 0
}

/// The string after `entry`, the first where `entry` is NULL, NULL at the end. Source: argz_next(3).
@c(argz_next)
public func argzNext(_ vector: ConstText?, _ length: Int, _ entry: ConstText?) -> Text? {
  guard let vector else { return nil }
  guard let entry else { return length > 0 ? Text(mutating: vector) : nil }
  guard entry < vector + length else { return nil }
  let next = entry + strlen(entry) + 1
  return next < vector + length ? Text(mutating: next) : nil
}

@c(__argz_next)
public func underscoreArgzNext(_ vector: ConstText?, _ length: Int, _ entry: ConstText?) -> Text? { argzNext(vector, length, entry) }

/// Replaces each occurrence of `old` by `new`; *count grows by the number of strings that changed, as in glibc. 0 or ENOMEM. Source: argz_replace(3).
@c(argz_replace)
public func argzReplace(
  _ vector: Vector, _ length: Length, _ old: ConstText?, _ new: ConstText, _ count: UnsafeMutablePointer<CUnsignedInt>?
) -> CInt {
  guard let old, old[0] != 0 else { return 0 }
  let oldSize = strlen(old)
  let newSize = strlen(new)
  var position = 0
  var changed = false
  while position < length.pointee, let start = vector.pointee {
    guard let found = strstr(start + position, old) else {
      position += strlen(start + position) + 1
      changed = false
      continue
    }
    let offset = found - start
    if newSize > oldSize {
      guard insertRoom(vector, length, at: offset, count: newSize - oldSize) != nil else { return ENOMEM }
    } else if newSize < oldSize {
      let removed = oldSize - newSize
      memmove(start + offset, start + offset + removed, length.pointee - offset - removed)
      length.pointee -= removed
    }
    if let now = vector.pointee { memcpy(now + offset, new, newSize) }
    position = offset + newSize
    if let count, !changed { count.pointee &+= 1 }
    changed = true
  }
  return 0
}
