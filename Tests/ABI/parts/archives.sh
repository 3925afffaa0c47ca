# Archives are read in place: each kind made by the tools that people make it with, and its verdicts those of the
# unpacked tree.
ar=$work/archives; mkdir -p "$ar/tree/pkg" "$ar/tree/pkg.libs"
gcc -shared -fPIC -x c - -Wl,-soname,libinner-1.so -o "$ar/tree/pkg.libs/libinner-1.so" \
    <<<'int inner(void) { return 1; }'
gcc -w -shared -fPIC -x c - -x none -o "$ar/tree/pkg/core.so" "$ar/tree/pkg.libs/libinner-1.so" \
    '-Wl,-rpath,$ORIGIN/../pkg.libs' \
    <<<'int inner(void); int core(void) { return inner(); }'
cp "$work/fcntl64" "$ar/tree/pkg/tool"; cp "$work/hello" "$ar/tree/pkg/hello"
ln -s ../pkg.libs/libinner-1.so "$ar/tree/pkg/link.so"; ln "$ar/tree/pkg/tool" "$ar/tree/pkg/tool-again"
echo text >"$ar/tree/pkg/__init__.py"

verdicts() { # PATH: a line for each file in it, by its path inside, without what tells where it lies
    (cd "$ar" && timeout 300 "$tool" --no-shim --fail-on never --format json "$1" 2>"$ar/err") | python3 -c '
import json, re, sys
for f in json.load(sys.stdin)["files"]:
    path = f["path"][len(sys.argv[1]) + 1:]
    findings = [(x["rule"], x["severity"], x["symbol"], x["required_by"], re.sub(r" \(sought.*", "", x["message"]))
                for x in f["findings"]]
    needed = [(n["name"], n["found"]) for n in f["needed"]]
    print(path, f["verdict"], f["sha256"] or f["build_id"], f["symbols"], findings, needed)' "$1" | sort
}
verdicts tree >"$ar/tree.verdicts"
same() { # KIND ARCHIVE [UNPACKED]: its verdicts are those of the unpacked tree
    local want=$ar/${3:-tree}.verdicts
    verdicts "$2" >"$ar/got"
    if [ ! -s "$want" ]; then echo "FAIL archive, $1: no verdicts for the unpacked tree"
    elif ! grep -q . "$ar/got"; then echo "FAIL archive, $1: no verdicts ($(head -1 "$ar/err"))"
    elif cmp -s "$want" "$ar/got"; then echo "PASS archive, $1: verdicts of the unpacked tree"
    else echo "FAIL archive, $1: $(diff "$want" "$ar/got" | sed -n 2p | cut -c1-160)"; fi
}
cd "$ar" || exit 1
grep -q 'FAILS' tree.verdicts && grep -q 'core.so RUNS' tree.verdicts ||
    echo 'FAIL archive tests: the tree has no FAILS or core.so does not find its library'

