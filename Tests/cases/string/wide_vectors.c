// wcscmp, wcsncmp, wcschr and wcscpy: characters are compared as signed numbers, and nothing behind the page of a text's end is read.
// flags: -fno-builtin
#include <stdio.h>
#include <sys/mman.h>
#include <wchar.h>

static wchar_t *area(void)
{
    char *pages = mmap(NULL, 3 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    munmap(pages + 2 * 4096, 4096);
    return (wchar_t *)(pages + 2 * 4096);
}

int main(void)
{
    wchar_t *left = area(), *right = area();
    static const wchar_t values[] = {L'a', 0, 0x7fffffff, -1, -0x7fffffff - 1, 0x100, 0x1000000};
    enum { VALUES = sizeof values / sizeof *values };
    for (int length = 0; length < 1100; length += length < 40 ? 1 : 97) {
        unsigned long sum = 0;
        for (int shift = 0; shift < 17; shift++) {
            wchar_t *a = left - length - 1, *b = right - length - 1 - shift;
            for (int i = 0; i < length; i++)
                a[i] = b[i] = i % 5 + 1;
            a[length] = b[length] = 0;
            sum = sum * 31 + (unsigned)wcscmp(a, b) + (unsigned)wcsncmp(a, b, (size_t)-1) + (unsigned long)(wcschr(a, 0) - a) + (wcschr(b, 9) == NULL);
            for (int at = 0; at < length; at += 3)
                for (int k = 0; k < VALUES; k++) {
                    wchar_t kept = a[at];
                    a[at] = values[k];
                    wchar_t *found = wcschr(a, values[k]);
                    sum = sum * 31 + (unsigned long)(found - a);
                    sum = sum * 31 + (unsigned long)((wcscmp(a, b) > 0) - (wcscmp(a, b) < 0) + 1);
                    sum = sum * 31 + (unsigned long)((wcsncmp(b, a, (size_t)at + 1) > 0) - (wcsncmp(b, a, (size_t)at + 1) < 0) + 1);
                    sum = sum * 31 + (unsigned long)(wcsncmp(a, b, (size_t)at) == 0);
                    a[at] = kept;
                }
            b[0] = 77;
            sum = sum * 31 + (unsigned long)(wcscpy(b, a) == b && wcscmp(a, b) == 0);
        }
        printf("%d %lx\n", length, sum);
    }
}
