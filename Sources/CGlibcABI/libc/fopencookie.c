// <stdio.h>: fopencookie. musl's writes no bytes at all where its buffer is empty, for example before it closes; the program is not asked to.
// Source: fopencookie(3).
#include "next.h"
#include <stdio.h>
#include <stdlib.h>

struct wrapped {
    void *cookie;
    cookie_io_functions_t functions;
};

static ssize_t read_some(void *of, char *to, size_t size)
{
    struct wrapped *w = of;
    return w->functions.read(w->cookie, to, size);
}

static ssize_t write_some(void *of, const char *from, size_t size)
{
    struct wrapped *w = of;
    return size ? w->functions.write(w->cookie, from, size) : 0;
}

static int seek_to(void *of, off_t *position, int whence)
{
    struct wrapped *w = of;
    return w->functions.seek(w->cookie, position, whence);
}

static int close_it(void *of)
{
    struct wrapped w = *(struct wrapped *)of;
    free(of);
    return w.functions.close ? w.functions.close(w.cookie) : 0;
}

FILE *fopencookie(void *cookie, const char *mode, cookie_io_functions_t functions)
{
    struct wrapped *w = malloc(sizeof *w);
    if (!w)
        return NULL;
    *w = (struct wrapped){cookie, functions};
    cookie_io_functions_t ours = {functions.read ? read_some : NULL, functions.write ? write_some : NULL, functions.seek ? seek_to : NULL, close_it};
    FILE *stream = NEXT(fopencookie)(w, mode, ours);
    if (!stream)
        free(w);
    return stream;
}
