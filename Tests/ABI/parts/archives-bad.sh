# Archives that are cut, damaged, hostile or out of limits: one plain line, bounded memory and time, and nothing
# written.
cd "$ar" || exit 1
for name in a.zip a.tar.gz a.tar.xz a.tar.zst a.tar.bz2 a-xz.deb a.rpm; do
    [ -e "$name" ] || continue
    head -c $(($(stat -c %s "$name") / 2)) "$name" >"cut-$name"
    case $name in *.zip) what='not a complete zip file' ;; *.deb) what='not a complete' ;; *.rpm) \
        what='not a complete RPM package' ;; *) what='not a complete tar archive' ;; esac
    bad "cut $name" 3 "abi-check: cut-$name: $what" "cut-$name"
done
cd "$ar" || exit 1
mkdir cuts; cp cut-a.zip cuts; zip -qr cuts/whole.zip tree/pkg.libs tree/pkg/__init__.py
says 'a damaged archive in a folder is counted' 0 '1 damaged archive (cuts/cut-a.zip: not a complete zip file)' \
    --no-shim cuts
says 'a damaged archive inside an archive is counted' 0 \
    '1 damaged archive (cuts.tar!cuts/cut-a.zip: not a complete zip file)' --no-shim \
    "$(tar cf cuts.tar cuts && echo cuts.tar)"
says 'one member by its path' 1 'FAILS  a.zip!pkg/tool ' --no-shim 'a.zip!pkg/tool'
says 'a folder inside an archive' 0 'RUNS  a.zip!pkg.libs/libinner-1.so ' --no-shim 'a.zip!pkg.libs'
says 'a member that is not there' 3 'a.zip!pkg/nothing: no such program or library in it' --no-shim 'a.zip!pkg/nothing'
says 'deps of a member' 0 'a.zip!pkg.libs/libinner-1.so' deps --no-shim 'a.zip!pkg/core.so'
says '--no-archives' 3 'not an ELF file (zip archive)' --no-shim --no-archives a.zip
head -c 100 /dev/zero | gzip >plain.gz; says 'gzip that is no tar' 3 'not an ELF file (gzip data)' --no-shim plain.gz
zip -q texts.zip tree/pkg/__init__.py; says 'nothing to judge in an archive' 3 'no program or library in it' --no-shim \
    texts.zip
mkdir incomplete; cp -a layout incomplete/layout; rm "$(find incomplete -type f -path "*blobs*" -size +1k | head -1)"
says 'an image without one of its layers' 3 'not a complete image (layer' --no-shim incomplete/layout
python3 - <<'P'
data = bytearray(open("stored.whl", "rb").read())
data[data.index(b"\x7fELF") + 40] ^= 0xff
open("crc.whl", "wb").write(data)
P
says 'a changed byte is seen by its checksum' 3 'not a complete zip file' --no-shim crc.whl
zip -q -P secret encrypted.zip tree/pkg/core.so; says 'an encrypted member is said' 3 'encrypted: not read' --no-shim \
    encrypted.zip
# The program is plain, the library it needs is not: then nothing is known, and that is not FAILS.
(cd tree && zip -q ../half.zip pkg/core.so && zip -q -P secret ../half.zip pkg.libs/libinner-1.so)
"$tool" --no-shim -v half.zip >said 2>&1; grep -q \
    'UNKNOWN.*core.so *needs libinner-1.so, which cannot be read: encrypted' said && ! grep -q "^FAILS  *half" said &&
    echo 'PASS a library that is encrypted is not missing' ||
        echo "FAIL a library that is encrypted is not missing: $(head -3 said)"

# Names that are not ASCII: UTF-8 in all kinds, and bytes that are no UTF-8, whatever the locale.
mkdir names; cp tree/pkg/tool names/bücher; (cd names && zip -q ../names.zip bücher && tar -cf ../names.tar bücher &&
    bsdtar --format pax -cf ../names-pax.tar bücher 2>/dev/null)
for name in names.zip names.tar names-pax.tar; do says "a name in UTF-8, $name" 1 "FAILS  $name!bücher " --no-shim \
    $name; done
mv names/bücher "$(printf 'names/b\374cher')"; (cd names &&
    tar -cf ../latin.tar *); says 'a name that is no UTF-8' 1 'FAILS  latin.tar!b' --no-shim latin.tar
