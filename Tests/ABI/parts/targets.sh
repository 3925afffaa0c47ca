# The same file before other targets, by the tables that the tool carries.
says() { # NAME STATUS TEXT ARGUMENT...: one run's status and a text in its report
    local name=$1 status=$2 text=$3; shift 3
    local said; said=$(timeout 300 "$tool" "$@" 2>&1 </dev/null); local got=$?
    if [ $got -ne "$status" ]; then echo "FAIL $name: status $got, not $status: $(head -1 <<<"$said")"
    elif ! grep -qF -- "$text" <<<"$said"; then echo "FAIL $name: does not say '$text'"
    else echo "PASS $name"; fi
}
says 'relr fails before 1.2.4' 1 'FAILS' --no-shim --target musl-1.2.3 "$work/relr"
says 'relr runs from 1.2.4 on' 0 'RUNS' --no-shim --target musl-1.2.5 "$work/relr"
says 'fopen64 comes from the list in the loader' 0 'RUNS' --no-shim --target musl-1.2.6 "$work/lfs64"
says 'fcntl64 is not on that list' 1 'fcntl64@GLIBC_2.28' --no-shim --target musl-1.2.6 "$work/fcntl64"
says 'a program of today on an old glibc' 1 'newer than glibc 2.31' --target glibc-2.31 "$work/hello"
says 'a program of today on the newest glibc' 0 'RUNS' --target glibc-2.43 "$work/hello"
says 'an unknown glibc' 2 'glibc-2.17 … glibc-2.43, musl' --target glibc-2.99 "$work/hello"
says 'packed relocations on a glibc before them' 1 'GLIBC_ABI_DT_RELR of libc.so.6 is newer than glibc 2.35' --target \
    glibc-2.35 "$work/relr"
says 'packed relocations on the first glibc with them' 0 'RUNS' --target glibc-2.36 "$work/relr"
says 'a glibc by its path' 0 'target glibc' --target "$(gcc -print-file-name=libc.so.6)" "$work/hello"
says "this machine's own libc" 0 'target glibc' --target host "$work/private"
says 'a private name before a table' 0 'private to glibc: only the release it was built with' --target glibc-2.36 \
    "$work/private"
says 'musl 1.2.4 by its table' 0 'target musl 1.2.4' --no-shim --target musl-1.2.4 "$work/relr"
# The same version on other machines: built from its source where no package has it.
for triple in aarch64-linux-gnu i686-linux-gnu mipsel-linux-gnu; do
    command -v $triple-gcc >/dev/null || { echo "SKIP musl 1.2.4 on $triple: no compiler"; continue; }
    $triple-gcc -x c - -o "$work/other-machine" <<<'int main(void) { return 0; }'
    says "musl 1.2.4 on $triple" 0 'target musl 1.2.4 on' --no-shim --target musl-1.2.4 "$work/other-machine"
done
if command -v mips-linux-gnu-gcc >/dev/null; then
    mips-linux-gnu-gcc -x c - -o "$work/other-machine" <<<'int main(void) { return 0; }'
    says 'a machine without a table' 3 'no table of musl-1.2.4 for 32-bit mips; known: glibc-2.17' --no-shim \
        --target musl-1.2.4 "$work/other-machine"
else echo 'SKIP a machine without a table: no compiler for one'; fi
says '--max-glibc on musl' 1 'newer than glibc 2.17' --no-shim --max-glibc 2.17 "$work/hello"
says '--fail-on warning' 1 'RISKY' --no-shim --fail-on warning "$work/regexec"
says 'a warning alone is status 0' 0 'RISKY' --no-shim "$work/regexec"
says '--ignore a rule and symbol' 1 'FAILS' --no-shim --ignore missing-symbol:other "$work/fcntl64"
says '--ignore accepts a finding' 0 'RUNS' --no-shim --ignore missing-symbol:fcntl64 "$work/fcntl64"
says 'explain a rule' 0 'relink with -Wl,-z,nopack-relative-relocs' explain relr
for name in df-1-now df-1-noopen df-1-initfirst origin rpath ld.so.conf deepbind data-symbol printf-hooks malloc-hooks \
    fp-exceptions fp-errno time64 sigrt; do
    says "explain $name" 0 ': ' explain $name
done
says 'explain a symbol' 0 'warning [layout]' explain --no-shim regexec
says 'deps' 0 'libc.so.6' deps "$work/hello"
says 'deps of a missing library' 1 'missing' deps --no-shim "$work/missing-library"
says 'a folder' 1 'files,' --no-shim --color never "$here/.." "$work"
says 'exports of the four context functions equal glibc' 0 '4 of 4 exports equal' symbols --names \
    getcontext,setcontext,swapcontext,makecontext \
    --provider "$top/$build/libglibc-ucontext.so.1" --reference /lib/x86_64-linux-gnu/libc.so.6
