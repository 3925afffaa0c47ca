// <fmtmsg.h>: messages in the form of System V, with severities that the program or SEV_LEVEL adds. Source: fmtmsg(3), addseverity(3).
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <syslog.h>

enum { OK = 0, FAILED = -1, NO_MESSAGE = 1, NO_CONSOLE = 4 };
enum { TO_STDERR = 0x100, TO_CONSOLE = 0x200 };
enum { LABEL = 1, SEVERITY = 2, TEXT = 4, ACTION = 8, TAG = 16, EVERYTHING = 31 };
enum { INFO = 4 };

struct severity { struct severity *next; int level; char *text; };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct severity *added;

static const char *severity_text(int level)
{
    static const char *const standard[] = {"", "HALT", "ERROR", "WARNING", "INFO"};
    if (level >= 0 && level <= INFO) return standard[level];
    for (struct severity *s = added; s; s = s->next)
        if (s->level == level) return s->text;
    return NULL;
}

static int add(int level, const char *text, size_t length)
{
    struct severity **at = &added;
    while (*at && (*at)->level != level) at = &(*at)->next;
    if (!text) {
        struct severity *gone = *at;
        if (!gone) return FAILED;
        *at = gone->next;
        free(gone->text), free(gone);
        return OK;
    }
    char *copy = strndup(text, length);
    struct severity *s = *at;
    if (!copy || (!s && !(s = calloc(1, sizeof *s)))) {
        free(copy);
        return FAILED;
    }
    free(s->text);
    s->level = level, s->text = copy;
    *at = s;
    return OK;
}

/// Gives a severity above MM_INFO its text; NULL takes it away. MM_OK, or MM_NOTOK for another severity, or one that is not there.
int addseverity(int level, const char *text)
{
    if (level <= INFO) return FAILED;
    pthread_mutex_lock(&lock);
    int result = add(level, text, text ? strlen(text) : 0);
    pthread_mutex_unlock(&lock);
    return result;
}

static int shown;

/// SEV_LEVEL is a list of "description,level,text" between colons; MSGVERB a list of the parts of a message to show.
static void read_environment(void)
{
    static const char *const names[] = {"label", "severity", "text", "action", "tag"};
    const char *at = getenv("MSGVERB");
    while (at && *at) {
        size_t length = strcspn(at, ":");
        int part = 0;
        for (int i = 0; i < 5; i++)
            if (strlen(names[i]) == length && !memcmp(names[i], at, length)) part = 1 << i;
        if (!part) {
            shown = EVERYTHING;
            break;
        }
        shown |= part;
        at += length + (at[length] == ':');
    }
    if (!shown) shown = EVERYTHING;
    for (at = getenv("SEV_LEVEL"); at && *at;) {
        size_t length = strcspn(at, ":");
        const char *comma = memchr(at, ',', length), *end = at + length;
        char *after = NULL;
        long level = comma ? strtol(comma + 1, &after, 0) : 0;
        if (comma && after > comma + 1 && after < end && *after == ',' && level > INFO) add((int)level, after + 1, (size_t)(end - after - 1));
        at += length + (at[length] == ':');
    }
}

/// Shows a message on standard error, the console (the system's log), or both. MM_OK; MM_NOTOK for a label that is not "up to ten
/// characters:up to fourteen" or for an unknown severity; MM_NOMSG where standard error cannot be written.
int fmtmsg(long where, const char *label, int severity, const char *text, const char *action, const char *tag)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, read_environment);
    if (label) {
        const char *colon = strchr(label, ':');
        if (!colon || colon - label > 10 || strlen(colon + 1) > 14) return FAILED;
    }
    pthread_mutex_lock(&lock);
    const char *severe = severity_text(severity);
    int result = severe ? OK : FAILED;
    for (int target = 0; target < 2 && severe; target++) {
        int parts = target ? EVERYTHING : shown;
        if (!(where & (target ? TO_CONSOLE : TO_STDERR))) continue;
        const char *l = parts & LABEL ? label : NULL, *s = parts & SEVERITY && severity ? severe : NULL, *t = parts & TEXT ? text : NULL;
        const char *a = parts & ACTION ? action : NULL, *g = parts & TAG ? tag : NULL;
        const char *pieces[] = {l ? l : "", l && (s || t || a || g) ? ": " : "", s ? s : "", s && (t || a || g) ? ": " : "", t ? t : "",
                                t && (a || g) ? "\n" : "", a ? "TO FIX: " : "", a ? a : "", a && g ? "  " : "", g ? g : ""};
#define PIECES pieces[0], pieces[1], pieces[2], pieces[3], pieces[4], pieces[5], pieces[6], pieces[7], pieces[8], pieces[9]
        if (target) syslog(LOG_ERR, "%s%s%s%s%s%s%s%s%s%s\n", PIECES);
        else if (fprintf(stderr, "%s%s%s%s%s%s%s%s%s%s\n", PIECES) < 0) result = NO_MESSAGE;
    }
    pthread_mutex_unlock(&lock);
    return result;
}
