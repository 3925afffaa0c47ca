// <nl_types.h>: message catalogues. The entries write theirs as gencat does: a header, the table of numbers in both
// orders of bytes, texts.
#include <fcntl.h>
#include <locale.h>
#include <nl_types.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
static const struct { uint32_t set, number; const char *text; } messages[] = {
    {1, 1, "one one"}, {1, 2, "one two\n"}, {1, 5, ""}, {3, 1, "three one"}, {3, 7, "seven"}, {255, 1000, "far"}};

// A catalogue with `places` places in each layer; `damage` of 0 leaves it good. With `swapped` the header has the other
// order of bytes.
static void write_catalogue(const char *path, uint32_t places, int swapped, int damage)
{
    uint32_t layers = 1, words[3 + 2 * 3 * 64] = {0}, *table = words + 3, offsets[count(messages)], used = 0;
    char texts[200];
    for (int i = 0; i < count(messages); i++) {
        offsets[i] = used, strcpy(texts + used, messages[i].text), used += strlen(messages[i].text) + 1;
        uint32_t at = (messages[i].set + 1) * messages[i].number % places, layer = 0;
        while (table[3 * (at + layer * places)]) layer++;
        if (layer + 1 > layers) layers = layer + 1;
        uint32_t *place = table + 3 * (at + layer * places);
        place[0] = messages[i].set + 1, place[1] = messages[i].number, place[2] = offsets[i];
    }
    words[0] = 0x960408de, words[1] = places, words[2] = layers;
    if (damage == 1) words[0]++;
    if (damage == 2) words[1] = 0x10000;
    if (damage == 3) words[2] = 0x10000;
    if (damage == 4) table[3 * ((messages[0].set + 1) % places) + 2] = 5000;
    if (damage == 5) words[1] = 0;
    uint32_t size = 3 * places * layers;
    for (uint32_t i = 0; i < size; i++) table[size + i] = __builtin_bswap32(table[i]);
    if (swapped)
        for (int i = 0; i < 3; i++) words[i] = __builtin_bswap32(words[i]);
    FILE *f = fopen(path, "w");
    fwrite(words, 4, damage == 6 ? 2 : 3 + 2 * size, f);
    if (damage != 6) fwrite(texts, 1, used, f);
    fclose(f);
}
static void read_all(nl_catd c)
{
    for (int i = 0; i < count(messages); i++) show(catgets(c, messages[i].set, messages[i].number, "default"));
    fails(catgets(c, 1, 3, "default")); fails(catgets(c, 2, 1, "default")); fails(catgets(c, 0, 0, "default"));
    fails(catgets(c, -1, -1, "default")); fails(catgets(c, 1 << 30, 1 << 30, NULL));
}

catopen, catgets, catclose:
    for (int places = 1; places < 12; places += 5)
        for (int swapped = 0; swapped < 2; swapped++) {
            write_catalogue("./c.cat", places, swapped, 0);
            nl_catd c = catopen("./c.cat", 0);
            say("%d places, swapped %d: %d", places, swapped, c != (nl_catd)-1), read_all(c), fails(catclose(c));
        }
    nl_catd first = catopen("./c.cat", 0), second = catopen("./c.cat", NL_CAT_LOCALE);
    show(first != second), unlink("./c.cat"), show(catclose(first)), read_all(second), show(catclose(second));
catopen / what is none:
    // Not a table that reaches far beyond the file (3) or has no places (5): glibc reads the one and divides by the
    // other.
    for (int damage = 1; damage < 7; damage++) {
        if (damage == 3 || damage == 5) continue;
        write_catalogue("./c.cat", 7, 0, damage), say("damage %d: %d", damage, catopen("./c.cat", 0) != (nl_catd)-1);
    }
    mkdir("d", 0755), fails(catopen("./d", 0) == (nl_catd)-1); fails(catopen("./missing", 0) == (nl_catd)-1);
    fails(catopen("./c.cat/below", 0) == (nl_catd)-1); fails(catopen("missing", 0) == (nl_catd)-1);
    close(creat("./empty", 0600)), fails(catopen("./empty", 0) == (nl_catd)-1); fails(catopen("", 0) == (nl_catd)-1);
catgets, catclose / of what was not opened:
    errno = 0, show(catgets((nl_catd)-1, 1, 1, "default")), observe_errno(), fails(catclose((nl_catd)-1));
    show(catgets((nl_catd)-1, 1, 1, NULL));
catopen / along NLSPATH:
    write_catalogue("./c.cat", 7, 0, 0), mkdir("de", 0755), mkdir("de/AT", 0755), mkdir("UTF-8", 0755),
        mkdir("%", 0755);
    rename("c.cat", "de/AT/c"), symlink("../de/AT/c", "UTF-8/c"), symlink("de/AT/c", "whole.c"),
        symlink("../de/AT/c", "%/c");
    symlink("de/AT/c", "de_AT.UTF-8"), symlink("de/AT/c", "plain");
    const char *paths[] = {"./%l/%t/%N", "./%c/%N", "./whole.%N", "./%%/%N", "./%L", "./nowhere/%N:./%l/%t/%N",
        "./%q/%N:./%c/%N",
                           "./%q/%N", ":./nothing", "./nothing::", "./nothing/%N", "", ":"};
    const char *locales[] = {"de_AT.UTF-8", "de_AT", "C", "", NULL};
    for (int i = 0; i < count(paths); i++)
        for (int j = 0; j < count(locales); j++) {
            setenv("NLSPATH", paths[i], 1);
            if (locales[j]) setenv("LANG", locales[j], 1);
            else unsetenv("LANG");
            nl_catd c = catopen("c", 0), d = catopen("plain", 0), e = catopen("c", NL_CAT_LOCALE);
            say("%s, %s: %d %d %d", paths[i], locales[j] ?: "no LANG", c != (nl_catd)-1, d != (nl_catd)-1,
                e != (nl_catd)-1);
        }
    setenv("NLSPATH", "./%L", 1), show(setlocale(LC_ALL, "C.UTF-8") != NULL), symlink("de/AT/c", "C.UTF-8");
    show(catopen("x", NL_CAT_LOCALE) != (nl_catd)-1), setenv("LANG", "elsewhere", 1);
    show(catopen("x", 0) != (nl_catd)-1);
    static char long_name[5000];
    memset(long_name, 'n', sizeof long_name - 1), show(catopen(long_name, 0) == (nl_catd)-1);
