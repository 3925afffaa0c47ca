// every function of scanf's family reads what glibc's reads, from random texts by random formats
// flags: -w
//
// With an argument, a number of a line printed, each of that line's rounds is printed as well.
#include <errno.h>
#include <locale.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

extern int old_sscanf(const char *, const char *, ...) __asm__("sscanf"), new_sscanf(const char *, const char *, ...) __asm__("__isoc99_sscanf");
extern int old_fscanf(FILE *, const char *, ...) __asm__("fscanf"), new_fscanf(FILE *, const char *, ...) __asm__("__isoc99_fscanf");
extern int old_swscanf(const wchar_t *, const wchar_t *, ...) __asm__("swscanf"), new_swscanf(const wchar_t *, const wchar_t *, ...) __asm__("__isoc99_swscanf");
extern int old_fwscanf(FILE *, const wchar_t *, ...) __asm__("fwscanf"), new_fwscanf(FILE *, const wchar_t *, ...) __asm__("__isoc99_fwscanf");

static uint64_t state = 88172645463325252u, sum;
static int tells, is_wide_input;
static unsigned draw(unsigned limit)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (unsigned)(state >> 20) % limit;
}

static void note(const char *what, long value)
{
    sum = (sum ^ (uint64_t)value) * 1099511628211u;
    if (tells)
        printf(" %s %ld", what, value);
}

static void note_bytes(const char *what, const void *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        sum = (sum ^ ((const unsigned char *)bytes)[i]) * 1099511628211u;
    if (tells) {
        printf(" %s ", what);
        for (size_t i = 0; i < count && i < 64; i++)
            printf("%02x", ((const unsigned char *)bytes)[i]);
    }
}

// --- a format, and a text that may fit it ---

#define PICK(list) list[draw(sizeof list / sizeof *list)]
static const char *const literals[] = {"a", ",", "x", "%%", ":", "=", "b c", "\303\251", "\342\202\254", "-", "0", " \303\251", "% %", "\377"};
static const char *const lengths[] = {"", "", "", "", "h", "hh", "l", "ll", "L", "q", "z", "j", "t", "Z", "m", "ml", "lm", "a", "w8"};
static const char conversions[] = "dddiiuxXoppfeEgGaAFsssSccCCnn[[[[[%%bkrv";
static const char *const sets[] = {"[abc]", "[^abc]", "[a-z]", "[0-9]", "[]x]", "[^]x]", "[z-a]", "[a-]", "[-a]", "[^-a]", "[a-c-e]", "[\303\251a]", "[^ ]", "[^\n]", "[a-z0-9.]", "[a", "[]", "[^]",
                                   "[--a]", "[a-z-9]", "[%d]", "[\342\202\254x-z]"};
static const char *const spaces[] = {" ", "\t", "\n", "  ", "\v\f\r", "\302\240", "\342\200\203", "\302\205", "\034"};
static const char *const numbers[] = {
    "0", "1", "-1", "+7", "12", "007", "0x1f", "0X", "0x", "0xg", "-0x10", "+0", "-", "+", "--1", "08", "0b101", "99999999999999999999", "-99999999999999999999", "9223372036854775807", "9223372036854775808",
    "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616", "4294967296", "2147483648", "ffffffffffffffff", "0x10000000000000000", "777777777777777777777777",
    "1.5", ".5", "5.", ".", "-.", "1e5", "1e", "1e+", "1e-", "1e+5", "1e--5", "1.5.5", "1e5.5", "1e5e5", "0x1p4", "0x1.8p-1", "0x.", "0x.p1", "0x1p", "0x1p+", "0xp1", "0x1e5", "0e", "0e0", "1,234", "12'345",
    "inf", "INF", "infinity", "Infinity", "infinit", "infx", "in", "i", "-inf", "nan", "NaN", "-nan", "nan(", "nan(12)", "nan(x", "na", "n", "+nan()", "1e400", "1e-400", "-1e5000", "1e39", "4e-46", "3.3621e-4932",
    "0.1234567890123456789012345678901234567890", "123456789012345678901234567890123456789012345678901234567890.5", "(nil)", "(NIL)", "(nIl)", "(ni", "(nix)", "(", "-(nil)", "0(nil)", "0x(nil)", "1e0000000000000000000000005",
};
static const char *const words[] = {"a", "abc", "word", "b c", "]", "-", "xyz", "a-z", "caf\303\251", "\342\202\254", "\303", "\377", "\342\202", "\303\251\303\251", "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", "%", ",", ":", "=", "\360\237\230\200"};

