// <iconv.h>: the last conversion that was closed, kept for the next program that asks for the same: most open one
// pair over and over.
import CGlibcABI
import CMusl

private func textLength(_ text: UnsafePointer<UInt8>, _ most: Int) -> Int {
  strnlen(UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self), most)
}

/// What a conversion was asked for: both names with their ends, or nothing where that is not to be kept.
struct ConversionKey {
  private static let room = 64
  private var bytes: InlineArray<64, UInt8> = InlineArray(repeating: 0)
  private var count = 0

  init() {}

  /// An empty name means the locale's encoding, which may be another the next time.
  init(_ to: UnsafePointer<UInt8>, _ from: UnsafePointer<UInt8>) {
    if Self.isOpen(to) || Self.isOpen(from) { return }
    let (toCount, fromCount) = (textLength(to, Self.room) + 1, textLength(from, Self.room) + 1)
    if toCount + fromCount > Self.room { return }
    for index in 0..<toCount { bytes[index] = to[index] }
    for index in 0..<fromCount { bytes[toCount + index] = from[index] }
    count = toCount + fromCount
  }

  func equals(_ to: UnsafePointer<UInt8>, _ from: UnsafePointer<UInt8>) -> Bool {
    if count == 0 { return false }
    var at = 0
    var text = to
    var index = 0
    while at < count {
      if bytes[at] != text[index] { return false }
      if bytes[at] == 0 {
        text = from
        index = 0
      } else {
        index += 1
      }
      at += 1
    }
    return true
  }

  var isEmpty: Bool { count == 0 }

  private static func isOpen(_ name: UnsafePointer<UInt8>) -> Bool { name[0] == 0 || name[0] == 0x2f }
}

nonisolated(unsafe) private var kept: UnsafeMutableRawPointer? = nil

/// The kept conversion, as new, if it is between these; it is the caller's then.
func takeKept(_ to: UnsafePointer<UInt8>, _ from: UnsafePointer<UInt8>) -> iconv_t? {
  guard let found = glibc_compat_swap_pointer(&kept, nil) else { return nil }
  let converter = found.assumingMemoryBound(to: Converter.self)
  guard converter.pointee.key.equals(to, from) else {
    discard(glibc_compat_swap_pointer(&kept, found))
    return nil
  }
  converter.pointee.restart()
  converter.pointee.isSwapped = false
  return found
}

/// Keeps a conversion that is closed, in place of the one before; false where it is none to keep.
func keep(_ descriptor: iconv_t) -> Bool {
  let converter = descriptor.assumingMemoryBound(to: Converter.self)
  if converter.pointee.key.isEmpty { return false }
  discard(glibc_compat_swap_pointer(&kept, descriptor))
  return true
}

func discard(_ descriptor: iconv_t?) { free(descriptor) }
