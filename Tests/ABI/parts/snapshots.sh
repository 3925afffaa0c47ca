# A snapshot stands for the libraries it was made of: the same answers, where they are not.
snap=$work/snap; mkdir -p "$snap"
libc=/lib/x86_64-linux-gnu musl=/lib/ld-musl-x86_64.so.1
glibc=(); for name in libc.so.6 libm.so.6 libmvec.so.1 libresolv.so.2 libpthread.so.0 libdl.so.2 librt.so.1 \
    libutil.so.1 \
    libanl.so.1 libnsl.so.1 libBrokenLocale.so.1 ld-linux-x86-64.so.2; do [ -e "$libc/$name" ] &&
        glibc+=("$libc/$name"); done
"$tool" dump -v "${glibc[@]}" >"$snap/glibc.tsv"; "$tool" dump "$musl" >"$snap/musl.tsv"
"$tool" dump -v "$build_dir/libglibc-compat.so.1" >"$snap/shim.tsv"; "$tool" dump "$build_dir/ld-linux-x86-64.so.2" \
    >"$snap/loader.tsv"
files=("$work"/{hello,fortify,regexec,relr,fcntl64,old-memcpy,private} /usr/bin/gdb)
found() { timeout 300 "$tool" --format json --no-libraries "$@" "${files[@]}" 2>/dev/null | sed -n '/"files": \[/,$p' \
    | sed 's|"provider": "[^"]*"|"provider": ""|'; }
twins() { # NAME ARGUMENT... -- ARGUMENT...: both runs find the same
    local name=$1 first=(); shift
    while [ "$1" != -- ]; do first+=("$1"); shift; done; shift
    found "${first[@]}" >"$work/with-files"; found "$@" >"$work/with-snapshot"
    if [ -s "$work/with-files" ] && cmp -s "$work/with-files" "$work/with-snapshot"; then echo "PASS $name"
    else echo "FAIL $name: $(diff "$work/with-files" "$work/with-snapshot" | sed -n 2p)"; fi
}
twins 'snapshot of musl as the target' --no-shim --target "$musl" -- --no-shim --target "$snap/musl.tsv"
twins 'snapshot of glibc as the target' --target "$libc/libc.so.6" -- --target "$snap/glibc.tsv"
if [ -e "$build_dir/ld-linux-x86-64.so.2" ]; then
    ours=(--shim "$build_dir/libglibc-compat.so.1" --loader "$build_dir/ld-linux-x86-64.so.2")
    twins 'snapshots of the shim and the loader' "${ours[@]}" -- --shim "$snap/shim.tsv" --loader "$snap/loader.tsv"
fi
said 'snapshot: symbols --reference' 0 '0 mismatches' "$tool" symbols --provider "$libc"/lib{c,m}.so.6 --reference \
    "$snap/glibc.tsv" --names 'm*,p*,s*'
"$tool" symbols --provider "$musl" --reference "$libc/libc.so.6" >"$work/with-files"
"$tool" dump "$libc/libc.so.6" >"$snap/libc.tsv"
"$tool" symbols --provider "$snap/musl.tsv" --reference "$snap/libc.tsv" >"$work/with-snapshot"
cmp -s "$work/with-files" "$work/with-snapshot" &&
    echo 'PASS snapshot: symbols, both from files and both from snapshots' ||
    echo 'FAIL snapshot: symbols, both from files and both from snapshots'
sed '5s/\t[A-Z]*$/\tGLOBAL\tmore/' "$snap/musl.tsv" >"$snap/damaged.tsv"; sed -i '20s/\t/ /' "$snap/damaged.tsv"
said 'snapshot: a damaged one is none' 3 'not an ELF file' "$tool" --no-shim --target "$snap/damaged.tsv" "$work/hello"
grep -v '^#' "$snap/glibc.tsv" >"$snap/bare.tsv"
said 'snapshot: rows alone are enough for symbols' 0 '0 mismatches' "$tool" symbols --provider "$libc/libc.so.6" \
    --reference "$snap/bare.tsv" --names 'put*'
"$tool" dump "$work/f.so" >"$snap/f.tsv"
said 'snapshot: no libc, no target' 3 'a table of exports, but of no libc' "$tool" --no-shim --target "$snap/f.tsv" \
    "$work/hello"
# Layouts: what was printed as JSON stands for the file.
types=(regmatch_t 'struct sched_param' 'struct bits' ucontext_t)
for file in 5 musl; do "$tool" layout "${types[@]}" -v --provider "$work/types-$file.so" --format json \
    >"$snap/layouts-$file.json"; done
"$tool" layout "${types[@]}" --provider "$work/types-musl.so" --reference "$work/types-5.so" | grep -v '^read:' \
    >"$work/with-files"
for pair in "types-musl.so snap/layouts-5.json" "snap/layouts-musl.json types-5.so" \
    "snap/layouts-musl.json snap/layouts-5.json"; do
    read -r provider reference <<<"$pair"
    "$tool" layout "${types[@]}" --provider "$work/$provider" --reference "$work/$reference" | grep -v '^read:' \
        >"$work/with-snapshot"
    [ -s "$work/with-files" ] && cmp -s "$work/with-files" "$work/with-snapshot" &&
        echo "PASS snapshot of layouts: $provider against $reference" ||
        echo \
            "FAIL snapshot of layouts: $provider against $reference: $(diff "$work/with-files" "$work/with-snapshot" |
                sed -n 2p)"
done
said 'snapshot of layouts: a type that it does not have' 3 'not in' "$tool" layout 'struct iphdr' --provider \
    "$work/types-5.so" --reference "$snap/layouts-5.json"
said 'snapshot of layouts: another document is none' 3 'no layouts: abi-check layout' "$tool" layout regmatch_t \
    --provider "$work/types-5.so" --reference "$forms/scan.json"
rm -rf "$work/fuzz"; mkdir "$work/fuzz"; "$work/mutate" "$snap/musl.tsv" "$work/fuzz" 60 "${FUZZ_SEED:-1}"; bad=0
for file in "$work"/fuzz/*; do
    [ -s "$file" ] || { echo 'FAIL fuzz snapshot: nothing was damaged'; bad=1; break; }
    (ulimit -v 4000000; timeout 300 "$tool" --no-shim --target "$file" "$work/hello") >/dev/null 2>"$work/fuzz.err"; \
        got=$?
    case $got in 0|1|3) ;; *) bad=1; cp "$file" "$top/$build/fuzz-snapshot-${file##*/}"; echo \
        "FAIL fuzz snapshot, ${file##*/}: status $got" ;; esac
done
[ $bad -eq 0 ] && echo 'PASS fuzz: damaged snapshots are refused, not crashed on'
