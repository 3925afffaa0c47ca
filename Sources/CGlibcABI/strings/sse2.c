// The string functions for every x86_64 processor.
#if defined __x86_64__
#define WIDTH 16
#define SET sse2
#include "all.h"
#endif
