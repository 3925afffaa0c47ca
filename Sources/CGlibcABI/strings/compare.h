// memcmp, strcmp, strncmp, strcasecmp, strncasecmp.

ALWAYS int difference(const char *a, const char *b) { return (unsigned char)*a - (unsigned char)*b; }

/// Source: memcmp(3).
static int compare(const void *left, const void *right, size_t count)
{
    const char *a = left, *b = right;
    mask m;
    if (count < WIDTH) {
#ifdef WIDE_BLOCKS
        // What the mask leaves out is not read.
        mask wanted = lowest(count);
        m = _mm256_mask_cmpneq_epi8_mask(wanted, _mm256_maskz_loadu_epi8(wanted, a), _mm256_maskz_loadu_epi8(wanted, b));
        return m ? difference(a + first(m), b + first(m)) : 0;
#else
        if (count == 0)
            return 0;
        if (UNLIKELY(crosses(a) || crosses(b))) {
            for (size_t i = 0; i < count; i++)
                if (a[i] != b[i])
                    return difference(a + i, b + i);
            return 0;
        }
        m = (equal(load_any(a), load_any(b)) ^ ALL) & lowest(count);
        return m ? difference(a + first(m), b + first(m)) : 0;
#endif
    }
#define TEST(offset) \
    if ((m = equal(load_any(a + (offset)), load_any(b + (offset))) ^ ALL)) { \
        size_t at = (offset) + first(m); \
        return difference(a + at, b + at); \
    }
    TEST(0)
    if (count <= AT(2)) {
        TEST(count - WIDTH)
        return 0;
    }
    TEST(AT(1))
    if (count <= AT(4)) {
        TEST(count - AT(2))
        TEST(count - AT(1))
        return 0;
    }
    TEST(AT(2))
    TEST(AT(3))
    size_t i = AT(4);
    while (i + BLOCK < count && !block_differs(a + i, b + i))
        i += BLOCK;
    // The block that differs, or the last one, which overlaps with what is known to be equal.
    if (i + AT(4) > count)
        i = count - AT(4);
    TEST(i)
    TEST(i + AT(1))
    TEST(i + AT(2))
    TEST(i + AT(3))
    return 0;
}
#undef TEST

ALWAYS int small_letter(unsigned char byte) { return (unsigned)byte - 'A' < 26 ? byte + 32 : byte; }

ALWAYS int string_difference(const char *a, const char *b, int fold)
{
    return fold ? small_letter(*a) - small_letter(*b) : difference(a, b);
}

/// Zero where both end or where they differ.
ALWAYS vector agreement(const char *a, const char *b, int fold)
{
    vector x = load_any(a), y = load_any(b);
    return fold ? where_equal(folded(x), folded(y)) : where_equal(x, y);
}

/// Compares texts of which one begins near the end of a page.
ALWAYS int compare_near_page(const char *a, const char *b, int bounded, size_t count, int fold)
{
    size_t i = 0, at;
    mask m;
    if (crosses(a) || crosses(b)) {
        // Too near the end of a page for a vector, and nothing behind to step back to.
        for (; i < WIDTH; i++) {
            int result = string_difference(a + i, b + i, fold);
            if (result || !a[i] || (bounded && i + 1 == count))
                return result;
        }
    } else {
        if ((m = zeros(agreement(a, b, fold))))
            goto found;
        i = WIDTH;
    }
    for (;;) {
        // How far it is to the next end of a page of either.
        size_t left_a = PAGE - ((uintptr_t)(a + i) & (PAGE - 1)), left_b = PAGE - ((uintptr_t)(b + i) & (PAGE - 1));
        size_t left = left_a < left_b ? left_a : left_b;
        for (; left >= BLOCK; left -= BLOCK, i += BLOCK) {
            if (bounded && i >= count)
                return 0;
            if (UNLIKELY((at = parting(a + i, b + i, fold)) != BLOCK)) {
                i += at;
                return bounded && i >= count ? 0 : string_difference(a + i, b + i, fold);
            }
        }
        for (; left >= WIDTH; left -= WIDTH, i += WIDTH) {
            if (bounded && i >= count)
                return 0;
            if ((m = zeros(agreement(a + i, b + i, fold))))
                goto found;
        }
        if (left) {
            // The vector that ends with the page; its first part has been seen.
            if (bounded && i >= count)
                return 0;
            i -= WIDTH - left;
            if ((m = zeros(agreement(a + i, b + i, fold))))
                goto found;
            i += WIDTH;
        }
    }
found:
    i += first(m);
    return bounded && i >= count ? 0 : string_difference(a + i, b + i, fold);
}

/// Compares to the first difference, the end, or `count` bytes where `bounded`.
ALWAYS int compare_texts(const char *a, const char *b, int bounded, size_t count, int fold)
{
    mask m;
    if (bounded && count == 0)
        return 0;
    if (UNLIKELY((((uintptr_t)a | (uintptr_t)b) & (PAGE - 1)) > PAGE - BLOCK))
        return compare_near_page(a, b, bounded, count, fold);
#define RESULT(at) (bounded && (at) >= count ? 0 : string_difference(a + (at), b + (at), fold))
#define STEP(n) \
    if (bounded && AT(n) >= count) \
        return 0; \
    if ((m = zeros(agreement(a + AT(n), b + AT(n), fold)))) \
        return RESULT(AT(n) + first(m));
    STEP(0)
    STEP(1)
    STEP(2)
    STEP(3)
#undef STEP
    // Blocks that lie in one page of the left text; the first is known in part.
    size_t i = BLOCK - ((uintptr_t)a & (BLOCK - 1)), at;
    for (size_t left = PAGE - ((uintptr_t)(b + i) & (PAGE - 1));; left -= BLOCK, i += BLOCK) {
        if (bounded && i >= count)
            return 0;
        if (UNLIKELY(left < BLOCK)) {
            // The right text's block reaches into another page, which need not be there: what is before that, from its end on backwards.
            for (size_t k = left & (WIDTH - 1) ? (left & (WIDTH - 1)) - WIDTH : 0; k != left; k += WIDTH)
                if ((m = zeros(agreement(a + i + k, b + i + k, fold))))
                    return RESULT(i + k + first(m));
            if (bounded && i + left >= count)
                return 0;
            left += PAGE;
        }
        if (UNLIKELY((at = parting(a + i, b + i, fold)) != BLOCK))
            return RESULT(i + at);
    }
#undef RESULT
}

/// Source: strcmp(3).
static int compare_strings(const char *a, const char *b) { return compare_texts(a, b, 0, 0, 0); }
/// Source: strncmp(3).
static int compare_within(const char *a, const char *b, size_t count) { return compare_texts(a, b, 1, count, 0); }
/// Every locale here folds as ASCII does. Source: strcasecmp(3).
static int compare_folded(const char *a, const char *b) { return compare_texts(a, b, 0, 0, 1); }
/// Source: strncasecmp(3).
static int compare_folded_within(const char *a, const char *b, size_t count) { return compare_texts(a, b, 1, count, 1); }
