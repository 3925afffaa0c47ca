// Data that glibc's loader and libc export and programs look at.
#include <stddef.h>

// <sys/rseq.h>: where the thread's area of restartable sequences is. A size of 0 says that none is registered, as on a kernel without
// them; a program then registers its own.
const ptrdiff_t __rseq_offset = 0;
const unsigned __rseq_size = 0;
const unsigned __rseq_flags = 0;

// What glibc keeps of /etc/host.conf and of text domains, as it is before anything is read: nothing here uses them.
char _res_hconf[72];
void *_nl_domain_bindings = NULL;
