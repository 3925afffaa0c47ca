import ABIComparison
import Synchronization

/// Where a link's libraries are read from.
public protocol ObjectSource: Sendable {
  var target: Target { get }
  /// The model of the file at a path from ``FileRoot/resolve(_:)``.
  func object(at path: String) -> Result<ElfObject, ReadError>
  /// The analysis of a library as part of somebody's link.
  func analysis(of object: ElfObject) -> ObjectAnalysis
}

/// The libraries that were read, each once, shared by all tasks of a run.
public final class ObjectStore: ObjectSource {
  private struct State {
    var objects: [String: Result<ElfObject, ReadError>] = [:]
    var analyses: [String: ObjectAnalysis] = [:]
  }

  private let state = Mutex(State())
  /// What the objects are analysed against.
  public let target: Target

  /// An empty store.
  public init(target: Target) { self.target = target }

  /// Reads outside the lock: two tasks may read the same file at once, and the first one in stays.
  public func object(at path: String) -> Result<ElfObject, ReadError> {
    if let known = state.withLock({ $0.objects[path] }) { return known }
    let result = Result { () throws(ReadError) in try ElfReader.read(path) }
    return state.withLock { state in
      if let known = state.objects[path] { return known }
      state.objects[path] = result
      return result
    }
  }

  /// What stands in the store already: a library that others needed and that is asked about itself.
  func known(_ path: String) -> ElfObject? {
    guard case .success(let object)? = state.withLock({ $0.objects[path] }) else { return nil }
    return object
  }

  /// What the rules say about one object; the same object is judged once.
  public func analysis(of object: ElfObject) -> ObjectAnalysis {
    if let known = state.withLock({ $0.analyses[object.path] }) { return known }
    let analysis = ObjectAnalysis(object, target: target, isRoot: false)
    state.withLock { $0.analyses[object.path] = analysis }
    return analysis
  }
}

/// Follows DT_NEEDED from one file, breadth first.
public struct LinkReader: Sendable {
  /// Where files come from.
  public let store: any ObjectSource
  /// How a name becomes a path.
  public let search: LibrarySearch

  /// What was found for names that are looked for in the same folders as all others.
  private let plain = PlainAnswers()

  static let maximumDepth = 64
  static let maximumObjects = 4096

  /// A reader that finds names by `search` and takes the files from `store`.
  public init(store: any ObjectSource, search: LibrarySearch) {
    self.store = store
    self.search = search
  }

  /// The file with everything that it needs, in the order in which a loader would search.
  public func link(_ file: ElfObject) -> LinkSet {
    var set = LinkSet(objects: [file])
    // For each object the position of the one that first asked for it, for RPATH.
    var parents = [-1]
    var byName: [String: Int] = [:]
    if let soname = file.contents.soname { byName[soname] = 0 }
    var byPath = [file.path: 0]
    var position = 0
    while position < set.objects.count {
      let object = set.objects[position]
      let chain = ancestors(of: position, parents).map { set.objects[$0] }
      let requester = LinkSet.shortName(object.path)
      var folders: [String]?
      for name in object.contents.needed {
        if PseudoLibc.isAnswered(name, by: search.loader) {
          set.edges.append(.init(name: name, requiredBy: requester, answer: .libc))
          continue
        }
        if let known = byName[name] {
          set.edges.append(.init(name: name, requiredBy: requester, answer: .file(set.objects[known].path)))
          continue
        }
        let answer: LinkSet.Answer
        if search.isPlain(name, for: chain) {
          answer = plain.answer(to: name) { search.find(name, for: chain, in: search.plain, fits: misfit) }
        } else {
          folders = folders ?? search.folders(for: chain)
          answer = search.find(name, for: chain, in: folders ?? [], fits: misfit)
        }
        set.edges.append(.init(name: name, requiredBy: requester, answer: answer))
        var place: String?
        switch answer {
        case .file(let path): place = path
        case .missing where !file.isProgram:
          place = search.beside(object, name, fits: misfit)
          set.edges[set.edges.count - 1].beside = place
        case .missing, .unfit, .libc: break
        }
        guard let path = place, case .success(let library) = store.object(at: path) else { continue }
        if let known = byPath[path] {
          byName[name] = known
          continue
        }
        guard chain.count < Self.maximumDepth, set.objects.count < Self.maximumObjects else {
          set.cut = "more than \(Self.maximumDepth) levels or \(Self.maximumObjects) libraries"
          continue
        }
        byName[name] = set.objects.count
        if let soname = library.contents.soname { byName[soname] = byName[soname] ?? set.objects.count }
        byPath[path] = set.objects.count
        set.objects.append(library)
        parents.append(position)
      }
      position += 1
    }
    return set
  }

  private func ancestors(of position: Int, _ parents: [Int]) -> [Int] {
    var chain = [position]
    while let last = chain.last, parents[last] >= 0 { chain.append(parents[last]) }
    return chain
  }

  /// Why a found file cannot be the library, nil where it can.
  private func misfit(_ path: String) -> String? {
    switch store.object(at: path) {
    case .failure(let error): error.message
    case .success(let object):
      object.contents.machine == search.machine ? nil : "for \(object.contents.machine)"
    }
  }
}

/// Answers that depend on the name alone.
private final class PlainAnswers: Sendable {
  private let known = Mutex<[String: LinkSet.Answer]>([:])
  /// Enough for every library of a distribution; a scan of more only looks again.
  private static let maximum = 65536

  func answer(to name: String, find: () -> LinkSet.Answer) -> LinkSet.Answer {
    if let answer = known.withLock({ $0[name] }) { return answer }
    let answer = find()
    known.withLock { if $0.count < Self.maximum { $0[name] = answer } }
    return answer
  }
}
