# What needs little or nothing of glibc, before plain musl: the verdict, and what its loader really does with it.
plain=$work/plain; mkdir -p "$plain"
start='void _start(void) { __asm__ volatile("xor %edi, %edi; mov $60, %eax; syscall"); }'
main='#include <stdio.h>
static int table[] = {4, 2}; int *place = table;
int main(void) { return fprintf(stdout, "%d%d\n", place[0], place[1]) < 0; }'
library='int table[] = {4, 2}; int *place = table; int sum(void) { return place[0] + place[1]; }'
# make NAME SOURCE COMPILER OPTION...
make_plain() {
    local name=$1 text=$2; shift 2
    "$@" -x c - -o "$plain/$name" <<<"$text" 2>"$work/log" ||
        echo "FAIL plain musl, $name: does not compile: $(head -1 "$work/log")"
}
make_plain musl-program "$main" musl-gcc
make_plain musl-library "$library" musl-gcc -shared -fPIC
make_plain musl-static "$main" musl-gcc -static
make_plain musl-static-pie "$main" musl-gcc -static-pie -fPIE
make_plain glibc-static "$main" gcc -static
make_plain glibc-static-pie "$main" gcc -static-pie -fPIE
make_plain bare-static "$start" gcc -static -nostdlib
make_plain bare-static-pie "$start" gcc -static-pie -fPIE -nostdlib
make_plain bare-dynamic "$start" gcc -nostdlib -pie -fPIE -Wl,-dynamic-linker,/lib64/ld-linux-x86-64.so.2
make_plain bare-fixed "$start" gcc -nostdlib -no-pie -Wl,-dynamic-linker,/lib64/ld-linux-x86-64.so.2 \
    -Wl,--export-dynamic \
    -Wl,--no-as-needed "$work/f.so"
make_plain bare-library "$library" gcc -shared -fPIC -nostdlib
make_plain bare-library-sysv "$library" gcc -shared -fPIC -nostdlib -Wl,--hash-style=sysv
make_plain bare-library-gnu "$library" gcc -shared -fPIC -nostdlib -Wl,--hash-style=gnu
make_plain bare-library-data 'int only = 1; const char *const text[] = {"a", "b"};' gcc -shared -fPIC -nostdlib
make_plain bare-library-constructor "$library"'
__attribute__((constructor)) static void before(void) { table[0]++; }
__attribute__((destructor)) static void after(void) { table[0]--; }' gcc -shared -fPIC -nostdlib
# Names of the libc without its name: musl finds them, because it is there before any library.
make_plain unversioned-library 'int puts(const char *); int say(void) { return puts("here"); }' gcc -shared -fPIC \
    -nostdlib
make_plain unversioned-missing 'int fcntl64(int, int); int say(void) { return fcntl64(0, 1); }' gcc -shared -fPIC \
    -nostdlib -Wl,-z,now
# glibc's programs in all the ways of linking them.
make_plain glibc-pie "$main" gcc -O1 -pie -fPIE
make_plain glibc-fixed "$main" gcc -O1 -no-pie -fno-pie
make_plain glibc-now "$main" gcc -O1 -Wl,-z,now
make_plain glibc-lazy "$main" gcc -O1 -no-pie -fno-pie -Wl,-z,lazy
make_plain glibc-no-plt "$main" gcc -O1 -fno-plt
make_plain glibc-sysv "$main" gcc -O1 -Wl,--hash-style=sysv
make_plain glibc-large "$main" gcc -O1 -mcmodel=large -fPIE -pie
make_plain glibc-threads '#include <pthread.h>
static _Thread_local int own = 5; static void *work(void *at) { own++; return at; }
int main(void) { pthread_t t; return pthread_create(&t, 0, work, 0) || pthread_join(t, 0) || own != 5; }' \
    gcc -O1 -pthread