struct form {
    char format[400], text[1400];
    size_t length;
    // What each argument is.
    int count;
    struct { char conversion; int allocates, is_wide, extended; } arguments[10];
};

static void put_word(struct form *form)
{
    if (form->length > 300)
        return;
    switch (draw(40)) {
    case 0:
        form->length += sprintf(form->text + form->length, "%0*d", 1 + draw(300), draw(100000));
        break;
    case 1:
        for (int count = 90 + draw(500); count > 0; count--)
            form->text[form->length++] = 'y';
        break;
    case 2:
        form->text[form->length++] = 0;
        break;
    default:
        form->length += sprintf(form->text + form->length, "%s", draw(3) ? PICK(numbers) : PICK(words));
    }
}

static void make(struct form *form)
{
    memset(form, 0, sizeof *form);
    char *to = form->format;
    int positional = draw(8) == 0;
    for (int piece = 0, pieces = 1 + draw(6); piece < pieces; piece++) {
        if (draw(3) == 0)
            to = stpcpy(to, PICK(spaces));
        if (draw(3)) {
            if (draw(6))
                form->length += sprintf(form->text + form->length, "%s", PICK(spaces));
        }
        if (draw(4) == 0) {
            const char *literal = PICK(literals);
            to = stpcpy(to, literal);
            if (draw(6))
                form->length += sprintf(form->text + form->length, "%s", strcmp(literal, "%%") ? literal : "%");
        }
        if (form->count >= 7)
            break;
        char conversion = conversions[draw(sizeof conversions - 1)];
        const char *length = draw(3) ? "" : PICK(lengths);
        *to++ = '%';
        int argument = form->count;
        if (positional) {
            argument = form->count ^ 1;
            to += sprintf(to, "%d$", argument + 1);
        }
        int dropped = draw(8) == 0;
        if (draw(12) == 0)
            *to++ = "'I"[draw(2)];
        if (dropped)
            *to++ = '*';
        if (draw(24) == 0)
            *to++ = "'I0"[draw(3)];
        if (draw(3) == 0)
            to += sprintf(to, "%d", draw(10) ? 1 + draw(9) : draw(2000));
        to = stpcpy(to, length);
        if (conversion == '[')
            to = stpcpy(to, PICK(sets));
        else
            *to++ = conversion;
        form->arguments[argument].conversion = conversion;
        form->arguments[argument].allocates = *length == 'm' && strchr("sScC[", conversion) ? 2 : *length == 'a' && strchr("sS[", conversion);
        form->arguments[argument].is_wide = strchr("CS", conversion) || strchr(length, 'l') || *length == 'L' || strchr("qzjt", *length) && *length;
        form->arguments[argument].extended = strchr("feEgGaAF", conversion) && (strcmp(length, "ll") == 0 || *length == 'L' || *length == 'q');
        if ((!dropped && conversion != '%') || positional)
            form->count++;
        put_word(form);
        // A set without an end takes the rest of the format.
        if (conversion == '[' && (to[-1] != ']' || to[-2] == '[' || (to[-2] == '^' && to[-3] == '[')))
            break;
    }
    if (draw(8) == 0)
        to = stpcpy(to, PICK(spaces));
    if (draw(4) == 0)
        put_word(form);
    if (draw(3) == 0)
        form->text[form->length++] = '\n';
    // A text that does not fit.
    while (draw(6) == 0 && form->length)
        form->text[draw(form->length)] = "0x.e-+ (in)\n\303"[draw(13)];
    if (draw(8) == 0 && form->length)
        form->length = draw(form->length);
    form->text[form->length] = 0;
}

