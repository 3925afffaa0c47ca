// <string.h>, <strings.h>: memory, texts, their orders and their errors.
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <unistd.h>
extern int __memcmpeq(const void *, const void *, size_t), __ffs(int), __strverscmp(const char *, const char *);
extern void *__mempcpy(void *, const void *, size_t), *__rawmemchr(const void *, int);
extern char *__stpcpy(char *, const char *), *__stpncpy(char *, const char *, size_t), *__strdup(const char *),
    *__strndup(const char *, size_t);
extern char *__strcasestr(const char *, const char *), *__strtok_r(char *, const char *, char **),
    *__strsep_g(char **, const char *);
extern int __strcasecmp(const char *, const char *), __strcasecmp_l(const char *, const char *, locale_t),
    __strncasecmp_l(const char *, const char *, size_t, locale_t);
extern int __strcoll_l(const char *, const char *, locale_t);
extern size_t __strxfrm_l(char *, const char *, size_t, locale_t);
extern void __bzero(void *, size_t);
extern char *__strerror_r(int, char *, size_t);
extern char *posix_basename(char *) __asm__("__xpg_basename");
extern int posix_strerror_r(int, char *, size_t) __asm__("__xpg_strerror_r");

// The last n bytes before a page that may not be read: a function that reads one byte too many ends the entry.
static char *at_edge(size_t n)
{
    char *page = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    mprotect(page + 4096, 4096, PROT_NONE);
    return page + 4096 - n;
}
static char *edge_text(const char *text) { return strcpy(at_edge(strlen(text) + 1), text); }
static int sign(int n) { return (n > 0) - (n < 0); }

memcpy, mempcpy, __mempcpy, memmove:
    char *from = at_edge(300), *to = at_edge(300), *d;
    for (int n = 0; n <= 300; n++) {
        for (int i = 0; i < n; i++) from[300 - n + i] = i * 7 + n;
        memset(to - 10, '#', 310);
        d = to + 300 - n;
        if (memcpy(d, from + 300 - n, n) != d || memcmp(d, from + 300 - n, n) || d[-1] != '#') say("memcpy of %d", n);
        memset(d, 0, n);
        if (mempcpy(d, from + 300 - n, n) != d + n || memcmp(d, from + 300 - n, n)
            || d[-1] != '#') say("mempcpy of %d", n);
        memset(d, 0, n);
        if (__mempcpy(d, from + 300 - n, n) != d + n || memcmp(d, from + 300 - n, n)) say("__mempcpy of %d", n);
    }
    for (int n = 0; n < 260; n += 1 + n / 9)
        for (int shift = -40; shift <= 40; shift++) {
            char area[400], expected[400];
            for (int i = 0; i < 400; i++) area[i] = expected[i] = i * 11;
            for (int i = 0; i < n; i++) expected[50 + shift + i] = (50 + i) * 11;
            if (memmove(area + 50 + shift, area + 50, n) != area + 50 + shift || memcmp(area, expected,
                400)) say("memmove of %d by %d", n, shift);
        }
    say("done");

memccpy:
    char to[20];
    memset(to, '.', 20);
    offset(memccpy(to, "hello world", 'o', 11), to);
    bytes(to, 12);
    offset(memccpy(to, "abc", 'z', 3), to);
    bytes(to, 12);
    offset(memccpy(to, "abc", 'a', 0), to);
    offset(memccpy(to, edge_text("xyz"), 'z' + 256, 100), to);

memset, bzero, __bzero, explicit_bzero:
    for (int n = 0; n <= 300; n++) {
        char area[340];
        bzero(area, 340);
        if (memset(area + 8 + n % 17, 0x1a5, n) != area + 8 + n % 17) say("memset's result");
        for (int i = 0; i < 340; i++)
            if (area[i] != (i >= 8 + n % 17 && i < 8 + n % 17 + n ? (char)0xa5 : 0)) {
                say("memset of %d: byte %d", n, i); break; }
        __bzero(area + 9, n); 
        explicit_bzero(area + 4, 3);
        for (int i = 9; i < 9 + n; i++) if (area[i]) { say("bzero of %d: byte %d", n, i); break; }
    }
    say("done");

