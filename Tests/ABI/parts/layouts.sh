# Layouts: the types of facts that differ between the two libcs, from DWARF 4 and 5, and glibc's own debug file.
cat >"$work/types.c" <<'END'
#include <regex.h>
#include <sched.h>
#include <ucontext.h>
#include <netinet/ip.h>
regmatch_t a; struct sched_param b; ucontext_t c; struct iphdr d;
struct bits { unsigned low : 3, : 2, high : 7; union { int i; char text[9]; }; long double wide; } e;
END
gcc -g -gdwarf-5 -shared -fPIC "$work/types.c" -o "$work/types-5.so"
gcc -g -gdwarf-4 -shared -fPIC "$work/types.c" -o "$work/types-4.so"
gcc -g -gdwarf-2 -gstrict-dwarf -shared -fPIC "$work/types.c" -o "$work/types-2.so"
musl-gcc -g -shared -fPIC "$work/types.c" -o "$work/types-musl.so"
says 'layout regmatch_t of musl differs' 1 'size 16 bytes, in the reference 8' layout regmatch_t --provider \
    "$work/types-musl.so" --reference "$work/types-5.so"
says 'layout struct sched_param of musl differs' 1 'size 48 bytes, in the reference 4' layout 'struct sched_param' \
    --provider "$work/types-musl.so" --reference "$work/types-5.so"
says 'layout of a kernel type is equal' 0 'EQUAL    struct iphdr   20 bytes' layout 'struct iphdr' --provider \
    "$work/types-musl.so" --reference "$work/types-5.so"
says 'layout DWARF 4 as 5' 0 'EQUAL    struct bits   32 bytes, alignment 16, 5 members' layout 'struct bits' \
    --provider "$work/types-4.so" --reference "$work/types-5.so"
says 'layout DWARF 2 bit fields as 5' 0 'EQUAL    struct bits' layout 'struct bits' --provider "$work/types-2.so" \
    --reference "$work/types-5.so"
says 'layout unknown type' 3 'UNKNOWN  nothing_t' layout nothing_t --provider "$work/types-4.so" --reference \
    "$work/types-5.so"
says 'layout without debug info' 3 'no debug info' layout ucontext_t --provider "$work/hello" --reference \
    "$work/types-5.so"
# .gnu_debuglink, with and without a build-id.
cp "$work/types-5.so" "$work/stripped.so"; objcopy --only-keep-debug "$work/stripped.so" "$work/stripped.debug"
strip "$work/stripped.so"; (cd "$work" && objcopy --add-gnu-debuglink=stripped.debug stripped.so)
says 'layout by .gnu_debuglink' 0 'EQUAL    regmatch_t' layout regmatch_t --provider "$work/stripped.so" --reference \
    "$work/types-5.so"
libc=/lib/x86_64-linux-gnu/libc.so.6
if "$tool" layout ucontext_t --provider "$libc" --reference "$libc" >/dev/null 2>&1; then
    says "layout ucontext_t of glibc's own debug file" 0 'EQUAL    ucontext_t   968 bytes' layout ucontext_t \
        --provider "$work/types-4.so" --reference "$libc"
else
    echo "SKIP layout ucontext_t of glibc's own debug file: libc6-dbg is not installed"
fi
