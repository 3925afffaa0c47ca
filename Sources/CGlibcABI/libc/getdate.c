// <time.h>: dates by the templates of DATEMSK. What a template leaves out is filled from today, which musl leaves as it
// was before.
// Source: getdate(3).
#include <ctype.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { NO_VARIABLE = 1, NOT_READABLE, NO_STATUS, NO_FILE, READ_ERROR, NO_MEMORY, NO_MATCH, NO_DATE };

// A field that no template has set.
enum { UNSET = INT_MIN };

static int days_in_month(int year, int month)
{
    int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 1 ? 28 + leap : month == 3 || month == 5 || month == 8 || month == 10 ? 30 : 31;
}

/// The first day of the month that is such a weekday.
static int first_weekday(int year, int month, int weekday)
{
    struct tm first = {.tm_year = year, .tm_mon = month, .tm_mday = 1};
    timegm(&first);
    return 1 + (weekday - first.tm_wday + 7) % 7;
}

static int names_weekday(const char *template)
{
    while ((template = strchr(template, '%'))) {
        template += 1 + strspn(template + 1, "-_^#0123456789EO");
        if (*template && strchr("aAuw", *template))
            return 1;
        template += *template != 0;
    }
    return 0;
}

/// The first template that takes the whole text. 0, or what is wrong.
static int match(FILE *file, const char *text, struct tm *result)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    int error = NO_MATCH;
    while ((length = getline(&line, &room, file)) >= 0) {
        if (length && line[length - 1] == '\n')
            line[length - 1] = 0;
        *result = (struct tm){.tm_sec = UNSET, .tm_min = UNSET, .tm_hour = UNSET, .tm_mday = UNSET, .tm_mon = UNSET,
                              .tm_year = UNSET,
                              .tm_wday = UNSET, .tm_isdst = -1};
        char *end = strptime(text, line, result);
        if (end && !*end) {
            // What follows from a date of which half is not known.
            if (result->tm_mday == UNSET && !names_weekday(line))
                result->tm_wday = UNSET;
            error = 0;
            break;
        }
    }
    if (error && ferror(file))
        error = READ_ERROR;
    free(line);
    return error;
}

/// Today and now in the place of what is not set. 0 or NO_DATE.
static int fill(struct tm *date)
{
    struct tm now;
    time_t seconds = time(NULL);
    if (!localtime_r(&seconds, &now))
        return NO_DATE;
    int weekday = date->tm_wday >= 0 && date->tm_wday <= 6, known = 0;
    int nothing = date->tm_year == UNSET && date->tm_mon == UNSET && date->tm_mday == UNSET;
    if (nothing && weekday) {
        // The next such day, which today is.
        date->tm_year = now.tm_year, date->tm_mon = now.tm_mon;
        date->tm_mday = now.tm_mday + (date->tm_wday - now.tm_wday + 7) % 7;
        known = 1;
    }
    if (date->tm_mon >= 0 && date->tm_mon <= 11 && date->tm_mday == UNSET) {
        if (date->tm_year == UNSET)
            date->tm_year = now.tm_year + (date->tm_mon < now.tm_mon);
        date->tm_mday = weekday ? first_weekday(date->tm_year, date->tm_mon, date->tm_wday) : 1;
    }
    if (date->tm_hour == UNSET && date->tm_min == UNSET && date->tm_sec == UNSET)
        date->tm_hour = now.tm_hour, date->tm_min = now.tm_min, date->tm_sec = now.tm_sec;
    int *times[] = {&date->tm_hour, &date->tm_min, &date->tm_sec};
    for (int i = 0; i < 3; i++)
        if (*times[i] == UNSET)
            *times[i] = 0;
    if (nothing && !weekday && date->tm_hour >= 0 && date->tm_hour <= 23) {
        // That hour is yet to come: today or tomorrow.
        date->tm_year = now.tm_year, date->tm_mon = now.tm_mon;
        date->tm_mday = now.tm_mday + (date->tm_hour < now.tm_hour);
        known = 1;
    }
    // A year alone: this day of it.
    if (date->tm_year != UNSET && date->tm_mon == UNSET && date->tm_mday == UNSET)
        date->tm_mday = now.tm_mday;
    if (date->tm_year == UNSET)
        date->tm_year = now.tm_year;
    if (date->tm_mon == UNSET)
        date->tm_mon = now.tm_mon;
    if (!known && (date->tm_mon < 0 || date->tm_mon > 11 || date->tm_mday < 1
        || date->tm_mday > days_in_month(1900 + date->tm_year, date->tm_mon)))
        return NO_DATE;
    return mktime(date) == -1 ? NO_DATE : 0;
}

/// What is wrong: 1 no DATEMSK, 2 its file cannot be read, 3 nor asked about, 4 is no file, 5 reading failed, 6 no
/// memory, 7 no template takes the text, 8 there is no such date; 0 for none of these.
int getdate_r(const char *text, struct tm *result)
{
    const char *path = getenv("DATEMSK");
    struct stat status;
    if (!path || !*path)
        return NO_VARIABLE;
    if (stat(path, &status))
        return NO_STATUS;
    if (!S_ISREG(status.st_mode))
        return NO_FILE;
    FILE *file = access(path, R_OK) ? NULL : fopen(path, "re");
    if (!file)
        return NOT_READABLE;
    // Spaces around the text do not count.
    while (isspace((unsigned char)*text))
        text++;
    size_t length = strlen(text);
    while (length && isspace((unsigned char)text[length - 1]))
        length--;
    char *plain = strndup(text, length);
    int error = plain ? match(file, plain, result) : NO_MEMORY;
    free(plain);
    fclose(file);
    return error ? error : fill(result);
}

/// As getdate_r, with the result in memory of its own, NULL and `getdate_err` where something is wrong.
struct tm *getdate(const char *text)
{
    static struct tm result;
    int error = getdate_r(text, &result);
    if (!error)
        return &result;
    getdate_err = error;
    return NULL;
}
