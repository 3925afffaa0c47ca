// DWARF call frame information: the rules that hold at an address, applied to a state. Source: DWARF 4, section 6.4, and the Linux
// Standard Base for .eh_frame.
#include "unwind.h"

enum kind { SAME, UNDEFINED, AT_OFFSET, IN_REGISTER, AT_EXPRESSION };
struct rule { enum kind kind; int64_t number; size_t end; };
struct rules { struct rule cfa, of[REGISTERS]; int window; };
struct entry { uint64_t code; int64_t data; unsigned return_column, encoding; int augmented, signal_frame; size_t at, end; };

static uint64_t uleb(const struct image *image, size_t *at)
{
    uint64_t value = 0, byte;
    int shift = 0;
    do {
        byte = image_number(image, (*at)++, 1);
        value |= (byte & 127) << shift;
        shift += 7;
    } while (byte & 128);
    return value;
}
static int64_t sleb(const struct image *image, size_t *at)
{
    size_t start = *at;
    uint64_t value = uleb(image, at);
    int bits = 7 * (int)(*at - start);
    return bits < 64 && (value >> (bits - 1) & 1) ? (int64_t)(value - ((uint64_t)1 << bits)) : (int64_t)value;
}
static uint64_t encoded(const struct image *image, size_t *at, unsigned encoding, int relative)
{
    int word = image->wide ? 8 : 4, format = encoding & 15;
    int size = format == 0 ? word : format == 3 || format == 11 ? 4 : 8;
    uint64_t value = image_number(image, *at, size);
    if (size == 4 && format == 11)
        value = (uint64_t)(int64_t)(int32_t)value;
    if (relative && (encoding & 0x70) == 0x10)
        value += image->frames + *at - image->frames_at;
    *at += size;
    return image->wide ? value : (uint32_t)value;
}

static struct entry common_entry(const struct image *image, size_t at)
{
    struct entry entry = { 0 };
    entry.end = at + 4 + image_number(image, at, 4);
    at += 9;
    const char *augmentation = (const char *)image->bytes + at;
    at += strlen(augmentation) + 1;
    entry.code = uleb(image, &at);
    entry.data = sleb(image, &at);
    entry.return_column = uleb(image, &at);
    if (*augmentation == 'z') {
        entry.augmented = 1;
        size_t size = uleb(image, &at), detail = at;
        for (const char *letter = augmentation + 1; *letter; letter++)
            if (*letter == 'R')
                entry.encoding = image_number(image, detail++, 1);
            else if (*letter == 'S')
                entry.signal_frame = 1;
            else if (*letter == 'L')
                detail++;
            else if (*letter == 'P') {
                unsigned encoding = image_number(image, detail++, 1);
                encoded(image, &detail, encoding, 0);
            }
        at += size;
    }
    entry.at = at;
    return entry;
}

