// Vectors of WIDTH bytes under the names that the templates use. WIDTH is 16 or 32; a block is four vectors.
//
// A mask has a bit for each byte, the first byte's lowest. Vectors of memory are read whole where that cannot fault: aligned, or not
// across the end of a page.
#pragma once
#include <immintrin.h>
#include "strings.h"

#define AT(n) ((n) * WIDTH)
enum { BLOCK = AT(4) };

#if WIDTH == 16
typedef __m128i vector;
typedef uint32_t mask;
#define ALL 0xffffu
#define V(operation) _mm_##operation
#define BITS(v) ((mask)_mm_movemask_epi8(v))
#define WHOLE(operation) _mm_##operation##_si128
#elif WIDTH == 32
typedef __m256i vector;
typedef uint32_t mask;
#define ALL 0xffffffffu
#define V(operation) _mm256_##operation
#define BITS(v) ((mask)_mm256_movemask_epi8(v))
#define WHOLE(operation) _mm256_##operation##_si256
#endif

ALWAYS vector load(const void *from) { return WHOLE(load)((const vector *)from); }
ALWAYS vector load_any(const void *from) { return WHOLE(loadu)((const void *)from); }
ALWAYS void store(void *to, vector v) { WHOLE(store)((vector *)to, v); }
ALWAYS void store_any(void *to, vector v) { WHOLE(storeu)((void *)to, v); }
ALWAYS vector splat(int byte) { return V(set1_epi8)((char)byte); }
ALWAYS vector splat_wide(int word) { return V(set1_epi32)(word); }
ALWAYS vector nothing(void) { return WHOLE(setzero)(); }
ALWAYS vector either(vector a, vector b) { return WHOLE(or)(a, b); }
ALWAYS vector differ(vector a, vector b) { return WHOLE(xor)(a, b); }
ALWAYS vector lesser(vector a, vector b) { return V(min_epu8)(a, b); }
ALWAYS mask equal(vector a, vector b) { return BITS(V(cmpeq_epi8)(a, b)); }
ALWAYS mask zeros(vector a) { return BITS(V(cmpeq_epi8)(a, nothing())); }
/// The bytes of `a` where `b` has the same, and 0 where they differ.
ALWAYS vector where_equal(vector a, vector b) { return WHOLE(and)(a, V(cmpeq_epi8)(a, b)); }
/// All bits of a byte where `a` and `b` have the same.
ALWAYS vector same(vector a, vector b) { return V(cmpeq_epi8)(a, b); }
ALWAYS vector any(vector a, vector b, vector c)
{
#if WIDTH == 32 && defined __AVX512VL__
    return _mm256_ternarylogic_epi32(a, b, c, 0xfe);
#else
    return either(either(a, b), c);
#endif
}
/// Capital letters of ASCII made small.
ALWAYS vector folded(vector a)
{
    // 'A' to 'Z' moved to the smallest signed values: what is below 26 more is a capital.
    vector moved = V(add_epi8)(a, splat(0x80 - 'A'));
    vector other = V(cmpgt_epi8)(moved, splat(-128 + 25));
    return V(add_epi8)(a, WHOLE(andnot)(other, splat(32)));
}

ALWAYS unsigned first(mask m) { return (unsigned)__builtin_ctz(m); }
ALWAYS unsigned last(mask m) { return 31 - (unsigned)__builtin_clz(m); }
/// The lowest `count` bits, fewer than WIDTH.
ALWAYS mask lowest(size_t count) { return ((mask)1 << count) - 1; }

/// The bits of the first `count` bytes, at most WIDTH.
ALWAYS mask within(mask m, size_t count)
{
#if WIDTH == 32
    return _bzhi_u32(m, (unsigned)count);
#else
    return m & lowest(count);
#endif
}

/// Whether WIDTH bytes from here may reach into another page.
ALWAYS int crosses(const void *at) { return ((uintptr_t)at & (PAGE - 1)) > PAGE - WIDTH; }
ALWAYS const char *floor_to(const void *at, size_t size) { return (const char *)((uintptr_t)at & -(uintptr_t)size); }
