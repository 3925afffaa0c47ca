// A reference to an old version of a glibc name: OLD(int, glob, "2.2.5", (parameters)) declares glob_old.
#define OLD(result, name, version, parameters) \
    extern result name##_old parameters; \
    __asm__(".symver " #name "_old, " #name "@GLIBC_" version)
