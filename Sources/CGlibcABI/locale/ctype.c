// <ctype.h>: classification tables and functions with glibc's values.
//
// Programs compiled on glibc index the tables themselves; the functions return the table's bit, not 1, and some programs compare it.
// C, POSIX and C.UTF-8 classify bytes alike: nothing above 0x7f belongs to any class.
#include "../old/old-version.h"
#include "alias.h"
#include "locale-object.h"

// glibc's bits: class number n is bit n of a big-endian short, so 0 to 7 are in the upper byte here.
enum {
    UPPER = 0x100, LOWER = 0x200, ALPHA = 0x400, DIGIT = 0x800, XDIGIT = 0x1000, SPACE = 0x2000, PRINT = 0x4000, GRAPH = 0x8000,
    BLANK = 0x1, CNTRL = 0x2, PUNCT = 0x4, ALNUM = 0x8,
};

#define IN(c, first, last) ((c) >= (first) && (c) <= (last))
#define IS_UPPER(c) IN(c, 'A', 'Z')
#define IS_LOWER(c) IN(c, 'a', 'z')
#define IS_DIGIT(c) IN(c, '0', '9')
#define IS_ALPHA(c) (IS_UPPER(c) || IS_LOWER(c))
#define IS_ALNUM(c) (IS_ALPHA(c) || IS_DIGIT(c))
#define CLASSES(c) \
    (IS_UPPER(c) ? UPPER : 0) | (IS_LOWER(c) ? LOWER : 0) | (IS_ALPHA(c) ? ALPHA : 0) | (IS_DIGIT(c) ? DIGIT : 0) | \
    (IS_DIGIT(c) || IN(c, 'A', 'F') || IN(c, 'a', 'f') ? XDIGIT : 0) | (IN(c, '\t', '\r') || (c) == ' ' ? SPACE : 0) | \
    (IN(c, ' ', '~') ? PRINT : 0) | (IN(c, '!', '~') ? GRAPH : 0) | ((c) == ' ' || (c) == '\t' ? BLANK : 0) | \
    ((c) < ' ' || (c) == 0x7f ? CNTRL : 0) | (IN(c, '!', '~') && !IS_ALNUM(c) ? PUNCT : 0) | (IS_ALNUM(c) ? ALNUM : 0)
#define AS_LOWER(c) (IS_UPPER(c) ? (c) + 32 : (c))
#define AS_UPPER(c) (IS_LOWER(c) ? (c) - 32 : (c))
#define SAME(c) (c)

#define FOUR(f, c) f(c), f((c) + 1), f((c) + 2), f((c) + 3)
#define ROW(f, c) FOUR(f, c), FOUR(f, (c) + 4), FOUR(f, (c) + 8), FOUR(f, (c) + 12)
#define LOWER_HALF(f) ROW(f, 0x00), ROW(f, 0x10), ROW(f, 0x20), ROW(f, 0x30), ROW(f, 0x40), ROW(f, 0x50), ROW(f, 0x60), ROW(f, 0x70)
#define UPPER_HALF(f) ROW(f, 0x80), ROW(f, 0x90), ROW(f, 0xa0), ROW(f, 0xb0), ROW(f, 0xc0), ROW(f, 0xd0), ROW(f, 0xe0), ROW(f, 0xf0)
// For a plain char that is negative, the value of the byte; for EOF, EOF itself.
#define NEGATIVE_HALF \
    ROW(SAME, 0x80), ROW(SAME, 0x90), ROW(SAME, 0xa0), ROW(SAME, 0xb0), ROW(SAME, 0xc0), ROW(SAME, 0xd0), ROW(SAME, 0xe0), \
    FOUR(SAME, 0xf0), FOUR(SAME, 0xf4), FOUR(SAME, 0xf8), 0xfc, 0xfd, 0xfe, -1

extern const unsigned short glibc_compat_class_table[384];
extern const int glibc_compat_lower_table[384], glibc_compat_upper_table[384];
const unsigned short glibc_compat_class_table[384] = { [128] = LOWER_HALF(CLASSES) };
const int glibc_compat_lower_table[384] = { NEGATIVE_HALF, LOWER_HALF(AS_LOWER), UPPER_HALF(SAME) };
const int glibc_compat_upper_table[384] = { NEGATIVE_HALF, LOWER_HALF(AS_UPPER), UPPER_HALF(SAME) };

