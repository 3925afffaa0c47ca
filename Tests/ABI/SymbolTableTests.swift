import ABIComparison
import Testing

/// A table of names, each defined or not, at a version of GLIBC.
func table(_ rows: [(name: String, version: String?, isDefined: Bool, isHidden: Bool)], kind: Symbol.Kind = .function)
  -> SymbolTable
{
  var strings: [UInt8] = [0]
  var symbols: [Symbol] = []
  var versions: [SymbolVersion?] = [nil, nil]
  for row in rows {
    var index: UInt16 = 1
    if let version = row.version {
      index = UInt16(versions.count)
      versions.append(SymbolVersion(name: version, library: row.isDefined ? "" : "libc.so.6"))
    }
    let bytes = Array(row.name.utf8)
    symbols.append(
      Symbol(
        nameOffset: UInt32(strings.count), nameLength: UInt32(bytes.count), hash: SymbolTable.hash(bytes), value: 1,
        size: 4,
        versionIndex: index, isHidden: row.isHidden, binding: .global, kind: kind, isDefined: row.isDefined,
        isPrivate: false))
    strings += bytes + [0]
  }
  return SymbolTable(strings: strings, symbols: symbols, versions: versions)
}

@Suite struct SymbolTableTests {
  let versions = table([
    ("memcpy", "GLIBC_2.2.5", true, true), ("memcpy", "GLIBC_2.14", true, false), ("puts", "GLIBC_2.2.5", true, false),
    ("wanted", "GLIBC_2.2.5", false, false),
  ])

  @Test func defaultVersionIsTheOneThatIsNotHidden() throws {
    let symbol = try #require(versions.export(named: "memcpy"))
    #expect(versions.version(symbol)?.name == "GLIBC_2.14")
  }

  @Test func oldVersionIsFoundByName() {
    #expect(versions.exports("memcpy", version: "GLIBC_2.2.5"))
    #expect(!versions.exports("memcpy", version: "GLIBC_2.3"))
  }

  @Test func referencesAreNotExports() {
    #expect(versions.export(named: "wanted") == nil)
    #expect(versions.references.map { versions.name($0) } == ["wanted"])
  }

  @Test func versionsAreOrderedByNumbers() throws {
    let old = try #require(GlibcVersion("GLIBC_2.2.5"))
    let new = try #require(GlibcVersion("GLIBC_2.14"))
    #expect(old < new)
    #expect(GlibcVersion("GLIBC_PRIVATE") == nil)
    #expect(GlibcVersion("GLIBCXX_3.4") == nil)
  }

  @Test func manyNamesOfOneHashCostNoTime() {
    let count = 50_000
    let elapsed = ContinuousClock().measure {
      let equal = table([(String, String?, Bool, Bool)](repeating: ("same", nil, true, false), count: count))
      #expect(equal.export(named: "same") != nil)
      #expect(equal.export(named: "other") == nil)
    }
    #expect(elapsed < .seconds(5))
  }

  @Test func damagedNameOffsetsGiveNoName() {
    let symbol = Symbol(
      nameOffset: 1000, nameLength: 5, hash: 0, value: 0, size: 0, versionIndex: 1, isHidden: false, binding: .global,
      kind: .function, isDefined: true, isPrivate: false)
    let table = SymbolTable(strings: [0], symbols: [symbol])
    #expect(table.name(symbol) == "")
  }
}
