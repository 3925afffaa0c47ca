// memset and wmemset.

#ifdef WIDE_BLOCKS
/// Fills fewer bytes than the widest vector by one store, whose mask leaves the others alone: where the whole vector lies in a page, elsewhere
/// that would be slow. It does without the registers after which a vzeroupper is due.
#define CAN_FILL_MASKED(to, count) (count < sizeof(wide) && LIKELY(((uintptr_t)(to) & (PAGE - 1)) <= PAGE - sizeof(wide)))
#define FILL_MASKED(broadcast, value, to, count) \
    __asm__(broadcast " %0, %%zmm16\n\tkmovq %1, %%k1\n\tvmovdqu8 %%zmm16, (%2)%{%%k1%}" \
            : \
            : "r"(value), "r"(_bzhi_u64(UINT64_MAX, count)), "r"(to) \
            : "xmm16", "k1", "memory")
#else
#define CAN_FILL_MASKED(to, count) 0
#define FILL_MASKED(broadcast, value, to, count) (void)0
#endif

/// Fewer bytes than the widest vector, by two stores that overlap.
ALWAYS void fill_small(char *to, wide pattern, size_t count)
{
    char *end = to + count;
#ifdef WIDE_BLOCKS
    if (count >= 32) {
        _mm256_storeu_si256((void *)to, _mm512_castsi512_si256(pattern));
        _mm256_storeu_si256((void *)(end - 32), _mm512_castsi512_si256(pattern));
        return;
    }
    __m128i part = _mm512_castsi512_si128(pattern);
#elif WIDTH == 32
    __m128i part = _mm256_castsi256_si128(pattern);
#else
    __m128i part = pattern;
#endif
    uint64_t word = (uint64_t)_mm_cvtsi128_si64(part);
    if (count >= 16) {
        _mm_storeu_si128((void *)to, part);
        _mm_storeu_si128((void *)(end - 16), part);
    } else if (count >= 8) {
        *(word64 *)to = word;
        *(word64 *)(end - 8) = word;
    } else if (count >= 4) {
        *(word32 *)to = (uint32_t)word;
        *(word32 *)(end - 4) = (uint32_t)word;
    } else if (count > 1) {
        *(word16 *)to = (uint16_t)word;
        *(word16 *)(end - 2) = (uint16_t)word;
    } else if (count) {
        *to = (char)word;
    }
}

/// A pattern whose period divides 4; where the pattern is no single byte, `count` is a multiple of 4.
ALWAYS void fill_with(char *to, wide pattern, size_t count)
{
    char *end = to + count;
    if (UNLIKELY(count < WIDE(1))) {
        fill_small(to, pattern, count);
        return;
    }
    store_wide(to, pattern), store_wide(end - WIDE(1), pattern);
    if (count <= WIDE(2))
        return;
    store_wide(to + WIDE(1), pattern), store_wide(end - WIDE(2), pattern);
    if (count <= WIDE(4))
        return;
    store_wide(to + WIDE(2), pattern), store_wide(to + WIDE(3), pattern), store_wide(end - WIDE(3), pattern), store_wide(end - WIDE(4), pattern);
    if (count <= WIDE(8))
        return;
    // The pattern's period divides what aligning leaves out: the address of a wide character is a multiple of 4.
    for (char *at = (char *)floor_to(to, WIDE(1)) + WIDE(4), *stop = end - WIDE(4); at < stop; at += WIDE(4))
        store_wide(at, pattern), store_wide(at + WIDE(1), pattern), store_wide(at + WIDE(2), pattern), store_wide(at + WIDE(3), pattern);
}

/// Source: memset(3).
static void *fill(void *target, int byte, size_t count)
{
    if (CAN_FILL_MASKED(target, count)) {
        FILL_MASKED("vpbroadcastb", byte, target, count);
        return target;
    }
    if (UNLIKELY(count > WIDE(8) && count >= glibc_compat_string_limits.repeat_fill)) {
        void *to = target;
        __asm__ volatile("rep stosb" : "+D"(to), "+c"(count) : "a"(byte) : "memory");
    } else {
        fill_with(target, splat_bytes(byte), count);
    }
    return target;
}

/// Source: wmemset(3).
static wchar_t *fill_wide(wchar_t *target, wchar_t character, size_t count)
{
    size_t size = count * sizeof *target;
    if (CAN_FILL_MASKED(target, size)) {
        FILL_MASKED("vpbroadcastd", character, target, size);
        return target;
    }
    fill_with((char *)target, splat_words(character), size);
    return target;
}
