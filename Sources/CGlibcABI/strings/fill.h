// memset and wmemset.

/// Fewer bytes than a vector, by two stores that overlap.
ALWAYS void fill_small(char *to, uint64_t word, size_t count)
{
    if (count >= 16) {
        __m128i half = _mm_set1_epi64x((long long)word);
        _mm_storeu_si128((void *)to, half);
        _mm_storeu_si128((void *)(to + count - 16), half);
    } else if (count >= 8) {
        *(word64 *)to = word;
        *(word64 *)(to + count - 8) = word;
    } else if (count >= 4) {
        *(word32 *)to = (uint32_t)word;
        *(word32 *)(to + count - 4) = (uint32_t)word;
    } else if (count > 1) {
        *(word16 *)to = (uint16_t)word;
        *(word16 *)(to + count - 2) = (uint16_t)word;
    } else if (count) {
        *to = (char)word;
    }
}

/// A vector and more of a pattern whose period divides 4; where the pattern is no single byte, `count` is a multiple of 4.
ALWAYS void fill_with(char *to, vector pattern, size_t count)
{
    char *end = to + count;
    store_any(to, pattern), store_any(end - AT(1), pattern);
    if (count <= AT(2))
        return;
    store_any(to + AT(1), pattern), store_any(end - AT(2), pattern);
    if (count <= AT(4))
        return;
    store_any(to + AT(2), pattern), store_any(to + AT(3), pattern), store_any(end - AT(3), pattern), store_any(end - AT(4), pattern);
    if (count <= AT(8))
        return;
    // The pattern's period divides what aligning leaves out: the address of a wide character is a multiple of 4.
    for (char *at = (char *)floor_to(to, AT(1)) + AT(4), *stop = end - AT(4); at < stop; at += AT(4))
        store(at, pattern), store(at + AT(1), pattern), store(at + AT(2), pattern), store(at + AT(3), pattern);
}

/// Source: memset(3).
static void *fill(void *target, int byte, size_t count)
{
    if (count < WIDTH) {
        fill_small(target, (unsigned char)byte * 0x0101010101010101ull, count);
    } else if (UNLIKELY(count >= glibc_compat_string_limits.repeat_fill)) {
        void *to = target;
        __asm__ volatile("rep stosb" : "+D"(to), "+c"(count) : "a"(byte) : "memory");
    } else {
        fill_with(target, splat(byte), count);
    }
    return target;
}

/// Source: wmemset(3).
static wchar_t *fill_wide(wchar_t *target, wchar_t character, size_t count)
{
    count *= sizeof *target;
    if (count < WIDTH)
        fill_small((char *)target, (unsigned)character * 0x100000001ull, count);
    else
        fill_with((char *)target, splat_wide(character), count);
    return target;
}
