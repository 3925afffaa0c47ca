// Old versions of glibc's names whose code or size is not today's. What is equal needs nothing here: tools/version-map gives it aliases.
#pragma once

/// `OLD_VERSION("realpath@GLIBC_2.2.5") char *glibc_compat_realpath_2_2_5(...)`: the C name stays inside the shim; the versioned one is
/// exported and hidden, as in glibc: only references that ask for this version bind to it.
#define OLD_VERSION(versioned) __attribute__((used, symver(versioned)))

/// `OLD_OBJECT(1000, sys_errlist, _sys_errlist, "2.2.5")`: the first bytes of an object under a name and an old version. A program's copy
/// relocation copies as many. Only assembly can give one object several sizes.
#define OLD_OBJECT(bytes, object, name, version) \
    __asm__(".globl glibc_compat_" #name "_" #bytes "\n.type glibc_compat_" #name "_" #bytes ", @object\n" \
            ".set glibc_compat_" #name "_" #bytes ", " #object "\n.size glibc_compat_" #name "_" #bytes ", " #bytes "\n" \
            ".symver glibc_compat_" #name "_" #bytes ", " #name "@GLIBC_" version)

/// `OLD_REFERENCE(char *, where, loc1, "2.2.5")`: `where` is the object at that version as the dynamic linker bound it, which is the
/// program's own copy where it has one. What our code reads or writes of such an object goes through this.
#define OLD_REFERENCE(type, reference, name, version) \
    extern type reference; \
    __asm__(".symver " #reference ", " #name "@GLIBC_" version)
