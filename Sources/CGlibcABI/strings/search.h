// Where a byte is: memchr, memrchr, strlen, strchr and their kin.

/// What a search gives back: the place, NULL where there is none; or how far that is, all there was where there is none.
enum answer { A_PLACE, A_DISTANCE };

/// The first place from `text` on that has what is sought; with `bounded`, among the first `left` bytes, of which there are some.
///
/// What a short search costs is how long it takes from the last load to the answer: nothing that can be known before is done after it.
ALWAYS uintptr_t scan(const char *text, vector byte, enum sought sought, int bounded, size_t left, enum answer answer)
{
    const char *at = text;
    const size_t all = left, skipped = (uintptr_t)text & (WIDTH - 1);
    size_t seen = WIDTH;
    mask m;
#define ANSWER(n) ((answer == A_PLACE ? (uintptr_t)at : (uintptr_t)(at - text)) + AT(n) + first(m))
    if (UNLIKELY(crosses(text))) {
        seen -= skipped;
        m = hit_mask(load(text - skipped), byte, sought) >> skipped;
    } else {
        m = hit_mask(load_any(text), byte, sought);
    }
    if (bounded && left <= seen)
        goto last;
    if (m)
        return ANSWER(0);
    at += WIDTH - skipped;
    left -= WIDTH - skipped;
#define STEP(n) \
    m = hit_mask(load(at + AT(n)), byte, sought); \
    if (bounded && left <= AT(n + 1)) { \
        at += AT(n); \
        left -= AT(n); \
        goto last; \
    } \
    if (m) \
        return ANSWER(n);
#define STEPS STEP(0) STEP(1) STEP(2) STEP(3)
    STEPS
    // Blocks, aligned so that each lies in one page; the first may have been seen in part.
    at += BLOCK;
    left -= BLOCK;
    seen = (uintptr_t)at & (BLOCK - 1);
    at -= seen;
    left += seen;
    for (const char *far = at + 3 * BLOCK;; at += BLOCK, left -= BLOCK) {
        // Far on, a block at once. It is looked at once more where it has a hit: another thread may have changed it since.
        if (at >= far)
            for (; (!bounded || left > BLOCK) && LIKELY(!block_hits(at, byte, sought)); at += BLOCK)
                left -= BLOCK;
        STEPS
    }
last:
    m = within(m, left);
    if (m)
        return ANSWER(0);
    return answer == A_PLACE ? 0 : all;
#undef STEPS
#undef STEP
#undef ANSWER
}

/// Source: memchr(3).
static void *find(const void *memory, int byte, size_t count)
{
    return count ? (void *)scan(memory, splat(byte), A_BYTE, 1, count, A_PLACE) : NULL;
}

/// Source: rawmemchr(3).
static void *find_unbounded(const void *memory, int byte) { return (void *)scan(memory, splat(byte), A_BYTE, 0, 0, A_PLACE); }

/// Source: strlen(3).
static size_t length(const char *text) { return scan(text, nothing(), THE_END, 0, 0, A_DISTANCE); }

/// Source: strnlen(3).
static size_t length_within(const char *text, size_t count)
{
    return count ? scan(text, nothing(), THE_END, 1, count, A_DISTANCE) : 0;
}

/// Source: strchrnul(3).
static char *character_or_end(const char *text, int byte) { return (char *)scan(text, splat(byte), A_BYTE_OR_THE_END, 0, 0, A_PLACE); }

/// Source: strchr(3).
static char *character(const char *text, int byte)
{
    char *at = character_or_end(text, byte);
    return *at == (char)byte ? at : NULL;
}

/// Source: memrchr(3).
static void *find_last(const void *memory, int byte, size_t count)
{
    const char *start = memory, *at = start + count;
    vector v = splat(byte);
    mask m;
    if (count < WIDTH) {
        if (count == 0)
            return NULL;
        if (crosses(start)) {
            // The bytes before lie in the same page.
            m = equal(load_any(at - WIDTH), v) & ~lowest(WIDTH - count);
            return m ? (void *)(at - WIDTH + last(m)) : NULL;
        }
        m = equal(load_any(start), v) & lowest(count);
        return m ? (void *)(start + last(m)) : NULL;
    }
#define TEST(place) \
    if ((m = equal(load_any(place), v))) \
        return (void *)((place) + last(m));
    TEST(at - WIDTH)
    if (count <= AT(2)) {
        TEST(start)
        return NULL;
    }
    TEST(at - AT(2))
    if (count <= AT(4)) {
        TEST(start + WIDTH)
        TEST(start)
        return NULL;
    }
    // Blocks that overlap where they have to: nothing outside of the memory is read.
#define TEST_BLOCK \
    if (UNLIKELY(any_block_hits(at, v, A_BYTE))) { \
        TEST(at + AT(3)) \
        TEST(at + AT(2)) \
        TEST(at + AT(1)) \
        TEST(at) \
    }
    at -= BLOCK;
    TEST_BLOCK
    for (at = floor_to(at + BLOCK / 2 - 1, BLOCK / 2); at > start + BLOCK;) {
        at -= BLOCK;
        TEST_BLOCK
    }
    at = start;
    TEST_BLOCK
    return NULL;
#undef TEST_BLOCK
#undef TEST
}

/// Source: strrchr(3).
static char *last_character(const char *text, int byte)
{
    const char *at = floor_to(text, WIDTH), *result = NULL;
    vector sought = splat(byte), v;
    mask end, match;
    if (UNLIKELY(crosses(text))) {
        // The first vector without what stands before the text.
        v = load(at);
        end = zeros(v) & (mask)(ALL << (text - at));
        match = equal(v, sought) & (mask)(ALL << (text - at));
    } else {
        v = load_any(text);
        end = zeros(v);
        match = equal(v, sought);
        if (LIKELY(end)) {
            match &= end ^ (end - 1);
            return (char *)(match ? text + last(match) : NULL);
        }
        // What the aligned vector has of it will be seen again.
        if (match)
            result = text + last(match);
        match = 0;
    }
    for (;;) {
        if (end) {
            match &= end ^ (end - 1);
            return (char *)(match ? at + last(match) : result);
        }
        if (match)
            result = at + last(match);
        at += WIDTH;
        if (((uintptr_t)at & (AT(4) - 1)) == 0) {
            // Blocks that have neither.
            while (!block_hits(at, sought, A_BYTE_OR_THE_END))
                at += BLOCK;
        }
        v = load(at);
        end = zeros(v);
        match = equal(v, sought);
    }
}
