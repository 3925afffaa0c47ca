/// Numbers of symbols, a bit for each: what hundreds of thousands of relocations name.
public struct SymbolSet: Sendable {
  /// The bits, 64 in a word.
  package private(set) var words: [UInt64] = []
  /// Larger numbers than any symbol table has are left out: a damaged file must not ask for memory.
  private static let maximum: UInt32 = 1 << 24

  /// None.
  public init() {}

  /// Those of ``words``; nil where there are more than a set has.
  package init?(words: [UInt64]) {
    guard words.count <= Int(Self.maximum >> 6) * 2 else { return nil }
    self.words = words
  }

  /// Those of a sequence.
  public init(_ numbers: some Sequence<UInt32>) {
    for number in numbers { insert(number) }
  }

  /// Adds a number.
  @inline(__always)
  public mutating func insert(_ number: UInt32) {
    let place = Int(number >> 6)
    if place >= words.count {
      guard number < Self.maximum else { return }
      words.append(contentsOf: repeatElement(0, count: max(place + 1 - words.count, words.count)))
    }
    words[place] |= 1 << UInt64(number & 63)
  }

  /// Whether a number is in it.
  public func contains(_ number: UInt32) -> Bool {
    let place = Int(number >> 6)
    return place < words.count && words[place] >> UInt64(number & 63) & 1 == 1
  }

  /// Whether there is none.
  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Those of both.
  public func union(_ other: SymbolSet) -> SymbolSet {
    var both = self
    if both.words.count < other.words.count {
      both.words.append(contentsOf: repeatElement(0, count: other.words.count - both.words.count))
    }
    for place in other.words.indices { both.words[place] |= other.words[place] }
    return both
  }

  /// In rising order.
  public func sorted() -> [UInt32] {
    words.indices.flatMap { place in
      (0..<64).compactMap { bit in
        words[place] >> UInt64(bit) & 1 == 1 ? UInt32(place * 64 + bit) : nil
      }
    }
  }
}
