// What searches with one pattern learn and keep: classes of wide characters, and the automata's states.
import CGlibcABI
import CMusl

struct RegexCache {
  /// In `byteClass`: the byte starts a character of several bytes, or is part of none.
  static let wideMark = 0xffff
  private static let recentCount = 256

  var classes: RegexClassTable
  /// Wide characters met, by their low bits, and their classes.
  private var recent = RegexArray<UInt32>()
  private var recentClass = RegexArray<Int32>()

  init(_ program: UnsafeMutablePointer<RegexProgram>) throws(RegexError) {
    classes = try program.pointee.classes.copy()
    do {
      try recent.append(0, times: Self.recentCount)
      try recentClass.append(-1, times: Self.recentCount)
    } catch {
      free()
      throw error
    }
  }

  mutating func free() {
    classes.free()
    recent.free()
    recentClass.free()
  }

  /// The class and size of the character at `index`, whose first byte is not ASCII.
  mutating func wideClass(at index: Int, _ subject: borrowing RegexSubject, _ program: UnsafeMutablePointer<RegexProgram>)
    throws(RegexError) -> (Int, Int)
  {
    let (unit, size) = subject.text.unit(at: index)
    let slot = Int(unit) & (Self.recentCount &- 1)
    if recent[slot] == unit && recentClass[slot] >= 0 { return (Int(recentClass[slot]), size) }
    let folded = RegexLexer.fold(unit, ignoreCase: program.pointee.ignoreCase)
    let row = try classes.find(folded, context: program.context(of: unit), program)
    recent[slot] = unit
    recentClass[slot] = Int32(row)
    return (row, size)
  }
}

/// The cache with the two automata that use it. One search at a time owns it; another that finds none makes its own.
struct RegexSearchState {
  var cache: RegexCache
  var anywhere = RegexAutomaton(unanchored: true)
  var here = RegexAutomaton(unanchored: false)

  static func take(_ program: UnsafeMutablePointer<RegexProgram>) throws(RegexError)
    -> UnsafeMutablePointer<RegexSearchState>
  {
    if let kept = glibc_compat_swap_pointer(&program.pointee.cache, nil) {
      return kept.assumingMemoryBound(to: RegexSearchState.self)
    }
    guard let memory = malloc(MemoryLayout<RegexSearchState>.size) else { throw .outOfMemory }
    let state = memory.assumingMemoryBound(to: RegexSearchState.self)
    do { state.initialize(to: RegexSearchState(cache: try RegexCache(program))) } catch {
      CMusl.free(memory)
      throw error
    }
    return state
  }

  /// Leave the state for the next search; of two, one is kept.
  static func put(_ state: UnsafeMutablePointer<RegexSearchState>, _ program: UnsafeMutablePointer<RegexProgram>) {
    release(glibc_compat_swap_pointer(&program.pointee.cache, state))
  }

  static func release(_ memory: UnsafeMutableRawPointer?) {
    guard let memory else { return }
    let state = memory.assumingMemoryBound(to: RegexSearchState.self)
    state.pointee.cache.free()
    state.pointee.anywhere.free()
    state.pointee.here.free()
    CMusl.free(memory)
  }
}
