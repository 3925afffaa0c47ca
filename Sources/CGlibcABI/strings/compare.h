// memcmp.

ALWAYS int difference(const char *a, const char *b) { return (unsigned char)*a - (unsigned char)*b; }

/// Source: memcmp(3).
static __attribute__((noinline)) int compare(const void *left, const void *right, size_t count)
{
    const char *a = left, *b = right;
    mask m;
    if (LIKELY(count < WIDTH)) {
#ifdef WIDE_BLOCKS
        // What the mask leaves out is not read. After these registers, which older code does not know, there is no vzeroupper to be done.
        __asm__("kmovd %1, %%k1\n\t"
                "vmovdqu8 %2, %%ymm16%{%%k1%}%{z%}\n\t"
                "vpcmpneqb %3, %%ymm16, %%k0%{%%k1%}\n\t"
                "kmovd %%k0, %0"
                : "=r"(m)
                : "r"(within(ALL, count)), "m"(*(const vector *)a), "m"(*(const vector *)b)
                : "xmm16", "k0", "k1");
        return m ? difference(a + first(m), b + first(m)) : 0;
#else
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
#endif
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
