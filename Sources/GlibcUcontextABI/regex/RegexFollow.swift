// Which positions of a pattern can follow which: computed once, so that a search only joins lists.

/// Fills a program's positions, their successors, and the inverse edges that finding groups needs.
struct RegexFollow {
  /// Beyond it a pattern is refused with REG_ESPACE.
  static let maximumEntries = 1 << 24

  private let program: UnsafeMutablePointer<RegexProgram>
  private var seen = RegexArray<UInt32>()
  private var stamp: UInt32 = 0
  private var stack = RegexArray<Int32>()
  /// Where the list of the positions reachable from a node is: computed lists are shared by all that go to the node.
  private var listStart = RegexArray<Int32>()
  private var listEnd = RegexArray<Int32>()

  init(program: UnsafeMutablePointer<RegexProgram>) { self.program = program }

  mutating func free() {
    seen.free()
    stack.free()
    listStart.free()
    listEnd.free()
  }

  mutating func run(withGroups: Bool) throws(RegexError) {
    let count = program.pointee.nodes.count
    try seen.append(0, times: count)
    try listStart.append(-1, times: count)
    try listEnd.append(-1, times: count)
    try program.pointee.positionOfNode.append(-1, times: count)
    for index in 0..<count {
      switch program.pointee.nodes[index].kind {
      case .character, .backReference, .accept:
        program.pointee.positionOfNode[index] = Int32(program.pointee.positions.count)
        try program.pointee.positions.append(Int32(index))
      default: break
      }
    }
    for position in 0..<program.pointee.positions.count {
      let node = program.pointee.nodes[Int(program.pointee.positions[position])]
      let target = node.kind == .accept ? -1 : node.kind == .backReference ? node.origin : node.first
      let list = try reachable(from: target)
      try program.pointee.followStart.append(list.0)
      try program.pointee.followEnd.append(list.1)
    }
    let first = try reachable(from: program.pointee.start)
    for index in Int(first.0)..<Int(first.1) {
      try program.pointee.initial.append(program.pointee.follow[index])
    }
    if withGroups { try invert() }
  }

  private mutating func reachable(from start: Int32) throws(RegexError) -> (Int32, Int32) {
    if start < 0 { return (0, 0) }
    if listStart[Int(start)] >= 0 { return (listStart[Int(start)], listEnd[Int(start)]) }
    let begin = Int32(program.pointee.follow.count)
    stamp &+= 1
    try visit(start)
    while stack.count > 0 {
      let number = stack.removeLast()
      let node = program.pointee.nodes[Int(number)]
      let position = program.pointee.positionOfNode[Int(number)]
      if position >= 0 {
        if program.pointee.follow.count >= Self.maximumEntries { throw .outOfMemory }
        try program.pointee.follow.append(position)
      }
      switch node.kind {
      case .character, .accept: break
      case .split:
        if node.second >= 0 { try visit(node.second) }
        try visit(node.first)
      case .groupStart, .groupEnd: try visit(node.first)
      case .anchor, .backReference: try visit(node.second)
      }
    }
    listStart[Int(start)] = begin
    listEnd[Int(start)] = Int32(program.pointee.follow.count)
    return (begin, listEnd[Int(start)])
  }

  private mutating func visit(_ node: Int32) throws(RegexError) {
    if seen[Int(node)] == stamp { return }
    seen[Int(node)] = stamp
    try stack.append(node)
  }

  /// For each node, those that lead to it without taking a character.
  private func invert() throws(RegexError) {
    let count = program.pointee.nodes.count
    try program.pointee.sourceStart.append(0, times: count &+ 2)
    func forEachEdge(_ body: (Int, Int32) -> Void) {
      for index in 0..<count {
        let node = program.pointee.nodes[index]
        switch node.kind {
        case .character, .accept: break
        case .split:
          body(index, node.first)
          if node.second >= 0 { body(index, node.second) }
        case .groupStart, .groupEnd: body(index, node.first)
        case .anchor, .backReference: body(index, node.second)
        }
      }
    }
    let starts = program.pointee.sourceStart
    forEachEdge { _, target in starts[Int(target) &+ 2] &+= 1 }
    for index in 2..<starts.count { starts[index] &+= starts[index &- 1] }
    try program.pointee.sources.append(0, times: Int(starts[count &+ 1]))
    let sources = program.pointee.sources
    forEachEdge { index, target in
      let slot = Int(starts[Int(target) &+ 1])
      sources[slot] = Int32(index)
      starts[Int(target) &+ 1] = Int32(slot &+ 1)
    }
  }
}
