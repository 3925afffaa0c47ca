// What the loops over long texts ask of a block at once; with AVX-512 that is two vectors of 64 bytes.
enum sought { THE_END, A_BYTE, A_BYTE_OR_THE_END };

/// Zero where the vector has what is sought.
ALWAYS vector hits(vector v, vector byte, enum sought sought)
{
    return sought == THE_END ? v : sought == A_BYTE ? differ(v, byte) : lesser(v, differ(v, byte));
}

ALWAYS mask hit_mask(vector v, vector byte, enum sought sought)
{
    return sought == THE_END ? zeros(v) : sought == A_BYTE ? equal(v, byte) : BITS(either(V(cmpeq_epi8)(v, byte), V(cmpeq_epi8)(v, nothing())));
}

#ifdef WIDE_BLOCKS
typedef __m512i wide;
ALWAYS wide load_wide(const void *from) { return _mm512_loadu_si512(from); }
ALWAYS void store_wide(void *to, wide v) { _mm512_storeu_si512(to, v); }
ALWAYS wide splat_bytes(int byte) { return _mm512_set1_epi8((char)byte); }
ALWAYS wide splat_words(int word) { return _mm512_set1_epi32(word); }
ALWAYS wide wide_splat(vector v) { return _mm512_broadcastb_epi8(_mm256_castsi256_si128(v)); }
ALWAYS wide wide_lesser(wide a, wide b) { return _mm512_min_epu8(a, b); }
ALWAYS wide wide_differ(wide a, wide b) { return _mm512_xor_si512(a, b); }
ALWAYS int wide_zeros(wide a) { return _mm512_testn_epi8_mask(a, a) != 0; }
ALWAYS uint64_t wide_equal(wide a, wide b) { return _mm512_cmpeq_epi8_mask(a, b); }
ALWAYS uint64_t wide_hit_mask(wide v, vector byte, enum sought sought)
{
    if (sought == A_BYTE)
        return wide_equal(v, wide_splat(byte));
    wide sought_is_zero = sought == THE_END ? v : wide_lesser(v, wide_differ(v, wide_splat(byte)));
    return _mm512_testn_epi8_mask(sought_is_zero, sought_is_zero);
}
/// Copies a block, wherever it lies.
ALWAYS void copy_any_block(char *to, const char *at)
{
    wide a = load_wide(at), b = load_wide(at + 64);
    store_wide(to, a), store_wide(to + 64, b);
}
/// Copies an aligned block that has no byte of 0, and returns BLOCK; of another it returns where the first is.
ALWAYS size_t copy_block(char *to, const char *at)
{
    wide a = load_wide(at), b = load_wide(at + 64);
    uint64_t low = _mm512_testn_epi8_mask(a, a), high = _mm512_testn_epi8_mask(b, b);
    if (UNLIKELY(low | high)) {
        uint64_t half = low ? low : high;
        return (low ? 0 : 64) + (size_t)__builtin_ctzll(half);
    }
    store_wide(to, a), store_wide(to + 64, b);
    return BLOCK;
}
/// The first hit in a block, NULL where it has none.
ALWAYS const char *in_block(const char *at, vector byte, enum sought sought)
{
    uint64_t low = wide_hit_mask(load_wide(at), byte, sought), high = wide_hit_mask(load_wide(at + 64), byte, sought);
    if (LIKELY(!(low | high)))
        return NULL;
    // Which half it is in cannot be foreseen: no branch.
    uint64_t half = low ? low : high;
    return at + (low ? 0 : 64) + __builtin_ctzll(half);
}
ALWAYS int block_hits(const char *at, vector byte, enum sought sought) { return in_block(at, byte, sought) != NULL; }
ALWAYS wide wide_folded(wide a)
{
    __mmask64 capital = _mm512_cmplt_epu8_mask(_mm512_sub_epi8(a, _mm512_set1_epi8('A')), _mm512_set1_epi8(26));
    return _mm512_mask_add_epi8(a, capital, a, _mm512_set1_epi8(32));
}
/// A bit for each byte at which texts that are the same go on.
ALWAYS uint64_t wide_agreement(const char *a, const char *b, int fold)
{
    wide x = load_wide(a), y = load_wide(b);
    uint64_t text = _mm512_test_epi8_mask(x, x);
    if (fold)
        x = wide_folded(x), y = wide_folded(y);
    return _mm512_mask_cmpeq_epi8_mask(text, x, y);
}
/// Whether the block is the same in both texts, and neither ends in it.
ALWAYS int goes_on(const char *a, const char *b)
{
    wide first = load_wide(a), second = load_wide(a + 64), least = wide_lesser(first, second);
    enum { A_OR_B_DIFFERS_FROM_C = 0xf6 };
    wide difference = wide_differ(first, load_wide(b));
    difference = _mm512_ternarylogic_epi64(difference, second, load_wide(b + 64), A_OR_B_DIFFERS_FROM_C);
    return _mm512_mask_testn_epi8_mask(_mm512_test_epi8_mask(least, least), difference, difference) == UINT64_MAX;
}
/// Where in the block the texts end or differ; BLOCK where they do neither.
ALWAYS size_t parting(const char *a, const char *b, int fold)
{
    if (!fold && LIKELY(goes_on(a, b)))
        return BLOCK;
    uint64_t low = wide_agreement(a, b, fold), high = wide_agreement(a + 64, b + 64, fold);
    if (fold && LIKELY((low & high) == UINT64_MAX))
        return BLOCK;
    // Which half it is in cannot be foreseen: no branch.
    uint64_t half = ~low ? ~low : ~high;
    return (~low ? 0 : 64) + (size_t)__builtin_ctzll(half);
}
ALWAYS int block_differs(const char *a, const char *b)
{
    wide x = _mm512_or_si512(wide_differ(load_wide(a), load_wide(b)), wide_differ(load_wide(a + 64), load_wide(b + 64)));
    return _mm512_test_epi8_mask(x, x) != 0;
}
#else
// The widest vector there is.
typedef vector wide;
ALWAYS wide load_wide(const void *from) { return load_any(from); }
ALWAYS void store_wide(void *to, wide v) { store_any(to, v); }
ALWAYS wide splat_bytes(int byte) { return splat(byte); }
ALWAYS wide splat_words(int word) { return splat_wide(word); }
/// Which of the bytes of a block is the first to be 0. Which vector it is in cannot be foreseen: as few branches as there can be.
ALWAYS size_t first_zero(vector a, vector b, vector c, vector d)
{
#if WIDTH == 16
    return (size_t)__builtin_ctzll(zeros(a) | zeros(b) << 16 | (uint64_t)zeros(c) << 32 | (uint64_t)zeros(d) << 48);
#else
    uint64_t low = zeros(a) | (uint64_t)zeros(b) << 32, high = zeros(c) | (uint64_t)zeros(d) << 32, half = low ? low : high;
    return (low ? 0 : 64) + (size_t)__builtin_ctzll(half);
#endif
}
/// Copies a block, wherever it lies.
ALWAYS void copy_any_block(char *to, const char *at)
{
    vector a = load_any(at), b = load_any(at + AT(1)), c = load_any(at + AT(2)), d = load_any(at + AT(3));
    store_any(to, a), store_any(to + AT(1), b), store_any(to + AT(2), c), store_any(to + AT(3), d);
}
/// Copies an aligned block that has no byte of 0, and returns BLOCK; of another it returns where the first is.
ALWAYS size_t copy_block(char *to, const char *at)
{
    vector a = load(at), b = load(at + AT(1)), c = load(at + AT(2)), d = load(at + AT(3));
    if (UNLIKELY(zeros(lesser(lesser(a, b), lesser(c, d)))))
        return first_zero(a, b, c, d);
    store_any(to, a), store_any(to + AT(1), b), store_any(to + AT(2), c), store_any(to + AT(3), d);
    return BLOCK;
}
ALWAYS int block_hits(const char *at, vector byte, enum sought sought)
{
    vector a = hits(load(at), byte, sought), b = hits(load(at + AT(1)), byte, sought);
    vector c = hits(load(at + AT(2)), byte, sought), d = hits(load(at + AT(3)), byte, sought);
    return zeros(lesser(lesser(a, b), lesser(c, d))) != 0;
}
/// The first hit in a block, NULL where it has none.
ALWAYS const char *in_block(const char *at, vector byte, enum sought sought)
{
    vector a = hits(load_any(at), byte, sought), b = hits(load_any(at + AT(1)), byte, sought);
    vector c = hits(load_any(at + AT(2)), byte, sought), d = hits(load_any(at + AT(3)), byte, sought);
    if (LIKELY(!zeros(lesser(lesser(a, b), lesser(c, d)))))
        return NULL;
    return at + first_zero(a, b, c, d);
}
ALWAYS vector part(const char *a, const char *b, int fold)
{
    vector x = load_any(a), y = load_any(b);
    return fold ? where_equal(folded(x), folded(y)) : where_equal(x, y);
}
/// Where in the block the texts end or differ; BLOCK where they do neither.
ALWAYS size_t parting(const char *a, const char *b, int fold)
{
    vector v = part(a, b, fold), w = part(a + AT(1), b + AT(1), fold), x = part(a + AT(2), b + AT(2), fold), y = part(a + AT(3), b + AT(3), fold);
    return LIKELY(!zeros(lesser(lesser(v, w), lesser(x, y)))) ? BLOCK : first_zero(v, w, x, y);
}
ALWAYS int block_differs(const char *a, const char *b)
{
#define PART(n) differ(load_any(a + AT(n)), load_any(b + AT(n)))
    return zeros(either(either(PART(0), PART(1)), either(PART(2), PART(3)))) != ALL;
#undef PART
}
#endif