// --- what was stored ---

enum { ROOM = 6016 };
static unsigned char room[8][ROOM] __attribute__((aligned(16)));

// What lies behind the stored bytes is 0xaa.
static size_t stored_in(const unsigned char *bytes)
{
    size_t used = ROOM;
    uint64_t word;
    while (used && (memcpy(&word, bytes + used - 8, 8), word == 0xaaaaaaaaaaaaaaaau))
        used -= 8;
    return used;
}

// glibc's wide functions write two null bytes behind a narrow text.
static void forget_second_zero(unsigned char *text)
{
    size_t used = stored_in(text);
    while (used && text[used - 1] == 0xaa)
        used--;
    for (; used > 1 && !text[used - 1] && !text[used - 2]; used--)
        text[used - 1] = 0xaa;
}

static void note_arguments(struct form *form, int result, int old)
{
    for (int i = 0; i < 8; i++) {
        if (form->arguments[i].extended)
            memset(room[i] + 10, 0xaa, 6);
        if (form->arguments[i].allocates < 2 - old) {
            if (is_wide_input && !form->arguments[i].is_wide && strchr("s[", form->arguments[i].conversion))
                forget_second_zero(room[i]);
            size_t used = stored_in(room[i]);
            note_bytes("stored", room[i], used);
            memset(room[i], 0xaa, used);
            continue;
        }
        char *block;
        memcpy(&block, room[i], sizeof block);
        if ((uintptr_t)block == 0xaaaaaaaaaaaaaaaau) {
            note("untouched", 1);
        } else if (!block) {
            note("null", 2);
        } else {
            // Its text, where all that came before was assigned: then it is whole.
            int whole = i < result;
            note("block", whole);
            // Of a sequence that is no character glibc leaves what the block had before.
            if (form->arguments[i].is_wide && form->arguments[i].conversion == '[')
                whole = 0;
            if (whole && form->arguments[i].is_wide && form->arguments[i].conversion)
                note_bytes("text", block, sizeof(wchar_t) * (strchr("cC", form->arguments[i].conversion) ? 1 : wcslen((wchar_t *)block)));
            else if (whole && strchr("sS[", form->arguments[i].conversion))
                note_bytes("text", block, strlen(block));
            free(block);
        }
        memset(room[i], 0xaa, stored_in(room[i]));
    }
}

#define ARGUMENTS room[0], room[1], room[2], room[3], room[4], room[5], room[6], room[7]

static void start(struct form *form, const char *name)
{
    if (tells) {
        printf("\n%s format ", name);
        for (char *each = form->format; *each; each++)
            printf(*each < ' ' || *each == '\\' ? "\\x%02x" : "%c", (unsigned char)*each);
        printf(" text ");
        for (size_t i = 0; i < form->length && i < 200; i++)
            printf(form->text[i] < ' ' ? "\\x%02x" : "%c", (unsigned char)form->text[i]);
        fflush(stdout);
    }
    errno = 77;
}

static void end(struct form *form, int result, int old)
{
    note("errno", errno);
    note("result", result);
    note_arguments(form, result, old);
}

static void from_text(struct form *form)
{
    start(form, "sscanf");
    end(form, new_sscanf(form->text, form->format, ARGUMENTS), 0);
    start(form, "old sscanf");
    end(form, old_sscanf(form->text, form->format, ARGUMENTS), 1);
}

