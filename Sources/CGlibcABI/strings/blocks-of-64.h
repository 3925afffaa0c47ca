// Blocks as two vectors of 64 bytes, with AVX-512.
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
/// Copies an aligned block, if it has no byte of 0.
ALWAYS int copy_block(char *to, const char *at)
{
    wide a = load_wide(at), b = load_wide(at + 64);
    // Loaded once each: the compiler would rather read them again than keep them.
    __asm__("" : "+v"(a), "+v"(b));
    if (UNLIKELY(wide_zeros(wide_lesser(a, b))))
        return 0;
    store_wide(to, a), store_wide(to + 64, b);
    return 1;
}
/// Whether a block, wherever it lies, has what is sought.
ALWAYS int any_block_hits(const char *at, vector byte, enum sought sought)
{
    if (sought != A_WIDE_CHARACTER)
        return (wide_hit_mask(load_wide(at), byte, sought) | wide_hit_mask(load_wide(at + 64), byte, sought)) != 0;
    wide character = _mm512_broadcastd_epi32(_mm256_castsi256_si128(byte));
    return (_mm512_cmpeq_epi32_mask(load_wide(at), character) | _mm512_cmpeq_epi32_mask(load_wide(at + 64), character)) != 0;
}
ALWAYS int block_hits(const char *at, vector byte, enum sought sought) { return any_block_hits(at, byte, sought); }
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
enum { A_OR_B_DIFFERS_FROM_C = 0xf6, NARROW_BLOCKS = 1 };
/// Whether the block is the same in both texts, and neither ends in it.
ALWAYS int goes_on(const char *a, const char *b)
{
    wide first = load_wide(a), second = load_wide(a + 64), least = wide_lesser(first, second);
    wide difference = wide_differ(first, load_wide(b));
    difference = _mm512_ternarylogic_epi64(difference, second, load_wide(b + 64), A_OR_B_DIFFERS_FROM_C);
    return _mm512_mask_testn_epi8_mask(_mm512_test_epi8_mask(least, least), difference, difference) == UINT64_MAX;
}
/// The same by vectors of 32 bytes; the left block is aligned.
ALWAYS int goes_on_narrow(const char *a, const char *b)
{
    vector v = load(a), w = load(a + AT(1)), x = load(a + AT(2)), y = load(a + AT(3));
    // Loaded once each: the compiler would rather read them again than keep them.
    __asm__("" : "+v"(v), "+v"(w), "+v"(x), "+v"(y));
    vector least = lesser(lesser(v, w), lesser(x, y));
    v = differ(v, load_any(b)), x = differ(x, load_any(b + AT(2)));
    v = _mm256_ternarylogic_epi64(v, w, load_any(b + AT(1)), A_OR_B_DIFFERS_FROM_C);
    x = _mm256_ternarylogic_epi64(x, y, load_any(b + AT(3)), A_OR_B_DIFFERS_FROM_C);
    v = either(v, x);
    return _mm256_mask_testn_epi8_mask(_mm256_test_epi8_mask(least, least), v, v) == ALL;
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