memcmp, bcmp, __memcmpeq:
    show(sign(memcmp("abc", "abd", 3)));
    show(sign(memcmp("ab\xff", "ab\x01", 3)));
    show(sign(memcmp("a\0b", "a\0c", 3)));
    show(memcmp("a", "b", 0));
    show(bcmp("abc", "abc", 3));
    show(bcmp("abc", "abx", 3) != 0);
    show(__memcmpeq("abc", "abc", 3));
    show(__memcmpeq("abc", "xbc", 3) != 0);
    char *a = at_edge(200), *b = at_edge(200);
    memset(a, 'x', 200), memset(b, 'x', 200);
    for (int n = 1; n <= 200; n++) {
        char *p = a + 200 - n, *q = b + 200 - n;
        q[n - 1] = 'y';
        if (memcmp(p, q, n) >= 0 || memcmp(q, p, n) <= 0 || !bcmp(p, q, n) || !__memcmpeq(p, q,
            n)) say("last of %d", n);
        q[n - 1] = 'x';
        if (memcmp(p, q, n) || bcmp(p, q, n) || __memcmpeq(p, q, n)) say("%d equal bytes", n);
    }

memchr, memrchr, rawmemchr, __rawmemchr:
    char *s = at_edge(128);
    memset(s, 'a', 128);
    offset(memchr(s, 'b', 128), s);
    offset(memrchr(s, 'b', 128), s);
    for (int at = 0; at < 128; at += 9) {
        s[at] = 'b';
        offset(memchr(s, 'b', 128), s);
        offset(memchr(s + 1, 'b' + 512, 127), s);
        offset(memrchr(s, 'b', 128), s);
        offset(memrchr(s, 'b', at), s);
        s[at] = 'a';
    }
    s[127] = 0;
    offset(rawmemchr(s, 0), s);
    offset(__rawmemchr(s, 0), s);
    offset(memchr(s, 0, 0), s);
    offset(memchr("abc", 'c', (size_t)-1) ? s : NULL, s);

memmem:
    char *s = edge_text("abracadabra");
    offset(memmem(s, 11, "cad", 3), s);
    offset(memmem(s, 11, "abra", 4), s);
    offset(memmem(s + 1, 10, "abra", 4), s);
    offset(memmem(s, 11, "", 0), s);
    offset(memmem(s, 3, "abra", 4), s);
    offset(memmem(s, 11, "bra\0", 4), s);
    offset(memmem(s, 12, "bra\0", 4), s);
    offset(memmem(s, 0, "a", 1), s);

memfrob:
    char s[] = "secret";
    offset(memfrob(s, 6), s);
    bytes(s, 7);
    memfrob(s, 6);
    show(s);

strfry:
    char s[] = "aabbccdd";
    int seen[128] = {0};
    show(strfry(s) == s);
    for (int i = 0; i < 8; i++) seen[(int)s[i]]++;
    say("%d %d %d %d %zu", seen['a'], seen['b'], seen['c'], seen['d'], strlen(s));
    char empty[] = "";
    show(strfry(empty));

swab:
    char to[9] = "........";
    swab("abcdefgh", to, 8);
    show(to);
    memset(to, '.', 8);
    swab("abcdefgh", to, 5);
    show(to);
    memset(to, '.', 8);
    swab("abcdefgh", to, -2);
    show(to);

strlen, strnlen:
    for (int n = 0; n < 200; n++) {
        char *s = at_edge(n + 1);
        memset(s, 'x', n), s[n] = 0;
        if (strlen(s) != n || strnlen(s, n + 50) != n || strnlen(s, n) != n || strnlen(s, n / 2) != n / 2) say("%d", n);
        if (strnlen(s, n / 3) != n / 3) say("bound of %d", n / 3);
    }
    show(strnlen("abc", (size_t)-1));
    char *unended = memset(at_edge(10), 'x', 10);
    show(strnlen(unended, 10));

strcpy, stpcpy, __stpcpy, strcat:
    for (int n = 0; n < 150; n++) {
        char *from = at_edge(n + 1), *to = at_edge(n + 1);
        for (int i = 0; i < n; i++) from[i] = 'a' + i % 26;
        from[n] = 0;
        if (strcpy(to, from) != to || strcmp(to, from)) say("strcpy %d", n);
        memset(to, '?', n + 1);
        if (stpcpy(to, from) != to + n || strcmp(to, from)) say("stpcpy %d", n);
        memset(to, '?', n + 1);
        if (__stpcpy(to, from) != to + n || strcmp(to, from)) say("__stpcpy %d", n);
        to[n / 2] = 0;
        if (strcat(to, from + n - (n - n / 2)) != to || strlen(to) != n) say("strcat %d", n);
    }
    char s[20] = "";
    show(strcat(strcat(s, ""), "x\xff"));

