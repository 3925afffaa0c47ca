# Before our shim and loader: the verdict, and what really happens. RUNS must do as on glibc; FAILS must not start.
shim=$build_dir/libglibc-compat.so.1 ld=$build_dir/ld-linux-x86-64.so.2
root=$work/sysroot; mkdir -p "$root/bin" "$root/lib64"; cp "$work/hello" "$root/bin/hello"
# Whose loader it is does not matter to what the root lacks: any library stands for it.
any=(--shim "$shim" --loader "$build_dir/libglibc-ucontext.so.1" --target musl-1.2.6)
says 'a root without a loader' 1 'its loader /lib64/ld-linux-x86-64.so.2 does not exist' "${any[@]}" --sysroot "$root" /bin/hello
cp "$(realpath /lib64/ld-linux-x86-64.so.2)" "$root/lib64/ld-linux-x86-64.so.2"
says "a root with glibc's own loader" 1 "is glibc's own loader, not glibc-compat's" "${any[@]}" --sysroot "$root" /bin/hello
rm "$root/lib64/ld-linux-x86-64.so.2"
# A function that nobody has: it starts, and stops at the call.
gcc -x c - -shared -fPIC -o "$work/libgone.so" <<<'void absent_function(void) {}'
gcc -w -x c - -x none -o "$work/absent" "$work/libgone.so" -Wl,-z,lazy '-Wl,-rpath,$ORIGIN' \
    <<<'void absent_function(void); int main(int argc, char **argv) { if (argc > 1) absent_function(); return 0; }'
gcc -x c - -shared -fPIC -o "$work/libgone.so" <<<'void other_function(void) {}'
says 'a missing function is RISKY, at the call' 0 'no library defines absent_function (call)' "${any[@]}" "$work/absent"
if [ ! -e "$ld" ]; then echo 'SKIP verdicts before our loader: it is not built'; return; fi
for name in hello fortify ifunc relr regexec weak nftw thread-stack missing-library lfs64 fcntl64 sbrk old-memcpy; do
    got=$("$tool" --shim "$shim" --loader "$ld" "$work/$name" 2>/dev/null | grep -oE '^(RUNS|RISKY|FAILS|UNKNOWN)')
    { timeout 20 "$work/$name" </dev/null >"$work/native.out" 2>&1; } 2>/dev/null; native=$?
    { timeout 20 "$ld" "$work/$name" </dev/null >"$work/ours.out" 2>&1; } 2>/dev/null; ours=$?
    case $got in
    RUNS) [ $ours -eq $native ] && cmp -s "$work/native.out" "$work/ours.out" && echo "PASS ours $name: RUNS, as on glibc" ||
        echo "FAIL ours $name: RUNS, but status $ours, on glibc $native: $(head -1 "$work/ours.out")" ;;
    RISKY) [ $ours -ne 127 ] && echo "PASS ours $name: RISKY, starts" || echo "FAIL ours $name: RISKY, but it does not start: $(head -1 "$work/ours.out")" ;;
    FAILS) [ $ours -eq 127 ] && echo "PASS ours $name: FAILS, does not start" || echo "FAIL ours $name: FAILS, but status $ours" ;;
    *) echo "FAIL ours $name: verdict '$got'" ;;
    esac
done
{ timeout 20 "$ld" "$work/absent" && ! timeout 20 "$ld" "$work/absent" call; } 2>"$work/absent.err"
grep -q 'undefined symbol: absent_function' "$work/absent.err" && echo 'PASS really: a missing function stops at the call only' ||
    echo "FAIL really: a missing function stops at the call only: $(head -1 "$work/absent.err")"
