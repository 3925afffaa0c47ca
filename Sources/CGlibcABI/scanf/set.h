// The characters of %[. Included by core.h.

#if !IS_WIDE
struct set {
    bool has[256];
};

// `at` is behind the '['. Returns the place behind the ']', or NULL without one.
static const char *parse_set(struct set *set, const char *at)
{
    bool others = *at == '^';
    at += others;
    memset(set->has, others, sizeof set->has);
    const unsigned char *first = (const unsigned char *)at, *each = first;
    for (; *each && (*each != ']' || each == first); each++) {
        // A range ends with the character that comes next; one that goes down is three characters.
        if (*each == '-' && each > first && each[1] && each[1] != ']' && each[-1] <= each[1])
            for (unsigned c = each[-1]; c < each[1]; c++)
                set->has[c] = !others;
        else
            set->has[*each] = !others;
    }
    return *each ? (const char *)each + 1 : NULL;
}

static inline bool is_in(const struct set *set, int c) { return set->has[c]; }

#else
struct set {
    const wchar_t *first, *end;
    bool others;
};

static const wchar_t *parse_set(struct set *set, const wchar_t *at)
{
    set->others = *at == L'^';
    at += set->others;
    set->first = at;
    if (*at == L']')
        at++;
    while (*at && *at != L']')
        at++;
    set->end = at;
    return *at ? at + 1 : NULL;
}

static bool is_in(const struct set *set, int c)
{
    for (const wchar_t *each = set->first; each < set->end; each++) {
        bool range = *each == L'-' && each > set->first && each + 1 < set->end && (unsigned)each[-1] <= (unsigned)each[1];
        if (range ? (unsigned)c >= (unsigned)each[-1] && (unsigned)c <= (unsigned)each[1] : c == *each)
            return !set->others;
    }
    return set->others;
}
#endif
