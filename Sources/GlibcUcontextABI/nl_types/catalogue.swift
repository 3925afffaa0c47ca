// <nl_types.h>: a message catalogue as glibc's gencat writes it, mapped, checked when it is opened, and searched.
//
// A header of three words (a mark, how many places the table has, how many layers), the table in little-endian words,
// the same in big-endian ones, and the texts. A place has three words: the set's number plus one, the message's number,
// where the text begins.
import CMusl

struct MessageCatalogue {
  private static let mark: UInt32 = 0x9604_08de
  private static let opened: UInt32 = 0x6361_7464
  private static let headerSize = 12
  private static let placeSize = 12

  /// Tells a catalogue from a pointer to something else.
  private var state: UInt32
  private let bytes: UnsafeRawPointer
  private let size: Int
  private let places: Int
  private let layers: Int
  private let texts: Int

  /// The catalogue that an open file holds. nil and EINVAL where it is none.
  init?(_ file: CInt) {
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    guard status.st_mode & mode_t(S_IFMT) == mode_t(S_IFREG), status.st_size >= MessageCatalogue.headerSize else {
      errno = EINVAL
      return nil
    }
    let mapped = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, file, 0)
    guard let mapped, mapped != UnsafeMutableRawPointer(bitPattern: -1) else { return nil }
    bytes = UnsafeRawPointer(mapped)
    size = Int(status.st_size)
    let first = mapped.loadUnaligned(as: UInt32.self)
    let swapped = first == MessageCatalogue.mark.byteSwapped
    func word(_ index: Int) -> Int {
      let value = mapped.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)
      return Int(swapped ? value.byteSwapped : value)
    }
    places = word(1)
    layers = word(2)
    state = MessageCatalogue.opened
    // Both factors have 32 bits, so the product fits; the two tables must fit the file.
    let (count, tooMany) = places.multipliedReportingOverflow(by: layers)
    let room = (size - MessageCatalogue.headerSize) / (2 * MessageCatalogue.placeSize)
    let isOne = (first == MessageCatalogue.mark || swapped) && places > 0 && layers > 0 && !tooMany && count <= room
    texts = isOne ? MessageCatalogue.headerSize + 2 * MessageCatalogue.placeSize * count : 0
    guard isOne, hasWholeTexts(count) else {
      close()
      errno = EINVAL
      return nil
    }
  }

  /// Whether every text that the table names begins in the file and ends in it.
  private func hasWholeTexts(_ count: Int) -> Bool {
    var last = 0
    for place in 0..<count { last = max(last, Int(word(place, 2))) }
    guard last < size - texts else { return false }
    return memchr(bytes + texts + last, 0, size - texts - last) != nil
  }

  private func word(_ place: Int, _ index: Int) -> UInt32 {
    let offset = MessageCatalogue.headerSize + MessageCatalogue.placeSize * place + 4 * index
    return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  var isOpen: Bool { state == MessageCatalogue.opened }

  /// The text of a message, nil where there is none.
  func text(_ set: CInt, _ message: CInt) -> UnsafeMutablePointer<CChar>? {
    let key = UInt32(bitPattern: set) &+ 1
    let number = UInt32(bitPattern: message)
    var place = Int((key &* number) % UInt32(truncatingIfNeeded: places))
    for _ in 0..<layers {
      if word(place, 0) == key && word(place, 1) == number {
        let start = bytes + texts + Int(word(place, 2))
        return UnsafeMutablePointer(mutating: start.assumingMemoryBound(to: CChar.self))
      }
      place += places
    }
    return nil
  }

  mutating func close() {
    state = 0
    munmap(UnsafeMutableRawPointer(mutating: bytes), size)
  }
}
