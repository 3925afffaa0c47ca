# Each relocation type of x86-64's ABI: what the tool says of it is what the loaders do with it.
gcc -shared -fPIC -nostdlib -o "$work/plain.so" -x c - <<<'int value = 5; int *pointer[1] = {&value}; int count(void) { return *pointer[0]; }'
glibc=$(gcc -print-file-name=libc.so.6)
for key in musl glibc ours; do
    case $key in
    musl) before=(--no-shim --target "$loader") start=("$loader") refusal='unsupported relocation type' ;;
    glibc) before=(--target "$glibc") start=() refusal='unexpected reloc type' ;;
    ours) before=(--shim "$shim" --loader "$ld" --target "$loader") start=("$ld") refusal='unexpected reloc type' ;;
    esac
    [ "$key" != ours ] || [ -e "$ld" ] || { echo 'SKIP relocation types before our loader: it is not built'; continue; }
    wrong=
    for type in $(seq 0 45); do
        cp "$work/plain.so" "$work/typed.so"; python3 "$here/set-relocation.py" "$work/typed.so" "$type"
        says=taken; "$tool" -q "${before[@]}" "$work/typed.so" 2>/dev/null | grep -q '^FAILS' && says=refused
        does=taken; timeout 300 "${start[@]}" "$work/opener" "$work/typed.so" 2>&1 </dev/null | grep -q "$refusal" && does=refused
        [ $says = $does ] || wrong="$wrong type $type: says $says, is $does;"
    done
    if [ -z "$wrong" ]; then echo "PASS relocation types 0 to 45, $key"; else echo "FAIL relocation types 0 to 45, $key:$wrong"; fi
done
