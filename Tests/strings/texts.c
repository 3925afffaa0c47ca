// strcpy and its kin, the sets of strspn, and the searches for a text in a text.
#include "strings.h"

static void copies(size_t length, size_t from_end, size_t at)
{
    char *from = left + ROOM - length - 1 - from_end, *to = right + 100 + at, expected[2300];
    for (size_t i = 0; i < length; i++)
        from[i] = (char)(1 + i % 255);
    from[length] = 0;
#define FRESH memset(right, 'z', 2300), memset(expected, 'z', sizeof expected)
#define SAME memcmp(right, expected, sizeof expected) == 0
    FRESH;
    memcpy(expected + 100 + at, from, length + 1);
    CHECK(CALL(strcpy)(to, from) == to && SAME, "%zu", length);
    FRESH;
    memcpy(expected + 100 + at, from, length + 1);
    CHECK(CALL(stpcpy)(to, from) == to + length && SAME, "%zu", length);
    FRESH;
    memcpy(expected + 100 + at, "head", 4);
    memcpy(to, "head", 5);
    memcpy(expected + 104 + at, from, length + 1);
    CHECK(CALL(strcat)(to, from) == to && SAME, "%zu", length);
    for (size_t bound = length / 2; bound <= length + 70; bound += 1 + length / 3) {
        size_t copied = bound < length ? bound : length;
        FRESH;
        memcpy(expected + 100 + at, from, copied);
        memset(expected + 100 + at + copied, 0, bound - copied);
        CHECK(CALL(strncpy)(to, from, bound) == to && SAME, "%zu of %zu", bound, length);
        CHECK(CALL(stpncpy)(to, from, bound) == to + copied && SAME, "%zu of %zu", bound, length);
        FRESH;
        memcpy(expected + 100 + at, "head", 4);
        memcpy(to, "head", 5);
        memcpy(expected + 104 + at, from, copied);
        expected[104 + at + copied] = 0;
        CHECK(CALL(strncat)(to, from, bound) == to && SAME, "%zu of %zu", bound, length);
    }
    // To the very end of what is accessible.
    CHECK(strcmp(CALL(strcpy)(right + ROOM - length - 1, from), from) == 0, "%zu", length);
    for (size_t bound = length / 2; bound <= length + 70; bound += 1 + length / 7) {
        size_t copied = bound < length ? bound : length;
        to = right + ROOM - bound;
        memset(right + ROOM - 2300, 'z', 2300);
        memset(expected, 'z', sizeof expected);
        memcpy(expected + 2300 - bound, from, copied);
        memset(expected + 2300 - bound + copied, 0, bound - copied);
        CHECK(CALL(stpncpy)(to, from, bound) == to + copied && memcmp(right + ROOM - 2300, expected, 2300) == 0, "%zu of %zu", bound, length);
    }
}

void test_texts(void)
{
    for (size_t length = 0; length < 2000; length += length < 150 ? 1 : 71)
        for (size_t from_end = 0; from_end < 70; from_end += length < 150 ? 3 : 13)
            copies(length, from_end, from_end % 7 * 5);
    CHECK(CALL(strncpy)(right, left - 5, 0) == right && CALL(stpncpy)(right, left - 5, 0) == right, "none of it");
}

static void spans(const char *text, const char *bytes)
{
    size_t in = 0, out = 0;
    while (text[in] && strchr(bytes, text[in]))
        in++;
    while (text[out] && !strchr(bytes, text[out]))
        out++;
    CHECK(CALL(strspn)(text, bytes) == in, "%zu in \"%s\", not %zu", CALL(strspn)(text, bytes), bytes, in);
    CHECK(CALL(strcspn)(text, bytes) == out, "%zu outside \"%s\", not %zu", CALL(strcspn)(text, bytes), bytes, out);
    CHECK(CALL(strpbrk)(text, bytes) == (text[out] ? text + out : NULL), "\"%s\"", bytes);
}

