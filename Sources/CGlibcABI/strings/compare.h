// memcmp, strcmp, strncmp, strcasecmp, strncasecmp.

ALWAYS int difference(const char *a, const char *b) { return (unsigned char)*a - (unsigned char)*b; }

/// Source: memcmp(3).
static int compare(const void *left, const void *right, size_t count)
{
    const char *a = left, *b = right;
    mask m;
    if (count < WIDTH) {
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

/// Compares to the first difference, the end, or `count` bytes where `bounded`.
ALWAYS int compare_texts(const char *a, const char *b, int bounded, size_t count, int fold)
{
    size_t i = 0;
    mask m;
    if (bounded && count == 0)
        return 0;
    if (UNLIKELY(crosses(a) || crosses(b))) {
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
        // Most texts are short: three vectors more without a look at the page, where neither text is near its end.
        if (LIKELY(((uintptr_t)a & (PAGE - 1)) <= PAGE - BLOCK && ((uintptr_t)b & (PAGE - 1)) <= PAGE - BLOCK))
            for (; i < BLOCK; i += WIDTH) {
                if (bounded && i >= count)
                    return 0;
                if ((m = zeros(agreement(a + i, b + i, fold))))
                    goto found;
            }
    }
    for (;;) {
        // How far it is to the next end of a page of either.
        size_t left_a = PAGE - ((uintptr_t)(a + i) & (PAGE - 1)), left_b = PAGE - ((uintptr_t)(b + i) & (PAGE - 1));
        size_t left = left_a < left_b ? left_a : left_b;
        for (; left >= BLOCK; left -= BLOCK, i += BLOCK) {
            if (bounded && i >= count)
                return 0;
            if (LIKELY(!block_parts(a + i, b + i, fold)))
                continue;
            while (!(m = zeros(agreement(a + i, b + i, fold))))
                i += WIDTH;
            goto found;
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

/// Source: strcmp(3).
static int compare_strings(const char *a, const char *b) { return compare_texts(a, b, 0, 0, 0); }
/// Source: strncmp(3).
static int compare_within(const char *a, const char *b, size_t count) { return compare_texts(a, b, 1, count, 0); }
/// Every locale here folds as ASCII does. Source: strcasecmp(3).
static int compare_folded(const char *a, const char *b) { return compare_texts(a, b, 0, 0, 1); }
/// Source: strncasecmp(3).
static int compare_folded_within(const char *a, const char *b, size_t count) { return compare_texts(a, b, 1, count, 1); }
