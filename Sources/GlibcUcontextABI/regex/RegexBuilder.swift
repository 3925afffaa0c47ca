// From a tree's operators to nodes, and the copies of nodes behind anchors.

/// Builds the nodes of a program.
struct RegexBuilder {
  /// Beyond it a pattern is refused with REG_ESPACE.
  static let maximumNodes = 1 << 22

  /// A piece under construction: its first node, and its open ends as a list through the fields that they will fill.
  private struct Fragment: BitwiseCopyable {
    var start: Int32
    var head: Int32
    var tail: Int32
  }

  private let program: UnsafeMutablePointer<RegexProgram>
  private var fragments = RegexArray<Fragment>()

  init(program: UnsafeMutablePointer<RegexProgram>) { self.program = program }

  mutating func free() { fragments.free() }

  /// Build the nodes. `keepGroups` is false where no caller can ask for the groups' matches.
  mutating func build(_ tree: RegexTree, keepGroups: Bool) throws(RegexError) {
    for index in 0..<tree.ops.count { try add(tree.ops[index], tree, keepGroups: keepGroups) }
    let accept = try node(RegexNode(kind: .accept))
    if fragments.count == 0 {
      program.pointee.start = accept
    } else {
      let whole = fragments.removeLast()
      fill(whole, accept)
      program.pointee.start = whole.start
    }
    program.pointee.plainCount = program.pointee.nodes.count
    program.pointee.plainStart = program.pointee.start
    for index in 0..<program.pointee.plainCount {
      var found = program.pointee.nodes[index]
      if found.kind == .backReference {
        found.second = found.first
        program.pointee.nodes[index] = found
      }
    }
  }

  private mutating func add(_ op: RegexOp, _ tree: RegexTree, keepGroups: Bool) throws(RegexError) {
    switch op.kind {
    case .character: try push(RegexNode(kind: .character, argument: op.argument))
    case .anchor:
      program.pointee.hasConstraints = true
      try push(RegexNode(kind: .anchor, argument: op.argument))
    case .backReference:
      try push(RegexNode(kind: .backReference, argument: tree.groupMap[Int(op.argument)]))
    case .concatenation:
      let right = fragments.removeLast()
      let left = fragments.removeLast()
      fill(left, right.start)
      try fragments.append(Fragment(start: left.start, head: right.head, tail: right.tail))
    case .alternation: try addAlternation(op)
    case .star:
      let body = fragments.removeLast()
      let loop = try node(RegexNode(kind: .split, first: body.start))
      fill(body, loop)
      try fragments.append(Fragment(start: loop, head: loop << 1 | 1, tail: loop << 1 | 1))
    case .group: try addGroup(op, keepGroups: keepGroups)
    }
  }

  /// An empty branch comes last in glibc whichever side it is on: it is numbered after the other.
  private mutating func addAlternation(_ op: RegexOp) throws(RegexError) {
    if op.flag == 0 {
      try push(RegexNode(kind: .split))
      return
    }
    if op.flag != 3 {
      let body = fragments.removeLast()
      let fork = try node(RegexNode(kind: .split, first: body.start))
      setHole(fork << 1 | 1, body.head)
      try fragments.append(Fragment(start: fork, head: fork << 1 | 1, tail: body.tail))
      return
    }
    let right = fragments.removeLast()
    let left = fragments.removeLast()
    let fork = try node(RegexNode(kind: .split, first: left.start, second: right.start))
    setHole(left.tail, right.head)
    try fragments.append(Fragment(start: fork, head: left.head, tail: right.tail))
  }

  private mutating func addGroup(_ op: RegexOp, keepGroups: Bool) throws(RegexError) {
    let hasContents = op.flag & 1 != 0
    let isReferenced = op.argument < 32 && program.pointee.referencedGroups >> UInt32(op.argument) & 1 != 0
    if !keepGroups && hasContents && !isReferenced { return }
    let optional = op.flag & 2 != 0
    let opening = try node(RegexNode(kind: .groupStart, optional: optional, argument: op.argument))
    let closing = try node(RegexNode(kind: .groupEnd, optional: optional, argument: op.argument))
    if hasContents {
      let body = fragments.removeLast()
      fill(body, closing)
      program.pointee.nodes[Int(opening)].first = body.start
    } else {
      program.pointee.nodes[Int(opening)].first = closing
    }
    try fragments.append(Fragment(start: opening, head: closing << 1, tail: closing << 1))
  }

  // MARK: - Nodes and their open ends

