// wcslen, wcsnlen, wmemchr: characters of four bytes, at addresses that are multiples of 4.

ALWAYS mask equal_wide(vector a, vector b) { return BITS(V(cmpeq_epi32)(a, b)); }

/// The first character equal to `sought` from `text` on; with `bounded`, NULL where there is none before `end`.
ALWAYS const char *scan_wide(const char *text, vector sought, int bounded, const char *end)
{
    const char *at = floor_to(text, WIDTH);
    mask m;
    if (UNLIKELY(crosses(text)))
        m = equal_wide(load(at), sought) >> (text - at);
    else
        m = equal_wide(load_any(text), sought);
    if (m) {
        text += first(m);
        return bounded && text >= end ? NULL : text;
    }
    for (int i = 0; i < 4; i++) {
        at += WIDTH;
        if (bounded && at >= end)
            return NULL;
        if ((m = equal_wide(load(at), sought)))
            goto found;
    }
    // A block at a time; the first may have been seen in part.
    for (at = floor_to(at + WIDTH, BLOCK);; at += BLOCK) {
        if (bounded && at >= end)
            return NULL;
        vector a = V(cmpeq_epi32)(load(at), sought), b = V(cmpeq_epi32)(load(at + AT(1)), sought);
        vector c = V(cmpeq_epi32)(load(at + AT(2)), sought), d = V(cmpeq_epi32)(load(at + AT(3)), sought);
        if (LIKELY(!BITS(either(either(a, b), either(c, d)))))
            continue;
        // Each vector once: what was hit may lie behind the end, where another thread can have changed it since.
        for (int i = 0; i < 4; i++, at += WIDTH)
            if ((m = equal_wide(load(at), sought)))
                goto found;
        at -= BLOCK;
    }
found:
    at += first(m);
    return bounded && at >= end ? NULL : at;
}

/// The end of `count` wide characters; counts beyond the address space mean its end.
ALWAYS const char *wide_end(const wchar_t *start, size_t count)
{
    return count > SIZE_MAX / sizeof *start ? (const char *)UINTPTR_MAX : end_of(start, count * sizeof *start);
}

/// Source: wcslen(3).
static size_t wide_length(const wchar_t *text)
{
    return (size_t)(scan_wide((const char *)text, nothing(), 0, NULL) - (const char *)text) / sizeof *text;
}

/// Source: wcsnlen(3).
static size_t wide_length_within(const wchar_t *text, size_t count)
{
    const char *end = count ? scan_wide((const char *)text, nothing(), 1, wide_end(text, count)) : NULL;
    return end ? (size_t)(end - (const char *)text) / sizeof *text : count;
}

/// Source: wmemchr(3).
static wchar_t *find_wide(const wchar_t *text, wchar_t character, size_t count)
{
    return count ? (wchar_t *)scan_wide((const char *)text, splat_wide(character), 1, wide_end(text, count)) : NULL;
}
