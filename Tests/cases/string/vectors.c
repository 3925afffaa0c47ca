// the string functions give glibc's results for lengths and alignments on both sides of every vector width, up to the end of a page
// flags: -fno-builtin
#include <stdio.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <wchar.h>
static unsigned long sum = 14695981039346656037ul;
static void add(long value) { sum = (sum ^ (unsigned long)value) * 1099511628211ul; }
static void place(const void *at, const void *start) { add(at ? (const char *)at - (const char *)start : -1); }
static int sign(int value) { return (value > 0) - (value < 0); }
int main(void)
{
    char *area = mmap(NULL, 8 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    mprotect(area + 4 * 4096, 4096, PROT_NONE);
    char *end = area + 4 * 4096, *other = area + 5 * 4096;
    for (size_t length = 0; length < 600; length += length < 140 ? 1 : 23)
        for (size_t back = 0; back < 66; back += 5) {
            char *text = end - back - length - 1;
            for (size_t i = 0; i < length; i++)
                text[i] = 'a' + (i * 7 + length) % 23;
            text[length] = 0;
            memset(other, 'z', 2000);
            add(strlen(text)); add(strnlen(text, 77)); place(strchrnul(text, 'q'), text); place(strrchr(text, 'c'), text);
            place(memchr(text, 'b', length + 1), text); place(memrchr(text, 'd', length), text);
            add(strspn(text, "abcdefg")); add(strcspn(text, "xyz")); place(strpbrk(text, "wvu"), text);
            place(strstr(text, "ho"), text); place(memmem(text, length, "pwd", 3), text);
            add(stpcpy(other + back, text) - other); add(sign(strcmp(other + back, text))); add(sign(strncmp(text, other + back, SIZE_MAX)));
            add(stpncpy(other + 1 + back, text, length + 9) - other);
            add(sign(memcmp(text, other + back, length))); add(sign(strcasecmp(text, "ABCxyz"))); add(sign(strncasecmp(other, text, 5)));
            memmove(other + 3, other + back, length); memmove(other + back + 40, other + 3, length); memset(other + 900, back, length);
            strcat(other + 1200, ""); other[1200] = 0; strncat(other + 1200, text, 50); mempcpy(other + 1400, text, length);
            for (int i = 0; i < 2000; i++)
                add(other[i]);
        }
    wchar_t wide[100];
    wmemset(wide, 0x1f600, 100);
    wide[77] = 0;
    add(wcslen(wide)); add(wcsnlen(wide, 50)); add(wmemchr(wide, 0, 100) - wide);
    printf("%lx\n", sum);
}
