// The string functions for processors with AVX2 and the bit instructions that came with it.
#if defined __x86_64__
#pragma GCC target("avx2,bmi,bmi2,lzcnt")
#define WIDTH 32
#define SET avx2
#include "all.h"
#endif
