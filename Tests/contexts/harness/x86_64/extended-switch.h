// A switch between extended contexts with a pattern in the vectors.
#pragma once
#include "all-registers.h"

// Past the red zone, which the compiler may use.
#define CALL_SWAP "mov %%rsp, %%rbx\n\tsub $128, %%rsp\n\tand $-16, %%rsp\n\tcall swapcontext_extd\n\tmov %%rbx, %%rsp\n\t"

/// Fills vectors with `value`, switches, and says whether they are the same afterwards.
static int switch_with(float value, ucontext_t *from, ucontext_t *to)
{
    const int wide = has_wide_vectors();
    float after[3][16] __attribute__((aligned(64)));
    long result = 0;
    register ucontext_t *first __asm__("rdi") = from;
    register long flags __asm__("rsi") = 0;
    register float *place __asm__("r12") = &after[0][0];
    register ucontext_t *second __asm__("rdx") = to;
    if (wide)
        __asm__ volatile("vbroadcastss %5, %%zmm0\n\tvmovaps %%zmm0, %%zmm7\n\tvmovaps %%zmm0, %%zmm31\n\t" CALL_SWAP
                         "vmovaps %%zmm0, (%4)\n\tvmovaps %%zmm7, 64(%4)\n\tvmovaps %%zmm31, 128(%4)"
                         : "=a"(result), "+r"(first), "+r"(flags), "+r"(second)
                         : "r"(place), "x"(value) : "rbx", "rcx", "r8", "r9", "r10", "r11", "memory", "cc", "xmm7");
    else
        __asm__ volatile("shufps $0, %5, %5\n\tmovaps %5, %%xmm7\n\t" CALL_SWAP "movaps %%xmm7, (%4)"
                         : "=a"(result), "+r"(first), "+r"(flags), "+r"(second)
                         : "r"(place), "x"(value) : "rbx", "rcx", "r8", "r9", "r10", "r11", "memory", "cc", "xmm7");
    CHECK(result == 0);
    for (int i = 0; i < (wide ? 48 : 4); i++)
        if (after[0][i] != value)
            return 0;
    return 1;
}
