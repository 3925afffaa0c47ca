// A function under an old version of a glibc name, where the code of that version is not today's.
//
// `OLD_VERSION("glob@GLIBC_2.2.5") int glibc_compat_glob_2_2_5(...)`: the C name stays inside the shim, the versioned one is exported,
// hidden, as in glibc: only references that ask for this version bind to it.
#pragma once

#define OLD_VERSION(versioned) __attribute__((used, symver(versioned)))
