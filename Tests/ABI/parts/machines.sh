# The other machines, where their cross compilers, musl and emulators are (the contexts' tests bring them): a fixture's
# verdict before that machine's musl, by its file and by its table, and what really happens there under emulation.
#
# The head of a fixture of Tests/ABI/machines says, beside `flags:`,
# MACHINE:, 64:, 32:, all: VERDICT RULE on a machine, on those with 64-bit offsets, those with 32-bit ones, on the
# rest
#   really MACHINE:, really 64:, really 32:, really:   STATUS TEXT, what happens there
#   may: not compile     no failure where the compiler refuses it
emulators=$top/build/emulators/usr/bin
# That compiler's linker script names libraries by absolute paths, which are not there.
unpacked=$top/build/toolchains/loongarch64-linux-gnu/usr/loongarch64-linux-gnu/lib
unpacked="-nodefaultlibs $unpacked/libc.so.6 $unpacked/libc_nonshared.a -lgcc"
compiler_of() { # TRIPLE
    command -v "$1-gcc" ||
        { [ -x "$top/build/toolchains/$1/usr/bin/$1-gcc" ] && echo "$top/build/toolchains/$1/usr/bin/$1-gcc"; }
}
machine_field() { # KEY...: the first of these lines that the head has
    local key
    for key; do sed -n "s|^// $key: ||p" "$source" | grep . && return; done
}
tried=0
while read -r machine triple emulator width libraries; do
    compiler=$(compiler_of "$triple") musl=$top/build/$machine/musl/lib/libc.so
    [ -n "$compiler" ] && [ -e "$musl" ] && [ -x "$emulators/$emulator" ] || continue
    tried=$((tried + 1)) wrong=
    [ -z "$libraries" ] || libraries=$unpacked
    version=$("$tool" dump "$musl" | awk -F'\t' '$1 == "#library" { print $5 }')
    for source in "$here"/machines/*.c; do
        name=$(basename "$source" .c)
        # shellcheck disable=SC2046 # flags are words
        "$compiler" -w "$source" -o "$work/machine-$name" $(machine_field flags) $libraries 2>"$work/log" || {
            [ "$(machine_field may)" = 'not compile' ] || wrong="$wrong $name does not compile: $(head -1 "$work/log");"
            continue; }
        read -r verdict rule <<<"$(machine_field "$machine" "$width" all)"
        for target in "$musl" "musl-$version"; do
            "$tool" --no-shim --target "$target" --format json "$work/machine-$name" >"$work/machine.json" 2>&1
            got=$(sed -nE 's/^ *"verdict": "([A-Z]+)".*/\1/p' "$work/machine.json")
            # A musl built from its source has no table.
            [ "$target" = "$musl" ] || ! grep -q '"code": "no-target"' "$work/machine.json" || continue
            if [ "$got" != "$verdict" ]; then wrong="$wrong $name before $target: verdict $got, not $verdict;"
            elif [ "$rule" = - ]; then continue
            elif grep -q "\"rule\": \"$rule\"" "$work/machine.json"; then echo "$rule" >>"$work/covered"
            else wrong="$wrong $name before $target: no finding of $rule;"
            fi
        done
        read -r status text <<<"$(machine_field "really $machine" "really $width" really)"
        { timeout 300 "$emulators/$emulator" "$musl" "$work/machine-$name" </dev/null >"$work/said" 2>&1; } \
            2>/dev/null; got=$?
        if [ $got -ne "$status" ]; then wrong="$wrong $name: really $got, not $status: $(head -1 "$work/said");"
        elif [ -n "$text" ] && ! grep -qF -- "$text" "$work/said"; then
            wrong="$wrong $name: says '$(head -1 "$work/said")', not '$text';"
        fi
    done
    if [ -z "$wrong" ]; then echo "PASS fixtures on $machine, musl $version: verdicts and runs"
    else echo "FAIL fixtures on $machine, musl $version:$wrong"; fi
done <<'END_OF_MACHINES'
aarch64 aarch64-linux-gnu qemu-aarch64 64
x86 i686-linux-gnu qemu-i386 32
armhf arm-linux-gnueabihf qemu-arm 32
arm arm-linux-gnueabi qemu-arm 32
riscv64 riscv64-linux-gnu qemu-riscv64 64
s390x s390x-linux-gnu qemu-s390x 64
ppc64le powerpc64le-linux-gnu qemu-ppc64le 64
loongarch64 loongarch64-linux-gnu qemu-loongarch64 64 unpacked
mips64el mips64el-linux-gnuabi64 qemu-mips64el 64
mipsel mipsel-linux-gnu qemu-mipsel 32
mips mips-linux-gnu qemu-mips 32
ppc powerpc-linux-gnu qemu-ppc 32
m68k m68k-linux-gnu qemu-m68k 32
END_OF_MACHINES
[ $tried -gt 0 ] || echo \
    'SKIP fixtures on other machines: make check-contexts brings their compilers, musl and emulators'
