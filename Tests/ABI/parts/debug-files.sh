# Where debug information may stand, and what is said when it is not there.
mkdir -p "$work/debug"; cd "$work/debug" || exit 1
gcc -g -shared -fPIC -Wl,--build-id "$here/layouts/types.c" -o whole.so
id=$(readelf -n whole.so | sed -n 's/.*Build ID: //p')
objcopy --only-keep-debug whole.so whole.debug; strip -o stripped.so whole.so; strip -o linked.so whole.so
objcopy --add-gnu-debuglink=whole.debug linked.so
says 'layout, separate file beside' 0 'plain_t   24 bytes' layout plain_t --provider linked.so
mkdir .debug; mv whole.debug .debug/
says 'layout, separate file in .debug' 0 'plain_t   24 bytes' layout plain_t --provider linked.so
mkdir -p store/.build-id/${id:0:2}; mv .debug/whole.debug "store/.build-id/${id:0:2}/${id:2}.debug"
says 'layout, separate file by build-id' 0 'plain_t   24 bytes' layout plain_t --provider stripped.so --debug-dir store
says 'layout, a missing separate file: says for which build' 3 "no debug info for build-id $id; looked in" \
    layout plain_t --provider stripped.so
says 'layout, a missing separate file: says where it looked' 3 "/nowhere/.build-id/${id:0:2}/${id:2}.debug" \
    layout plain_t --provider stripped.so --debug-dir /nowhere
says 'layout, a missing separate file: says what to do' 3 'or pass --debug-dir' layout plain_t --provider stripped.so
mkdir -p named/"$PWD"; cp "store/.build-id/${id:0:2}/${id:2}.debug" "named/$PWD/whole.debug"
says 'layout, separate file by path in a folder' 0 'plain_t   24 bytes' \
    layout plain_t --provider linked.so --debug-dir "$PWD/named"
# A sysroot: the file, its debug information, links and dwz's file in it, and none of the machine's.
mkdir -p "root/usr/lib" "root/usr/lib/debug/.build-id/${id:0:2}" root/srv/real; cp stripped.so root/usr/lib/libx.so
cp "store/.build-id/${id:0:2}/${id:2}.debug" root/srv/real/x.debug
ln -s /srv/real/x.debug "root/usr/lib/debug/.build-id/${id:0:2}/${id:2}.debug"
ln -s /usr/lib/libx.so root/libx.so
says 'layout, a sysroot' 0 'plain_t   24 bytes' layout plain_t --sysroot root --provider /usr/lib/libx.so
says 'layout, a sysroot: shown as it is in there' 0 'read: /srv/real/x.debug' \
    layout plain_t --sysroot root --provider /libx.so
says 'layout, a sysroot: a path into it' 0 'plain_t   24 bytes' layout plain_t --sysroot root --provider root/usr/lib/libx.so
says 'layout, a sysroot: two files' 0 'EQUAL' layout plain_t --sysroot root --provider /usr/lib/libx.so --reference whole.so
mv root/srv/real/x.debug root/srv/real/y.debug; mkdir -p elsewhere/.build-id/${id:0:2}
cp root/srv/real/y.debug "elsewhere/.build-id/${id:0:2}/${id:2}.debug"
says 'layout, a sysroot: not from outside' 3 "root/usr/lib/debug/.build-id/${id:0:2}/${id:2}.debug" \
    layout plain_t --sysroot root --provider /usr/lib/libx.so
says 'layout, a sysroot: --debug-dir is on this machine' 0 'plain_t   24 bytes' \
    layout plain_t --sysroot root --provider /usr/lib/libx.so --debug-dir elsewhere
mkdir -p root/usr/lib/debug/usr/lib; cp linked.so root/usr/lib/libl.so; cp root/srv/real/y.debug \
    root/usr/lib/debug/usr/lib/whole.debug
rm -f whole.debug; says 'layout, a sysroot: by the path in it' 0 'plain_t   24 bytes' \
    layout plain_t --sysroot root --provider /usr/lib/libl.so
says 'layout, a sysroot that is none' 2 'not a directory' layout plain_t --sysroot nothing --provider /usr/lib/libx.so
# Another build's file of the right name.
gcc -g -shared -fPIC -Wl,--build-id -DOTHER -O1 "$here/layouts/types.c" -o other.so
objcopy --only-keep-debug other.so whole.debug
says 'layout, a separate file of another build is not taken' 3 'whole.debug (of another build)' \
    layout plain_t --provider linked.so
