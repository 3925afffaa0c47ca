# Tables in the rest of a segment's last page, as tools that patch programs put them: files are mapped by pages, and it runs.
gcc -shared -fPIC -nostartfiles -x c - -o "$work/tail.so" <<<'int seven(void) { return 7; }'
python3 - "$work/tail.so" <<'P'
import struct, sys
data = bytearray(open(sys.argv[1], 'rb').read())
start, size, count = *struct.unpack_from('<Q', data, 32), *struct.unpack_from('<HH', data, 54)
first = next(at for at in range(start, start + size * count, size) if struct.unpack_from('<I', data, at)[0] == 1)
struct.pack_into('<QQ', data, first + 32, 128, 128)
open(sys.argv[1], 'wb').write(data)
P
says 'tables behind a segment, within its page' 0 'RUNS' --no-shim --target "$loader" "$work/tail.so"
gcc -x c - -o "$work/tail" <<<'#include <dlfcn.h>
int main(int n, char **a) { void *l = dlopen(a[1], RTLD_NOW); return l ? ((int (*)(void))dlsym(l, "seven"))() : 1; }'
"$work/tail" "$work/tail.so"; [ $? = 7 ] && echo 'PASS tables behind a segment: it does run' ||
    echo 'FAIL tables behind a segment: it does run'
