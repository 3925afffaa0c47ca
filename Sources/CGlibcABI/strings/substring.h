// strstr and memmem: places where the needle's first and last byte stand, each tried. Where too many are tried in vain, musl's search
// takes over, which needs time in proportion to the lengths only.

void *glibc_compat_search_memory(const void *hay, size_t hay_size, const void *needle, size_t needle_size);

/// The needle, of two bytes and more, in `size` bytes; NULL where it is not there. `*patience` is what may be compared in vain.
ALWAYS const char *search(const char *hay, size_t size, const char *needle, size_t needle_size, size_t *patience, int *tired)
{
    vector head = splat(needle[0]), tail = splat(needle[needle_size - 1]);
    size_t span = needle_size - 1, places = size - span, i = 0;
    mask m;
    for (; i < places; i += WIDTH) {
        if (places - i < WIDTH) {
            // The last places: the vectors end with the hay, or they are looked at one by one.
            if (places < WIDTH) {
                for (; i < places; i++)
                    if (hay[i] == needle[0] && hay[i + span] == needle[span] && compare(hay + i + 1, needle + 1, span - 1) == 0)
                        return hay + i;
                return NULL;
            }
            i = places - WIDTH;
        }
        m = zeros(either(differ(load_any(hay + i), head), differ(load_any(hay + i + span), tail)));
        for (; m; m &= m - 1) {
            const char *at = hay + i + first(m);
            if (span == 1 || compare(at + 1, needle + 1, span - 1) == 0)
                return at;
            if (*patience < span) {
                *tired = 1;
                return at;
            }
            *patience -= span;
        }
    }
    return NULL;
}

/// Source: memmem(3).
static void *find_memory(const void *hay, size_t hay_size, const void *needle, size_t needle_size)
{
    if (needle_size == 0)
        return (void *)hay;
    if (needle_size > hay_size)
        return NULL;
    if (needle_size == 1)
        return find(hay, *(const char *)needle, hay_size);
    size_t patience = hay_size / 2 + 1024 + 4 * needle_size;
    int tired = 0;
    const char *at = search(hay, hay_size, needle, needle_size, &patience, &tired);
    if (!tired)
        return (void *)at;
    return glibc_compat_search_memory(at, hay_size - (size_t)(at - (const char *)hay), needle, needle_size);
}

/// Where the needle, of two bytes and more, begins among the places that `m` marks, the first being `at`; NULL where it does not. A
/// comparison that costs more than there is patience for ends the search: `*tired` is set and the place returned.
ALWAYS const char *try_places(const char *at, mask m, const char *needle, size_t *patience, int *tired)
{
    for (; m; m &= m - 1) {
        const char *place = at + first(m);
        size_t same = 2;
        while (needle[same] && place[same] == needle[same])
            same++;
        if (!needle[same])
            return place;
        if (*patience < same) {
            *tired = 1;
            return place;
        }
        *patience -= same;
    }
    return NULL;
}

/// Source: strstr(3).
static char *find_string(const char *hay, const char *needle)
{
    if (!needle[0])
        return (char *)hay;
    if (!needle[1])
        return character(hay, needle[0]);
    // Places where the needle's first two bytes stand, each tried.
    vector head = splat(needle[0]), next = splat(needle[1]);
#define PAIR(v, w) either(differ(v, head), differ(w, next))
    size_t patience = 1024;
    int tired = 0;
    const char *at, *found;
    mask m, end;
    if (LIKELY(((uintptr_t)hay & (PAGE - 1)) < PAGE - WIDTH)) {
        vector v = load_any(hay);
        end = zeros(v);
        m = zeros(PAIR(v, load_any(hay + 1)));
        if (end)
            m &= end ^ (end - 1);
        if (m && (found = try_places(hay, m, needle, &patience, &tired)))
            goto found;
        if (end)
            return NULL;
        at = floor_to(hay, WIDTH) + WIDTH;
    } else {
        // Byte by byte to the next vector.
        for (at = floor_to(hay, WIDTH) + WIDTH; hay < at; hay++) {
            if (!*hay)
                return NULL;
            if (hay[0] == needle[0] && hay[1] == needle[1] && (found = try_places(hay, 1, needle, &patience, &tired)))
                goto found;
        }
    }
    // From here on a place is one before `at`: its second byte is in the vector.
    for (;;) {
        vector v = load(at);
        end = zeros(v);
        m = zeros(PAIR(load_any(at - 1), v));
        if (UNLIKELY(m | end)) {
            if (end)
                m &= end ^ (end - 1);
            if (m && (found = try_places(at - 1, m, needle, &patience, &tired)))
                goto found;
            if (end)
                return NULL;
        }
        at += WIDTH;
        patience += WIDTH / 2;
        if ((uintptr_t)at & (BLOCK - 1))
            continue;
        const char *start = at;
        for (;; at += BLOCK) {
#define PART(n) lesser(load(at + AT(n)), PAIR(load_any(at + AT(n) - 1), load(at + AT(n))))
            if (zeros(lesser(lesser(PART(0), PART(1)), lesser(PART(2), PART(3)))))
                break;
        }
        patience += (size_t)(at - start) / 2;
    }
found:
    return tired ? glibc_compat_search_memory(found, length(found), needle, length(needle)) : (char *)found;
}
#undef PAIR
#undef PART
