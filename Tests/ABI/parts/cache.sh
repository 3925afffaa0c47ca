# What is kept between runs never changes a report: not when it is there, damaged, another's, or out of date.
kept=$work/kept; mkdir -p "$kept/tree"; cd "$kept" || exit 1
cp "$work"/{hello,fcntl64,fortify} tree/
# As large as what is kept; the program that changes later is neither at the start nor at the end.
head -c 90000 /dev/urandom >tree/0; head -c 90000 /dev/urandom >tree/z
# What takes longer to unpack than to hash is kept: each has an archive inside that becomes large.
head -c 3000000 /dev/zero >zeros; (cd tree && tar -cf - fortify hello z -C .. zeros | gzip >../inner.tar.gz)
(cd tree && tar -cf ../plain.tar 0 fcntl64 hello z && zip -q0r ../stored.whl .)
cp inner.tar.gz tree/; (cd tree && tar -cf ../a.tar 0 fcntl64 hello inner.tar.gz z && zip -qr ../a.whl .)
mkdir -p nested && cp inner.tar.gz tree/0 nested/ && (cd nested && tar -cf ../nested.tar 0 inner.tar.gz)
gcc -g -shared -fPIC -Wl,--build-id "$here/layouts/types.c" -x c - -o types.so <<<"char large[100000] = {1};"
abi() { # CACHE ARGUMENT...: with that folder for what is kept; the report without the time that it took
    local folder=$1; shift
    XDG_CACHE_HOME=$folder timeout 300 "$tool" "$@" 2>&1 | sed 's/"elapsed_ms": *[0-9]*//; s/[0-9.]* s · //'
}
judged() { abi "$1" check --no-shim --target musl-1.2.3 --fail-on never --format "$2" -v "${@:3}"; }
records() { find "$1" -type f 2>/dev/null | wc -l; }
# until_kept FOLDER COUNT COMMAND...: what was written to within the last tenth of a second is not kept yet.
until_kept() {
    local folder=$1 count=$2 _; shift 2
    for _ in $(seq 600); do
        "$@" >/dev/null; [ "$(records "$folder")" -ge "$count" ] && return 0; sleep 0.05
    done
    return 1
}
is() { # NAME GOT WANTED, both files
    if [ -s "$3" ] && cmp -s "$2" "$3"; then echo "PASS cache: $1"
    else echo "FAIL cache: $1: $(diff "$2" "$3" | sed -n 2p | cut -c1-160)"; fi
}
so() { # NAME COMMAND...
    local name=$1; shift
    if "$@"; then echo "PASS cache: $name"; else echo "FAIL cache: $name"; fi
}
inputs=(a.tar a.whl nested.tar)
for form in text json; do judged "$kept/none" $form --no-cache "${inputs[@]}" >"want.$form"; done
grep -q 'nested.tar!inner.tar.gz!fortify' want.text && grep -q 'fcntl64' want.text ||
    echo 'FAIL cache tests: the report lacks the members'
so 'nothing is written with --no-cache' [ ! -e none ]
until_kept cache/abi-check 3 judged "$kept/cache" text "${inputs[@]}"
so 'a record for each archive' [ "$(records cache/abi-check)" = 3 ]
so 'the folder and its records are for the user alone' \
    [ "$(stat -c %a cache cache/abi-check cache/abi-check/* | sort -u | tr '\n' ' ')" = '600 700 ' ]
# Of these next to nothing is unpacked: hashing all their bytes would take longer than reading them again.
sleep 0.2; judged "$kept/unpacked" text plain.tar stored.whl >got
judged "$kept/none" text --no-cache plain.tar stored.whl >want
is 'archives that are not compressed' got want; so 'no record of them' [ "$(records unpacked)" = 0 ]
for form in text json json; do judged "$kept/cache" $form "${inputs[@]}" >got; is "the same report, $form" got want.$form; done
judged "$kept/cache" text "$kept/a.tar" >got; judged "$kept/none" text --no-cache "$kept/a.tar" >want
is 'the same archive by another path' got want
# The records are what the second run goes by: one that says something else, with the right sums, is believed; only by
# a run that may.
cp -r cache said
python3 - said/abi-check <<'END'
import hashlib, os, sys
for entry in os.scandir(sys.argv[1]):
    data = open(entry.path, "rb").read()[:-32].replace(b"\0fcntl64\0", b"\0fcntl99\0")
    open(entry.path, "wb").write(data + hashlib.sha256(data).digest())
