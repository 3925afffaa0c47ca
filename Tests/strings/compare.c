// The comparisons: equal texts of every small length at every pair of distances from a page's end, and one difference at every place.
#include "strings.h"

static int sign(int value) { return (value > 0) - (value < 0); }

static void memory(size_t count, size_t from_end_a, size_t from_end_b)
{
    char *a = left + ROOM - count - from_end_a, *b = right + ROOM - count - from_end_b;
    size_t step = count < 40 ? 1 : count < 140 ? 7 : 41;
    for (size_t i = 0; i < count; i++)
        a[i] = b[i] = (char)(i % 3 ? 'a' + i % 20 : i);
    CHECK(CALL(memcmp)(a, b, count) == 0, "%zu", count);
    for (size_t at = 0; at < count; at += step) {
        char kept = a[at];
        a[at] = (char)(kept + 130);
        int expected = sign((unsigned char)a[at] - (unsigned char)b[at]);
        CHECK(sign(CALL(memcmp)(a, b, count)) == expected && sign(CALL(memcmp)(b, a, count)) == -expected, "%zu of %zu", at, count);
        CHECK(CALL(memcmp)(a, b, at) == 0, "%zu of %zu", at, count);
        a[at] = kept;
    }
}

static void texts(size_t length, size_t from_end_a, size_t from_end_b)
{
    char *a = left + ROOM - length - 1 - from_end_a, *b = right + ROOM - length - 1 - from_end_b;
    size_t step = length < 40 ? 1 : length < 140 ? 7 : 41;
    for (size_t i = 0; i < length; i++)
        a[i] = b[i] = (char)('b' + i % 20);
    a[length] = b[length] = 0;
    // What follows differs and must not matter.
    memset(a + length + 1, 'p', from_end_a);
    memset(b + length + 1, 'q', from_end_b);
    CHECK(CALL(strcmp)(a, b) == 0 && CALL(strcasecmp)(a, b) == 0, "%zu, %zu and %zu from the end", length, from_end_a, from_end_b);
    CHECK(CALL(strncmp)(a, b, SIZE_MAX) == 0 && CALL(strncmp)(a, b, length) == 0 && CALL(strncmp)(a, b, length + 1) == 0, "%zu", length);
    CHECK(CALL(strncasecmp)(a, b, SIZE_MAX) == 0 && CALL(strncasecmp)(a, b, length) == 0, "%zu", length);
    for (size_t at = 0; at < length; at += step) {
        static const char others[] = {0, 1, 'A', '\377', 'z', '{', '@'};
        char kept = a[at];
        for (size_t k = 0; k < sizeof others; k++) {
            a[at] = others[k];
            int expected = sign((unsigned char)a[at] - (unsigned char)b[at]);
            CHECK(sign(CALL(strcmp)(a, b)) == expected && sign(CALL(strcmp)(b, a)) == -expected, "%zu of %zu", at, length);
            CHECK(sign(CALL(strncmp)(a, b, length)) == expected && CALL(strncmp)(a, b, at) == 0, "%zu of %zu", at, length);
            CHECK(sign(CALL(strncmp)(a, b, at + 1)) == expected, "%zu of %zu", at, length);
            CHECK(sign(CALL(strcasecmp)(a, b)) == sign(strcasecmp(a, b)), "%zu of %zu", at, length);
            CHECK(sign(CALL(strncasecmp)(a, b, at + 1)) == sign(strncasecmp(a, b, at + 1)) && CALL(strncasecmp)(a, b, at) == 0, "%zu of %zu", at, length);
        }
        a[at] = (char)(kept - 'a' + 'A');
        CHECK(CALL(strcasecmp)(a, b) == 0 && CALL(strncasecmp)(b, a, length) == 0, "%zu of %zu", at, length);
        a[at] = kept;
    }
    // Bare memory of exactly the bound.
    memmove(a + 1, a, length);
    memmove(b + 1, b, length);
    CHECK(CALL(strncmp)(a + 1, b + 1, length) == 0 && CALL(strncasecmp)(a + 1, b + 1, length) == 0, "bare, %zu", length);
}

void test_comparisons(void)
{
    for (size_t count = 0; count < 700; count += count < 140 ? 1 : 37)
        for (size_t a = 0; a < 70; a += count < 40 ? 3 : 23)
            for (size_t b = 0; b < 70; b += count < 40 ? 5 : 17) {
                memory(count, a, b);
                texts(count, a, b);
            }
    for (size_t length = 3000; length < 9000; length += 1777)
        for (size_t a = 0; a < 4096; a += 97)
            texts(length, a, 13);
    for (size_t length = 9000; length < ROOM - 4200; length += 1300)
        for (size_t a = 0; a < 4096; a += 411)
            for (size_t b = 0; b < 200; b += 67)
                texts(length, a, b);
    // Every byte against every byte, folded.
    for (int x = 0; x < 256; x++)
        for (int y = 0; y < 256; y++) {
            char a[2] = {(char)x, 0}, b[2] = {(char)y, 0};
            CHECK(sign(CALL(strcasecmp)(a, b)) == sign(strcasecmp(a, b)), "%d %d", x, y);
            memset(left, 'a', 100);
            memset(right, 'A', 100);
            left[77] = (char)x;
            right[77] = (char)y;
            left[100] = right[100] = 0;
            // A difference behind it shows whether the two counted as equal.
            left[90] = 'B';
            CHECK(sign(CALL(strcasecmp)(left, right)) == (strcasecmp(a, b) ? sign(strcasecmp(a, b)) : x != 0), "%d %d in a vector", x, y);
        }
    CHECK(CALL(strncmp)(left - 1, right - 1, 0) == 0 && CALL(memcmp)(left - 1, right - 1, 0) == 0, "none");
}
