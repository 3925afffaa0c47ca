// Integers. Included by core.h.

static inline unsigned scan_digit(int c)
{
    unsigned digit = (unsigned)c - '0', letter = ((unsigned)c | 0x20) - 'a';
    return digit < 10 ? digit : letter < 6 ? letter + 10 : 16;
}

// %p writes a null pointer as this.
static bool read_nil(struct scan *scan)
{
    for (const char *word = "(nil)"; *word; word++) {
        int c = peek(&scan->reader);
        if (c != *word && (*word == '(' || *word == ')' || c != *word - 'a' + 'A'))
            return false;
        take(&scan->reader);
    }
    return true;
}

// Base 0 is that of %i.
static inline enum scan_outcome read_integer(struct scan *scan, const struct scan_spec *spec, unsigned base, bool is_signed)
{
    struct reader *reader = &scan->reader;
    unsigned left = spec->width < 0 ? UINT32_MAX : (unsigned)spec->width;
    int c = peek(reader);
    if (c == SCAN_END)
        return SCAN_INPUT_ENDED;
    bool sign = c == '-' || c == '+', negative = c == '-', any = false;
    if (sign) {
        left--;
        take(reader);
        c = peek(reader);
    }
    if (c == '0' && left) {
        any = true;
        left--;
        take(reader);
        c = peek(reader);
        if (left && (c | 0x20) == 'x' && (base == 0 || base == 16)) {
            // "0x" alone is a number, too.
            base = 16;
            left--;
            take(reader);
            c = peek(reader);
        } else if (left && (c | 0x20) == 'b' && (base == 2 || (base == 0 && scan->dialect == SCAN_C23))) {
            base = 2;
            left--;
            take(reader);
            c = peek(reader);
        } else if (base == 0) {
            base = 8;
        }
    }
    if (base == 0)
        base = 10;
    uint64_t value = 0;
    bool too_large = false;
    for (unsigned digit; left && (digit = scan_digit(c)) < base; left--) {
        // Below this nothing overflows.
        if (__builtin_expect(value >> 59, 0))
            too_large |= __builtin_mul_overflow(value, (uint64_t)base, &value) || __builtin_add_overflow(value, (uint64_t)digit, &value);
        else
            value = value * base + digit;
        any = true;
        take(reader);
        c = peek(reader);
    }
    if (!any) {
        if (sign || !(spec->flags & SCAN_POINTER) || left < 5 || !read_nil(scan))
            return SCAN_NO_MATCH;
    } else if (__builtin_expect(too_large || (is_signed && value > (uint64_t)INT64_MAX + negative), 0)) {
        value = glibc_compat_scan_limit(is_signed, negative);
    } else if (negative) {
        value = -value;
    }
    if (!(spec->flags & SCAN_DROPPED)) {
        void *to = glibc_compat_scan_argument(&scan->arguments, spec->position);
        if (to)
            scan_store_integer(to, spec->flags, value);
        scan->done++;
    }
    return SCAN_GOES_ON;
}
