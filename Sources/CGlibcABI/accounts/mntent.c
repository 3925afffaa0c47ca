// <mntent.h>: lines of fstab and mtab. musl takes only lines with all fields, leaves escapes as they are and finds a part of an option's name.
// Source: getmntent(3), fstab(5).
#include <mntent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// Octal escapes of three digits, and two backslashes for one.
static char *unescaped(char *field)
{
    char *to = field;
    for (char *at = field; *at; at++) {
        if (*at == '\\' && at[1] == '\\') {
            at++;
        } else if (*at == '\\' && at[1] >= '0' && at[1] <= '3' && at[2] >= '0' && at[2] <= '7' && at[3] >= '0' && at[3] <= '7') {
            *to++ = (char)((at[1] - '0') * 64 + (at[2] - '0') * 8 + at[3] - '0');
            at += 3;
            continue;
        }
        *to++ = *at;
    }
    *to = 0;
    return field;
}

static char *field(char **rest)
{
    char *start = *rest + strspn(*rest, " \t"), *end = start + strcspn(start, " \t");
    *rest = *end ? end + 1 : end;
    *end = 0;
    return unescaped(start);
}

struct mntent *getmntent_r(FILE *stream, struct mntent *entry, char *line, int room)
{
    char *start;
    do {
        if (!fgets(line, room, stream))
            return NULL;
        size_t length = strcspn(line, "\n");
        if (!line[length])
            // Longer than the buffer: the rest is lost, as on glibc.
            for (int c; (c = getc(stream)) != EOF && c != '\n';)
                ;
        line[length] = 0;
        start = line + strspn(line, " \t");
    } while (!*start || *start == '#');
    entry->mnt_fsname = field(&start);
    entry->mnt_dir = field(&start);
    entry->mnt_type = field(&start);
    entry->mnt_opts = field(&start);
    entry->mnt_freq = entry->mnt_passno = 0;
    sscanf(start, " %d %d ", &entry->mnt_freq, &entry->mnt_passno);
    return entry;
}

struct mntent *getmntent(FILE *stream)
{
    static struct mntent entry;
    static char line[4096];
    return getmntent_r(stream, &entry, line, sizeof line);
}

static void put_field(FILE *stream, const char *text, char behind)
{
    for (; *text; text++) {
        if (*text == ' ' || *text == '\t' || *text == '\n' || *text == '\\')
            fprintf(stream, "\\%03o", *text);
        else
            putc(*text, stream);
    }
    putc(behind, stream);
}

/// At the end of the file; 1 for a failure.
int addmntent(FILE *stream, const struct mntent *entry)
{
    if (fseek(stream, 0, SEEK_END))
        return 1;
    put_field(stream, entry->mnt_fsname, ' ');
    put_field(stream, entry->mnt_dir, ' ');
    put_field(stream, entry->mnt_type, ' ');
    put_field(stream, entry->mnt_opts, ' ');
    fprintf(stream, "%d %d\n", entry->mnt_freq, entry->mnt_passno);
    return fflush(stream) != 0;
}

char *hasmntopt(const struct mntent *entry, const char *option)
{
    size_t length = strlen(option);
    for (char *at = entry->mnt_opts; (at = strstr(at, option)); at = strchr(at, ','), at++) {
        if ((at == entry->mnt_opts || at[-1] == ',') && (!at[length] || at[length] == ',' || at[length] == '='))
            return at;
        if (!strchr(at, ','))
            return NULL;
    }
    return NULL;
}
