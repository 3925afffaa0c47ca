// Text in the encodings whose bytes mean what those before them say, as one number for all that comes of it.
#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>

static const char *const names[] = {"ISO-2022-JP", "ISO-2022-JP-2", "ISO-2022-JP-3", "ISO-2022-KR", "ISO-2022-CN", "ISO-2022-CN-EXT", "UTF-7", "UTF-7-IMAP", "TSCII"};
enum { NAMES = 9, EXTENDED = 5, TAMIL = 8 };
static unsigned long sum;

static void add(const void *bytes, size_t size)
{
    for (const unsigned char *at = bytes; size--; at++) sum = (sum ^ *at) * 1099511628211ul;
}

// Converts with ROOM at first, and with a little more as long as that is too little; then the reset, likewise.
static void convert(iconv_t descriptor, const void *text, size_t size, size_t room, size_t reset_room)
{
    char result[256], *in = (char *)text, *out = result;
    size_t left = size;
    iconv(descriptor, NULL, NULL, NULL, NULL);
    for (int turn = 0; turn < 20; turn++) {
        errno = 0;
        long counts[3] = {iconv(descriptor, &in, &left, &out, &room), errno, left};
        if (counts[0] != -1) counts[1] = 0;
        add(counts, sizeof counts);
        if (counts[1] != E2BIG || room > 24) break;
        room += 1 + turn % 2;
    }
    add(result, out - result);
    size_t last = -1;
    for (room = reset_room; last == (size_t)-1 && room < 60; room++) {
        errno = 0;
        char *before = out;
        size_t now = room;
        last = iconv(descriptor, NULL, NULL, &out, &now);
        int error = last == (size_t)-1 ? errno : 0;
        add(&error, sizeof error);
        add(before, out - before);
    }
}
