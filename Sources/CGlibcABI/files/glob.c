// <glob.h>: glob with GNU's flags: braces, home folders, the program's own functions to read folders. Source: glob(3).
#include "glob.h"
#include "../old/old-version.h"
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static int search(const char *pattern, int flags, glob_error *failed, struct glob_result *result);

// --- braces ---

/// The comma or the brace that ends an alternative starting at `at`; NULL where there is none.
static const char *alternative_end(const char *at, int flags)
{
    for (int depth = 0; *at; at++) {
        if (*at == '\\' && !(flags & GLOB_NOESCAPE)) {
            if (!*++at) return NULL;
        } else if (*at == '{') {
            depth++;
        } else if ((*at == '}' && depth-- == 0) || (*at == ',' && depth == 0)) {
            return at;
        }
    }
    return NULL;
}

static const char *first_brace(const char *pattern, int flags)
{
    if (flags & GLOB_NOESCAPE) return strchr(pattern, '{');
    for (; *pattern && *pattern != '{'; pattern++)
        if (*pattern == '\\' && !*++pattern) return NULL;
    return *pattern ? pattern : NULL;
}

/// The pattern once for each alternative. -1: nothing matched, -2: the braces are not a list;
/// in both cases the pattern stands as it is.
static int each_alternative(const char *pattern, int flags, glob_error *failed, struct glob_result *result)
{
    const char *brace = first_brace(pattern, flags), *last = NULL;
    if (!brace) return -1;
    const char *start = brace + 1;
    for (const char *end = alternative_end(start, flags); ; end = alternative_end(end + 1, flags)) {
        if (!end) return -2;
        if (*end == '}') {
            last = end;
            break;
        }
    }
    char *one = malloc(strlen(pattern) + 1);
    if (!one) return GLOB_NOSPACE;
    size_t head = (size_t)(brace - pattern), before = result->count;
    memcpy(one, pattern, head);
    for (;;) {
        const char *end = alternative_end(start, flags);
        memcpy(one + head, start, (size_t)(end - start));
        strcpy(one + head + (end - start), last + 1);
        int status = search(one, (flags | GLOB_APPEND) & ~(GLOB_NOCHECK | GNU_NOMAGIC), failed, result);
        if (status && status != GLOB_NOMATCH) {
            free(one);
            return status;
        }
        if (*end == '}') break;
        start = end + 1;
    }
    free(one);
    if (result->count != before) return 0;
    // Nothing matched: what to do then is asked of the pattern as a whole.
    return flags & (GLOB_NOCHECK | GNU_NOMAGIC) ? -1 : GLOB_NOMATCH;
}

// --- results ---

static int compare(const void *a, const void *b) { return strcoll(*(char *const *)a, *(char *const *)b); }

/// Marks folders and sorts what was found since `before`.
static int finish(struct glob_result *result, size_t before, int flags)
{
    size_t first = result->offset;
    for (size_t i = first + before; flags & GLOB_MARK && i < first + result->count; i++) {
        if (!glibc_compat_glob_is_folder(result->paths[i], flags, result)) continue;
        size_t length = strlen(result->paths[i]);
        char *moved = realloc(result->paths[i], length + 2);
        if (!moved) return GLOB_NOSPACE;
        memcpy(moved + length, "/", 2);
        result->paths[i] = moved;
    }
    if (!(flags & GLOB_NOSORT) && result->count > before)
        qsort(result->paths + first + before, result->count - before, sizeof *result->paths, compare);
    return 0;
}

static int add_one(struct glob_result *result, const char *path, int flags)
{
    result->flags = flags & GNU_KNOWN;
    struct glob_list list = {0};
    return glibc_compat_glob_add(&list, strdup(path)) ? GLOB_NOSPACE : glibc_compat_glob_take(result, &list);
}

static void discard(struct glob_result *result)
{
    size_t first = result->offset;
    for (size_t i = 0; result->paths && i < result->count; i++)
        free(result->paths[first + i]);
    free(result->paths);
    result->paths = NULL;
}

// --- folders and names ---

