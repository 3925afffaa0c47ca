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
static const char *scan_set(const char *text, const char *bytes, int inside)
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
static const char *scan_set(const char *text, const char *bytes, int inside)
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

/// The first byte that is (`inside` 0) or is not (1) one of at most four; the end of the text at the latest, or with `or_null` NULL in its place.
ALWAYS const char *scan_four(const char *text, const char *bytes, size_t count, int inside, int or_null)
{
    vector a = splat(bytes[0]), b = splat(bytes[count > 1 ? 1 : 0]), c = splat(bytes[count > 2 ? 2 : 0]), d = splat(bytes[count > 3 ? 3 : 0]);
    // Where those are sought that are not among the four, the end is one of them by itself.
#define END(v) (inside ? nothing() : same(v, nothing()))
#define STOPS(v) (BITS(any(any(same(v, a), same(v, b), same(v, c)), same(v, d), END(v))) ^ (inside ? ALL : 0))
#define RESULT(at) (or_null && (BITS(END(v)) >> skipped & m & -m) ? NULL : (at) + first(m))
    const char *at = floor_to(text, WIDTH);
    unsigned skipped = 0;
    mask m;
    vector v;
    if (UNLIKELY(crosses(text))) {
        v = load(at);
        skipped = (unsigned)(text - at);
        m = STOPS(v) >> skipped;
    } else {
        v = load_any(text);
        m = STOPS(v);
    }
    if (m)
        return RESULT(text);
    skipped = 0;
    do {
        at += WIDTH;
        v = load(at);
    } while (!(m = STOPS(v)));
    return RESULT(at);
}
#undef END
#undef STOPS
#undef RESULT

/// How many bytes the set has, 5 for more than four.
ALWAYS size_t set_size(const char *bytes) { return !bytes[2] ? 2 : !bytes[3] ? 3 : !bytes[4] ? 4 : 5; }

ALWAYS const char *find_in_set(const char *text, const char *bytes, int or_null)
{
    const char *at;
    size_t count = bytes[0] && bytes[1] ? set_size(bytes) : 0;
    if (LIKELY(count > 0 && count < 5))
        return scan_four(text, bytes, count, 0, or_null);
    if (!bytes[0])
        at = text + length(text);
    else if (!bytes[1])
        at = character_or_end(text, bytes[0]);
    else
        at = scan_set(text, bytes, 0);
    return or_null && !*at ? NULL : at;
}

/// Source: strspn(3).
static size_t span(const char *text, const char *bytes)
{
    if (!bytes[0])
        return 0;
    size_t count = bytes[1] ? set_size(bytes) : 1;
    return (size_t)((count < 5 ? scan_four(text, bytes, count, 1, 0) : scan_set(text, bytes, 1)) - text);
}

/// Source: strcspn(3).
static size_t span_without(const char *text, const char *bytes) { return (size_t)(find_in_set(text, bytes, 0) - text); }

/// Source: strpbrk(3).
static char *find_of_set(const char *text, const char *bytes) { return (char *)find_in_set(text, bytes, 1); }
