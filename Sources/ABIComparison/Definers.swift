import Synchronization

/// The objects of a link, asked which of them exports what another refers to.
struct Definers {
  private let objects: [ElfObject]
  private let probes: [SymbolTable.Probe]
  private let byVersion: Bool
  private lazy var members = Set(objects.map(\.number))

  init(_ objects: [ElfObject], loader: Target.Loader) {
    self.objects = objects
    probes = objects.map(\.symbols.probe)
    byVersion = loader != .musl
  }

  /// Which of an object's references nobody answers.
  func missing(_ references: [Int], of object: ElfObject) -> [Int] {
    var open = references
    for place in probes.indices { removeAnswered(&open, of: object, by: place) }
    return open
  }

  /// The same for a library, which is part of many links: where all who answered it once are there again, they answer
  /// again, and who had no answer for the rest still has none.
  mutating func missing(_ analysis: ObjectAnalysis) -> [Int] {
    guard !analysis.open.isEmpty else { return [] }
    var known = KnownAnswers.Answers(definers: [], asked: [], rest: analysis.open)
    if let earlier = analysis.answers.state.withLock({ $0 }), earlier.definers.allSatisfy({ members.contains($0) }) {
      known = earlier
    }
    var asked: [UInt64] = []
    // The file that the link is for comes last: it may be gone before the next link.
    for place in probes.indices.dropFirst() where !known.rest.isEmpty {
      let number = objects[place].number
      guard !known.asked.contains(number) else { continue }
      let count = known.rest.count
      removeAnswered(&known.rest, of: analysis.object, by: place)
      if known.rest.count < count { known.definers.append(number) }
      asked.append(number)
    }
    known.asked.formUnion(asked)
    if !asked.isEmpty {
      analysis.answers.state.withLock { if ($0?.asked.count ?? 0) < KnownAnswers.maximum { $0 = known } }
    }
    removeAnswered(&known.rest, of: analysis.object, by: 0)
    return known.rest
  }

  /// Takes out the references that one object answers. Object by object, so that the index of one is in the processor's
  /// cache while all names are looked up in it.
  private func removeAnswered(_ references: inout [Int], of object: ElfObject, by place: Int) {
    let table = object.symbols
    let probe = probes[place]
    var kept = 0
    for index in references.indices {
      let reference = references[index]
      if probe.mayDefine(table.symbols[reference].hash), defines(table.symbols[reference], of: object, at: place) {
        continue
      }
      if kept < index { references[kept] = reference }
      kept += 1
    }
    references.removeSubrange(kept...)
  }

  private func defines(_ symbol: Symbol, of object: ElfObject, at place: Int) -> Bool {
    // The program's own copy of an object does not answer for itself.
    guard !symbol.isDefined || objects[place] !== object else { return false }
    let version = byVersion ? object.symbols.version(symbol)?.name : nil
    return objects[place].symbols.answers(
      object.symbols.nameBytes(symbol), hash: symbol.hash, version: version, byVersion: byVersion)
  }

  /// Whether an object of the link defines a name, other than by its copy of a library's object.
  func export(_ name: String) -> Bool {
    let hash = SymbolTable.hash(name.utf8)
    return probes.indices.contains { place in
      probes[place].mayDefine(hash) && objects[place].symbols.export(named: name) != nil && !objects[place].copies(name)
    }
  }
}

/// Who answered a library's open references in the links that it was part of.
final class KnownAnswers: Sendable {
  /// Objects by their numbers: they may be gone, the members of an archive for one.
  struct Answers {
    var definers: [UInt64]
    /// All who were asked for the references that are left.
    var asked: Set<UInt64>
    /// The references that none of them answered.
    var rest: [Int]
  }
  let state = Mutex<Answers?>(nil)
  /// More libraries than any link has; a scan of many archives meets new ones in each.
  static let maximum = 4096
}
