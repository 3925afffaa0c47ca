// <envz.h>: an argz vector of "name=value" and bare names.
import CMusl

private let equals = CChar(0x3d)

// The length of the name in "name=value" or "name".
private func nameLength(_ entry: ConstText) -> Int {
  var length = 0
  while entry[length] != 0 && entry[length] != equals { length += 1 }
  return length
}

/// The entry of `name` (up to its "="), or NULL. Source: envz_entry(3).
@c(envz_entry)
public func envzEntry(_ vector: ConstText?, _ length: Int, _ name: ConstText) -> Text? {
  guard let vector else { return nil }
  let wanted = nameLength(name)
  var position = 0
  while position < length {
    let entry = vector + position
    if nameLength(entry) == wanted && memcmp(entry, name, wanted) == 0 { return Text(mutating: entry) }
    position += strlen(entry) + 1
  }
  return nil
}

/// The value of `name`; NULL where there is none, or where the name stands there without "=". Source: envz_get(3).
@c(envz_get)
public func envzGet(_ vector: ConstText?, _ length: Int, _ name: ConstText) -> Text? {
  guard let entry = envzEntry(vector, length, name) else { return nil }
  let size = nameLength(entry)
  return entry[size] == equals ? entry + size + 1 : nil
}

/// Removes the entry of `name`, if there is one. Source: envz_remove(3).
@c(envz_remove)
public func envzRemove(_ vector: Vector, _ length: Length, _ name: ConstText) {
  if let entry = envzEntry(vector.pointee, length.pointee, name) { argzDelete(vector, length, entry) }
}

/// Sets `name` to `value`, or to a bare name where that is NULL. The new entry stands last. 0 or ENOMEM. Source: envz_add(3).
@c(envz_add)
public func envzAdd(_ vector: Vector, _ length: Length, _ name: ConstText, _ value: ConstText?) -> CInt {
  envzRemove(vector, length, name)
  guard let value else { return argzAdd(vector, length, name) }
  let nameSize = strlen(name)
  let valueSize = strlen(value) + 1
  guard let room = insertRoom(vector, length, at: length.pointee, count: nameSize + 1 + valueSize) else { return ENOMEM }
  memcpy(room, name, nameSize)
  room[nameSize] = equals
  memcpy(room + nameSize + 1, value, valueSize)
  return 0
}

/// Adds the entries of a second vector; one that exists is replaced only where `override` is set. 0 or ENOMEM. Source: envz_merge(3).
@c(envz_merge)
public func envzMerge(_ vector: Vector, _ length: Length, _ other: ConstText?, _ otherLength: Int, _ override: CInt) -> CInt {
  guard let other else { return 0 }
  var position = 0
  while position < otherLength {
    let entry = other + position
    let size = strlen(entry) + 1
    let old = envzEntry(vector.pointee, length.pointee, entry)
    if old == nil || override != 0 {
      if let old { argzDelete(vector, length, old) }
      let error = argzAppend(vector, length, entry, size)
      if error != 0 { return error }
    }
    position += size
  }
  return 0
}

/// Removes the bare names. Source: envz_strip(3).
@c(envz_strip)
public func envzStrip(_ vector: Vector, _ length: Length) {
  guard let start = vector.pointee else { return }
  var read = 0
  var write = 0
  while read < length.pointee {
    let size = strlen(start + read) + 1
    if nameLength(start + read) < size - 1 {
      memmove(start + write, start + read, size)
      write += size
    }
    read += size
  }
  length.pointee = write
}
