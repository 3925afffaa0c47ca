# What is not a program gets one line that says what it is, and never exit status 0.
bad() { # NAME STATUS TEXT PATH...
    local name=$1 status=$2 text=$3; shift 3
    local said; said=$(timeout 300 "$tool" --no-shim "$@" 2>&1 </dev/null); local got=$?
    if [ $got -ne "$status" ]; then echo "FAIL bad input, $name: status $got, not $status"
    elif ! grep -qF -- "$text" <<<"$said"; then echo "FAIL bad input, $name: says '$(head -1 <<<"$said")', not '$text'"
    elif grep -qiE 'fatal error|backtrace|core dumped' <<<"$said"; then echo "FAIL bad input, $name: a trace"
    else echo "PASS bad input, $name"; fi
}
cd "$work" || exit 1
: >empty; echo hello >text; mkfifo pipe; mkdir folder; ln -s loop loop
printf '/* GNU ld script */\nGROUP ( /lib/x86_64-linux-gnu/libc.so.6 )\n' >script.so
printf '\x7fELF' >head; head -c 3000 "$(realpath /lib/x86_64-linux-gnu/libc.so.6)" >cut.so; head -c 60 cut.so >header.so
echo 'int f(void){return 1;}' >f.c; gcc -c f.c -o f.o; ar rc f.a f.o
gcc -g -shared -fPIC f.c -o f.so; objcopy --only-keep-debug f.so f.debug
gcc -static -x c - -o static <<<'int main(void){return 0;}'
gcc -w -static -x c - -o static-users 2>/dev/null <<<'#include <pwd.h>
int main(void) { return !getpwnam("root"); }'
musl-gcc -x c - -o musl <<<'int main(void){return 0;}'
# A section table beyond the end, with all that is loaded still there.
cp f.so sections.so; printf '\xff\xff\xff\x00' | dd of=sections.so bs=1 seek=40 conv=notrunc status=none
# A segment that claims all addresses: what stands in it is in the file all the same, or is not read.
cp f.so endless.so
for place in $(readelf -lW f.so | awk '/^  (LOAD|DYNAMIC|PHDR|INTERP|NOTE|GNU_|TLS)/ { if ($1 == "LOAD") print 64 + 56 * n; n++ }'); do
    printf '\xff%.0s' {1..16} | dd of=endless.so bs=1 seek=$((place + 32)) conv=notrunc status=none
done
bad 'a segment without an end' 3 'past the end of the file' endless.so
bad 'no such file' 3 'abi-check: nothing-here: no such file' nothing-here
bad 'empty file' 3 'abi-check: empty: empty file' empty
bad 'text' 3 'abi-check: text: not an ELF file (ASCII text)' text
bad 'fifo' 3 'a fifo; skipped' pipe
bad 'symbolic link to itself' 3 'too many levels of symbolic links' loop
bad 'linker script' 3 'a linker script, not a library; did you mean /lib/x86_64-linux-gnu/libc.so.6?' script.so
bad 'four bytes of ELF' 3 'the file is cut short' head
bad 'half an ELF header' 3 'end of the ELF header (offset 64) is past the end of the file (60 bytes)' header.so
bad 'cut file' 3 'the file is cut short' cut.so
bad 'section table past the end' 3 'section table (offset 16,777,215) is past the end of the file' sections.so
bad 'object file' 3 'an object file' f.o
bad 'archive of objects' 3 'archive of objects; check what links it' f.a
bad 'debug file' 3 'a debug file, not a library (SHT_NOBITS .text)' f.debug
bad 'static program' 0 'statically linked: needs no libc, runs as is' static
bad 'static program that asks for users' 0 'it may open libnss_* modules of its own glibc' static-users
timeout 300 "$tool" --no-shim static >said 2>&1
grep -q libnss said && echo 'FAIL bad input, static program that asks for nobody' ||
    echo 'PASS bad input, static program that asks for nobody'
bad 'musl program' 0 'already linked to musl' musl
bad 'folder with --no-recurse' 3 'a directory; skipped (--no-recurse)' --no-recurse folder
bad 'no argument' 2 'nothing to check'
bad 'unknown option' 2 "Unknown option '--wrong'" --wrong f.so
bad 'unknown rule' 2 'no rule of that name' --ignore wrong f.so
bad 'unknown target' 2 'no such target' --target musl-9.9 f.so
bad 'unknown --max-glibc' 2 '--max-glibc 3: not a version from 2.17 to' --max-glibc 3 f.so
bad 'a target that is no libc' 3 '--target ./f.so: not a libc' --target ./f.so f.so
bad 'a folder of libraries that is not there' 2 '-L nothing-here: not a directory' -L nothing-here f.so
bad 'no file in --files-from' 2 'abi-check: nothing-here: no such file' --files-from nothing-here
bad 'a report that cannot be written' 2 'abi-check: folder: a directory' -o folder f.so
bad 'empty name' 3 "abi-check: '': an empty name" ''
bad 'pattern of no file' 3 'abi-check: nothing*: no file has such a name' 'nothing*'
bad 'misspelt command' 3 'explian: no such file; did you mean abi-check explain?' explian relr
bad 'no file, and no command either' 3 'abi-check: relrelr: no such file' relrelr
said() { # NAME STATUS TEXT ARGUMENT...
    local name=$1 status=$2 text=$3; shift 3
    local said; said=$(timeout 300 "$tool" "$@" 2>&1 </dev/null); local got=$?
    if [ $got -eq "$status" ] && grep -qF -- "$text" <<<"$said"; then echo "PASS bad input, $name"
    else echo "FAIL bad input, $name: status $got: $(head -1 <<<"$said")"; fi
}
said 'misspelt rule' 2 'rellr: neither a rule nor a symbol of glibc, musl, the shim or the loader; did you mean relr?' \
    explain rellr --no-shim --target musl-1.2.5
said 'a rule in capitals' 0 'relr: packed relocations (DT_RELR)' explain RELR
said 'explain: a name that the loader answers for' 0 "musl's loader answers with its fopen: lfs64." \
    explain fopen64 --no-shim --target musl-1.2.5
said 'explain: a name that it does not answer for' 0 'Nobody provides it here: missing-symbol.' \
    explain fcntl64 --no-shim --target musl-1.2.5
shim=$build_dir/libglibc-compat.so.1
if [ -e "$shim" ]; then
    said 'a loader that is none' 3 "--loader ./f.so: not glibc-compat's loader" --shim "$shim" --loader ./f.so f.so
    said 'a shim that is a program' 3 '--shim /bin/true: a program, not a library' --shim /bin/true f.so
    said 'a shim that is not there' 3 '--shim nothing-here: no such file' --shim nothing-here f.so
fi
if cp /bin/true other && printf '\x03' | dd of=other bs=1 seek=18 conv=notrunc status=none; then
    bad 'another machine' 3 '32-bit x86; the target is x86_64 musl' --target /lib/ld-musl-x86_64.so.1 other
fi
if [ -w /dev/full ]; then
    "$tool" --no-shim f.so >/dev/full 2>"$work/full"; got=$?
    if [ $got -eq 4 ] && grep -q 'cannot write the report' "$work/full"; then echo 'PASS a full disk is not success'
    else echo "FAIL a full disk is not success: status $got"; fi
fi
cd "$here" || exit 1
