// wcslen, wcsnlen, wmemchr, wcschr, wcscmp, wcsncmp, wcscpy: characters of four bytes, at addresses that are multiples of 4.

/// The size of `count` wide characters; counts beyond the address space mean all of it.
ALWAYS size_t wide_size(size_t count) { return count > SIZE_MAX / sizeof(wchar_t) ? SIZE_MAX & -sizeof(wchar_t) : count * sizeof(wchar_t); }

/// Source: wcslen(3).
static size_t wide_length(const wchar_t *text)
{
    return scan((const char *)text, nothing(), A_WIDE_CHARACTER, 0, 0, A_DISTANCE) / sizeof *text;
}

/// Source: wcsnlen(3).
static size_t wide_length_within(const wchar_t *text, size_t count)
{
    return count ? scan((const char *)text, nothing(), A_WIDE_CHARACTER, 1, wide_size(count), A_DISTANCE) / sizeof *text : 0;
}

/// Source: wmemchr(3).
static wchar_t *find_wide(const wchar_t *text, wchar_t character, size_t count)
{
    return count ? (wchar_t *)scan((const char *)text, splat_wide(character), A_WIDE_CHARACTER, 1, wide_size(count), A_PLACE) : NULL;
}

/// Where the character is or the text ends.
ALWAYS mask wide_or_end(vector v, vector sought) { return BITS(either(V(cmpeq_epi32)(v, sought), V(cmpeq_epi32)(v, nothing()))); }

/// Source: wcschr(3).
static wchar_t *wide_character(const wchar_t *text, wchar_t character)
{
    const char *at = (const char *)text;
    const size_t skipped = (uintptr_t)text & (WIDTH - 1);
    const vector sought = splat_wide(character);
    mask m = UNLIKELY(crosses(at)) ? wide_or_end(load(at - skipped), sought) >> skipped : wide_or_end(load_any(at), sought);
    if (!m)
        for (at -= skipped; !m;)
            // Aligned vectors lie in one page each.
            m = wide_or_end(load(at += WIDTH), sought);
    wchar_t *found = (wchar_t *)(at + first(m));
    return *found == character ? found : NULL;
}

/// Compares to the first difference, the end, or `count` characters where `bounded`.
ALWAYS int compare_wide_texts(const wchar_t *a, const wchar_t *b, int bounded, size_t count)
{
    enum { CHARACTERS = WIDTH / sizeof *a };
    if (bounded && count == 0)
        return 0;
    for (;; a += CHARACTERS, b += CHARACTERS, count -= CHARACTERS) {
        size_t at = 0;
        if (UNLIKELY(crosses(a) || crosses(b))) {
            while (at < CHARACTERS && !(bounded && at >= count) && a[at] == b[at] && a[at])
                at++;
        } else {
            vector x = load_any(a), y = load_any(b);
            // The characters that are the same and not the end.
            mask m = BITS(WHOLE(andnot)(V(cmpeq_epi32)(x, nothing()), V(cmpeq_epi32)(x, y))) ^ ALL;
            at = m ? first(m) / sizeof *a : CHARACTERS;
        }
        if (bounded && at >= count)
            return 0;
        if (at < CHARACTERS)
            return (a[at] > b[at]) - (a[at] < b[at]);
    }
}

/// As signed numbers. Source: wcscmp(3).
static int compare_wide(const wchar_t *a, const wchar_t *b) { return compare_wide_texts(a, b, 0, 0); }
/// Source: wcsncmp(3).
static int compare_wide_within(const wchar_t *a, const wchar_t *b, size_t count) { return compare_wide_texts(a, b, 1, count); }

/// Source: wcscpy(3).
static wchar_t *copy_wide(wchar_t *to, const wchar_t *from) { return copy(to, from, (wide_length(from) + 1) * sizeof *from); }
