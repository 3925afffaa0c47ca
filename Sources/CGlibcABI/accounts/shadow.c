// <shadow.h> and <gshadow.h>: the shadow files, entry by entry. musl looks up single users only. Source: getspnam(3), glibc's <gshadow.h>.
#include "not-cancelled.h"
#include "pack.h"
#include <errno.h>
#include <limits.h>
#include <shadow.h>
#include <stdio.h>
#include <stdlib.h>

struct sgrp {
    char *sg_namp, *sg_passwd, **sg_adm, **sg_mem;
};

/// The text up to the next colon, which becomes its end; NULL when the line is used up.
static char *field(char **rest)
{
    char *start = *rest;
    if (!start)
        return NULL;
    char *colon = strchr(start, ':');
    if (colon)
        *colon++ = 0;
    *rest = colon;
    return start;
}

static bool used_up(const char *rest) { return !rest || !*rest; }

/// A number, or -1 for an empty field; what is no number makes the line invalid, and so does a line that ends before the field.
static long number(char **rest, bool *good)
{
    if (used_up(*rest)) {
        *good = false;
        return -1;
    }
    char *text = field(rest), *end;
    if (!*text)
        return -1;
    unsigned long value = strtoul(text, &end, 10);
    if (*end || value > UINT_MAX)
        *good = false;
    return (long)value;
}

static bool parse_user(char *line, struct spwd *entry, struct pack *pack)
{
    (void)pack;
    bool good = true;
    char *rest = line;
    entry->sp_namp = field(&rest);
    entry->sp_pwdp = field(&rest);
    if (!entry->sp_pwdp || !*entry->sp_namp)
        return false;
    entry->sp_lstchg = number(&rest, &good);
    entry->sp_min = number(&rest, &good);
    entry->sp_max = number(&rest, &good);
    entry->sp_warn = entry->sp_inact = entry->sp_expire = -1;
    entry->sp_flag = ~0ul;
    // The first form of the file ended here.
    if (used_up(rest))
        return good;
    entry->sp_warn = number(&rest, &good);
    entry->sp_inact = number(&rest, &good);
    entry->sp_expire = number(&rest, &good);
    if (!used_up(rest))
        entry->sp_flag = (unsigned long)number(&rest, &good);
    return good;
}

/// The names of a comma-separated field as a list that lies behind the line in the buffer.
static char **names(char *text, struct pack *pack)
{
    size_t count = text && *text ? 1 : 0;
    for (const char *at = text; at && *at; at++)
        count += *at == ',';
    char **list = pack_bytes(pack, (count + 1) * sizeof *list, _Alignof(char *));
    if (!list)
        return NULL;
    size_t used = 0;
    for (char *rest = text, *name; used < count && (name = strsep(&rest, ","));)
        if (*name)
            list[used++] = name;
    list[used] = NULL;
    return list;
}

