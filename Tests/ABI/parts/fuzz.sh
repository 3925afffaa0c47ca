# Damaged files: never a crash, a hang or runaway memory. FUZZ_ROUNDS and FUZZ_SEED make it longer or other.
gcc -O1 -w "$here/mutate.c" -o "$work/mutate"
gcc -g -O1 -fuse-ld=gold -Wl,--hash-style=both "$work/f.c" -shared -fPIC -o "$work/both.so" 2>/dev/null ||
    cp "$work/f.so" "$work/both.so"
mkdir -p "$work/fuzz"
seed=${FUZZ_SEED:-1} bad=0
for round in $(seq "${FUZZ_ROUNDS:-4}"); do
    for input in "$work/types-5.so" "$work/both.so" "$work/regexec" "$work/relr" "$build_dir/libglibc-ucontext.so.1"; do
        rm -rf "$work/fuzz"; mkdir "$work/fuzz"
        "$work/mutate" "$input" "$work/fuzz" 400 $((seed + round)) ||
            { echo "FAIL fuzz: cannot damage $input"; bad=1; continue; }
        (ulimit -v 4000000; timeout 300 "$tool" --no-shim --format jsonl --fail-on never -j 2 "$work/fuzz") \
            >"$work/fuzz.out" 2>"$work/fuzz.err"; got=$?
        case $got in 0|1|3) ;; *) bad=1; keep=$top/$build/fuzz-$round; rm -rf "$keep"; cp -r "$work/fuzz" "$keep"
            said=$(tail -1 "$work/fuzz.err" | cut -c1-120)
            echo "FAIL fuzz check of $(basename "$input"), seed $((seed + round)): status $got ($said); in $keep" ;;
        esac
    done
done
[ $bad -eq 0 ] && echo 'PASS fuzz: damaged files are judged, not crashed on'
bad=0
rm -rf "$work/fuzz"; mkdir "$work/fuzz"
"$work/mutate" "$work/types-5.so" "$work/fuzz" "${FUZZ_LAYOUTS:-150}" "$seed"; "$work/mutate" "$work/types-2.so" \
    "$work/fuzz" 50 "$((seed + 1))"
for file in "$work"/fuzz/*; do
    (ulimit -v 4000000; timeout 300 "$tool" layout 'struct bits' ucontext_t --provider "$file" --reference \
        "$work/types-5.so") >/dev/null 2>"$work/fuzz.err"; got=$?
    case $got in 0|1|3) ;; *) bad=1; cp "$file" "$top/$build/fuzz-layout-${file##*/}"; echo \
        "FAIL fuzz layout, ${file##*/}: status $got" ;; esac
done
[ $bad -eq 0 ] && echo 'PASS fuzz: damaged debug info is read, not crashed on'
# Damaged archives, each kind: named one by one, because in a folder only their names would tell what they are.
bad=0
for input in "$ar"/{a.zip,stored.whl,pax.tar,ustar.tar,a.tar.gz,a.tar.bz2,a.tar.xz,a.tar.zst,a.tar.lz4} \
    "$ar"/{a-xz.deb,a-none.deb,a.rpm,a.apk,layout.tar,saved.tar,deep-2.zip,half.zip}; do
    [ -e "$input" ] || continue
    rm -rf "$work/fuzz"; mkdir "$work/fuzz"
    "$work/mutate" "$input" "$work/fuzz" "${FUZZ_ARCHIVES:-150}" "$seed" ||
        { echo "FAIL fuzz: cannot damage $input"; bad=1; continue; }
    (ulimit -v 2000000; timeout 300 "$tool" --no-shim --format jsonl --fail-on never -j 2 "$work/fuzz"/*) \
        >"$work/fuzz.out" 2>"$work/fuzz.err"; got=$?
    case $got in 0|1|3) [ "$(grep -c '"record":"end"' "$work/fuzz.out")" = 1 ] ||
        { bad=1; echo "FAIL fuzz of $(basename "$input"): the report has no end"; } ;;
    *) bad=1; keep=$top/$build/fuzz-$(basename "$input"); rm -rf "$keep"; cp -r "$work/fuzz" "$keep"
        said=$(tail -1 "$work/fuzz.err" | cut -c1-120)
        echo "FAIL fuzz of $(basename "$input"), seed $seed: status $got ($said); inputs: $keep" ;;
    esac
done
[ $bad -eq 0 ] && echo 'PASS fuzz: damaged archives are read, not crashed on'
# What stands beside a file can be damaged as well: split units, packages of them, what dwz shares, a separate debug
# file.
mkdir -p "$work/beside"; cd "$work/beside" || exit 1
gcc -g -gdwarf-4 -gsplit-dwarf -fdebug-types-section -shared -fPIC "$work/types.c" -o split.so && mv ./*.dwo split.dwo
compiled=$(strings -a split.so | grep -m1 '\.dwo$')
cp split.so packed.so; cp split.dwo "$compiled"; { dwp -e packed.so -o packed.dwp; } 2>/dev/null; rm -f "$compiled"
gcc -g -shared -fPIC "$work/types.c" -o shared.so; cp shared.so other.so
command -v dwz >/dev/null && dwz -m common.debug -r shared.so other.so
gcc -g -shared -fPIC -Wl,--build-id=none "$work/types.c" -o apart.so; objcopy --only-keep-debug apart.so apart.debug
strip apart.so; objcopy --add-gnu-debuglink=apart.debug apart.so
beside() { # FILE PART NAME: FILE's PART damaged, found beside it under NAME
    [ -s "$2" ] || { echo "SKIP fuzz: damaged $2: nothing makes one here"; return; }
    rm -rf damaged scratch; mkdir damaged scratch; "$work/mutate" "$2" damaged "${FUZZ_LAYOUTS:-100}" "$seed"
    cp "$1" scratch/
    local file bad=0
    for file in damaged/*; do
        cp "$file" "scratch/$3"
        (ulimit -v 4000000; timeout 300 "$tool" layout 'struct bits' --provider "scratch/$1") >/dev/null \
            2>"$work/fuzz.err"
        local got=$?
        case $got in 0|1|3) ;; *) bad=1; cp "$file" "$top/$build/fuzz-${file##*/}-$3"
            echo "FAIL fuzz: damaged $2, ${file##*/}: status $got" ;; esac
    done
    [ $bad -eq 0 ] && echo "PASS fuzz: damaged $2 is read, not crashed on"
}
beside split.so split.dwo "$compiled"
beside packed.so packed.dwp packed.so.dwp
beside shared.so common.debug common.debug
beside apart.so apart.debug apart.debug
cd "$top" || exit 1
