// dlclose unloads nothing in musl: the library is still there afterwards.
// before: gcc -shared -fPIC -o @/libclosed.so -x c - <<<'int closed(void) { return 0; }'
// flags: -DLIBRARY="@/libclosed.so"
// musl: RUNS dlopen
// really: 9
// ours: RUNS -
// really ours: 0
#include <dlfcn.h>
int main(void) {
    void *library = dlopen(LIBRARY, RTLD_NOW);
    if (!library || dlclose(library)) return 1;
    return dlopen(LIBRARY, RTLD_NOW | RTLD_NOLOAD) ? 9 : 0;
}
