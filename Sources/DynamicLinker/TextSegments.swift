// DT_TEXTREL: relocations in segments that are not writable. They are made writable, and for that time not executable,
// while the object is relocated.

enum TextSegments {
  static func setWritable(_ object: ObjectRef, _ writable: Bool) -> Bool {
    for index in 0..<Int(bitPattern: object.pointee.headerCount) {
      let segment = object.pointee.headers[index]
      if segment.type != SegmentType.load || segment.flags & SegmentFlag.write != 0 { continue }
      let start = pageFloor(object.pointee.at(segment.address))
      let end = pageCeiling(object.pointee.at(segment.address &+ segment.memorySize))
      let access = writable ? Protection.read | Protection.write : Mapping.protection(segment.flags)
      if protect(start, end &- start, access) < 0 { return false }
    }
    return true
  }
}