# What a hostile archive tries: names that lead out, loops of links, a file twice, and too much of everything.
python3 -W ignore - <<'P'
import io, struct, tarfile, zipfile
elf, old = open("tree/pkg/hello", "rb").read(), open("tree/pkg/tool", "rb").read()
def tar(name, *entries):
    with tarfile.open(name, "w") as out:
        for path, kind, data in entries:
            m = tarfile.TarInfo(path); m.type = kind
            if kind == tarfile.REGTYPE: m.size = len(data); out.addfile(m, io.BytesIO(data))
            else: m.linkname = data; out.addfile(m)
R, S, L = tarfile.REGTYPE, tarfile.SYMTYPE, tarfile.LNKTYPE
tar("out.tar", ("../escaped", R, elf), ("a/../../b", R, elf), ("/abs/hello", R, elf), ("x" * 5000, R, elf))
core = open("tree/pkg/core.so", "rb").read()
tar("loop.tar", ("pkg/core.so", R, core), ("pkg.libs", S, "pkg.more"), ("pkg.more", S, "pkg.libs"), ("a", L, "b"),
    ("b", L, "a"), ("c", L, "c"), ("d", L, "nothing"))
tar("outside.tar", ("pkg/core.so", R, core), ("pkg.libs", S, "../../../../../../../../usr/lib"), ("e", S, "/etc"))
tar("twice.tar", ("p", R, old), ("p", R, elf)); tar("twice-back.tar", ("p", R, elf), ("p", R, old))
with zipfile.ZipFile("twice.zip", "w") as z: z.writestr("p", old); z.writestr("p", elf)
# A sparse member that is smaller than its parts: libarchive says "try again" without end.
head = bytearray(512); head[0:1] = b"a"; head[124:132] = b"00000001"; head[257:265] = b"ustar  \0"; head[483:484] = b">"
head[148:156] = b"        "; head[148:155] = b"%06o\0" % sum(head)
open("smaller.tar", "wb").write(bytes(head) + bytes(1024))
inner = open("a.zip", "rb").read()
for level in range(1, 5):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z: z.writestr(f"{level}.zip", inner)
    inner = out.getvalue(); open(f"deep-{level}.zip", "wb").write(inner)
with zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED) as z: z.writestr("bomb", b"\x7fELF" + bytes(300 << 20))
# Many members: headers only, made by hand because zipfile takes a minute for it.
count, names = 500001, []
with open("many.zip", "wb") as z:
    for i in range(count):
        z.write(struct.pack("<IHHHHHIIIHH", 0x04034b50, 20, 0, 0, 0, 33, 0, 0, 0, 6, 0) + b"%06d" % i)
    start = z.tell()
    for i in range(count):
        z.write(struct.pack("<IHHHHHHIIIHHHHHII", 0x02014b50, 20, 20, 0, 0, 0, 33, 0, 0, 0, 6, 0, 0, 0, 0,
                            0o100644 << 16, i * 36) + b"%06d" % i)
    size, end = z.tell() - start, z.tell()
    z.write(struct.pack("<IQHHIIQQQQ", 0x06064b50, 44, 45, 45, 0, 0, count, count, size, start)
            + struct.pack("<IIQI", 0x07064b50, 0, end, 1))
    z.write(struct.pack("<IHHHHIIH", 0x06054b50, 0, 0, 65535, 65535, size & 0xffffffff, start & 0xffffffff, 0))
# The data of the first member is that of all others too: a zip bomb without recursion.
import zlib
data = bytes(32 << 20); packed = zlib.compressobj(9, zlib.DEFLATED, -15)
body = packed.compress(b"\x7fELF" + data) + packed.flush()
crc = zlib.crc32(b"\x7fELF" + data)
with open("overlap.zip", "wb") as z:
    z.write(struct.pack("<IHHHHHIIIHH", 0x04034b50, 20, 0, 8, 0, 33, crc, len(body), len(data) + 4, 1, 0) + b"0" + body)
    start = z.tell()
    for i in range(1000):
        z.write(struct.pack("<IHHHHHHIIIHHHHHII", 0x02014b50, 20, 20, 0, 8, 0, 33, crc, len(body), len(data) + 4, 6, 0,
                            0, 0, 0, 0o100644 << 16, 0) + b"%06d" % i)
    z.write(struct.pack("<IHHHHIIH", 0x06054b50, 0, 0, 1000, 1000, z.tell() - start, start, 0))
