// One encoding: its bytes as a tree, then what its writing differs in.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "table.h"

enum { LIMIT = 0x110000, BASES = 400 };
enum { PART_INVALID = 0, PART_INVALID_SKIP = 1, PART_RUN = 4, PART_CHILD = 5, PART_PAIR = 6, PART_SPECIAL = 7, SPECIAL_HELD = 0, SPECIAL_LINEAR = 1 };

static unsigned char inverse[2][LIMIT][4];
static unsigned char inverse_size[2][LIMIT];
static unsigned bases[BASES], marks[BASES];
static int base_count, linear;
static struct { unsigned codes[2], composed; } pairs[2000];
static int pair_count;

static void note(unsigned code, const unsigned char *bytes, int size)
{
    for (int last = 0; last < 2; last++) {
        int before = inverse_size[last][code];
        if (before && (before < size || (before == size && !last))) continue;
        inverse_size[last][code] = size;
        memcpy(inverse[last][code], bytes, size);
    }
}

static int is_linear(struct set *set, const unsigned char *bytes, int depth)
{
    return !strcmp(set->name, "GB18030") && depth == 1 && bytes[1] >= 0x30 && bytes[1] <= 0x39;
}

static int same(struct answer *a, struct answer *b)
{
    if (a->kind != b->kind || a->held != b->held) return 0;
    return a->kind == INVALID ? a->skip == b->skip : a->kind == INCOMPLETE || a->count == b->count;
}

static void part(struct stream *stream, int type, int count)
{
    put_byte(stream, type | (count < 32 ? count << 3 : 0));
    if (count >= 32) put_number(stream, count);
}

static void node(struct stream *stream, struct set *set, int state, unsigned char *bytes, int depth)
{
    struct answer answers[256];
    int low = 0, high = 255;
    for (int byte = 0; byte < 256; byte++) {
        bytes[depth] = byte;
        answers[byte] = ask(set, state, bytes, depth + 1);
        struct answer *answer = &answers[byte];
        // A change of state is the reader's own business.
        if (answer->kind == CHARACTERS && !answer->count) answer->kind = INVALID, answer->skip = 1;
        if (answer->kind != CHARACTERS) continue;
        if (answer->count == 1) note(answer->code[0], bytes, depth + 1);
        else if (answer->count == 2) {
            pairs[pair_count].codes[0] = answer->code[0];
            pairs[pair_count++].codes[1] = answer->code[1];
        } else abort();
        if (answer->held) bases[base_count++] = answer->code[0];
        if (answer->code[0] >= 0x300 && answer->code[0] < 0x370 || answer->code[0] >= 0x591 && answer->code[0] < 0x5d0) {
            int known = 0;
            while (marks[known] && marks[known] != answer->code[0]) known++;
            marks[known] = answer->code[0];
        }
    }
    // Both ends that are the same error are left out.
    int skip = answers[255].kind == INVALID ? answers[255].skip : answers[0].kind == INVALID ? answers[0].skip : 1;
    while (low < 255 && answers[low].kind == INVALID && answers[low].skip == skip) low++;
    while (high > low && answers[high].kind == INVALID && answers[high].skip == skip) high--;
    put_byte(stream, low);
    put_byte(stream, high);
    put_byte(stream, skip);
    for (int byte = low, count; byte <= high; byte += count) {
        struct answer *answer = &answers[byte];
        bytes[depth] = byte;
        int is_special = answer->kind == INCOMPLETE && is_linear(set, bytes, depth);
        for (count = 1; byte + count <= high && same(answer, answer + count); count++) {
            bytes[depth] = byte + count;
            if (is_special && count) break;
            if (is_special != (answer[count].kind == INCOMPLETE && is_linear(set, bytes, depth))) break;
            if (answer->kind == CHARACTERS && (answer->code[0] > 0xffff) != (answer[count].code[0] > 0xffff) && !answer->held && count >= 12) break;
        }
        if (answer->kind == INVALID && answer->skip == 1) part(stream, PART_INVALID, count);
        else if (answer->kind == INVALID) {
            part(stream, PART_INVALID_SKIP, count);
            put_byte(stream, answer->skip);
        } else if (is_special) {
            part(stream, PART_SPECIAL, count);
            put_byte(stream, SPECIAL_LINEAR);
            // The bytes that //IGNORE leaves out: a third byte that is none, a fourth, and four that are no character.
            unsigned char third[] = { bytes[0], byte, 0x20, 0x30 }, fourth[] = { bytes[0], byte, 0x81, 0x41 };
            put_byte(stream, ask(set, 0, third, 4).skip);
            put_byte(stream, ask(set, 0, fourth, 4).skip);
            int unknown = 4;
            for (int more = 0; more < 1260; more++) {
                unsigned char four[] = { bytes[0], byte, 0x81 + more / 10, 0x30 + more % 10 };
                struct answer answer = ask(set, 0, four, 4);
                if (answer.kind == INVALID) unknown = answer.skip;
            }
            put_byte(stream, unknown);
            linear = 1;
        } else if (answer->kind == INCOMPLETE) {
            part(stream, PART_CHILD, count);
            for (int i = 0; i < count; i++) {
                bytes[depth] = byte + i;
                node(stream, set, state, bytes, depth + 1);
            }
        } else if (answer->count == 2) {
            part(stream, PART_PAIR, count);
            for (int i = 0; i < count; i++) put_number(stream, answer[i].code[0]), put_number(stream, answer[i].code[1]);
        } else if (answer->held) {
            part(stream, PART_SPECIAL, count);
            put_byte(stream, SPECIAL_HELD);
            for (int i = 0; i < count; i++) put_number(stream, answer[i].code[0]);
        } else {
            unsigned codes[256];
            for (int i = 0; i < count; i++) codes[i] = answer[i].code[0];
            put_codes(stream, codes, count);
        }
    }
}

