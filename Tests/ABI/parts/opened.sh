# Strings that look like libraries beside a call of dlopen: named, not judged. Generated stubs have their sources' names beside them.
gcc -x c - -o "$work/opened" <<'C'
#include <dlfcn.h>
#include <stdio.h>
static const char *const names[] = { "libopened.so", "libopened.so.6", "libopened.so.1.0.2d", "libopened.so.6.init.c", "libopened.so..1",
    "libopened.socket.so.1" };
int main(void) {
    for (int i = 0; i < 6; i++) printf("%s %d\n", names[i], dlopen(names[i], RTLD_LAZY) != NULL);
    return 0;
}
C
named=$("$tool" --no-shim --target "$loader" "$work/opened" | grep -o 'named: [^)]*')
wanted='named: libopened.so, libopened.so.1.0.2d, libopened.so.6, libopened.socket.so.1'
if [ "$named" = "$wanted" ]; then echo 'PASS what dlopen may open is named'
else echo "FAIL what dlopen may open is named: $named"; fi