static FILE *text_in_file(struct form *form)
{
    // A real file takes longer. glibc's wide functions crash at a file in memory.
    FILE *file;
    if (form->length && draw(16) && !is_wide_input) {
        file = fmemopen(form->text, form->length, "r");
    } else {
        file = fopen("data", "w");
        fwrite(form->text, 1, form->length, file);
        fclose(file);
        file = fopen("data", "r");
    }
    static char buffer[40];
    switch (draw(4)) {
    case 0: setvbuf(file, NULL, _IONBF, 0); break;
    case 1: setvbuf(file, buffer, _IOFBF, 9 + draw(30)); break;
    }
    return file;
}

static void from_stream(struct form *form)
{
    FILE *file = text_in_file(form);
    int old = draw(2);
    for (int turn = 0; turn < 2; turn++) {
        start(form, old ? "old fscanf" : "fscanf");
        end(form, (old ? old_fscanf : new_fscanf)(file, form->format, ARGUMENTS), old);
        note("feof", feof(file) != 0);
        note("ferror", ferror(file) != 0);
        note("ftell", ftell(file));
        if (turn == 0 && draw(2))
            note("next", fgetc(file));
    }
    fclose(file);
}

static wchar_t wide_format[500], wide_text[1500];

static int widen(wchar_t *to, const char *from, size_t length)
{
    mbstate_t state = {0};
    for (const char *end = from + length; from < end;) {
        size_t used = mbrtowc(to, from, end - from, &state);
        if (used > (size_t)-3) {
            used = 1;
            *to = 0xd800;
            memset(&state, 0, sizeof state);
        }
        from += used ? used : 1;
        to++;
    }
    *to = 0;
    return 1;
}

static void from_wide_text(struct form *form)
{
    widen(wide_format, form->format, strlen(form->format));
    widen(wide_text, form->text, form->length);
    start(form, "swscanf");
    end(form, new_swscanf(wide_text, wide_format, ARGUMENTS), 0);
    start(form, "old swscanf");
    end(form, old_swscanf(wide_text, wide_format, ARGUMENTS), 1);
}

static int is_text(struct form *form)
{
    mbstate_t state = {0};
    for (size_t at = 0, used; at < form->length; at += used ? used : 1)
        if ((used = mbrtowc(NULL, form->text + at, form->length - at, &state)) > (size_t)-3)
            return 0;
    return 1;
}

static void from_wide_stream(struct form *form)
{
    widen(wide_format, form->format, strlen(form->format));
    // What comes behind bytes that are no characters is fgetwc's matter, as is a file that ends in a part of one.
    int turns = is_text(form) ? 2 : 1;
    if (turns == 1)
        form->text[form->length++] = '\n';
    FILE *file = text_in_file(form);
    int old = draw(2);
    for (int turn = 0; turn < turns; turn++) {
        start(form, old ? "old fwscanf" : "fwscanf");
        end(form, (old ? old_fwscanf : new_fwscanf)(file, wide_format, ARGUMENTS), old);
        note("feof", feof(file) != 0);
        if (turn == 0 && turns == 2 && draw(2))
            note("next", fgetwc(file));
    }
    fclose(file);
}

int main(int argc, char **argv)
{
    static struct form form;
    static void (*const ways[])(struct form *) = {from_text, from_stream, from_wide_text, from_wide_stream};
    static const int rounds[] = {1200, 400, 400, 50};
    memset(room, 0xaa, sizeof room);
    int chosen = argc > 1 ? atoi(argv[1]) : -1, lines = argc > 2 ? atoi(argv[2]) : 80;
    for (int line = 0; line < lines; line++) {
        setlocale(LC_ALL, line & 4 ? "C.UTF-8" : "C");
        tells = line == chosen;
        sum = 14695981039346656037u;
        state = 88172645463325252u + line * 7919;
        for (int i = 0; i < 20; i++)
            draw(2);
        is_wide_input = (line & 3) > 1;
        for (int round = 0; round < rounds[line & 3]; round++) {
            make(&form);
            ways[line & 3](&form);
        }
        printf("%s%d %016llx\n", tells ? "\n" : "", line, (unsigned long long)sum);
    }
    return 0;
}