static bool parse_group(char *line, struct sgrp *entry, struct pack *pack)
{
    char *rest = line;
    entry->sg_namp = field(&rest);
    entry->sg_passwd = field(&rest);
    if (!entry->sg_passwd || !*entry->sg_namp)
        return false;
    entry->sg_adm = names(field(&rest), pack);
    entry->sg_mem = names(field(&rest), pack);
    return true;
}

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define SHADOW_FILE(type, parse, path, get, name_of, by_name) \
    static FILE *get##_file; \
    static struct type get##_entry; \
    static char get##_buffer[4096]; \
    /* The line copied into the buffer and taken apart: 0, EINVAL for one that is no entry, ERANGE for a small buffer. */ \
    static int get##_line(const char *line, struct type *entry, char *buffer, size_t size) \
    { \
        struct pack pack = {buffer, buffer + size, false}; \
        char *copy = pack_string(&pack, line); \
        if (copy) \
            copy[strcspn(copy, "\n")] = 0; \
        bool good = copy && parse(copy, entry, &pack); \
        return pack.full ? ERANGE : good ? 0 : EINVAL; \
    } \
    int s##get##_r(const char *line, struct type *entry, char *buffer, size_t size, struct type **result) \
    { \
        int error = get##_line(line, entry, buffer, size); \
        *result = error ? NULL : entry; \
        if (error) \
            errno = error; \
        return error; \
    } \
    int f##get##_r(FILE *stream, struct type *entry, char *buffer, size_t size, struct type **result) \
    { \
        char *line = NULL; \
        size_t room = 0; \
        int error = ENOENT, before = hold_cancellation(); \
        *result = NULL; \
        for (;;) { \
            off_t start = ftello(stream); \
            if (getline(&line, &room, stream) < 0) \
                break; \
            char *text = line + strspn(line, " \t"); \
            if (*text == '#' || *text == '\n' || !*text) \
                continue; \
            error = get##_line(text, entry, buffer, size); \
            if (error == ERANGE) \
                fseeko(stream, start, SEEK_SET); \
            if (error != EINVAL) \
                break; \
            error = ENOENT; \
        } \
        free(line); \
        release_cancellation(before); \
        if (error == 0) \
            *result = entry; \
        else \
            errno = error; \
        return error; \
    } \
    static FILE *get##_open(void) \
    { \
        return get##_file ? get##_file : (get##_file = fopen(path, "re")); \
    } \
    int get##_r(struct type *entry, char *buffer, size_t size, struct type **result) \
    { \
        int before = take_lock(&lock); \
        *result = NULL; \
        int error = get##_open() ? f##get##_r(get##_file, entry, buffer, size, result) : errno; \
        give_lock(&lock, before); \
        return error; \
    } \
    int by_name##_r(const char *name, struct type *entry, char *buffer, size_t size, struct type **result) \
    { \
        *result = NULL; \
        int error, before = hold_cancellation(); \
        FILE *stream = fopen(path, "re"); \
        if (!stream) { \
            release_cancellation(before); \
            return errno == ENOENT ? 0 : errno; \
        } \
        while ((error = f##get##_r(stream, entry, buffer, size, result)) == 0 && strcmp(entry->name_of, name)) {} \
        fclose(stream); \
        release_cancellation(before); \
        if (error) \
            *result = NULL; \
        return error == ENOENT ? 0 : error; \
    } \
    struct type *get(void) \
    { \
        struct type *result; \
        return get##_r(&get##_entry, get##_buffer, sizeof get##_buffer, &result) ? NULL : result; \
    } \
    struct type *f##get(FILE *stream) \
    { \
        struct type *result; \
        return f##get##_r(stream, &get##_entry, get##_buffer, sizeof get##_buffer, &result) ? NULL : result; \
    } \
    struct type *s##get(const char *line) \
    { \
        struct type *result; \
        return s##get##_r(line, &get##_entry, get##_buffer, sizeof get##_buffer, &result) ? NULL : result; \
    } \
    struct type *by_name(const char *name) \
    { \
        struct type *result; \
        return by_name##_r(name, &get##_entry, get##_buffer, sizeof get##_buffer, &result) ? NULL : result; \
    }
SHADOW_FILE(spwd, parse_user, "/etc/shadow", getspent, sp_namp, getspnam)
SHADOW_FILE(sgrp, parse_group, "/etc/gshadow", getsgent, sg_namp, getsgnam)

#define ENDS(set, end, file) \
    void set(void) \
    { \
        int before = take_lock(&lock); \
        if (file) \
            rewind(file); \
        give_lock(&lock, before); \
    } \
    void end(void) \
    { \
        int before = take_lock(&lock); \
        if (file) \
            fclose(file); \
        file = NULL; \
        give_lock(&lock, before); \
    }
ENDS(setspent, endspent, getspent_file)
ENDS(setsgent, endsgent, getsgent_file)

static bool put_names(char *const *list, FILE *stream)
{
    bool good = true;
    for (size_t i = 0; list && list[i]; i++)
        good &= fprintf(stream, "%s%s", i ? "," : "", list[i]) >= 0;
    return good;
}

/// Writes an entry as a line of /etc/gshadow; -1 where a text holds what separates fields.
int putsgent(const struct sgrp *entry, FILE *stream)
{
    if (!entry->sg_namp || strpbrk(entry->sg_namp, ":\n") || (entry->sg_passwd && strpbrk(entry->sg_passwd, ":\n"))) {
        errno = EINVAL;
        return -1;
    }
    flockfile(stream);
    bool good = fprintf(stream, "%s:%s:", entry->sg_namp, entry->sg_passwd ? entry->sg_passwd : "") >= 0;
    good &= put_names(entry->sg_adm, stream);
    good &= putc_unlocked(':', stream) != EOF;
    good &= put_names(entry->sg_mem, stream);
    good &= putc_unlocked('\n', stream) != EOF;
    funlockfile(stream);
    return good ? 0 : -1;
}
