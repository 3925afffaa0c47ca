# Roots without our loader, and a function that nobody has.
shim=$build_dir/libglibc-compat.so.1 ld=$build_dir/ld-linux-x86-64.so.2
root=$work/sysroot; mkdir -p "$root/bin" "$root/lib64"; cp "$work/hello" "$root/bin/hello"
# How the loader works does not matter to what the root lacks: a library with its hook stands for it.
gcc -x c - -shared -fPIC -o "$work/any-loader.so" <<<'int __glibc_compat_loader;'
any=(--shim "$shim" --loader "$work/any-loader.so" --target musl-1.2.6)
says 'a root without a loader' 1 'its loader /lib64/ld-linux-x86-64.so.2 does not exist' "${any[@]}" --sysroot "$root" \
    /bin/hello
echo interp >>"$work/covered"
unshare=(unshare --map-root-user)
if chroot / true 2>/dev/null; then unshare=(); fi
if "${unshare[@]}" chroot / true 2>/dev/null; then
    timeout 300 "${unshare[@]}" chroot "$root" /bin/hello >"$work/said" 2>&1; got=$?
    [ $got -eq 127 ] && grep -q 'No such file' "$work/said" &&
        echo 'PASS really: without its loader the kernel does not start it' ||
        echo "FAIL really: without its loader the kernel does not start it: status $got: $(head -1 "$work/said")"
else echo 'SKIP really: without its loader the kernel does not start it: no right to change the root'; fi
cp "$(realpath /lib64/ld-linux-x86-64.so.2)" "$root/lib64/ld-linux-x86-64.so.2"
says "a root with glibc's own loader" 1 "is glibc's own loader, not glibc-compat's" "${any[@]}" --sysroot "$root" \
    /bin/hello
rm "$root/lib64/ld-linux-x86-64.so.2"
# A function that nobody has: it starts, and stops at the call.
gcc -x c - -shared -fPIC -o "$work/libgone.so" <<<'void absent_function(void) {}'
gcc -w -x c - -x none -o "$work/absent" "$work/libgone.so" -Wl,-z,lazy '-Wl,-rpath,$ORIGIN' \
    <<<'void absent_function(void); int main(int argc, char **argv) { if (argc > 1) absent_function(); return 0; }'
gcc -x c - -shared -fPIC -o "$work/libgone.so" <<<'void other_function(void) {}'
says 'a missing function is RISKY, at the call' 0 'no library defines absent_function (call)' "${any[@]}" "$work/absent"
if [ ! -e "$ld" ]; then echo 'SKIP a missing function before our loader: it is not built'; return; fi
{ timeout 300 "$ld" "$work/absent" && ! timeout 300 "$ld" "$work/absent" call; } 2>"$work/absent.err"
grep -q 'undefined symbol: absent_function' "$work/absent.err" &&
    echo 'PASS really: a missing function stops at the call only' ||
    echo "FAIL really: a missing function stops at the call only: $(head -1 "$work/absent.err")"