strncpy, stpncpy, __stpncpy, strncat:
    char to[20];
    memset(to, '#', 20);
    show(strncpy(to, "abc", 10) == to);
    bytes(to, 14);
    memset(to, '#', 20);
    strncpy(to, "abcdef", 3);
    bytes(to, 8);
    strncpy(to, "abcdef", 0);
    bytes(to, 8);
    memset(to, '#', 20);
    offset(stpncpy(to, "abc", 10), to);
    bytes(to, 14);
    offset(stpncpy(to, "abcdef", 4), to);
    offset(stpncpy(to, "abcd", 4), to);
    offset(__stpncpy(to, "abcd", 5), to);
    offset(stpncpy(to, "", 0), to);
    strcpy(to, "12");
    memset(to + 3, '#', 17);
    show(strncat(to, "abcdef", 3));
    bytes(to, 10);
    show(strncat(to, "xy", 100));
    show(strncat(to, "xy", 0));
    char *unended = memcpy(at_edge(3), "xyz", 3);
    show(strncat(to, unended, 3));

strdup, __strdup, strndup, __strndup:
    show(strdup(""));
    show(strdup("some text"));
    show(__strdup("other"));
    show(strndup("some text", 4));
    show(strndup("some", 400));
    show(__strndup("some", 0));
    char *unended = memcpy(at_edge(3), "xyz", 3);
    show(strndup(unended, 3));

strcmp, strncmp:
    show(sign(strcmp("", "")));
    show(sign(strcmp("a", "")));
    show(sign(strcmp("abc", "abd")));
    show(sign(strcmp("\xff", "a")));
    show(sign(strcmp("\x80", "\x7f")));
    show(sign(strncmp("abc", "abd", 2)));
    show(sign(strncmp("abc", "abd", 3)));
    show(sign(strncmp("ab", "abd", 3)));
    show(sign(strncmp("a\0x", "a\0y", 3)));
    show(strncmp("a", "b", 0));
    for (int n = 1; n < 150; n++) {
        char *a = at_edge(n), *b = at_edge(n);
        memset(a, 'k', n), memset(b, 'k', n);
        if (strncmp(a, b, n)) say("equal without an end, %d", n);
        a[n - 1] = b[n - 1] = 0;
        if (strcmp(a, b) || strncmp(a, b, n + 100)) say("equal %d", n);
        b[n / 2] = 'l';
        if (n > 2 && (strcmp(a, b) >= 0 || strncmp(b, a, n) <= 0 || strncmp(a, b, n / 2))) say("different %d", n);
    }

strcasecmp, strncasecmp, __strcasecmp, strcasecmp_l, strncasecmp_l, __strcasecmp_l, __strncasecmp_l:
    locale_t c = newlocale(LC_ALL_MASK, "C", NULL), utf8 = newlocale(LC_ALL_MASK, "C.UTF-8", NULL);
    show(strcasecmp("HeLLo", "hEllO"));
    show(sign(strcasecmp("a", "B")));
    show(sign(strcasecmp("Z", "a")));
    show(sign(strcasecmp("[", "a")));
    show(sign(strcasecmp("_", "A")));
    show(sign(strcasecmp("\xc4", "\xe4")));
    show(sign(strcasecmp("", "x")));
    show(strncasecmp("ABCd", "abcE", 3));
    show(sign(strncasecmp("ABCd", "abcE", 4)));
    show(strncasecmp("x", "y", 0));
    show(sign(__strcasecmp("one", "ONE")));
    show(strcasecmp_l("TeSt", "tEsT", c));
    show(sign(strcasecmp_l("\xc3\x84", "\xc3\xa4", utf8)));
    show(strncasecmp_l("TeSt1", "tEsT2", 4, utf8));
    show(sign(__strcasecmp_l("a", "Q", c)));
    show(sign(__strncasecmp_l("ab", "AC", 2, utf8)));

strcoll, strcoll_l, __strcoll_l:
    locale_t c = newlocale(LC_ALL_MASK, "C", NULL), utf8 = newlocale(LC_ALL_MASK, "C.UTF-8", NULL);
    const char *texts[] = {"", "a", "B", "ab", "\xc3\xa4", "z", "\xf0\x9f\x98\x80", "\xef\xbf\xbd", "\xff", "a\x80"};
    for (int i = 0; i < count(texts); i++)
        for (int j = 0; j < count(texts); j++) {
            say("%d %d: %d %d %d", i, j, sign(strcoll(texts[i], texts[j])), sign(strcoll_l(texts[i], texts[j], utf8)),
                sign(__strcoll_l(texts[i], texts[j], c)));
        }
    show(setlocale(LC_ALL, "C.UTF-8"));
    show(sign(strcoll("Z", "a")));

