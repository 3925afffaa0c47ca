# ucontext_t from the code of getcontext, where there is no debug information.
mkdir -p "$work/code"; cd "$work/code" || exit 1
cp /lib/x86_64-linux-gnu/libc.so.6 bare.so
objcopy --remove-section=.note.gnu.build-id --remove-section=.gnu_debuglink bare.so 2>/dev/null
says 'code, places of glibc' 0 'rbx: offset 128, 8 bytes' layout ucontext_t --provider bare.so
says 'code, the place of the signal mask' 0 'signal mask: offset 296, 8 bytes' layout ucontext_t --provider bare.so
says "code against the header's layout" 0 'EQUAL    ucontext_t   20 places' \
    layout ucontext_t --provider bare.so --reference "$work/types-5.so"
says "the header's layout against code" 0 'EQUAL    ucontext_t   20 places' \
    layout ucontext_t --provider "$work/types-5.so" --reference bare.so
says 'code, the evidence is named' 0 '"evidence": "code"' \
    layout ucontext_t --provider bare.so --reference "$work/types-5.so" --format json
for library in libglibc-ucontext libglibc-ucontext-elide libglibc-compat; do
    [ -e "$build_dir/$library.so.1" ] || { echo "SKIP code of $library: not built"; continue; }
    strip -o "$library.so" "$build_dir/$library.so.1"
    says "code of $library against glibc's" 0 'EQUAL    ucontext_t' \
        layout ucontext_t --provider "$library.so" --reference bare.so
done
# One displacement changed: rbx goes where the flags are.
start=$(readelf -sW --dyn-syms bare.so | awk '$8 ~ /^getcontext@@/ { print $2; exit }')
text=$(readelf -lW bare.so | awk '$1 == "LOAD" && $0 ~ /R E/ { print $2, $3 }')
read -r offset address <<<"$text"
at=$((16#$start - address + offset))
cp bare.so changed.so; printf '\x88' | dd of=changed.so bs=1 seek=$((at + 3)) conv=notrunc status=none
says 'code, a register elsewhere is a difference' 1 'getcontext stores rbx at 136; in the reference at 128' \
    layout ucontext_t --provider changed.so --reference "$work/types-5.so"
says 'code, nothing to read' 3 'no debug info' layout ucontext_t --provider "$work/hello" --reference bare.so
says 'code, of one type only' 3 'UNKNOWN  regmatch_t' \
    layout ucontext_t regmatch_t --provider bare.so --reference "$work/types-5.so"
for machine in aarch64:26 riscv64:29; do
    places=${machine#*:} machine=${machine%:*}
    libc=/usr/$machine-linux-gnu/lib/libc.so.6 cc=$machine-linux-gnu-gcc
    [ -e "$libc" ] && command -v "$cc" >/dev/null || { echo "SKIP code of $machine's glibc: not installed"; continue; }
    printf '#include <ucontext.h>\nucontext_t value;\n' | "$cc" -g -shared -fPIC -nostdlib -xc - -o "$machine.so"
    says "code of $machine's glibc" 0 "EQUAL    ucontext_t   $places places" \
        layout ucontext_t --provider "$machine.so" --reference "$libc"
done
cd "$top" || exit 1
