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
printf '\x7fELF' >head; head -c 3000 "$(realpath /lib/x86_64-linux-gnu/libc.so.6)" >cut.so
echo 'int f(void){return 1;}' >f.c; gcc -c f.c -o f.o; ar rc f.a f.o; gcc -g -shared -fPIC f.c -o f.so; objcopy --only-keep-debug f.so f.debug
gcc -static -x c - -o static <<<'int main(void){return 0;}'
musl-gcc -x c - -o musl <<<'int main(void){return 0;}'
# A section table beyond the end, with all that is loaded still there.
cp f.so sections.so; printf '\xff\xff\xff\x00' | dd of=sections.so bs=1 seek=40 conv=notrunc status=none
bad 'no such file' 3 'abi-check: nothing-here: no such file' nothing-here
bad 'empty file' 3 'abi-check: empty: empty file' empty
bad 'text' 3 'abi-check: text: not an ELF file (ASCII text)' text
bad 'fifo' 3 'a fifo; skipped' pipe
bad 'symbolic link to itself' 3 'too many levels of symbolic links' loop
bad 'linker script' 3 'a linker script, not a library; did you mean /lib/x86_64-linux-gnu/libc.so.6?' script.so
bad 'four bytes of ELF' 3 'the file is cut short' head
bad 'cut file' 3 'the file is cut short' cut.so
bad 'section table past the end' 3 'section table (offset 16,777,215) is past the end of the file' sections.so
bad 'object file' 3 'an object file' f.o
bad 'archive of objects' 3 'archive of objects; check what links it' f.a
bad 'debug file' 3 'a debug file, not a library (SHT_NOBITS .text)' f.debug
bad 'static program' 0 'statically linked: needs no libc, runs as is' static
bad 'musl program' 0 'already linked to musl' musl
bad 'folder with --no-recurse' 3 'a directory; skipped (--no-recurse)' --no-recurse folder
bad 'no argument' 2 'nothing to check'
bad 'unknown option' 2 "Unknown option '--wrong'" --wrong f.so
bad 'unknown rule' 2 'no rule of that name' --ignore wrong f.so
bad 'unknown target' 3 'no such target' --target musl-9.9 f.so
if cp /bin/true other && printf '\x03' | dd of=other bs=1 seek=18 conv=notrunc status=none; then
    bad 'another machine' 3 '32-bit x86; the target is x86_64 musl' --target /lib/ld-musl-x86_64.so.1 other
fi
if [ -w /dev/full ]; then
    "$tool" --no-shim f.so >/dev/full 2>"$work/full"; got=$?
    if [ $got -eq 4 ] && grep -q 'cannot write the report' "$work/full"; then echo 'PASS a full disk is not success'; else echo "FAIL a full disk is not success: status $got"; fi
fi
cd "$here" || exit 1
