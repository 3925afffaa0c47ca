// Parses one conversion of a format of CHAR. Included by core.h.

// Digits at *at, moved past them. -1: more than an int holds.
static inline int parse_number(const CHAR **at)
{
    long value = 0;
    for (; **at >= '0' && **at <= '9'; ++*at) {
        if (value >= 0)
            value = value * 10 + (**at - '0');
        if (value > INT32_MAX)
            value = -1;
    }
    return (int)value;
}

// Behind 'w' of C23's %w16d or %wf16d: the type of that many bits. Any other number is no length.
static const CHAR *parse_bits(const CHAR *at, unsigned *flags)
{
    bool fast = *at == 'f';
    at += fast;
    switch (parse_number(&at)) {
    case 8: *flags |= SCAN_CHAR; return at;
    case 16: *flags |= fast ? SCAN_LONG : SCAN_SHORT; return at;
    case 32: *flags |= fast ? SCAN_LONG : 0; return at;
    case 64: *flags |= SCAN_LONG; return at;
    default: return NULL;
    }
}

// The letters before the conversion. NULL for a length that is none.
static inline const CHAR *parse_length(const CHAR *at, unsigned *flags, enum scan_dialect dialect)
{
    switch (*at) {
    case 'h':
        *flags |= at[1] == 'h' ? SCAN_CHAR : SCAN_SHORT;
        return at + (at[1] == 'h' ? 2 : 1);
    case 'l':
        *flags |= at[1] == 'l' ? SCAN_LONG | SCAN_LONG_DOUBLE : SCAN_LONG;
        return at + (at[1] == 'l' ? 2 : 1);
    case 'q': case 'L':
        *flags |= SCAN_LONG | SCAN_LONG_DOUBLE;
        return at + 1;
    case 'z': case 'j': case 't':
        *flags |= SCAN_LONG;
        return at + 1;
    case 'm':
        *flags |= SCAN_ALLOCATES;
        if (at[1] == 'l')
            *flags |= SCAN_LONG;
        return at + (at[1] == 'l' ? 2 : 1);
    case 'a':
        if (dialect != SCAN_GNU || (at[1] != 's' && at[1] != 'S' && at[1] != '['))
            return at;
        *flags |= SCAN_ALLOCATES_GNU;
        return at + 1;
    case 'w':
        return dialect == SCAN_C23 ? parse_bits(at + 1, flags) : at;
    default:
        return at;
    }
}

// `at` is behind the '%'. Returns the place behind the conversion; spec->conversion is 0 where there is none.
static inline const CHAR *parse_spec(const CHAR *at, struct scan_spec *spec, enum scan_dialect dialect)
{
    *spec = (struct scan_spec){ .width = -1 };
    bool flags_follow = true;
    if (*at >= '0' && *at <= '9') {
        int number = parse_number(&at);
        if (*at == '$')
            spec->position = number, at++;
        else
            spec->width = number, flags_follow = false;
    }
    if (flags_follow) {
        // Grouped digits and the locale's own have no meaning in the locales there are.
        for (; *at == '*' || *at == '\'' || *at == 'I'; at++)
            spec->flags |= *at == '*' ? SCAN_DROPPED : 0;
        if (*at >= '0' && *at <= '9')
            spec->width = parse_number(&at);
    }
    if (spec->width <= 0)
        spec->width = -1;
    at = parse_length(at, &spec->flags, dialect);
    spec->conversion = at ? (unsigned)*at : 0;
    return spec->conversion ? at + 1 : at;
}