/// `folder` is a pattern itself: what it matches is searched, one after the other.
static int each_folder(const char *pattern, const char *folder, const char *name, int flags, glob_error *failed, struct glob_result *result)
{
    struct glob_result folders = {.close = result->close, .read = result->read, .open = result->open, .lstat = result->lstat, .stat = result->stat};
    int status = search(folder, (flags & (GLOB_ERR | GLOB_NOESCAPE | GNU_ALTDIRFUNC | NO_LSTAT)) | GLOB_NOSORT | GNU_ONLYDIR, failed, &folders);
    size_t before = result->count;
    int any = status == 0;
    if (any) {
        for (size_t i = 0; i < folders.count && (status == 0 || status == GLOB_NOMATCH); i++)
            status = glibc_compat_glob_folder(folders.paths[i], 1, name, (flags | GLOB_APPEND) & ~(GLOB_NOCHECK | GNU_NOMAGIC), failed, result);
    }
    discard(&folders);
    if (status && status != GLOB_NOMATCH) return status;
    if (result->count > before) return 0;
    if (any) flags |= GNU_MAGIC;
    return flags & GLOB_NOCHECK ? add_one(result, pattern, flags) : GLOB_NOMATCH;
}

static void remove_backslashes(char *text)
{
    char *to = text;
    for (; *text; text++) {
        if (*text == '\\' && !*++text) break;
        *to++ = *text;
    }
    *to = 0;
}

/// `folder` and `name` are the program's pattern, cut at its last slash; folder NULL: there is none, name NULL: `~name` alone.
static int search_folder(const char *pattern, char *folder, const char *name, int changed, int flags, glob_error *failed,
                         struct glob_result *result)
{
    if (!name) return add_one(result, folder, flags);
    if (!*pattern) return flags & GLOB_NOCHECK ? add_one(result, pattern, flags) : GLOB_NOMATCH;
    if (!folder) return glibc_compat_glob_folder(".", 0, name, flags, failed, result);
    int kind = changed ? PLAIN : glibc_compat_glob_kind(folder, !(flags & GLOB_NOESCAPE));
    if (kind & (MAGIC | BRACKET)) return each_folder(pattern, folder, name, flags, failed, result);
    if (kind & QUOTED) {
        remove_backslashes(folder);
        changed = 1;
    }
    int status = glibc_compat_glob_folder(folder, 1, name, changed ? flags & ~(GLOB_NOCHECK | GNU_NOMAGIC) : flags, failed, result);
    return status == GLOB_NOMATCH && changed && flags & GLOB_NOCHECK ? add_one(result, pattern, flags) : status;
}

/// Puts a home folder in the place of `~` or `~name`. 0, GLOB_NOSPACE, or GLOB_NOMATCH where the user must be there and is not.
static int expand_tilde(char **folder, int flags, int *changed)
{
    if (!(flags & (GNU_TILDE | GNU_TILDE_CHECK)) || !*folder || (*folder)[0] != '~') return 0;
    size_t length = strcspn(*folder + 1, "/");
    int no_memory;
    char *user = strndup(*folder + 1, length);
    if (!user) return GLOB_NOSPACE;
    // A backslash at the end takes nothing's meaning: it stays in the name, or alone behind the home folder.
    int alone = length == 1 && *user == '\\' && !(flags & GLOB_NOESCAPE);
    if (!(flags & GLOB_NOESCAPE)) {
        size_t trailing = 0;
        while (trailing < length && user[length - 1 - trailing] == '\\') trailing++;
        remove_backslashes(user);
        if (trailing % 2 && !alone) strcat(user, "\\");
    }
    char *home = glibc_compat_glob_home(user, strlen(user), &no_memory);
    free(user);
    if (no_memory) return GLOB_NOSPACE;
    if (!home) return flags & GNU_TILDE_CHECK ? GLOB_NOMATCH : 0;
    if (alone) length = 0;
    size_t start = strlen(home), rest = strlen(*folder + 1 + length);
    // "/" before "/x" would give "//x".
    if (rest && start && home[start - 1] == '/') start--;
    char *path = malloc(start + rest + 1);
    if (path) {
        memcpy(path, home, start);
        memcpy(path + start, *folder + 1 + length, rest + 1);
    }
    free(home);
    if (!path) return GLOB_NOSPACE;
    free(*folder);
    *folder = path;
    *changed = 1;
    return 0;
}

