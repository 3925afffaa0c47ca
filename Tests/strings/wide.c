// Wide texts: of every small length at every pair of distances from a page's end, with one difference, or one character sought, at every place.
#include "strings.h"

static void place(wchar_t *text, size_t length, size_t behind, wchar_t other)
{
    // Characters with bytes of 0, above and below 0 as numbers.
    for (size_t i = 0; i < length; i++)
        text[i] = i % 3 == 0 ? 0x1000000 + (wchar_t)i : i % 3 == 1 ? 0x100 : (wchar_t)(0x80000000u + i);
    text[length] = 0;
    // What follows must not matter.
    for (size_t i = 0; i < behind; i++)
        text[length + 1 + i] = other;
}

static void compare(size_t length, size_t behind_a, size_t behind_b)
{
    wchar_t *a = (wchar_t *)(left + ROOM) - behind_a - length - 1, *b = (wchar_t *)(right + ROOM) - behind_b - length - 1;
    place(a, length, behind_a, 7);
    place(b, length, behind_b, 9);
    CHECK(CALL(wcscmp)(a, b) == 0 && CALL(wcsncmp)(a, b, SIZE_MAX) == 0, "%zu, %zu and %zu from the end", length, behind_a, behind_b);
    CHECK(CALL(wcsncmp)(a, b, length) == 0 && CALL(wcsncmp)(a, b, length + 1) == 0 && CALL(wcsncmp)(a, b, 0) == 0, "%zu", length);
    size_t step = length < 40 ? 1 : length < 140 ? 7 : 41;
    for (size_t at = 0; at < length; at += step) {
        static const wchar_t others[] = {0, 1, -1, 0x7fffffff, -0x7fffffff - 1, 0x101, 0x10000};
        wchar_t kept = a[at];
        for (size_t k = 0; k < sizeof others / sizeof *others; k++) {
            a[at] = others[k];
            int expected = (a[at] > b[at]) - (a[at] < b[at]);
            CHECK(CALL(wcscmp)(a, b) == expected && CALL(wcscmp)(b, a) == -expected, "%zu of %zu", at, length);
            CHECK(CALL(wcsncmp)(a, b, at) == 0 && CALL(wcsncmp)(a, b, at + 1) == expected, "%zu of %zu", at, length);
            CHECK(CALL(wcsncmp)(a, b, SIZE_MAX) == expected && CALL(wcsncmp)(b, a, length) == -expected, "%zu of %zu", at, length);
        }
        a[at] = kept;
    }
    // Bare memory of exactly the bound.
    memmove(a + 1, a, length * sizeof *a);
    memmove(b + 1, b, length * sizeof *b);
    a += 1 + (length ? 0 : behind_a), b += 1 + (length ? 0 : behind_b);
    CHECK(CALL(wcsncmp)(a, b, length) == 0, "bare, %zu", length);
}

static void find(size_t length, size_t behind)
{
    wchar_t *text = (wchar_t *)(left + ROOM) - behind - length - 1;
    place(text, length, behind, 0x1f600);
    text[-1] = 0x1f600;
    CHECK(CALL(wcschr)(text, 0) == text + length && CALL(wcschr)(text, 0x1f600) == NULL, "%zu, %zu from the end", length, behind);
    // The same bytes across two characters are no hit.
    CHECK(CALL(wcschr)(text, 0x10000) == NULL && CALL(wcschr)(text, 1) == NULL, "%zu", length);
    for (size_t at = 0; at < length; at += length < 40 ? 1 : 7) {
        wchar_t kept = text[at];
        text[at] = 0x1f600;
        CHECK(CALL(wcschr)(text, 0x1f600) == text + at, "%zu of %zu", at, length);
        wchar_t last = text[length - 1];
        text[length - 1] = 0x1f600;
        CHECK(CALL(wcschr)(text, 0x1f600) == text + at, "the first, %zu of %zu", at, length);
        text[length - 1] = last;
        text[at] = kept;
    }
}

static void copy(size_t length, size_t behind_from, size_t behind_to)
{
    wchar_t *from = (wchar_t *)(left + ROOM) - behind_from - length - 1, *to = (wchar_t *)(right + ROOM) - behind_to - length - 1;
    place(from, length, behind_from, 7);
    for (wchar_t *each = to - 1; each < (wchar_t *)(right + ROOM); each++)
        *each = 0x55;
    CHECK(CALL(wcscpy)(to, from) == to && memcmp(to, from, (length + 1) * sizeof *to) == 0, "%zu", length);
    CHECK(to[-1] == 0x55, "before, %zu", length);
    for (size_t i = 0; i < behind_to; i++)
        CHECK(to[length + 1 + i] == 0x55, "behind, %zu", length);
}

void test_wide_texts(void)
{
    for (size_t length = 0; length < 300; length += length < 70 ? 1 : 13)
        for (size_t a = 0; a < 36; a += length < 20 ? 1 : 5) {
            find(length, a);
            for (size_t b = 0; b < 36; b += length < 20 ? 1 : 7) {
                compare(length, a, b);
                copy(length, a, b);
            }
        }
    // Texts in several pages, which end at different places of them.
    for (size_t length = 900; length < 3000; length += 373)
        for (size_t a = 0; a < 1024; a += 37) {
            find(length, a);
            compare(length, a, 3);
            copy(length, a, 3);
        }
}
