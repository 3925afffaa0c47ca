extension Rule {
  /// What musl does with one function when a program built for glibc calls it, where no shim stands before it.
  struct Behaviour: Sendable {
    var severity: Severity
    var when: Moment
    var text: String
  }

  /// Rows that hold on some machines only.
  struct MachineRows: Sendable {
    /// Of the ELF header; empty for all.
    var numbers: [UInt16] = []
    /// On those with 64-bit words only.
    var isWide = false
    var rows: [String: Behaviour]

    func holds(_ machine: Machine) -> Bool {
      (numbers.isEmpty || numbers.contains(machine.number)) && (!isWide || machine.is64)
    }
  }

  /// A rule that is a table: function names, and what differs when musl itself answers for them.
  ///
  /// - Parameter machines: what differs on some machines only.
  static func behaviour(
    _ id: String, title: String, why: String, fix: String, _ table: [String: Behaviour],
    on machines: [MachineRows] = []
  ) -> Rule {
    var rule = Rule(id, title: title, why: why, fix: fix, names: Set(table.keys).union(machines.flatMap(\.rows.keys)))
    let self_ = rule
    rule.object = { view in
      guard view.target.loader != .glibc else { return [] }
      let machine = view.target.machine
      return view.answeredByMusl().compactMap { name, reference -> Finding? in
        let own = machines.first { $0.holds(machine) && $0.rows[name] != nil }
        guard let behaviour = table[name] ?? own?.rows[name] else { return nil }
        return self_.finding(
          behaviour.severity, behaviour.when, .table, "\(name): \(behaviour.text)", symbol: name,
          version: view.version(reference), in: view.object, provider: "musl")
      }
    }
    return rule
  }

  static func rows(_ names: [String], _ severity: Severity, _ when: Moment, _ text: String) -> [String: Behaviour] {
    Dictionary(uniqueKeysWithValues: names.map { ($0, Behaviour(severity: severity, when: when, text: text)) })
  }
}

extension [String: Rule.Behaviour] {
  static func + (a: Self, b: Self) -> Self { a.merging(b) { $1 } }
}

/// What the tables of all rules say about one name, for `explain`.
public enum RuleTables {
  /// What is known about a name, a line each.
  public static func about(_ name: String) -> [String] {
    // A file that imports just this name, before a musl that has it.
    let bytes = Array(name.utf8)
    let hash = SymbolTable.hash(bytes)
    func symbol(isDefined: Bool) -> Symbol {
      Symbol(
        nameOffset: 0, nameLength: UInt32(bytes.count), hash: hash, value: 0, size: 0, versionIndex: 1, isHidden: false,
        binding: .global, kind: .function, isDefined: isDefined, isPrivate: false)
    }
    var contents = ElfObject.Contents()
    contents.symbols = SymbolTable(strings: bytes, symbols: [symbol(isDefined: false)])
    let musl = Provider(
      kind: .musl, path: "musl", version: nil, symbols: SymbolTable(strings: bytes, symbols: [symbol(isDefined: true)]))
    let target = Target(machine: .x86_64, loader: .musl, version: "1.2.5", providers: [musl])
    let view = ObjectView(object: ElfObject(contents), target: target, isRoot: true)
    return Rule.all.flatMap { $0.object(view) }.filter { $0.symbol == name }.map {
      "\($0.severity) [\($0.rule)] \($0.message)"
    }
  }
}
