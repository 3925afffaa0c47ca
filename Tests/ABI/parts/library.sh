# The libraries: an example package that depends on this checkout, built and run; and a comment on everything that is
# public.
mkdir -p "$work/library"
# What the tool's own build fetched is not fetched again.
address=https://github.com/apple/swift-argument-parser
for fetched in "$top"/build/swiftpm/repositories/swift-argument-parser-*; do
    [ ! -d "$fetched" ] ||
        export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="url.$fetched.insteadOf" GIT_CONFIG_VALUE_0=$address
done
if timeout 1200 ${swift_test%% *} build --package-path "$top/examples/layout-difference" -j 2 \
    --scratch-path "$top/build/example" >"$work/library/build" 2>&1; then
    example=$top/build/example/debug/layout-difference
    cat >"$work/library/old.c" <<'END2'
struct record { int number; char name[12]; }; struct same { long a; };
int read_record(struct record *r, struct same *s) { return r->number + (int)s->a; }
int gone(void) { return 1; }
END2
    sed 's/int number;/long number;/; /gone/d' "$work/library/old.c" >"$work/library/new.c"
    for name in old new; do gcc -g -shared -fPIC "$work/library/$name.c" -o "$work/library/$name.so"; done
    said=$("$example" "$work/library/old.so" "$work/library/new.so" 2>&1); got=$?
    wanted='gone: gone
struct record:
  size 24 bytes, in the reference 16
  alignment 8, in the reference 4
  member number: offset 0, 8 bytes; in the reference offset 0, 4 bytes
  member name: offset 8, 12 bytes; in the reference offset 4, 12 bytes'
    if [ $got -eq 1 ] && [ "$said" = "$wanted" ]; then echo 'PASS library example: what changed'
    else echo "FAIL library example: what changed: status $got: $(head -2 <<<"$said" | tr '\n' ' ')"; fi
    "$example" "$work/library/old.so" "$work/library/old.so" >"$work/library/same" 2>&1; got=$?
    if [ $got -eq 0 ] && [ ! -s "$work/library/same" ]; then echo 'PASS library example: nothing changed'
    else echo "FAIL library example: nothing changed: status $got: $(head -1 "$work/library/same")"; fi
    said=$("$example" "$work/library/old.c" "$work/library/new.so" 2>&1); got=$?
    if [ $got -eq 3 ] && grep -q 'cannot read: not an ELF file' <<<"$said"; then
        echo 'PASS library example: not a library'
    else echo "FAIL library example: not a library: status $got: $said"; fi
else
    echo "FAIL library example: does not build: $(grep -m1 error "$work/library/build")"
fi
# A declaration, its attributes skipped, stands under a comment; a requirement's implementation has the requirement's.
bare=$(awk '
    FNR == 1 { documented = 0 }
    /^ *\/\/\// { documented = 1; next }
    /^ *@/ && !/public/ { next }
    / extension / || /public (var description|static func [<=]|func hash)/ { next }
    /^ *(@[a-zA-Z()]+ )*public / && !documented {
        print FILENAME ":" FNR
    }
    { documented = 0 }' "$top"/Sources/ABIReading/*.swift "$top"/Sources/ABIComparison/*.swift \
    "$top"/Sources/ABIComparison/*/*.swift)
if [ -z "$bare" ]; then echo 'PASS library: everything public has a comment'
else
    echo "FAIL library: everything public has a comment: not $(head -9 <<<"$bare" | xargs -n1 basename | tr '\n' ' ')"
fi
# What is carried for nothing shows in the size: Foundation alone is 5 MB.
size=$(stat -Lc %s "$tool")
if [ "$size" -le $((10 << 20)) ]; then echo 'PASS size of abi-check'
else echo "FAIL size of abi-check: $size bytes, more than 10 MiB"; fi
