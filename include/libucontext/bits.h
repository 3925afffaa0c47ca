// The type that the libucontext functions work on: the libc's own ucontext_t, or without a libc glibc's layout of it.
#ifndef LIBUCONTEXT_BITS_H
#define LIBUCONTEXT_BITS_H

#ifdef FREESTANDING
#include <glibc-compat/ucontext.h>
typedef struct glibc_compat_ucontext libucontext_ucontext_t;
typedef struct glibc_compat_mcontext libucontext_mcontext_t;
typedef struct glibc_compat_stack libucontext_stack_t;
#else
#include <ucontext.h>
typedef ucontext_t libucontext_ucontext_t;
typedef mcontext_t libucontext_mcontext_t;
typedef stack_t libucontext_stack_t;
#endif

#endif
