// Parses one conversion of a format of CHAR. Included by narrow.c and wide.c.

// Digits at *at, moved past them. -1: more than an int holds.
static int parse_number(const CHAR **at)
{
    long value = 0;
    while (**at >= '0' && **at <= '9') {
        if (value >= 0)
            value = value * 10 + (**at - '0');
        if (value > INT32_MAX)
            value = -1;
        ++*at;
    }
    return (int)value;
}

// After a '*': "N$" names the position. 0 where that is not so.
static int parse_star(const CHAR **at, int *position)
{
    const CHAR *start = *at;
    int value = parse_number(&start);
    *position = -1;
    if (start == *at || *start != '$' || value <= 0)
        return 0;
    *position = value - 1;
    *at = start + 1;
    return 1;
}

static void parse_flags(const CHAR **at, struct printf_spec *spec)
{
    for (;; ++*at) {
        switch (**at) {
        case '-': spec->left = 1; break;
        case '+': spec->plus = 1; break;
        case ' ': spec->space = 1; break;
        case '#': spec->alternative = 1; break;
        case '0': spec->zero = 1; break;
        case '\'': spec->group = 1; break;
        case 'I': spec->other_digits = 1; break;
        default: return;
        }
    }
}

static void parse_length(const CHAR **at, struct printf_spec *spec)
{
    if (glibc_compat_printf_has_hooks) {
        unsigned bit;
        size_t length = IS_WIDE ? glibc_compat_printf_modifier(NULL, (const wchar_t *)*at, &bit)
                                : glibc_compat_printf_modifier((const char *)*at, NULL, &bit);
        if (length) {
            spec->modifiers |= bit;
            *at += length;
            return;
        }
    }
    switch (**at) {
    case 'h':
        spec->length = (*at)[1] == 'h' ? LENGTH_CHAR : LENGTH_SHORT;
        break;
    case 'l':
        spec->length = (*at)[1] == 'l' ? LENGTH_LONG_LONG : LENGTH_LONG;
        break;
    case 'L':
        spec->length = LENGTH_LONG_DOUBLE;
        break;
    case 'q':
        spec->length = LENGTH_LONG_LONG;
        break;
    case 'z': case 'Z': case 't': case 'j':
        spec->length = LENGTH_LONG;
        break;
    default:
        return;
    }
    *at += spec->length == LENGTH_CHAR || (spec->length == LENGTH_LONG_LONG && **at == 'l') ? 2 : 1;
}

// `at` is behind the '%'. Returns the place behind the conversion, or NULL for a width or precision that no int holds.
static const CHAR *parse_spec(const CHAR *at, struct printf_spec *spec)
{
    *spec = (struct printf_spec){ .precision = -1, .width_argument = -1, .precision_argument = -1, .argument = -1 };
    if (*at >= '1' && *at <= '9') {
        const CHAR *after = at;
        int value = parse_number(&after);
        if (*after == '$') {
            // A number that no int holds is taken for none.
            spec->argument = value < 0 ? -1 : value - 1;
            spec->positional = 1;
            at = after + 1;
        }
    }
    parse_flags(&at, spec);
    if (*at == '*') {
        at++;
        spec->width_star = 1;
        if (parse_star(&at, &spec->width_argument))
            spec->positional = 1;
    } else if (*at >= '1' && *at <= '9') {
        spec->width = parse_number(&at);
        if (spec->width < 0)
            return NULL;
    }
    if (*at == '.') {
        at++;
        spec->precision = 0;
        if (*at == '*') {
            at++;
            spec->precision_star = 1;
            if (parse_star(&at, &spec->precision_argument))
                spec->positional = 1;
        } else if (*at >= '0' && *at <= '9') {
            spec->precision = parse_number(&at);
            if (spec->precision < 0)
                return NULL;
        }
    }
    parse_length(&at, spec);
    spec->conversion = (unsigned)*at;
    // The older spellings of the wide conversions.
    if (spec->conversion == 'C' || spec->conversion == 'S') {
        if (!glibc_compat_printf_has_hooks || !glibc_compat_printf_is_registered(spec->conversion)) {
            spec->older_wide = 1;
            spec->conversion += 'a' - 'A';
            spec->length = LENGTH_LONG;
        }
    }
    return *at ? at + 1 : at;
}
