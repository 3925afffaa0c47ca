// What the loops over long texts ask of a block at once; with AVX-512 that is two vectors of 64 bytes.
enum sought { THE_END, A_BYTE, A_BYTE_OR_THE_END };

/// Zero where the vector has what is sought.
ALWAYS vector hits(vector v, vector byte, enum sought sought)
{
    return sought == THE_END ? v : sought == A_BYTE ? differ(v, byte) : lesser(v, differ(v, byte));
}

#ifdef WIDE_BLOCKS
typedef __m512i wide;
ALWAYS wide load_wide(const void *from) { return _mm512_loadu_si512(from); }
ALWAYS wide wide_splat(vector v) { return _mm512_broadcastb_epi8(_mm256_castsi256_si128(v)); }
ALWAYS wide wide_lesser(wide a, wide b) { return _mm512_min_epu8(a, b); }
ALWAYS wide wide_differ(wide a, wide b) { return _mm512_xor_si512(a, b); }
ALWAYS int wide_zeros(wide a) { return _mm512_testn_epi8_mask(a, a) != 0; }
ALWAYS wide wide_hits(wide v, vector byte, enum sought sought)
{
    wide other = wide_differ(v, wide_splat(byte));
    return sought == THE_END ? v : sought == A_BYTE ? other : wide_lesser(v, other);
}
ALWAYS int block_hits(const char *at, vector byte, enum sought sought)
{
    return wide_zeros(wide_lesser(wide_hits(load_wide(at), byte, sought), wide_hits(load_wide(at + 64), byte, sought)));
}
ALWAYS wide wide_folded(wide a)
{
    __mmask64 capital = _mm512_cmplt_epu8_mask(_mm512_sub_epi8(a, _mm512_set1_epi8('A')), _mm512_set1_epi8(26));
    return _mm512_mask_add_epi8(a, capital, a, _mm512_set1_epi8(32));
}
ALWAYS wide wide_agreement(const char *a, const char *b, int fold)
{
    wide x = load_wide(a), y = load_wide(b);
    if (fold)
        x = wide_folded(x), y = wide_folded(y);
    return _mm512_maskz_mov_epi8(_mm512_cmpeq_epi8_mask(x, y), x);
}
/// Whether the texts end or differ within the block.
ALWAYS int block_parts(const char *a, const char *b, int fold)
{
    return wide_zeros(wide_lesser(wide_agreement(a, b, fold), wide_agreement(a + 64, b + 64, fold)));
}
ALWAYS int block_differs(const char *a, const char *b)
{
    wide x = _mm512_or_si512(wide_differ(load_wide(a), load_wide(b)), wide_differ(load_wide(a + 64), load_wide(b + 64)));
    return _mm512_test_epi8_mask(x, x) != 0;
}
#else
ALWAYS int block_hits(const char *at, vector byte, enum sought sought)
{
    vector a = hits(load(at), byte, sought), b = hits(load(at + AT(1)), byte, sought);
    vector c = hits(load(at + AT(2)), byte, sought), d = hits(load(at + AT(3)), byte, sought);
    return zeros(lesser(lesser(a, b), lesser(c, d))) != 0;
}
ALWAYS vector part(const char *a, const char *b, int fold)
{
    vector x = load_any(a), y = load_any(b);
    return fold ? where_equal(folded(x), folded(y)) : where_equal(x, y);
}
/// Whether the texts end or differ within the block.
ALWAYS int block_parts(const char *a, const char *b, int fold)
{
    vector v = part(a, b, fold), w = part(a + AT(1), b + AT(1), fold), x = part(a + AT(2), b + AT(2), fold), y = part(a + AT(3), b + AT(3), fold);
    return zeros(lesser(lesser(v, w), lesser(x, y))) != 0;
}
ALWAYS int block_differs(const char *a, const char *b)
{
#define PART(n) differ(load_any(a + AT(n)), load_any(b + AT(n)))
    return zeros(either(either(PART(0), PART(1)), either(PART(2), PART(3)))) != ALL;
#undef PART
}
#endif
