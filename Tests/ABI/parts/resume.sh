# A run that goes on looks again at files that have changed, and at no other.
again=$work/again; mkdir -p "$again"
cp "$work"/{hello,fortify,weak} "$again/"
(cd "$work" && zip -q -0 "$again/two.zip" hello fortify)
resume() { timeout 300 "$tool" --no-shim --target musl-1.2.3 --resume "$work/again.jsonl" "$again" "$@" \
    2>"$work/again.err"; }
records() { grep -c "\"record\":\"$1\"" "$work/again.jsonl"; }
verdict_of() { # PATH: what the merged report says of it
    "$tool" merge --format json "$work/again.jsonl" 2>/dev/null | python3 -c '
import json, sys
print(" ".join(file["verdict"] for file in json.load(sys.stdin)["files"] if file["path"] == sys.argv[1]))' "$1"
}
told() { # NAME WANTED GOT
    if [ "$2" = "$3" ]; then echo "PASS $1"; else echo "FAIL $1: '$3', not '$2'"; fi
}
resume
told 'resume: every file has a stamp' 4 "$(grep '"stamp":{"size":[0-9]*,' "$work/again.jsonl" | grep -vc '!')"
before=$(wc -l <"$work/again.jsonl")
resume
told 'resume: nothing changed, nothing is looked at again' "$before 0" \
    "$(wc -l <"$work/again.jsonl") $(records changed)"
# Another size; then other bytes of the same size and modification time, which only the time of the change tells.
cp "$work/fortify" "$again/hello"
resume
told 'resume: a file of another size' 'FAILS 1' "$(verdict_of "$again/hello") $(records changed)"
told 'resume: says so' 1 "$(grep -c '1 file has changed since' "$work/again.err")"
touch -r "$again/weak" "$work/reference"
size=$(stat -c %s "$again/weak")
printf '\x7fELF' >"$again/weak"; truncate -s "$size" "$again/weak"; touch -r "$work/reference" "$again/weak"
resume
told 'resume: a file of the same size and time' 'UNKNOWN 2' "$(verdict_of "$again/weak") $(records changed)"
# An archive: its members' records fall with it.
rm "$again/two.zip"; (cd "$work" && zip -q -0 "$again/two.zip" fortify regexec)
resume
told 'resume: an archive, members that are gone' ' FAILS RISKY' \
    "$(for member in hello fortify regexec; do printf '%s ' "$(verdict_of \
        "$again/two.zip!$member")"; done | sed 's/ $//')"
rm "$again/fortify"
resume
told 'resume: a file that is gone' '' "$(verdict_of "$again/fortify")"
"$tool" --no-shim --target musl-1.2.3 --format json "$again" 2>/dev/null | grep -v elapsed_ms |
    sed 's|"files": \([0-9]*\),$|"files": \1|' >"$work/again.direct"
"$tool" merge --format json "$work/again.jsonl" 2>/dev/null | cmp -s - "$work/again.direct" &&
    echo 'PASS resume: in the end the report of one run' || echo 'FAIL resume: in the end the report of one run'
"$here/schemas/validate" "$top/docs/abi-check-1.schema.json" "$work/again.jsonl" >"$work/judged" 2>&1 &&
    echo 'PASS resume: the records are what the schema says' ||
    echo "FAIL resume: the records are what the schema says: $(tail -1 "$work/judged")"
