// Contexts with the whole extended CPU state, as illumos has them: getcontext_extd(3C), ucontext_alloc(3C). libucontext_posix.
//
// Ordinary contexts keep what a function call keeps: no vector registers, or some. These carry all of them, as far as the machine has
// them: on x86_64 x87, SSE, AVX and AVX-512 (not protection keys, which are the thread's, and not AMX), on aarch64 SIMD and SVE (where
// the thread it is resumed on has vectors of the same length; else 128 bits of each), on riscv f0 to f31 and V. SVE and V need a libc
// with getauxval(3). They may be mixed with the ordinary functions: setcontext and swapcontext resume both kinds, and getcontext or swapcontext into an extended context make it ordinary
// until getcontext_extd or swapcontext_extd fill it again.
#pragma once
#include <stdint.h>
#include <ucontext.h>
#ifdef __cplusplus
extern "C" {
#endif

/// A zeroed ucontext_t with room for the extended state. `flags` is 0. NULL with errno EINVAL (other flags) or ENOMEM.
ucontext_t *ucontext_alloc(uint32_t flags);

/// Frees what ucontext_alloc returned; NULL is allowed.
void ucontext_free(ucontext_t *context);

/// As getcontext, and the extended state as well: `flags` 0 is all of it, others are -1 and EINVAL. `context` comes from
/// ucontext_alloc or is zeroed; one without room for the state is filled as by getcontext.
int getcontext_extd(ucontext_t *context, uint32_t flags) __attribute__((returns_twice));

/// As swapcontext, and the extended state of the present context goes to `old`. Errors as getcontext_extd's and swapcontext's.
int swapcontext_extd(ucontext_t *__restrict old, uint32_t flags, const ucontext_t *__restrict context);

#ifdef __cplusplus
}
#endif
