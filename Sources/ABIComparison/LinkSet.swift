/// A file with the libraries it needs, in the order in which a loader would open them (breadth first).
public struct LinkSet: Sendable {
  /// Who answers for a library that is needed.
  public enum Answer: Sendable {
    /// A file.
    case file(String)
    /// The libc answers for the name itself.
    case libc
    /// No folder has it; the folders that were asked.
    case missing(sought: [String])
    /// A file of that name exists but is not fit; why.
    case unfit(path: String, why: String)
  }

  /// One DT_NEEDED entry.
  public struct Edge: Sendable {
    /// The name that is needed.
    public var name: String
    /// The path of the object that needs it.
    public var requiredBy: String
    /// Who answers.
    public var answer: Answer
    /// Where nobody does, and the file is no program: the library of that name in the folder of the one that needs it.
    /// A wheel's libraries are found so, by the search paths of the module that loads them. It is in the link.
    public var beside: String?

    /// One need and its answer.
    public init(name: String, requiredBy: String, answer: Answer) {
      self.name = name
      self.requiredBy = requiredBy
      self.answer = answer
    }
  }

  /// The file itself first.
  public var objects: [ElfObject]
  /// Each need of each object.
  public var edges: [Edge]
  /// Set where the limit of depth or number stopped the walk.
  public var cut: String?

  /// - Parameter objects: the file itself first.
  public init(objects: [ElfObject], edges: [Edge] = [], cut: String? = nil) {
    self.objects = objects
    self.edges = edges
    self.cut = cut
  }

  /// The file itself.
  public var root: ElfObject { objects[0] }

  /// How a message names a file: the last part of its path.
  public static func shortName(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    let name = path[path.utf8.index(after: slash)...]
    return name.isEmpty ? path : String(name)
  }
}
