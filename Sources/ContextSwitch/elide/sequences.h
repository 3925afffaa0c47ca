// For machines that reach a thread's variable by more than one instruction. A handler may continue the interrupted code on another
// thread, which would then read or write the first one's variable. So code that is interrupted within such a sequence goes back to its
// first instruction, before anything else happens in the handler. A sequence takes effect by its last instruction.
#pragma once
#include <stdint.h>

/// Where a sequence begins and ends, from the address of this.
struct context_sequence { int64_t start, end; };
CONTEXT_HIDDEN extern const struct context_sequence __start_context_sequences[], __stop_context_sequences[];

/// Where code that was interrupted at `pc` is to go on.
static inline uintptr_t restarted(uintptr_t pc)
{
    for (const struct context_sequence *sequence = __start_context_sequences; sequence < __stop_context_sequences; sequence++)
        if (pc > (uintptr_t)sequence + sequence->start && pc < (uintptr_t)sequence + sequence->end)
            return (uintptr_t)sequence + sequence->start;
    return pc;
}