// GB18030's four bytes, numbered: runs of characters.
static void linear_runs(struct stream *stream, struct set *set)
{
    struct stream runs = { 0 };
    unsigned count = 0, before = 0, start = 0, length = 0, first = 0;
    for (unsigned index = 0; index <= 126 * 12600; index++) {
        unsigned char bytes[] = { 0x81 + index / 12600, 0x30 + index / 1260 % 10, 0x81 + index / 10 % 126, 0x30 + index % 10 };
        struct answer answer = { INVALID };
        if (index < 126 * 12600) answer = ask(set, 0, bytes, 4);
        int is_character = answer.kind == CHARACTERS && answer.count == 1;
        if (is_character) note(answer.code[0], bytes, 4);
        if (length && is_character && answer.code[0] == first + length) {
            length++;
            continue;
        }
        if (length) {
            put_number(&runs, start - before);
            put_number(&runs, length);
            put_number(&runs, first);
            before = start + length;
            count++;
        }
        length = is_character;
        start = index;
        first = answer.code[0];
    }
    put_number(stream, count);
    for (size_t i = 0; i < runs.size; i++) put_byte(stream, runs.bytes[i]);
}

// What two characters that are read after each other become.
static void compositions(struct stream *stream, struct set *set)
{
    struct stream found = { 0 };
    int count = 0, composed_count = base_count;
    for (int i = 0; i < composed_count; i++)
        for (int k = 0; marks[k]; k++) {
            unsigned char bytes[8];
            unsigned text[] = { bases[i], marks[k] };
            int size = inverse_size[0][bases[i]];
            // A composed one is asked for by its own parts.
            if (i >= base_count) {
                for (int j = 0; j < pair_count; j++)
                    if (pairs[j].composed == bases[i]) {
                        memcpy(bytes, inverse[0][pairs[j].codes[0]], 1);
                        memcpy(bytes + 1, inverse[0][pairs[j].codes[1]], 1);
                        size = 2;
                        break;
                    }
            } else memcpy(bytes, inverse[0][bases[i]], size);
            memcpy(bytes + size, inverse[0][marks[k]], 1);
            struct answer answer = ask(set, 0, bytes, size + 1);
            if (answer.kind != CHARACTERS || answer.count != 1) continue;
            put_number(&found, text[0]);
            put_number(&found, text[1]);
            put_number(&found, answer.code[0] << 1 | answer.held);
            count++;
            if (answer.held) {
                pairs[pair_count].codes[0] = text[0];
                pairs[pair_count].codes[1] = text[1];
                pairs[pair_count++].composed = answer.code[0];
                int known = 0;
                for (int j = 0; j < composed_count; j++) known |= bases[j] == answer.code[0];
                if (!known) bases[composed_count++] = answer.code[0];
            }
        }
    put_number(stream, count);
    for (size_t i = 0; i < found.size; i++) put_byte(stream, found.bytes[i]);
}

