import ABIComparison
import Testing

@Suite struct JudgementTests {
  private func target(
    _ loader: Target.Loader, shim: [String] = [], musl: [String], version: String = "1.2.5"
  ) -> Target {
    func provider(_ kind: Provider.Kind, _ names: [String]) -> Provider {
      Provider(kind: kind, path: kind.rawValue, version: nil, symbols: table(names.map { ($0, nil, true, false) }))
    }
    let providers = (loader == .compat ? [provider(.shim, shim)] : []) + [provider(.musl, musl)]
    return Target(machine: .x86_64, loader: loader, version: version, providers: providers)
  }

  private func program(_ names: [String], kind: Symbol.Kind = .function, isProgram: Bool = true) -> ElfObject {
    var contents = ElfObject.Contents()
    contents.path = "/bin/program"
    contents.interpreter = isProgram ? "/lib64/ld-linux-x86-64.so.2" : nil
    contents.symbols = table(names.map { ($0, "GLIBC_2.2.5", false, false) }, kind: kind)
    contents.relocations.total = names.count
    contents.relocations.calls = kind == .function ? SymbolSet(names.indices.map(UInt32.init)) : SymbolSet()
    contents.relocations.data = kind == .function ? SymbolSet() : SymbolSet(names.indices.map(UInt32.init))
    return ElfObject(contents)
  }

  private func verdict(_ object: ElfObject, _ target: Target) -> FileReport {
    Judgement.report(
      path: object.path, link: LinkSet(objects: [object]),
      analyses: [ObjectAnalysis(object, target: target, isRoot: true)], target: target, interpreter: .notAsked,
      glibcNames: nil)
  }

  @Test func functionsWithTimesOf32BitsAreNamed() {
    let names = ["thrd_sleep", "cnd_timedwait", "mtx_timedlock", "semtimedop", "aio_suspend", "stime", "ftime", "time"]
    var contents = program(names).contents
    contents.machine = Machine(number: 3, is64: false, isBigEndian: false)
    var before = target(.musl, musl: names)
    before.machine = contents.machine
    let named = verdict(ElfObject(contents), before).findings.filter { $0.rule == "time64" }.compactMap(\.symbol)
    #expect(Set(named) == Set(names))
  }

  @Test func functionsThatSetErrnoInGlibcAreNamed() {
    let names = [
      "sin", "cosf", "tanl", "sincos", "fdim", "ilogb", "llogb", "lgamma_r", "lgammaf_r", "lgammal_r", "atan2", "erfc",
      "drem", "significand", "nextafter", "nexttowardf", "pow10",
    ]
    let object = program(names + ["cbrt", "__errno_location"])
    let report = verdict(object, target(.musl, musl: names + ["cbrt", "__errno_location"]))
    #expect(Set(report.findings.filter { $0.rule == "fp-errno" }.compactMap(\.symbol)) == Set(names))
  }

  @Test func whatMuslHasRuns() {
    let report = verdict(program(["puts"]), target(.compat, musl: ["puts"]))
    #expect(report.verdict == .runs)
    #expect(report.counts.libc == 1)
  }

  @Test func missingFunctionStopsAtTheCallUnderOurLoader() {
    let report = verdict(program(["absent"]), target(.compat, musl: ["puts"]))
    #expect(report.verdict == .risky)
    #expect(report.findings.map(\.when) == [.call])
  }

  @Test func missingFunctionStopsAtTheStartUnderMusl() {
    let report = verdict(program(["absent"]), target(.musl, musl: ["puts"]))
    #expect(report.verdict == .fails)
    #expect(report.findings.map(\.when) == [.load])
  }

  @Test func missingDataStopsAtTheStartEverywhere() {
    let report = verdict(program(["absent"], kind: .object), target(.compat, musl: ["puts"]))
    #expect(report.verdict == .fails)
  }

  @Test func shimStandsBeforeMusl() {
    let bare = verdict(program(["regexec"]), target(.musl, musl: ["regexec"]))
    #expect(bare.verdict == .risky)
    #expect(bare.findings.first?.rule == "layout")
    let wrapped = verdict(program(["regexec"]), target(.compat, shim: ["regexec"], musl: ["regexec"]))
    #expect(wrapped.verdict == .runs)
  }

  @Test func bundledLibraryAnswersBeforeTheTableCounts() {
    let object = program(["regexec"])
    var contents = ElfObject.Contents()
    contents.path = "/lib/libregex.so"
    contents.symbols = table([("regexec", nil, true, false)])
    let library = ElfObject(contents)
    let target = target(.musl, musl: ["regexec"])
    let report = Judgement.report(
      path: object.path, link: LinkSet(objects: [object, library]),
      analyses: [
        ObjectAnalysis(object, target: target, isRoot: true), ObjectAnalysis(library, target: target, isRoot: false),
      ],
      target: target, interpreter: .notAsked, glibcNames: nil)
    #expect(report.verdict == .runs)
  }

  /// What one link found out about a library is used in the next, and is no answer where who answered is not there.
  @Test func answersOfOneLinkAreNoneInAnother() {
    func library(_ path: String, defines: [String] = [], asks: [String] = []) -> ElfObject {
      var contents = ElfObject.Contents()
      contents.path = path
      contents.symbols = table(defines.map { ($0, nil, true, false) } + asks.map { ($0, nil, false, false) })
      contents.relocations.total = asks.count
      contents.relocations.calls = SymbolSet((0..<UInt32(defines.count + asks.count)))
      return ElfObject(contents)
    }
    let target = target(.musl, musl: ["puts"])
    let asking = library("/lib/asking.so", asks: ["one", "two"])
    let known = ObjectAnalysis(asking, target: target, isRoot: false)
    func missing(_ others: ElfObject..., root: ElfObject) -> [String] {
      let objects = [root, asking] + others
      let analyses = objects.map { object in
        object === asking ? known : ObjectAnalysis(object, target: target, isRoot: object === root)
      }
      let report = Judgement.report(
        path: root.path, link: LinkSet(objects: objects), analyses: analyses, target: target, interpreter: .notAsked,
        glibcNames: nil)
      return report.findings.compactMap(\.symbol).sorted()
    }
    let (one, two) = (library("/lib/one.so", defines: ["one"]), library("/lib/two.so", defines: ["two"]))
    let plain = program(["puts"])
    #expect(missing(one, root: plain) == ["two"])
    #expect(missing(one, two, root: plain) == [])
    #expect(missing(two, root: plain) == ["one"])
    #expect(missing(root: plain) == ["one", "two"])
    // What a program defines is no answer for the next one.
    #expect(missing(one, root: library("/bin/program", defines: ["two"])) == [])
    #expect(missing(one, root: plain) == ["two"])
    #expect(missing(library("/lib/both.so", defines: ["one", "two"]), root: plain) == [])
  }

  @Test func largeFileNamesComeFromTheList() {
    #expect(verdict(program(["fopen64"]), target(.musl, musl: ["fopen"])).verdict == .runs)
    #expect(verdict(program(["fcntl64"]), target(.musl, musl: ["fcntl"])).verdict == .fails)
    // Before the list they were exports; our loader has no list at all.
    #expect(verdict(program(["fopen64"]), target(.musl, musl: ["fopen"], version: "1.2.3")).verdict == .fails)
    #expect(verdict(program(["fopen64"]), target(.compat, musl: ["fopen"])).verdict == .risky)
  }

  @Test func everyRuleHasAnExplanation() {
    #expect(Set(Rule.all.map(\.id)).count == Rule.all.count)
    for rule in Rule.all { #expect(!rule.title.isEmpty && rule.why.count > 60, "\(rule.id)") }
  }
}
