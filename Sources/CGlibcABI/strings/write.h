// strcpy and what is made of it.

/// Stores a vector of text as far as its first zero, which is marked in `m`, and with it. `early`: less than a vector's length lies before, or the
/// text did when it was looked at first; another thread may have ended it since.
ALWAYS void store_end(char *to, const char *from, vector v, mask m, int early)
{
#ifdef WIDE_BLOCKS
    // Not across a page's end: a store that leaves bytes alone is slow where those could not be written.
    if (LIKELY(!crosses(to))) {
        _mm256_mask_storeu_epi8(to, m ^ (m - 1), v);
        return;
    }
#else
    (void)v;
#endif
    size_t end = first(m);
    if (early)
        copy_small(to, from, end + 1);
    else
        // A vector that ends with the text; more than one was copied before.
        store_any(to + end + 1 - WIDTH, load_any(from + end + 1 - WIDTH));
}

/// Copies with the terminating byte and returns where that is.
ALWAYS char *copy_text(char *to, const char *from)
{
    if (UNLIKELY(crosses(from))) {
        size_t count = length(from);
        copy(to, from, count + 1);
        return to + count;
    }
    vector v = load_any(from);
    mask m = zeros(v);
    if (m) {
        store_end(to, from, v, m, 1);
        return to + first(m);
    }
    store_any(to, v);
    // Aligned vectors, then blocks.
    size_t step = WIDTH - ((uintptr_t)from & (WIDTH - 1));
    from += step;
    to += step;
#define STEP(n, early) \
    v = load(from + AT(n)); \
    if ((m = zeros(v))) { \
        store_end(to + AT(n), from + AT(n), v, m, early); \
        return to + AT(n) + first(m); \
    } \
    store_any(to + AT(n), v);
#define STEPS(early) STEP(0, early) STEP(1, 0) STEP(2, 0) STEP(3, 0)
    STEPS(1)
    // The first block may have been copied in part.
    step = BLOCK - ((uintptr_t)from & (BLOCK - 1));
    from += step;
    to += step;
    for (const char *far = from + 2 * BLOCK;; from += BLOCK, to += BLOCK) {
        if (from >= far)
            for (; copy_block(to, from); to += BLOCK)
                from += BLOCK;
        STEPS(0)
    }
#undef STEPS
#undef STEP
}

/// Source: stpcpy(3).
static char *copy_string_to_end(char *to, const char *from) { return copy_text(to, from); }

/// Source: strcpy(3).
static char *copy_string(char *to, const char *from)
{
    copy_text(to, from);
    return to;
}

/// Stores a vector of text, of which zeros are marked in `m`, with zeros behind it, as `left` bytes; `started` says that a vector's length was before.
/// Returns where the zeros begin, the end where there are none.
ALWAYS char *store_padded(char *to, const char *from, vector v, mask m, size_t left, int started)
{
    size_t size = m && first(m) < left ? first(m) : left < WIDTH ? left : WIDTH;
#ifdef WIDE_BLOCKS
    v = _mm256_maskz_mov_epi8((m - 1) & ~m, v);
    if (left >= WIDTH) {
        store_any(to, v);
        fill(to + WIDTH, 0, left - WIDTH);
        return to + size;
    }
    if (LIKELY(!crosses(to))) {
        _mm256_mask_storeu_epi8(to, within(ALL, left), v);
        return to + size;
    }
#else
    (void)v;
#endif
    if (started)
        store_any(to + size - WIDTH, load_any(from + size - WIDTH));
    else
        copy_small(to, from, size);
    fill(to + size, 0, left - size);
    return to + size;
}

/// Source: stpncpy(3).
static char *copy_within_to_end(char *to, const char *from, size_t left)
{
    if (UNLIKELY(left == 0))
        return to;
    if (UNLIKELY(crosses(from))) {
        size_t size = length_within(from, left);
        copy(to, from, size);
        fill(to + size, 0, left - size);
        return to + size;
    }
    vector v = load_any(from);
    mask m = zeros(v);
    if (m || left <= WIDTH)
        return store_padded(to, from, v, m, left, 0);
    store_any(to, v);
    // Read aligned, so that nothing is touched behind the page in which the text ends.
    size_t step = WIDTH - ((uintptr_t)from & (WIDTH - 1));
    from += step;
    to += step;
    left -= step;
#define STEP(n, started) \
    v = load(from + AT(n)); \
    m = zeros(v); \
    if (m || left <= AT(n + 1)) \
        return store_padded(to + AT(n), from + AT(n), v, m, left - AT(n), started); \
    store_any(to + AT(n), v);
#define STEPS(started) STEP(0, started) STEP(1, 1) STEP(2, 1) STEP(3, 1)
    STEPS(0)
    // Blocks; the first may have been copied in part.
    step = BLOCK - ((uintptr_t)from & (BLOCK - 1));
    for (from += step, to += step, left -= step;; from += BLOCK, to += BLOCK, left -= BLOCK) {
        for (; left > BLOCK && copy_block(to, from); to += BLOCK, left -= BLOCK)
            from += BLOCK;
        STEPS(1)
    }
#undef STEPS
#undef STEP
}

/// Source: strncpy(3).
static char *copy_within(char *to, const char *from, size_t count)
{
    copy_within_to_end(to, from, count);
    return to;
}

/// What is appended to is often empty, and made so by a store of one byte just before: a vector would have to wait for that, a byte need not.
ALWAYS char *end_of_text(char *text) { return *text ? text + length(text) : text; }

/// Source: strcat(3).
static char *append(char *to, const char *from)
{
    copy_text(end_of_text(to), from);
    return to;
}

/// Source: strncat(3).
static char *append_within(char *to, const char *from, size_t count)
{
    char *end = end_of_text(to);
    size_t size = length_within(from, count);
    copy(end, from, size);
    end[size] = 0;
    return to;
}
