// Texts and characters: %s, %c, %[ and their wide kin. Included by core.h.
//
// The input's characters are stored as they are or converted; bytes become wide characters one by one, with the state between them.

enum text_kind { CHARACTERS, WORD, SET };
enum { FIRST_BLOCK = 100, LARGEST_FIRST_BLOCK = 1024 };

// Room for a character more is there before each is stored.
static inline enum scan_outcome make_room(struct scan *scan, struct scan_target *target, size_t characters)
{
    while (__builtin_expect(target->end != NULL, 0) && (size_t)(target->end - target->at) < characters * target->unit) {
        enum scan_outcome outcome = glibc_compat_scan_grow(target, &scan->blocks, &scan->done);
        if (outcome != SCAN_GOES_ON)
            return outcome;
    }
    return SCAN_GOES_ON;
}

static enum scan_outcome not_a_character(void)
{
    errno = EILSEQ;
    return SCAN_NO_MATCH;
}

// The place of one more character of the target's kind; NULL where nothing is stored.
#define STORE(type, value) (*(type *)target->at = (type)(value), target->at += sizeof(type))

static inline enum scan_outcome store_narrow(struct scan *scan, struct scan_target *target, int c, mbstate_t *state, enum text_kind kind)
{
    if (!target->at)
        return SCAN_GOES_ON;
#if IS_WIDE
    enum scan_outcome outcome = make_room(scan, target, MB_LEN_MAX);
    if (outcome != SCAN_GOES_ON)
        return outcome;
    size_t length = wcrtomb(target->at, (wchar_t)c, state);
    if (length == (size_t)-1)
        return kind == CHARACTERS ? SCAN_INPUT_ENDED : not_a_character();
    target->at += length;
    return SCAN_GOES_ON;
#else
    (void)state, (void)kind;
    enum scan_outcome outcome = make_room(scan, target, 1);
    if (outcome == SCAN_GOES_ON)
        STORE(char, c);
    return outcome;
#endif
}

// A byte that does not end a character leaves *whole false.
static inline enum scan_outcome store_wide(struct scan *scan, struct scan_target *target, int c, mbstate_t *state, enum text_kind kind, bool *whole)
{
    wchar_t wide = (wchar_t)c;
    *whole = true;
    if (!target->at && kind == SET)
        return SCAN_GOES_ON;
#if !IS_WIDE
    char byte = (char)c;
    mbstate_t before = *state;
    size_t length = mbrtowc(&wide, &byte, 1, state);
    if (length == (size_t)-2) {
        *whole = false;
        return SCAN_GOES_ON;
    }
    // A set skips what is no character, and leaves its place in the program's memory as it was; bytes before it go on waiting for their rest.
    if (length == (size_t)-1 && kind == SET) {
        *state = before;
        enum scan_outcome outcome = make_room(scan, target, 1);
        if (outcome != SCAN_GOES_ON)
            return outcome;
        if (target->block)
            STORE(wchar_t, 0xfffd);
        else
            target->at += sizeof(wchar_t);
        return SCAN_GOES_ON;
    }
    if (length > 1)
        return not_a_character();
    // A null byte is stored, but is a character for a set only.
    enum scan_outcome after = length == 0 && kind != SET ? not_a_character() : SCAN_GOES_ON;
#else
    (void)state, (void)kind;
    enum scan_outcome after = SCAN_GOES_ON;
#endif
    enum scan_outcome outcome = make_room(scan, target, 1);
    if (outcome != SCAN_GOES_ON)
        return outcome;
    if (target->at)
        STORE(wchar_t, wide);
    return after;
}

// Ends a text, and counts it.
static inline enum scan_outcome finish_text(struct scan *scan, struct scan_target *target, bool terminates)
{
    if (!target->at)
        return SCAN_GOES_ON;
    if (terminates) {
        enum scan_outcome outcome = make_room(scan, target, 1);
        if (outcome != SCAN_GOES_ON)
            return outcome;
        if (target->unit == 1)
            STORE(char, 0);
        else
            STORE(wchar_t, 0);
    }
    if (target->block)
        glibc_compat_scan_close(target, &scan->blocks);
    scan->done++;
    return SCAN_GOES_ON;
}

static inline bool belongs(enum text_kind kind, const struct set *set, int c)
{
    return kind == CHARACTERS || (kind == WORD ? !IS_SPACE(c) : is_in(set, c));
}

// Reads up to the width; `is_wide` says what is stored.
static inline enum scan_outcome read_characters(struct scan *scan, const struct scan_spec *spec, struct scan_target *target, enum text_kind kind,
                                                const struct set *set, bool is_wide)
{
    struct reader *reader = &scan->reader;
    size_t left = spec->width > 0 ? (size_t)spec->width : kind == CHARACTERS ? 1 : SIZE_MAX;
    int c = peek(reader);
    if (c == SCAN_END)
        return SCAN_INPUT_ENDED;
    mbstate_t state = { 0 };
    bool any = false, whole = true;
    while ((kind == WORD && !whole) || belongs(kind, set, c)) {
        any = true;
        take(reader);
        enum scan_outcome outcome = is_wide ? store_wide(scan, target, c, &state, kind, &whole) : store_narrow(scan, target, c, &state, kind);
        if (outcome != SCAN_GOES_ON)
            return outcome;
        // A character counts when its last byte has come.
        if (whole && --left == 0)
            break;
        c = peek(reader);
        if (c == SCAN_END)
            break;
    }
    if (!whole)
        return not_a_character();
    if (kind == SET && !any)
        return SCAN_NO_MATCH;
    return finish_text(scan, target, kind != CHARACTERS);
}

static inline enum scan_outcome read_text(struct scan *scan, const struct scan_spec *spec, enum text_kind kind, const CHAR **format)
{
    bool is_wide = spec->flags & SCAN_LONG;
    struct scan_target target;
    size_t first = FIRST_BLOCK;
    if (kind == CHARACTERS)
        first = spec->width < 1 ? 1 : spec->width > LARGEST_FIRST_BLOCK ? LARGEST_FIRST_BLOCK : (size_t)spec->width;
    enum scan_outcome outcome = glibc_compat_scan_open(&target, spec, &scan->arguments, &scan->blocks, is_wide ? sizeof(wchar_t) : 1, first);
    if (outcome != SCAN_GOES_ON)
        return outcome;
    struct set set, *used = NULL;
    if (kind == SET) {
        used = &set;
        const CHAR *behind = parse_set(&set, *format);
        if (!behind)
            return SCAN_NO_MATCH;
        *format = behind;
    }
    return is_wide ? read_characters(scan, spec, &target, kind, used, true) : read_characters(scan, spec, &target, kind, used, false);
}