// The characters whose bytes are not those that stand for them in the tree.
static void differences(struct stream *stream, struct set *set)
{
    struct stream found[2] = { 0 }, waiting = { 0 };
    unsigned counts[2] = { 0 }, before[2] = { 0 }, waiting_count = 0, drops = 0;
    for (unsigned code = 1; code < LIMIT; code++) {
        unsigned char bytes[32];
        int waits, size = ask_bytes(set, &code, 1, bytes, &waits);
        if (code >> 7 == 0xe0000 >> 7 && size == 0) {
            drops = 1;
            continue;
        }
        if (size > 4) fprintf(stderr, "%s: %x has %d bytes\n", set->name, code, size);
        if (waits) {
            put_number(&waiting, code);
            waiting_count++;
        }
        for (int last = 0; last < 2; last++) {
            if (size <= 0 && inverse_size[last][code] == 0) continue;
            if (size == inverse_size[last][code] && !memcmp(bytes, inverse[last][code], size)) continue;
            put_number(&found[last], code - before[last]);
            before[last] = code;
            counts[last]++;
            put_byte(&found[last], size < 0 ? 0 : size);
            for (int i = 0; i < size; i++) put_byte(&found[last], bytes[i]);
        }
    }
    put_number(stream, waiting_count);
    for (size_t i = 0; i < waiting.size; i++) put_byte(stream, waiting.bytes[i]);
    int last = counts[1] < counts[0];
    put_byte(stream, last | drops << 1 | counts_unknown(set) << 2);
    if (counts_unknown(set)) fprintf(stderr, "%s: counts\n", set->name);
    put_number(stream, counts[last]);
    for (size_t i = 0; i < found[last].size; i++) put_byte(stream, found[last].bytes[i]);
    fprintf(stderr, "%s: %u differ (%d: %u), %u wait, %d pairs\n", set->name, counts[last], !last, counts[!last], waiting_count, pair_count);
}

static void written_pairs(struct stream *stream, struct set *set)
{
    struct stream found = { 0 };
    int count = 0;
    for (int i = 0; i < pair_count; i++) {
        unsigned char bytes[32];
        int waits, size = pairs[i].composed ? 0 : ask_bytes(set, pairs[i].codes, 2, bytes, &waits);
        if (size != 2) continue;
        put_number(&found, pairs[i].codes[0]);
        put_number(&found, pairs[i].codes[1]);
        put_byte(&found, bytes[0]);
        put_byte(&found, bytes[1]);
        count++;
    }
    put_number(stream, count);
    for (size_t i = 0; i < found.size; i++) put_byte(stream, found.bytes[i]);
}

void put_set(struct stream *stream, struct set *set)
{
    unsigned char bytes[8];
    memset(inverse_size, 0, sizeof inverse_size);
    memset(marks, 0, sizeof marks);
    base_count = pair_count = linear = 0;
    size_t start = stream->size;
    put_byte(stream, set->prefix[1] ? 2 : 1);
    for (int state = 0; state < 2 && set->prefix[state]; state++) node(stream, set, state, bytes, 0);
    put_byte(stream, linear);
    if (linear) linear_runs(stream, set);
    size_t tree = stream->size;
    compositions(stream, set);
    written_pairs(stream, set);
    differences(stream, set);
    fprintf(stderr, "%s: tree %zu, rest %zu\n", set->name, tree - start, stream->size - tree);
}
