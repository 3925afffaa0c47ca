// A compiled catalogue (.mo): mapped, checked, searched. Every offset is checked against the file's size before use.
// Source: the GNU gettext manual, "The Format of GNU MO Files".
import CGlibcABI
import CMusl

/// A text of the catalogue: `size` bytes and a NUL behind them. Plural forms stand behind each other, with a NUL after each.
struct Message {
  var text: UnsafePointer<UInt8>
  var size: Int
}

struct Catalog {
  private let bytes: UnsafePointer<UInt8>
  private let size: Int
  private let swapped: Bool
  private let count: Int
  private let originals: Int
  private let translations: Int
  /// Strings that name the machine's own printf formats (`PRIu64`), put together: pairs of original and translation.
  private var machineStrings: UnsafeMutablePointer<Message>?
  private var machineCount = 0
  /// Translations in the encoding asked for, where that is another; by index.
  private var converted: UnsafeMutablePointer<Message?>?
  private var converter: iconv_t?
  private(set) var header: Message?

  private static let mapFailed = UnsafeMutableRawPointer(bitPattern: -1)

  /// The catalogue in `path`, its translations in `codeset`. nil where there is no file or no catalogue.
  init?(_ path: ConstText, codeset: ConstText) {
    let file = glibc_compat_open_for_reading(path)
    guard file >= 0 else { return nil }
    var status = stat()
    let known = fstat(file, &status) == 0 && status.st_mode & mode_t(S_IFMT) == mode_t(S_IFREG) && status.st_size >= 28
      && status.st_size <= 1 << 31
    let mapped = known ? mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, file, 0) : Catalog.mapFailed
    close(file)
    guard let mapped, mapped != Catalog.mapFailed else { return nil }
    bytes = UnsafePointer(mapped.assumingMemoryBound(to: UInt8.self))
    size = Int(status.st_size)
    let magic = mapped.load(as: UInt32.self)
    swapped = magic == 0xde12_0495
    func word(_ offset: Int) -> Int { Catalog.word(UnsafeRawPointer(mapped), offset, magic == 0xde12_0495) }
    count = word(8)
    originals = word(12)
    translations = word(16)
    guard magic == 0x9504_12de || magic == 0xde12_0495, word(4) >> 16 <= 1, word(4) & 0xffff <= 1,
      originals <= size, translations <= size, count <= (size - originals) / 8, count <= (size - translations) / 8
    else {
      munmap(mapped, Int(status.st_size))
      return nil
    }
    if word(4) & 0xffff == 1 && size >= 48 { readMachineStrings() }
    if let entry = index(of: emptyText) { header = translation(entry) }
    openConverter(to: codeset)
  }

  private static func word(_ bytes: UnsafeRawPointer, _ offset: Int, _ swapped: Bool) -> Int {
    let value = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    return Int(swapped ? value.byteSwapped : value)
  }

  private func word(_ offset: Int) -> Int? {
    offset >= 0 && offset <= size - 4 ? Catalog.word(UnsafeRawPointer(bytes), offset, swapped) : nil
  }

  private func message(_ table: Int, _ index: Int) -> Message? {
    guard let length = word(table + 8 * index), let start = word(table + 8 * index + 4), start < size,
      length < size - start, bytes[start + length] == 0
    else { return nil }
    return Message(text: bytes + start, size: length)
  }

  /// The entry of a text; entries from `count` on are machine strings. The table is sorted as strcmp sorts.
  private func index(of text: ConstText) -> Int? {
    let wanted = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      guard let original = message(originals, middle) else { return nil }
      let order = compare(wanted, original.text)
      if order == 0 { return middle }
      if order < 0 { high = middle } else { low = middle + 1 }
    }
    if let strings = machineStrings {
      for entry in 0..<machineCount where compare(wanted, strings[2 * entry].text) == 0 { return count + entry }
    }
    return nil
  }

  private func compare(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>) -> CInt {
    strcmp(UnsafeRawPointer(a).assumingMemoryBound(to: CChar.self), UnsafeRawPointer(b).assumingMemoryBound(to: CChar.self))
  }

  private func translation(_ index: Int) -> Message? {
    index < count ? message(translations, index) : machineStrings?[2 * (index - count) + 1]
  }

  /// The translation of a text, in the encoding asked for; nil where there is none.
  func find(_ text: ConstText) -> Message? {
    guard let entry = index(of: text), let found = translation(entry) else { return nil }
    guard let converter, let converted else { return found }
    if let done = converted[entry] { return done }
    guard let result = convert(found, converter) else { return nil }
    converted[entry] = result
    return result
  }

  // MARK: encodings

  private mutating func openConverter(to codeset: ConstText) {
    guard let header, let name = GlibcUcontextABI.find("charset=", header.text, header.text + header.size) else { return }
    var length = 0
    while name + length < header.text + header.size && name[length] > 0x20 { length += 1 }
    guard length > 0, length < 64, let target = malloc(strlen(codeset) + 11) else { return }
    defer { free(target) }
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { source in
      guard let source = source.baseAddress else { return }
      memcpy(source, name, length)
      source[length] = 0
      if strcasecmp(source, codeset) == 0 { return }
      let to = target.assumingMemoryBound(to: CChar.self)
      strcpy(to, codeset)
      strcat(to, constText("//TRANSLIT"))
      let opened = openConversion(to, source)
      guard opened != badDescriptor else { return }
      converter = opened
      converted = calloc(count + machineCount, MemoryLayout<Message?>.stride)?.assumingMemoryBound(to: Message?.self)
      for entry in 0..<(count + machineCount) where converted != nil { converted?[entry] = nil }
    }
  }

  private func convert(_ message: Message, _ converter: iconv_t) -> Message? {
    var room = message.size * 4 + 16
    guard let memory = malloc(room) else { return nil }
    var input: Text? = UnsafeMutableRawPointer(mutating: message.text).assumingMemoryBound(to: CChar.self)
    var left = message.size + 1
    var output: Text? = memory.assumingMemoryBound(to: CChar.self)
    let all = room
    _ = GlibcUcontextABI.convert(converter, nil, nil, nil, nil)
    guard GlibcUcontextABI.convert(converter, &input, &left, &output, &room) != -1, left == 0 else {
      free(memory)
      return nil
    }
    return Message(text: UnsafePointer(memory.assumingMemoryBound(to: UInt8.self)), size: all - room - 1)
  }

  // MARK: machine strings

  private mutating func readMachineStrings() {
    guard let segments = word(28), let segmentTable = word(32), let strings = word(36), let from = word(40),
      let to = word(44), segments <= size / 8, strings > 0, strings <= size / 4,
      let memory = malloc(strings * 2 * MemoryLayout<Message>.stride)
    else { return }
    let pairs = memory.bindMemory(to: Message.self, capacity: strings * 2)
    for index in 0..<strings {
      guard let original = word(from + 4 * index).flatMap({ assemble($0, segments, segmentTable) }),
        let translated = word(to + 4 * index).flatMap({ assemble($0, segments, segmentTable) })
      else { continue }
      pairs[2 * machineCount] = original
      pairs[2 * machineCount + 1] = translated
      machineCount += 1
    }
    machineStrings = pairs
  }

  // A machine string: where its fixed text starts, then pairs (bytes of fixed text, segment that follows) until segment 0xffffffff.
  private func assemble(_ record: Int, _ segments: Int, _ segmentTable: Int) -> Message? {
    guard var fixed = word(record), let room = assembledSize(record, segments, segmentTable), let memory = malloc(room) else {
      return nil
    }
    let text = memory.assumingMemoryBound(to: UInt8.self)
    var length = 0
    var at = record + 4
    while let part = word(at), let segment = word(at + 4) {
      guard part <= size - fixed, part <= room - length else { break }
      memcpy(text + length, bytes + fixed, part)
      fixed += part
      length += part
      if segment == 0xffff_ffff {
        guard length > 0, text[length - 1] == 0 else { break }
        return Message(text: UnsafePointer(text), size: length - 1)
      }
      guard let name = message(segmentTable, segment, orEndAt: segments), let format = machineFormat(name) else { break }
      memcpy(text + length, format.utf8Start, format.utf8CodeUnitCount)
      length += format.utf8CodeUnitCount
      at += 8
    }
    free(memory)
    return nil
  }

  private func assembledSize(_ record: Int, _ segments: Int, _ segmentTable: Int) -> Int? {
    guard let fixed = word(record), fixed <= size else { return nil }
    var length = 0
    var at = record + 4
    while let part = word(at), let segment = word(at + 4) {
      guard part <= size else { return nil }
      length += part + 4
      if length > 4 * size { return nil }
      if segment == 0xffff_ffff { return length }
      if segment >= segments { return nil }
      at += 8
    }
    return nil
  }

  // A segment's name counts its NUL in its length.
  private func message(_ table: Int, _ index: Int, orEndAt end: Int) -> Message? {
    guard index < end, let length = word(table + 8 * index), let start = word(table + 8 * index + 4), length > 0,
      start < size, length <= size - start, bytes[start + length - 1] == 0
    else { return nil }
    return Message(text: bytes + start, size: length - 1)
  }
}