# Without a build-id the checksum of .gnu_debuglink decides.
gcc -g -shared -fPIC -Wl,--build-id=none "$here/layouts/types.c" -o sum.so; objcopy --only-keep-debug sum.so sum.debug
strip sum.so; objcopy --add-gnu-debuglink=sum.debug sum.so
says 'layout, separate file by checksum' 0 'plain_t   24 bytes' layout plain_t --provider sum.so
printf x >>sum.debug
says 'layout, a wrong checksum is not taken' 3 'sum.debug (of another build)' layout plain_t --provider sum.so
# A file with .debug_frame or line numbers only has no types.
gcc -g1 -shared -fPIC "$here/layouts/types.c" -o lines.so
says 'layout, debug info without types' 3 'not in the debug info of' layout plain_t --provider lines.so
gcc -c -x assembler - -o frame-only.o <<'END2'
.cfi_sections .debug_frame
f: .cfi_startproc
ret
.cfi_endproc
END2
says 'layout, nothing but .debug_frame' 3 'no debug info' layout plain_t --provider frame-only.o
# Split debug info that is gone.
gcc -g -gsplit-dwarf -shared -fPIC "$here/layouts/types.c" -o split.so; mkdir dwo; mv ./*.dwo dwo/
says 'layout, a missing .dwo is named' 3 'split debug info is missing: split.so-types.dwo' \
    layout plain_t --provider split.so
says 'layout, .dwo in --debug-dir' 0 'plain_t   24 bytes' layout plain_t --provider split.so --debug-dir dwo
mkdir next; { cat "$here/layouts/types.c"; echo 'struct { int more; } another;'; } >next/types.c
gcc -I"$here/layouts" -g -gsplit-dwarf -shared -fPIC next/types.c -o split.so; cp dwo/*.dwo .
says 'layout, a .dwo of another build is not taken' 3 'split debug info is missing' layout plain_t --provider split.so
# A folder of compilation that is not absolute is one beside the file, in the sysroot too, and nothing of the machine.
mkdir -p relative/build relative/root/usr/lib/build; (cd relative && gcc -g -gsplit-dwarf -fdebug-prefix-map="$PWD"=build \
    -shared -fPIC "$here/layouts/types.c" -o split.so && mv ./*.dwo build/ && cp split.so root/usr/lib/)
says 'layout, a .dwo in a folder that is not absolute' 0 'plain_t   24 bytes' \
    layout plain_t --provider relative/split.so
cp relative/build/*.dwo relative/root/usr/lib/build/
says 'layout, a sysroot: a .dwo in a folder that is not absolute' 0 'plain_t   24 bytes' \
    layout plain_t --sysroot relative/root --provider /usr/lib/split.so
rm relative/root/usr/lib/build/*.dwo; mkdir -p relative/rootbuild; cp relative/build/*.dwo relative/rootbuild/
says 'layout, a sysroot: a .dwo of a folder beside it is not taken' 3 'split debug info is missing' \
    layout plain_t --sysroot relative/root --provider /usr/lib/split.so
# Compression that cannot be true, and one that libelf may not know.
if objcopy --compress-debug-sections=zstd whole.so zstd.so 2>/dev/null; then
    said=$("$tool" layout plain_t --provider zstd.so 2>&1); got=$?
    case $got:$said in
    0:*'plain_t   24 bytes'*|3:*'compressed with zstd, which this libelf cannot read'*) echo 'PASS layout, zstd' ;;
    *) echo "FAIL layout, zstd: status $got: $(head -1 <<<"$said")" ;;
    esac
fi
gcc -g -gz=zlib -shared -fPIC "$here/layouts/types.c" -o bomb.so
offset=$(readelf -SW bomb.so | sed -n 's/.*\] \.debug_info *PROGBITS *[0-9a-f]* \([0-9a-f]*\).*/\1/p')
printf '\xff\xff\xff\xff\xff\x0f\x00\x00' | dd of=bomb.so bs=1 seek=$((16#$offset + 8)) conv=notrunc status=none
says 'layout, a section that claims too much' 3 'claims 17,592,186,044,415 bytes' layout plain_t --provider bomb.so

# What there is to ask for.
gcc -g -shared -fPIC -xc - -o declared.so <<<'struct secret; struct secret *p; struct s { int a, _b; } s;'
gcc -g -shared -fPIC -xc - -o moved.so <<<'struct s { int a; char _c[4]; } s;'
gcc -g -shared -fPIC -xc - -o float.so <<<'struct s { float a; int _b; } s;'
says 'layout, a type that is only declared' 3 'only declared there, not defined' \
    layout 'struct secret' --provider declared.so
says 'layout, private members are the libc'"'"'s own' 0 'EQUAL    struct s' \
    layout 'struct s' --provider moved.so --reference declared.so
says 'layout, private members can count' 1 'member _b (offset 4, 4 bytes) is missing' \
    layout 'struct s' --all-members --provider moved.so --reference declared.so
says 'layout, a float is not an int' 1 'member a: float, in the reference int' \
    layout 'struct s' --provider float.so --reference declared.so
says 'layout, all types of two files' 1 'types compared:' \
    layout --provider "$work/types-musl.so" --reference "$work/types-5.so"
says 'layout, all types: the one that differs is named' 1 'DIFFERS  struct sched_param' \
    layout --provider "$work/types-musl.so" --reference "$work/types-5.so"
# check looks for the debug information of a stripped program too, where only that tells what its data is.
gcc -w -g -D_GNU_SOURCE -Wl,--build-id -o locks -x c - <<<'#include <pthread.h>
static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
int main(void) { return pthread_mutex_lock(&lock); }'
id=$(readelf -n locks | sed -n 's/.*Build ID: //p'); mkdir -p "locks-store/.build-id/${id:0:2}"
objcopy --only-keep-debug locks "locks-store/.build-id/${id:0:2}/${id:2}.debug"; strip locks
plain() { says "$1" "$2" "$3" --no-shim --target musl-1.2.3 "${@:4}"; }
plain 'check, a stripped program: what cannot be told' 0 "no debug info for build-id $id; looked in" locks
plain 'check, a stripped program: what to do' 0 'or pass --debug-dir' locks
plain 'check, a stripped program: RUNS as far as is known' 0 'RUNS' locks
plain 'check, --debug-dir proves a static mutex' 0 'lock is initialised as a recursive mutex' --debug-dir locks-store locks
mkdir -p root/usr/lib/debug/.build-id/${id:0:2}; cp locks root/locks
cp "locks-store/.build-id/${id:0:2}/${id:2}.debug" "root/usr/lib/debug/.build-id/${id:0:2}/"
plain "check, a sysroot's debug information" 0 'lock is initialised as a recursive mutex' --sysroot root /locks
# Inside an archive nobody looks for it.
tar -czf locks.tar.gz locks
plain 'check, a stripped member of an archive: what cannot be told' 0 'not looked for inside archives' locks.tar.gz
# A type that dwz moved into a file that programs share: missing, found by --debug-dir, and found in a sysroot.
if command -v dwz >/dev/null; then
    for link in '' --dwarf-5; do
        dwarf=-gdwarf-4 told='lock.inner is initialised as a recursive mutex'
        [ -z "$link" ] || { dwarf=-gdwarf-5 told='split or supplementary debug files'; }
        for name in lock latch; do
            gcc -w -g $dwarf -D_GNU_SOURCE -Wl,--build-id -o shared-$name -x c - <<END2
#include <pthread.h>
static struct { int before; pthread_mutex_t inner; } $name = {1, PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP};
int main(void) { return pthread_mutex_lock(&$name.inner); }
END2
        done
        dwz $link -m locks.dwz -r shared-lock shared-latch || { echo "FAIL check, dwz $link: does not work"; continue; }
        plain "check, dwz: a type in the shared file $link" 0 "$told" shared-lock
        rm -rf away; mkdir -p away; mv locks.dwz away/
        plain "check, dwz: the shared file is missing $link" 0 'its shared debug file locks.dwz' shared-lock
        plain "check, dwz: the shared file in --debug-dir $link" 0 "$told" \
            --debug-dir away shared-lock
        mkdir -p root/usr/bin; cp shared-lock root/usr/bin/; cp away/locks.dwz root/usr/bin/
        plain "check, dwz: the shared file in a sysroot $link" 0 "$told" \
            --sysroot root /usr/bin/shared-lock
    done
else
    echo 'SKIP check, dwz: not installed'
fi
gcc -w -g -gsplit-dwarf -D_GNU_SOURCE -o split-locks -x c - <<<'#include <pthread.h>
static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
int main(void) { return pthread_mutex_lock(&lock); }'
plain 'check, split debug information: what cannot be told' 0 'split or supplementary debug files' split-locks
says 'check, our shim understands such a mutex' 0 'not checked: libraries' --shim "$build_dir/libglibc-compat.so.1" \
    --loader "$build_dir/ld-linux-x86-64.so.2" --target /lib/ld-musl-x86_64.so.1 locks
cd "$top" || exit 1
