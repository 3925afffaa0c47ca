// <langinfo.h>: what nl_langinfo answers in C and C.UTF-8, for every item of glibc, the wide ones and the words that libstdc++ reads included.
//
// An item is its category's number in the upper half and an index in the lower. An answer is a text, a wide text, or a number that
// glibc returns in the pointer's place. Values: nl_langinfo(3), ISO/IEC TR 14652 and what glibc 2.36 answers.
#include <langinfo.h>
#include <stdint.h>
#include <wchar.h>
#include "alias.h"
#include "locale-object.h"

typedef const void *answer;
#define WORD(value) (answer)(uintptr_t)(value)
#define NOT_GIVEN "\377"

// Stands where the answer is the locale's codeset or another thing that depends on it.
static const char codeset[1];
enum { NAME_OF_LOCALE = 0xffff };

#define DAYS(X) X("Sunday"), X("Monday"), X("Tuesday"), X("Wednesday"), X("Thursday"), X("Friday"), X("Saturday")
#define SHORT_DAYS(X) X("Sun"), X("Mon"), X("Tue"), X("Wed"), X("Thu"), X("Fri"), X("Sat")
#define MONTHS(X) X("January"), X("February"), X("March"), X("April"), X("May"), X("June"), X("July"), X("August"), \
    X("September"), X("October"), X("November"), X("December")
#define SHORT_MONTHS(X) X("Jan"), X("Feb"), X("Mar"), X("Apr"), X("May"), X("Jun"), X("Jul"), X("Aug"), X("Sep"), X("Oct"), X("Nov"), X("Dec")
#define FORMATS(X) X("%a %b %e %H:%M:%S %Y"), X("%m/%d/%y"), X("%H:%M:%S"), X("%I:%M:%S %p")
// ERA or its year, ERA_D_FMT, ALT_DIGITS, ERA_D_T_FMT, ERA_T_FMT
#define NO_ERA(X) X(""), X(""), X(""), X(""), X("")
#define NARROW(text) text
#define WIDE(text) L##text
#define DIGITS(X) X("0"), X("1"), X("2"), X("3"), X("4"), X("5"), X("6"), X("7"), X("8"), X("9")

static const answer ctype[] = {
    [13] = codeset, codeset,
    [19] = WORD(1), DIGITS(NARROW), WORD(1), DIGITS(WIDE), DIGITS(NARROW),
    [51] = WORD('0'), WORD('1'), WORD('2'), WORD('3'), WORD('4'), WORD('5'), WORD('6'), WORD('7'), WORD('8'), WORD('9'),
    [86] = "",
};
static const answer numeric[] = { ".", "", "", WORD('.'), WORD(0), codeset, "" };
static const answer time[] = {
    SHORT_DAYS(NARROW), DAYS(NARROW), SHORT_MONTHS(NARROW), MONTHS(NARROW), "AM", "PM", FORMATS(NARROW),
    "", NO_ERA(NARROW), WORD(0), "",
    SHORT_DAYS(WIDE), DAYS(WIDE), SHORT_MONTHS(WIDE), MONTHS(WIDE), L"AM", L"PM", FORMATS(WIDE), NO_ERA(WIDE),
    // The week: seven days from a Sunday, the first week holds four days of the year; then calendar direction, zone, date(1)'s format.
    "\7", WORD(19971130), "\4", "\1", "\2", "\1", "", "%a %b %e %H:%M:%S %Z %Y", L"%a %b %e %H:%M:%S %Z %Y",
    codeset, MONTHS(NARROW), MONTHS(WIDE), SHORT_MONTHS(NARROW), SHORT_MONTHS(WIDE), "",
};
static const uint32_t conversion_rate[2] = { 1, 1 };
static const answer monetary[] = {
    "", "", "", "", "", "", "", NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN,
    "-", NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, "", "",
    NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN,
    NOT_GIVEN, NOT_GIVEN, WORD(10101), WORD(99991231), WORD(10101), WORD(99991231), conversion_rate, WORD(0), WORD(0), codeset, "",
};
static const answer messages[] = { "^[yY]", "^[nN]", "", "", codeset, "" };
static const answer paper[] = { WORD(297), WORD(210), codeset, "" };
static const answer name[] = { "%p%t%g%t%m%t%f", "", "", "", "", "", codeset, "" };
static const answer address[] = { "%a%N%f%N%d%N%b%N%s %h %e %r%N%C-%z %T%N%c%N", "", "", "", "", "", WORD(0), "", "", "", "", "", codeset, "" };
static const answer telephone[] = { "+%c %a %l", "", "", "", codeset, "" };
static const answer measurement[] = { "\1", codeset, "" };
static const answer identification[] = { "C locale", "", "", "", "", "", "", "", "", "", "", "", "2.1", "2022-01-30", "i18n:2012", codeset, "" };

static const struct { const answer *answers; unsigned count; } categories[GLIBC_CATEGORIES] = {
#define CATEGORY(table) { table, sizeof table / sizeof *table }
    CATEGORY(ctype), CATEGORY(numeric), CATEGORY(time), CATEGORY(ctype), CATEGORY(monetary), CATEGORY(messages), { 0, 0 },
    CATEGORY(paper), CATEGORY(name), CATEGORY(address), CATEGORY(telephone), CATEGORY(measurement), CATEGORY(identification),
};
_Static_assert(sizeof time / sizeof *time == 160, "every item of LC_TIME has its place");
_Static_assert(sizeof monetary / sizeof *monetary == 47, "every item of LC_MONETARY has its place");

static char *langinfo(nl_item item, const struct glibc_compat_locale *locale)
{
    unsigned category = (unsigned)item >> 16, index = (unsigned)item & 0xffff;
    if (category >= GLIBC_CATEGORIES || category == GLIBC_LC_ALL)
        return "";
    if (index == NAME_OF_LOCALE)
        return (char *)locale->names[category];
    // The collation tables are glibc's own; of LC_COLLATE only the codeset, item 18, can be told.
    if (category == LC_COLLATE)
        return index == 18 ? locale->utf8 ? "UTF-8" : "ANSI_X3.4-1968" : "";
    if (index >= categories[category].count)
        return "";
    answer found = categories[category].answers[index];
    if (found != codeset)
        return found || category != LC_CTYPE || index >= 51 ? (char *)found : "";
    if (category == LC_CTYPE && index == 13)
        return (char *)(uintptr_t)(locale->utf8 ? 6 : 1);
    return locale->utf8 ? "UTF-8" : "ANSI_X3.4-1968";
}

/// nl_langinfo(3); an item that does not exist gives "".
char *nl_langinfo(nl_item item) { return langinfo(item, glibc_compat_current_locale()); }

/// nl_langinfo_l(3).
char *nl_langinfo_l(nl_item item, locale_t locale) { return langinfo(item, glibc_compat_locale_object(locale)); }
ALIAS(nl_langinfo_l, __nl_langinfo_l);
