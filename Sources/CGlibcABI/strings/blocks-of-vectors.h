// Blocks as four vectors, whose bytes of 0 are what is asked for.
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
/// Copies an aligned block, if it has no byte of 0.
ALWAYS int copy_block(char *to, const char *at)
{
    vector a = load(at), b = load(at + AT(1)), c = load(at + AT(2)), d = load(at + AT(3));
    if (UNLIKELY(zeros(lesser(lesser(a, b), lesser(c, d)))))
        return 0;
    store_any(to, a), store_any(to + AT(1), b), store_any(to + AT(2), c), store_any(to + AT(3), d);
    return 1;
}
/// Whether an aligned block has what is sought.
ALWAYS int block_hits(const char *at, vector byte, enum sought sought)
{
    if (sought == A_WIDE_CHARACTER) {
#define PART(n) V(cmpeq_epi32)(load(at + AT(n)), byte)
        return BITS(either(either(PART(0), PART(1)), either(PART(2), PART(3)))) != 0;
#undef PART
    }
#define PART(n) hits(load(at + AT(n)), byte, sought)
    return zeros(lesser(lesser(PART(0), PART(1)), lesser(PART(2), PART(3)))) != 0;
#undef PART
}
/// Whether a block, wherever it lies, has what is sought, which is no wide character.
ALWAYS int any_block_hits(const char *at, vector byte, enum sought sought)
{
#define PART(n) hits(load_any(at + AT(n)), byte, sought)
    return zeros(lesser(lesser(PART(0), PART(1)), lesser(PART(2), PART(3)))) != 0;
#undef PART
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
/// There is nothing narrower.
enum { NARROW_BLOCKS = 0 };
ALWAYS int goes_on_narrow(const char *a, const char *b) { return parting(a, b, 0) == BLOCK; }
ALWAYS int block_differs(const char *a, const char *b)
{
#define PART(n) differ(load_any(a + AT(n)), load_any(b + AT(n)))
    return zeros(either(either(PART(0), PART(1)), either(PART(2), PART(3)))) != ALL;
#undef PART
}
