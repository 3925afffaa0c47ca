// What the loops over long texts ask of a block at once; with AVX-512 that is two vectors of 64 bytes.
enum sought { THE_END, A_BYTE, A_BYTE_OR_THE_END, A_WIDE_CHARACTER };

/// Zero where the vector has what is sought.
ALWAYS vector hits(vector v, vector byte, enum sought sought)
{
    return sought == THE_END ? v : sought == A_BYTE ? differ(v, byte) : lesser(v, differ(v, byte));
}

ALWAYS mask hit_mask(vector v, vector byte, enum sought sought)
{
    if (sought == A_WIDE_CHARACTER)
        return BITS(V(cmpeq_epi32)(v, byte));
    return sought == THE_END ? zeros(v) : sought == A_BYTE ? equal(v, byte) : BITS(either(V(cmpeq_epi8)(v, byte), V(cmpeq_epi8)(v, nothing())));
}

#ifdef WIDE_BLOCKS
#include "blocks-of-64.h"
#else
#include "blocks-of-vectors.h"
#endif
