// Stage 1: from the kernel's stack to musl's entry. Only system calls so far; nothing is relocated yet.

/// Called by _start. Returns {entry of musl, number of words, the words of the stack that musl shall see}.
@c(glibc_compat_boot)
public func boot(_ stack: UInt) -> UInt {
  Process.readStack(stack)
  SharedData.stackEnd.storeBytes(of: stack, as: UInt.self)
  let loader = OwnObjects.makeLoader()
  Process.loader = loader
  let program: ObjectRef
  if Process.auxiliaryValue(Auxiliary.headers) == address(of: loader.pointee.headers)
    || Process.auxiliaryValue(Auxiliary.headers) == 0
  {
    Process.isCommand = true
    program = Command.start()
  } else {
    program = OwnObjects.makeProgram()
  }
  Process.program = program
  LastError.reserve()
  Environment.read()
  OwnObjects.findLibc(program)
  Objects.link(program)
  if let vdso = OwnObjects.makeVDSO() { Objects.link(vdso) }

  let preloaded = Preload.load()
  if !Dependencies.loadClosure(program, preloaded) { Command.failed() }
  Scope.global = program.pointee.searchList
  checkVersions(Scope.global)
  // In the order in which the pseudo-libc is searched: profilers go through the list themselves for the first definition of dlopen.
  if let shim = Process.shim { Objects.link(shim) }
  Objects.link(loader)
  if let musl = Process.musl { Objects.link(musl) }
  var next = Process.firstObject
  while let object = next {
    object.pointee.atStart = true
    object.pointee.noDelete = true
    StaticTLS.place(object)
    next = object.pointee.next
  }
  var index: UInt = 0
  while index < Scope.global.count { Scope.global[index].pointee.isGlobal = true; index = index &+ 1 }
  Dependencies.fresh.count = 0
  StaticTLS.seal()
  Debugger.publish()
  Listing.print()
  Break.occupy()
  return MuslProgram.plan()
}

/// glibc names every version that is missing, then ends with status 1.
private func checkVersions(_ list: List<ObjectRef>) {
  var complete = true
  var index: UInt = 0
  while index < list.count {
    if !Lookup.isPseudoLibc(list[index]) && !VersionCheck.check(list[index]) { complete = false }
    index = index &+ 1
  }
  if !complete && !Listing.isWanted { exitProcess(1) }
}

/// Variables of the environment that the loader reads, and those that a program with rights of its own must not see.
enum Environment {
  private static let unsafeNames: StaticString = """
    GCONV_PATH GETCONF_DIR HOSTALIASES LD_AUDIT LD_DEBUG LD_DEBUG_OUTPUT LD_DYNAMIC_WEAK LD_HWCAP_MASK LD_LIBRARY_PATH \
    LD_ORIGIN_PATH LD_PRELOAD LD_PROFILE LD_SHOW_AUXV LD_USE_LOAD_BIAS LOCALDOMAIN LOCPATH MALLOC_TRACE NIS_PATH NLSPATH \
    RESOLV_HOST_CONF RES_OPTIONS TMPDIR TZDIR GLIBC_TUNABLES
    """

  static func read() {
    Preload.fromEnvironment = Process.variable("LD_PRELOAD")
    if Process.secure { scrub(); return }
    if Search.libraryPath == nil { Search.libraryPath = Process.variable("LD_LIBRARY_PATH") }
    Listing.readEnvironment()
    Trace.readEnvironment()
    if let not = Process.variable("LD_BIND_NOT"), not.pointee != 0 { Process.bindNot = true }
    if let now = Process.variable("LD_BIND_NOW"), now.pointee != 0 { Process.bindNow = true }
  }

  private static func scrub() {
    var from = Process.environment
    var to = from
    while true {
      let entry: UInt = DynamicLinker.read(from)
      from = from &+ 8
      if entry != 0 {
        let variable: Text = UnsafePointer(pointer(entry))
        if contains(unsafeNames, word: variable, firstIndex(of: 0x3d, in: variable) ?? 0) { continue }
      }
      write(entry, at: to)
      to = to &+ 8
      if entry == 0 { return }
    }
  }
}
