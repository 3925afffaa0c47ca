// strcmp, strncmp, strcasecmp, strncasecmp.

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

static int compare_rest(const char *a, const char *b), compare_rest_within(const char *a, const char *b, size_t count);

/// Compares to the first difference, the end, or `count` bytes where `bounded`. With `narrow`, the rest of long texts, which are equal so far.
ALWAYS int compare_texts(const char *a, const char *b, int bounded, size_t count, int fold, int narrow)
{
    mask m;
    if (bounded && count == 0)
        return 0;
    if (UNLIKELY((((uintptr_t)a | (uintptr_t)b) & (PAGE - 1)) > PAGE - BLOCK))
        return compare_near_page(a, b, bounded, count, fold);
#define RESULT(at) (bounded && (at) >= count ? 0 : string_difference(a + (at), b + (at), fold))
#define STEP(at) \
    if (bounded && (at) >= count) \
        return 0; \
    if ((m = zeros(agreement(a + (at), b + (at), fold)))) \
        return RESULT((at) + first(m));
#define STEPS(at) STEP(at) STEP((at) + AT(1)) STEP((at) + AT(2)) STEP((at) + AT(3))
    STEPS(0)
    // Blocks that lie in one page of the left text; the first is known in part. In the first few of them the end is looked for vector by
    // vector: from a vector to the answer it is not as far as from a block.
    size_t i = BLOCK - ((uintptr_t)a & (BLOCK - 1)), at;
    const size_t far = bounded ? 0 : i + 3 * BLOCK;
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
            if (NARROW_BLOCKS && !narrow && !fold && i > PAGE)
                return bounded ? compare_rest_within(a + i + left, b + i + left, count - i - left) : compare_rest(a + i + left, b + i + left);
            left += PAGE;
        }
        if (narrow && goes_on_narrow(a + i, b + i))
            continue;
        if (i < far) {
            STEPS(i)
            continue;
        }
        if (UNLIKELY((at = parting(a + i, b + i, fold)) != BLOCK))
            return RESULT(i + at);
    }
#undef STEPS
#undef STEP
#undef RESULT
}

// What two texts have of the second cache comes faster in vectors of 32 bytes.
static __attribute__((noinline)) int compare_rest(const char *a, const char *b) { return compare_texts(a, b, 0, 0, 0, 1); }
static __attribute__((noinline)) int compare_rest_within(const char *a, const char *b, size_t count) { return compare_texts(a, b, 1, count, 0, 1); }

/// Source: strcmp(3).
static int compare_strings(const char *a, const char *b) { return compare_texts(a, b, 0, 0, 0, 0); }
/// Source: strncmp(3).
static int compare_within(const char *a, const char *b, size_t count) { return compare_texts(a, b, 1, count, 0, 0); }
/// Every locale here folds as ASCII does. Source: strcasecmp(3).
static int compare_folded(const char *a, const char *b) { return compare_texts(a, b, 0, 0, 1, 0); }
/// Source: strncasecmp(3).
static int compare_folded_within(const char *a, const char *b, size_t count) { return compare_texts(a, b, 1, count, 1, 0); }