strxfrm, strxfrm_l, __strxfrm_l:
    locale_t utf8 = newlocale(LC_ALL_MASK, "C.UTF-8", NULL);
    char to[20];
    memset(to, '#', 20);
    show(strxfrm(to, "abc", 20));
    bytes(to, 6);
    show(strxfrm(NULL, "abcdef", 0));
    show(strxfrm(to, "", 20));
    show(strxfrm(to, "abc", 3));
    show(strxfrm_l(to, "\xc3\xa4", 20, utf8));
    show(__strxfrm_l(to, "xy", 20, utf8));
    show(to);

strchr, strrchr, strchrnul, index, rindex:
    char *s = edge_text("a/b/c/d");
    offset(strchr(s, '/'), s);
    offset(strrchr(s, '/'), s);
    offset(strchr(s, 'z'), s);
    offset(strrchr(s, 'z'), s);
    offset(strchr(s, 0), s);
    offset(strrchr(s, 0), s);
    offset(strchrnul(s, 'z'), s);
    offset(strchrnul(s, 'c'), s);
    offset(strchrnul(s, 0), s);
    offset(strchr(s, 'b' + 256), s);
    offset(index(s, 'd'), s);
    offset(rindex(s, 'a'), s);
    offset(index(s, 'q'), s);
    char *high = edge_text("x\xff\x80");
    offset(strchr(high, -1), high);
    offset(strrchr(high, 0x80), high);
    for (int n = 1; n < 140; n++) {
        char *t = at_edge(n + 1);
        memset(t, 'm', n), t[n] = 0;
        if (strchr(t, 'n') || strchrnul(t, 'n') != t + n || strrchr(t, 'n') || strchr(t, 0) != t + n) say("%d", n);
        t[n / 2] = 'n';
        if (strchr(t, 'n') != t + n / 2 || strrchr(t, 'n') != t + n / 2 || strrchr(t,
            'm') != (n == 1 ? NULL : n == 2 ? t : t + n - 1)) say("in %d", n);
    }

strspn, strcspn, strpbrk:
    show(strspn("aabbcx", "abc"));
    show(strspn("aabbc", ""));
    show(strspn("", "abc"));
    show(strspn("abc", "cba"));
    show(strspn("aaab", "a"));
    show(strcspn("aabbcx", "x"));
    show(strcspn("aabbcx", "xc"));
    show(strcspn("aabbcx", ""));
    show(strcspn("", "x"));
    show(strcspn("a\xff", "\xff\xfe"));
    char *s = edge_text("key = value; more");
    offset(strpbrk(s, "=;"), s);
    offset(strpbrk(s, ";="), s);
    offset(strpbrk(s, "#"), s);
    offset(strpbrk(s, ""), s);
    offset(strpbrk("", "a"), s);
    show(strspn(s, "abcdefghijklmnopqrstuvwxyz =;"));

strstr, strcasestr, __strcasestr:
    char *s = edge_text("The quick brown fox jumps over the lazy dog, thE END");
    offset(strstr(s, "the"), s);
    offset(strstr(s, ""), s);
    offset(strstr(s, "END"), s);
    offset(strstr(s, "ENDX"), s);
    offset(strstr(s, "lazy dog, thE END!"), s);
    offset(strstr("", ""), "");
    offset(strcasestr(s, "THE"), s);
    offset(strcasestr(s + 1, "tHe L"), s);
    offset(strcasestr(s, "end"), s);
    offset(strcasestr(s, ""), s);
    offset(strcasestr(s, "cat"), s);
    offset(__strcasestr(s, "FOX"), s);
    char hay[1000], needle[200];
    memset(hay, 'a', 999), hay[999] = 0;
    for (int n = 1; n < 199; n += 7) {
        memset(needle, 'a', n), needle[n] = 0, needle[n - 1] = 'b';
        hay[900] = 'b';
        offset(strstr(hay, needle), hay);
        needle[0] = n > 1 ? 'c' : 'd';
        offset(strstr(hay, needle), hay);
    }
    // A needle with periods, which two-way matching treats in its own way.
    char *p = "abababacabababab";
    offset(strstr(p, "abababab"), p);
    p = "xyzzyxyzzyxyzzzxyzzyxyzzyx";
    offset(strstr(p, "xyzzyxyzzyx"), p);
    offset(strstr(p + 1, "xyzzyxyzzyx"), p);

