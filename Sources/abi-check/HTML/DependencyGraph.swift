import ABIComparison

/// Who needs whom, by the names in DT_NEEDED, reduced to what fits a picture.
struct DependencyGraph {
  enum Kind: String { case program, library, missing, unfit, libc }

  struct Node {
    var name: String
    var kind: Kind
    var verdict: Verdict?
    /// The whole story, shown when the pointer rests on it.
    var detail: String
    var users = 0
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [(from: Int, to: Int)] = []
  /// How many there were before the picture was cut.
  private(set) var total = 0
  /// The libc, which all need, is left out.
  private(set) var hidesLibc = false
  private var places: [String: Int] = [:]
  private var known: Set<[Int]> = []

  static let maximumNodes = 60

  init(_ reports: [FileReport], target: ReportTarget) {
    for report in reports where !report.needed.isEmpty {
      let root = node(
        LinkSet.shortName(report.path), .program, "\(report.verdict.rawValue): \(target.inside(report.path))")
      nodes[root].verdict = report.verdict
      for edge in report.needed {
        let user = node(edge.requiredBy, .library, edge.requiredBy)
        let needed = node(edge, target)
        guard user != needed, known.insert([user, needed]).inserted else { continue }
        edges.append((user, needed))
        nodes[needed].users += 1
      }
    }
    total = nodes.count
    if nodes.count > Self.maximumNodes { cut() }
    // Where there is much to draw, that everything needs the libc says nothing.
    if nodes.count > 24 {
      hidesLibc = true
      total -= nodes.count { $0.kind == .libc }
      keep(nodes.indices.filter { nodes[$0].kind != .libc })
    }
    dropImpliedEdges()
    let joined = Set(edges.flatMap { [$0.from, $0.to] })
    keep(nodes.indices.filter { joined.contains($0) })
  }

  /// A library is known by its file, which an edge that starts at it names; it is shown by the name it is asked for.
  private mutating func node(_ edge: LinkSet.Edge, _ target: ReportTarget) -> Int {
    switch edge.answer {
    case .libc:
      return node(target.loader == "glibc" ? "glibc" : target.shim == nil ? "musl" : "musl + shim", .libc, target.text)
    case .file(let path):
      let place = node(LinkSet.shortName(path), .library, target.inside(path))
      if nodes[place].kind == .library { nodes[place].name = edge.name }
      return place
    case .missing(let sought):
      return node(edge.name, .missing, "not found; sought in \(sought.joined(separator: ", "))")
    case .unfit(let path, let why): return node(edge.name, .unfit, "\(target.inside(path)) is \(why)")
    }
  }

  private mutating func node(_ name: String, _ kind: Kind, _ detail: String) -> Int {
    if let place = places[name] {
      // A file that was judged may be a library of another: what is wrong with it must win.
      if kind == .missing || kind == .unfit { nodes[place].kind = kind }
      if nodes[place].detail == name { nodes[place].detail = detail }
      return place
    }
    places[name] = nodes.count
    nodes.append(Node(name: name, kind: kind, detail: detail))
    return nodes.count - 1
  }

  /// Keeps what is missing, some of who asks for it, and what most others need.
  private mutating func cut() {
    func most(_ indices: [Int]) -> [Int] {
      indices.sorted { (nodes[$1].users, nodes[$0].name) < (nodes[$0].users, nodes[$1].name) }
    }
    let missing = most(nodes.indices.filter { nodes[$0].kind == .missing || nodes[$0].kind == .unfit }).prefix(14)
    var chosen = Set(missing)
    // What was asked for, where that is little.
    let asked = nodes.indices.filter { nodes[$0].kind == .program }
    if asked.count <= 10 { chosen.formUnion(asked) }
    for library in missing {
      for edge in edges.filter({ $0.to == library }).prefix(3) where chosen.count < 32 { chosen.insert(edge.from) }
    }
    for library in most(nodes.indices.filter { nodes[$0].kind == .library && nodes[$0].users > 0 }) {
      guard chosen.count < Self.maximumNodes * 2 / 3 else { break }
      chosen.insert(library)
    }
    keep(chosen.sorted())
  }

  private mutating func keep(_ indices: [Int]) {
    let new = Dictionary(uniqueKeysWithValues: indices.enumerated().map { ($1, $0) })
    edges = edges.compactMap { edge in
      guard let from = new[edge.from], let to = new[edge.to] else { return nil }
      return (from, to)
    }
    nodes = indices.map { nodes[$0] }
  }

  /// A line from a to c is not drawn where lines lead from a over b to c. In a small picture one to a missing library
  /// always is.
  private mutating func dropImpliedEdges() {
    var next = [[Int]](repeating: [], count: nodes.count)
    for edge in edges { next[edge.from].append(edge.to) }
    edges.removeAll { edge in
      let isPlain = nodes[edge.to].kind == .library || nodes[edge.to].kind == .libc
      guard isPlain || nodes.count > 24 else { return false }
      var seen: Set<Int> = [edge.from]
      var stack = next[edge.from].filter { $0 != edge.to }
      while let node = stack.popLast() {
        if node == edge.to { return true }
        if seen.insert(node).inserted { stack += next[node] }
      }
      return false
    }
  }

  // MARK: places

  /// The nodes in columns: each to the right of all that need it, and in a column near what it is joined to.
  func columns() -> [[Int]] {
    let layers = layers()
    var columns = [[Int]](repeating: [], count: (layers.max() ?? -1) + 1)
    for node in nodes.indices { columns[layers[node]].append(node) }
    var place = [Double](repeating: 0, count: nodes.count)
    func number(_ column: [Int]) {
      for (index, node) in column.enumerated() { place[node] = Double(index) - Double(column.count - 1) / 2 }
    }
    columns.forEach(number)
    for sweep in 0..<8 {
      let goesRight = sweep % 2 == 0
      for index in goesRight ? Array(columns.indices) : columns.indices.reversed() {
        let ranked = columns[index].map { node -> (key: Double, node: Int) in
          let joined = edges.compactMap { edge -> Double? in
            if goesRight { return edge.to == node ? place[edge.from] : nil }
            return edge.from == node ? place[edge.to] : nil
          }
          return (joined.isEmpty ? place[node] : joined.reduce(0, +) / Double(joined.count), node)
        }
        columns[index] = ranked.sorted { ($0.key, nodes[$0.node].name) < ($1.key, nodes[$1.node].name) }.map(\.node)
        number(columns[index])
      }
    }
    return columns
  }

  /// The longest way from a file that nobody needs; arrows that close a circle do not count.
  private func layers() -> [Int] {
    var next = [[Int]](repeating: [], count: nodes.count)
    var incoming = [Int](repeating: 0, count: nodes.count)
    for edge in edges {
      next[edge.from].append(edge.to)
      incoming[edge.to] += 1
    }
    var layer = [Int](repeating: 0, count: nodes.count)
    var left = Set(nodes.indices)
    var ready = nodes.indices.filter { incoming[$0] == 0 }
    while !left.isEmpty {
      // Only circles are left: one of them is opened where fewest ask.
      guard let node = ready.popLast() ?? left.min(by: { (incoming[$0], $0) < (incoming[$1], $1) }) else { break }
      guard left.remove(node) != nil else { continue }
      for other in next[node] where left.contains(other) {
        layer[other] = max(layer[other], layer[node] + 1)
        incoming[other] -= 1
        if incoming[other] == 0 { ready.append(other) }
      }
    }
    return layer
  }
}
