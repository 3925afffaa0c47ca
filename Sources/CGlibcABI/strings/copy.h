// memcpy and memmove, one function: everything is read before what it overlaps is written.

#define WIDE(n) ((size_t)(n) * sizeof(wide))

/// At most WIDTH bytes, by two moves that overlap.
ALWAYS void copy_small(char *to, const char *from, size_t count)
{
    if (count >= 16) {
        __m128i a = _mm_loadu_si128((const void *)from), b = _mm_loadu_si128((const void *)(from + count - 16));
        _mm_storeu_si128((void *)to, a);
        _mm_storeu_si128((void *)(to + count - 16), b);
    } else if (count >= 8) {
        uint64_t a = *(const word64 *)from, b = *(const word64 *)(from + count - 8);
        *(word64 *)to = a;
        *(word64 *)(to + count - 8) = b;
    } else if (count >= 4) {
        uint32_t a = *(const word32 *)from, b = *(const word32 *)(from + count - 4);
        *(word32 *)to = a;
        *(word32 *)(to + count - 4) = b;
    } else if (count > 1) {
        uint16_t a = *(const word16 *)from, b = *(const word16 *)(from + count - 2);
        *(word16 *)to = a;
        *(word16 *)(to + count - 2) = b;
    } else if (count) {
        *to = *from;
    }
}

static __attribute__((noinline)) void copy_forward(char *to, const char *from, size_t count)
{
    if (count >= glibc_compat_string_limits.repeat && (uintptr_t)from - (uintptr_t)to >= count) {
        __asm__ volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(count) : : "memory");
        return;
    }
    wide head = load_wide(from), a, b, c, d;
    const char *tail = from + count - WIDE(4);
    wide tail0 = load_wide(tail), tail1 = load_wide(tail + WIDE(1)), tail2 = load_wide(tail + WIDE(2)), tail3 = load_wide(tail + WIDE(3));
    char *start = to, *end = to + count - WIDE(4);
    // From here what is written is aligned.
    size_t step = WIDE(1) - ((uintptr_t)to & (WIDE(1) - 1));
    to += step;
    from += step;
    while (to < end) {
        a = load_wide(from), b = load_wide(from + WIDE(1)), c = load_wide(from + WIDE(2)), d = load_wide(from + WIDE(3));
        store_wide(to, a), store_wide(to + WIDE(1), b), store_wide(to + WIDE(2), c), store_wide(to + WIDE(3), d);
        to += WIDE(4);
        from += WIDE(4);
    }
    store_wide(end, tail0), store_wide(end + WIDE(1), tail1), store_wide(end + WIDE(2), tail2), store_wide(end + WIDE(3), tail3);
    store_wide(start, head);
}

static __attribute__((noinline)) void copy_backward(char *to, const char *from, size_t count)
{
    wide tail = load_wide(from + count - WIDE(1)), a, b, c, d;
    wide head0 = load_wide(from), head1 = load_wide(from + WIDE(1)), head2 = load_wide(from + WIDE(2)), head3 = load_wide(from + WIDE(3));
    char *at = (char *)floor_to(to + count - 1, WIDE(1)), *end = to + count - WIDE(1);
    const char *source = from + (at - to);
    while (at > to + WIDE(4)) {
        at -= WIDE(4);
        source -= WIDE(4);
        a = load_wide(source + WIDE(3)), b = load_wide(source + WIDE(2)), c = load_wide(source + WIDE(1)), d = load_wide(source);
        store_wide(at + WIDE(3), a), store_wide(at + WIDE(2), b), store_wide(at + WIDE(1), c), store_wide(at, d);
    }
    store_wide(to, head0), store_wide(to + WIDE(1), head1), store_wide(to + WIDE(2), head2), store_wide(to + WIDE(3), head3);
    store_wide(end, tail);
}
/// Source: memcpy(3), memmove(3).
static void *copy(void *target, const void *source, size_t count)
{
    char *to = target;
    const char *from = source;
    if (count <= WIDTH) {
        copy_small(to, from, count);
    } else if (count <= AT(2)) {
        vector a = load_any(from), b = load_any(from + count - WIDTH);
        store_any(to, a), store_any(to + count - WIDTH, b);
    } else if (count <= AT(4)) {
        const char *end = from + count - AT(2);
        vector a = load_any(from), b = load_any(from + AT(1)), c = load_any(end), d = load_any(end + AT(1));
        char *to_end = to + count - AT(2);
        store_any(to, a), store_any(to + AT(1), b), store_any(to_end, c), store_any(to_end + AT(1), d);
    } else if (count <= AT(8)) {
        const char *end = from + count - AT(4);
        vector a = load_any(from), b = load_any(from + AT(1)), c = load_any(from + AT(2)), d = load_any(from + AT(3));
        vector e = load_any(end), f = load_any(end + AT(1)), g = load_any(end + AT(2)), h = load_any(end + AT(3));
        char *to_end = to + count - AT(4);
        store_any(to, a), store_any(to + AT(1), b), store_any(to + AT(2), c), store_any(to + AT(3), d);
        store_any(to_end, e), store_any(to_end + AT(1), f), store_any(to_end + AT(2), g), store_any(to_end + AT(3), h);
    } else if ((uintptr_t)to - (uintptr_t)from < count) {
        copy_backward(to, from, count);
    } else {
        copy_forward(to, from, count);
    }
    return target;
}

/// Source: mempcpy(3).
static void *copy_to_end(void *target, const void *source, size_t count)
{
    return (char *)copy(target, source, count) + count;
}
