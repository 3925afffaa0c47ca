// musl takes no notice of RTLD_DEEPBIND: the library gets the program's function, not its own.
// before: gcc -shared -fPIC -o @/libdeep.so -x c - <<<'int which(void) { return 7; } int ask(void) { return which(); }'
// flags: -rdynamic -DLIBRARY="@/libdeep.so"
// musl: RUNS deepbind
// really: 9
// really glibc: 7
// ours: RUNS -
// really ours: 7
#define _GNU_SOURCE
#include <dlfcn.h>
int which(void) { return 9; }
int main(void) {
    void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_DEEPBIND);
    int (*ask)(void) = library ? (int (*)(void))dlsym(library, "ask") : 0;
    return ask ? ask() : 1;
}