/// The instructions from `at` on change the rules, until they are for addresses beyond `pc`.
static void run(const struct image *image, const struct entry *entry, size_t at, size_t end, uint64_t location, uint64_t pc,
                struct rules *rules, const struct rules *initial)
{
    struct rules remembered[4];
    int depth = 0;
    while (at < end && location <= pc) {
        unsigned code = image_number(image, at++, 1), low = code & 63, number, column;
        switch (code & 0xc0 ? code & 0xc0 : code) {
        case 0x40: location += low * entry->code; break;
        case 0x80: rules->of[low] = (struct rule) { AT_OFFSET, (int64_t)uleb(image, &at) * entry->data, 0 }; break;
        case 0xc0: rules->of[low] = initial->of[low]; break;
        case 0x00: break;
        case 0x02: location += image_number(image, at, 1) * entry->code; at += 1; break;
        case 0x03: location += image_number(image, at, 2) * entry->code; at += 2; break;
        case 0x04: location += image_number(image, at, 4) * entry->code; at += 4; break;
        case 0x05: column = uleb(image, &at) % REGISTERS;
            rules->of[column] = (struct rule) { AT_OFFSET, (int64_t)uleb(image, &at) * entry->data, 0 }; break;
        case 0x06: column = uleb(image, &at) % REGISTERS; rules->of[column] = initial->of[column]; break;
        case 0x07: rules->of[uleb(image, &at) % REGISTERS].kind = UNDEFINED; break;
        case 0x08: rules->of[uleb(image, &at) % REGISTERS].kind = SAME; break;
        case 0x09: column = uleb(image, &at) % REGISTERS;
            rules->of[column] = (struct rule) { IN_REGISTER, uleb(image, &at) % REGISTERS, 0 }; break;
        case 0x0a: if (depth == 4) die("too many remembered states"); remembered[depth++] = *rules; break;
        case 0x0b: if (!depth) die("no remembered state"); *rules = remembered[--depth]; break;
        case 0x0c: number = uleb(image, &at); rules->cfa = (struct rule) { IN_REGISTER, uleb(image, &at), number }; break;
        case 0x0d: rules->cfa.kind = IN_REGISTER; rules->cfa.end = uleb(image, &at); break;
        case 0x0e: rules->cfa.number = uleb(image, &at); break;
        case 0x0f: number = uleb(image, &at);
            rules->cfa = (struct rule) { AT_EXPRESSION, at, at + number }; at += number; break;
        case 0x10: column = uleb(image, &at) % REGISTERS; number = uleb(image, &at);
            rules->of[column] = (struct rule) { AT_EXPRESSION, at, at + number }; at += number; break;
        case 0x11: column = uleb(image, &at) % REGISTERS;
            rules->of[column] = (struct rule) { AT_OFFSET, sleb(image, &at) * entry->data, 0 }; break;
        case 0x12: number = uleb(image, &at);
            rules->cfa = (struct rule) { IN_REGISTER, sleb(image, &at) * entry->data, number }; break;
        case 0x13: rules->cfa.number = sleb(image, &at) * entry->data; break;
        case 0x2d: rules->window = 1; break;
        case 0x2e: uleb(image, &at); break;
        default: die("unknown call frame instruction %#x", code);
        }
    }
}
static uint64_t expression(const struct image *image, const struct state *state, size_t at, size_t end)
{
    uint64_t stack[8] = { 0 };
    int top = -1;
    while (at < end) {
        unsigned code = image_number(image, at++, 1);
        if (code >= 0x70 && code <= 0x8f && top < 7)
            stack[++top] = state->value[code - 0x70] + sleb(image, &at);
        else if (code == 0x06 && top >= 0)
            stack[top] = stub_memory(image, stack[top], image->wide ? 8 : 4);
        else if (code == 0x23 && top >= 0)
            stack[top] += uleb(image, &at);
        else
            die("unknown operation %#x", code);
    }
    return stack[0];
}

int unwind(const struct image *image, const struct machine *machine, const struct state *state, struct state *caller)
{
    size_t end = image->frames_at + image->frames_size, next;
    for (size_t at = image->frames_at; at + 8 <= end; at = next) {
        size_t length = image_number(image, at, 4), pointer = at + 4;
        next = pointer + length;
        if (!length || !image_number(image, pointer, 4))
            continue;
        struct entry entry = common_entry(image, pointer - image_number(image, pointer, 4));
        size_t detail = pointer + 4;
        uint64_t start = encoded(image, &detail, entry.encoding, 1), size = encoded(image, &detail, entry.encoding & 15, 0);
        if (state->pc < start || state->pc - start >= size)
            continue;
        if (entry.augmented)
            detail += uleb(image, &detail);
        struct rules initial = { 0 }, rules;
        run(image, &entry, entry.at, entry.end, 0, 0, &initial, &initial);
        rules = initial;
        run(image, &entry, detail, next, start, state->pc, &rules, &initial);

        uint64_t cfa = rules.cfa.kind == IN_REGISTER ? state->value[rules.cfa.end % REGISTERS] + rules.cfa.number
                                                     : expression(image, state, rules.cfa.number, rules.cfa.end);
        int word = machine->word;
        uint64_t mask = word == 8 && image->wide ? ~(uint64_t)0 : UINT32_MAX;
        for (int i = 0; i < REGISTERS; i++) {
            struct rule rule = rules.of[i];
            caller->known[i] = rule.kind != UNDEFINED;
            uint64_t at_expression = rule.kind == AT_EXPRESSION ? expression(image, state, rule.number, rule.end) : 0;
            caller->value[i] = rule.kind == AT_OFFSET ? stub_memory(image, cfa + rule.number, word)
                             : rule.kind == AT_EXPRESSION ? stub_memory(image, at_expression, word)
                             : rule.kind == IN_REGISTER ? state->value[rule.number] : state->value[i];
        }
        caller->value[machine->sp] = cfa - machine->bias;
        if (!caller->known[entry.return_column])
            return 0;
        caller->exact = entry.signal_frame;
        caller->pc = caller->value[entry.return_column] & mask;
        caller->pc = caller->pc ? ((caller->pc + machine->call) & ~(uint64_t)machine->ignored & mask) : 0;
        return 1;
    }
    return -1;
}
