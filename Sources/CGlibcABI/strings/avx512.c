// The string functions for processors with AVX-512 F, BW, VL and VBMI2: vectors of 32 bytes for what is short, of 64 in the loops and
// for filling.
#if defined __x86_64__
#pragma GCC target("avx2,bmi,bmi2,lzcnt,avx512f,avx512bw,avx512vl")
#define WIDTH 32
#define WIDE_BLOCKS
#define SET avx512
#include "all.h"
#endif
