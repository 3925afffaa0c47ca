import ABIComparison

/// What others call a machine.
private struct MachineNames {
  var machine: Machine
  /// In the tables under abi/.
  var table: String
  /// In the name of musl's loader.
  var musl: String
  /// The folder of Debian's libraries.
  var multiarch: String
  /// glibc's loader, which its programs name.
  var interpreter: String

  init(
    _ number: UInt16, _ bits: Int, big: Bool = false, _ variant: Machine.Variant = .usual, table: String,
    musl: String? = nil, _ multiarch: String, _ interpreter: String
  ) {
    machine = Machine(number: number, is64: bits == 64, isBigEndian: big, variant: variant)
    self.table = table
    self.musl = musl ?? table
    self.multiarch = multiarch
    self.interpreter = interpreter
  }

  static let all: [MachineNames] = [
    .init(62, 64, table: "x86_64", "x86_64-linux-gnu", "/lib64/ld-linux-x86-64.so.2"),
    .init(62, 32, table: "x32", "x86_64-linux-gnux32", "/libx32/ld-linux-x32.so.2"),
    .init(3, 32, table: "x86", musl: "i386", "i386-linux-gnu", "/lib/ld-linux.so.2"),
    .init(183, 64, table: "aarch64", "aarch64-linux-gnu", "/lib/ld-linux-aarch64.so.1"),
    .init(183, 64, big: true, table: "aarch64_be", "aarch64_be-linux-gnu", "/lib/ld-linux-aarch64_be.so.1"),
    .init(40, 32, table: "armhf", "arm-linux-gnueabihf", "/lib/ld-linux-armhf.so.3"),
    .init(40, 32, .softFloat, table: "arm", "arm-linux-gnueabi", "/lib/ld-linux.so.3"),
    .init(243, 64, table: "riscv64", "riscv64-linux-gnu", "/lib/ld-linux-riscv64-lp64d.so.1"),
    .init(22, 64, big: true, table: "s390x", "s390x-linux-gnu", "/lib/ld64.so.1"),
    .init(21, 64, table: "ppc64le", musl: "powerpc64le", "powerpc64le-linux-gnu", "/lib64/ld64.so.2"),
    .init(21, 64, big: true, table: "ppc64", musl: "none", "powerpc64-linux-gnu", "/lib64/ld64.so.1"),
    .init(21, 64, big: true, .elfV2, table: "ppc64v2", musl: "powerpc64", "powerpc64-linux-gnu", "/lib64/ld64.so.2"),
    .init(20, 32, big: true, table: "ppc", musl: "powerpc", "powerpc-linux-gnu", "/lib/ld.so.1"),
    .init(258, 64, table: "loongarch64", "loongarch64-linux-gnu", "/lib64/ld-linux-loongarch-lp64d.so.1"),
    .init(8, 64, table: "mips64el", "mips64el-linux-gnuabi64", "/lib64/ld.so.1"),
    .init(8, 64, big: true, table: "mips64", "mips64-linux-gnuabi64", "/lib64/ld.so.1"),
    .init(8, 32, table: "mipsel", "mipsel-linux-gnu", "/lib/ld.so.1"),
    .init(8, 32, big: true, table: "mips", "mips-linux-gnu", "/lib/ld.so.1"),
    .init(4, 32, big: true, table: "m68k", "m68k-linux-gnu", "/lib/ld.so.1"),
    .init(43, 64, big: true, table: "sparc64", musl: "none", "sparc64-linux-gnu", "/lib64/ld-linux.so.2"),
    .init(15, 32, big: true, table: "hppa", musl: "none", "hppa-linux-gnu", "/lib/ld.so.1"),
    .init(36902, 64, table: "alpha", musl: "none", "alpha-linux-gnu", "/lib/ld-linux.so.2"),
    .init(42, 32, table: "sh", "sh4-linux-gnu", "/lib/ld-linux.so.2"),
  ]

  static func of(_ machine: Machine) -> MachineNames? { all.first { $0.machine == machine } }
}

extension Machine {
  /// The name that the tables under abi/ have for it; "unknown" where they have none.
  public var tableName: String { MachineNames.of(self)?.table ?? "unknown" }

  /// The machine of a table.
  public init?(tableName: String) {
    guard let names = MachineNames.all.first(where: { $0.table == tableName }) else { return nil }
    self = names.machine
  }

  /// The machine in the name of musl's loader and in $PLATFORM.
  public var muslName: String { MachineNames.of(self)?.musl ?? "unknown" }

  /// The name that Debian gives the machine's folders.
  var multiarch: String? { MachineNames.of(self)?.multiarch }

  /// The path of glibc's loader, as programs name it.
  var glibcInterpreter: String? { MachineNames.of(self)?.interpreter }
}
