// <pwd.h> and <grp.h>: the entry of a name or of a number.
//
// Lines are read as getpwent and getgrent read them (passwd.c): musl cuts the last character of a file that ends without a newline, and knows
// neither blanks before a name nor those before a member's. Whom the files do not have musl is asked for, which asks nscd.
// errno is 0 afterwards where nothing went wrong,
// for programs that look at it, as for glibc. Source: getpwnam(3), getgrnam(3), nscd(8).
#include "next.h"
#include "not-cancelled.h"
#include "pack.h"
#include "passwd.h"
#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>

/// What is sought: a name, or without one a number.
struct key {
    const char *name;
    uint32_t number;
};

static bool is_of_nis(const char *name) { return *name == '+' || *name == '-'; }

/// Lines of NIS are nobody's.
static bool is_sought(const char *name, uint32_t number, const struct key *key)
{
    return !is_of_nis(name) && (key->name ? !strcmp(name, key->name) : number == key->number);
}

#define BY_KEY(type, path, read_entry, name_of, number_of, by_name, by_number) \
    /* 0, ERANGE, or ENOENT where the file has no such entry. */ \
    static int find_##type(struct key key, struct type *entry, char *buffer, size_t size, struct type **result) \
    { \
        int before = hold_cancellation(), error = ENOENT; \
        FILE *file = fopen(path, "re"); \
        while (file && (error = read_entry(file, entry, buffer, size)) == 0 && !is_sought(entry->name_of, entry->number_of, &key)) {} \
        if (file) \
            fclose(file); \
        release_cancellation(before); \
        *result = error ? NULL : entry; \
        return error; \
    } \
    static int seek_##type(struct key key, struct type *entry, char *buffer, size_t size, struct type **result) \
    { \
        int error = find_##type(key, entry, buffer, size, result); \
        if (error == ENOENT) \
            error = key.name ? NEXT(by_name##_r)(key.name, entry, buffer, size, result) \
                             : NEXT(by_number##_r)(key.number, entry, buffer, size, result); \
        if (*result && is_of_nis(entry->name_of)) \
            *result = NULL; \
        errno = error; \
        return error; \
    } \
    int by_name##_r(const char *name, struct type *entry, char *buffer, size_t size, struct type **result) \
    { \
        return seek_##type((struct key){.name = name}, entry, buffer, size, result); \
    } \
    int by_number##_r(uint32_t number, struct type *entry, char *buffer, size_t size, struct type **result) \
    { \
        return seek_##type((struct key){.number = number}, entry, buffer, size, result); \
    } \
    /* In memory of the shim's own, which grows with the lines. */ \
    static struct type *keep_##type(struct key key) \
    { \
        static char *buffer; \
        static size_t size; \
        static struct type entry; \
        struct type *result = NULL; \
        while (!buffer || seek_##type(key, &entry, buffer, size, &result) == ERANGE) { \
            char *more = realloc(buffer, size ? size * 2 : 1024); \
            if (!more) \
                return NULL; \
            buffer = more; \
            size = size ? size * 2 : 1024; \
        } \
        return result; \
    } \
    struct type *by_name(const char *name) { return keep_##type((struct key){.name = name}); } \
    struct type *by_number(uint32_t number) { return keep_##type((struct key){.number = number}); }
BY_KEY(passwd, "/etc/passwd", glibc_compat_read_user, pw_name, pw_uid, getpwnam, getpwuid)
BY_KEY(group, "/etc/group", glibc_compat_read_group, gr_name, gr_gid, getgrnam, getgrgid)