# zip and what is zip under another name; a link is a file there unless -y keeps it.
(cd tree && zip -qry ../a.zip . && zip -qry -0 ../stored.whl . && zip -qry ../a.jar . && python3 -c '
import sys, zipfile
z = zipfile.ZipFile("../deflated.whl", "w", zipfile.ZIP_DEFLATED)
for name in ("pkg/core.so", "pkg/hello", "pkg/tool", "pkg/tool-again", "pkg.libs/libinner-1.so", "pkg/__init__.py"):
    z.write(name)')
for name in a.zip stored.whl a.jar deflated.whl; do same "$name" "$name"; done
tar -C tree -cf a.tar .; same tar a.tar
(cd tree && bsdtar --format pax -cf ../pax.tar . &&
    bsdtar --format ustar -cf ../ustar.tar .); same 'tar, pax' pax.tar; same 'tar, ustar' ustar.tar
for filter in gzip:gz bzip2:bz2 xz:xz zstd:zst lz4:lz4; do
    "${filter%:*}" -c a.tar >"a.tar.${filter#*:}" 2>/dev/null; same "tar.${filter#*:}" "a.tar.${filter#*:}"
done
# A Debian package with each compression of its data; its files lie under /opt and are judged as if installed.
mkdir -p deb/DEBIAN deb/opt; cp -a tree/. deb/opt; printf \
    'Package: a\nVersion: 1\nArchitecture: amd64\nMaintainer: nobody\nDescription: none\n' >deb/DEBIAN/control
mkdir installed; cp -a tree installed/opt; verdicts installed >installed.verdicts
for kind in gzip xz zstd none; do
    dpkg-deb --root-owner-group -Z"$kind" -b deb "a-$kind.deb" >/dev/null 2>&1
    same ".deb, $kind" "a-$kind.deb" installed
done
# An RPM package.
if command -v rpmbuild >/dev/null; then
    printf '%s\n' 'Name: a' 'Version: 1' 'Release: 1' 'Summary: a' 'License: none' 'AutoReqProv: no' \
        '%global __os_install_post %{nil}' '%global debug_package %{nil}' '%description' none \
        '%install' 'mkdir -p %{buildroot}' "cp -a $ar/installed/opt %{buildroot}/" '%files' /opt >a.spec
    rpmbuild -bb --quiet --define "_topdir $ar/rpm" --define '_build_id_links none' --define "_rpmdir $ar" --define \
        '_rpmfilename a.rpm' a.spec >rpm.log 2>&1
    same .rpm a.rpm installed
else echo 'SKIP archive, .rpm: no rpmbuild'; fi
# An Alpine package: three gzip members, of which the first two lack the end of a tar archive.
mkdir sign; echo s >sign/.SIGN.RSA.a; echo 'pkgname = a' >sign/.PKGINFO
part() { tar --format=ustar -C "$1" -cf - "${@:2}" |
    python3 -c 'import sys; d = sys.stdin.buffer.read().rstrip(b"\0")
sys.stdout.buffer.write(d + b"\0" * (-len(d) % 512))' | gzip; }
{ part sign .SIGN.RSA.a; part sign .PKGINFO; tar -C installed -cf - opt | gzip; } >a.apk
same .apk a.apk installed

# An image: the library comes in an upper layer that also hides two files of the lower one, each in its own way.
image() { # FOLDER LAYER...: an OCI layout of these layers
    python3 - "$@" <<'P'
import hashlib, json, os, sys
top, layers = sys.argv[1], sys.argv[2:]
os.makedirs(top + "/blobs/sha256")
def blob(data):
    name = hashlib.sha256(data).hexdigest()
    open(f"{top}/blobs/sha256/{name}", "wb").write(data)
    return "sha256:" + name
def part(kind, data): return {"mediaType": kind, "digest": blob(data), "size": len(data)}
def packing(layer):
    return "+gzip" if layer.endswith("gz") else "+zstd" if layer.endswith("zst") else ""
parts = [part("application/vnd.oci.image.layer.v1.tar" + packing(l), open(l, "rb").read()) for l in layers]
config = part("application/vnd.oci.image.config.v1+json", b'{"os":"linux","architecture":"amd64"}')
manifest = json.dumps({"schemaVersion": 2, "config": config, "layers": parts}).encode()
described = part("application/vnd.oci.image.manifest.v1+json", manifest)
index = {"schemaVersion": 2, "manifests": [dict(described, platform={"os": "linux", "architecture": "amd64"})]}
open(top + "/index.json", "w").write(json.dumps(index))
open(top + "/oci-layout", "w").write('{"imageLayoutVersion":"1.0.0"}')
P
}
mkdir -p low/opt/gone low/opt/pkg up/opt/gone up/opt/pkg root; cp -a tree/. low/opt
rm low/opt/pkg/core.so low/opt/pkg/tool-again
cp tree/pkg/hello low/opt/gone/old; cp tree/pkg/hello low/opt/pkg/hidden
cp tree/pkg/core.so up/opt/pkg/; : >up/opt/gone/.wh..wh..opq; : >up/opt/pkg/.wh.hidden
# A hard link of the upper layer to a file of the lower one.
ln low/opt/pkg/tool up/opt/pkg/tool-again; tar -C low -cf low.tar opt; tar -C up -cf up.tar opt
python3 - <<'P'
import tarfile
with tarfile.open("up.tar.new", "w") as out, tarfile.open("up.tar") as old:
    for m in old:
        if m.name == "opt/pkg/tool-again": m.type, m.linkname, m.size = tarfile.LNKTYPE, "opt/pkg/tool", 0
        out.addfile(m, old.extractfile(m) if m.isreg() else None)
P
mv up.tar.new up.tar; gzip -k low.tar; zstd -q up.tar
image layout low.tar.gz up.tar.zst; mkdir -p image-root; cp -a tree image-root/opt; rm -f image-root/opt/gone
(cd "$ar" && mv image-root unpacked-image && verdicts unpacked-image >image.verdicts)
same 'OCI layout, a folder' layout image; tar -C layout -cf layout.tar .; same 'OCI layout, a tar' layout.tar image
# What docker save wrote before it wrote OCI layouts.
mkdir -p saved/1 saved/2; cp low.tar saved/1/layer.tar; cp up.tar saved/2/layer.tar
echo '[{"Config":"c.json","RepoTags":["a:1"],"Layers":["1/layer.tar","2/layer.tar"]}]' >saved/manifest.json; tar -C \
    saved -cf saved.tar .; same 'docker save' saved.tar image
# Real packages: each file in them is judged as it is when dpkg unpacks it.
if "$top/tools/fetch-debs" "$build_dir/abi-check-debs" xz-utils >fetch.log 2>&1; then
    for deb in "$build_dir"/abi-check-debs/archives/*.deb; do
        name=$(basename "$deb" | sed 's/_.*//'); mkdir -p "real/$name"; dpkg-deb -x "$deb" "real/$name"
        cp "$deb" "real/$name.deb"
        verdicts "real/$name" >real.verdicts; [ -s real.verdicts ] && same "real package $name" "real/$name.deb" real
    done
else echo "SKIP archive, real packages: they cannot be downloaded ($(tail -1 fetch.log))"; fi
. "$here/parts/archives-bad.sh"
cd "$here" || exit 1
