// ISO-2022-CN and ISO-2022-CN-EXT are read up to the end of the text and no further, wherever it is cut
#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static const char *const texts[] = {
    "a\033$)A\016\060\041\017b", "\033$)G\016\060\041\033$*H\033N\060\041\017b", "\033$)E\016\060\041\017b", "\033$+I\033O\060\041b",
    "\033$+M\033O\060\041b", "\033$x", "\033$(", "\033$,", "\033$B", "\033$x)A", "\033$)x", "\033$*x", "\033$+x", "\033x", "\033\033",
    "\033$\033$\033$", "\033$)A\016\033$x", "\033$)A\016\033$", "\033$)A\016\060\041\033$(\060\041", "\033Nab", "\033Oab", "\033Oa",
};

int main(void)
{
    static const char *const names[] = {"ISO-2022-CN", "ISO-2022-CN-EXT"}, *const targets[] = {"UTF-8", "WCHAR_T"};
    long page = sysconf(_SC_PAGESIZE);
    char *pages = mmap(NULL, page * 2, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED || mprotect(pages + page, page, PROT_NONE))
        return 1;
    char *end = pages + page;
    for (int n = 0; n < 4; n++) {
        iconv_t reader = iconv_open(targets[n / 2], names[n % 2]);
        for (unsigned t = 0; t < sizeof texts / sizeof *texts; t++) {
            printf("%s to %s, %u:", names[n % 2], targets[n / 2], t);
            for (size_t size = 1; size <= strlen(texts[t]); size++) {
                char out[256], *in = memcpy(end - size, texts[t], size), *to = out;
                size_t left = size, room = sizeof out;
                iconv(reader, NULL, NULL, NULL, NULL);
                errno = 0;
                long code = iconv(reader, &in, &left, &to, &room);
                int error = code == -1 ? errno : 0;
                printf(" %ld/%d/%zu/", code, error, left);
                for (char *at = out; at < to; at++)
                    printf("%02x", (unsigned char)*at);
            }
            puts("");
        }
        iconv_close(reader);
    }
    return 0;
}
