// gettext: LANGUAGE's list, fallbacks of names, encodings, plural forms, machine strings, damaged catalogues
#include <errno.h>
#include <inttypes.h>
#include <libintl.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct entry { const char *from, *to; int from_size, to_size; };
#define PAIR(a, b) { a, b, sizeof a - 1, sizeof b - 1 }

static void number(FILE *f, uint32_t value, int big)
{
    for (int i = 0; i < 4; i++) putc(value >> (big ? 24 - 8 * i : 8 * i) & 255, f);
}

// glibc takes machine strings from a catalogue with a hash table only: the hash is P. J. Weinberger's.
enum { HASH_SIZE = 11 };
static uint32_t hash(const char *text)
{
    uint32_t value = 0, top;
    for (; *text; text++) {
        value = (value << 4) + (unsigned char)*text;
        if ((top = value & 0xf0000000u)) value ^= top >> 24, value ^= top;
    }
    return value;
}

// A catalogue of sorted entries; with `machine`, one string "%<PRIu64> things" of minor revision 1.
static void catalogue(const char *path, const struct entry *entries, int count, int big, int machine)
{
    FILE *f = fopen(path, "w");
    if (!f) { perror(path); exit(1); }
    uint32_t header = machine ? 48 : 28, tables = header, at = tables + 16 * count;
    uint32_t segments = at, records = segments + 8 + 8, strings = records + 2 * 20;
    if (machine) at = strings + 8;
    uint32_t table = at, cells[HASH_SIZE] = { 0 };
    if (machine) at += 4 * HASH_SIZE;
    uint32_t names = at;
    if (machine) at += 7;
    uint32_t fixed = at;
    if (machine) at += 2 * 16;
    number(f, 0x950412de, big), number(f, machine ? 1 : 0, big), number(f, count, big), number(f, tables, big);
    number(f, tables + 8 * count, big), number(f, machine ? HASH_SIZE : 0, big), number(f, table, big);
    if (machine) number(f, 1, big), number(f, segments, big), number(f, 1, big), number(f, strings, big), number(f, strings + 4, big);
    for (int i = 0; i < count; i++) number(f, entries[i].from_size, big), number(f, at, big), at += entries[i].from_size + 1;
    for (int i = 0; i < count; i++) number(f, entries[i].to_size, big), number(f, at, big), at += entries[i].to_size + 1;
    if (machine) {
        number(f, 7, big), number(f, names, big), number(f, 0, big), number(f, 0, big);
        // "%" PRIu64 " things\0" and "%" PRIu64 " Dinge\0"
        number(f, fixed, big), number(f, 1, big), number(f, 0, big), number(f, 8, big), number(f, 0xffffffff, big);
        number(f, fixed + 16, big), number(f, 1, big), number(f, 0, big), number(f, 7, big), number(f, 0xffffffff, big);
        number(f, records, big), number(f, records + 20, big);
        for (int i = 0; i < count; i++) {
            uint32_t value = hash(entries[i].from), place = value % HASH_SIZE, step = 1 + value % (HASH_SIZE - 2);
            while (cells[place]) place = (place + step) % HASH_SIZE;
            cells[place] = i + 1;
        }
        for (int i = 0; i < HASH_SIZE; i++) number(f, cells[i], big);
        fwrite("PRIu64", 1, 7, f);
        fwrite("% things\0\0\0\0\0\0\0\0", 1, 16, f);
        fwrite("% Dinge\0\0\0\0\0\0\0\0\0", 1, 16, f);
    }
    for (int i = 0; i < count; i++) fwrite(entries[i].from, 1, entries[i].from_size + 1, f);
    for (int i = 0; i < count; i++) fwrite(entries[i].to, 1, entries[i].to_size + 1, f);
    fclose(f);
}

static void show(const char *title)
{
    printf("%s:", title);
    errno = 77;
    printf(" [%s] [%s] [%s]", gettext("hello"), dgettext("other", "hello"), gettext("unknown"));
    for (unsigned long n = 0; n < 6; n++) printf(" %s", ngettext("one file", "%lu files", n));
    printf(" [%s] %d\n", gettext(""), errno);
}

