// strings, characters, pointers, %m, %n, %%, NULL, unknown conversions, errors of the format
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>
#define P(...) (errno = 0, n = printf(__VA_ARGS__), printf("| %d %s\n", n, n < 0 ? strerror(errno) : ""))
int main(void)
{
    int n, a = -1;
    signed char hh = 5;
    short h = 5;
    long l = 5;
    long long ll = 5;
    char *null = NULL;
    P("%s", null); P("%.5s", null); P("%.6s", null); P("%10s", null); P("%-10s", null); P("%.0s", null); P("%ls", (wchar_t *)null);
    P("%.3ls", (wchar_t *)null); P("%p", NULL); P("%10p", NULL); P("%-10p", NULL); P("%.2p", NULL); P("%010p", NULL); P("%p", (void *)0x1234);
    P("%20p", (void *)0x1234); P("%+p", (void *)16); P("% p", (void *)16); P("%020p", (void *)16); P("%.10p", (void *)16); P("%#p", (void *)16);
    P("%05s", "ab"); P("%-5s", "ab"); P("%.1s", "ab"); P("%.*s", -1, "abc"); P("%.*s", 2, "abc"); P("%*s", -6, "abc"); P("%*s", 6, "abc");
    P("%c%c", 'a', 0); P("%5c", 'x'); P("%-5c", 'x'); P("%05c", 'x'); P("%lc", L'x'); P("%lc", L'\0'); P("%ls", L"wide"); P("%.2ls", L"wide");
    P("%C%S", L'y', L"zz"); P("%10ls|%-10ls", L"wide", L"wide");
    errno = ENOENT, printf("%m|"), errno = EPERM, printf("%20m|%-20m|"), errno = 9999, printf("%m\n");
    errno = ENOENT, printf("%#m|"), errno = 9999, printf("%#m|%#10m|"), errno = 0, printf("%#m %m\n");
    P("abc%n", &a); printf("%d\n", a); P("ab%hhn%hn%ln%lln", &hh, &h, &l, &ll); printf("%d %d %ld %lld\n", hh, h, l, ll);
    P("%%"); P("%5%"); P("%-5%"); P("%l%"); P("100%"); P("%"); P("abc%5"); P("abc%l"); P("%.");
    P("%k"); P("%-5k"); P("%+#0'5.3k|"); P("% y"); P("%lv"); P("%!"); P("%\001"); P("%5.w %d", 3);
    P("%2147483648d", 1); P("%.2147483648d", 1); P("%99999999999s", "x");
    n = snprintf(NULL, 0, "%20000000d", 1); printf("%d\n", n);
    char small[8];
    for (size_t i = 0; i < 8; i++) {
        memset(small, '#', 8);
        n = snprintf(small, i, "%s-%d", "abc", 12345);
        printf("%zu %d %.8s\n", i, n, i ? small : "-");
    }
    n = snprintf(small, (size_t)-1, "%d", 7); printf("%d %s\n", n, small);
    P("%hhd %hd %hhu %hu", 300, 70000, 300, 70000); P("%lf %Lf %llf", 1.5, 2.5L, 3.5L); P("%ll#d", 5LL); P("%5#d", 5);
    P("%-+ 0#12.5x|", 255); P("%I5d", 7); P("%'d", 1234567); P("%'.2f", 1234567.891);
    n = fprintf(stdin, "x"); printf("%d %s\n", n, strerror(errno));
    return 0;
}
