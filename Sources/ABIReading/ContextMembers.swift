import ABIComparison

/// Which member of `ucontext_t` is for which register, by each machine's psABI and headers.
struct ContextMembers {
  private let machine: Machine

  init(_ machine: Machine) { self.machine = machine }

  private static let x86 = [
    "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "rdi", "rsi", "rbp", "rbx", "rdx", "rax", "rcx", "sp", "pc",
  ]

  /// The places of each register's slot in bytes.
  func places(in layout: TypeLayout) -> [String: [UInt64]] {
    var result: [String: [UInt64]] = [:]
    func place(_ members: [String]) -> UInt64? {
      layout.members.first { members.contains($0.path) }.map { $0.bitOffset / 8 }
    }
    func add(_ name: String, _ members: [String], plus offset: UInt64 = 0) {
      if let place = place(members) { result[name, default: []].append(place + offset) }
    }
    add("signal mask", ["uc_sigmask"])
    switch machine.number {
    case 62:
      for (index, name) in Self.x86.enumerated() {
        add(name, ["uc_mcontext.gregs", "uc_mcontext.__gregs"], plus: UInt64(index) * 8)
      }
      // As fnstenv writes them, which is not how the kernel's fxsave does.
      for (index, name) in ["control", "status", "tag"].enumerated() {
        add("x87 \(name) word", ["__fpregs_mem"], plus: UInt64(4 * index))
      }
      // What the processor's fxsave writes: control, status and tag words, two pointers, then this.
      add("mxcsr", ["__fpregs_mem"], plus: 24)
      if let state = place(["__fpregs_mem"]) {
        add("pointer to +\(state)", ["uc_mcontext.fpregs", "uc_mcontext.__fpregs"])
      }
    case 183:
      for index in 0..<31 { add("x\(index)", ["uc_mcontext.regs"], plus: UInt64(index) * 8) }
      add("sp", ["uc_mcontext.sp"])
      // The context goes on at the return address: x30 stands in its own place and in that of the program counter.
      add("x30", ["uc_mcontext.pc"])
      // The kernel's fpsimd_context is the first record: magic, size, fpsr, fpcr, then 32 registers.
      add("fpsr", ["uc_mcontext.__reserved"], plus: 8)
      add("fpcr", ["uc_mcontext.__reserved"], plus: 12)
      for index in 0..<32 { add("q\(index)", ["uc_mcontext.__reserved"], plus: 16 + UInt64(index) * 16) }
    default: riscv(add)
    }
    return result
  }

  private func riscv(_ add: (String, [String], UInt64) -> Void) {
    let word: UInt64 = machine.is64 ? 8 : 4
    let general = ["uc_mcontext.__gregs", "uc_mcontext.gregs"]
    let names = [
      "ra", "sp", "gp", "tp", "t0", "t1", "t2", "s0", "s1", "a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "s2", "s3",
      "s4", "s5", "s6", "s7", "s8", "s9", "s10", "s11", "t3", "t4", "t5", "t6",
    ]
    add("ra", general, 0)
    for (index, name) in names.enumerated() { add(name, general, UInt64(index + 1) * word) }
    let floating = ["uc_mcontext.__fpregs", "uc_mcontext.fpregs"]
    for index in 0..<32 { add("f\(index)", floating, UInt64(index) * 8) }
    add("fcsr", floating, 256)
  }
}
