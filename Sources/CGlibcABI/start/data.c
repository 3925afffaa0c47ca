// Data that glibc's loader and libc export and programs look at.
#include <stddef.h>

// <sys/rseq.h>: where the thread's area of restartable sequences is. A size of 0 says that none is registered, as on a kernel without
// them; a program then registers its own.
const ptrdiff_t __rseq_offset = 0;
const unsigned __rseq_size = 0;
const unsigned __rseq_flags = 0;
