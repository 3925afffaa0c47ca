// The searches: what is sought at every place of texts of every small length, at every distance from an end of the accessible memory.
#include "strings.h"

/// Puts a text of `length` letters so that its end mark, or its last byte with `bare`, is `from_end` bytes before the end of the area.
static char *place(char *area, size_t length, size_t from_end, int bare)
{
    char *text = area + ROOM - from_end - length - !bare;
    if (text > area)
        text[-1] = 'x';
    memset(text, 'a', length);
    if (!bare)
        text[length] = 0;
    return text;
}

static void lengths(size_t length, size_t from_end)
{
    char *text = place(left, length, from_end, 0);
    if (from_end)
        memset(text + length + 1, 'x', from_end);
    CHECK(CALL(strlen)(text) == length, "%zu, %zu from the end", length, from_end);
    CHECK(CALL(strchr)(text, 0) == text + length, "%zu", length);
    CHECK(CALL(strrchr)(text, 0) == text + length && CALL(strrchr)(text, 'x') == NULL, "%zu", length);
    CHECK(CALL(strchr)(text, 'x') == NULL && CALL(strchrnul)(text, 'x') == text + length, "%zu", length);
    CHECK(CALL(rawmemchr)(text, 0) == text + length, "%zu", length);
    for (size_t most = length < 3 ? 0 : length - 3; most < length + 4; most++)
        CHECK(CALL(strnlen)(text, most) == (most < length ? most : length), "%zu of %zu", most, length);
    CHECK(CALL(strnlen)(text, SIZE_MAX) == length && CALL(strnlen)(text, SIZE_MAX / 2) == length, "%zu", length);
    CHECK(CALL(memchr)(text, 0, SIZE_MAX) == text + length, "%zu", length);
}

static void at_each_place(size_t length, size_t from_end)
{
    size_t step = length < 70 ? 1 : length < 200 ? 5 : 61;
    char *text = place(left, length, from_end, 0);
    for (size_t at = 0; at < length; at += step) {
        text[at] = 'x';
        CHECK(CALL(strchr)(text, 'x') == text + at && CALL(strchrnul)(text, 0x178) == text + at, "%zu of %zu", at, length);
        CHECK(CALL(strrchr)(text, 'x') == text + at, "%zu of %zu", at, length);
        CHECK(CALL(rawmemchr)(text, 'x') == text + at, "%zu of %zu", at, length);
        if (at) {
            text[at / 2] = 'x';
            CHECK(CALL(strchr)(text, 'x') == text + at / 2 && CALL(strrchr)(text, 'x') == text + at, "%zu and %zu of %zu", at / 2, at, length);
            CHECK(CALL(memrchr)(text, 'x', length) == text + at, "%zu and %zu of %zu", at / 2, at, length);
            text[at / 2] = 'a';
        }
        text[at] = 'a';
    }
    // Bare memory of that size, up to the end of what is accessible.
    text = place(left, length, from_end, 1);
    if (from_end)
        memset(text + length, 'x', from_end);
    CHECK(CALL(memchr)(text, 'x', length) == NULL && CALL(memrchr)(text, 'x', length) == NULL, "%zu, %zu from the end", length, from_end);
    CHECK(CALL(strnlen)(text, length) == length, "%zu", length);
    for (size_t at = 0; at < length; at += step) {
        text[at] = 'x';
        CHECK(CALL(memchr)(text, 'x', length) == text + at, "%zu of %zu", at, length);
        CHECK(CALL(memrchr)(text, 'x', length) == text + at, "%zu of %zu", at, length);
        CHECK(CALL(memchr)(text, 'x', at) == NULL && CALL(memrchr)(text + at + 1, 'x', length - at - 1) == NULL, "%zu of %zu", at, length);
        text[at] = 0;
        CHECK(CALL(strnlen)(text, length) == at, "%zu of %zu", at, length);
        text[at] = 'a';
    }
}

void test_searches(void)
{
    for (size_t length = 0; length < 1100; length += length < 150 ? 1 : 29)
        for (size_t from_end = 0; from_end < 70; from_end += length < 150 ? 1 : 11) {
            lengths(length, from_end);
            at_each_place(length, from_end);
        }
    for (size_t from_end = PAGE - 70; from_end < PAGE + 70; from_end++)
        for (size_t length = 0; length < 300; length += 7) {
            lengths(length, from_end);
            at_each_place(length, from_end);
        }
    // At the start of the area nothing before it may be read, but for memory of the same vector.
    for (size_t length = 0; length < 1100; length++) {
        memset(left, 'a', length + 300);
        CHECK(CALL(memrchr)(left, 'x', length) == NULL, "%zu", length);
        if (length) {
            left[0] = 'x';
            CHECK(CALL(memrchr)(left, 'x', length) == left, "%zu", length);
            left[0] = 'a';
        }
        left[length] = 0;
        CHECK(CALL(strlen)(left) == length && CALL(strrchr)(left, 'x') == NULL, "%zu", length);
    }
    CHECK(CALL(memchr)(left - 5, 'x', 0) == NULL && CALL(memrchr)(left - 5, 'x', 0) == NULL && CALL(strnlen)(left - 5, 0) == 0, "none");
}

void test_wide(void)
{
    for (size_t length = 0; length < 400; length++)
        for (size_t from_end = 0; from_end < 20; from_end += length < 100 ? 1 : 7) {
            wchar_t *text = (wchar_t *)(left + ROOM) - from_end - length - 1;
            // Zeros that lie across two characters are none.
            for (size_t i = 0; i < length; i++)
                text[i] = i % 2 ? 0x100 : 0x1000000;
            text[length] = 0;
            CHECK(CALL(wcslen)(text) == length, "%zu", length);
            CHECK(CALL(wmemchr)(text, 1, length + 1) == NULL && CALL(wmemchr)(text, 0, SIZE_MAX) == text + length, "%zu", length);
            for (size_t most = length < 3 ? 0 : length - 3; most < length + 4; most++)
                CHECK(CALL(wcsnlen)(text, most) == (most < length ? most : length), "%zu of %zu", most, length);
            CHECK(CALL(wcsnlen)(text, SIZE_MAX) == length, "%zu", length);
            if (length) {
                text[length / 2] = 0x1f600;
                CHECK(CALL(wmemchr)(text, 0x1f600, length) == text + length / 2, "%zu", length);
                CHECK(CALL(wmemchr)(text, 0x1f600, length / 2) == NULL, "%zu", length);
            }
        }
}
