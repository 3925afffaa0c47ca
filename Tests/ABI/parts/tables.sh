# The tables that the tool carries beside the real libraries that are here, of all machines: as readelf reads them,
# and as the tool itself compares them; and the tables of the shim beside both.
readelf_rows() { # FILE...: what they export, as tools/expand-table writes it
    for file; do exports "$file"; done | awk -F'\t' '
        function number(text, part) { if (text == "") return 0; if (!sub(/^GLIBC_/, "", text)) return 1
            split(text, part, "."); return part[1] * 1000000 + part[2] * 1000 + part[3] }
        function newer(a, b) { return number(a) > number(b) }
        $1 ~ /_version_placeholder$/ || $2 == "GLIBC_PRIVATE" || $2 == "" && $1 ~ /^fts_/ { next }
        { kind = $4 == "IFUNC" ? "FUNC" : $4; key = $1 "\t" $2
          rest[key] = kind "\t" (kind == "OBJECT" || kind == "TLS" ? $5 : 0); names[key] = $1; nodes[key] = $2
          # What is the default in one of the libraries is it; of two defaults the newer node.
          if ($3 == "default") { is[key] = 1; if (newer($2, top[$1])) top[$1] = $2 } }
        END { for (key in rest)
            print key "\t" (is[key] && top[names[key]] == nodes[key] ? "default" : "compat") "\t" rest[key] }' | sort
}
compared=0
# Of one library what readelf says must stand in the table, and what stands there of a whole libc must be in one of
# its libraries.
while read -r machine triple; do
    for library in "/usr/$triple/lib" "/usr/lib/$triple" "$top/build/toolchains/$triple/usr/$triple/lib"; do
        [ -e "$library/libc.so.6" ] || continue
        files=$(for name in c.so.6 m.so.6 mvec.so.1 resolv.so.2 pthread.so.0 dl.so.2 rt.so.1 util.so.1 anl.so.1 \
            nsl.so.1 \
            BrokenLocale.so.1 thread_db.so.1 _malloc_debug.so.0; do
            for file in "$library/lib$name" "$library/libc$name"; do [ ! -e "$file" ] || echo "$file"; done; done
            for file in "$library"/ld-linux*.so.* "$library"/ld64.so.* "$library/ld.so.1" \
                "${library%/*}/lib64/ld.so.1"; do
                # On mips another word size has its loader in the same folder.
                [ -e "$file" ] && cmp -s -n 6 "$file" "$library/libc.so.6" && echo "$file"; done)
        version=$(strings -a "$library/libc.so.6" | sed -n 's/.*GNU C Library.* release version \(2\.[0-9]*\).*/\1/p')
        # shellcheck disable=SC2086 # a list of files
        readelf_rows $files >"$work/real.tsv"
        "$top/tools/expand-table" "$top/abi/glibc.tsv" "$machine" "$version" | sort >"$work/table.tsv"
        compared=$((compared + 1)) rows=$(wc -l <"$work/real.tsv")
        if [ "$rows" -gt 1000 ] && cmp -s "$work/real.tsv" "$work/table.tsv"; then
            echo "PASS table as readelf: glibc $version on $machine, $rows rows"
        else
            echo "FAIL table as readelf: glibc $version on $machine: $(diff "$work/real.tsv" "$work/table.tsv" |
                head -3 | tr '\n\t' '  ')"
        fi
        # shellcheck disable=SC2086 # a list of files
        "$tool" symbols --provider "glibc-$version" --reference $files >"$work/said" 2>&1
# A node that only a placeholder holds is no name; and a table has one default, where two libraries may have two.
        grep mismatch "$work/said" | grep -v '^[0-9]\|_version_placeholder@\|the default version' >"$work/differs"
        grep -q ' mismatches$' "$work/said" && [ ! -s "$work/differs" ] &&
            echo "PASS table as the tool compares it: glibc $version on $machine" ||
            echo "FAIL table as the tool compares it: glibc $version on $machine:" \
                "$(head -2 "$work/differs" | tr '\n' ' ')"
        break
    done
done <<'END_OF_MACHINES'
x86_64 x86_64-linux-gnu
x86 i686-linux-gnu
aarch64 aarch64-linux-gnu
armhf arm-linux-gnueabihf
arm arm-linux-gnueabi
riscv64 riscv64-linux-gnu
s390x s390x-linux-gnu
ppc64le powerpc64le-linux-gnu
loongarch64 loongarch64-linux-gnu
mips64el mips64el-linux-gnuabi64
mipsel mipsel-linux-gnu
mips mips-linux-gnu
END_OF_MACHINES
for musl in /usr/lib/x86_64-linux-musl/libc.so "$top"/build/*/musl/lib/libc.so; do
    [ -e "$musl" ] || continue
    read -r machine version <<<"$("$tool" dump "$musl" | awk -F'\t' '$1 == "#library" { print $3, $5 }')"
    "$top/tools/expand-table" "$top/abi/musl.tsv" "$machine" "$version" | sort >"$work/table.tsv"
    # musl of other machines is built from its source for the contexts' tests: no package has it.
    [ -s "$work/table.tsv" ] || continue
    readelf_rows "$musl" >"$work/real.tsv"
    compared=$((compared + 1)) rows=$(wc -l <"$work/real.tsv")
    if [ "$rows" -gt 1000 ] && cmp -s "$work/real.tsv" "$work/table.tsv"; then
        echo "PASS table as readelf: musl $version on $machine, $rows rows"
    else
        echo "FAIL table as readelf: musl $version on $machine: $(diff "$work/real.tsv" "$work/table.tsv" |
            head -3 | tr '\n\t' '  ')"
    fi
done
[ $compared -gt 0 ] || echo 'SKIP tables as readelf: no C library found'
# The names that the shim is to have stand under abi/x86_64 as a choice: what is said of each is what the table says.
shim_rows() { # FILE
    awk -F'\t' '$2 !~ /_version_placeholder$/ { kind = $5 == "IFUNC" ? "FUNC" : $5
        print $2 "\t" $3 "\t" $4 "\t" kind "\t" (kind == "OBJECT" || kind == "TLS" ? $6 : 0) }' "$1" | sort -u
}
newest=$(awk -F'\t' '$2 == "x86_64" { n = split($4, known, " "); print known[n] }' "$top/abi/glibc.tsv")
for pair in "2.36 glibc-2.36" "$newest glibc-newer"; do
    read -r version file <<<"$pair"
    "$top/tools/expand-table" "$top/abi/glibc.tsv" x86_64 "$version" | sort >"$work/table.tsv"
    shim_rows "$top/abi/x86_64/$file.tsv" | comm -23 - "$work/table.tsv" >"$work/only.tsv"
    if [ -s "$work/only.tsv" ]; then echo \
        "FAIL the shim's $file.tsv says what the table says: $(head -3 "$work/only.tsv" | tr '\n\t' '; ')"
    else echo "PASS the shim's $file.tsv says what the table says"; fi
done