END
judged "$kept/said" text a.tar >got
so 'a second run reads the record' grep -q fcntl99 got
judged "$kept/said" text --no-cache a.tar >got; judged "$kept/none" text --no-cache a.tar >want
is 'not with --no-cache' got want
# Damaged records: each byte of the head, some of the rest, cut at every place that matters; written anew.
python3 - cache/abi-check damaged <<'END'
import os, shutil, sys
source, target = sys.argv[1:]
names = os.listdir(source)
places = list(range(0, 60, 7)) + [100, 1000, -1, -33, -65, -100]
for number, place in enumerate(places):
    os.makedirs(f"{target}/flip{number}/abi-check", 0o700)
    for name in names:
        data = bytearray(open(f"{source}/{name}", "rb").read()); data[place] ^= 0x55
        open(f"{target}/flip{number}/abi-check/{name}", "wb").write(data)
for number, size in enumerate([0, 1, 16, 48, 49, 112, 113, 500, -1, -32, -64]):
    os.makedirs(f"{target}/cut{number}/abi-check", 0o700)
    for name in names:
        data = open(f"{source}/{name}", "rb").read()
        open(f"{target}/cut{number}/abi-check/{name}", "wb").write(data[:size])
END
bad=
for folder in damaged/*; do
    chmod 700 "$folder/abi-check"; judged "$kept/$folder" json "${inputs[@]}" >got
    cmp -s got want.json || bad="$bad $folder"
    for record in cache/abi-check/*; do
        [ -n "$bad" ] || tail -c 32 "$folder/abi-check/${record##*/}" | cmp -s - <(head -c -32 \
            "$folder/abi-check/${record##*/}" | sha256sum | cut -c1-64 | xxd -r -p) || bad="$bad $folder (not mended)"
    done
done
[ -z "$bad" ] && echo 'PASS cache: damaged records are not read, and mended' ||
    echo "FAIL cache: damaged records are not read, and mended:$bad"
# A record of another file under this one's name: the bytes decide.
mkdir -p -m 700 other/abi-check
records=(cache/abi-check/*)
cp "${records[0]}" "other/abi-check/${records[1]##*/}"; cp "${records[1]}" "other/abi-check/${records[2]##*/}"
cp "${records[2]}" "other/abi-check/${records[0]##*/}"
judged "$kept/other" json "${inputs[@]}" >got; is "another file's record" got want.json
# Changed in place: the same name, size, start, end and modification time, and a record that was right before.
cp -p a.tar changed.tar
until_kept cache/abi-check 3 judged "$kept/cache" text changed.tar
python3 -c '
import sys
with open("changed.tar", "r+b") as file:
    data = file.read(); place = data.index(b"\0fcntl64\0", data.index(b"\x7fELF"))
    file.seek(place + 1); file.write(b"fcntl77")'
touch -r a.tar changed.tar
judged "$kept/cache" text changed.tar >got; judged "$kept/none" text --no-cache changed.tar >want
so 'a file changed in place is read again' grep -q fcntl77 got; is 'a file changed in place: the report' got want
# A folder that is not the user's own, that others can write to, or that is a link elsewhere.
for mode in 777 770; do
    rm -rf open; cp -r said open; chmod $mode open/abi-check; judged "$kept/open" json "${inputs[@]}" >got
    is "a folder with mode $mode" got want.json
done
rm -rf open; cp -r said open; chmod 666 open/abi-check/*; judged "$kept/open" json "${inputs[@]}" >got
is 'records with mode 666' got want.json
rm -rf open; mkdir -m 777 open; chmod 777 open; judged "$kept/open" json "${inputs[@]}" >got
is 'a folder above that all can write to' got want.json
so 'nothing is written there' [ "$(find open | wc -l)" = 1 ]
rm -rf open; mkdir open; ln -s "$kept/said/abi-check" open/abi-check; judged "$kept/open" json "${inputs[@]}" >got
is 'a link in the place of the folder' got want.json
if [ "$(id -u)" = 0 ]; then
    rm -rf open; cp -r said open; chown -R 65534 open; find open -type f -exec sha256sum {} + >before
    judged "$kept/open" json "${inputs[@]}" >got; is "another user's folder" got want.json
    find open -type f -exec sha256sum {} + >after; is "another user's folder stays as it is" after before
    rm -rf open; mkdir open; chown 65534 open; judged "$kept/open" json "${inputs[@]}" >got
    is "a folder above that is another user's" got want.json
    so "nothing is written into another user's folder" [ "$(find open | wc -l)" = 1 ]
    rm -rf open; mkdir open; chown 65534 open
    env -u XDG_CACHE_HOME HOME="$kept/open" timeout 300 "$tool" --no-shim --target musl-1.2.3 a.whl >got 2>&1
    so "nothing is made in another user's HOME" [ "$(find open | wc -l)" = 1 ]
    # A program with more rights than its user keeps nothing and reads nothing that was kept.
    gcc -x c - -o secure <<<'#include <sys/auxv.h>
int main(void) { return !getauxval(AT_SECURE); }'
    chgrp 65534 secure; chmod g+s secure
    cp "$tool" with-rights; chgrp 65534 with-rights; chmod g+s with-rights
    if ./secure; then
        XDG_CACHE_HOME=$kept/said timeout 300 ./with-rights check --no-shim --target musl-1.2.3 --fail-on never -v a.tar \
            >got 2>&1
        so 'not for a program with more rights' eval 'grep -q fcntl64 got && ! grep -q fcntl99 got'
    else echo 'SKIP cache: a program with more rights: this file system gives none'; fi
else
    echo "SKIP cache: another user's folder: only the superuser can make one"
fi
# Which folder: XDG_CACHE_HOME, else HOME; paths that are not absolute do not count.
mkdir home; away() { env -u XDG_CACHE_HOME -u HOME "$@" timeout 300 "$tool" --no-shim --target musl-1.2.3 \
    --fail-on never --format json -v "${inputs[@]}" 2>&1 | sed 's/"elapsed_ms": *[0-9]*//'; }
until_kept home/.cache/abi-check 3 away HOME="$kept/home"
so 'in HOME where XDG_CACHE_HOME is not set' [ "$(records home/.cache/abi-check)" = 3 ]
find . -type f | sort >before
for setting in A=b HOME=here XDG_CACHE_HOME=here 'HOME= XDG_CACHE_HOME=' HOME=/nonexistent; do
    # shellcheck disable=SC2086 # settings, divided at blanks
    away $setting >got; is "no folder, $setting" got want.json
done
find . -type f | sort >after; is 'nothing is written without a folder' after before
# The oldest go where there is too much; what is not a record stays.
mkdir -p -m 700 full/abi-check; name() { printf '%064x' "$1"; }
for number in 1 2 3; do
    truncate -s 100M "full/abi-check/$(name $number)"; touch -d "2020-01-0$number" "full/abi-check/$(name $number)"
done
touch -d 2020-01-01 "full/abi-check/$(name 4).1-1"; truncate -s 900M full/abi-check/mine; touch -d 2020-01-01 full/abi-check/mine
until_kept full/abi-check 5 judged "$kept/full" text "${inputs[@]}"
so 'the oldest records go where there are too many' [ ! -e "full/abi-check/$(name 1)" ]
so 'the newest stay' eval '[ -e "full/abi-check/$(name 3)" ] && [ "$(records full/abi-check)" = 5 ]'
so 'what a killed run left goes' [ ! -e "full/abi-check/$(name 4).1-1" ]
so "what is no record stays" [ -e full/abi-check/mine ]
# Several at once write the same records.
mkdir crowd; for _ in 1 2 3 4; do judged "$kept/crowd" json "${inputs[@]}" >"got$_" & done; wait
for _ in 1 2 3 4; do is "four runs at once, $_" "got$_" want.json; done
so 'no drafts are left' [ -z "$(find crowd -name '*.*')" ]
# A limit for the size of files ends a record, not the run.
(ulimit -f 1; judged "$kept/short" json "${inputs[@]}") | cat >got
is 'ulimit -f' got want.json
so 'ulimit -f: neither records nor drafts' [ "$(records short)" = 0 ]
# A passing lack of memory is not what another run is told.
gcc -shared -fPIC -x c - -o scarce.so <<'C'
#include <errno.h>
#include <stddef.h>
extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t);
void *malloc(size_t size) {
    if (size < 24 << 20) return __libc_malloc(size);
    errno = ENOMEM;
    return NULL;
}
void *calloc(size_t count, size_t size) {
    if (count * size < 4 << 20) return __libc_calloc(count, size);
    errno = ENOMEM;
    return NULL;
}
C
scarce() { (export LD_PRELOAD=$kept/scarce.so; judged "$@"); }
(cd tree && head -c 40000000 /dev/zero >zeros && tar -cf - hello zeros | xz -9 >../nested/in.tar.xz; rm zeros)
# More sections than libelf has memory for.
python3 - tree/hello nested/sections <<'END'
import struct, sys
data = bytearray(open(sys.argv[1], "rb").read())
data += bytes(-len(data) % 8)
struct.pack_into("<Q", data, 40, len(data)); struct.pack_into("<HHH", data, 58, 64, 65000, 0)
open(sys.argv[2], "wb").write(data + bytes(64 * 65000))
END
(cd nested && tar -cf ../large.tar 0 in.tar.xz && tar -czf ../sections.tar.gz 0 sections); sleep 0.2
for input in large.tar sections.tar.gz; do
    judged "$kept/none" text --no-cache $input >want; scarce "$kept/enough" text $input >got
    so "$input: the lack of memory is told" grep -q 'memory' got
    judged "$kept/enough" text $input >got; is "$input: a lack of memory is not kept" got want
done
# Layouts: by name, others by name, all; a type that is not there.
layout() { abi "$@"; }
types() { layout "$1" layout "${@:2}" --provider types.so --format json; }
until_kept layouts/abi-check 1 types "$kept/layouts" plain_t
for asked in plain_t 'plain_t struct\ bits' 'struct\ bits' plain_t\ nothing_t '' -v; do
    eval "types '$kept/none' --no-cache $asked" >want
    for turn in cold warm again; do eval "types '$kept/layouts' $asked" >got; is "layout $asked, $turn" got want; done
done
so 'layouts: no record with --no-cache' [ ! -e none ]
so 'layouts: a record for named types, one for all' [ "$(records layouts/abi-check)" = 2 ]
cp types.so before.so; until_kept layouts/abi-check 2 types "$kept/layouts" plain_t
gcc -g -shared -fPIC -Wl,--build-id -include stddef.h -Dplain_t=other_t "$here/layouts/types.c" -x c - -o types.so \
    <<<"char large[100000] = {1};"
types "$kept/layouts" plain_t >got; types "$kept/none" --no-cache plain_t >want; is 'layouts: a file replaced' got want
so 'layouts: a file replaced has not the type' grep -q 'not in the debug info' got
mv before.so types.so
for record in layouts/abi-check/*; do
    size=$(stat -c %s "$record"); printf '\125' | dd of="$record" bs=1 seek=$((size / 2)) conv=notrunc status=none
done
types "$kept/layouts" plain_t >got; types "$kept/none" --no-cache plain_t >want; is 'layouts: damaged records' got want
# deps of a member reads the archive too.
abi "$kept/cache" deps a.whl!hello >got; abi "$kept/none" deps --no-cache a.whl!hello >want; is 'deps of a member' got want
cd "$top" || exit 1