strtok, strtok_r, __strtok_r:
    char s[] = "  one two  three ";
    show(strtok(s, " "));
    show(strtok(NULL, " "));
    show(strtok(NULL, "t "));
    show(strtok(NULL, " "));
    show(strtok(NULL, " "));
    char t[] = ",,,";
    show(strtok(t, ","));
    char a[] = "a:b;c", *save = NULL;
    show(strtok_r(a, ":", &save));
    show(strtok_r(NULL, ";", &save));
    show(__strtok_r(NULL, "", &save));
    show(strtok_r(NULL, ";", &save));
    char empty[] = "";
    show(strtok_r(empty, "x", &save));
    show(strtok_r(NULL, "x", &save));

strsep, __strsep_g:
    char s[] = "a,,b;c", *at = s;
    show(strsep(&at, ",;"));
    show(strsep(&at, ",;"));
    show(strsep(&at, ",;"));
    show(__strsep_g(&at, ",;"));
    show(strsep(&at, ",;"));
    show(at);
    char t[] = "", *u = t;
    show(strsep(&u, ","));
    show(u);
    char v[] = "ab", *w = v;
    show(strsep(&w, ""));
    show(w);

strverscmp, __strverscmp:
    const char *versions[] = {"", "a", "a1", "a9", "a10", "a09", "a010", "a00", "a0", "a000", "a01", "1.2", "1.10",
        "1.02", "b0", "jan", "jan1", "000", "00", "01", "010", "09", "0", "1", "9", "10"};
    for (int i = 0; i < count(versions); i++)
        for (int j = 0; j < count(versions); j++)
            say("%s %s %d %d", versions[i], versions[j], sign(strverscmp(versions[i], versions[j])),
                sign(__strverscmp(versions[i], versions[j])));

basename, __xpg_basename:
    char *paths[] = {"", "/", "//", "a", "a/", "/a", "/a/b", "/a/b/", "a//b", "..", "a/..", "/a///"};
    for (int i = 0; i < count(paths); i++) {
        char copy[20], copy2[20];
        strcpy(copy, paths[i]), strcpy(copy2, paths[i]);
        say("\"%s\": \"%s\" \"%s\"", paths[i], basename(copy), posix_basename(copy2));
    }
    show(posix_basename(NULL));

strerror, strerror_r, __strerror_r, __xpg_strerror_r, strerror_l:
    locale_t c = newlocale(LC_ALL_MASK, "C", NULL);
    char buffer[100];
    for (int i = -1; i < 140; i++) {
        say("%s", strerror(i));
        if (strcmp(strerror_l(i, c), strerror(i))) say("strerror_l");
        if (strcmp(strerror_r(i, buffer, 100), strerror(i))) say("strerror_r");
    }
    show(strerror_r(EPERM, buffer, 5));
    show(strerror_r(12345, buffer, 100));
    show(strerror_r(12345, buffer, 10));
    show(__strerror_r(EINTR, buffer, 100));
    show(posix_strerror_r(ENOENT, buffer, 100));
    show(buffer);
    memset(buffer, '#', 20);
    show(posix_strerror_r(ENOENT, buffer, 5));
    bytes(buffer, 6);
    show(posix_strerror_r(4321, buffer, 100));
    show(buffer);
    show(posix_strerror_r(-4, buffer, 100));
    show(buffer);
    show(posix_strerror_r(4321, buffer, 7));
    show(buffer);
    errno = 7;
    strerror(99999);
    show(errno);

strerrorname_np, strerrordesc_np:
    for (int i = -1; i < 140; i++) {
        show(strerrorname_np(i));
        show(strerrordesc_np(i));
    }

strsignal, sigabbrev_np, sigdescr_np:
    for (int i = -1; i < 34; i++) {
        show(strsignal(i));
        show(sigabbrev_np(i));
        show(sigdescr_np(i));
    }
    show(strsignal(64));
    show(strsignal(65));
    show(strsignal(1000));
    show(sigabbrev_np(64));

ffs, ffsl, ffsll, __ffs:
    show(ffs(0));
    show(ffs(1));
    show(ffs(0x80000000));
    show(ffs(96));
    show(ffs(-1));
    show(__ffs(4));
    show(ffsl(0));
    show(ffsl(1L << 40));
    show(ffsl(1L << 63));
    show(ffsll(1LL << 33));
    show(ffsll(0));

bcopy:
    char s[] = "abcdef";
    bcopy(s, s + 2, 4);
    show(s);
    bcopy(s + 2, s, 4);
    show(s);
    bcopy(s, s, 0);
    show(s);
