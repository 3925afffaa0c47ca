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

/// `OLD_REFERENCE(char *, where, loc1, "2.2.5", object)`: `*where()` is the object at that version as the dynamic linker has it, which is the
/// program's own copy where it has one; our own `object` under musl's loader, which knows no versions and must meet no relocation of ours
/// against a hidden one.
#define OLD_REFERENCE(type, reference, name, version, object) \
    extern void *dlvsym(void *restrict, const char *restrict, const char *restrict) __attribute__((weak)); \
    static inline type *reference(void) \
    { \
        static type *volatile place; \
        if (!place) { \
            type *found = dlvsym ? (type *)dlvsym((void *)0, #name, "GLIBC_" version) : (type *)0; \
            place = found ? found : &object; \
        } \
        return place; \
    }
