// <pwd.h> and <grp.h>: walking through all entries, and entries of any stream, with the caller's memory.
//
// musl takes the last character of a file without a newline at its end for that newline, and has these functions only with its own static memory. A
// buffer that is too small gives ERANGE and the same entry again at the next call, as glibc's files do. Source: getpwent_r(3), getgrent_r(3),
// fgetpwent(3), fgetgrent(3), passwd(5), group(5), glibc's manual on lines that begin with + or -.
#include "not-cancelled.h"
#include "pack.h"
#include "passwd.h"
#include <errno.h>
#include <grp.h>
#include <pthread.h>
#include <pwd.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/// The text up to the next colon or the end of the line.
static char *field(char **rest)
{
    char *start = *rest, *end = start + strcspn(start, ":");
    *rest = *end ? end + 1 : end;
    *end = 0;
    return start;
}

/// A number of 32 bits. Where it may be left out, not with all that comes behind it, it is 0 then.
static bool number(char **rest, bool optional, uint32_t *value)
{
    char *end;
    if (!**rest)
        return false;
    int saved = errno;
    unsigned long got = strtoul(*rest, &end, 10);
    errno = saved;
    if (end == *rest && !optional)
        return false;
    if (*end && *end != ':')
        return false;
    *value = end == *rest ? 0 : got > UINT32_MAX ? UINT32_MAX : (uint32_t)got;
    *rest = *end ? end + 1 : end;
    return true;
}

static bool is_of_nis(const char *name) { return *name == '+' || *name == '-'; }

static bool parse_user(char *line, struct passwd *entry, struct pack *pack)
{
    (void)pack;
    *entry = (struct passwd){.pw_name = field(&line)};
    bool nis = is_of_nis(entry->pw_name);
    if (!*line && nis)
        return true;
    entry->pw_passwd = field(&line);
    if (!number(&line, nis, &entry->pw_uid) || !number(&line, nis, &entry->pw_gid))
        return false;
    entry->pw_gecos = field(&line);
    entry->pw_dir = field(&line);
    entry->pw_shell = line;
    return true;
}

/// The members, whose list lies behind the line in the buffer.
static char **members(char *text, struct pack *pack)
{
    size_t count = 1;
    for (const char *at = text; *at; at++)
        count += *at == ',';
    char **list = pack_bytes(pack, (count + 1) * sizeof *list, _Alignof(char *));
    if (!list)
        return NULL;
    size_t used = 0;
    for (char *rest = text, *name; (name = strsep(&rest, ","));) {
        name += strspn(name, " \t\n\v\f\r");
        if (*name)
            list[used++] = name;
    }
    list[used] = NULL;
    return list;
}

static bool parse_group(char *line, struct group *entry, struct pack *pack)
{
    *entry = (struct group){.gr_name = field(&line)};
    bool nis = is_of_nis(entry->gr_name);
    if (*line || !nis) {
        entry->gr_passwd = field(&line);
        if (!number(&line, nis, &entry->gr_gid))
            return false;
    }
    entry->gr_mem = members(line, pack);
    return true;
}

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

struct memory {
    char *text;
    size_t size;
};

/// Room for longer lines. False: there is none.
static bool grow(struct memory *memory)
{
    size_t size = memory->size ? memory->size * 2 : 1024;
    char *text = realloc(memory->text, size);
    if (!text)
        return false;
    *memory = (struct memory){text, size};
    return true;
}

#define ACCOUNTS(type, parse, path, get, set, end, read_entry) \
    static FILE *get##_file; \
    /* 0, ENOENT, ERANGE. Only who will read the same entry again asks where it starts, which is a system call for each line. */ \
    static int get##_entry(FILE *stream, struct type *entry, char *buffer, size_t size, bool goes_back) \
    { \
        char *line = NULL; \
        size_t room = 0; \
        int error = ENOENT; \
        for (;;) { \
            off_t start = goes_back ? ftello(stream) : 0; \
            if (getline(&line, &room, stream) < 0) \
                break; \
            char *text = line + strspn(line, " \t\v\f\r"); \
            text[strcspn(text, "\n")] = 0; \
            if (*text == '#' || !*text) \
                continue; \
            struct pack pack = {buffer, buffer + size, false}; \
            char *copy = pack_string(&pack, text); \
            bool good = copy && parse(copy, entry, &pack); \
            if (pack.full) { \
                if (goes_back) \
                    fseeko(stream, start, SEEK_SET); \
                error = ERANGE; \
                break; \
            } \
            if (good) { \
                error = 0; \
                break; \
            } \
        } \
        free(line); \
        return error; \
    } \
    int read_entry(FILE *stream, struct type *entry, char *buffer, size_t size) \
    { \
        return get##_entry(stream, entry, buffer, size, false); \
    } \
    int f##get##_r(FILE *stream, struct type *entry, char *buffer, size_t size, struct type **result) \
    { \
        int before = hold_cancellation(); \
        int error = get##_entry(stream, entry, buffer, size, true); \
        release_cancellation(before); \
        *result = error ? NULL : entry; \
        if (error) \
            errno = error; \
        return error; \
    } \
    static int get##_next(struct type *entry, char *buffer, size_t size, struct type **result) \
    { \
        *result = NULL; \
        if (!get##_file && !(get##_file = fopen(path, "re"))) \
            return errno; \
        return f##get##_r(get##_file, entry, buffer, size, result); \
    } \
    int get##_r(struct type *entry, char *buffer, size_t size, struct type **result) \
    { \
        int before = take_lock(&lock); \
        int error = get##_next(entry, buffer, size, result); \
        give_lock(&lock, before); \
        return error; \
    } \
    struct type *get(void) \
    { \
        static struct memory memory; \
        static struct type entry; \
        struct type *result = NULL; \
        int error = ERANGE, saved = errno; \
        int before = take_lock(&lock); \
        while (error == ERANGE && (memory.text || grow(&memory)) \
            && (error = get##_next(&entry, memory.text, memory.size, &result)) == ERANGE && grow(&memory)) {} \
        give_lock(&lock, before); \
        /* The end is no error. */ \
        if (!error || error == ENOENT) \
            errno = saved; \
        return result; \
    } \
    struct type *f##get(FILE *stream) \
    { \
        static struct memory memory; \
        static struct type entry; \
        struct type *result = NULL; \
        int error = ERANGE; \
        int before = take_lock(&lock); \
        while (error == ERANGE && (memory.text || grow(&memory)) \
            && (error = f##get##_r(stream, &entry, memory.text, memory.size, &result)) == ERANGE && grow(&memory)) {} \
        give_lock(&lock, before); \
        return result; \
    } \
    void set(void) \
    { \
        int before = take_lock(&lock); \
        if (get##_file) \
            rewind(get##_file); \
        give_lock(&lock, before); \
    } \
    void end(void) \
    { \
        int before = take_lock(&lock); \
        if (get##_file) \
            fclose(get##_file); \
        get##_file = NULL; \
        give_lock(&lock, before); \
    }
ACCOUNTS(passwd, parse_user, "/etc/passwd", getpwent, setpwent, endpwent, glibc_compat_read_user)
ACCOUNTS(group, parse_group, "/etc/group", getgrent, setgrent, endgrent, glibc_compat_read_group)
