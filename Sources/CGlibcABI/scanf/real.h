// Floating-point numbers: what may be one is collected and given to strtod. Included by core.h.

struct real {
    struct scan_digits digits;
    unsigned left;                         // characters that may be read behind the present one
    int c;                                 // the present one, not taken yet
    bool failed;                           // no memory
};

static inline void keep(struct real *real, char c)
{
    if (__builtin_expect(real->digits.at == real->digits.end, 0) && !glibc_compat_scan_more_digits(&real->digits)) {
        real->failed = true;
        return;
    }
    *real->digits.at++ = c;
}

// Takes the present character. False where there is no next one, or none that may be read.
static inline bool move_on(struct scan *scan, struct real *real)
{
    take(&scan->reader);
    real->c = SCAN_END;
    if (!real->left)
        return false;
    real->left--;
    real->c = peek(&scan->reader);
    return real->c != SCAN_END;
}

// The rest of nan, inf or infinity, the present character being its first. As with glibc the one that is not the word's is lost.
static bool read_word(struct scan *scan, struct real *real, const char *word)
{
    for (;; word++) {
        if ((real->c | 0x20) != *word) {
            take(&scan->reader);
            return false;
        }
        keep(real, *word);
        if (!word[1])
            return true;
        if (!move_on(scan, real))
            return false;
    }
}

static bool read_name(struct scan *scan, struct real *real)
{
    if ((real->c | 0x20) == 'n') {
        if (!read_word(scan, real, "nan"))
            return false;
        take(&scan->reader);
        return true;
    }
    if (!read_word(scan, real, "inf"))
        return false;
    if (!move_on(scan, real) || (real->c | 0x20) != 'i')
        return true;
    if (!read_word(scan, real, "inity"))
        return false;
    take(&scan->reader);
    return true;
}

// The characters of a number. An exponent's letter may end it.
static bool read_figures(struct scan *scan, struct real *real, bool sign)
{
    bool hexadecimal = false, any = false, point = false, exponent = false;
    char letter = 'e';
    if (real->c == '0' && real->left) {
        keep(real, '0');
        move_on(scan, real);
        hexadecimal = real->left && (real->c | 0x20) == 'x';
        any = !hexadecimal;
        if (hexadecimal) {
            keep(real, 'x');
            move_on(scan, real);
            letter = 'p';
        }
        if (real->c == SCAN_END)
            return any;
    }
    do {
        unsigned digit = scan_digit(real->c);
        if (digit < 10 || (digit < 16 && hexadecimal && !exponent)) {
            any = true;
            keep(real, (char)real->c);
        } else if (exponent && (real->c == '-' || real->c == '+') && real->digits.at[-1] == letter) {
            keep(real, (char)real->c);
        } else if (any && !exponent && (real->c | 0x20) == letter) {
            exponent = point = true;
            keep(real, letter);
        } else if (real->c == '.' && !point) {
            point = true;
            keep(real, '.');
        } else {
            break;
        }
    } while (move_on(scan, real));
    return real->digits.at - real->digits.start > (sign ? 1 : 0) + (hexadecimal ? 2 : 0);
}

static bool collect(struct scan *scan, struct real *real)
{
    bool sign = real->c == '-' || real->c == '+';
    if (sign) {
        keep(real, (char)real->c);
        if (!move_on(scan, real))
            return false;
    }
    if ((real->c | 0x20) == 'n' || (real->c | 0x20) == 'i')
        return read_name(scan, real);
    return read_figures(scan, real, sign);
}

// A conversion that reads no number leaves its argument to the next one.
static inline void assign_real(struct scan *scan, const struct scan_spec *spec, const union scan_real *value)
{
    if (spec->flags & SCAN_DROPPED)
        return;
    void *to = glibc_compat_scan_argument(&scan->arguments, spec->position);
    if (to)
        scan_store_real(to, spec->flags, value);
    scan->done++;
}

static __attribute__((noinline)) enum scan_outcome read_real(struct scan *scan, const struct scan_spec *spec)
{
    struct real real;
    real.digits.at = real.digits.start = real.digits.few;
    real.digits.end = real.digits.few + sizeof real.digits.few;
    real.left = spec->width < 0 ? UINT32_MAX : (unsigned)spec->width - 1;
    real.failed = false;
    real.c = peek(&scan->reader);
    if (real.c == SCAN_END)
        return SCAN_INPUT_ENDED;
    enum scan_outcome outcome = SCAN_NO_MATCH;
    if (collect(scan, &real)) {
        keep(&real, 0);
        union scan_real value;
        if (!real.failed && glibc_compat_scan_real(real.digits.start, spec->flags, &value) != real.digits.start) {
            assign_real(scan, spec, &value);
            outcome = SCAN_GOES_ON;
        }
    }
    if (real.failed)
        outcome = SCAN_FAILED;
    if (real.digits.start != real.digits.few)
        free(real.digits.start);
    return outcome;
}
