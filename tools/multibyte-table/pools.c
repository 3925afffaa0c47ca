// Numbers, and runs of characters: each run that was there before is only named.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "table.h"

enum { ROOM = 1 << 20, SHORTEST = 5 };
static struct pool { unsigned values[ROOM]; int count, next[ROOM], heads[1 << 18]; } pools[2];

void put_byte(struct stream *stream, unsigned byte)
{
    if (stream->size == stream->room) stream->bytes = realloc(stream->bytes, stream->room = stream->room * 2 + 4096);
    stream->bytes[stream->size++] = byte;
}

void put_number(struct stream *stream, unsigned number)
{
    for (; number >= 0x80; number >>= 7) put_byte(stream, number & 0x7f | 0x80);
    put_byte(stream, number);
}

// A part of a node: its type in the low three bits, the number of its cells above.
static void put_part(struct stream *stream, int type, int count)
{
    put_byte(stream, type | (count < 32 ? count << 3 : 0));
    if (count >= 32) put_number(stream, count);
}

static int hash(const unsigned *values) { return (values[0] * 31u + values[1] * 1009u + values[2] * 70001u) >> 2 & 0x3ffff; }

static int append(struct pool *pool, const unsigned *values, int count)
{
    int start = pool->count;
    for (int i = 0; i < count; i++) pool->values[pool->count++] = values[i];
    for (int i = start < 2 ? 0 : start - 2; i + 2 < pool->count; i++) {
        int *head = &pool->heads[hash(pool->values + i)];
        if (*head == i + 1) continue;
        int there = 0;
        for (int at = *head; at; at = pool->next[at - 1]) there |= at == i + 1;
        if (there) continue;
        pool->next[i] = *head;
        *head = i + 1;
    }
    return start;
}

static int longest(struct pool *pool, const unsigned *values, int count, int *at)
{
    int best = 0;
    if (count < 3) return 0;
    for (int next = pool->heads[hash(values)]; next; next = pool->next[next - 1]) {
        int length = 0;
        while (length < count && next - 1 + length < pool->count && pool->values[next - 1 + length] == values[length]) length++;
        if (length > best) best = length, *at = next - 1;
    }
    return best;
}

// Runs of consecutive characters need no pool.
static int consecutive(const unsigned *codes, int count)
{
    int length = 1;
    while (length < count && codes[length] == codes[length - 1] + 1) length++;
    return length;
}

void put_codes(struct stream *stream, const unsigned *codes, int count)
{
    int wide = 0;
    for (int i = 0; i < count; i++) wide |= codes[i] > 0xffff;
    struct pool *pool = &pools[wide];
    int from = 0;
    for (int i = 0; i < count;) {
        int at, found = longest(pool, codes + i, count - i, &at), run = consecutive(codes + i, count - i);
        if (found < SHORTEST && run < SHORTEST && i + 1 < count) {
            i++;
            continue;
        }
        if (found < SHORTEST && run < SHORTEST) i = count, found = run = 0;
        if (i > from) {
            int start = append(pool, codes + from, i - from);
            put_part(stream, 2 + wide, i - from);
            put_number(stream, start);
        }
        if (run >= found && run) {
            put_part(stream, 4, run);
            put_number(stream, codes[i]);
            i += run;
        } else if (found) {
            put_part(stream, 2 + wide, found);
            put_number(stream, at);
            i += found;
        }
        from = i;
    }
}

void write_pools(void)
{
    printf("static const unsigned short multibyte_narrow[] = {");
    for (int i = 0; i < pools[0].count; i++) printf("%s%u,", i % 24 ? "" : "\n", pools[0].values[i]);
    printf("\n};\n// Three bytes each, the lowest first.\nstatic const unsigned char multibyte_wide[] = {");
    for (int i = 0; i < pools[1].count; i++)
        printf("%s%u,%u,%u,", i % 10 ? "" : "\n", pools[1].values[i] & 255, pools[1].values[i] >> 8 & 255, pools[1].values[i] >> 16);
    printf("\n};\n");
    fprintf(stderr, "pools: %d of 2 bytes, %d of 3\n", pools[0].count, pools[1].count);
}
