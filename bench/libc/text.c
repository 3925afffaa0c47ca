// Sorting, numbers and text, character sets, regular expressions, time.
#include "micro.h"
#include <iconv.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <wchar.h>

static int by_value(const void *a, const void *b) { return (*(const int *)a > *(const int *)b) - (*(const int *)a < *(const int *)b); }
static int by_text(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static void sort_numbers(const struct row *row, long count)
{
    int *numbers = malloc(row->size * sizeof *numbers);
    for (long i = 0; i < count; i++) {
        unsigned state = 5;
        for (long k = 0; k < row->size; k++)
            numbers[k] = draw(&state, 1 << 24);
        qsort(numbers, row->size, sizeof *numbers, by_value);
    }
    free(numbers);
}

static void sort_texts(const struct row *row, long count)
{
    static char texts[10000][12];
    char **order = malloc(row->size * sizeof *order);
    unsigned state = 5;
    for (long k = 0; k < row->size; k++)
        snprintf(texts[k], sizeof texts[k], "key%07u", draw(&state, 10000000));
    for (long i = 0; i < count; i++) {
        for (long k = 0; k < row->size; k++)
            order[k] = texts[k];
        qsort(order, row->size, sizeof *order, by_text);
    }
    free(order);
}

static void search_numbers(const struct row *row, long count)
{
    static int numbers[1000];
    unsigned state = 3;
    (void)row;
    for (int i = 0; i < 1000; i++)
        numbers[i] = i * 3;
    for (long i = 0; i < count; i++) {
        int key = draw(&state, 3000);
        USE(bsearch(&key, numbers, 1000, sizeof *numbers, by_value));
    }
}

#define EACH(name, ...) \
    static void name(const struct row *row, long count) \
    { \
        (void)row; \
        char buffer[256] = ""; \
        (void)buffer; \
        for (long i = 0; i < count; i++) { __VA_ARGS__; } \
    }
EACH(print_integer, snprintf(buffer, sizeof buffer, "%ld", i * 12345))
EACH(print_text, snprintf(buffer, sizeof buffer, "%s: %-20s|", "a key", "some value"))
EACH(print_double, snprintf(buffer, sizeof buffer, "%.6g", i * 1.7e-3))
EACH(print_shortest, snprintf(buffer, sizeof buffer, "%.17g", i * 1.7e-3))
EACH(print_fixed, snprintf(buffer, sizeof buffer, "%.2f", i * 1.7))
EACH(print_mixed, snprintf(buffer, sizeof buffer, "%s:%d: error %#lx in '%c' at %5.1f%%", "file.c", (int)i, i, 'x', 12.5))
EACH(scan_mixed, int a; double b; char c[16]; USE(sscanf("123 4.5e3 word", "%d %lf %15s", &a, &b, c)))

static const char *const numbers[] = {"0", "1.5", "3.14159", "1e10", "123456.789", "2.2250738585072014e-308", "0.1", "-17.25", "6.02214076e23", "299792458"};
EACH(to_double, USE((long)strtod(numbers[i % 10], NULL)))
EACH(to_long, USE(strtol("1234567890", NULL, 10)))
EACH(to_long_hexadecimal, USE(strtoul("0xdeadbeef", NULL, 16)))

static char utf8_text[8192], latin_text[4096], chinese_text[4096];
static wchar_t wide_text[8192];
static void prepare_text(const struct row *row)
{
    (void)row;
    char *to = utf8_text;
    for (int i = 0; i < 4000; i++) {
        latin_text[i] = i % 8 ? 'a' + i % 26 : (char)0xe9;
        if (i % 8)
            *to++ = 'a' + i % 26;
        else
            to = stpcpy(to, "\303\251");
    }
}

// Characters of two bytes, and one of ASCII among four.
static void prepare_chinese(const struct row *row)
{
    (void)row;
    static const char *const characters[] = {"\326\320", "\316\304", "\327\326", " "};
    char *to = chinese_text;
    while (to < chinese_text + sizeof chinese_text - 2)
        to = stpcpy(to, characters[(to - chinese_text) % 7 % 4]);
}

static void convert(const char *to, const char *from, char *text, long count)
{
    char out[20000];
    iconv_t converter = iconv_open(to, from);
    for (long i = 0; i < count; i++) {
        char *in = text, *at = out;
        size_t left = strlen(text), room = sizeof out;
        if (iconv(converter, &in, &left, &at, &room) == (size_t)-1)
            abort();
    }
    iconv_close(converter);
}
static void convert_utf16(const struct row *row, long count) { (void)row; convert("UTF-16LE", "UTF-8", utf8_text, count); }
static void convert_latin(const struct row *row, long count) { (void)row; convert("UTF-8", "ISO-8859-1", latin_text, count); }
static void convert_chinese(const struct row *row, long count) { (void)row; convert("UTF-8", "GB18030", chinese_text, count); }
static void convert_open(const struct row *row, long count)
{
    (void)row;
    for (long i = 0; i < count; i++)
        iconv_close(iconv_open("UTF-8", "ISO-8859-1"));
}
EACH(to_wide, USE(mbstowcs(wide_text, utf8_text, 8192)))
EACH(from_wide, wchar_t w = i % 2 ? L'a' : L'\u00e9'; USE(wctomb(buffer, w)))

static const char *const patterns[] = {"hello", "([a-z]+)@([a-z]+)\\.com", "^[[:space:]]*#.*$", "(foo|bar|baz)+[0-9]{2,4}"};
static char subject[4096];
static regex_t compiled;
static void prepare_regex(const struct row *row)
{
    for (int i = 0; i < 4000; i++)
        subject[i] = "the quick brown fox "[i % 20];
    strcpy(subject + 3960, " hello joe@example.com barfoo123");
    if (regcomp(&compiled, patterns[row->size], REG_EXTENDED) != 0)
        abort();
}
static void match(const struct row *row, long count)
{
    regmatch_t matches[4];
    (void)row;
    for (long i = 0; i < count; i++)
        USE(regexec(&compiled, subject, 4, matches, 0));
}
static void compile(const struct row *row, long count)
{
    for (long i = 0; i < count; i++) {
        regex_t regex;
        if (regcomp(&regex, patterns[row->size], REG_EXTENDED) != 0)
            abort();
        regfree(&regex);
    }
}

EACH(local, time_t t = 1000000000 + i * 1000; struct tm tm; USE(localtime_r(&t, &tm)))
EACH(format_time, struct tm tm = {.tm_year = 120, .tm_mday = 5, .tm_hour = i % 24}; USE(strftime(buffer, sizeof buffer, "%Y-%m-%d %H:%M:%S", &tm)))
EACH(environment, USE(getenv("HOME")))

const struct row text_rows[] = {
    {"qsort", "100 int", sort_numbers, 100, 0, NULL}, {"qsort", "100,000 int", sort_numbers, 100000, 0, NULL},
    {"qsort", "10,000 texts", sort_texts, 10000, 0, NULL}, {"bsearch", "1,000 int", search_numbers, 0, 0, NULL},
    {"snprintf", "%ld", print_integer, 0, 0, NULL}, {"snprintf", "%s %-20s", print_text, 0, 0, NULL}, {"snprintf", "%.6g", print_double, 0, 0, NULL},
    {"snprintf", "%.17g", print_shortest, 0, 0, NULL}, {"snprintf", "%.2f", print_fixed, 0, 0, NULL}, {"snprintf", "mixed", print_mixed, 0, 0, NULL},
    {"sscanf", "mixed", scan_mixed, 0, 0, NULL}, {"strtod", "ten numbers", to_double, 0, 0, NULL}, {"strtol", "decimal", to_long, 0, 0, NULL},
    {"strtoul", "hexadecimal", to_long_hexadecimal, 0, 0, NULL}, {"iconv", "UTF-8 to UTF-16LE, 4 KB", convert_utf16, 0, 0, prepare_text},
    {"iconv", "ISO-8859-1 to UTF-8, 4 KB", convert_latin, 0, 0, prepare_text},
    {"iconv", "GB18030 to UTF-8, 4 KB", convert_chinese, 0, 0, prepare_chinese}, {"iconv", "open and close", convert_open, 0, 0, NULL},
    {"mbstowcs", "UTF-8, 4 KB", to_wide, 0, 0, prepare_text}, {"wctomb", "UTF-8", from_wide, 0, 0, NULL},
    {"regexec", "a word, 4 KB", match, 0, 0, prepare_regex}, {"regexec", "groups, 4 KB", match, 1, 0, prepare_regex},
    {"regexec", "a line, 4 KB", match, 2, 0, prepare_regex}, {"regexec", "alternatives, 4 KB", match, 3, 0, prepare_regex},
    {"regcomp", "groups", compile, 1, 0, NULL}, {"regcomp", "alternatives", compile, 3, 0, NULL}, {"localtime_r", "UTC", local, 0, 0, NULL},
    {"strftime", "date and time", format_time, 0, 0, NULL}, {"getenv", "HOME", environment, 0, 0, NULL}, {0},
};
