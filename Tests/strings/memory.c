// memcpy, memmove, mempcpy, memset: every small size at every alignment, overlaps of every distance, both ends of the accessible memory.
#include "strings.h"

static unsigned char pattern(size_t i) { return (unsigned char)(i * 7 + (i >> 8) + 1); }
static char expected[ROOM];

static void reset(char *area)
{
    for (size_t i = 0; i < ROOM; i++)
        area[i] = (char)pattern(i);
}

/// memmove within one area, against a copy through a buffer; what lies around must stay.
static int moves(size_t to, size_t from, size_t count)
{
    static char buffer[ROOM];
    size_t low = to < from ? to : from, high = (to > from ? to : from) + count;
    low = low < 80 ? 0 : low - 80;
    high = high + 80 > ROOM ? ROOM : high + 80;
    memcpy(expected + low, left + low, high - low);
    memcpy(buffer, left + from, count);
    memcpy(expected + to, buffer, count);
    void *result = CALL(memmove)(left + to, left + from, count);
    return result == left + to && memcmp(expected + low, left + low, high - low) == 0;
}

void test_copies(void)
{
    static const size_t large[] = {513, 700, 1023, 1024, 1025, 2047, 4095, 4096, 4097, 6000};
    reset(left);
    for (size_t count = 0; count <= 300; count++)
        for (size_t at = 0; at < 64; at += count < 70 ? 1 : 7)
            for (size_t other = 0; other < 64; other += count < 70 ? 5 : 9)
                CHECK(moves(1000 + at, 2000 + other, count), "%zu bytes from %zu to %zu", count, other, at);
    // Overlaps in both directions.
    for (size_t count = 1; count <= 1100; count += count < 140 ? 1 : 37)
        for (size_t distance = 0; distance <= count && distance <= 300; distance += distance < 70 ? 1 : 13) {
            CHECK(moves(3000 + distance, 3000, count), "%zu bytes %zu up", count, distance);
            CHECK(moves(3003, 3003 + distance, count), "%zu bytes %zu down", count, distance);
        }
    for (size_t i = 0; i < sizeof large / sizeof *large; i++)
        for (size_t distance = 0; distance < 4096; distance += distance < 300 ? 13 : 701) {
            CHECK(moves(100 + distance, 100, large[i]), "%zu bytes %zu up", large[i], distance);
            CHECK(moves(100, 100 + distance, large[i]), "%zu bytes %zu down", large[i], distance);
        }
    // Nothing is read or written outside: both ends of the area.
    for (size_t count = 0; count <= 1200; count++) {
        CHECK(moves(0, ROOM - count, count), "%zu bytes of the last to the first", count);
        CHECK(moves(ROOM - count, 0, count), "%zu bytes of the first to the last", count);
        CHECK(CALL(memcpy)(right + ROOM - count, left + ROOM - count, count) == right + ROOM - count, "%zu", count);
        CHECK(memcmp(right + ROOM - count, left + ROOM - count, count) == 0, "%zu bytes at the end", count);
        CHECK(CALL(mempcpy)(right, left + ROOM - count, count) == right + count && memcmp(right, left + ROOM - count, count) == 0, "%zu", count);
    }
}

static int fills(size_t at, int byte, size_t count)
{
    size_t low = at < 80 ? 0 : at - 80, high = at + count + 80 > ROOM ? ROOM : at + count + 80;
    memcpy(expected + low, left + low, high - low);
    for (size_t i = 0; i < count; i++)
        expected[at + i] = (char)byte;
    return CALL(memset)(left + at, byte, count) == left + at && memcmp(expected + low, left + low, high - low) == 0;
}

void test_fills(void)
{
    reset(left);
    for (size_t count = 0; count <= 1200; count += count < 600 ? 1 : 17)
        for (size_t at = 0; at < 64; at += count < 140 ? 1 : 7)
            CHECK(fills(500 + at, (int)(count + at), count), "%zu bytes at %zu", count, at);
    for (size_t count = 0; count <= 5000; count += count < 700 ? 1 : 311) {
        CHECK(fills(0, 0x1ff, count), "%zu bytes at the start", count);
        CHECK(fills(ROOM - count, -3, count), "%zu bytes at the end", count);
    }
    for (size_t count = 0; count <= 400; count++)
        for (size_t at = 0; at < 64; at += 4) {
            wchar_t *wide = (wchar_t *)(left + (at == 60 ? ROOM - 4 * count : 400 + at));
            if (wide > (wchar_t *)left + 10)
                wide[-1] = 5;
            CHECK(CALL(wmemset)(wide, 0x1f600 + (int)at, count) == wide, "%zu", count);
            for (size_t i = 0; i < count; i++)
                CHECK(wide[i] == 0x1f600 + (int)at, "character %zu of %zu", i, count);
            CHECK(wide[-1] == 5 || wide <= (wchar_t *)left + 10, "%zu", count);
        }
}
