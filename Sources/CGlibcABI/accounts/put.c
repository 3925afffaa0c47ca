// <pwd.h>, <grp.h>: entries are not written where they would not be read back. Source: putpwent(3), putgrent(3).
#include "next.h"
#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>

static int bad(const char *text, const char *forbidden) { return text && strpbrk(text, forbidden); }

static int refused(void)
{
    errno = EINVAL;
    return -1;
}

int putpwent(const struct passwd *entry, FILE *stream)
{
    if (!entry || !stream || !entry->pw_name || bad(entry->pw_name, ":\n") || bad(entry->pw_passwd, ":\n") || bad(entry->pw_gecos, "\n") ||
        bad(entry->pw_dir, ":\n") || bad(entry->pw_shell, ":\n"))
        return refused();
    return NEXT(putpwent)(entry, stream);
}

int putgrent(const struct group *entry, FILE *stream)
{
    if (!entry || !stream || !entry->gr_name || bad(entry->gr_name, ":\n") || bad(entry->gr_passwd, ":\n"))
        return refused();
    for (char **member = entry->gr_mem; member && *member; member++)
        if (bad(*member, ",:\n"))
            return refused();
    if (fprintf(stream, "%s:%s:%lu:", entry->gr_name, entry->gr_passwd ? entry->gr_passwd : "", (unsigned long)entry->gr_gid) < 0)
        return -1;
    for (char **member = entry->gr_mem; member && *member; member++)
        if (fprintf(stream, "%s%s", member == entry->gr_mem ? "" : ",", *member) < 0)
            return -1;
    return putc('\n', stream) == EOF ? -1 : 0;
}
