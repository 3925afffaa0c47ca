# Each relocation type of the machines' ABIs: what the tool says of it is what the loaders do with it.
source_of_plain='int value = 5; int *pointer[1] = {&value}; int count(void) { return *pointer[0]; }'
# compare NAME FILE "TYPE..." "TOOL'S ARGUMENTS" REFUSAL COMMAND...: the file with each of the types, before a target
# and opened by it.
compare_types() {
    local name=$1 file=$2 types=$3 before=$4 refusal=$5 wrong= type says does; shift 5
    # shellcheck disable=SC2086 # lists
    python3 "$here/set-relocation.py" "$file" $types
    # shellcheck disable=SC2046,SC2086 # lists
    "$tool" -q $before $(printf "$file.%s " $types) 2>/dev/null >"$work/types.txt"
    for type in $types; do
        says=taken; grep -q "^FAILS.*$file[.]$type " "$work/types.txt" && says=refused
        does=taken; timeout 300 "$@" "$file.$type" 2>&1 </dev/null | grep -q "$refusal" && does=refused
        [ $says = $does ] || wrong="$wrong type $type: says $says, is $does;"
        rm -f "$file.$type"
    done
    [ -s "$work/types.txt" ] || wrong=' the tool says nothing'
    if [ -z "$wrong" ]; then echo "PASS relocation types, $name"; else echo "FAIL relocation types, $name:$wrong"; fi
}
gcc -shared -fPIC -nostdlib -o "$work/plain.so" -x c - <<<"$source_of_plain"
glibc=$(gcc -print-file-name=libc.so.6) all=$(seq -s' ' 0 45)
compare_types '0 to 45, musl' "$work/plain.so" "$all" "--no-shim --target $loader" 'unsupported relocation type' \
    "$loader" "$work/opener"
compare_types '0 to 45, glibc' "$work/plain.so" "$all" "--target $glibc" 'unexpected reloc type' "$work/opener"
if [ -e "$ld" ]; then
    compare_types '0 to 45, ours' "$work/plain.so" "$all" "--shim $shim --loader $ld --target $loader" \
        'unexpected reloc type' \
        "$ld" "$work/opener"
else echo 'SKIP relocation types before our loader: it is not built'; fi
# The other machines, under emulation, where the contexts' tests brought musl and a compiler.
while read -r machine triple emulator types; do
    musl=$top/build/$machine/musl/lib/libc.so emulator=$top/build/emulators/usr/bin/$emulator
    compiler=$(command -v "$triple-gcc") || compiler=$top/build/toolchains/$triple/usr/bin/$triple-gcc
    [ -x "$compiler" ] && [ -e "$musl" ] && [ -x "$emulator" ] || continue
    "$compiler" -shared -fPIC -nostdlib -o "$work/plain-$machine.so" -x c - <<<"$source_of_plain" 2>/dev/null &&
        "$top/build/$machine/musl/cc" -w "$here/opener.c" -o "$work/opener-$machine" 2>/dev/null || {
        echo "FAIL relocation types, $machine: does not compile"; continue; }
    # shellcheck disable=SC2086,SC2046 # lists
    types=$(for range in $types; do seq ${range%-*} ${range#*-}; done | tr '\n' ' ')
    compare_types "$machine" "$work/plain-$machine.so" "$types" "--no-shim --target $musl" \
        'unsupported relocation type' \
        "$emulator" "$musl" "$work/opener-$machine"
done <<'END_OF_MACHINES'
x86 i686-linux-gnu qemu-i386 0-44
aarch64 aarch64-linux-gnu qemu-aarch64 0-2 256-260 1023-1033
armhf arm-linux-gnueabihf qemu-arm 0-30 160-161
riscv64 riscv64-linux-gnu qemu-riscv64 0-14 57-59
s390x s390x-linux-gnu qemu-s390x 0-64
ppc64le powerpc64le-linux-gnu qemu-ppc64le 0-45 66-80 247-249
loongarch64 loongarch64-linux-gnu qemu-loongarch64 0-15
mips64el mips64el-linux-gnuabi64 qemu-mips64el 0-20 36-52 125-129 4610-4612
mipsel mipsel-linux-gnu qemu-mipsel 0-6 36-50 125-129
m68k m68k-linux-gnu qemu-m68k 0-6 18-23 39-43
END_OF_MACHINES
