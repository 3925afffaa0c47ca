# Each program of Tests/ABI/programs: the verdict for plain musl, its rule, and what really happens there.
loader=/lib/ld-musl-x86_64.so.1
gcc -O1 -w "$here/opener.c" -o "$work/opener"
for source in "$here"/programs/*.c; do
    name=$(basename "$source" .c)
    flags=$(sed -n 's|^// flags: ||p' "$source")
    read -r verdict rule <<<"$(sed -n 's|^// musl: ||p' "$source")"
    read -r status text <<<"$(sed -n 's|^// really: ||p' "$source")"
    # shellcheck disable=SC2086 # flags are words
    gcc -w "$source" -o "$work/$name" $flags 2>"$work/log" || { echo "FAIL fixture $name: does not compile: $(head -1 "$work/log")"; continue; }
    "$tool" --no-shim --target "$loader" --format json "$work/$name" >"$work/$name.json" 2>/dev/null
    got=$(sed -nE 's/^ *"verdict": "([A-Z]+)".*/\1/p' "$work/$name.json")
    if [ "$got" != "$verdict" ]; then echo "FAIL fixture $name: verdict $got, not $verdict"
    elif [ "$rule" != - ] && ! grep -q "\"rule\": \"$rule\"" "$work/$name.json"; then echo "FAIL fixture $name: no finding of $rule"
    else echo "PASS fixture $name: $verdict"; fi
    case " $flags " in *' -shared '*) run=("$work/opener" "$work/$name") ;; *) run=("$work/$name") ;; esac
    { timeout 20 "$loader" "${run[@]}" </dev/null >"$work/said" 2>&1; } 2>/dev/null; got=$?
    if [ $got -ne "$status" ]; then echo "FAIL really $name: status $got, not $status"
    elif [ -n "$text" ] && ! grep -qF -- "$text" "$work/said"; then echo "FAIL really $name: says '$(head -1 "$work/said")', not '$text'"
    else echo "PASS really $name: status $status"; fi
done
