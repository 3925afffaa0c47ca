# Each program of Tests/ABI/programs, before the targets that its head names: the verdict, its rule, and what really
# happens there.
#
#   flags: WORDS         for gcc; @ is the work folder
#   before:, after:      a command of bash before and after it is compiled (a library that changes afterwards)
#   musl: VERDICT RULE   plain musl;  `really: STATUS TEXT`, what happens there
#   newer:, ours:, glibc:  a newer musl, our shim and loader, this machine's glibc; `really ours:` and so on
#   preloaded:           with libinside.so as the shim
#   really lazily:       a library opened with RTLD_LAZY under plain musl
# A rule of `-` asks for the verdict alone. Every rule must be some fixture's (parts/covered.sh).
loader=/lib/ld-musl-x86_64.so.1
newer=$build_dir/root-newer/usr/lib/x86_64-linux-musl/libc.so
shim=$build_dir/libglibc-compat.so.1 ld=$build_dir/ld-linux-x86-64.so.2
gcc -O1 -w "$here/opener.c" -o "$work/opener"
field() { sed -n "s|^// $1: ||p" "$source" | sed "s|@|$work|g"; } # KEY: the head's line of the fixture

# verdict KEY ARGUMENT...: the tool's verdict before one target, and the rule among its findings.
verdict() {
    local key=$1 verdict rule got; shift
    read -r verdict rule <<<"$(field "$key")"
    [ -n "$verdict" ] || return 0
    "$tool" "$@" --format json "$work/$name" >"$work/$name.json" 2>/dev/null
    got=$(sed -nE 's/^ *"verdict": "([A-Z]+)".*/\1/p' "$work/$name.json")
    if [ "$got" != "$verdict" ]; then echo "FAIL fixture $name, $key: verdict $got, not $verdict"
    elif [ "$rule" != - ] && ! grep -q "\"rule\": \"$rule\"" "$work/$name.json"; then
        echo "FAIL fixture $name, $key: no finding of $rule"
    else
        echo "PASS fixture $name, $key: $verdict"
        [ "$rule" = - ] || echo "$rule" >>"$work/covered"
    fi
}
# really KEY COMMAND...: what the program does there, or the library when the opener opens it.
really() {
    local key=$1 status text got; shift
    read -r status text <<<"$(field "$key")"
    [ -n "$status" ] || return 0
    { timeout 300 "$@" </dev/null >"$work/said" 2>&1; } 2>/dev/null; got=$?
    if [ $got -ne "$status" ]; then echo "FAIL $key $name: status $got, not $status: $(head -1 "$work/said")"
    elif [ -n "$text" ] && ! grep -qF -- "$text" "$work/said"; then
        echo "FAIL $key $name: says '$(head -1 "$work/said")', not '$text'"
    else echo "PASS $key $name: status $status"; fi
}
for source in "$here"/programs/*.c; do
    name=$(basename "$source" .c)
    flags=$(field flags)
    (set -e; eval "$(field before)") 2>"$work/log" || { echo "FAIL fixture $name: $(head -1 "$work/log")"; continue; }
    # shellcheck disable=SC2086 # flags are words
    gcc -w "$source" -o "$work/$name" $flags 2>"$work/log" || {
        echo "FAIL fixture $name: does not compile: $(head -1 "$work/log")"; continue; }
    (set -e; eval "$(field after)") 2>"$work/log" || { echo "FAIL fixture $name: $(head -1 "$work/log")"; continue; }
    case " $flags " in *' -shared '*) run=("$work/opener" "$work/$name") ;; *) run=("$work/$name") ;; esac
    verdict musl --no-shim --target "$loader"
    really really "$loader" "${run[@]}"
    really 'really lazily' "$loader" "${run[@]}" lazily
    verdict glibc --target "$(gcc -print-file-name=libc.so.6)"
    really 'really glibc' "${run[@]}"
    if [ -e "$ld" ]; then verdict preloaded --shim "$work/libinside.so" --loader "$ld" --target "$loader"; fi
    really 'really preloaded' env LD_PRELOAD="$work/libinside.so" "$loader" "${run[@]}"
    if [ -e "$newer" ]; then verdict newer --no-shim --target "$newer"; really 'really newer' "$newer" "${run[@]}"; fi
    if [ -e "$ld" ]; then
        verdict ours --shim "$shim" --loader "$ld" --target "$loader"
        really 'really ours' "$ld" "${run[@]}"
    fi
done
[ -e "$newer" ] || echo 'SKIP fixtures on a newer musl: make roots brings it'
[ -e "$ld" ] || echo 'SKIP fixtures before our loader: it is not built'
