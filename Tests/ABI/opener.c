/* Opens a library late, as a plugin's host does: what a library's fixture really does.
   With a second argument it opens it lazily. */
#include <dlfcn.h>
#include <stdio.h>
int main(int argc, char **argv) {
    if (dlopen(argv[1], argc > 2 ? RTLD_LAZY : RTLD_NOW)) return 0;
    fprintf(stderr, "%s\n", dlerror());
    return 1;
}
