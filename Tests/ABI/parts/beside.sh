# Libraries that stand beside each other and have no search path, as wheels have them: the RPATH of the module that
# loads them leads to all of them, and one alone finds nothing.
folder=$work/beside; mkdir -p "$folder/pkg" "$folder/pkg.libs"
gcc -shared -fPIC -Wl,-soname,libdown.so -x c - -o "$folder/pkg.libs/libdown.so" <<<'int down(void) { return 1; }'
gcc -w -shared -fPIC -Wl,-soname,libup.so -x c - -x none -o "$folder/pkg.libs/libup.so" "$folder/pkg.libs/libdown.so" \
    <<<'int down(void); int up(void) { return down(); }'
gcc -shared -fPIC -Wl,-soname,libdown2.so -x c - -o "$folder/pkg.libs/libdown2.so" <<<'int down2(void) { return 1; }'
gcc -w -shared -fPIC -x c - -x none -o "$folder/pkg.libs/libtwo.so" "$folder"/pkg.libs/libdown{,2}.so \
    <<<'int down(void), down2(void); int two(void) { return down() + down2(); }'
# shellcheck disable=SC2016 # the loader's word
gcc -w -shared -fPIC -x c - -x none -o "$folder/pkg/module.so" -L"$folder/pkg.libs" -lup \
    -Wl,--disable-new-dtags,--allow-shlib-undefined,-rpath,'$ORIGIN/../pkg.libs' \
    <<<'int up(void); int module(void) { return up(); }'
gcc -w -x c - -x none -o "$folder/pkg.libs/program" -L"$folder/pkg.libs" -ldown \
    <<<'int down(void); int main(void) { return !down(); }'
(cd "$folder" && zip -qr ../beside.zip pkg pkg.libs)
for before in musl ours; do
    if [ $before = musl ]; then
        chosen=(--no-shim --target "$loader") run=("$loader")
    else
        [ -e "$ld" ] || continue
        chosen=(--shim "$shim" --loader "$ld" --target "$loader") run=("$ld")
    fi
    says "beside, $before: the module" 0 'RUNS' "${chosen[@]}" "$folder/pkg/module.so"
    says "beside, $before: its library alone" 0 'libdown.so is beside it' "${chosen[@]}" "$folder/pkg.libs/libup.so"
    says "beside, $before: both of two" 0 'libdown2.so  is beside it' "${chosen[@]}" "$folder/pkg.libs/libtwo.so"
    says "beside, $before: a program" 1 'libdown.so is not found' "${chosen[@]}" "$folder/pkg.libs/program"
    says "beside, $before: a zip file of them" 1 'FAILS    1  RISKY    2  RUNS    3' "${chosen[@]}" "$work/beside.zip"
    "${run[@]}" "$work/opener" "$folder/pkg/module.so" >"$work/said" 2>&1; module=$?
    "${run[@]}" "$work/opener" "$folder/pkg.libs/libup.so" >"$work/said" 2>&1; alone=$?
    "${run[@]}" "$folder/pkg.libs/program" >"$work/said" 2>&1; program=$?
    [ $module -eq 0 ] && [ $alone -ne 0 ] && [ $program -eq 127 ] && echo "PASS really beside, $before" ||
        echo "FAIL really beside, $before: module $module, alone $alone, program $program"
done
