// An extended context's words in uc_mcontext's reserved part, which neither glibc's functions nor ours touch otherwise.
#pragma once
#include "../xstate.h"

#define UC_EXTENDED_MARK 232		// EXTENDED_MARK where ucontext_alloc made it
#define UC_EXTENDED_SELF 240		// its own address: a copy is an ordinary context
#define UC_EXTENDED_AREA 248		// its XSAVE area
#define EXTENDED_MARK    0x5854434758544347
