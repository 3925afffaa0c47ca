// the declared layout is glibc's, member by member
// needs: libc glibc
#include "fact.h"
#include <glibc-compat/ucontext.h>
#include "layout-members.h"
#define SAME(ours, theirs) \
    _Static_assert(offsetof(struct glibc_compat_ucontext, ours) == offsetof(ucontext_t, theirs), #theirs); \
    _Static_assert(sizeof(((struct glibc_compat_ucontext *)0)->ours) == sizeof(((ucontext_t *)0)->theirs), #theirs)
#ifndef uc_flags_of_glibc
#define uc_flags_of_glibc uc_flags
#endif
SAME(uc_flags, uc_flags_of_glibc);
SAME(uc_link, uc_link);
SAME(uc_stack, uc_stack);
SAME(uc_stack.ss_sp, uc_stack.ss_sp);
SAME(uc_stack.ss_size, uc_stack.ss_size);
SAME(uc_stack.ss_flags, uc_stack.ss_flags);
SAME(uc_sigmask, uc_sigmask);
LAYOUT_MEMBERS
_Static_assert(sizeof(struct glibc_compat_ucontext) == sizeof(ucontext_t), "size");
_Static_assert(_Alignof(struct glibc_compat_ucontext) == _Alignof(ucontext_t), "alignment");
int main(void) { return 0; }
