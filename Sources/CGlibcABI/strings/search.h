// Where a byte is: memchr, memrchr, strlen, strchr and their kin.

/// The place if it is before the end, otherwise NULL: by a branch, which the processor foresees, where a conditional move would wait.
ALWAYS const char *before(const char *at, const char *end)
{
    if (LIKELY(at < end))
        return at;
    __asm__("");
    return NULL;
}

/// The first place from `text` on that has what is sought; with `bounded`, NULL where there is none before `end`.
ALWAYS const char *scan(const char *text, vector byte, enum sought sought, int bounded, const char *end)
{
    const char *at = floor_to(text, WIDTH), *found;
    mask m;
    if (UNLIKELY(crosses(text)))
        m = hit_mask(load(at), byte, sought) >> (text - at);
    else
        m = hit_mask(load_any(text), byte, sought);
#define RESULT(place) (bounded ? before(place, end) : (place))
    if (m)
        return RESULT(text + first(m));
#define STEP(n) \
    if (bounded && at + AT(n) >= end) \
        return NULL; \
    if ((m = hit_mask(load(at + AT(n)), byte, sought))) \
        return RESULT(at + AT(n) + first(m));
    STEP(1)
    STEP(2)
    STEP(3)
    STEP(4)
    // A block at a time, aligned so that it lies in one page; the first may have been seen in part.
    for (at = floor_to(at + AT(5), BLOCK);; at += BLOCK) {
        if (bounded && at >= end)
            return NULL;
        if ((found = in_block(at, byte, sought)))
            return RESULT(found);
    }
#undef STEP
#undef RESULT
}

/// The end of `count` bytes; counts beyond the address space mean its end.
ALWAYS const char *end_of(const void *start, size_t count)
{
    uintptr_t end = (uintptr_t)start + count;
    return (const char *)(end < count ? UINTPTR_MAX : end);
}

/// Source: memchr(3).
static void *find(const void *memory, int byte, size_t count)
{
    return count ? (void *)scan(memory, splat(byte), A_BYTE, 1, end_of(memory, count)) : NULL;
}

/// Source: rawmemchr(3).
static void *find_unbounded(const void *memory, int byte) { return (void *)scan(memory, splat(byte), A_BYTE, 0, NULL); }

/// Source: strlen(3).
static size_t length(const char *text) { return (size_t)(scan(text, nothing(), THE_END, 0, NULL) - text); }

/// Source: strnlen(3).
static size_t length_within(const char *text, size_t count)
{
    const char *end = count ? scan(text, nothing(), THE_END, 1, end_of(text, count)) : NULL;
    return end ? (size_t)(end - text) : count;
}

/// Source: strchrnul(3).
static char *character_or_end(const char *text, int byte) { return (char *)scan(text, splat(byte), A_BYTE_OR_THE_END, 0, NULL); }

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
    m = equal(load_any(at - WIDTH), v);
    if (m)
        return (void *)(at - WIDTH + last(m));
    at = floor_to(at - 1, WIDTH);
    while ((uintptr_t)at & (AT(4) - 1)) {
        if (at <= start)
            return NULL;
        at -= WIDTH;
        if ((m = equal(load(at), v)))
            goto found;
    }
    for (; at > start; at -= BLOCK) {
        if (LIKELY(!block_hits(at - BLOCK, v, A_BYTE)))
            continue;
        // Each vector once: what was hit may lie before the memory, where another thread can have changed it since.
        for (int i = 0; i < 4; i++) {
            at -= WIDTH;
            if ((m = equal(load(at), v)))
                goto found;
        }
        at += BLOCK;
    }
    return NULL;
found:
    at += last(m);
    return at >= start ? (void *)at : NULL;
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
