// glibc's ucontext_t for the architecture that is compiled for: `struct glibc_compat_ucontext`.
#pragma once
#if defined __x86_64__ && !defined __ILP32__
#include <glibc-compat/arch/x86_64/ucontext.h>
#elif defined __aarch64__
#include <glibc-compat/arch/aarch64/ucontext.h>
#elif defined __riscv && __riscv_xlen == 64
#include <glibc-compat/arch/riscv64/ucontext.h>
#else
#error "glibc-compat has no layout of ucontext_t for this architecture: see docs/adding-an-architecture.md"
#endif