static const unsigned short *const classes = glibc_compat_class_table + 128;
static const int *const lower = glibc_compat_lower_table + 128, *const upper = glibc_compat_upper_table + 128;

/// What <ctype.h>'s macros index: from -128 to 255. Source: Linux Standard Base, __ctype_b_loc.
const unsigned short *const *__ctype_b_loc(void) { return &classes; }
const int *const *__ctype_tolower_loc(void) { return &lower; }
const int *const *__ctype_toupper_loc(void) { return &upper; }

// The data names that programs of glibc 2.2 and older indexed.
const unsigned short *__ctype_b = glibc_compat_class_table + 128;
const int *__ctype_tolower = glibc_compat_lower_table + 128;
const int *__ctype_toupper = glibc_compat_upper_table + 128;
OLD_OBJECT(8, __ctype_b, __ctype_b, "2.2.5");
OLD_OBJECT(8, __ctype_tolower, __ctype_tolower, "2.2.5");
OLD_OBJECT(8, __ctype_toupper, __ctype_toupper, "2.2.5");

// The same for 32-bit characters, of which a program before 2.3 could look up the first 256. A class's bits are the upper half.
#define CLASSES32(c) (unsigned)(CLASSES(c)) << 16
static const unsigned classes32[256] = { LOWER_HALF(CLASSES32) };
const unsigned *glibc_compat_ctype32_b = classes32;
const int *glibc_compat_ctype32_tolower = glibc_compat_lower_table + 128;
const int *glibc_compat_ctype32_toupper = glibc_compat_upper_table + 128;
OLD_OBJECT(8, glibc_compat_ctype32_b, __ctype32_b, "2.2.5");
OLD_OBJECT(8, glibc_compat_ctype32_tolower, __ctype32_tolower, "2.2.5");
OLD_OBJECT(8, glibc_compat_ctype32_toupper, __ctype32_toupper, "2.2.5");

static int class_of(int c, int mask)
{
    // Beyond the table is undefined in C; glibc reads past it, we say no.
    return c >= -128 && c < 256 ? classes[c] & mask : 0;
}

/// isalpha(3) and its family: the class's bit of glibc's table, or 0.
#define CLASSIFY(name, mask) \
    int name(int c) { return class_of(c, mask); } \
    int name##_l(int c, locale_t locale) { (void)locale; return class_of(c, mask); } \
    ALIAS(name##_l, __##name##_l)
CLASSIFY(isalnum, ALNUM);
CLASSIFY(isalpha, ALPHA);
CLASSIFY(isblank, BLANK);
CLASSIFY(iscntrl, CNTRL);
CLASSIFY(isdigit, DIGIT);
CLASSIFY(isgraph, GRAPH);
CLASSIFY(islower, LOWER);
CLASSIFY(isprint, PRINT);
CLASSIFY(ispunct, PUNCT);
CLASSIFY(isspace, SPACE);
CLASSIFY(isupper, UPPER);
CLASSIFY(isxdigit, XDIGIT);

/// The function behind glibc's __isctype macro, with a mask of the table's bits.
int __isctype(int c, int mask) { return class_of(c, mask); }
ALIAS(__isctype, isctype);

int tolower(int c) { return c >= -128 && c < 256 ? lower[c] : c; }
int toupper(int c) { return c >= -128 && c < 256 ? upper[c] : c; }
int tolower_l(int c, locale_t locale) { (void)locale; return tolower(c); }
int toupper_l(int c, locale_t locale) { (void)locale; return toupper(c); }
ALIAS(tolower_l, __tolower_l);
ALIAS(toupper_l, __toupper_l);
int __isascii_l(int c, locale_t locale) { (void)locale; return !(c & ~0x7f); }
int __toascii_l(int c, locale_t locale) { (void)locale; return c & 0x7f; }

/// MB_CUR_MAX: 6 for UTF-8, as glibc counts, though no character takes more than four bytes.
size_t __ctype_get_mb_cur_max(void) { return glibc_compat_current_locale()->utf8 ? 6 : 1; }
