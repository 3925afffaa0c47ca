// <ttyent.h>: the lines of /etc/ttys, which Linux systems seldom have. Source: getttyent(3).
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TTY_ON = 1, TTY_SECURE = 2 };

struct ttyent {
    char *ty_name, *ty_getty, *ty_type;
    int ty_status;
    char *ty_window, *ty_comment;
};

static FILE *file;
static char *line;
static size_t room;
static struct ttyent shown;

int setttyent(void)
{
    if (file)
        rewind(file);
    else
        file = fopen("/etc/ttys", "re");
    return file != NULL;
}

int endttyent(void)
{
    int result = 1;
    if (file)
        result = fclose(file) != EOF;
    file = NULL;
    return result;
}

/// The next word, quotes removed; `at` moves behind it. NULL at the end or before a comment.
static char *word(char **at)
{
    char *from = *at + strspn(*at, " \t"), *to = from, *start = from;
    if (!*from || *from == '#' || *from == '\n') {
        *at = from;
        return NULL;
    }
    for (char quote = 0; *from && *from != '\n' && (quote || (*from != ' ' && *from != '\t' && *from != '#')); from++) {
        if (*from == '"')
            quote = !quote;
        else
            *to++ = *from;
    }
    char *next = *from && *from != '#' ? from + 1 : from;
    *to = 0;
    *at = next;
    return start;
}

struct ttyent *getttyent(void)
{
    if (!file && !setttyent())
        return NULL;
    while (getline(&line, &room, file) > 0) {
        char *at = line, *name = word(&at), *flag;
        if (!name)
            continue;
        shown = (struct ttyent){.ty_name = name};
        if ((shown.ty_getty = word(&at)))
            shown.ty_type = word(&at);
        while (shown.ty_type && (flag = word(&at))) {
            if (!strcmp(flag, "on"))
                shown.ty_status |= TTY_ON;
            else if (!strcmp(flag, "off"))
                shown.ty_status &= ~TTY_ON;
            else if (!strcmp(flag, "secure"))
                shown.ty_status |= TTY_SECURE;
            else if (!strncmp(flag, "window=", 7))
                shown.ty_window = flag + 7;
            else
                break;
        }
        if (*at == '#') {
            shown.ty_comment = at + 1 + strspn(at + 1, " \t");
            shown.ty_comment[strcspn(shown.ty_comment, "\n")] = 0;
        }
        return &shown;
    }
    return NULL;
}

struct ttyent *getttynam(const char *name)
{
    struct ttyent *entry;
    setttyent();
    while ((entry = getttyent()) && strcmp(entry->ty_name, name)) {}
    endttyent();
    return entry;
}

/// The place of the caller's terminal in that file, 0 where it has none. Source: ttyslot(3).
int ttyslot(void)
{
    char path[256];
    for (int fd = 0; fd < 3; fd++) {
        if (ttyname_r(fd, path, sizeof path) != 0)
            continue;
        const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
        int slot = 1;
        struct ttyent *entry;
        setttyent();
        for (; (entry = getttyent()) && strcmp(entry->ty_name, name); slot++) {}
        endttyent();
        return entry ? slot : 0;
    }
    return 0;
}
