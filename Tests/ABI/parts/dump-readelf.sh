# `dump` beside readelf: name, version, type, size and binding of every exported symbol of the C libraries of all
# machines that are here.
exports() { # FILE: readelf's rows in dump's form, without the library's name
    readelf -W --dyn-syms -V "$1" | python3 -c '
import re, sys
row = r"\s*\d+:\s+[0-9a-f]+\s+(\d+|0x[0-9a-f]+)\s+(\w+)\s+(\w+)\s+(\w+)\s+(?:\[.*?\]\s+)?(\w+)\s+(\S+)"
kinds = {"FUNC": "FUNC", "OBJECT": "OBJECT", "COMMON": "OBJECT", "TLS": "TLS", "IFUNC": "IFUNC"}
lines = sys.stdin.readlines()
versions = set(re.findall(r"Name: (\S+)", "".join(lines)))
for line in lines:
    found = re.match(row, line)
    if not found or found[3] == "LOCAL" or found[4] in ("HIDDEN", "INTERNAL") or found[5] == "UND":
        continue
    name, marks, version = re.match(r"([^@]+)(@*)(.*)", found[6]).groups()
    # A version that the library defines has an absolute symbol of that name.
    if found[5] == "ABS" and name in versions or name == version:
        continue
    default = "compat" if marks == "@" else "default"
    print(name, version, default, kinds.get(found[2], "NOTYPE"), int(found[1], 0), found[3], sep="\t")
' | sort
}
compared=0
for library in /usr/*-linux-gnu*/lib*/libc.so.6 /usr/*-linux-gnu*/lib/libc.so.6.1 /usr/*-linux-gnu*/lib/libm.so.6 \
    /lib/x86_64-linux-gnu/lib{c.so.6,m.so.6,pthread.so.0} /usr/lib/x86_64-linux-musl/libc.so; do
    [ -e "$library" ] || continue
    exports "$library" >"$work/readelf.tsv"
    "$tool" dump -v "$library" 2>"$work/dump.err" | grep -v '^#' | cut -f 2- | sort >"$work/dump.tsv"
    rows=$(wc -l <"$work/readelf.tsv") compared=$((compared + 1))
    if [ "$rows" -gt 0 ] && cmp -s "$work/readelf.tsv" "$work/dump.tsv"; then
        echo "PASS dump as readelf: $library, $rows rows"
    else
        first=$(diff "$work/readelf.tsv" "$work/dump.tsv" | head -3 | tr '\n\t' '  ')
        echo "FAIL dump as readelf: $library: $first $(head -1 "$work/dump.err")"
    fi
done
[ $compared -gt 0 ] || echo 'SKIP dump as readelf: no C library found'
