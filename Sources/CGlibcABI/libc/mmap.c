// <sys/mman.h>: mmap with the kernel's errno. musl's makes ENOMEM of EPERM for anonymous memory, and programs tell the two apart: one is a filter
// of system calls that refuses, the other a machine that has no more.
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "alias.h"
#include "next.h"

/// mmap(2). Errors: the kernel's.
void *mmap(void *address, size_t size, int protection, int flags, int file, off_t offset)
{
    // musl waits with these until no thread of its own is about to use what may lie there.
    if (flags & MAP_FIXED)
        return NEXT(mmap)(address, size, protection, flags, file, offset);
    return (void *)syscall(SYS_mmap, address, size, protection, flags, file, offset);
}
#undef mmap64
ALIAS(mmap, mmap64);