  private mutating func node(_ made: RegexNode) throws(RegexError) -> Int32 {
    if program.pointee.nodes.count >= Self.maximumNodes { throw .outOfMemory }
    let number = Int32(program.pointee.nodes.count)
    var made = made
    made.origin = number
    try program.pointee.nodes.append(made)
    return number
  }

  /// A node whose `first` is open, as a fragment.
  private mutating func push(_ made: RegexNode) throws(RegexError) {
    let number = try node(made)
    try fragments.append(Fragment(start: number, head: number << 1, tail: number << 1))
  }

  /// An end is a node's number times two, plus one for `second`; an open one holds -2 less than the next end, or -1.
  private func setHole(_ hole: Int32, _ next: Int32) { set(hole, -2 &- next) }

  private func set(_ hole: Int32, _ value: Int32) {
    if hole & 1 == 0 {
      program.pointee.nodes[Int(hole >> 1)].first = value
    } else {
      program.pointee.nodes[Int(hole >> 1)].second = value
    }
  }

  private func fill(_ fragment: Fragment, _ target: Int32) {
    var hole = fragment.head
    while hole >= 0 {
      let found = program.pointee.nodes[Int(hole >> 1)]
      let next = hole & 1 == 0 ? found.first : found.second
      set(hole, target)
      hole = next == -1 ? -1 : -2 &- next
    }
  }
}

/// Copies what stands behind anchors: a node that is reached through an anchor keeps the anchor's demand with it.
struct RegexSpecializer {
  /// An edge to set: of `node`, to the copy of `target` under `constraint`.
  private struct Edge: BitwiseCopyable {
    var node: Int32
    var isSecond: Bool
    var target: Int32
    var constraint: UInt8
  }

  private let program: UnsafeMutablePointer<RegexProgram>
  private var edges = RegexArray<Edge>()
  /// For each constraint met (by its number in `order`), the copy of each node.
  private var copies = RegexArray<Int32>()
  private var order = RegexArray<UInt8>()

  init(program: UnsafeMutablePointer<RegexProgram>) { self.program = program }

  mutating func free() {
    edges.free()
    copies.free()
    order.free()
  }

  /// Anchors are taken in the pattern's order: where several copies accept, glibc prefers the one made first.
  mutating func run() throws(RegexError) {
    for index in 0..<program.pointee.plainCount {
      let found = program.pointee.nodes[index]
      guard found.kind == .anchor else { continue }
      try edges.append(Edge(node: Int32(index), isSecond: true, target: found.first,
        constraint: UInt8(truncatingIfNeeded: found.argument)))
      while edges.count > 0 { try connect(edges.removeLast()) }
    }
  }

  private mutating func connect(_ edge: Edge) throws(RegexError) {
    let slot = try copySlot(edge.target, edge.constraint)
    if copies[slot] < 0 { copies[slot] = try copy(edge.target, edge.constraint) }
    let made = copies[slot]
    if edge.isSecond {
      program.pointee.nodes[Int(edge.node)].second = made
    } else {
      program.pointee.nodes[Int(edge.node)].first = made
    }
  }

  private mutating func copySlot(_ target: Int32, _ constraint: UInt8) throws(RegexError) -> Int {
    let size = program.pointee.plainCount
    var row = 0
    while row < order.count && order[row] != constraint { row &+= 1 }
    if row == order.count {
      if size &* (row &+ 1) > RegexBuilder.maximumNodes &* 4 { throw .outOfMemory }
      try order.append(constraint)
      try copies.append(-1, times: size)
    }
    return row &* size &+ Int(target)
  }

  private mutating func copy(_ target: Int32, _ constraint: UInt8) throws(RegexError) -> Int32 {
    if program.pointee.nodes.count >= RegexBuilder.maximumNodes { throw .outOfMemory }
    let number = Int32(program.pointee.nodes.count)
    var made = program.pointee.nodes[Int(target)]
    made.constraint = constraint
    let (first, second) = (made.first, made.second)
    try program.pointee.nodes.append(made)
    switch made.kind {
    case .character, .accept: break
    case .anchor:
      let both = constraint | UInt8(truncatingIfNeeded: made.argument)
      try edges.append(Edge(node: number, isSecond: true, target: first, constraint: both))
    case .backReference:
      try edges.append(Edge(node: number, isSecond: true, target: first, constraint: constraint))
    case .split:
      if second >= 0 { try edges.append(Edge(node: number, isSecond: true, target: second, constraint: constraint)) }
      try edges.append(Edge(node: number, isSecond: false, target: first, constraint: constraint))
    case .groupStart, .groupEnd:
      try edges.append(Edge(node: number, isSecond: false, target: first, constraint: constraint))
    }
    return number
  }
}
