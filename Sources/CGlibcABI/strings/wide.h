// wcslen, wcsnlen, wmemchr: characters of four bytes, at addresses that are multiples of 4.

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