make_plain glibc-library-tls '__thread int own = 5; int take(void) { return own; }' gcc -shared -fPIC -mtls-dialect=gnu2
# Stripped of what only linkers read, and with sections that no header names.
cp "$plain/glibc-pie" "$plain/no-sections"; strip --strip-section-headers "$plain/no-sections" 2>/dev/null ||
    printf '\0\0\0\0\0\0\0\0' | dd of="$plain/no-sections" bs=1 seek=40 conv=notrunc status=none
[ "$(readelf -h "$plain/no-sections" 2>/dev/null | sed -n 's/.*Number of section headers: *//p')" = 0 ] ||
    printf '\0\0\0\0\0\0' | dd of="$plain/no-sections" bs=1 seek=58 conv=notrunc status=none

# Rust, where there is a compiler: its programs need libgcc_s, or nothing at all.
if command -v rustc >/dev/null; then
    cat >"$plain/source.rs" <<'END_OF_RUST'
fn main() { println!("{}", std::thread::spawn(|| "abacba".chars().filter(|c| *c == 'a').count() * 14).join().unwrap()); }
END_OF_RUST
    rustc -O "$plain/source.rs" -o "$plain/rust-program" 2>"$work/log" ||
        echo "FAIL plain musl, rust-program: $(head -1 "$work/log")"
    rustc -O -C target-feature=+crt-static "$plain/source.rs" -o "$plain/rust-static" 2>"$work/log" ||
        echo "FAIL plain musl, rust-static: $(head -1 "$work/log")"
else
    echo 'SKIP plain musl, programs of Rust: no rustc'
fi

# NAME VERDICT STATUS [TEXT]: the verdict before this musl and the newer one, and what happens there.
while read -r name verdict status text; do
    [ -e "$plain/$name" ] || continue
    wrong=
    for musl in "$loader" "$newer"; do
        [ -e "$musl" ] || continue
        got=$("$tool" -q --no-shim --target "$musl" "$plain/$name" 2>/dev/null | sed 's/ .*//')
        [ "$got" = "$verdict" ] || wrong="$wrong verdict ${got:-none} before $musl, not $verdict;"
        case $name in
        *-library*|unversioned-*) run=("$musl" "$work/opener" "$plain/$name") ;;
        *static*) run=("$plain/$name") ;;
        *) run=("$musl" "$plain/$name") ;;
        esac
        { timeout 300 "${run[@]}" </dev/null >"$work/said" 2>&1; } 2>/dev/null; got=$?
        [ $got -eq "$status" ] || wrong="$wrong status $got on $musl, not $status: $(head -1 "$work/said");"
        [ -z "$text" ] || grep -qF -- "$text" "$work/said" ||
            wrong="$wrong says '$(head -1 "$work/said")', not '$text';"
    done
    if [ -z "$wrong" ]; then echo "PASS plain musl, $name: $verdict, status $status"
    else echo "FAIL plain musl, $name:$wrong"; fi
done <<'END_OF_PROGRAMS'
musl-program RUNS 0 42
musl-library RUNS 0
musl-static RUNS 0 42
musl-static-pie RUNS 0 42
glibc-static RUNS 0 42
glibc-static-pie RUNS 0 42
bare-static RUNS 0
bare-static-pie RUNS 0
bare-dynamic RUNS 0
bare-fixed RUNS 0
bare-library RUNS 0
bare-library-sysv RUNS 0
bare-library-gnu RUNS 0
bare-library-data RUNS 0
bare-library-constructor RUNS 0
unversioned-library RUNS 0
unversioned-missing FAILS 1 fcntl64: symbol not found
glibc-pie RUNS 0 42
glibc-fixed RUNS 0 42
glibc-now RUNS 0 42
glibc-lazy RUNS 0 42
glibc-no-plt RUNS 0 42
glibc-sysv RUNS 0 42
glibc-large RUNS 0 42
glibc-threads RISKY 0
glibc-library-tls RUNS 0
no-sections RUNS 0 42
rust-program FAILS 127 libgcc_s.so.1
rust-static RUNS 0 42
END_OF_PROGRAMS