int main(void)
{
    static const struct entry german[] = {
        PAIR("", "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"),
        PAIR("hello", "grüß dich"), PAIR("one file\0%lu files", "eine Datei\0%lu Dateien"),
    };
    static const struct entry polish[] = {
        PAIR("", "Content-Type: text/plain; charset=ISO-8859-2\n"
                 "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"),
        PAIR("hello", "cze\xb6\xe6"), PAIR("one file\0%lu files", "plik\0pliki\0plik\xf3w"),
    };
    static const struct entry broken[] = { PAIR("", "Plural-Forms: nplurals=2; plural=n+;\n"), PAIR("hello", "broken"),
                                           PAIR("one file\0%lu files", "b one\0b many") };
    static const char *const folders[] = { "l", "l/de", "l/de/LC_MESSAGES", "l/de/LC_TIME", "l/pl_PL", "l/pl_PL/LC_MESSAGES", "l/bb", "l/bb/LC_MESSAGES",
                                           "l/tt", "l/tt/LC_MESSAGES", "l/C.utf8", "l/C.utf8/LC_MESSAGES" };
    for (unsigned i = 0; i < sizeof folders / sizeof *folders; i++) mkdir(folders[i], 0755);
    catalogue("l/de/LC_MESSAGES/test.mo", german, 3, 0, 1);
    catalogue("l/de/LC_TIME/test.mo", german, 2, 1, 0);
    catalogue("l/pl_PL/LC_MESSAGES/test.mo", polish, 3, 1, 0);
    catalogue("l/bb/LC_MESSAGES/test.mo", broken, 3, 0, 0);
    FILE *f = fopen("l/tt/LC_MESSAGES/test.mo", "w");
    fputs("\xde\x12\x04\x95 too short", f), fclose(f);

    printf("%s %s\n", textdomain(NULL), bindtextdomain("test", NULL));
    printf("%p %p\n", (void *)bindtextdomain("", "/x"), (void *)bind_textdomain_codeset("test", NULL));
    setenv("LANGUAGE", "de", 1);
    show("before setlocale");
    setlocale(LC_ALL, "C.UTF-8");
    printf("%s\n", textdomain("test"));
    char here[4096], folder[4200];
    snprintf(folder, sizeof folder, "%s/l", realpath(".", here));
    printf("%d\n", strcmp(bindtextdomain("test", folder), folder));
    show("de");
    setenv("LANGUAGE", "xx:pl_PL.UTF-8@euro:de", 1), textdomain("test");
    show("pl");
    setenv("LANGUAGE", "de_AT.ISO-8859-1", 1), textdomain("test");
    show("de_AT");
    setenv("LANGUAGE", "C:de", 1), textdomain("test");
    show("C first");
    setenv("LANGUAGE", "tt:bb", 1), textdomain("test");
    show("broken");
    setenv("LANGUAGE", "", 1), textdomain("test");
    show("empty");
    catalogue("l/C.utf8/LC_MESSAGES/more.mo", german, 3, 0, 0);
    bindtextdomain("more", folder);
    printf("%s\n", dgettext("more", "hello"));
    setenv("LANGUAGE", "de", 1), textdomain("test");
    printf("%s %s\n", dcgettext("test", "hello", LC_TIME), dcgettext("test", "hello", LC_CTYPE));
    printf("%s %s\n", dcgettext("test", "hello", LC_ALL), dcgettext("test", "hello", 99));
    printf("%s\n", gettext("%" PRIu64 " things"));
    printf("%s\n", bind_textdomain_codeset("test", "ISO-8859-1"));
    for (const unsigned char *c = (const unsigned char *)gettext("hello"); *c; c++) printf(" %02x", *c);
    printf("\n%s %s\n", bind_textdomain_codeset("test", NULL), textdomain(""));
    printf("%s\n", gettext("hello"));
}
