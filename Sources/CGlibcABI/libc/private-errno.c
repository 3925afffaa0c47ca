// `errno` as the thread-local variable that glibc's own libraries know. The value is musl's: the loader gives references to this one the place
// where musl keeps it (Sources/DynamicLinker/MuslErrno.swift), so this variable says only that there is one. Nothing of <errno.h> here, which
// makes a macro of the name.
extern __thread int errno;
__thread int errno;