static int begin(struct glob_result *result, int flags)
{
    // An appending call finds the slots that the first one left free.
    if (!(flags & GLOB_DOOFFS)) result->offset = 0;
    if (flags & GLOB_APPEND) return 0;
    result->count = 0;
    result->paths = NULL;
    result->flags = flags & GNU_KNOWN;
    if (!(flags & GLOB_DOOFFS)) return 0;
    if (result->offset >= SIZE_MAX / sizeof(char *) || !(result->paths = calloc(result->offset + 1, sizeof(char *)))) return GLOB_NOSPACE;
    return 0;
}

/// "pattern/": what matches the pattern, folders with a slash behind them.
static int with_slash(const char *pattern, char *folder, int flags, glob_error *failed, struct glob_result *result)
{
    size_t length = strlen(folder), backslashes = 0;
    while (backslashes < length && folder[length - 1 - backslashes] == '\\') backslashes++;
    int cut = !(flags & GLOB_NOESCAPE) && backslashes % 2, asked = flags;
    if (cut) {
        folder[length - 1] = 0;
        flags &= ~(GLOB_NOCHECK | GNU_NOMAGIC);
    }
    int status = search(folder, flags | GLOB_MARK, failed, result);
    if (status == 0) result->flags = (result->flags & ~GLOB_MARK) | (flags & GLOB_MARK);
    return status == GLOB_NOMATCH && cut && asked & GLOB_NOCHECK ? add_one(result, pattern, asked) : status;
}

static int search(const char *pattern, int flags, glob_error *failed, struct glob_result *result)
{
    if (*pattern && pattern[strlen(pattern) - 1] == '/') flags |= GNU_ONLYDIR;
    int status = begin(result, flags), changed = 0;
    if (status) return status;
    if (flags & GNU_BRACE && (status = each_alternative(pattern, flags, failed, result)) >= 0)
        return status;
    if (status == -2) flags &= ~GNU_BRACE;
    size_t before = result->count;
    const char *slash = strrchr(pattern, '/'), *name = slash ? slash + 1 : pattern;
    char *folder = NULL;
    if (slash) {
        int escaped = slash == pattern + 1 && *pattern == '\\' && !(flags & GLOB_NOESCAPE);
        folder = slash == pattern || escaped ? strdup("/") : strndup(pattern, (size_t)(slash - pattern));
    } else if (flags & (GNU_TILDE | GNU_TILDE_CHECK) && pattern[0] == '~') {
        folder = strdup(pattern);
        name = NULL;
    }
    if (!folder && (slash || !name)) return GLOB_NOSPACE;
    // glibc leaves folders of one character out, and so "*/" gets its slash another way, and with GLOB_MARK a second one.
    if (slash && slash > pattern + 1 && !*name) {
        status = with_slash(pattern, folder, flags, failed, result);
        free(folder);
        return status;
    }
    status = expand_tilde(&folder, flags, &changed);
    if (!status) status = search_folder(pattern, folder, name, changed, flags, failed, result);
    if (!status) status = finish(result, before, flags);
    if (status == GLOB_NOSPACE) discard(result), result->count = 0;
    free(folder);
    return status;
}

/// Paths that match a pattern. 0, GLOB_NOSPACE, GLOB_ABORTED, GLOB_NOMATCH; -1 and EINVAL for unknown flags.
int glob(const char *restrict pattern, int flags, glob_error *failed, glob_t *restrict object)
{
    if (flags & ~GNU_KNOWN) {
        errno = EINVAL;
        return -1;
    }
    return search(pattern, flags, failed, (struct glob_result *)object);
}

/// Of the program's own functions gl_lstat is not called, but gl_stat. Source: glibc 2.27's release notes.
OLD_VERSION("glob@GLIBC_2.2.5") OLD_VERSION("glob64@GLIBC_2.2.5")
int glibc_compat_glob_2_2_5(const char *restrict pattern, int flags, glob_error *failed, glob_t *restrict object)
{
    if (flags & ~GNU_KNOWN) {
        errno = EINVAL;
        return -1;
    }
    return search(pattern, flags | NO_LSTAT, failed, (struct glob_result *)object);
}

void globfree(glob_t *object) { discard((struct glob_result *)object); }

/// Whether a pattern has a wildcard; with `quote` a backslash takes a character's meaning. Source: glibc's <glob.h>.
int glob_pattern_p(const char *pattern, int quote) { return glibc_compat_glob_kind(pattern, quote) == MAGIC; }