P
# Ctrl-C inside an archive: no record of it, and a run that goes on has all of it.
rm -f lines.jsonl
(ulimit -t 60; exec "$tool" --no-shim --fail-on never --resume lines.jsonl many.zip a.zip) >/dev/null 2>&1 & pid=$!
begun $pid; kill -INT $pid 2>/dev/null; wait $pid; got=$?
if [ $got -ne 130 ]; then echo 'SKIP Ctrl-C inside an archive: the run was over before'
elif grep -q '"path":"many.zip"' lines.jsonl; then echo 'FAIL Ctrl-C inside an archive: it is reported all the same'
else
    timeout 300 "$tool" --no-shim --fail-on never --resume lines.jsonl many.zip a.zip >/dev/null 2>&1
    grep -q '"path":"many.zip".*500,000 members' lines.jsonl && grep -q '"path":"a.zip!pkg/tool"' lines.jsonl &&
        echo 'PASS Ctrl-C inside an archive, and the run goes on' ||
            echo 'FAIL Ctrl-C inside an archive: the run that goes on lacks it'
fi
{ printf '\x7fELF'; head -c 100000000 /dev/zero; } >zeros; tar -cf - zeros | gzip -9 >bomb.tar.gz; tar -cf - zeros |
    xz >bomb.tar.xz; tar -cf - zeros | zstd -q19 >bomb.tar.zst; tar -cf - zeros | bzip2 >bomb.tar.bz2
gzip -9 -c bomb.tar.gz | gzip -9 | gzip -9 >again.tar.gz
truncate -s 2G sparse; printf '\x7fELF' | dd of=sparse conv=notrunc status=none; tar -Scf sparse.tar sparse
# The runs have a folder for temporary files of their own: whatever else this machine does, what is in it is theirs.
mkdir temporary
tidy() { # NAME STATUS TEXT FILE: within 700 MB of addresses and 30 seconds of the processor
    local said got
    said=$( (ulimit -v 700000; ulimit -t 30; TMPDIR=$ar/temporary timeout 300 "$tool" --no-shim --color never "$4") \
        2>&1 </dev/null); got=$?
    if [ $got -ne "$2" ]; then echo "FAIL archive, $1: status $got, not $2: $(head -1 <<<"$said")"
    elif ! grep -qF -- "$3" <<<"$said"; then echo "FAIL archive, $1: does not say '$3': $(head -2 <<<"$said")"
    else echo "PASS archive, $1"; fi
}
find . | sort >../before
tidy 'names that lead out' 0 '3 of its names lead out of it (..) or are too long: not read' out.tar
tidy 'loops of links' 1 'libinner-1.so is not found' loop.tar
tidy 'links that lead out' 1 'libinner-1.so is not found' outside.tar
tidy 'a name twice: the later file' 0 'RUNS' twice.tar
tidy 'a name twice, the other way' 1 'fcntl64' twice-back.tar
tidy 'a name twice in a zip file' 0 'RUNS' twice.zip
tidy 'two archives inside' 1 'deep-2.zip!2.zip!1.zip!pkg/tool' deep-2.zip
tidy 'three archives inside: the limit' 3 'more than 2 archives inside each other, the limit: not read' deep-3.zip
tidy 'too many members: the limit' 3 'more than 500,000 members, the limit: not read further' many.zip
tidy 'a member too large: the limit' 3 'larger than 1 GiB, the limit' sparse.tar
for bomb in bomb.zip bomb.tar.gz bomb.tar.xz bomb.tar.zst bomb.tar.bz2; do
    tidy "$bomb: the limit" 3 'unpacks to more than 200 times its size, the limit beyond 64 MiB: not read further' $bomb
done
tidy 'members that share their data are read once' 3 'the file is cut short' overlap.zip
tidy 'a sparse member smaller than its parts' 3 'not a complete tar archive' smaller.tar
tidy 'compressed again and again' 3 'compressed more than once: not read' again.tar.gz
find . | sort >../after
if cmp -s ../before ../after && [ ! -e ../escaped ]; then echo 'PASS archives: nothing is written'
else echo "FAIL archives: nothing is written: there is $(comm -13 ../before ../after | head -1)"; fi
