// From a pattern to a program.
import CMusl

enum RegexCompiler {
  /// Compile `text` into `program`, which is uninitialised memory and is left freed where an error is thrown.
  static func compile(_ text: RegexText, syntax: RegexSyntax, newlineAnchor: Bool, noSubexpressions: Bool,
    into program: UnsafeMutablePointer<RegexProgram>) throws(RegexError) -> Int
  {
    program.initialize(to: RegexProgram())
    var parser = RegexParser(text: text, syntax: syntax)
    var builder = RegexBuilder(program: program)
    var specializer = RegexSpecializer(program: program)
    var follow = RegexFollow(program: program)
    defer {
      parser.tree.free()
      parser.free()
      builder.free()
      specializer.free()
      follow.free()
    }
    do {
      try parser.parse()
      program.pointee.utf8 = text.utf8
      program.pointee.ignoreCase = syntax.contains(.ignoreCase)
      program.pointee.newlineAnchor = newlineAnchor
      program.pointee.hasBackReference = parser.tree.hasBackReference
      program.pointee.referencedGroups = parser.tree.referencedGroups
      program.pointee.usesWordAnchors = parser.tree.usesWordAnchors
      program.pointee.lax =
        text.utf8 && text.translate == nil && !syntax.contains(.ignoreCase) && !parser.tree.needsCharacters
      let groups = parser.tree.groupMap.count
      try builder.build(parser.tree, keepGroups: !noSubexpressions)
      // The program takes over the tree's arrays.
      swap(&program.pointee.matchers, &parser.tree.matchers)
      swap(&program.pointee.wide, &parser.tree.wide)
      swap(&program.pointee.groupMap, &parser.tree.groupMap)
      if program.pointee.hasConstraints { try specializer.run() }
      try follow.run(withGroups: true)
      try classify(text, program)
      try findFirstBytes(program)
      findAnchors(text, program)
      if text.translate == nil { findPrefix(program) }
      return groups
    } catch {
      program.pointee.free()
      throw error
    }
  }

  /// The class of each byte.
  private static func classify(_ text: RegexText, _ program: UnsafeMutablePointer<RegexProgram>) throws(RegexError) {
    try program.pointee.classes.prepare(matchers: program.pointee.matchers.count)
    guard let memory = malloc(256 * MemoryLayout<UInt16>.stride) else { throw .outOfMemory }
    program.pointee.byteClass = memory.assumingMemoryBound(to: UInt16.self)
    if text.translate == nil && !program.pointee.ignoreCase && program.pointee.classes.fitsWord {
      try classifyByMatcher(program)
      return
    }
    for raw in 0..<256 {
      let byte = text.translate.map { $0[raw] } ?? UInt8(raw)
      if text.utf8 && byte >= 0x80 {
        program.pointee.byteClass[raw] = UInt16(RegexCache.wideMark)
        continue
      }
      var unit = UInt32(byte)
      if byte < 0x80 { unit = RegexLexer.fold(unit, ignoreCase: program.pointee.ignoreCase) }
      let row = try program.pointee.classes.find(unit, context: program.context(of: UInt32(byte)), program)
      program.pointee.byteClass[raw] = UInt16(truncatingIfNeeded: row)
    }
  }

  /// The class of each byte, where it is compared as it is: most bytes are accepted by few matchers, so these are gone through once each.
  private static func classifyByMatcher(_ program: UnsafeMutablePointer<RegexProgram>) throws(RegexError) {
    let bytes = program.pointee.utf8 ? 0x80 : 0x100
    var accepting = RegexArray<UInt64>()
    defer { accepting.free() }
    try accepting.append(0, times: bytes)
    for index in 0..<program.pointee.matchers.count {
      let matcher = program.pointee.matchers[index]
      let bit: UInt64 = 1 << UInt64(index)
      switch matcher.kind {
      case .everything: for byte in 0..<bytes { accepting[byte] |= bit }
      case .literal: if matcher.literal < bytes { accepting[Int(matcher.literal)] |= bit }
      case .any, .set: for byte in 0..<bytes where matcher.bytes.contains(UInt8(byte)) { accepting[byte] |= bit }
      }
    }
    for raw in 0..<256 {
      var row = RegexCache.wideMark
      if raw < bytes {
        row = try program.pointee.classes.find(accepting: accepting[raw], context: program.context(of: UInt32(raw)))
      }
      program.pointee.byteClass[raw] = UInt16(truncatingIfNeeded: row)
    }
  }

  /// The bytes that a match can start with, so that a search passes over all others.
  private static func findFirstBytes(_ program: UnsafeMutablePointer<RegexProgram>) throws(RegexError) {
    let initial = program.pointee.initial
    var classes = RegexBits()
    defer { classes.free() }
    try classes.resize(program.pointee.classes.count)
    var wide = false
    for index in 0..<initial.count {
      let node = program.node(Int(initial[index]))
      guard node.kind == .character else {
        program.pointee.canBeEmpty = true
        continue
      }
      wide = wide || program.pointee.matchers[Int(node.argument)].acceptsWide
      for row in 0..<program.pointee.classes.count where program.pointee.classes.accepts(node.argument, row) {
        classes.insert(row)
      }
    }
    for raw in 0..<256 {
      let row = Int(program.pointee.byteClass[raw])
      if program.pointee.canBeEmpty || (row == RegexCache.wideMark ? wide : classes.contains(row)) {
        program.pointee.firstBytes.insert(UInt8(raw))
        program.pointee.firstByteCount &+= 1
        program.pointee.singleFirstByte = UInt8(raw)
      }
    }
  }

  /// Whether all ways into the pattern go through an anchor that only starts satisfy.
  private static func findAnchors(_ text: RegexText, _ program: UnsafeMutablePointer<RegexProgram>) {
    guard program.pointee.hasConstraints else { return }
    let initial = program.pointee.initial
    var texts = true
    var lines = text.translate == nil
    for index in 0..<initial.count {
      let constraint = program.constraint(Int(initial[index]))
      let atText = constraint & RegexConstraint.previousBegin != 0
      let atLine = constraint & RegexConstraint.previousNewline != 0
      // Without newline anchors only the start of the text looks like the start of a line.
      texts = texts && (atText || (atLine && !program.pointee.newlineAnchor))
      lines = lines && (atText || atLine)
    }
    program.pointee.anchoredAtStart = texts
    program.pointee.anchoredAtLines = lines && !texts
  }

  /// The characters that every match starts with.
  private static func findPrefix(_ program: UnsafeMutablePointer<RegexProgram>) {
    if program.pointee.hasConstraints || program.pointee.ignoreCase || program.pointee.initial.count != 1 { return }
    var position = Int(program.pointee.initial[0])
    var count = 0
    var prefix: UInt64 = 0
    while count < 8 {
      let node = program.node(position)
      guard node.kind == .character else { break }
      let matcher = program.pointee.matchers[Int(node.argument)]
      guard matcher.kind == .literal && matcher.literal < 0x80 else { break }
      prefix |= UInt64(matcher.literal) << UInt64(count &* 8)
      count &+= 1
      let next = program.successors(position)
      guard next.count == 1 else { break }
      position = Int(program.pointee.follow[next.lowerBound])
    }
    if count < 2 { return }
    program.pointee.prefix = prefix
    program.pointee.prefixCount = count
  }
}
