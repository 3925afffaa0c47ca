// strspn, strcspn, strpbrk: how far a text has, or has not, bytes of a set.

#if WIDTH > 16
/// Which bytes are in the set: a byte's low four bits choose a row of each table, its high four a bit of it.
struct set {
    uint8_t rows[32];
};

ALWAYS void make_set(struct set *set, const char *bytes)
{
    for (int i = 0; i < 32; i += 8)
        *(word64 *)(set->rows + i) = 0;
    for (; *bytes; bytes++) {
        unsigned char byte = (unsigned char)*bytes;
        set->rows[(byte >> 7) * 16 + (byte & 15)] |= (uint8_t)(1 << (byte >> 4 & 7));
    }
}

/// A mask of the bytes that are in the set; bytes of 0 never are.
ALWAYS uint32_t members(__m256i v, __m256i low_rows, __m256i high_rows)
{
    const __m256i bits = _mm256_setr_epi8(1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128);
    __m256i nibble = _mm256_and_si256(v, _mm256_set1_epi8(15)), high = _mm256_and_si256(_mm256_srli_epi16(v, 4), _mm256_set1_epi8(15));
    __m256i bit = _mm256_shuffle_epi8(bits, high);
    // The sign of a byte is the highest bit of its high half.
    __m256i row = _mm256_blendv_epi8(_mm256_shuffle_epi8(low_rows, nibble), _mm256_shuffle_epi8(high_rows, nibble), v);
    return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_and_si256(row, bit), bit));
}

/// The first byte that is (`inside` 0) or is not (1) in the set, the end of the text at the latest.
static __attribute__((noinline)) const char *scan_set(const char *text, const char *bytes, int inside)
{
    struct set set;
    make_set(&set, bytes);
    __m256i low = _mm256_broadcastsi128_si256(_mm_loadu_si128((const void *)set.rows));
    __m256i high = _mm256_broadcastsi128_si256(_mm_loadu_si128((const void *)(set.rows + 16)));
    const __m256i zero = _mm256_setzero_si256();
    uint32_t flip = inside ? ~(uint32_t)0 : 0;
    const char *at = floor_to(text, 32);
    uint32_t before = ~(uint32_t)0 << (text - at);
    for (;; at += 32) {
        __m256i v = _mm256_load_si256((const void *)at);
        uint32_t m = ((members(v, low, high) ^ flip) | (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(v, zero))) & before;
        if (m)
            return at + __builtin_ctz(m);
        before = ~(uint32_t)0;
    }
}
#else
/// Without SSSE3's table look-ups: a bit for each byte.
static __attribute__((noinline)) const char *scan_set(const char *text, const char *bytes, int inside)
{
    uint64_t set[4] = {0};
    for (; *bytes; bytes++)
        set[(unsigned char)*bytes >> 6] |= 1ull << (*bytes & 63);
    for (; *text; text++)
        if ((int)(set[(unsigned char)*text >> 6] >> (*text & 63) & 1) != inside)
            break;
    return text;
}
#endif

/// How far the text has (`inside` 1) or has not (0) bytes that are among four at most; SIZE_MAX with `or_none` if that is to its end.
ALWAYS size_t scan_four(const char *text, const char *bytes, size_t count, int inside, int or_none)
{
    vector a = splat(bytes[0]), b = splat(bytes[count > 1 ? 1 : 0]), c = splat(bytes[count > 2 ? 2 : 0]), d = splat(bytes[count > 3 ? 3 : 0]);
    // Where those are sought that are not among the four, the end is one of them by itself.
#define END(v) (inside ? nothing() : same(v, nothing()))
#define STOPS(v) (BITS(any(any(same(v, a), same(v, b), same(v, c)), same(v, d), END(v))) ^ (inside ? ALL : 0))
    // What is before the end, if that is here: the bits below the lowest of its.
#define RESULT(before) (or_none && !(m &= (ends - 1) & ~ends) ? SIZE_MAX : (before) + first(m))
    const char *at = floor_to(text, WIDTH);
    mask m, ends;
    vector v;
    if (UNLIKELY(crosses(text))) {
        unsigned skipped = (unsigned)(text - at);
        v = load(at);
        ends = zeros(v) >> skipped;
        m = STOPS(v) >> skipped;
    } else {
        v = load_any(text);
        ends = zeros(v);
        m = STOPS(v);
    }
    if (m)
        return RESULT(0);
    do {
        at += WIDTH;
        v = load(at);
    } while (!(m = STOPS(v)));
    ends = zeros(v);
    return RESULT((size_t)(at - text));
#undef RESULT
#undef STOPS
#undef END
}

/// How many bytes a set of two and more has, 5 for more than four.
ALWAYS size_t set_size(const char *bytes) { return !bytes[2] ? 2 : !bytes[3] ? 3 : !bytes[4] ? 4 : 5; }

/// The first byte of a set of none, one, or more than four; the end of the text, or NULL with `or_null`, where there is none.
static __attribute__((noinline)) char *find_in_set(const char *text, const char *bytes, int or_null)
{
    char *at;
    if (!bytes[0])
        at = (char *)text + length(text);
    else if (!bytes[1])
        at = character_or_end(text, bytes[0]);
    else
        at = (char *)scan_set(text, bytes, 0);
    return or_null && !*at ? NULL : at;
}

/// Source: strspn(3).
static size_t span(const char *text, const char *bytes)
{
    if (!bytes[0])
        return 0;
#if WIDTH > 16
    // Often it is short, and so is the set: the processor's own search in 16 bytes.
    if (LIKELY(!crosses(text) && !crosses(bytes))) {
        __m128i set = _mm_loadu_si128((const void *)bytes), start = _mm_loadu_si128((const void *)text);
        enum { FIRST_OTHER = _SIDD_UBYTE_OPS | _SIDD_CMP_EQUAL_ANY | _SIDD_NEGATIVE_POLARITY };
        // Where all of the set is in its vector, and there is another byte in the text's: flags of one instruction.
        if (LIKELY(_mm_cmpistrs(set, start, FIRST_OTHER))) {
            unsigned seen = (unsigned)_mm_cmpistri(set, start, FIRST_OTHER);
            if (seen < 16)
                return seen;
        }
    }
#endif
    size_t count = bytes[1] ? set_size(bytes) : 1;
    return count < 5 ? scan_four(text, bytes, count, 1, 0) : (size_t)(scan_set(text, bytes, 1) - text);
}

/// Source: strcspn(3).
static size_t span_without(const char *text, const char *bytes)
{
    size_t count = bytes[0] && bytes[1] ? set_size(bytes) : 0;
    if (LIKELY(count > 0 && count < 5))
        return scan_four(text, bytes, count, 0, 0);
    return (size_t)(find_in_set(text, bytes, 0) - text);
}

/// Source: strpbrk(3).
static char *find_of_set(const char *text, const char *bytes)
{
    size_t count = bytes[0] && bytes[1] ? set_size(bytes) : 0;
    if (UNLIKELY(count == 0 || count > 4))
        return find_in_set(text, bytes, 1);
    size_t distance = scan_four(text, bytes, count, 0, 1);
    return distance == SIZE_MAX ? NULL : (char *)text + distance;
}
