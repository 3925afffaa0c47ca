/* Opens a library late, as a plugin's host does: what a library's fixture really does. */
#include <dlfcn.h>
#include <stdio.h>
int main(int argc, char **argv) {
    (void)argc;
    if (dlopen(argv[1], RTLD_NOW)) return 0;
    fprintf(stderr, "%s\n", dlerror());
    return 1;
}