void test_sets(void)
{
    static const char *const sets[] = {"", "x", "xy", "xyz", "wxyz", "vwxyz", "\377\200x", "\001\002\003\004\005\006\177", "a", "ab", "abx", "aaaaaaaa\360\361", "0123456789"};
    static char all[256];
    for (int i = 1; i < 256; i++)
        all[i - 1] = (char)i;
    for (size_t length = 0; length < 400; length += length < 140 ? 1 : 19)
        for (size_t from_end = 0; from_end < 70; from_end += length < 70 ? 1 : 23) {
            char *text = left + ROOM - length - 1 - from_end;
            memset(text, 'a', length);
            text[length] = 0;
            for (size_t s = 0; s < sizeof sets / sizeof *sets; s++)
                for (size_t at = 0; at <= length; at += 1 + length / 5) {
                    char kept = text[at];
                    if (at < length && sets[s][0])
                        text[at] = sets[s][at % strlen(sets[s])];
                    spans(text, sets[s]);
                    text[at] = kept;
                }
            spans(text, all);
        }
    // Sets that end with what is accessible, and others at the start of a page.
    for (size_t size = 0; size < 40; size++)
        for (size_t from_end = 0; from_end < 40; from_end += 3) {
            char *bytes = right + ROOM - size - 1 - from_end, *text = left + PAGE - 20;
            for (size_t i = 0; i < size; i++)
                bytes[i] = (char)('A' + i);
            bytes[size] = 0;
            memset(bytes + size + 1, 'a', from_end);
            for (size_t length = 0; length < 60; length++) {
                memset(text, 'A' + (int)(size / 2), length);
                strcpy(text + length, "a");
                spans(text, bytes);
            }
        }
    // Every byte against sets of one to eight bytes.
    for (int byte = 1; byte < 256; byte++)
        for (int size = 1; size <= 8; size++)
            for (int start = 1; start < 240; start += 13) {
                char bytes[9] = "", text[2] = {(char)byte, 0};
                for (int i = 0; i < size; i++)
                    bytes[i] = (char)(start + i * 2);
                spans(text, bytes);
            }
}

static unsigned state = 1;
static unsigned draw(unsigned limit)
{
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % limit;
}

static void finds(const char *hay, size_t size, const char *needle, size_t needle_size)
{
    const char *expected = NULL;
    for (size_t i = 0; i + needle_size <= size && !expected; i++)
        if (memcmp(hay + i, needle, needle_size) == 0)
            expected = hay + i;
    CHECK(CALL(memmem)(hay, size, needle, needle_size) == expected, "%zu in %zu", needle_size, size);
    CHECK(CALL(strstr)(hay, needle) == expected, "%zu in %zu", needle_size, size);
}

void test_substrings(void)
{
    char needle[300];
    fallbacks = 0;
    for (int turn = 0; turn < 60000; turn++) {
        size_t size = draw(turn % 10 ? 300 : 6000), needle_size = draw(turn % 7 ? 12 : 200), letters = 1 + draw(3), from_end = draw(80);
        char *hay = left + ROOM - size - 1 - from_end;
        for (size_t i = 0; i < size; i++)
            hay[i] = (char)('a' + draw((unsigned)letters));
        hay[size] = 0;
        if (turn % 3 && size > needle_size)
            memcpy(needle, hay + draw((unsigned)(size - needle_size)), needle_size);
        else
            for (size_t i = 0; i < needle_size; i++)
                needle[i] = (char)('a' + draw((unsigned)letters));
        needle[needle_size] = 0;
        finds(hay, size, needle, needle_size);
    }
    // What takes naive searches a square of time goes to the other search: many places, each nearly right.
    char *hay = left;
    memset(hay, 'a', ROOM - 1);
    hay[ROOM - 1] = 0;
    memset(needle, 'a', 200);
    needle[100] = 'b';
    needle[200] = 0;
    int before = fallbacks;
    CHECK(CALL(strstr)(hay, needle) == NULL && CALL(memmem)(hay, ROOM - 1, needle, 200) == NULL, "nearly everywhere");
    CHECK(fallbacks == before + 2, "%d", fallbacks - before);
    CHECK(CALL(memmem)(hay, 10, needle, 0) == hay && CALL(strstr)(hay, "") == hay && CALL(memmem)(hay, 1, "aa", 2) == NULL, "empty");
}
