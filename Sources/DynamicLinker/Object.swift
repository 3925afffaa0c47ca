// A loaded object: the program, a library, the shim, musl's libc, the loader itself, the kernel's vdso.

typealias ObjectRef = UnsafeMutablePointer<Object>

enum ObjectKind {
  static let program: UInt8 = 0, library: UInt8 = 1, loader: UInt8 = 2, shim: UInt8 = 3, musl: UInt8 = 4,
    vdso: UInt8 = 5
}

/// A version that an object needs or defines, by its index in DT_VERSYM.
struct Version {
  var name: Text? = nil
  var file: Text? = nil
  var hash: UInt32 = 0
  var hidden = false
  /// One of glibc's own ("GLIBC_…"): the only ones that the pseudo-libc answers to.
  var isLibc = false
}

struct NameNode {
  var name: Text
  var next: UnsafeMutablePointer<NameNode>?
}

struct Object {
  // struct link_map as <link.h> declares it: debuggers and programs read these five.
  var base: UInt
  var name: Text
  var dynamic: UInt
  var next: ObjectRef?
  var previous: ObjectRef?

  // Identity
  var path: Text
  var soname: Text?
  var aliases: UnsafeMutablePointer<NameNode>?
  var device: UInt
  var inode: UInt
  var kind: UInt8
  /// A library that was linked with musl's libc (MuslLibraries).
  var isForMusl: Bool
  /// Its code reads glibc's record of the thread by itself (ThreadRecordReads).
  var readsThreadRecord: Bool
  /// The object whose DT_NEEDED or dlopen brought this one.
  var requester: ObjectRef?

  // Segments
  var headers: UnsafeMutablePointer<ProgramHeader>
  var headerCount: UInt
  var mapStart: UInt
  var mapEnd: UInt
  var relroStart: UInt
  var relroEnd: UInt
  var entry: UInt

  // Tables, each with the number of entries that can safely be read
  var strings: Text
  var stringsSize: UInt
  var symbols: UnsafeMutablePointer<Symbol>
  var symbolLimit: UInt
  var gnuTable: UInt
  var gnuTableEnd: UInt
  /// Of DT_GNU_HASH, once it is checked: the Bloom filter's first word, its number of words less one, its shift.
  var filter: UInt, filterMask: UInt, filterShift: UInt32
  var sysvTable: UInt
  var sysvTableEnd: UInt
  var versionIndexes: UInt
  var versions: UnsafeMutablePointer<Version>?
  var versionCount: UInt
  var definesVersions: Bool
  var versionNeeds: UInt, versionNeedCount: UInt

  // Relocations
  var rela: UInt, relaCount: UInt
  var jumpRela: UInt, jumpRelaCount: UInt
  var relr: UInt, relrCount: UInt
  var globalOffsets: UInt
  var hasTextRelocations: Bool
  var symbolic: Bool
  var bindNow: Bool
  /// DF_1_PIE: a program, which cannot be opened as a library.
  var isProgramFile: Bool

  // Functions to run
  var initialize: UInt, finalize: UInt
  var initArray: UInt, initArrayCount: UInt
  var finiArray: UInt, finiArrayCount: UInt
  var preinitArray: UInt, preinitArrayCount: UInt

  // Search
  var rpath: Text?
  var runpath: Text?
  var origin: Text?
  var noDefaultLibraries: Bool

  var dependenciesLoaded: Bool
  // Dependencies: direct ones in DT_NEEDED order, the closure in breadth-first order with the object itself first
  var needed: List<ObjectRef>
  var searchList: List<ObjectRef>
  /// Roots of dlopen whose search lists this object's references are looked up in, after the global scope.
  var scopes: List<ObjectRef>
  /// Objects outside the closure that relocations of this one are bound to: they must stay.
  var boundTo: List<ObjectRef>
  var deepBind: Bool

  // Thread-local storage
  var tlsImage: UInt
  var tlsFileSize: UInt
  var tlsMemorySize: UInt
  var tlsAlignment: UInt
  var tlsModule: UInt
  /// Distance from the thread pointer down to the block, 0 where it is not in the static block.
  var tlsOffset: UInt
  /// Some thread has a block of its own for it, so it can no longer move into the static block.
  var tlsIsDynamic: Bool

  // Life
  var isGlobal: Bool
  var relocated: Bool
  var constructed: Bool
  var destructed: Bool
  var noDelete: Bool
  var marked: Bool
  var visited: Bool
  var atStart: Bool
  var openCount: UInt
}

extension Object {
  /// The name as messages show it: the program is called by argv[0].
  var shownName: Text { name.pointee == 0 ? Process.name : name }

  /// The address that a number in this object's file stands for.
  @inline(__always)
  func at(_ value: UInt) -> UInt { base &+ value }

  func contains(_ address: UInt) -> Bool { address >= mapStart && address < mapEnd }
}

enum Objects {
  static func make(_ kind: UInt8, name: Text, path: Text) -> ObjectRef {
    let object = Arena.allocate(Object.self, 1)  // all zero: every member has a meaning for that
    object.pointee.kind = kind
    object.pointee.name = name
    object.pointee.path = path
    object.pointee.strings = text("")
    return object
  }

  /// Appends to the list that debuggers, dl_iterate_phdr and RTLD_NEXT walk.
  static func link(_ object: ObjectRef) {
    object.pointee.previous = Process.lastObject
    object.pointee.next = nil
    if let last = Process.lastObject { last.pointee.next = object } else { Process.firstObject = object }
    Process.lastObject = object
    Counters.added = Counters.added &+ 1
  }

  static func unlink(_ object: ObjectRef) {
    let next = object.pointee.next
    let previous = object.pointee.previous
    if let previous { previous.pointee.next = next } else { Process.firstObject = next }
    if let next { next.pointee.previous = previous } else { Process.lastObject = previous }
    Counters.removed = Counters.removed &+ 1
  }

  /// Gives back an object that was never linked, with its path.
  static func discard(_ object: ObjectRef) {
    if let versions = object.pointee.versions {
      Arena.release(
        address(of: versions), object.pointee.versionCount &* UInt(bitPattern: MemoryLayout<Version>.stride))
    }
    Arena.release(object.pointee.path)
    Arena.release(address(of: object), UInt(bitPattern: MemoryLayout<Object>.stride))
  }

  /// Whether `name` is one that the object was asked for by, its path or its SONAME.
  static func isNamed(_ object: ObjectRef, _ name: Text) -> Bool {
    if equal(object.pointee.path, name) { return true }
    var node = object.pointee.aliases
    while let alias = node {
      if equal(alias.pointee.name, name) { return true }
      node = alias.pointee.next
    }
    if let soname = object.pointee.soname, equal(soname, name) { return true }
    return false
  }

  static func addAlias(_ object: ObjectRef, _ name: Text) {
    let node = Arena.allocate(NameNode.self, 1)
    node.pointee = NameNode(name: Arena.copy(name), next: object.pointee.aliases)
    object.pointee.aliases = node
  }
}
