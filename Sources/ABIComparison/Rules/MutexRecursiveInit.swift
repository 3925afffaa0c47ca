/// A mutex whose initial value in the file says that it is not of the normal kind.
public struct StaticMutex: Sendable {
  /// The kinds that glibc's static initialisers give a mutex.
  public enum Kind: UInt32, Sendable { case recursive = 1, errorCheck = 2, adaptive = 3 }

  /// What the initialiser asks for.
  public var kind: Kind
  /// The variable, with the member where the mutex stands inside a structure.
  public var name: String?
  /// DWARF says that its type is pthread_mutex_t; else its bytes only look like one.
  public var isProved: Bool

  /// A mutex that was found in data.
  public init(kind: Kind, name: String?, isProved: Bool) {
    self.kind = kind
    self.name = name
    self.isProved = isProved
  }
}

extension Rule {
  private static let users: Set<String> = ["pthread_mutex_lock", "pthread_mutex_trylock", "pthread_mutex_timedlock"]

  /// Initialisers of glibc's pthread_mutex_t that are compiled into the program.
  static let mutexRecursiveInit: Rule = Rule(
    "mutex-recursive-init", title: "a static mutex that is not a normal one",
    why: """
      PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP and its kind put the mutex's type at byte 16, where glibc has it. musl \
      keeps the type at byte 0 and finds a normal mutex there: its owner's second lock waits for itself, for ever. \
      Only debug information proves that a variable is such a mutex; 40 bytes that look like one are told as a note.
      """,
    fix: "use the shim, which understands both; or call pthread_mutex_init with PTHREAD_MUTEX_RECURSIVE",
    names: users,
    object: { view in
      guard view.target.loader != .glibc, view.answeredByMusl().contains(where: { users.contains($0.name) }) else {
        return []
      }
      return view.object.contents.staticMutexes.map { mutex in
        let name = mutex.name ?? "a variable of 40 bytes"
        let kind = mutex.kind == .recursive ? "recursive" : mutex.kind == .errorCheck ? "error-checking" : "adaptive"
        // An adaptive mutex is a normal one that spins first: nothing differs.
        let bites = mutex.isProved && mutex.kind != .adaptive
        return mutexRecursiveInit.finding(
          bites ? .warning : .note, .silent, mutex.isProved ? .dwarf : .heuristic,
          mutex.isProved
            ? "\(name) is initialised as a \(kind) mutex, a normal one in musl"
            : "\(name) looks like a \(kind) mutex of glibc's, a normal one in musl",
          symbol: mutex.name, in: view.object)
      }
    })
}