says 'missing exports are mismatches' 1 'mismatch puts@@GLIBC_2.2.5  missing' symbols --names puts \
    --provider "$top/$build/libglibc-ucontext.so.1" --reference glibc-2.36
says '--version names the tables' 0 'x86_64: glibc-2.17 … glibc-2.43, musl-1.2.3, musl-1.2.4' --version
says '--version names other machines' 0 'riscv64: glibc-2.27 … glibc-2.43, musl-1.2.4, musl-1.2.5, musl-1.2.6' --version

# The carried table of glibc 2.36 is what the real library exports.
if [ "$(getconf GNU_LIBC_VERSION)" = 'glibc 2.36' ]; then
    says 'the carried table equals the real libc' 0 '0 mismatches' symbols --provider glibc-2.36 --reference \
        /lib/x86_64-linux-gnu/lib{c.so.6,m.so.6}
fi
# Two runs say the same bytes, whatever the number of threads.
for jobs in 1 4; do "$tool" --no-shim --format json -j $jobs "$work" 2>/dev/null |
    sed 's|"elapsed_ms": [0-9]*|"elapsed_ms": 0|' >"$work/../$(basename "$work").$jobs"; done
if cmp -s "$work".1 "$work".4 && [ -s "$work".1 ]; then echo 'PASS the report does not depend on -j'
else echo 'FAIL the report does not depend on -j: outputs differ'; fi
python3 -c 'import json,sys; d=json.load(open(sys.argv[1])); assert d["schema"]=="abi-check/1" and d["files"]' \
    "$work.1" 2>/dev/null && echo 'PASS JSON parses' || echo 'FAIL JSON parses: python does not read it'
rm -f "$work".1 "$work".4

# A sysroot: the same program by its path inside and by its path on this machine, through a link, with its libraries
# beside it.
root=$work/sysroot; mkdir -p "$root/opt/real/bin" "$root/opt/real/lib" "$root/lib64"
gcc -shared -fPIC "$work/f.c" -Wl,-soname,libf.so.1 -o "$root/opt/real/lib/libf.so.1"
gcc -w -x c - -x none -o "$root/opt/real/bin/p" "$root/opt/real/lib/libf.so.1" '-Wl,-rpath,$ORIGIN/../lib' \
    <<<'int f(void); int main(void) { return f(); }'
ln -s /opt/real "$root/opt/link"
musl=(--no-shim --target musl-1.2.6 --sysroot "$root")
says 'sysroot, path inside' 0 'RUNS' "${musl[@]}" /opt/real/bin/p
says 'sysroot, path on this machine' 0 'RUNS' "${musl[@]}" "$root/opt/real/bin/p"
(cd "$work" && says 'sysroot, relative path' 0 'RUNS' "${musl[@]}" sysroot/opt/real/bin/p)
says 'sysroot, absolute link inside' 0 'RUNS' "${musl[@]}" /opt/link/bin/p
rm "$root/opt/real/lib/libf.so.1"
says 'sysroot, library not there' 1 'libf.so.1 is not found' "${musl[@]}" /opt/link/bin/p
# Where musl's own loader looks, glibc-compat's looks last: /usr/local/lib, or the folders of musl's path file.
mkdir -p "$root/usr/local/lib" "$root/usr/lib" "$root/srv/libs" "$root/etc"
gcc -shared -fPIC "$work/f.c" -Wl,-soname,libf.so.1 -o "$root/usr/local/lib/libf.so.1"
gcc -w -x c - -x none -o "$root/opt/real/bin/q" "$root/usr/local/lib/libf.so.1" \
    <<<'int f(void); int main(void) { return f(); }'
ours=(deps --sysroot "$root" /opt/real/bin/q)
says 'deps: /usr/local/lib, where musl looks' 0 'libf.so.1  → /usr/local/lib/libf.so.1' "${ours[@]}"
says "deps: no musl's folder for glibc" 1 'missing' deps --target glibc-2.36 "${ours[@]:1}"
cp "$root/usr/local/lib/libf.so.1" "$root/srv/libs"
printf '/nowhere:/srv/libs\n' >"$root/etc/ld-musl-x86_64.path"
says "deps: musl's path file" 0 'libf.so.1  → /srv/libs/libf.so.1' "${ours[@]}"
cp "$root/usr/local/lib/libf.so.1" "$root/usr/lib"
says "deps: the system's folder comes before" 0 'libf.so.1  → /usr/lib/libf.so.1' "${ours[@]}"
rm "$root/usr/lib/libf.so.1"; : >"$root/etc/ld-musl-x86_64.path"
says 'deps: an empty path file names no folder' 1 'missing' "${ours[@]}"
