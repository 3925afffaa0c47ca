// What mask elision must know of x86_64. One instruction reaches a thread's variable here, so nothing begins anew.
#define GLIBC_FIRST "GLIBC_2.2.5"
#define SIGVEC      SIGVEC_AT(GLIBC_FIRST)
#define WRAPPER     HIDDEN(wrapper)
static inline void restart_sequence(void *context) { (void)context; }
