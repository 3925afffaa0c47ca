/// Which relocation types a loader takes, by the numbers of each architecture's psABI.
enum RelocationTypes {
  /// Nil where nobody has made sure: then nothing is said.
  static func known(to target: Target) -> Set<UInt32>? {
    let machine = target.machine
    switch target.loader {
    // TLS_DESC64, which loongarch64 has there since 1.2.6.
    case .musl where machine.number == 258 && target.isAtLeast("1.2.6"): return musl(machine)?.union([14])
    case .musl: return musl(machine)
    case .glibc where machine == .x86_64: return glibcX86_64
    // Overflowing 32S and PC64, which glibc has in 64-bit programs no more.
    case .compat where machine == .x86_64: return glibcX86_64.union([11, 24])
    default: return nil
    }
  }

  /// What musl's arch/*/reloc.h names, plus NONE. The type of functions chosen at start (IRELATIVE) has a rule of its
  /// own.
  private static func musl(_ machine: Machine) -> Set<UInt32>? {
    switch (machine.number, machine.is64) {
    // 64 PC32 COPY GLOB_DAT JUMP_SLOT RELATIVE DTPMOD64 DTPOFF64 TPOFF64 TLSDESC
    case (62, true): [0, 1, 2, 5, 6, 7, 8, 16, 17, 18, 36]
    // 32 PC32 COPY GLOB_DAT JMP_SLOT RELATIVE TLS_TPOFF TLS_DTPMOD32 TLS_DTPOFF32 TLS_TPOFF32 TLS_DESC
    case (3, _): [0, 1, 2, 5, 6, 7, 8, 14, 35, 36, 37, 41]
    // ABS64 COPY GLOB_DAT JUMP_SLOT RELATIVE TLS_DTPMOD64 TLS_DTPREL64 TLS_TPREL64 TLSDESC
    case (183, true): [0, 257, 1024, 1025, 1026, 1027, 1028, 1029, 1030, 1031]
    // ABS32 TLS_DESC TLS_DTPMOD32 TLS_DTPOFF32 TLS_TPOFF32 COPY GLOB_DAT JUMP_SLOT RELATIVE
    case (40, _): [0, 2, 13, 17, 18, 19, 20, 21, 22, 23]
    // 64 RELATIVE COPY JUMP_SLOT TLS_DTPMOD64 TLS_DTPREL64 TLS_TPREL64 TLSDESC
    case (243, true): [0, 2, 3, 4, 5, 7, 9, 11, 12]
    // COPY GLOB_DAT JMP_SLOT RELATIVE 64 TLS_DTPMOD TLS_DTPOFF TLS_TPOFF
    case (22, true): [0, 9, 10, 11, 12, 22, 54, 55, 56]
    // COPY GLOB_DAT JMP_SLOT RELATIVE ADDR64 UADDR64 DTPMOD64 TPREL64 DTPREL64
    case (21, _): [0, 19, 20, 21, 22, 38, 43, 68, 73, 78]
    // ADDR32 COPY GLOB_DAT JMP_SLOT RELATIVE UADDR32 DTPMOD32 TPREL32 DTPREL32
    case (20, _): [0, 1, 19, 20, 21, 22, 24, 68, 73, 78]
    // REL32 (REL32 and then 64 on mips64, 3 + 18 * 256) TLS_DTPMOD TLS_DTPREL TLS_TPREL COPY JUMP_SLOT
    case (8, false): [0, 3, 38, 39, 47, 126, 127]
    case (8, true): [0, 4611, 40, 41, 48, 126, 127]
    // 32 PC32 COPY GLOB_DAT JMP_SLOT RELATIVE TLS_DTPMOD32 TLS_DTPREL32 TLS_TPREL32
    case (4, _): [0, 1, 4, 19, 20, 21, 22, 40, 41, 42]
    // 64 RELATIVE COPY JUMP_SLOT TLS_DTPMOD64 TLS_DTPREL64 TLS_TPREL64
    case (258, true): [0, 2, 3, 4, 5, 7, 9, 11]
    // 32 COPY GLOB_DAT JMP_SLOT RELATIVE TLS_TPOFF TLS_DTPOFF TLS_DTPMOD
    case (92, _): [0, 1, 18, 19, 20, 21, 32, 33, 34]
    // DIR32 REL32 TLS_DTPMOD32 TLS_DTPOFF32 TLS_TPOFF32 COPY GLOB_DAT JMP_SLOT RELATIVE
    case (42, _): [0, 1, 2, 149, 150, 151, 162, 163, 164, 165]
    default: nil
    }
  }

  /// 64 PC32 COPY GLOB_DAT JUMP_SLOT RELATIVE 32 DTPMOD64 DTPOFF64 TPOFF64 SIZE32 SIZE64 TLSDESC IRELATIVE RELATIVE64.
  private static let glibcX86_64: Set<UInt32> = [0, 1, 2, 5, 6, 7, 8, 10, 16, 17, 18, 32, 33, 36, 37, 38]

  /// IRELATIVE, by machine.
  static func indirect(on machine: Machine) -> UInt32? {
    switch machine.number {
    case 62: 37
    case 3: 42
    case 183: 1032
    case 40: 160
    case 243: 58
    case 22: 61
    case 20, 21: 248
    case 258: 12
    default: nil
    }
  }
}
