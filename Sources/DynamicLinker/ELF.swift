// The structures of an ELF file as System V gABI chapters 4 and 5 lay them out, 64-bit little-endian.

struct FileHeader {
  var magic: UInt32
  var fileClass: UInt8, byteOrder: UInt8, identVersion: UInt8, osABI: UInt8
  var abiVersion: UInt64
  var type: UInt16, machine: UInt16
  var version: UInt32
  var entry: UInt
  var headersOffset: UInt
  var sectionsOffset: UInt
  var flags: UInt32
  var size: UInt16, headerSize: UInt16, headerCount: UInt16
  var sectionSize: UInt16, sectionCount: UInt16, namesSection: UInt16
}

struct ProgramHeader {
  var type: UInt32, flags: UInt32
  var offset: UInt, address: UInt, physicalAddress: UInt
  var fileSize: UInt, memorySize: UInt, alignment: UInt
}

struct DynamicEntry {
  var tag: Int
  var value: UInt
}

struct Symbol {
  var name: UInt32
  var info: UInt8, other: UInt8
  var section: UInt16
  var value: UInt
  var size: UInt

  var type: UInt8 { info & 15 }
  var binding: UInt8 { info >> 4 }
  var visibility: UInt8 { other & 3 }
  var isUndefined: Bool { section == 0 }
}

struct Relocation {
  var offset: UInt
  var info: UInt
  var addend: Int

  var type: UInt32 { UInt32(truncatingIfNeeded: info) }
  var symbol: UInt32 { UInt32(truncatingIfNeeded: info >> 32) }
}

struct VersionNeed {
  var version: UInt16, count: UInt16
  var file: UInt32, first: UInt32, next: UInt32
}

struct VersionNeedEntry {
  var hash: UInt32
  var flags: UInt16, index: UInt16
  var name: UInt32, next: UInt32
}

struct VersionDefinition {
  var version: UInt16, flags: UInt16, index: UInt16, count: UInt16
  var hash: UInt32, first: UInt32, next: UInt32
}

struct VersionDefinitionName {
  var name: UInt32, next: UInt32
}

enum SegmentType {
  static let load: UInt32 = 1, dynamic: UInt32 = 2, interpreter: UInt32 = 3, headers: UInt32 = 6, tls: UInt32 = 7
  static let unwind: UInt32 = 0x6474_e550, stack: UInt32 = 0x6474_e551, relro: UInt32 = 0x6474_e552
}

enum SegmentFlag {
  static let execute: UInt32 = 1, write: UInt32 = 2, read: UInt32 = 4
}

enum FileType {
  static let executable: UInt16 = 2, shared: UInt16 = 3
}

enum SymbolType {
  static let none: UInt8 = 0, object: UInt8 = 1, function: UInt8 = 2, section: UInt8 = 3, common: UInt8 = 5
  static let tls: UInt8 = 6, indirect: UInt8 = 10
}

enum SymbolBinding {
  static let local: UInt8 = 0, global: UInt8 = 1, weak: UInt8 = 2, unique: UInt8 = 10
}

enum SymbolVisibility {
  static let internal_: UInt8 = 1, hidden: UInt8 = 2, protected: UInt8 = 3
}

enum Section {
  static let absolute: UInt16 = 0xfff1
}

enum Tag {
  static let null = 0, needed = 1, pltRelSize = 2, pltGot = 3, hash = 4, strings = 5, symbols = 6, rela = 7,
    relaSize = 8
  static let stringsSize = 10, initialize = 12, finalize = 13, soname = 14, rpath = 15, symbolic = 16
  static let debug = 21, textRel = 22, pltRel = 20, jmpRel = 23, bindNow = 24
  static let initArray = 25, finiArray = 26, initArraySize = 27, finiArraySize = 28, runpath = 29, flags = 30
  static let preinitArray = 32, preinitArraySize = 33, relrSize = 35, relr = 36
  static let gnuHash = 0x6fff_fef5, versionIndexes = 0x6fff_fff0, flags1 = 0x6fff_fffb
  static let versionDefinitions = 0x6fff_fffc, versionDefinitionCount = 0x6fff_fffd
  static let versionNeeds = 0x6fff_fffe, versionNeedCount = 0x6fff_ffff
}

enum DynamicFlag {
  static let symbolic: UInt = 2, textRel: UInt = 4, bindNow: UInt = 8, staticTLS: UInt = 16
}

enum DynamicFlag1 {
  static let now: UInt = 1, noDelete: UInt = 8, noOpen: UInt = 0x40, initFirst: UInt = 0x20, noDefaultLib: UInt = 0x800
  static let pie: UInt = 0x800_0000
}

/// Relocation types (System V ABI, AMD64 supplement, table 4.9).
enum RelocationType {
  static let none: UInt32 = 0, absolute64: UInt32 = 1, pc32: UInt32 = 2, copy: UInt32 = 5, globDat: UInt32 = 6
  static let jumpSlot: UInt32 = 7, relative: UInt32 = 8, absolute32: UInt32 = 10, absolute32S: UInt32 = 11
  static let absolute16: UInt32 = 12, absolute8: UInt32 = 14
  static let tlsModule: UInt32 = 16, tlsOffset: UInt32 = 17, tlsStatic: UInt32 = 18, tlsOffset32: UInt32 = 21
  static let tlsStatic32: UInt32 = 23, pc64: UInt32 = 24, size32: UInt32 = 32, size64: UInt32 = 33
  static let tlsDescriptor: UInt32 = 36, indirectRelative: UInt32 = 37, relative64: UInt32 = 38
}

/// The numbers of the auxiliary vector (getauxval(3), <elf.h>).
enum Auxiliary {
  static let headers: UInt = 3, headerSize: UInt = 4, headerCount: UInt = 5, pageSize: UInt = 6, base: UInt = 7
  static let entry: UInt = 9, uid: UInt = 11, euid: UInt = 12, gid: UInt = 13, egid: UInt = 14, platform: UInt = 15
  static let secure: UInt = 23, random: UInt = 25, programName: UInt = 31, vdso: UInt = 33
}
